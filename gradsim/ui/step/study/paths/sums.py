"""The sum of all paths beside what backpropagation has, and their difference."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gradsim.viewmodels.step.equation import UNKNOWN, count
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.paths.listing import Listing
from gradsim.viewmodels.step.scaled import Scaled

_DIGITS = 8
_LINES = 5
_SUM = 2


class SumRows(QWidget):
    """Five lines, each a name and a number with more digits than elsewhere; one path has three."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listing: Listing | None = None
        self.names = [QLabel() for _ in range(_LINES)]
        self.values = [QLabel() for _ in range(_LINES)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 1)
        for row, (name, value) in enumerate(zip(self.names, self.values, strict=True)):
            name.setProperty("muted", row != _SUM)
            name.setWordWrap(True)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            value.setProperty("heading", row == _SUM)
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1)

    def show_listing(self, listing: Listing | None) -> None:
        """Show the sums of other paths."""
        self._listing = listing
        self.refresh()

    def refresh(self) -> None:
        """Write the lines in the present language."""
        listing = self._listing
        self.setVisible(listing is not None)
        if listing is None:
            return
        agreed = self.tr("difference (rounding)") if listing.agrees else self.tr("difference")
        texts = (
            self.tr("the {count} listed paths").format(count=count(len(listing.paths))),
            self.tr("the other {count} paths").format(count=count(listing.others)),
            self.tr("sum of all paths"),
            self.tr("backpropagation (δ recursion)"),
            agreed if listing.revealed else self.tr("difference"),
        )
        numbers = (
            listing.listed, listing.rest, listing.total, listing.recursion, listing.difference,
        )  # fmt: skip
        for label in (*self.names[:_SUM], *self.values[:_SUM]):
            label.setVisible(listing.others > 0)
        for name, text in zip(self.names, texts, strict=True):
            name.setText(text)
        for row, (value, number) in enumerate(zip(self.values, numbers, strict=True)):
            value.setText(_written(number, row) if listing.revealed else UNKNOWN)
            value.setAccessibleName(f"{self.names[row].text()}: {value.text()}")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()


def _written(number: Scaled, row: int) -> str:
    return numeral(number, 2 if row == _LINES - 1 else _DIGITS)

"""The sum of all paths beside what backpropagation has, and their difference."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gradsim.viewmodels.step.equation import UNKNOWN
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.paths.listing import Listing
from gradsim.viewmodels.step.scaled import Scaled

_DIGITS = 8


class SumRows(QWidget):
    """Three lines: a name, and a number with more digits than elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listing: Listing | None = None
        self.names = [QLabel() for _ in range(3)]
        self.values = [QLabel() for _ in range(3)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 1)
        for row, (name, value) in enumerate(zip(self.names, self.values, strict=True)):
            name.setProperty("muted", row != 0)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            value.setProperty("heading", row == 0)
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
            self.tr("sum of all paths"),
            self.tr("backpropagation (δ recursion)"),
            agreed if listing.revealed else self.tr("difference"),
        )
        numbers = (listing.total, listing.recursion, listing.difference)
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
    return numeral(number, _DIGITS) if row < 2 else numeral(number, 2)

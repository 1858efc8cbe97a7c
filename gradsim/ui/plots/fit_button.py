"""The button in a plot's corner that fits its range again, there while a range is held."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from gradsim.ui.plots.fitting import FittedRange

_RIGHT, _TOP = 10, 6


class FitButton(QToolButton):
    """Stands in the upper right corner of its parent, out of the way of the keys."""

    def __init__(self, fitted: FittedRange, parent: QWidget) -> None:
        super().__init__(parent)
        self._plot = parent
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        fitted.held_changed.connect(self.setVisible)
        self.clicked.connect(fitted.fit_again)
        self._retranslate()

    def take_place(self) -> None:
        """Go to the corner, wherever that is by now."""
        size = self.sizeHint()
        left = self._plot.width() - size.width() - _RIGHT
        self.setGeometry(left, _TOP, size.width(), size.height())

    def _retranslate(self) -> None:
        self.setText(self.tr("Fit"))
        self.setToolTip(self.tr("Show all the data again (double click, or 0)"))
        self.setAccessibleName(self.tr("Fit the range to the data"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

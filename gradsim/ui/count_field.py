"""A field for whole numbers that the mouse wheel leaves alone unless it has the focus."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

_INDENT = 6


class CountField(QSpinBox):
    """A QSpinBox in the C locale that reports a number once it is typed, not digit by digit."""

    def __init__(self, minimum: int, maximum: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(minimum, maximum)
        self.setLocale(QLocale.c())
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A stylesheet's padding does not reach the editor inside a spin box.
        self.lineEdit().setTextMargins(_INDENT, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the surroundings unless the field has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

"""The small box with exact numbers that follows the pointer or the keyboard cursor in a plot."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from gradsim.ui.theme import Theme

_AWAY = 14


class Readout(QLabel):
    """Floats over its plot, inside its edges, and never takes the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.hide()

    def recolor(self, theme: Theme) -> None:
        """Colours of a theme."""
        self.setStyleSheet(
            f"background: {theme.tooltip.name()}; color: {theme.tooltip_text.name()};"
            "border-radius: 5px; padding: 4px 7px;"
        )

    def show_at(self, anchor: QPoint, text: str) -> None:
        """Show `text` beside `anchor`, on the side where there is room."""
        self.setText(text)
        self.adjustSize()
        inside: QRect = self._around.rect()
        left = anchor.x() + _AWAY
        if left + self.width() > inside.right():
            left = max(0, anchor.x() - _AWAY - self.width())
        top = min(max(anchor.y() - self.height() - _AWAY, 2), inside.bottom() - self.height())
        self.move(left, max(0, top))
        self.show()
        self.raise_()

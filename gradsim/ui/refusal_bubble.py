"""A sentence that stands for a while below a field that has no line of its own to say it in."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

from gradsim.viewmodels.single_shot import single_shot

_STAYS = 8000  # milliseconds
_WIDTH = 340
_GAP = 4


class RefusalBubble(QLabel):
    """Lies over the window, takes no focus, and goes by itself or when it is clicked."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._end = single_shot(self, _STAYS, self.hide)
        self.setProperty("box", "danger")
        self.setProperty("bubble", True)
        self.setProperty("problem", True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMargin(8)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show `sentence` below the field, or above where there is no room."""
        window = self._field.window()
        self.setParent(window)
        self.setText(sentence)
        self.setFixedWidth(min(_WIDTH, max(window.width() - 2 * _GAP, 1)))
        self.setFixedHeight(max(self.heightForWidth(self.width()), 1))
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + _GAP))
        if corner.y() + self.height() > window.height():
            corner = self._field.mapTo(window, QPoint(0, -_GAP - self.height()))
        corner.setX(max(min(corner.x(), window.width() - self.width() - _GAP), _GAP))
        self.move(corner)
        self.show()
        self.raise_()
        self._end.start()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, sentence))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go: what lies beneath is wanted."""
        del event
        self.hide()

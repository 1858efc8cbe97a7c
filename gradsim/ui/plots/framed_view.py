"""A scene in the window that shows by a frame when the keyboard is here."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsView, QWidget

from gradsim.ui.theme import ThemeController

_ACTIVATIONS = (QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate)


class FramedView(pg.GraphicsView):  # type: ignore[misc]
    """pyqtgraph's view, made to behave like any widget."""

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controller = theme
        self.scene().installEventFilter(self)

    def close(self) -> bool:
        """Hide, like any widget: pyqtgraph's own takes the scene apart, and twice is a crash."""
        return QGraphicsView.close(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep from the scene when the window is activated, and when it is shown in an active one:
        nothing in it looks otherwise then, and all of it would be painted twice."""
        if event.type() in _ACTIVATIONS:
            return True
        return bool(super().eventFilter(watched, event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus frame."""
        super().focusInEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The scene, and a frame around it while the keyboard is here."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.controller.theme.focus, 1.0))
            painter.drawRoundedRect(self.viewport().rect().adjusted(0, 0, -1, -1), 4, 4)
            painter.end()

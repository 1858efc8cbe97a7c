"""How the canvas magnifies the layout: zoom about a point, pan within bounds, fit."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

LARGEST = 12.0
SMALLEST = 1.0
_STEP = 1.25
_KEY_PAN = 40.0
_SEEN = 0.35
"""At least this share of the view keeps showing the picture."""


class View(Struct, frozen=True):
    """``screen = scale · layout + offset``, in device-independent pixels. At fit it is identity."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    @property
    def is_fit(self) -> bool:
        """Whether the whole picture is in sight, unmagnified."""
        return self.scale == 1.0 and self.x == 0.0 and self.y == 0.0

    def to_layout(self, point: QPointF) -> QPointF:
        """The layout's point under a point of the screen."""
        return QPointF((point.x() - self.x) / self.scale, (point.y() - self.y) / self.scale)

    def zoomed(self, factor: float, about: QPointF, size: QSizeF) -> View:
        """Magnified by `factor` with the point `about` staying under the hand."""
        scale = min(max(self.scale * factor, SMALLEST), LARGEST)
        if scale == SMALLEST:
            return View()
        kept = self.to_layout(about)
        return View(scale, about.x() - kept.x() * scale, about.y() - kept.y() * scale).held(size)

    def panned(self, by: QPointF, size: QSizeF) -> View:
        """Moved with the hand."""
        return View(self.scale, self.x + by.x(), self.y + by.y()).held(size)

    def held(self, size: QSizeF) -> View:
        """Moved back so far that a good part of the picture stays in sight."""
        return View(
            self.scale,
            _held(self.x, size.width(), self.scale),
            _held(self.y, size.height(), self.scale),
        )


def _held(offset: float, length: float, scale: float) -> float:
    room = _SEEN * length
    return min(max(offset, room - scale * length), length - room)


class Magnifier(QObject):
    """Holds the view of one canvas and says when it changes."""

    changed = Signal()
    zoomed = Signal(bool)
    """Whether the picture is magnified, whenever that changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = View()
        self._size = QSizeF()

    @property
    def view(self) -> View:
        """The view now."""
        return self._view

    def set_size(self, size: QSizeF) -> None:
        """Note the size of the canvas; a magnified picture stays in sight."""
        self._size = size
        if not self._view.is_fit:
            self._set(self._view.held(size))

    def fit(self) -> None:
        """Show the whole picture."""
        self._set(View())

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Magnify about a point, the middle unless given."""
        middle = QPointF(self._size.width() / 2, self._size.height() / 2)
        self._set(self._view.zoomed(factor, about or middle, self._size))

    def zoom_in(self) -> None:
        """Magnify by a step about the middle."""
        self.zoom(_STEP)

    def zoom_out(self) -> None:
        """Make smaller by a step, down to the whole picture."""
        self.zoom(1 / _STEP)

    def pan(self, x: float, y: float) -> None:
        """Move the magnified picture by so many pixels; the whole one stays where it is."""
        if not self._view.is_fit:
            self._set(self._view.panned(QPointF(x, y), self._size))

    def take_key(self, key: int, shift: bool) -> bool:
        """Zoom by + and −, fit by 0 and F, pan by ↑ ↓ and by Shift with ← →; whether it did."""
        pans = {
            Qt.Key.Key_Left: (_KEY_PAN, 0.0),
            Qt.Key.Key_Right: (-_KEY_PAN, 0.0),
            Qt.Key.Key_Up: (0.0, _KEY_PAN),
            Qt.Key.Key_Down: (0.0, -_KEY_PAN),
        }
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoom_out()
        elif key in (Qt.Key.Key_F, Qt.Key.Key_0):
            self.fit()
        elif key in pans and (shift or key in (Qt.Key.Key_Up, Qt.Key.Key_Down)):
            self.pan(*pans[Qt.Key(key)])
        else:
            return False
        return True

    def take_gesture(self, event: QEvent, canvas: QWidget) -> bool:
        """Zoom by two fingers, on a touchpad or on the screen; whether it did."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1.0 + event.value(), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.zoom(pinch.scaleFactor(), canvas.mapFromGlobal(pinch.centerPoint()))
                return True
        return False

    def _set(self, view: View) -> None:
        if view == self._view:
            return
        was_fit, self._view = self._view.is_fit, view
        self.changed.emit()
        if was_fit != view.is_fit:
            self.zoomed.emit(not view.is_fit)

"""A slider that reports its drags, each as one gesture."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from gradsim.ui.builder.fields import PAUSE_THAT_ENDS_A_GESTURE
from gradsim.viewmodels.single_shot import single_shot


class GestureSlider(QSlider):
    """A horizontal slider whose every drag is one gesture."""

    moved = Signal(int, object)
    """The new position and the gesture that it belongs to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._gesture: object = object()
        self._kept: int | None = None
        self._pause = single_shot(self, PAUSE_THAT_ENDS_A_GESTURE, self._end_gesture)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sliderPressed.connect(self._end_gesture)
        self.sliderReleased.connect(self._release)
        self.valueChanged.connect(self._report)

    def show_position(self, position: int) -> None:
        """Stand at `position`; while a person is holding the handle, once it is let go."""
        self._kept = position if self.isSliderDown() else None
        if self._kept is None:
            with QSignalBlocker(self):
                self.setValue(position)

    def _report(self, position: int) -> None:
        self._kept = None
        if not self.isSliderDown():
            self._pause.start()
        self.moved.emit(position, self._gesture)

    def _release(self) -> None:
        self._end_gesture()
        if self._kept is not None:
            self.show_position(self._kept)

    def _end_gesture(self) -> None:
        self._pause.stop()
        self._gesture = object()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

"""A slider whose handle comes to where it is clicked, and follows from there."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider


class MomentSlider(QSlider):
    """Qt's own goes by a page towards the pointer, which is not where one points.

    A style could say so too, but the application's style sheet stands before it.
    """

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._grabbed = False

    def value_at(self, x: float) -> int:
        """The value whose handle stands at `x` pixels from the left."""
        option, groove, handle = self._parts()
        left, room = groove.left() + handle.width() / 2, groove.width() - handle.width()
        return QStyle.sliderValueFromPosition(
            self.minimum(), self.maximum(), round(x - left), room, option.upsideDown
        )

    def _parts(self) -> tuple[QStyleOptionSlider, QRect, QRect]:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        groove, handle = (
            self.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self)
            for part in (QStyle.SubControl.SC_SliderGroove, QStyle.SubControl.SC_SliderHandle)
        )
        return option, groove, handle

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Beside the handle: bring it here. On it Qt's own way keeps it under the pointer."""
        place = event.position()
        beside = not self._parts()[2].contains(place.toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not beside:
            super().mousePressEvent(event)
            return
        event.accept()
        self._grabbed = True
        self.setSliderDown(True)
        self.setSliderPosition(self.value_at(place.x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A drag that began beside the handle goes on with it."""
        if not self._grabbed:
            super().mouseMoveEvent(event)
            return
        event.accept()
        self.setSliderPosition(self.value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The drag ends."""
        if not self._grabbed:
            super().mouseReleaseEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self._grabbed = False
            self.setSliderDown(False)

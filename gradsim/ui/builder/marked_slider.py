"""A slider with a mark at one place of its groove."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionSlider, QWidget

from gradsim.ui.builder.gesture_slider import GestureSlider
from gradsim.ui.theme import ThemeController

_HALF, _HEIGHT = 3.5, 4.5
_ABOVE = 13.5
"""Pixels from the groove's middle to the mark's top: clear of the handle."""


class MarkedSlider(GestureSlider):
    """The mark points at the groove from above, beside whatever the handle covers."""

    seen = Signal()
    """It was painted for the first time."""

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mark: float | None = None
        self._seen = False
        theme.changed.connect(self.update)

    @property
    def mark(self) -> float | None:
        """Where the mark stands, 0 to 1 from the left; None without one."""
        return self._mark

    def set_mark(self, place: float | None) -> None:
        """Put the mark at `place`, or take it away."""
        if place != self._mark:
            self._mark = place
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The slider, then the mark."""
        super().paintEvent(event)
        if self._mark is not None:
            left, width = self._left_and_width()
            x, top = left + self._mark * width, max(self.height() / 2.0 - _ABOVE, 0.0)
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            enabled = self.isEnabled()
            theme = self._theme.theme
            painter.setBrush(theme.text if enabled else theme.text_disabled)
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(x - _HALF, top),
                        QPointF(x + _HALF, top),
                        QPointF(x, top + _HEIGHT),
                    ]
                )
            )
            painter.end()
        if not self._seen:
            self._seen = True
            self.seen.emit()

    def _left_and_width(self) -> tuple[float, float]:
        """Where the middle of the handle stands at the low end, and how far it can go."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        style, slider = self.style(), QStyle.ComplexControl.CC_Slider
        groove = style.subControlRect(slider, option, QStyle.SubControl.SC_SliderGroove, self)
        handle = style.subControlRect(slider, option, QStyle.SubControl.SC_SliderHandle, self)
        return groove.left() + handle.width() / 2.0, float(groove.width() - handle.width())

"""Paints the cost along the step, from t = 0 to 2η, with the straight line of first order."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradsim.ui.step.axes import (
    Frame,
    axis_font,
    bottom_room,
    left_room,
    left_ticks,
    paint_bottom_axis,
    paint_instead,
    paint_left_axis,
)
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.update.outcome import UpdateOutcome
from gradsim.viewmodels.step.update.told import ETA
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL

_RISE = 2.0
"""A change that rises beyond this many times its fall leaves the picture at the top."""


class LinePlot(QWidget):
    """The curve in the colour of the cost, the tangent dashed, a dot at the start and at η."""

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: UpdateOutcome | None = None
        self._instead = ""
        self.setMinimumSize(120, 84)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def show_outcome(self, shown: UpdateOutcome | None, instead: str = "") -> None:
        """Show another step, or what to say while there is none."""
        self._shown, self._instead = shown, instead
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Axes, tangent, curve, dots."""
        del event
        shown, theme = self._shown, self._theme.theme
        finite = None if shown is None else shown.costs[np.isfinite(shown.costs)]
        if shown is None or finite is None or not finite.size or not math.isfinite(shown.before):
            paint_instead(self, self._instead, theme)
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.panel)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = axis_font(self.font())
        frame, ticks = self._frame(shown, finite)
        title = f"Δ{COST_SYMBOL.text}"
        paint_left_axis(painter, frame, ticks, theme.text_muted, theme.grid, font, title)
        paint_bottom_axis(painter, frame, theme.text_muted, font, "t")
        painter.save()
        painter.setClipRect(frame.area.adjusted(-5, -5, 5, 5))
        self._paint_step(painter, frame, shown)
        self._paint_tangent(painter, frame, shown)
        painter.setPen(QPen(theme.cost, 2.4))
        painter.drawPath(_curve(frame, shown))
        painter.setPen(QPen(theme.panel, 1.5))
        painter.setBrush(theme.cost)
        painter.drawEllipse(frame.point(0.0, 0.0), 4.5, 4.5)
        if math.isfinite(shown.after):
            change = shown.after - shown.before
            painter.drawEllipse(frame.point(shown.step.rate, change), 4.5, 4.5)
        painter.restore()
        painter.end()

    def _frame(
        self, shown: UpdateOutcome, finite: np.ndarray[tuple[int], np.dtype[np.float64]]
    ) -> tuple[Frame, tuple[float, ...]]:
        font = axis_font(self.font())
        low, high = float(finite.min()) - shown.before, float(finite.max()) - shown.before
        if low < 0.0:
            high = min(high, -_RISE * low)
        if not high - low > 1e-300:
            low, high = -1.0, 1.0
        margin = 0.1 * (high - low)
        low, high = low - margin, high + margin
        height = self.height() - bottom_room(font, title=True) - 6.0
        ticks = left_ticks(low, high, height)
        left = left_room(font, ticks, title=True)
        area = QRectF(left, 6.0, self.width() - left - 8.0, height)
        return Frame(area, 0.0, float(shown.rates[-1]), low, high), ticks

    def _paint_step(self, painter: QPainter, frame: Frame, shown: UpdateOutcome) -> None:
        """The upright line at t = η."""
        theme, x = self._theme.theme, round(frame.x(shown.step.rate)) + 0.5
        painter.setPen(QPen(theme.text_disabled, 1.0, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, frame.area.top()), QPointF(x, frame.area.bottom()))
        painter.setPen(theme.text_muted)
        painter.setFont(axis_font(self.font()))
        painter.drawText(QPointF(x + 4, frame.area.top() + 10), ETA)

    def _paint_tangent(self, painter: QPainter, frame: Frame, shown: UpdateOutcome) -> None:
        square = shown.squared_norm
        slope = -Scaled.of(square.mantissa, square.exponent).value
        if not math.isfinite(slope):
            return
        # No further than to the lower edge: far beyond it no painter can be trusted.
        end = frame.x_high
        if slope * end < frame.y_low:
            end = frame.y_low / slope
        pen = QPen(self._theme.theme.text, 1.6, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        painter.drawLine(frame.point(0.0, 0.0), frame.point(end, slope * end))

    def sizeHint(self) -> QSize:
        """A little wider than high."""
        return QSize(190, 150)


def _curve(frame: Frame, shown: UpdateOutcome) -> QPainterPath:
    """The costs joined, broken where there is no number."""
    path, pen_down = QPainterPath(), False
    span = frame.y_high - frame.y_low
    top = frame.y_high + span
    for rate, cost in zip(shown.rates.tolist(), shown.costs.tolist(), strict=True):
        if not math.isfinite(cost):
            pen_down = False
            continue
        point = frame.point(rate, min(cost - shown.before, top))
        if pen_down:
            path.lineTo(point)
        else:
            path.moveTo(point)
        pen_down = True
    return path

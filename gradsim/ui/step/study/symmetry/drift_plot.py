"""How far the rows of each W drift apart: solid for the network, dashed for its twin."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradsim.engine.symmetry.drift import Drift
from gradsim.ui.step.axes import (
    Frame,
    axis_font,
    bottom_room,
    left_room,
    paint_bottom_axis,
    paint_instead,
    paint_left_axis,
)
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.gradients.decades import Span, decade_ticks

_HEIGHT = 150
_MOST_POINTS = 400
_MOST_TICKS = 5
_ROOM = 0.35
"""Decades between the lowest tick and the band of zeros."""


class DriftPlot(QWidget):
    """Paints the spreads of a few layers; the chosen one is drawn strongest."""

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._own: Drift | None = None
        self._twin: Drift | None = None
        self._layers: tuple[tuple[int, str], ...] = ()
        self._chosen = 1
        self._instead = ""
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_drift(
        self,
        own: Drift | None,
        twin: Drift | None,
        layers: tuple[tuple[int, str], ...],
        chosen: int,
        instead: str,
    ) -> None:
        """Show other steps of the named `layers` (number from 1, symbol); or `instead`."""
        self._own, self._twin, self._layers = own, twin, layers
        self._chosen, self._instead = chosen, instead
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Axes, the lines, and the layers' names where the lines end."""
        del event
        own, theme = self._own, self._theme.theme
        if own is None or not self._layers:
            paint_instead(self, self._instead, theme)
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.panel)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = axis_font(self.font())
        metrics = QFontMetricsF(font)
        low, high = self._decades()
        names = max(metrics.horizontalAdvance(name) for _, name in self._layers) + 8.0
        band = metrics.height() + 4.0
        height = self.height() - bottom_room(font, title=True) - 8.0
        ticks = tuple(float(at) for at, _ in decade_ticks(Span(low, high), _MOST_TICKS))
        left = max(left_room(font, ticks, title=True), metrics.horizontalAdvance("0") + 30.0)
        area = QRectF(left, 6.0, self.width() - left - names, height - band)
        frame = Frame(area, 0.0, float(max(own.steps, 1)), low, high)
        title = self.tr("log₁₀ largest difference")
        if metrics.horizontalAdvance(title) > height:
            title = self.tr("log₁₀ difference")
        paint_left_axis(painter, frame, ticks, theme.text_muted, theme.grid, font, title)
        zero = QRectF(left, area.bottom(), area.width(), band)
        painter.fillRect(zero, theme.hover)
        painter.setPen(theme.text_muted)
        painter.setFont(font)
        label = QRectF(0.0, zero.top(), left - 6.0, band)
        painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "0")
        whole = Frame(area.adjusted(0, 0, 0, band), frame.x_low, frame.x_high, low, high)
        paint_bottom_axis(painter, whole, theme.text_muted, font, self.tr("gradient steps"))
        for drift, style in ((self._twin, Qt.PenStyle.DashLine), (own, Qt.PenStyle.SolidLine)):
            if drift is not None:
                self._paint_lines(painter, frame, drift, style)
        self._paint_names(painter, frame, own)
        painter.end()

    def _decades(self) -> tuple[float, float]:
        """The range of log₁₀ over all that is not 0, from a whole decade to a whole decade."""
        logs: list[float] = []
        for drift in (self._own, self._twin):
            if drift is not None:
                spreads = drift.spreads[:, [layer - 1 for layer, _ in self._layers]]
                drawn = spreads[np.isfinite(spreads) & (spreads > 0.0)]
                if drawn.size:
                    logs += [math.log10(float(drawn.min())), math.log10(float(drawn.max()))]
        if not logs:
            return -3.0 - _ROOM, 0.0
        low, high = float(math.floor(min(logs))), float(math.ceil(max(logs)))
        return low - _ROOM, max(high, low + 1.0)

    def _height_of(self, frame: Frame, value: float) -> float:
        """Where a spread lies; 0 in the middle of the band below the axis."""
        if value > 0.0:
            return frame.y(math.log10(value))
        return frame.area.bottom() + (QFontMetricsF(axis_font(self.font())).height() + 4.0) / 2

    def _paint_lines(
        self, painter: QPainter, frame: Frame, drift: Drift, style: Qt.PenStyle
    ) -> None:
        theme = self._theme.theme
        stride = max(1, -(-len(drift.spreads) // _MOST_POINTS))
        for layer, _ in self._layers:
            strong = layer == self._chosen
            values = drift.spreads[:, layer - 1]
            places = sorted({*range(0, len(values), stride), len(values) - 1})
            line = QPolygonF(
                [
                    QPointF(frame.x(at), self._height_of(frame, float(values[at])))
                    for at in places
                    if np.isfinite(values[at])
                ]
            )
            painter.setPen(QPen(theme.ink[0 if strong else 3], 2.0 if strong else 1.2, style))
            painter.drawPolyline(line)

    def _paint_names(self, painter: QPainter, frame: Frame, own: Drift) -> None:
        """The names at the ends of the lines that reach furthest, pushed apart where they meet."""
        theme, font = self._theme.theme, axis_font(self.font())
        metrics = QFontMetricsF(font)
        ends: list[tuple[float, int, str]] = []
        for layer, name in self._layers:
            last = [own.spreads[-1, layer - 1]]
            if self._twin is not None:
                last.append(self._twin.spreads[-1, layer - 1])
            finite = [float(value) for value in last if np.isfinite(value)]
            ends.append((self._height_of(frame, max(finite, default=0.0)), layer, name))
        below = float(self.height())
        pitch = metrics.height() - 1.0
        painter.setFont(font)
        for y, layer, name in sorted(ends, reverse=True):
            below = min(y, below)
            place = QRectF(frame.area.right() + 5.0, below - pitch / 2, 60.0, pitch)
            painter.setPen(theme.text if layer == self._chosen else theme.text_muted)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
            below -= pitch

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(300, _HEIGHT)

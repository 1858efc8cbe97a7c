"""How far the rows of each W drift apart: solid for the network, dashed for its twin."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradsim.engine.symmetry.drift import Drift
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

_HEIGHT = 150
_MOST_POINTS = 400


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
        high = self._highest()
        low = -0.06 * high
        names = max(metrics.horizontalAdvance(name) for _, name in self._layers) + 8.0
        height = self.height() - bottom_room(font, title=True) - 8.0
        ticks = tuple(tick for tick in left_ticks(low, high, height) if tick >= 0.0)
        left = left_room(font, ticks, title=True)
        area = QRectF(left, 6.0, self.width() - left - names, height)
        frame = Frame(area, 0.0, float(max(own.steps, 1)), low, 1.06 * high)
        paint_left_axis(
            painter, frame, ticks, theme.text_muted, theme.grid, font, self.tr("largest difference")
        )
        paint_bottom_axis(painter, frame, theme.text_muted, font, self.tr("gradient steps"))
        for drift, style in ((self._twin, Qt.PenStyle.DashLine), (own, Qt.PenStyle.SolidLine)):
            if drift is not None:
                self._paint_lines(painter, frame, drift, style)
        self._paint_names(painter, frame, own)
        painter.end()

    def _highest(self) -> float:
        highest = 0.0
        for drift in (self._own, self._twin):
            if drift is not None:
                spreads = drift.spreads[:, [layer - 1 for layer, _ in self._layers]]
                finite = spreads[np.isfinite(spreads)]
                highest = max(highest, float(finite.max(initial=0.0)))
        return highest or 1.0

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
                [frame.point(at, values[at]) for at in places if np.isfinite(values[at])]
            )
            painter.setPen(QPen(theme.ink[0 if strong else 3], 2.0 if strong else 1.2, style))
            painter.drawPolyline(line)

    def _paint_names(self, painter: QPainter, frame: Frame, own: Drift) -> None:
        """The names at the ends of the lines that reach furthest, pushed apart where they meet."""
        theme, font = self._theme.theme, axis_font(self.font())
        metrics = QFontMetricsF(font)
        ends: list[tuple[float, int, str]] = []
        for layer, name in self._layers:
            last = [float(own.spreads[-1, layer - 1])]
            if self._twin is not None:
                last.append(float(self._twin.spreads[-1, layer - 1]))
            finite = [value for value in last if np.isfinite(value)]
            ends.append((frame.y(max(finite, default=0.0)), layer, name))
        below = frame.area.bottom()
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

"""One run drawn over the layers: its line, its markers, and its points in the gutters."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gradsim.ui.plots.run_styles import RUN_STYLES, run_brush, run_pen
from gradsim.ui.theme import Theme

DENSE = 200
"""From so many layers on, lines are one pixel wide: wide antialiased pens cost 20 ms a redraw."""

_MARKER_PIXELS = 13.0
_DENSE_SIZE = 4.0
_LEAST_RADIUS = 2.5
"""Of a dot, in pixels."""

Floats = npt.NDArray[np.float64]


class RunLine(pg.UIGraphicsItem):  # type: ignore[misc]
    """A line through given points, broken at NaN, painted in pixels.

    dots : whether a point without a neighbour, which no line would show, is a dot; for lines
        without markers.

    pyqtgraph's own curve takes its width in device pixels, which is half of it on a fine screen.
    """

    def __init__(self, *, dots: bool = False) -> None:
        super().__init__()
        self._path = QPainterPath()
        self._pen = QPen()
        self._dotted = dots
        self.dots: tuple[QPointF, ...] = ()
        """The points that are drawn as dots."""

    def set_pen(self, pen: QPen) -> None:
        """Colour, width and dash."""
        self._pen = pen
        self.update()

    def set_points(self, x: Floats, y: Floats) -> None:
        """Where the line goes, in the units of the axes."""
        self._path = pg.arrayToQPath(x, y, connect="finite") if len(x) else QPainterPath()
        if self._dotted:
            lone = alone(y)
            self.dots = tuple(map(QPointF, x[lone].tolist(), y[lone].tolist()))
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """One antialiased path."""
        del option, widget
        to_pixels = painter.transform()
        area = to_pixels.mapRect(self.boundingRect())
        painter.save()
        painter.resetTransform()
        painter.setClipRect(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen)
        painter.drawPath(to_pixels.map(self._path))
        if self.dots:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._pen.color())
            radius = max(_LEAST_RADIUS, self._pen.widthF())
            for dot in self.dots:
                painter.drawEllipse(to_pixels.map(dot), radius, radius)
        painter.restore()


class RunCurve:
    """Made once, then only given new numbers."""

    def __init__(self, style: int, view: pg.ViewBox, above: pg.ViewBox, below: pg.ViewBox) -> None:
        self._style = style
        self._dense = self._drawn = False
        self._lost = [0, 0]
        look = RUN_STYLES[style]
        depth = 10 - style
        self._line = RunLine()
        self._layers, self._log10 = np.zeros(0), np.zeros(0)
        self._markers = pg.ScatterPlotItem(symbol=look.symbol, size=look.size, pen=None)
        self._above = pg.ScatterPlotItem(symbol=look.symbol, size=look.size, pen=None)
        self._below = pg.ScatterPlotItem(symbol=look.symbol, size=look.size, pen=None)
        for item, box in (
            (self._line, view),
            (self._markers, view),
            (self._above, above),
            (self._below, below),
        ):
            item.setZValue(depth)
            # A hidden item costs nothing in the frames that do not show it.
            item.setVisible(False)
            box.addItem(item, ignoreBounds=True)

    def recolor(self, theme: Theme) -> None:
        """Put a theme's ink on the run."""
        self._line.set_pen(run_pen(self._style, theme, thin=self._dense))
        for item in (self._markers, self._above, self._below):
            item.setBrush(run_brush(self._style, theme))

    def show(self, layers: Floats, log10: Floats, theme: Theme, pixels: float) -> None:
        """Draw log₁₀ magnitudes, layers standing `pixels` apart; NaN breaks the line."""
        self._set_drawn(True)
        dense = len(layers) >= DENSE
        if dense != self._dense:
            self._dense = dense
            for item in (self._above, self._below):
                item.setSize(_DENSE_SIZE if dense else RUN_STYLES[self._style].size)
            self.recolor(theme)
        self._layers, self._log10 = layers, log10
        self._line.set_points(layers, log10)
        self.mark(pixels)

    def mark(self, pixels: float) -> None:
        """Put markers on as many layers as have room, `pixels` apart from layer to layer."""
        marked = marked_layers(self._log10, self._style, pixels)
        self._markers.setData(self._layers[marked], self._log10[marked])

    def show_lost(self, above: tuple[Floats, Floats], below: tuple[Floats, Floats]) -> None:
        """Mark (layers, rows) in the gutters above and below."""
        for index, (item, points) in enumerate(((self._above, above), (self._below, below))):
            if len(points[0]) or self._lost[index]:
                self._lost[index] = len(points[0])
                item.setData(*points)
                item.setVisible(len(points[0]) > 0)

    def clear(self) -> None:
        """Draw nothing."""
        if not self._drawn:
            return
        self._set_drawn(False)
        nothing = np.zeros(0)
        self._layers = self._log10 = nothing
        self._line.set_points(nothing, nothing)
        self._markers.setData(nothing, nothing)
        self.show_lost((nothing, nothing), (nothing, nothing))

    def _set_drawn(self, drawn: bool) -> None:
        self._drawn = drawn
        self._line.setVisible(drawn)
        self._markers.setVisible(drawn)


def marked_layers(
    log10: Floats, style: int, pixels: float, room: float = _MARKER_PIXELS
) -> npt.NDArray[np.bool_]:
    """Which layers of a run are marked, where they stand `pixels` apart and a mark takes `room`."""
    marked = np.isfinite(log10)
    step = max(math.ceil(room / max(pixels, 0.01)), 1)
    if step > 1:
        sparse = np.zeros(len(marked), dtype=bool)
        sparse[style * step // len(RUN_STYLES) :: step] = True
        marked &= sparse | alone(log10)
    return np.asarray(marked)


def alone(log10: Floats) -> npt.NDArray[np.bool_]:
    """Finite points without a finite neighbour, which no line would show."""
    finite = np.isfinite(log10)
    before = np.append(False, finite[:-1])
    after = np.append(finite[1:], False)
    return np.asarray(finite & ~before & ~after)

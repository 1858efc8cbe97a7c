"""One run drawn over the layers: its line, its markers, and its points in the gutters."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg

from gradsim.ui.plots.run_styles import RUN_STYLES, run_brush, run_pen
from gradsim.ui.theme import Theme

DENSE = 200
"""From so many layers on, lines are one pixel wide and only some layers carry a marker: wide
antialiased pens cost 20 ms a redraw there, and the markers would hide the line."""

_MARKED = 24
_DENSE_SIZE = 4.0

Floats = npt.NDArray[np.float64]


class RunCurve:
    """Made once, then only given new numbers."""

    def __init__(self, style: int, view: pg.ViewBox, above: pg.ViewBox, below: pg.ViewBox) -> None:
        self._style = style
        self._dense = self._drawn = False
        self._lost = [0, 0]
        look = RUN_STYLES[style]
        depth = 10 - style
        self._line = pg.PlotCurveItem(antialias=True, connect="finite")
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
            box.addItem(item, ignoreBounds=True)

    def recolor(self, theme: Theme) -> None:
        """Put a theme's ink on the run."""
        self._line.setPen(run_pen(self._style, theme, thin=self._dense))
        for item in (self._markers, self._above, self._below):
            item.setBrush(run_brush(self._style, theme))

    def show(self, layers: Floats, log10: Floats, theme: Theme) -> None:
        """Draw log₁₀ magnitudes; NaN breaks the line."""
        self._drawn = True
        dense = len(layers) >= DENSE
        if dense != self._dense:
            self._dense = dense
            for item in (self._above, self._below):
                item.setSize(_DENSE_SIZE if dense else RUN_STYLES[self._style].size)
            self.recolor(theme)
        self._line.setData(layers, log10)
        marked = np.isfinite(log10)
        if dense:
            step = max(len(layers) // _MARKED, 1)
            sparse = np.zeros(len(layers), dtype=bool)
            sparse[self._style * step // len(RUN_STYLES) :: step] = True
            marked &= sparse | _alone(log10)
        self._markers.setData(layers[marked], log10[marked])

    def show_lost(self, above: tuple[Floats, Floats], below: tuple[Floats, Floats]) -> None:
        """Mark (layers, rows) in the gutters above and below."""
        for index, (item, points) in enumerate(((self._above, above), (self._below, below))):
            if len(points[0]) or self._lost[index]:
                self._lost[index] = len(points[0])
                item.setData(*points)

    def clear(self) -> None:
        """Draw nothing."""
        if not self._drawn:
            return
        self._drawn = False
        nothing = np.zeros(0)
        self._line.setData(nothing, nothing)
        self._markers.setData(nothing, nothing)
        self.show_lost((nothing, nothing), (nothing, nothing))


def _alone(log10: Floats) -> npt.NDArray[np.bool_]:
    """Finite points without a finite neighbour, which no line would show."""
    finite = np.isfinite(log10)
    before = np.append(False, finite[:-1])
    after = np.append(finite[1:], False)
    return np.asarray(finite & ~before & ~after)

"""The cost over the steps, on a logarithmic axis: of batches, of all samples, of those aside."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradsim.ui.plots.axes import Axis
from gradsim.ui.plots.cost_axis import CostAxis
from gradsim.ui.plots.guttered_plot import GutteredPlot
from gradsim.ui.plots.line_samples import PlainLine
from gradsim.ui.plots.overlay import Cursor
from gradsim.ui.plots.run_curve import RunLine
from gradsim.ui.plots.run_styles import run_pen
from gradsim.ui.theme import Theme, ThemeController
from gradsim.viewmodels.gradients.decades import Span, SteadySpan, number_ticks

Floats = npt.NDArray[np.float64]
_STEP_PIXELS = 80.0
_MOST_POINTS = 1200
_TICK_SIZE = 9.0


class StepAxis(Axis):
    """A horizontal axis of step numbers."""

    def __init__(self) -> None:
        super().__init__("bottom")

    def labelled(self, span: Span, pixels: float) -> tuple[tuple[float, str], ...]:
        """Round numbers, few enough to stand apart."""
        ticks = number_ticks(span, max(2, int(pixels / _STEP_PIXELS)))
        return tuple((value, f"{value:,.0f}") for value, _ in ticks if value == int(value))


class CostPlot(GutteredPlot):
    """Three lines; costs of 0 and ∞, which have no place on the axis, are ticks in rows of their
    own beside it."""

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(theme, CostAxis(), StepAxis(), parent=parent)
        self._batch, self._all, self._aside = (RunLine(dots=True) for _ in range(3))
        self._steady = SteadySpan()
        self._moment = Cursor()
        self.view.addItem(self._moment, ignoreBounds=True)
        for depth, line in enumerate((self._batch, self._aside, self._all)):
            line.setZValue(depth + 1)
            self.view.addItem(line, ignoreBounds=True)
        # One row below the axis for costs of 0, one above it for infinite ones.
        self._ticks = {name: pg.ScatterPlotItem(symbol="|", size=_TICK_SIZE) for name in "0∞"}
        for name, gutter in (("0", self._below), ("∞", self._above)):
            gutter.view.addItem(self._ticks[name], ignoreBounds=True)
        self.file_stem = "cost-per-step"
        self.recolor()

    def show_costs(self, steps: Floats, batch: Floats, scored: Floats, aside: Floats) -> None:
        """Draw these costs at these steps, (rows,) each; nan where none was measured."""
        logs = []
        for line, costs in ((self._batch, batch), (self._all, scored), (self._aside, aside)):
            known = np.flatnonzero(np.isfinite(costs) & (costs > 0))
            if len(known) > _MOST_POINTS:
                known = known[np.linspace(0, len(known) - 1, _MOST_POINTS).round().astype(int)]
            log10 = np.log10(costs[known])
            logs.append(log10)
            line.set_points(steps[known], log10)
        first = float(steps[0]) if len(steps) else 1.0
        last = max(float(steps[-1]) if len(steps) else 1.0, first)
        beyond = {
            name: steps[(batch == cost) | (scored == cost) | (aside == cost)]
            for name, cost in (("0", 0.0), ("∞", np.inf))
        }
        self._show_beyond(beyond)
        low = first if first > 1.0 else 0.0
        self.fitted.fit(Span(low, last + max(0.02 * (last - low), 0.02)), self._steady.update(logs))
        self.reading.set_stops(steps)

    def mark(self, step: float | None) -> None:
        """Mark the moment that is looked back at."""
        self._moment.move(step)

    def recolor_data(self, theme: Theme) -> None:
        """Strong ink for all samples, dashes for those aside, thin and pale for the batches."""
        super().recolor_data(theme)
        self._moment.recolor(theme.focus)
        for line, drawn in ((self._all, ALL), (self._aside, ASIDE), (self._batch, BATCH)):
            line.set_pen(drawn.pen(theme))
        for ticks in self._ticks.values():
            ticks.setPen(pg.mkPen(theme.ink[1], width=1.5))

    def _show_beyond(self, found: Mapping[str, Floats]) -> None:
        """Tick the steps whose cost is 0 or ∞."""
        above, below = ({name: name} if len(found[name]) else {} for name in "∞0")
        self.set_gutter_rows(above, below)
        for name, steps in found.items():
            if len(steps) > _MOST_POINTS:
                steps = steps[np.linspace(0, len(steps) - 1, _MOST_POINTS).round().astype(int)]
            self._ticks[name].setData(steps, np.zeros(len(steps)))


def batch_pen(theme: Theme) -> QPen:
    """The pen of the batches' costs: thin and pale, because they jump about."""
    pen: QPen = pg.mkPen(theme.ink[4], width=1.0)
    return pen


ALL, ASIDE, BATCH = (
    PlainLine(partial(run_pen, 0)),
    PlainLine(partial(run_pen, 1)),
    PlainLine(batch_pen),
)
"""The three lines, as plot, legend and exported picture draw them."""


class LineSample(QWidget):
    """A short piece of one of the three lines, for the legend."""

    def __init__(
        self, line: PlainLine, theme: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._line = line
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Room for a line."""
        return QSize(26, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line as the plot draws it."""
        del event
        painter = QPainter(self)
        self._line.paint(painter, QRectF(self.rect()), self._theme.theme)
        painter.end()

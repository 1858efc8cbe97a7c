"""Cost or right answers of every racer over the steps, overlaid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from gradsim.ui.compare.race.racer_plot import Curve, RacerPlot
from gradsim.ui.plots.axes import Axis
from gradsim.ui.plots.cost_axis import CostAxis
from gradsim.ui.theme import ThemeController
from gradsim.ui.train.cost_plot import StepAxis
from gradsim.viewmodels.gradients.decades import Span, SteadySpan, number_ticks

Floats = npt.NDArray[np.float64]
MOST_POINTS = 120
"""Of a line: wide antialiased ones of more points are felt."""
_PERCENT_PIXELS = 22.0
_APART = 4.0
"""How many times farther apart than others the marks of these long lines stand."""
_WIDEST = ("100 %", "0.0001")
_ABOVE = 1.0
"""Decades above the others up to which the cost of a racer that is out is shown."""


class PercentAxis(Axis):
    """An upright axis from 0 to 100 %."""

    def __init__(self) -> None:
        super().__init__("left")

    def labelled(self, span: Span, pixels: float) -> tuple[tuple[float, str], ...]:
        """Round percentages."""
        ticks = number_ticks(span, max(2, int(pixels / _PERCENT_PIXELS)))
        return tuple((value, f"{value:g} %") for value, _ in ticks if 0.0 <= value <= 100.0)


class ScorePlot(RacerPlot):
    """Costs on an axis of decades, or with `right` the right answers in per cent."""

    def __init__(self, theme: ThemeController, *, right: bool = False) -> None:
        left = PercentAxis() if right else CostAxis()
        super().__init__(theme, left, StepAxis())
        self._right = right
        self._steady = SteadySpan()
        self.stops: Floats = np.empty(0)
        """The steps that can be read."""
        self.file_stem = "race-right-answers" if right else "race-cost"
        self.recolor()

    def show_scores(self, scores: Mapping[int, tuple[Floats, Floats]], out: set[int]) -> None:
        """Draw (steps, values) by style; those of `out` end with a mark in the gutter above."""
        curves: dict[int, Curve] = {}
        heights: list[Floats] = []
        broken: list[Floats] = []
        longest = max((len(steps) for steps, _ in scores.values()), default=0)
        last = 1.0
        stops: set[float] = set()
        for style, (steps, values) in scores.items():
            chosen = _spread(len(steps), MOST_POINTS)
            x, told = steps[chosen], values[chosen]
            y = self._heights(told)
            (broken if style in out else heights).append(y)
            stops.update(x.tolist())
            last = max(last, float(x[-1]) if len(x) else 1.0)
            ends = x[-1:] if style in out else np.empty(0)
            zeros = np.empty(0) if self._right else x[told == 0.0]
            curves[style] = Curve(x, y, ends, zeros)
        width = max(self.view.width(), 1.0)
        points = min(longest, MOST_POINTS)
        self.draw(curves, width / max(points, 1) / _APART, self.tr("out"), "0")
        up = Span(-6.0, 108.0) if self._right else self._steady.update(_within(heights, broken))
        self.fitted.fit(Span(0.0, 1.02 * last), up)
        self.stops = np.array(sorted(stops))
        self.reading.set_stops(self.stops)

    def extra_labels(self) -> Sequence[str]:
        """Room for the labels of the other plot too, so that the steps stand below each other."""
        return (*super().extra_labels(), *_WIDEST)

    def _heights(self, values: Floats) -> Floats:
        if self._right:
            return np.asarray(100.0 * values)
        shown = np.where(np.isfinite(values) & (values > 0), values, np.nan)
        return np.asarray(np.log10(shown))


def _within(heights: Sequence[Floats], broken: Sequence[Floats]) -> Sequence[Floats]:
    """What the range holds: of racers that are out no more than a little above the others, whom
    their last costs would press onto one line."""
    finite = [part[np.isfinite(part)] for part in heights]
    if not any(part.size for part in finite):
        return broken
    top = max(float(part.max()) for part in finite if part.size) + _ABOVE
    return [*heights, *(part[part <= top] for part in broken)]


def _spread(count: int, most: int) -> npt.NDArray[np.int64]:
    """The indices of at most `most` of `count` rows, evenly, both ends among them."""
    places = np.linspace(0, count - 1, min(count, most)) if count else np.empty(0)
    return np.asarray(places.round().astype(np.int64))

"""The step at which each layer of each racer had first moved: layers across, steps up."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from gradsim.ui.compare.race.racer_plot import Curve, RacerPlot
from gradsim.ui.plots.axes import DecadeAxis, LayerAxis
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.gradients.decades import Span, decade_span
from gradsim.viewmodels.race.entrants import MOST

_DODGE = 0.1
"""Racers stand so many layers beside each other, so that equal steps do not hide one."""
_LOWEST, _APART = -0.2, 0.45
"""Where racers stand in the gutter whose layers have not moved: four of them in two rows."""
_ROOMY = 60.0
"""Pixels from layer to layer below which they do not."""

Integers = npt.NDArray[np.int64]


class FirstMovesPlot(RacerPlot):
    """The lower a point, the earlier its layer moved; one that has not stands in the row above."""

    def __init__(self, theme: ThemeController) -> None:
        self._layers = LayerAxis()
        super().__init__(theme, DecadeAxis("left"), self._layers)
        self.layers = 0
        """How many layers the deepest racer has."""
        self.file_stem = "race-first-moves"
        self.recolor()

    def show_steps(self, steps: Mapping[int, Integers]) -> None:
        """Draw the first steps, (L,) each with 0 for not yet, by style."""
        self.layers = max((len(each) for each in steps.values()), default=0)
        depth = max(self.layers, 1)
        width = max(self.view.width(), 1.0)
        roomy = width / depth >= _ROOMY
        waiting = sorted(
            (style for style, each in steps.items() if (each == 0).any()), reverse=True
        )
        lowest = _LOWEST if len(waiting) > 1 else 0.0
        rows = {style: lowest + _APART * place for place, style in enumerate(waiting)}
        curves = {}
        for style, firsts in steps.items():
            x = np.arange(1.0, len(firsts) + 1.0)
            y = np.log10(np.where(firsts > 0, firsts, np.nan).astype(np.float64))
            beside = x + _DODGE * (style - (MOST - 1) / 2) * roomy
            row = rows.get(style, 0.0)
            curves[style] = Curve(beside, y, beside[firsts == 0], np.empty(0), row)
        self._layers.set_layers(depth)
        self.draw(curves, width / depth, self.tr("not yet"))
        up = decade_span([curve.y for curve in curves.values()], 1)
        low = -0.15 if up.low < 0 else up.low
        self.fitted.fit(Span(0.5, depth + 0.5), Span(low, max(up.high, 1.0)))
        self.reading.set_stops(np.arange(1.0, self.layers + 1.0))

"""The profile of one cell over its draws: median, quartile band and the band of the extremes."""

from __future__ import annotations

import numpy as np

from gradsim.engine.ensembles import Spread
from gradsim.ui.plots.axes import DecadeAxis, LayerAxis
from gradsim.ui.plots.plot import Plot
from gradsim.ui.plots.spread import SpreadCurves, SpreadItems
from gradsim.ui.theme import Theme, ThemeController
from gradsim.viewmodels.gradients.decades import Span, decade_span


class SpreadPlot(Plot):
    """Layers across, log₁₀ up."""

    def __init__(self, theme: ThemeController) -> None:
        self._layer_axis = LayerAxis()
        super().__init__(theme, DecadeAxis("left"), self._layer_axis)
        self._items = SpreadItems(self.view, self.backdrop)
        self.file_stem = "cell-profile"
        self.setMinimumHeight(120)
        self.recolor()

    def show_spread(self, spread: Spread | None) -> None:
        """Draw this profile, or none."""
        if spread is None:
            self._items.show_spread(None)
            self.reading.set_stops(np.zeros(0))
            return
        depth = len(spread.median)
        layers = np.arange(1.0, depth + 1.0)
        self._layer_axis.set_layers(depth)
        lines = (
            spread.lowest,
            spread.lower_quartile,
            spread.median,
            spread.upper_quartile,
            spread.highest,
        )
        if depth == 1:  # a single point makes no line: a layer alone is drawn as a step
            step = np.array([0.75, 1.25])
            self._items.show_spread(SpreadCurves(step, *(np.repeat(line, 2) for line in lines)))
        else:
            self._items.show_spread(SpreadCurves(layers, *lines))
        self.fitted.fit(Span(0.5, depth + 0.5), decade_span(lines))
        self.reading.set_stops(layers)

    def recolor_data(self, theme: Theme) -> None:
        """The greys of every plot over many draws."""
        self._items.recolor(theme, self.small_font())

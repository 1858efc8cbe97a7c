"""Decades taken and given per layer and cause, as signed bars on a linear axis."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtWidgets import QWidget

from gradsim.ui.plots.axes import Axis, LayerAxis
from gradsim.ui.plots.bars import Bars, BarStyle
from gradsim.ui.plots.plot import Plot
from gradsim.ui.theme import Theme, ThemeController
from gradsim.viewmodels.gradients.attribution import Attribution
from gradsim.viewmodels.gradients.decades import Span, linear_span

_BAR_PIXELS = 9


def cause_style(cause: str, theme: Theme) -> BarStyle:
    """The law of colours: activations green, weights and what meets them blue, remedies pink."""
    return {
        "activation": BarStyle(theme.activation),
        "weights": BarStyle(theme.linear),
        "remedies": BarStyle(theme.remedy),
        "inputs": BarStyle(theme.linear, hatched=True),
    }.get(cause, BarStyle(theme.text_muted, hatched=True))


class AttributionPlot(Plot):
    """Layers across, decades up; the tick across a layer's bars is their sum."""

    def __init__(
        self, theme: ThemeController, *, zoomable: bool = True, parent: QWidget | None = None
    ) -> None:
        self._layer_axis = LayerAxis()
        super().__init__(theme, Axis("left"), self._layer_axis, zoomable=zoomable, parent=parent)
        self._bars = Bars()
        self.view.addItem(self._bars, ignoreBounds=True)
        self._shown: Attribution | None = None
        self.file_stem = "attribution"
        self.recolor()

    @property
    def most_bars(self) -> int:
        """How many groups of bars stay readable in the present width."""
        return max(8, min(80, int(self.width() / _BAR_PIXELS / 1.5)))

    def show_attribution(self, attribution: Attribution | None) -> None:
        """Draw these bars, or none."""
        self._shown = attribution
        self._put_bars(self.controller.theme)
        if attribution is None:
            self.reading.set_stops(np.zeros(0))
            return
        self._layer_axis.set_layers(attribution.depth)
        heights = [cause.decades for cause in attribution.causes]
        self.fitted.fit(
            Span(0.5, attribution.depth + 0.5), linear_span([*heights, attribution.net])
        )
        self.reading.set_stops(attribution.centers)

    def mark_layers(self, layers: Sequence[int]) -> None:
        """Shade the chosen layers' columns, or the groups that hold them."""
        self.backdrop.set_bands(() if self._shown is None else self._shown.columns_of(layers))

    def recolor_data(self, theme: Theme) -> None:
        """The causes' colours."""
        self._put_bars(theme)

    def _put_bars(self, theme: Theme) -> None:
        shown = self._shown
        if shown is None:
            self._bars.set_bars(np.zeros(0), np.zeros(0), (), None, theme.text)
            return
        rows = [(cause.decades, cause_style(cause.name, theme)) for cause in shown.causes]
        self._bars.set_bars(shown.first - 0.5, shown.last + 0.5, rows, shown.net, theme.text)

"""The spread of the singular values per layer on an axis of decades, around σ = 1."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QWidget

from gradsim.ui.plots.axes import DecadeAxis, LayerAxis
from gradsim.ui.plots.guttered_plot import GutteredPlot
from gradsim.ui.plots.overlay import Mark
from gradsim.ui.plots.spread_bars import SpreadBars
from gradsim.ui.theme import Theme, ThemeController
from gradsim.viewmodels.gradients.decades import Span, decade_span
from gradsim.viewmodels.gradients.spectra.spread import Spread

ZERO, UNRESOLVED = "zero", "unresolved"
_MARKERS = {ZERO: "o", UNRESOLVED: "x"}
_SIZE = 7.0


class SpreadPlot(GutteredPlot):
    """Layers across; layers with zeros or unresolved values are marked in labelled gutters."""

    def __init__(
        self, theme: ThemeController, *, zoomable: bool = True, parent: QWidget | None = None
    ) -> None:
        self._layer_axis = LayerAxis()
        super().__init__(
            theme, DecadeAxis("left"), self._layer_axis, zoomable=zoomable, parent=parent
        )
        self._bars = SpreadBars()
        self.view.addItem(self._bars, ignoreBounds=True)
        self._lost = {
            key: pg.ScatterPlotItem(symbol=symbol, size=_SIZE, pen=None)
            for key, symbol in _MARKERS.items()
        }
        for item in self._lost.values():
            self._below.view.addItem(item, ignoreBounds=True)
        self._shown: Spread | None = None
        self.file_stem = "singular-values"
        self.recolor()

    def show_spread(self, spread: Spread | None, depth: int) -> None:
        """Draw this spread over `depth` layers, or none."""
        self._shown = spread
        nothing = np.zeros(0)
        self._label_gutter()
        if spread is None:
            self._bars.set_bars(nothing, nothing, nothing, nothing)
            self.reading.set_stops(nothing)
            return
        self._layer_axis.set_layers(depth)
        self._bars.set_bars(spread.layers, spread.low, spread.median, spread.high)
        self.backdrop.set_curves([(spread.layers, spread.high), (spread.layers, spread.low)])
        span = decade_span([spread.low, spread.high, np.zeros(1)])
        self.fitted.fit(Span(0.5, depth + 0.5), span)
        self.backdrop.set_marks([Mark(0.0, "", strong=True)])
        self.reading.set_stops(spread.layers)

    def mark_layers(self, layers: Sequence[int]) -> None:
        """Shade the chosen layers' columns."""
        self.backdrop.set_bands([(layer - 0.5, layer + 0.5) for layer in layers])

    def recolor_data(self, theme: Theme) -> None:
        """Ink for the bars, a muted ground for the gutter."""
        super().recolor_data(theme)
        self._bars.recolor(theme)
        for item in self._lost.values():
            item.setBrush(theme.ink[1])

    def _label_gutter(self) -> None:
        spread = self._shown
        nothing = np.zeros(0)
        found = {ZERO: nothing, UNRESOLVED: nothing}
        if spread is not None:
            found[ZERO] = spread.layers[spread.zeros > 0]
            found[UNRESOLVED] = spread.layers[spread.unresolved > 0]
        words = {ZERO: self.tr("some 0"), UNRESOLVED: self.tr("unresolved")}
        self.set_gutter_rows({}, {key: words[key] for key in found if len(found[key])})
        for key, layers in found.items():
            row = self._below.row_of(key)
            self._lost[key].setData(layers, np.full(len(layers), float(row or 0)))

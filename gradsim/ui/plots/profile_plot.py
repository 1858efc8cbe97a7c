"""The magnitude of a gradient in every layer, for up to five runs, on an axis of decades."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from gradsim.engine.scaling import State
from gradsim.ui.plots.axes import DecadeAxis, LayerAxis
from gradsim.ui.plots.gutter import Gutter
from gradsim.ui.plots.guttered_plot import GutteredPlot
from gradsim.ui.plots.lost_draws import LostDraws
from gradsim.ui.plots.overlay import Mark
from gradsim.ui.plots.pin_spreads import PinSpreads, RunSpread
from gradsim.ui.plots.run_curve import RunCurve
from gradsim.ui.plots.spread import SpreadCurves, SpreadItems, TheoryCurves
from gradsim.ui.theme import Theme, ThemeController
from gradsim.viewmodels.gradients.decades import Span, decade_span
from gradsim.viewmodels.gradients.profile import Profile

ABOVE = (State.overflow, State.nan)
BELOW = (State.zero, State.underflow)
"""The gutters' rows, from the bottom up."""


class RunProfile(Struct, frozen=True, eq=False):
    """A profile and the style (index of ``RUN_STYLES``) that it is drawn in."""

    style: int
    profile: Profile


class ProfilePlot(GutteredPlot):
    """Layers across, log₁₀ up; what has no logarithm stands in labelled gutters.

    Attributes
    ----------
    pointed : callable or None
        Told the stop and the height under the pointer, before these are read.
    stepped : callable or None
        Told +1 for ↑ and −1 for ↓; True where that meant something.
    """

    def __init__(
        self, theme: ThemeController, *, zoomable: bool = True, parent: QWidget | None = None
    ) -> None:
        self._layer_axis = LayerAxis()
        super().__init__(
            theme, DecadeAxis("left"), self._layer_axis, zoomable=zoomable, parent=parent
        )
        self._curves: dict[int, RunCurve] = {}
        self._spread_items = SpreadItems(self.view, self.backdrop)
        self._spread: SpreadCurves | None = None
        self._bars = PinSpreads()
        self._bar_spreads: tuple[RunSpread, ...] = ()
        self.view.addItem(self._bars, ignoreBounds=True)
        self._theory: TheoryCurves | None = None
        self._lost_draws: dict[State, npt.NDArray[np.float64]] = {}
        self._drawn_lost = LostDraws(self._above.view, self._below.view)
        self.pointed: Callable[[int, float], None] | None = None
        self.stepped: Callable[[int], bool] | None = None
        self._shown: tuple[RunProfile, ...] = ()
        self._marked_at = 0.0
        self.file_stem = "gradient-per-layer"
        self.recolor()

    def show_spread(
        self,
        spread: SpreadCurves | None,
        lost: Mapping[State, npt.NDArray[np.float64]],
        theory: TheoryCurves | None,
        bars: Sequence[RunSpread] = (),
    ) -> None:
        """What the next `show_runs` draws beside the runs: bands, theory, the layers in which
        draws stand in a gutter, and bars of the pins' spreads."""
        self._spread, self._theory, self._lost_draws = spread, theory, dict(lost)
        self._bar_spreads = tuple(bars)

    def show_member(self, log10: npt.NDArray[np.float64] | None) -> None:
        """Light one draw of the spread, or none."""
        layers = np.arange(1.0, 1.0 + (0 if log10 is None else len(log10)))
        self._spread_items.show_member(layers, log10)

    def show_runs(self, runs: Sequence[RunProfile]) -> None:
        """Draw these runs and no other."""
        self._shown = tuple(runs)
        depth = max((run.profile.depth for run in runs), default=1)
        self._layer_axis.set_layers(depth)
        self._label_gutters()
        theme = self.controller.theme
        idle = set(self._curves)
        for run in runs:
            idle.discard(run.style)
            curve = self._curve(run.style)
            curve.show(run.profile.layers, run.profile.log10, theme, self._layer_pixels(depth))
            curve.show_lost(
                _in_rows(run.profile, ABOVE, self._above), _in_rows(run.profile, BELOW, self._below)
            )
        for style in idle:
            self._curves[style].clear()
        curves = [(run.profile.layers, run.profile.log10) for run in runs]
        heights = [run.profile.log10 for run in runs]
        spread, theory = self._spread, self._theory
        self._spread_items.show_spread(spread)
        self._bars.show(self._bar_spreads)
        self._bars.mark(self._layer_pixels(depth))
        heights += [end for each in self._bar_spreads for end in (each.low, each.high)]
        if spread is not None:
            curves.append((spread.layers, spread.median))
            heights += [spread.lowest, spread.highest]
        if theory is not None:
            layers = np.arange(1.0, len(theory.line) + 1.0)
            self._spread_items.show_theory(layers, theory, curves)
            curves = [*curves, (layers, theory.line)]
            heights += [theory.line, *(theory.interval or ())]
        else:
            self._spread_items.show_theory(np.zeros(0), None)
        self._drawn_lost.show(self._lost_draws, self._above, self._below)
        self.backdrop.set_curves(curves)
        self.fitted.fit(Span(0.5, depth + 0.5), decade_span(heights))
        self.reading.set_stops(np.arange(1.0, depth + 1.0) if runs else np.zeros(0))

    def mark_layers(self, layers: Sequence[int]) -> None:
        """Shade the chosen layers' columns."""
        self.backdrop.set_bands([(layer - 0.5, layer + 0.5) for layer in layers])

    def mark_heights(self, marks: Sequence[Mark]) -> None:
        """Draw the limits of the number formats."""
        self.backdrop.set_marks(marks)

    def recolor_data(self, theme: Theme) -> None:
        """Ink for the runs, a muted ground for the gutters."""
        super().recolor_data(theme)
        for curve in self._curves.values():
            curve.recolor(theme)
        self._spread_items.recolor(theme, self.small_font())
        self._bars.recolor(theme)
        self._drawn_lost.recolor(theme)

    def follow_range(self) -> None:
        """Markers as dense as the new width or zoom allows."""
        super().follow_range()
        low, high = self.view.viewRange()[0]
        pixels = self._layer_pixels(high - low)
        if pixels != self._marked_at:
            self._marked_at = pixels
            for curve in self._curves.values():
                curve.mark(pixels)
            self._bars.mark(pixels)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say where the pointer is before the readout tells what is there."""
        position = event.position().toPoint()
        stop = self.reading.nearest(position)
        if self.pointed is not None and stop is not None and not event.buttons():
            height = self.view.mapSceneToView(self.mapToScene(position)).y()
            self.pointed(stop, float(height))
        super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ and ↓ walk through the draws; the rest as in every plot."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is not None and self.stepped is not None and self.stepped(step):
            self.reading.tell()
            event.accept()
            return
        super().keyPressEvent(event)

    def _curve(self, style: int) -> RunCurve:
        """The curve of a style, made for the first run that is drawn in it."""
        curve = self._curves.get(style)
        if curve is None:
            curve = RunCurve(style, self.view, self._above.view, self._below.view)
            curve.recolor(self.controller.theme)
            self._curves[style] = curve
        return curve

    def _layer_pixels(self, layers: float) -> float:
        return float(self.view.width()) / max(layers, 1.0)

    def _label_gutters(self) -> None:
        words = {
            State.zero: self.tr("zero"),
            State.underflow: self.tr("underflow"),
            State.overflow: self.tr("∞ overflow"),
            State.nan: self.tr("NaN"),
        }
        found = {state for run in self._shown for state in set(run.profile.states)}
        found |= {state for state, layers in self._lost_draws.items() if len(layers)}
        self.set_gutter_rows(
            {state: words[state] for state in ABOVE if state in found},
            {state: words[state] for state in BELOW if state in found},
        )


def _in_rows(
    profile: Profile, states: Sequence[State], gutter: Gutter
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """(layers, rows) of the profile's points in one gutter."""
    if not profile.any_lost:
        return np.zeros(0), np.zeros(0)
    layers, rows = [], []
    for state in states:
        row = gutter.row_of(state)
        if row is not None:
            found = profile.in_gutter(state)
            layers.append(found)
            rows.append(np.full(len(found), float(row)))
    return np.concatenate([np.zeros(0), *layers]), np.concatenate([np.zeros(0), *rows])

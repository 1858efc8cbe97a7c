"""The numbers of one layer in bins, linear or by decades, with exact zeros in a slot apart."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtWidgets import QWidget

from gradsim.ui.plots.axes import Axis
from gradsim.ui.plots.bars import Bars, BarStyle, Floats
from gradsim.ui.plots.plot import Plot
from gradsim.ui.theme import Theme, ThemeController
from gradsim.viewmodels.gradients.decades import Span, decade_ticks, number_ticks
from gradsim.viewmodels.gradients.histograms import Histogram

_LABEL_PIXELS = 46.0


class ValueAxis(Axis):
    """A horizontal axis of values, or of decades, whose left end may be the slot of the zeros."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self._decades = False
        self._slot: tuple[float, str] | None = None
        self._alone = False

    def set_scale(
        self, *, decades: bool, slot: tuple[float, str] | None, alone: bool = False
    ) -> None:
        """Plain numbers or powers of ten, and where the zeros stand under which name.

        Where they stand `alone` there are no decades to mark.
        """
        if (decades, slot, alone) != (self._decades, self._slot, self._alone):
            self._decades, self._slot, self._alone = decades, slot, alone
            self.picture = None
            self.update()

    def labelled(self, span: Span, pixels: float) -> tuple[tuple[float, str], ...]:
        """Ticks for the values, and the name of the slot under it."""
        room = max(2, int(pixels / _LABEL_PIXELS))
        if not self._decades:
            return number_ticks(span, room)
        if self._slot is not None and self._alone:
            return (self._slot,)
        ticks = tuple((float(at), label) for at, label in decade_ticks(span, room))
        if self._slot is None:
            return ticks
        clear = span.length * _LABEL_PIXELS / max(pixels, 1.0) * 0.7
        kept = tuple(each for each in ticks if each[0] - self._slot[0] > clear)
        return (self._slot, *kept)


class CountAxis(Axis):
    """A vertical axis of whole numbers."""

    def labelled(self, span: Span, pixels: float) -> tuple[tuple[float, str], ...]:
        """Round numbers, none between two counts."""
        ticks = super().labelled(span, pixels)
        whole = tuple((at, f"{round(at):,}") for at, _ in ticks if abs(at - round(at)) < 1e-6)
        if len(whole) > 1 or span.high < 1:
            return whole
        top = math.floor(span.high)
        return ((0.0, "0"), (float(top), f"{top:,}"))


class HistogramPlot(Plot):
    """Counts up; `factor` histograms (of f′) wear the activation's colour, the others ink."""

    def __init__(
        self, theme: ThemeController, *, factor: bool = False, parent: QWidget | None = None
    ) -> None:
        self._value_axis = ValueAxis()
        super().__init__(theme, CountAxis("left"), self._value_axis, zoomable=False, parent=parent)
        self._factor = factor
        self._bars = Bars(fill=1.0)
        self.view.addItem(self._bars, ignoreBounds=True)
        self._shown: Histogram | None = None
        self.file_stem = "histogram"
        self.recolor()

    @property
    def shown(self) -> Histogram | None:
        """What is drawn."""
        return self._shown

    def show_histogram(self, shown: Histogram | None) -> None:
        """Draw these bins, or none."""
        self._shown = shown
        self._put_bars(self.controller.theme)
        if shown is None:
            self.reading.set_stops(np.zeros(0))
            return
        left, right, counts = _slots(shown)
        if not len(counts):
            self.reading.set_stops(counts)
            return
        slot, alone = None, not len(shown.counts)
        if shown.apart:
            name = "0" if shown.zeros else "≈ 0"
            slot = (0.0 if alone else float(left[0] + right[0]) / 2, name)
        self._value_axis.set_scale(decades=shown.log, slot=slot, alone=alone)
        air = float(right[-1] - left[0]) / 40
        self.fitted.fit(
            Span(float(left[0]) - air, float(right[-1]) + air),
            Span(0.0, float(counts.max()) * 1.05),
        )
        self.reading.set_stops((left + right) / 2)

    def recolor_data(self, theme: Theme) -> None:
        """Green for f′, ink for the rest."""
        self._put_bars(theme)

    def _put_bars(self, theme: Theme) -> None:
        style = BarStyle(theme.activation if self._factor else theme.ink[2])
        if self._shown is None:
            self._bars.set_bars(np.zeros(0), np.zeros(0), (), None, theme.text_muted)
            return
        left, right, counts = _slots(self._shown)
        self._bars.set_bars(left, right, [(counts, style)], None, theme.text_muted)


def _slots(shown: Histogram) -> tuple[Floats, Floats, Floats]:
    """Left and right edge and count of each bar; zeros first, a bin apart from the rest."""
    left, right = shown.edges[:-1], shown.edges[1:]
    counts = shown.counts.astype(np.float64)
    if not shown.apart:
        return left, right, counts
    if not len(counts):
        # Zeros alone: their bar with an empty slot at either side.
        return (
            np.array([-2.5, -0.5, 1.5]),
            np.array([-1.5, 0.5, 2.5]),
            np.array([0.0, float(shown.apart), 0.0]),
        )
    width = max(right[0] - left[0], (right[-1] - left[0]) / 20)
    return (
        np.append(left[0] - 2 * width, left),
        np.append(left[0] - width, right),
        np.append(float(shown.apart), counts),
    )

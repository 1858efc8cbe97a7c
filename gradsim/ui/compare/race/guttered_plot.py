"""A plot of one curve for each racer, with a row above or below for what the axis cannot hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.ui.plots.axes import Axis
from gradsim.ui.plots.gutter import Gutter
from gradsim.ui.plots.plot import MAIN_ROW, Plot
from gradsim.ui.plots.run_curve import RunCurve
from gradsim.ui.theme import Theme, ThemeController
from gradsim.viewmodels.race.entrants import MOST

Floats = npt.NDArray[np.float64]
_GUTTER_GAP = 7.0


class Curve(Struct, frozen=True, eq=False):
    """Heights at places, (n,) each; nan breaks the line. above, below : places in the gutters.

    row : how high it stands in the gutter above, in rows from the bottom.
    """

    x: Floats
    y: Floats
    above: Floats
    below: Floats
    row: float = 0.0


class RacerPlot(Plot):
    """Draws curves by the racers' styles; a gutter is there while somebody stands in it."""

    def __init__(self, theme: ThemeController, left: Axis, bottom: Axis) -> None:
        super().__init__(theme, left, bottom)
        self._above, self._below = Gutter(), Gutter()
        for gutter, row in ((self._above, MAIN_ROW - 1), (self._below, MAIN_ROW + 1)):
            self.grid.addItem(gutter.axis, row, 0)
            self.grid.addItem(gutter.view, row, 1)
        self._curves = [
            RunCurve(style, self.view, self._above.view, self._below.view) for style in range(MOST)
        ]
        self.view.sigXRangeChanged.connect(self._align_gutters)

    @property
    def gutter_labels(self) -> tuple[str, ...]:
        """The words of the gutters that are shown."""
        return tuple(each for each in (*self._above.labels, *self._below.labels) if each)

    def draw(self, curves: Mapping[int, Curve], pixels: float, above: str, below: str = "") -> None:
        """Draw these curves, by style, their points about `pixels` apart; name the gutters.

        The one above has as many rows as its curves need.
        """
        changed = False
        heights = [round(each.row) + 1 for each in curves.values() if len(each.above)]
        lost = any(len(each.below) for each in curves.values())
        for gutter, label, count in (
            (self._above, above, max(heights, default=0)),
            (self._below, below, int(lost)),
        ):
            labels = [*[""] * (count - 1), label] if count else []
            changed |= gutter.set_rows([str(row) for row in range(count)], labels)
        if changed:
            for row, gutter in ((MAIN_ROW - 1, self._above), (MAIN_ROW, self._below)):
                self.grid.setRowSpacing(row, _GUTTER_GAP if gutter.labels else 0.0)
            self.follow_range()
        for style, drawn in enumerate(self._curves):
            curve = curves.get(style)
            if curve is None:
                drawn.clear()
                continue
            drawn.show(curve.x, curve.y, self.controller.theme, pixels)
            drawn.show_lost(
                (curve.above, np.full(len(curve.above), curve.row)),
                (curve.below, np.zeros(len(curve.below))),
            )

    def recolor_data(self, theme: Theme) -> None:
        """Ink for the curves, muted ground for the gutters."""
        font = self.small_font()
        for gutter in (self._above, self._below):
            gutter.recolor(theme.hover, theme.text_muted, theme.text_muted, font)
        for curve in self._curves:
            curve.recolor(theme)

    def extra_labels(self) -> Sequence[str]:
        """The gutters' words need room beside the axis too."""
        return self.gutter_labels

    def left_axes(self) -> Sequence[Axis]:
        """The gutters' axes too."""
        return (self.left_axis, self._above.axis, self._below.axis)

    def _align_gutters(self) -> None:
        low, high = self.view.viewRange()[0]
        for gutter in (self._above, self._below):
            gutter.view.setXRange(low, high, padding=0)

"""A plot of one curve for each racer, with a row above or below for what the axis cannot hold."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.ui.plots.axes import Axis
from gradsim.ui.plots.guttered_plot import GutteredPlot
from gradsim.ui.plots.run_curve import RunCurve
from gradsim.ui.theme import Theme, ThemeController
from gradsim.viewmodels.race.entrants import MOST

Floats = npt.NDArray[np.float64]


class Curve(Struct, frozen=True, eq=False):
    """Heights at places, (n,) each; nan breaks the line. above, below : places in the gutters.

    row : how high it stands in the gutter above, in rows from the bottom.
    """

    x: Floats
    y: Floats
    above: Floats
    below: Floats
    row: float = 0.0


class RacerPlot(GutteredPlot):
    """Draws curves by the racers' styles; a gutter is there while somebody stands in it."""

    def __init__(self, theme: ThemeController, left: Axis, bottom: Axis) -> None:
        super().__init__(theme, left, bottom)
        self._curves = [
            RunCurve(style, self.view, self._above.view, self._below.view) for style in range(MOST)
        ]

    def draw(self, curves: Mapping[int, Curve], pixels: float, above: str, below: str = "") -> None:
        """Draw these curves, by style, their points about `pixels` apart; name the gutters.

        The one above has as many rows as its curves need.
        """
        heights = [round(each.row) + 1 for each in curves.values() if len(each.above)]
        lost = any(len(each.below) for each in curves.values())
        self.set_gutter_rows(_rows(above, max(heights, default=0)), _rows(below, int(lost)))
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
        super().recolor_data(theme)
        for curve in self._curves:
            curve.recolor(theme)


def _rows(label: str, count: int) -> dict[str, str]:
    """So many rows, of which the topmost says the label."""
    return {str(row): label if row == count - 1 else "" for row in range(count)}

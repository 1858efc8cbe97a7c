"""The decades gathered from the cost down: what each part has taken or given by a layer."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.attribution import CAUSES, Attribution
from gradsim.viewmodels.gradients.tables import Table
from gradsim.viewmodels.notation import layer_number

Floats = npt.NDArray[np.float64]


class RunningPart(Struct, frozen=True, eq=False):
    """One cause (a name of ``CAUSES``), and its sum over the layers from the top down to each
    bar's lowest layer, (bars,) float64; NaN from an undefined bar on."""

    name: str
    decades: Floats


class Running(Struct, frozen=True, eq=False):
    """The running sums of an attribution.

    `total` is at every bar the sum of the `parts` there, and so log₁₀ of the gradient's size in
    the bar's lowest layer over that at the start. It goes on where the parts end because a change
    is known that cannot be divided.
    """

    attribution: Attribution
    parts: tuple[RunningPart, ...]

    @property
    def total(self) -> Floats:
        """All parts together."""
        whole = np.cumsum(self.attribution.net[::-1])[::-1]
        return np.where(np.isfinite(self._summed), self._summed, whole)

    @property
    def ends_at(self) -> int | None:
        """The highest layer at which the sum is undefined; None where it goes all the way."""
        lost = np.flatnonzero(np.isnan(self.total))
        return int(self.attribution.last[lost[-1]]) if lost.size else None

    @property
    def parts_end_at(self) -> int | None:
        """The highest layer at which a part has no sum though all together have one."""
        alone = np.flatnonzero(np.isfinite(self.total) & ~np.isfinite(self._summed))
        return int(self.attribution.last[alone[-1]]) if alone.size else None

    @property
    def _summed(self) -> Floats:
        if not self.parts:
            return np.zeros(len(self.attribution.first))
        return np.asarray(np.sum([part.decades for part in self.parts], axis=0))

    def steps(self, decades: Floats) -> tuple[Floats, Floats]:
        """The corners (x, y) of a staircase from 0 above the last layer down to the first."""
        upper = self.attribution.last[::-1] + 0.5
        x = np.empty(2 * len(upper) + 1)
        y = np.empty(2 * len(upper) + 1)
        x[0], y[0] = upper[0], 0.0
        x[1::2], x[2::2] = upper, self.attribution.first[::-1] - 0.5
        y[1::2] = y[2::2] = decades[::-1]
        return x, y

    def table(self) -> Table:
        """Layer, the running sum of each part, and all of them together."""
        headings = ("layer", *(words.text(CAUSES[part.name]) for part in self.parts), "sum")
        columns = [[layer_number(int(layer)) for layer in self.attribution.first]]
        columns += [part.decades.tolist() for part in self.parts] + [self.total.tolist()]
        return Table(headings, tuple(zip(*columns, strict=True)))


def running_of(attribution: Attribution) -> Running:
    """Sum each cause from the uppermost bar down."""
    parts = tuple(
        RunningPart(cause.name, np.cumsum(cause.decades[::-1])[::-1])
        for cause in attribution.causes
    )
    return Running(attribution, parts)

"""One number of every layer over many seeds, ready to draw: five lines, and who has no place."""

from __future__ import annotations

from typing import Final, cast

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.ensembles import EnsembleMeasurement, Spread, spread_of
from gradsim.engine.scaling import State
from gradsim.engine.statistics import Statistic
from gradsim.viewmodels.gradients.profile import GUTTERS, exact_text

Floats = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]

SECOND_MOMENT: Final = "second_moment"
"""The name of E a² where a quantity is asked for."""
_SAME: Final = 1e-12
"""Decades by which seeds that give the same numbers differ at most."""


class Band(Struct, frozen=True, eq=False):
    """S seeds and L layers.

    Attributes
    ----------
    seeds : the S seeds; the first is the project's own.
    members : (S, L) float64
        log₁₀ of the magnitude: −inf for 0, +inf for inf, nan where there is none.
    spread : Spread
        Median, quartiles and extremes over the seeds that are not lost.
    counts : how many seeds each layer has in each of ``GUTTERS``, (L,) int64.
    """

    seeds: tuple[int, ...]
    members: Floats
    spread: Spread
    counts: dict[State, Counts]
    mantissas: Floats
    exponents: npt.NDArray[np.int64]

    @property
    def depth(self) -> int:
        """L."""
        return int(self.members.shape[1])

    @property
    def flat(self) -> bool:
        """Whether every seed gives the same numbers, as with typed weights: there is no band to
        see."""
        first = self.members[0]
        # Mostly the second one differs already. Seeds computed together may differ in last bits.
        return all(
            np.allclose(first, each, rtol=0.0, atol=_SAME, equal_nan=True)
            for each in self.members[1:]
        )

    @property
    def reaches_zero(self) -> bool:
        """Whether somewhere the middle half of the seeds begins at an exact 0, off the axis."""
        low, high = self.spread.lower_quartile, self.spread.upper_quartile
        return bool((np.isneginf(low) & np.isfinite(high)).any())

    def nearest(self, layer: int, height: float) -> int | None:
        """The member (from 0) whose value in `layer` (from 1) is nearest to 10^height."""
        column = self.members[:, layer - 1]
        if not np.isfinite(column).any():
            return None
        distance = np.where(np.isfinite(column), np.abs(column - height), np.inf)
        return int(np.argmin(distance))

    def state(self, member: int, layer: int) -> State:
        """What member `member` (from 0) holds in `layer` (from 1)."""
        value = self.members[member, layer - 1]
        if np.isfinite(value):
            return State.ok
        if value == -np.inf:
            return State.zero
        if value == np.inf:
            return State.overflow
        return State.nan if np.isnan(self.mantissas[member, layer - 1]) else State.underflow

    def exact_text(self, member: int, layer: int) -> str:
        """The magnitude with all its digits."""
        at = member, layer - 1
        return exact_text(float(self.mantissas[at]), int(self.exponents[at]))


def band_of(
    measurement: EnsembleMeasurement, quantity: str, statistic: str, count: int | None = None
) -> Band:
    """The band of `quantity` by `statistic` over the first `count` seeds (None: all).

    ``SECOND_MOMENT`` is E a², whatever the statistic.
    """
    count = len(measurement.seeds) if count is None else min(count, len(measurement.seeds))
    if quantity == SECOND_MOMENT:
        members = measurement.log10_second_moment[:count]
        with np.errstate(over="ignore", invalid="ignore"):
            root = np.hypot(measurement.activation_mean, measurement.activation_std)[:count]
        halves, powers = np.frexp(root)
        mantissas, exponents = np.square(halves), 2 * powers.astype(np.int64)
        lost = np.zeros(members.shape, np.bool_)
    else:
        magnitude = measurement.gradients[quantity]
        members = measurement.log10(quantity, cast(Statistic, statistic))[:count]
        mantissas = np.asarray(getattr(magnitude, statistic), np.float64)[:count]
        exponents, lost = magnitude.exponent[:count], magnitude.underflow[:count]
    unknown = np.isnan(members)
    masks = {
        State.zero: members == -np.inf,
        State.overflow: members == np.inf,
        State.underflow: unknown & lost,
        State.nan: unknown & ~lost,
    }
    counts = {state: np.asarray(masks[state].sum(axis=0), np.int64) for state in GUTTERS}
    return Band(
        measurement.seeds[:count], members, spread_of(members), counts, mantissas, exponents
    )

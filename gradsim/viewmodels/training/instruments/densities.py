"""How the numbers of one layer were spread, step after step: the columns of a density map."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.instruments import BINS, KINDS
from gradsim.viewmodels.training.instruments.series import thinned
from gradsim.viewmodels.training.moment import Moment

Floats = npt.NDArray[np.float64]
SPREADS: Final = KINDS
"""Instruments that show how numbers are spread."""


class Densities(Struct, frozen=True, eq=False):
    """Counts of one kind of number of one layer, a row for each reading.

    steps, low, high : (rows,), with the ends of the bins; nan where nothing is binned.
    counts : (rows, BINS). zeros, lost, entries : (rows,), see Spreads.
    log : whether the bins are of log₁₀|x|.
    """

    steps: Floats
    low: Floats
    high: Floats
    counts: Floats
    zeros: Floats
    lost: Floats
    entries: Floats
    log: bool

    @property
    def rows(self) -> int:
        """How many readings there are."""
        return len(self.steps)

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the greatest number of all rows; (−1, 1) where there is none."""
        if not np.isfinite(self.low).any():
            return -1.0, 1.0
        return float(np.nanmin(self.low)), float(np.nanmax(self.high))

    def bin_ends(self, row: int, place: int) -> tuple[float, float]:
        """Where bin `place` of a row begins and ends."""
        low, high = float(self.low[row]), float(self.high[row])
        width = high / BINS - low / BINS
        return low + place * width, low + (place + 1) * width

    def shades(self, heights: int, low: float, high: float) -> Floats:
        """(heights, rows): how dark each place between `low` and `high` is, the lowest first.

        1 where most of a row's numbers are, √ of the share of that elsewhere, 0 outside.
        """
        middle = low + (np.arange(heights)[:, None] + 0.5) * ((high - low) / heights)
        half = 0.5 * (high - low) / heights
        with np.errstate(invalid="ignore"):
            inside = (middle >= self.low - half) & (middle <= self.high + half)
            place = (middle - self.low) / (self.high - self.low) * BINS
        place = np.clip(np.nan_to_num(place), 0, BINS - 1).astype(np.int64)
        peaks = np.maximum(self.counts.max(axis=1), 1.0)
        dark = np.sqrt(self.counts / peaks[:, None])
        return np.where(inside, dark[np.arange(self.rows), place], 0.0)


def densities(moment: Moment, layer: int, kind: str, most: int, first: int = 0) -> Densities | None:
    """Of layer `layer` (from 1), of at most `most` readings from the one at `first` on; None where
    the layer has no such numbers."""
    chosen = thinned(moment.readings[first:], most)
    if not chosen or not 1 <= layer <= moment.layers:
        return None
    spreads, index = [reading.spreads[kind] for reading in chosen], layer - 1
    if not any(each.entries[index] for each in spreads):
        return None

    def gathered(name: str) -> Floats:
        return np.array([getattr(each, name)[index] for each in spreads], np.float64)

    return Densities(
        np.array([reading.step for reading in chosen], np.float64),
        gathered("low"),
        gathered("high"),
        gathered("counts"),
        gathered("zeros"),
        gathered("lost"),
        gathered("entries"),
        kind != "activation",
    )

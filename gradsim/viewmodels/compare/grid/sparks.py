"""The small picture of a profile in a cell: median line and quartile band in a unit square."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.ensembles import Spread

Floats = npt.NDArray[np.float64]

MOST_POINTS: Final = 32
LEAST_DECADES: Final = 4.0
"""The least that the height stands for, so that a level profile looks level."""


class Spark(Struct, frozen=True, eq=False):
    """Points from the first layer (x = 0) to the last (1), heights in 0…1, nan where unknown.

    A layer alone stands in the middle.
    """

    x: Floats
    median: Floats
    low: Floats
    high: Floats


def spark_of(spread: Spread) -> Spark:
    """The picture of a profile of log₁₀; deep ones keep every so many-th layer and both ends."""
    kept, x = _kept(len(spread.median))
    lines = np.stack([spread.median, spread.lower_quartile, spread.upper_quartile])[:, kept]
    lines[~np.isfinite(lines)] = np.nan
    known = lines[~np.isnan(lines)]
    low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 0.0)
    room = max(high - low, LEAST_DECADES)
    lines -= (low + high - room) / 2
    lines /= room
    return Spark(x, *lines)


@lru_cache(maxsize=32)
def _kept(depth: int) -> tuple[npt.NDArray[np.int64], Floats]:
    """Which layers are drawn, and where."""
    kept = np.unique(np.linspace(0, depth - 1, min(depth, MOST_POINTS)).round().astype(np.int64))
    return kept, kept / (depth - 1) if depth > 1 else np.array([0.5])

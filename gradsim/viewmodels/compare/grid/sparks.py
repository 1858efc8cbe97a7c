"""The small picture of a profile in a cell: median line and quartile band in a unit square."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from gradsim.engine.ensembles import Spread

Floats = npt.NDArray[np.float64]

MOST_POINTS: Final = 40
LEAST_DECADES: Final = 4.0
"""The least that the height stands for, so that a level profile looks level."""


@dataclass(frozen=True, slots=True, eq=False)
class Spark:
    """Points from the first layer (x = 0) to the last (1), heights in 0…1, nan where unknown."""

    x: Floats
    median: Floats
    low: Floats
    high: Floats


def spark_of(spread: Spread) -> Spark:
    """The picture of a profile of log₁₀; deep ones keep every so many-th layer and both ends."""
    depth = len(spread.median)
    kept = np.unique(np.linspace(0, depth - 1, min(depth, MOST_POINTS)).round().astype(np.int64))
    lines = [
        np.where(np.isfinite(line), line, np.nan)[kept]
        for line in (spread.median, spread.lower_quartile, spread.upper_quartile)
    ]
    known = np.concatenate(lines)
    known = known[np.isfinite(known)]
    low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 0.0)
    room = max(high - low, LEAST_DECADES)
    bottom = (low + high - room) / 2
    x = kept / max(depth - 1, 1)
    median, lower, upper = ((line - bottom) / room for line in lines)
    return Spark(x.astype(np.float64), median, lower, upper)

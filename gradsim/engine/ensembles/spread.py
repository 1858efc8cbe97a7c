"""How one number scatters over the draws: median, quartiles and extremes, layer by layer."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from msgspec import Struct

Floats = npt.NDArray[np.float64]


class Spread(Struct, frozen=True, eq=False):
    """Five numbers per column over S draws, (L,) each, and how many draws were lost, (L,) int.

    A draw is lost where its value is nan; the five are then of the others, nan where none is left.
    −inf (an exact zero, in logarithms) is the lowest value there is, +inf the highest.
    """

    lowest: Floats
    lower_quartile: Floats
    median: Floats
    upper_quartile: Floats
    highest: Floats
    lost: npt.NDArray[np.int64]


def spread_of(values: Floats) -> Spread:
    """The spread of (S, L) values over their first axis.

    Quantiles are interpolated linearly between order statistics (NumPy's ``linear``), except next
    to an infinite neighbour: then that neighbour stands, unless the quantile falls exactly on the
    finite one.
    """
    values = np.asarray(values, np.float64)
    ordered = np.sort(values, axis=0)  # nan last
    lost = np.isnan(values).sum(axis=0)
    kept = values.shape[0] - lost
    low, q1, q2, q3, high = (_quantile(ordered, kept, share) for share in (0, 0.25, 0.5, 0.75, 1))
    return Spread(low, q1, q2, q3, high, lost)


def _quantile(ordered: Floats, kept: npt.NDArray[np.int64], share: float) -> Floats:
    position = share * np.maximum(kept - 1, 0)
    below = np.floor(position).astype(np.int64)
    above = np.minimum(below + 1, np.maximum(kept - 1, 0))
    columns = np.arange(ordered.shape[1])
    low, high = ordered[below, columns], ordered[above, columns]
    part = position - below
    with np.errstate(invalid="ignore"):
        between = low + part * (high - low)
    infinite = np.where(np.isinf(low), low, high)
    between = np.where(np.isinf(low) | np.isinf(high), infinite, between)
    return np.where(kept == 0, np.nan, np.where(part == 0, low, between))

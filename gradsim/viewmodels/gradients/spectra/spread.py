"""How far the singular values of some matrices spread: largest, median, smallest, and the lost."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.spectra.graded_product import Spectrum

Floats = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]


class Spread(Struct, frozen=True, eq=False):
    """One entry per layer that is told, in ascending order; (stops,) each.

    Attributes
    ----------
    layers : float64
        The layers, from 1.
    high, low : float64
        log₁₀ of the largest and the smallest value that is resolved and not 0; NaN without any.
    median : float64
        The median of log₁₀ of all values, zeros and unresolved ones included; −inf where it is
        that of 0, NaN where it is unresolved.
    mean : float64
        Mean log₁₀ of the values that are resolved and not 0; NaN without any.
    values, zeros, unresolved : int64
        How many there are, how many of them are exactly 0, and how many cannot be told.
    """

    layers: Floats
    high: Floats
    median: Floats
    low: Floats
    mean: Floats
    values: Counts
    zeros: Counts
    unresolved: Counts

    def condition(self, stop: int) -> float:
        """log₁₀ of largest over smallest at a stop: inf with a 0, NaN where one is unresolved."""
        if self.unresolved[stop]:
            return math.nan
        if self.zeros[stop]:
            return math.inf if math.isfinite(self.high[stop]) else math.nan
        return float(self.high[stop] - self.low[stop])


def spread_of(layers: Sequence[int], spectra: Sequence[Spectrum]) -> Spread:
    """The spread of one spectrum for each of `layers`."""
    found = [_numbers(spectrum.log10) for spectrum in spectra]
    high, median, low, mean, values, zeros, unresolved = zip(*found, strict=True)
    return Spread(
        np.array(layers, np.float64),
        np.array(high),
        np.array(median),
        np.array(low),
        np.array(mean),
        np.array(values, np.int64),
        np.array(zeros, np.int64),
        np.array(unresolved, np.int64),
    )


def _numbers(log10: Floats) -> tuple[float, float, float, float, int, int, int]:
    """high, median, low, mean, how many, zeros, unresolved; the values come in descending order
    with what is unresolved behind the resolved and the zeros behind all."""
    finite = log10[np.isfinite(log10)]
    zeros, unresolved = int(np.isneginf(log10).sum()), int(np.isnan(log10).sum())
    middle = log10[[(log10.size - 1) // 2, log10.size // 2]]
    median = float(middle.mean())
    if not finite.size:
        return math.nan, median, math.nan, math.nan, log10.size, zeros, unresolved
    mean = math.fsum(finite.tolist()) / finite.size
    return float(finite[0]), median, float(finite[-1]), mean, log10.size, zeros, unresolved

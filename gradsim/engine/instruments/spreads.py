"""How the numbers of each layer are spread: counts in equal bins, and what fits into none."""

from __future__ import annotations

import math
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.scaling import LOG10_2, IntArray, shifted

Array = npt.NDArray[Any]
Floats = npt.NDArray[np.float64]
Counts = npt.NDArray[np.uint32]

KINDS: Final = ("activation", "slope", "derivative")
"""a, log₁₀|f′(z)| and log₁₀|∂C/∂W|."""
BINS: Final = 24
MOST_ENTRIES: Final = 2048
"""Of a larger array so many evenly spaced entries are counted."""
_NARROW: Final = 1e-9
"""Share of its size within which a layer's numbers count as one number."""


class Spreads(Struct, frozen=True, eq=False):
    """The numbers of one kind in every layer, layer 1 first.

    low, high : (L,), the ends of the first and of the last bin; nan where nothing is binned.
    counts : (L, BINS), how many numbers lie in each; the upper end belongs to the last.
    zeros : (L,), of logarithms those that are exactly 0; lost : (L,), infinite, undefined, or a 0
        that proves nothing, because the number was too small for a float on its way.
    entries : (L,), how many were counted; 0 for a layer without such numbers (f′ of softmax).
    """

    low: Floats
    high: Floats
    counts: Counts
    zeros: Counts
    lost: Counts
    entries: Counts

    @classmethod
    def empty(cls, layers: int) -> Spreads:
        """No number yet."""
        low, high = np.full((2, layers), np.nan)
        zeros, lost, entries = np.zeros((3, layers), np.uint32)
        return cls(low, high, np.zeros((layers, BINS), np.uint32), zeros, lost, entries)

    def take(self, layer: int, array: Array, exponent: IntArray) -> None:
        """Count the numbers array·2^exponent of `layer`, from 1."""
        flat = _few(array)
        if int(exponent):
            flat = shifted(flat, exponent)
        finite = flat[np.isfinite(flat)]
        self._put(layer - 1, flat.size, finite, 0, flat.size - finite.size, 0.01)

    def take_decades(
        self, layer: int, array: Array, exponent: IntArray, *, doubtful: bool = False
    ) -> None:
        """Count log₁₀|array·2^exponent| of `layer`, beyond the range of floats, too; `doubtful`
        says that a 0 was not one before it was too small."""
        flat = _few(array)
        size = np.abs(flat[np.isfinite(flat)])
        logs = np.log10(size[size > 0.0]) + int(exponent) * LOG10_2
        zeros, lost = size.size - logs.size, flat.size - size.size
        if doubtful:
            zeros, lost = 0, lost + zeros
        self._put(layer - 1, flat.size, logs, zeros, lost, 0.5)

    def _put(
        self, index: int, entries: int, values: Floats, zeros: int, lost: int, room: float
    ) -> None:
        """Count `values`; one number alone stands in the middle of at least `room` on each side."""
        self.entries[index], self.zeros[index], self.lost[index] = entries, zeros, lost
        if not values.size:
            return
        low, high = float(values.min()), float(values.max())
        # Halved, the length of the range does not leave float64.
        if 0.5 * high - 0.5 * low <= _NARROW * max(abs(low), abs(high), 1e-300):
            width = max(abs(low) / 10.0, room)
            low, high = low - width, high + width
        self.low[index], self.high[index] = low, high
        share = (0.5 * values - 0.5 * low) / (0.5 * high - 0.5 * low)
        bins = np.minimum((share * BINS).astype(np.int64), BINS - 1)
        self.counts[index] = np.bincount(bins, minlength=BINS)


def _few(array: Array) -> Floats:
    """At most MOST_ENTRIES of the entries, by a stride that passes through all columns."""
    flat = np.asarray(array, np.float64).ravel()
    stride = -(-flat.size // MOST_ENTRIES)
    if stride > 1:
        columns = array.shape[-1]
        while math.gcd(stride, columns) != 1:
            stride += 1
    return flat[::stride] if stride > 1 else flat

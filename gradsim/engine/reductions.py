"""From arrays to numbers: Σ|x| and max |x|, mean and spread, saturated and dead, logarithms.

Few calls and few passes: sums are dot products with ones, and one buffer serves all large arrays.
An object of this kind belongs to one measurement and is not shared between threads.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.activations import BoundActivation
from gradsim.engine.arithmetic import Arithmetic
from gradsim.engine.chain import Gradient
from gradsim.engine.statistics import Magnitude

Array = npt.NDArray[Any]

# A pass of at most so many entries is small.
_SMALL = 1 << 16
# Where mean² exceeds this many variances, Σx²/n − mean² has lost too many digits.
_CANCELLATION = 16.0
_NONE = np.float64(0.0)


class Reductions:
    """Reductions of the arrays of one network to single numbers."""

    def __init__(self, arithmetic: Arithmetic) -> None:
        self._arithmetic = arithmetic
        self._ones = arithmetic.ones
        self._magnitudes: list[Magnitude] = []
        self._whole = self._buffer = arithmetic.nothing

    def take(self, gradient: Gradient) -> None:
        """Take the magnitude of one more array of gradients."""
        array, squares, exponent, underflow = gradient
        count = array.size
        absolute = np.absolute(array.ravel(), out=self._space(count))
        total, peak = absolute.dot(self._ones[count]), absolute[absolute.argmax()]
        self._magnitudes.append(Magnitude(squares, total, peak, count, exponent, underflow))

    def magnitudes(self) -> list[Magnitude]:
        """The magnitudes of all arrays, in the order in which they were taken."""
        return self._magnitudes

    def moments(self, array: Array) -> tuple[Any, Any, Any]:
        """Mean, standard deviation (of the population) and Σx².

        In one pass where that keeps the digits, in two where the mean is large beside the spread.
        """
        flat = array.ravel()
        count = flat.size
        ones = self._ones[count]
        squares, mean = float(flat.dot(flat)), float(flat.dot(ones)) / count
        variance = squares / count - mean * mean
        if variance * _CANCELLATION < mean * mean:
            deviations = np.subtract(flat, mean, out=self._space(count))
            # The mean was rounded, to float32 perhaps; what is left of it is taken off again.
            rest = float(deviations.dot(ones)) / count
            variance = float(deviations.dot(deviations)) / count - rest * rest
        return np.float64(mean), np.float64(math.sqrt(variance) if variance > 0 else 0.0), squares

    def saturated_and_dead(self, slope: Any, rule: BoundActivation) -> tuple[Any, Any]:
        """The fraction of the saturated entries of f′(z), (samples, units), and of dead units.

        saturated: |f′| < 0.01·max |f′|; dead: f′ = 0 in every sample. (None, None) where the
        activation has neither.
        """
        activation, below = rule.rule, rule.saturated_below
        if below is None:
            return None, None
        samples, units = slope.shape
        if activation.slope_is_0_or_1:
            passing = self._ones[samples].dot(slope)
            share = float(passing.dot(self._ones[units])) / (samples * units)
            return np.float64(1.0 - share), np.float64(1.0 - np.count_nonzero(passing) / units)
        if not activation.nonnegative_slope:
            slope = np.absolute(slope)
        if slope.ravel()[slope.argmin()] >= below:
            return _NONE, _NONE
        saturated = np.count_nonzero(slope < below)
        dead = _NONE
        if saturated >= samples:
            passing = self._ones[samples].dot(slope)
            dead = np.float64(1.0 - np.count_nonzero(passing) / units)
        return np.float64(saturated / (samples * units)), dead

    def _space(self, count: int) -> Array:
        if self._buffer.size != count:
            if self._whole.size < count:
                self._whole = np.empty(count, self._arithmetic.dtype)
            self._buffer = self._whole[:count]
        return self._buffer


class SmallReductions(Reductions):
    """Reductions of one small network, whose arrays cost more in calls than in arithmetic: they
    are kept until all have come and reduced in one go."""

    def __init__(self, arithmetic: Arithmetic) -> None:
        super().__init__(arithmetic)
        self._kept: list[Gradient] = []
        self.take = self._kept.append  # type: ignore[method-assign,assignment]  # no call of ours in between

    def magnitudes(self) -> list[Magnitude]:
        arrays, squares, exponents, underflow = zip(*self._kept, strict=True)
        flat = [array.ravel() for array in arrays]
        sizes = [array.size for array in flat]
        starts = np.array([0, *accumulate(sizes[:-1])])
        absolute = np.concatenate(flat)
        np.absolute(absolute, out=absolute)
        totals, peaks = np.add.reduceat(absolute, starts), np.maximum.reduceat(absolute, starts)
        return list(map(Magnitude, squares, totals, peaks, sizes, exponents, underflow))


class EnsembleReductions(Reductions):
    """Reductions of each member of an ensemble; every answer is of ensemble shape."""

    def take(self, gradient: Gradient) -> None:
        array, squares, exponent, underflow = gradient
        absolute = np.abs(array.reshape(*self._arithmetic.shape, -1))
        total, peak, count = absolute.sum(axis=-1), absolute.max(axis=-1), absolute.shape[-1]
        self._magnitudes.append(Magnitude(squares, total, peak, count, exponent, underflow))

    def moments(self, array: Array) -> tuple[Any, Any, Any]:
        members = self._arithmetic.broadcast(array).reshape(*self._arithmetic.shape, -1)
        mean, std = members.mean(axis=-1, dtype=np.float64), members.std(axis=-1, dtype=np.float64)
        return mean, std, (mean * mean + std * std) * members.shape[-1]

    def saturated_and_dead(self, slope: Any, rule: BoundActivation) -> tuple[Any, Any]:
        if rule.saturated_below is None:
            return None, None
        small = np.abs(slope) < rule.saturated_below
        return small.mean(axis=(-2, -1)), (slope == 0).all(axis=-2).mean(axis=-1)


def reductions_for(arithmetic: Arithmetic, samples: int, widths: Sequence[int]) -> Reductions:
    """New reductions for an ensemble, or for a network by its samples and its widths."""
    if arithmetic.shape:
        return EnsembleReductions(arithmetic)
    # Of each unit ∂C/∂a and δ for every sample, ∂C/∂b, and ∂C/∂W to at most the widest layer.
    entries = sum(widths) * (2 * samples + 1 + max(widths))
    return SmallReductions(arithmetic) if entries <= _SMALL else Reductions(arithmetic)

"""Sums over one array after another: Σ|x| and max |x|, mean and variance, saturated and dead.

Few calls and few passes: sums are dot products with ones, and one buffer serves all arrays. An
object of this kind belongs to one measurement and is not shared between threads.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.arithmetic import Arithmetic

Array = npt.NDArray[Any]

# Where mean² exceeds this many variances, Σx²/n − mean² has lost too many digits.
_CANCELLATION = 16.0


class Reductions:
    """Reductions of the arrays of one network to numbers."""

    def __init__(self, arithmetic: Arithmetic) -> None:
        self._arithmetic = arithmetic
        self._buffer = np.empty(0, arithmetic.dtype)

    def sizes(self, array: Array) -> tuple[Any, Any]:
        """Σ|x| and max |x|."""
        flat = array.ravel()
        absolute = np.abs(flat, out=self._space(flat.size))
        return absolute.dot(self._arithmetic.ones(flat.size)), absolute[absolute.argmax()]

    def moments(self, array: Array) -> tuple[Any, Any]:
        """Mean and variance of the population.

        In one pass where that keeps the digits, in two where the mean is large beside the spread.
        """
        flat = array.ravel()
        count = flat.size
        ones = self._arithmetic.ones(count)
        mean = float(flat.dot(ones)) / count
        variance = float(flat.dot(flat)) / count - mean * mean
        if variance * _CANCELLATION < mean * mean:
            deviations = np.subtract(flat, mean, out=self._space(count))
            # The mean was rounded, to float32 perhaps; what is left of it is taken off again.
            rest = float(deviations.dot(ones)) / count
            variance = float(deviations.dot(deviations)) / count - rest * rest
        return mean, max(variance, 0.0)

    def saturated_and_dead(self, slope: Array, below: float, nonnegative: bool) -> tuple[Any, Any]:
        """How many entries of f′(z) have |f′| < `below`, and how many units have f′ = 0 in every
        sample; slope : (samples, units)."""
        small = (slope if nonnegative else np.abs(slope)) < below
        saturated = np.count_nonzero(small)
        if saturated < slope.shape[0]:
            return saturated, 0
        suspects = np.logical_and.reduce(small, axis=0)
        if not np.count_nonzero(suspects):
            return saturated, 0
        alive = slope[:, suspects].any(axis=0)
        return saturated, alive.size - np.count_nonzero(alive)

    def _space(self, count: int) -> Array:
        if self._buffer.size < count:
            self._buffer = np.empty(count, self._arithmetic.dtype)
        return self._buffer[:count]


class EnsembleReductions(Reductions):
    """Reductions of each member of an ensemble; every answer is of ensemble shape."""

    def sizes(self, array: Array) -> tuple[Any, Any]:
        absolute = np.abs(array.reshape(*self._arithmetic.shape, -1))
        return absolute.sum(axis=-1), absolute.max(axis=-1)

    def moments(self, array: Array) -> tuple[Any, Any]:
        flat = self._arithmetic.broadcast(array).reshape(*self._arithmetic.shape, -1)
        return flat.mean(axis=-1, dtype=np.float64), flat.var(axis=-1, dtype=np.float64)

    def saturated_and_dead(self, slope: Array, below: float, nonnegative: bool) -> tuple[Any, Any]:
        small = (slope if nonnegative else np.abs(slope)) < below
        return small.sum(axis=(-2, -1)), (slope == 0).all(axis=-2).sum(axis=-1)


def reductions_for(arithmetic: Arithmetic) -> Reductions:
    """New reductions for a network, or for an ensemble."""
    return EnsembleReductions(arithmetic) if arithmetic.shape else Reductions(arithmetic)

"""From arrays to numbers: Σ|x| and max |x|, mean and spread, saturated and dead.

Few calls and few passes: sums are dot products with ones, and one buffer serves all large arrays;
small arrays wait for each other and are reduced side by side. An object of this kind belongs to
one measurement and is not shared between threads.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.activations import BoundActivation
from gradsim.engine.arithmetic import Arithmetic
from gradsim.engine.chain import Gradient
from gradsim.engine.scaling import IntArray, renormalize, shifted
from gradsim.engine.statistics import Magnitude

Array = npt.NDArray[Any]
Moments = tuple[Any, Any, Any, Any]
Fractions = tuple[Any, Any]

# A pass of at most so many entries is small.
_SMALL = 1 << 16
# Where mean² exceeds this many variances, Σx²/n − mean² has lost too many digits.
_CANCELLATION = 16.0
_NONE: Any = np.float64(0.0)
# Arrays of at most so many entries wait for each other, to be reduced in one go.
_FEW = 1024
_NOT_YET = Magnitude(_NONE, _NONE, _NONE, 0, np.zeros((), np.int64), np.zeros((), np.bool_))


class Reductions:
    """Reductions of the arrays of one network to single numbers, in the order of their coming."""

    def __init__(self, arithmetic: Arithmetic) -> None:
        self._arithmetic = arithmetic
        self._ones = arithmetic.ones
        self._magnitudes: list[Magnitude] = []
        self._moments: list[Moments] = []
        self._fractions: list[Fractions] = []
        self._whole = self._buffer = arithmetic.nothing
        self._later: list[Gradient] = []
        self._places: list[int] = []

    def take(self, gradient: Gradient) -> None:
        """Take the magnitude of one more array of gradients."""
        array = gradient.array
        count = array.size
        if count <= _FEW:
            self._places.append(len(self._magnitudes))
            self._later.append(gradient)
            self._magnitudes.append(_NOT_YET)
            return
        absolute = self._space(count)
        np.absolute(array.ravel(), absolute)
        total, peak = absolute.dot(self._ones[count]), absolute[absolute.argmax()]
        self._magnitudes.append(_magnitude_of(gradient, total, peak, count))

    def take_activation(self, array: Array) -> None:
        """Take mean, standard deviation (of the population) and Σx² of one layer's activations.

        In one pass where that keeps the digits, in two where the mean is large beside the spread.
        """
        flat = array.ravel()
        count = flat.size
        ones = self._ones[count]
        squares, mean = float(flat.dot(flat)), float(flat.dot(ones)) / count
        if not self._arithmetic.low < squares < self._arithmetic.high:
            self._moments.append(_far_moments(array, self._arithmetic.zero))
            return
        variance = squares / count - mean * mean
        if variance * _CANCELLATION < mean * mean:
            deviations = np.subtract(flat, mean, out=self._space(count))
            # The mean was rounded, to float32 perhaps; what is left of it is taken off again.
            rest = float(deviations.dot(ones)) / count
            variance = float(deviations.dot(deviations)) / count - rest * rest
        std = 0.0 if variance <= 0 else math.sqrt(variance)
        self._moments.append((np.float64(mean), np.float64(std), squares, self._arithmetic.zero))

    def take_slope(self, slope: Any, rule: BoundActivation) -> None:
        """Take of f′(z), (samples, units), the fractions of saturated entries and of dead units.

        saturated: |f′| < 0.01·max |f′|; dead: f′ = 0 in every sample. (None, None) where the
        activation has neither.
        """
        if rule.saturated_below is None:
            self._fractions.append((None, None))
        else:
            self._fractions.append(self._saturated_and_dead(slope, rule, rule.saturated_below))

    def magnitudes(self) -> list[Magnitude]:
        """The magnitudes of all arrays of gradients."""
        if self._later:
            for place, found in zip(self._places, _magnitudes(self._later), strict=True):
                self._magnitudes[place] = found
            self._later, self._places = [], []
        return self._magnitudes

    def moments(self) -> list[Moments]:
        """(mean, standard deviation, Σx², its exponent) of each array of activations: true is
        Σx²·4^exponent."""
        return self._moments

    def fractions(self) -> list[Fractions]:
        """(saturated, dead) of each array of slopes."""
        return self._fractions

    def _saturated_and_dead(self, slope: Array, rule: BoundActivation, below: float) -> Fractions:
        activation = rule.rule
        samples, units = slope.shape
        if activation.slope_is_0_or_1:
            passing = self._ones[samples].dot(slope)
            share = float(passing.dot(self._ones[units])) / (samples * units)
            return np.float64(1.0 - share), np.float64(1.0 - np.count_nonzero(passing) / units)
        if not activation.nonnegative_slope:
            slope = np.absolute(slope)
        flat = slope.ravel()
        least = flat[flat.argmin()]
        if least >= below:
            return _NONE, _NONE
        saturated = np.count_nonzero(slope < below)
        dead = _NONE if least > 0 or saturated < samples else _dead(slope)
        return np.float64(saturated / slope.size), dead

    def _space(self, count: int) -> Array:
        if self._buffer.size != count:
            if self._whole.size < count:
                self._whole = np.empty(count, self._arithmetic.dtype)
            self._buffer = self._whole[:count]
        return self._buffer


class SmallReductions(Reductions):
    """Reductions of one small network, whose arrays cost more in calls than in arithmetic: all
    arrays of gradients wait for each other."""

    def __init__(self, arithmetic: Arithmetic) -> None:
        super().__init__(arithmetic)
        self.take = self._later.append  # type: ignore[method-assign,assignment]  # no call of ours in between

    def magnitudes(self) -> list[Magnitude]:
        return _magnitudes(self._later)


class EnsembleReductions(Reductions):
    """Reductions of each member of an ensemble; every answer is of ensemble shape."""

    def take(self, gradient: Gradient) -> None:
        array = gradient.array
        absolute = self._space(array.size).reshape(*self._arithmetic.shape, -1)
        np.absolute(array.reshape(absolute.shape), absolute)
        count = absolute.shape[-1]
        # Unlike a matrix product, dot lets other threads go on meanwhile.
        total, peak = absolute.dot(self._ones[count]), np.maximum.reduce(absolute, axis=-1)
        self._magnitudes.append(_magnitude_of(gradient, total, peak, count))

    def take_activation(self, array: Array) -> None:
        # The inputs are the same for all members, and looked at once.
        everyone = self._arithmetic.shape
        shape = () if array.ndim == 2 else everyone
        flat = array.reshape(*shape, 1, -1)
        count = flat.shape[-1]
        squares = np.matmul(flat, flat.swapaxes(-1, -2))[..., 0, 0].astype(np.float64)
        exponent, each = self._arithmetic.zero, squares.ravel()
        low, high = self._arithmetic.low, self._arithmetic.high
        if not (low < each[each.argmin()] and each[each.argmax()] < high):
            found = _far_moments(array, np.zeros(shape, np.int64))
            self._moments.append(tuple(np.broadcast_to(part, everyone) for part in found))  # type: ignore[arg-type]
            return
        mean = flat.dot(self._ones[count])[..., 0].astype(np.float64) / count
        of_mean = mean * mean
        variance = squares / count - of_mean
        if _somewhere_less(variance * _CANCELLATION, of_mean):
            variance = np.square(flat[..., 0, :] - mean[..., None]).mean(axis=-1)
        std = np.sqrt(np.maximum(variance, 0.0))
        if not shape:
            mean, std, squares = (np.broadcast_to(each, everyone) for each in (mean, std, squares))
        self._moments.append((mean, std, squares, exponent))

    def _saturated_and_dead(self, slope: Array, rule: BoundActivation, below: float) -> Fractions:
        samples, units = slope.shape[-2:]
        activation = rule.rule
        if activation.slope_is_0_or_1:
            passing = self._arithmetic.over_samples(slope)
            share = np.add.reduce(passing, axis=-1, dtype=np.float64) / (samples * units)
            alive = np.add.reduce(passing != 0, axis=-1, dtype=np.float64) / units
            return 1.0 - share, 1.0 - alive
        if not activation.nonnegative_slope:
            slope = np.absolute(slope, out=self._space(slope.size).reshape(slope.shape))
        none = np.zeros(self._arithmetic.shape)
        least = np.minimum.reduce(slope.reshape(*none.shape, -1), axis=-1)
        if not _somewhere_less(least, below):
            return none, none
        small = (slope < below).reshape(-1, samples * units)
        counted = [np.count_nonzero(member) for member in small]
        saturated = np.reshape(counted, none.shape) / (samples * units)
        if np.count_nonzero(least > 0) == least.size:
            return saturated, none
        return saturated, 1.0 - slope.any(axis=-2).mean(axis=-1)


def _somewhere_less(values: Array, limit: Array | float) -> bool:
    """Whether some value is under its limit, or is no number."""
    return bool(np.count_nonzero(values >= limit) != values.size)


def reductions_for(arithmetic: Arithmetic, samples: int, widths: Sequence[int]) -> Reductions:
    """New reductions for an ensemble, or for a network by its samples and its widths."""
    if arithmetic.shape:
        return EnsembleReductions(arithmetic)
    return (
        SmallReductions(arithmetic) if _is_small(samples, tuple(widths)) else Reductions(arithmetic)
    )


@lru_cache(maxsize=64)
def _is_small(samples: int, widths: tuple[int, ...]) -> bool:
    # Of each unit ∂C/∂a and δ for every sample, ∂C/∂b, and ∂C/∂W to at most the widest layer.
    return sum(widths) * (2 * samples + 1 + max(widths)) <= _SMALL


def _magnitudes(gradients: Sequence[Gradient]) -> list[Magnitude]:
    """The magnitudes of many small arrays, reduced side by side."""
    flat = [gradient.array.ravel() for gradient in gradients]
    sizes = tuple([array.size for array in flat])
    starts = _starts(sizes)
    absolute = np.concatenate(flat)
    np.absolute(absolute, out=absolute)
    totals, peaks = np.add.reduceat(absolute, starts), np.maximum.reduceat(absolute, starts)
    squares = [gradient.squares for gradient in gradients]
    exponents = [gradient.exponent for gradient in gradients]
    underflow = [gradient.underflow for gradient in gradients]
    return list(map(Magnitude, squares, totals, peaks, sizes, exponents, underflow))


def _magnitude_of(gradient: Gradient, total: Any, peak: Any, count: int) -> Magnitude:
    return Magnitude(gradient.squares, total, peak, count, gradient.exponent, gradient.underflow)


def _far_moments(array: Array, exponent: IntArray) -> Moments:
    """The moments of activations whose squares lie beyond the safe range, for each member of
    `exponent`: of the same numbers brought near 1 by a power of two."""
    scaled, exponent = renormalize(np.asarray(array, np.float64), exponent)
    flat = scaled.reshape(*exponent.shape, -1)
    mean = flat.mean(axis=-1)
    std = np.sqrt(np.square(flat - mean[..., None]).mean(axis=-1))
    squares = np.square(flat).sum(axis=-1)
    return shifted(mean, exponent), shifted(std, exponent), squares, exponent


@lru_cache(maxsize=32)
def _starts(sizes: tuple[int, ...]) -> npt.NDArray[np.int64]:
    """Where arrays of so many entries begin one behind the other."""
    starts = np.array([0, *accumulate(sizes[:-1])])
    starts.setflags(write=False)
    return starts


def _dead(slope: Array) -> Any:
    """The fraction of the units whose f′, (samples, units), is 0 in every sample."""
    return np.float64(1.0 - np.count_nonzero(slope.any(axis=0)) / slope.shape[1])

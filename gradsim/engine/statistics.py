"""How large an array of gradients is, at any depth, and how saturated a layer is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from gradsim.engine.activations import Activation
from gradsim.engine.chain import BoolArray
from gradsim.engine.scaling import IntArray, State, log10_magnitude, true_value

Array = npt.NDArray[Any]
Statistic = Literal["l2", "rms", "mean_abs", "max_abs"]

SATURATED_BELOW = 0.01
"""A unit is saturated where |f′(z)| is less than this share of max |f′|."""

_SMALLEST = float(np.finfo(np.float64).tiny)


@dataclass(frozen=True, slots=True, eq=False)
class Magnitude:
    """Four measures of one array, each a float64 of ensemble shape; true value · 2^exponent.

    l2 = √Σx², rms = √(Σx²/n), mean_abs = Σ|x|/n, max_abs = max |x|.
    """

    l2: Array
    rms: Array
    mean_abs: Array
    max_abs: Array
    exponent: IntArray
    underflow: BoolArray

    @property
    def log10_l2(self) -> Array:
        """log₁₀ of the true l2: −inf for 0, nan for nan or where it was lost."""
        return self.log10("l2")

    @property
    def log10_rms(self) -> Array:
        """log₁₀ of the true rms."""
        return self.log10("rms")

    @property
    def log10_mean_abs(self) -> Array:
        """log₁₀ of the true mean_abs."""
        return self.log10("mean_abs")

    @property
    def log10_max_abs(self) -> Array:
        """log₁₀ of the true max_abs."""
        return self.log10("max_abs")

    def log10(self, statistic: Statistic) -> Array:
        """log₁₀ of the true `statistic`: −inf for 0, +inf for inf, nan for nan or lost."""
        mantissa = getattr(self, statistic)
        result = log10_magnitude(mantissa, self.exponent)
        return np.where(self.underflow & (np.asarray(mantissa) == 0), np.nan, result)

    def value(self, statistic: Statistic) -> Array:
        """The true `statistic` as float64: inf or 0 where that does not fit."""
        return true_value(getattr(self, statistic), self.exponent)

    def state_of(self, member: tuple[int, ...] = ()) -> State:
        """The state of l2 in one ensemble member (the empty tuple where there is no ensemble)."""
        mantissa = float(np.asarray(self.l2)[member])
        if math.isnan(mantissa):
            return State.nan
        if math.isinf(mantissa):
            return State.overflow
        if mantissa == 0:
            return State.underflow if bool(np.asarray(self.underflow)[member]) else State.zero
        value = float(self.value("l2")[member])
        if math.isinf(value):
            return State.overflow
        return State.underflow if value < _SMALLEST else State.ok

    @property
    def state(self) -> State | npt.NDArray[np.object_]:
        """The state of l2: one State, or an object array of them, of ensemble shape."""
        shape = np.shape(self.l2)
        if not shape:
            return self.state_of()
        states = np.empty(shape, object)
        for member in np.ndindex(shape):
            states[member] = self.state_of(member)
        return states


def magnitude(array: Array, exponent: IntArray, underflow: BoolArray) -> Magnitude:
    """The four measures of `array`·2^exponent, computed on mantissas that cannot leave range."""
    ensemble = exponent.shape
    flat = array.reshape(*ensemble, -1)
    absolute = np.abs(flat)
    count = flat.shape[-1]
    peak = absolute.max(axis=-1).astype(np.float64)
    low, high = (2.0**-50, 2.0**50) if array.dtype == np.float32 else (2.0**-400, 2.0**400)
    inside = (peak == 0) | ((low < peak) & (peak < high)) | ~np.isfinite(peak)
    shift = np.zeros(ensemble, np.int64)
    if not inside.all():
        _, shift32 = np.frexp(np.where(inside, 1.0, peak))
        shift = np.where(inside, 0, shift32).astype(np.int64)
        absolute = np.ldexp(absolute, -shift[..., None].astype(np.int32))
        peak = np.ldexp(peak, -shift.astype(np.int32))
    with np.errstate(over="ignore", invalid="ignore", under="ignore"):
        squares = np.asarray(np.einsum("...i,...i->...", absolute, absolute), np.float64)
        total = absolute.sum(axis=-1).astype(np.float64)
        l2 = np.sqrt(squares)
        return Magnitude(
            np.asarray(l2),
            np.asarray(l2 / math.sqrt(count)),
            np.asarray(total / count),
            np.asarray(peak),
            np.asarray(exponent + shift),
            underflow,
        )


def mean_and_std(array: Array, ensemble_ndim: int) -> tuple[Array, Array]:
    """Mean and standard deviation (of the population, in two passes) of each ensemble member."""
    axes = tuple(range(ensemble_ndim, array.ndim))
    with np.errstate(over="ignore", invalid="ignore", under="ignore"):
        mean = array.mean(axis=axes, dtype=np.float64)
        std = array.std(axis=axes, dtype=np.float64)
    return np.asarray(mean), np.asarray(std)


def saturated_and_dead(
    slope: Array, rule: Activation, options: dict[str, float]
) -> tuple[Array, Array]:
    """Fractions of saturated entries and of dead units.

    slope : (…, samples, units), f′(z)

    An entry is saturated where |f′(z)| < 0.01·max |f′|; a unit is dead where f′(z) = 0 for every
    sample.
    """
    limit = SATURATED_BELOW * rule.maximum_slope(**options)
    small = np.abs(slope) < limit
    saturated = small.mean(axis=(-2, -1))
    dead = (slope == 0).all(axis=-2).mean(axis=-1)
    return np.asarray(saturated), np.asarray(dead)

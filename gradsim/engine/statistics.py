"""How large an array of gradients is, at any depth: four measures, their logarithms and state."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from gradsim.engine.scaling import (
    BoolArray,
    IntArray,
    State,
    log10_magnitude,
    renormalize,
    true_value,
)

Array = npt.NDArray[Any]

__all__ = ["Magnitude", "State", "Statistic", "magnitude"]

Statistic = Literal["l2", "rms", "mean_abs", "max_abs"]

_SMALLEST = float(np.finfo(np.float64).tiny)


@dataclass(frozen=True, slots=True, eq=False)
class Magnitude:
    """Four measures of one array, each a float64 of ensemble shape; true value · 2^exponent.

    l2 = √Σx², rms = √(Σx²/n), mean_abs = Σ|x|/n, max_abs = max |x|.

    underflow says that the values were lost on the way: then neither the measures nor their
    logarithms tell anything, and the state is `underflow`.
    """

    l2: Array
    rms: Array
    mean_abs: Array
    max_abs: Array
    exponent: IntArray
    underflow: BoolArray

    @property
    def log10_l2(self) -> Array:
        """log₁₀ of the true l2: −inf for 0, +inf for inf, nan for nan or where it was lost."""
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
        result = log10_magnitude(getattr(self, statistic), self.exponent)
        return np.where(self.underflow, np.nan, result)

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
        if bool(np.asarray(self.underflow)[member]):
            return State.underflow
        if mantissa == 0:
            return State.zero
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
    """The four measures of array·2^exponent, the exponent one per ensemble member."""
    shape = np.shape(exponent)
    array, exponent = renormalize(np.asarray(array, np.float64), np.asarray(exponent))
    absolute = np.abs(array.reshape(*shape, -1))
    with np.errstate(under="ignore", invalid="ignore"):
        squares = np.square(absolute)
        return Magnitude(
            np.sqrt(squares.sum(axis=-1)),
            np.sqrt(squares.mean(axis=-1)),
            absolute.mean(axis=-1),
            absolute.max(axis=-1),
            exponent,
            underflow,
        )


def logarithms(magnitudes: Sequence[Magnitude], statistic: Statistic) -> Array:
    """``log10`` of each of many magnitudes without ensemble axes, at once: (n,) float64."""
    mantissas = np.array([float(getattr(each, statistic)) for each in magnitudes], np.float64)
    exponents = np.array([int(each.exponent) for each in magnitudes], np.int64)
    lost = np.array([bool(each.underflow) for each in magnitudes], np.bool_)
    return np.where(lost, np.nan, log10_magnitude(mantissas, exponents))

"""How large an array of gradients is, at any depth: four measures, their logarithms and state."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.scaling import (
    SMALLEST_NORMAL,
    BoolArray,
    IntArray,
    State,
    log10_magnitude,
    renormalize,
    true_value,
)

Array = npt.NDArray[Any]
Statistic = Literal["l2", "rms", "mean_abs", "max_abs"]

__all__ = ["Magnitude", "State", "Statistic", "magnitude", "side_by_side"]


class Magnitude(Struct, frozen=True, eq=False, gc=False):
    """The sums of one array x of `entries` entries, from which its four measures follow.

    squares = Σx², total = Σ|x|, max_abs = max |x|, each of ensemble shape; true measures are
    those of x·2^exponent. `entries` is one number, or one per member where those are layers.

    underflow says that the values were lost on the way: then neither the measures nor their
    logarithms tell anything, and the state is `underflow`.
    """

    squares: Array
    total: Array
    max_abs: Array
    entries: int | npt.NDArray[np.float64]
    exponent: IntArray
    underflow: BoolArray

    @property
    def l2(self) -> Array:
        """√Σx², without the exponent."""
        return np.sqrt(self.squares, dtype=np.float64)

    @property
    def rms(self) -> Array:
        """√(Σx²/n), without the exponent."""
        return np.asarray(self.l2 / np.sqrt(self.entries))

    @property
    def mean_abs(self) -> Array:
        """Σ|x|/n, without the exponent."""
        return np.divide(self.total, self.entries, dtype=np.float64)

    @property
    def log10_l2(self) -> Array:
        """log₁₀ of the true l2: −inf for 0, +inf for inf, nan for nan or where it was lost."""
        return self.log10("l2")

    @property
    def log10_rms(self) -> Array:
        """log₁₀ of the true rms."""
        return self.log10("rms")

    def log10(self, statistic: Statistic) -> Array:
        """log₁₀ of the true `statistic`: −inf for 0, +inf for inf, nan for nan or lost."""
        result = log10_magnitude(getattr(self, statistic), self.exponent)
        lost = self.underflow
        return np.where(lost, np.nan, result) if np.count_nonzero(lost) else result

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
        try:
            value = math.ldexp(mantissa, int(np.asarray(self.exponent)[member]))
        except OverflowError:
            return State.overflow
        return State.underflow if value < SMALLEST_NORMAL else State.ok

    @property
    def state(self) -> State | npt.NDArray[np.object_]:
        """The state of l2: one State, or an object array of them, of ensemble shape."""
        shape = np.shape(self.squares)
        if not shape:
            return self.state_of()
        states = np.empty(shape, object)
        for member in np.ndindex(shape):
            states[member] = self.state_of(member)
        return states


def magnitude(array: Array, exponent: IntArray, underflow: BoolArray) -> Magnitude:
    """The magnitude of array·2^exponent, the exponent one per ensemble member."""
    array, exponent = renormalize(np.asarray(array, np.float64), np.asarray(exponent))
    flat = np.abs(array.reshape(*exponent.shape, -1))
    with np.errstate(under="ignore", invalid="ignore"):
        return Magnitude(
            np.square(flat).sum(axis=-1),
            flat.sum(axis=-1),
            flat.max(axis=-1),
            flat.shape[-1],
            exponent,
            np.asarray(underflow),
        )


def side_by_side(
    magnitudes: Sequence[Magnitude], table: Callable[[list[Any], npt.DTypeLike], Array] = np.array
) -> Magnitude:
    """Many magnitudes as one with a further axis; `table` lays out one number of each."""
    return Magnitude(
        table([each.squares for each in magnitudes], np.float64),
        table([each.total for each in magnitudes], np.float64),
        table([each.max_abs for each in magnitudes], np.float64),
        np.array([each.entries for each in magnitudes], np.float64),
        table([each.exponent for each in magnitudes], np.int64),
        table([each.underflow for each in magnitudes], np.bool_),
    )

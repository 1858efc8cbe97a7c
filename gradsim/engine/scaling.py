"""Exact power-of-two exponents beside arrays, and what a magnitude beyond floats is called."""

from __future__ import annotations

import math
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]

LOG10_2 = math.log10(2.0)
SMALLEST_NORMAL = float(np.finfo(np.float64).tiny)
"""Below this float64 begins to lose digits."""
_LARGEST_SHIFT = 1 << 20


class State(StrEnum):
    """What a statistic is.

    ok: a float64 can hold it. zero: it is truly 0. underflow: it is not 0, but a float64 cannot
    hold it (log₁₀ is known), or it was lost on the way (log₁₀ is not known). overflow: too large
    for a float64 (log₁₀ known), or infinite because the forward pass overflowed. nan: no number.
    """

    ok = "ok"
    zero = "zero"
    underflow = "underflow"
    overflow = "overflow"
    nan = "nan"


def no_exponent(ensemble_shape: tuple[int, ...]) -> IntArray:
    """The exponent 0 for each member of an ensemble."""
    exponent = np.zeros(ensemble_shape, np.int64)
    exponent.setflags(write=False)
    return exponent


def shifted(array: Array, shift: IntArray | int) -> Array:
    """array·2^shift, the shift one per ensemble member (leading axes of `array`).

    Shifts beyond what any float holds are cut, which changes no result.
    """
    bits = np.clip(np.asarray(shift), -_LARGEST_SHIFT, _LARGEST_SHIFT).astype(np.int32)
    bits = bits.reshape(bits.shape + (1,) * (array.ndim - bits.ndim))
    with np.errstate(under="ignore", over="ignore"):
        return np.asarray(np.ldexp(array, bits))


def largest(array: Array, ensemble_ndim: int) -> Array:
    """max |·| of each ensemble member, of ensemble shape; nan where there is one."""
    axes = tuple(range(ensemble_ndim, array.ndim))
    return np.asarray(np.abs(array).max(axis=axes))


def renormalize(array: Array, exponent: IntArray) -> tuple[Array, IntArray]:
    """The same values array·2^exponent with max |array| in [½, 1) for each ensemble member.

    Exact: only powers of two are multiplied. Members that are all 0, or hold inf or nan, stay.
    """
    peak = largest(array, exponent.ndim)
    with np.errstate(invalid="ignore"):
        _, shift = np.frexp(np.where(np.isfinite(peak), peak, 0.0))
    shift = shift.astype(np.int64)
    return shifted(array, -shift), np.asarray(exponent + shift)


def log10_magnitude(mantissa: Array, exponent: IntArray | int) -> Array:
    """log₁₀(mantissa·2^exponent) as float64: −inf for 0, nan for nan; mantissa ≥ 0."""
    if not np.ndim(mantissa) and 0 < mantissa < math.inf:
        return np.float64(math.log10(mantissa) + LOG10_2 * int(exponent))  # type: ignore[return-value]
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.log10(np.asarray(mantissa, np.float64)) + exponent * LOG10_2)


def true_value(mantissa: Array, exponent: IntArray | int) -> Array:
    """mantissa·2^exponent as float64: inf or 0 where that does not fit."""
    if not np.ndim(mantissa):
        bits = max(-_LARGEST_SHIFT, min(_LARGEST_SHIFT, int(exponent)))
        with np.errstate(over="ignore", under="ignore"):
            return np.ldexp(np.float64(mantissa), bits)  # type: ignore[no-any-return]
    return shifted(np.asarray(mantissa, np.float64), exponent)

"""Numbers with an exponent of their own, for products that leave the range of a float.

A scaled number is ``mantissa * 2**exponent`` with an int64 exponent beside *each* element (the
backward pass keeps one exponent for a whole array instead: see :mod:`gradsim.engine.scaling`).
Arrays of them travel as a pair ``(mantissas, exponents)``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.scaling import LOG10_2

Mantissas = npt.NDArray[np.float64]
Exponents = npt.NDArray[np.int64]

# Exponent of a zero: below every exponent that a product of float64 numbers can reach, and far
# enough from the end of int64 that sums of exponents never wrap.
ZERO_EXPONENT = -(2**60)


class ScaledNumber(Struct, frozen=True):
    """One real number ``mantissa * 2**exponent``, in float range or far outside it."""

    mantissa: float
    exponent: int = 0

    @property
    def value(self) -> float:
        """The number as a float: 0.0 below float64's range, ±inf above it."""
        return scale_to_float(self.mantissa, self.exponent)

    @property
    def log10_abs(self) -> float:
        """log₁₀ of the magnitude; -inf for zero, nan for nan."""
        magnitude = abs(self.mantissa)
        if magnitude == 0.0:
            return -math.inf
        if not math.isfinite(magnitude):
            return magnitude
        if self.exponent == 0:
            return math.log10(magnitude)
        return math.log10(magnitude) + self.exponent * LOG10_2

    @property
    def sign(self) -> int:
        """-1, 0 or 1 (0 for nan)."""
        return (self.mantissa > 0.0) - (self.mantissa < 0.0)


def scale_to_float(mantissa: float, exponent: int) -> float:
    """``mantissa * 2**exponent`` as a float: ±0.0 on underflow, ±inf on overflow."""
    try:
        return math.ldexp(mantissa, exponent)
    except OverflowError:
        return math.copysign(math.inf, mantissa)


def scaled_product(numbers: Iterable[ScaledNumber]) -> ScaledNumber:
    """The product, its mantissa in ±[½, 1) (0, inf and nan as they are, with exponent 0)."""
    mantissa, exponent = 1.0, 0
    for number in numbers:
        mantissa, shift = math.frexp(mantissa * math.frexp(number.mantissa)[0])
        exponent += number.exponent + math.frexp(number.mantissa)[1] + shift
    usual = mantissa != 0.0 and math.isfinite(mantissa)
    return ScaledNumber(mantissa, exponent if usual else 0)


def normalized(
    mantissas: npt.ArrayLike, exponents: npt.ArrayLike = 0
) -> tuple[Mantissas, Exponents]:
    """The same numbers with every mantissa in ±[½, 1); zeros get `ZERO_EXPONENT`.

    Not-a-number and infinity stay in the mantissa, where later products carry them on.
    """
    fractions, shifts = np.frexp(np.asarray(mantissas, dtype=np.float64))
    scaled = np.asarray(exponents, dtype=np.int64) + shifts
    return fractions, np.where(fractions == 0.0, ZERO_EXPONENT, scaled)


def sort_keys(mantissas: Mantissas, exponents: Exponents) -> npt.NDArray[np.float64]:
    """Numbers that order normalized scaled numbers by magnitude, equal where they are equal.

    The key is the exponent (from the greatest one downward, so that digits are left for the
    mantissa where the ranking is decided) plus the mantissa; monotone, so that multiplying
    sorted numbers by one factor keeps their keys sorted.
    """
    top = exponents.max(initial=ZERO_EXPONENT)
    keys: npt.NDArray[np.float64] = (exponents - top).astype(np.float64) + 2.0 * np.abs(mantissas)
    return keys


def scaled_sum(
    mantissas: Mantissas, exponents: Exponents, axis: int
) -> tuple[Mantissas, Exponents]:
    """Σ along `axis`, aligned to the greatest exponent of each sum; not normalized."""
    top = exponents.max(axis=axis, keepdims=True)
    shifts = np.maximum(exponents - top, -2200).astype(np.int32)
    total = np.ldexp(mantissas, shifts).sum(axis=axis)
    return total, np.squeeze(top, axis=axis)

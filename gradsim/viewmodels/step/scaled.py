"""Signed numbers beyond the range of floats: a mantissa and an exact power of two."""

from __future__ import annotations

import math
from math import frexp, isfinite
from typing import Self

from msgspec import Struct

from gradsim.engine.scaling import LOG10_2


class Scaled(Struct, frozen=True):
    """The real number ``mantissa · 2**exponent``, kept so that products never under- or overflow.

    A finite non-zero mantissa is normalized to ½ ≤ |mantissa| < 1, so equal numbers compare equal.
    """

    mantissa: float
    exponent: int = 0

    @classmethod
    def of(cls, value: float, exponent: int = 0) -> Self:
        """``value · 2**exponent``, normalized."""
        if value == 0.0 or not isfinite(value):
            return cls(value, 0)
        mantissa, shift = frexp(value)
        return cls(mantissa, exponent + shift)

    def __mul__(self, other: Scaled) -> Scaled:
        # A deep walk multiplies thousands of them in one turn of the window's thread.
        value = self.mantissa * other.mantissa
        if value == 0.0 or not isfinite(value):
            return Scaled(value, 0)
        mantissa, shift = frexp(value)
        return Scaled(mantissa, self.exponent + other.exponent + shift)

    def __abs__(self) -> Scaled:
        return Scaled(abs(self.mantissa), self.exponent)

    @property
    def value(self) -> float:
        """The nearest float; 0 or ±inf where the number lies beyond float range."""
        try:
            return math.ldexp(self.mantissa, self.exponent)
        except OverflowError:
            return math.copysign(math.inf, self.mantissa)

    @property
    def log10_abs(self) -> float:
        """log₁₀ of the magnitude: −inf for zero, nan for nan."""
        if self.mantissa == 0.0:
            return -math.inf
        if not math.isfinite(self.mantissa):
            return abs(self.mantissa)
        return math.log10(abs(self.mantissa)) + self.exponent * LOG10_2

    @property
    def is_zero(self) -> bool:
        """Whether the number is exactly 0 (not merely below float range)."""
        return self.mantissa == 0.0

    @property
    def is_finite(self) -> bool:
        """Whether it is a number at all: neither inf nor nan."""
        return math.isfinite(self.mantissa)

    @property
    def decimal(self) -> tuple[float, int]:
        """``(m, e)`` with the number = m·10**e and 1 ≤ |m| < 10; ``(0.0, 0)`` for zero."""
        if self.mantissa == 0.0 or not math.isfinite(self.mantissa):
            return self.mantissa, 0
        plain = self.value
        if plain != 0.0 and math.isfinite(plain) and abs(plain) >= 1e-290:
            power = math.floor(math.log10(abs(plain)))
            leading = plain / 10.0**power
        else:
            magnitude = self.log10_abs
            power = math.floor(magnitude)
            leading = math.copysign(10.0 ** (magnitude - power), self.mantissa)
        if abs(leading) >= 10.0:
            return leading / 10.0, power + 1
        if abs(leading) < 1.0:
            return leading * 10.0, power - 1
        return leading, power


ONE = Scaled.of(1.0)
ZERO = Scaled.of(0.0)

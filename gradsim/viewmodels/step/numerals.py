"""Numbers of the Step workspace as text and as TeX, in float range or far beyond it."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache

from gradsim.viewmodels.digits import superscript
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.words import MINUS

_LOWEST, _HIGHEST = -4, 5
"""Decimal exponents from the first up to (not including) the second are written out."""


@lru_cache(maxsize=4096)
def numeral(number: Scaled | float, digits: int = 4) -> str:
    """The number for reading: four figures, whole numbers bare, powers of ten where it is far."""
    return _written(number, digits, "·10", superscript).replace("-", MINUS)


@lru_cache(maxsize=4096)
def numeral_tex(number: Scaled | float, digits: int = 4) -> str:
    """The number inside a formula."""
    written = _written(number, digits, r" \cdot 10", lambda power: f"^{{{power}}}", r"\infty ")
    # In braces the minus is a sign and not an operator, which would stand apart from its number.
    return "{-}" + written[1:] if written.startswith("-") else written


def factor_tex(number: Scaled | float, digits: int = 4) -> str:
    """The number as a factor of a product: in brackets where it is negative."""
    written = numeral_tex(number, digits)
    return rf"({written})" if written.startswith("{-}") else written


def _written(
    number: Scaled | float,
    digits: int,
    times_ten: str,
    raised: Callable[[int], str],
    infinity: str = "∞",
) -> str:
    scaled = number if isinstance(number, Scaled) else Scaled.of(float(number))
    if not scaled.is_finite:
        sign = "-" if scaled.mantissa < 0 else ""
        return r"NaN" if math.isnan(scaled.mantissa) else f"{sign}{infinity}".strip()
    if scaled.is_zero:
        return "0"
    leading, power = scaled.decimal
    plain = scaled.value
    if _LOWEST <= power < _HIGHEST and plain == int(plain):
        return f"{int(plain)}"
    if round(abs(leading), digits - 1) >= 10.0:
        leading, power = leading / 10.0, power + 1
    if _LOWEST <= power < _HIGHEST:
        return f"{plain:.{max(digits - 1 - power, 0)}f}"
    return f"{leading:.{digits - 1}f}{times_ten}{raised(power)}"

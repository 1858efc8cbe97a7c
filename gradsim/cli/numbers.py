"""Numbers as text for the tables, in float range or far outside it."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from gradsim.engine.scaled_numbers import ScaledNumber
from gradsim.engine.scaling import LOG10_2, SMALLEST_NORMAL
from gradsim.engine.statistics import Magnitude, State

_SHOWN = 4


def scaled(number: ScaledNumber, digits: int = 6) -> str:
    """`digits` significant digits; beyond float64's range by the decimal logarithm."""
    value = number.value
    if number.mantissa == 0.0 or not math.isfinite(number.mantissa):
        return f"{number.mantissa:g}"
    if math.isfinite(value) and abs(value) >= SMALLEST_NORMAL:
        return f"{value:.{digits}g}"
    whole = math.floor(number.log10_abs)
    fraction = 10.0 ** (number.log10_abs - whole)
    return f"{'-' if number.sign < 0 else ''}{fraction:.3f}e{whole:+d}"


def values(array: npt.NDArray[np.float64], exponent: int) -> str:
    """Up to four numbers of array·2^exponent, rows apart by semicolons; of more, the shape."""
    if array.size > _SHOWN:
        return " × ".join(map(str, array.shape))
    return "; ".join(
        ", ".join(scaled(ScaledNumber(float(value), exponent)) for value in row)
        for row in np.atleast_2d(array)
    )


def size(magnitude: Magnitude, digits: int = 6) -> str:
    """‖·‖ of a magnitude, with its state where it is none that a float64 holds."""
    state = magnitude.state_of()
    if state in (State.ok, State.zero):
        return f"{float(magnitude.value('l2')):.{digits}g}"
    logarithm = float(magnitude.log10_l2)
    if not math.isfinite(logarithm):
        return str(state.value)
    text = scaled(ScaledNumber(float(magnitude.l2), int(magnitude.exponent)), digits)
    return f"{text} ({state.value})"


def count(number: int) -> str:
    """A count in full up to twelve digits; a longer one by its power of ten."""
    if number < 10**12:
        return f"{number:,}"
    digits = round(number.bit_length() * LOG10_2)
    while 10**digits > number:
        digits -= 1
    unit = 10 ** (digits - 3)
    leading = (number + unit // 2) // unit  # whole numbers round without a float's range
    if leading == 10_000:
        leading, digits = 1_000, digits + 1
    return f"{leading / 1000:.3f}e+{digits}"

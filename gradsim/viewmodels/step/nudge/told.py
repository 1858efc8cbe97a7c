"""Numbers that are known only so far: written with the digits that rounding leaves, or less."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec import Struct

from gradsim.engine.scaled_numbers import ScaledNumber
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.scaled import Scaled

if TYPE_CHECKING:
    from gradsim.engine.nudge.ripple import Change

_DIGITS = 4


class Told(Struct, frozen=True):
    """A change in three texts; `lost` says that rounding hides some of it."""

    actual: str
    predicted: str
    difference: str
    lost: bool


def told(change: Change) -> Told:
    """A single number's change."""
    return told_of(change.actual, change.predicted, change.difference, change.noise, change.doubt)


def told_of(
    actual: ScaledNumber,
    predicted: ScaledNumber,
    difference: ScaledNumber,
    noise: ScaledNumber,
    doubt: ScaledNumber,
) -> Told:
    """The texts of numbers that may be off by `noise`, the prediction by `doubt`.

    A number that may be noise from its first digit on is written as what it is surely below.
    """
    quiet = _is_zero(actual) and _is_zero(predicted)
    real = "0" if quiet else known(actual, noise)
    gap = "0" if quiet else known(difference, noise)
    said = "0" if _is_zero(predicted) else known(predicted, doubt)
    return Told(real, said, gap, "<" in real or "<" in gap)


def known(number: ScaledNumber, noise: ScaledNumber) -> str:
    """`number` in the figures that `noise` leaves; ``< 2·10⁻¹⁶`` where it leaves none."""
    scaled, margin = _scaled(number), abs(_scaled(noise))
    if not scaled.is_finite or margin.is_zero or not margin.is_finite:
        return numeral(scaled)
    figures = math.inf if scaled.is_zero else scaled.log10_abs - margin.log10_abs
    if scaled.is_zero or figures < 0.0:
        return f"< {numeral(margin, 1)}"
    return numeral(scaled, min(_DIGITS, 1 + int(figures)))


def _scaled(number: ScaledNumber) -> Scaled:
    return Scaled.of(number.mantissa, number.exponent)


def _is_zero(number: ScaledNumber) -> bool:
    return number.mantissa == 0.0

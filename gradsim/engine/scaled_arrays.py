"""Arrays with one exact power of two beside them, and the few operations on them that keep it.

The passes renormalize in place and for whole ensembles (:mod:`gradsim.engine.scaling`); what
stands here is for the readers of one pass, who add and compare arrays of different scale.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from gradsim.engine.scaled_numbers import ScaledNumber

Array = npt.NDArray[Any]

_FAR = 5000


class ScaledArray(NamedTuple):
    """The numbers ``array · 2**exponent``."""

    array: Array
    exponent: int = 0

    @property
    def plain(self) -> Array:
        """The numbers as floats: 0 or ±inf where these cannot hold them."""
        return shifted_by(self.array, self.exponent)

    @property
    def norm(self) -> ScaledNumber:
        """√Σx² over all entries."""
        array, exponent = normalized(self.array, self.exponent)
        return ScaledNumber(float(np.linalg.norm(array)), exponent)

    def number(self, *index: int) -> ScaledNumber:
        """One entry."""
        return ScaledNumber(float(self.array[index]), self.exponent)


def normalized(array: Array, exponent: int = 0) -> ScaledArray:
    """The same numbers with max |array| in [½, 1); exact. All-zero arrays get the exponent 0."""
    peak = float(np.abs(array).max(initial=0.0))
    if peak == 0.0:
        return ScaledArray(array, 0)
    if not math.isfinite(peak):
        return ScaledArray(array, exponent)
    shift = math.frexp(peak)[1]
    return ScaledArray(np.ldexp(array, -shift), exponent + shift)


def added(one: ScaledArray, other: ScaledArray) -> ScaledArray:
    """one + other, at the larger of the two exponents (a zero array has none)."""
    if not other.array.any():
        return one
    if not one.array.any():
        return other
    exponent = max(one.exponent, other.exponent)
    parts = (shifted_by(each.array, each.exponent - exponent) for each in (one, other))
    return ScaledArray(next(parts) + next(parts), exponent)


def subtracted(one: ScaledArray, other: ScaledArray) -> ScaledArray:
    """one − other."""
    return added(one, ScaledArray(-other.array, other.exponent))


def squared(one: ScaledArray) -> ScaledArray:
    """The squares of the entries, which neither over- nor underflow together."""
    array, exponent = normalized(*one)
    return ScaledArray(array * array, 2 * exponent)


def rooted(one: ScaledArray) -> ScaledArray:
    """The square roots of the entries."""
    array, exponent = (one.array, one.exponent) if one.exponent % 2 == 0 else (
        one.array * 2.0, one.exponent - 1,
    )  # fmt: skip
    return ScaledArray(np.sqrt(array), exponent // 2)


def number_sum(one: ScaledNumber, other: ScaledNumber) -> ScaledNumber:
    """one + other."""
    total = added(
        ScaledArray(np.array(one.mantissa), one.exponent),
        ScaledArray(np.array(other.mantissa), other.exponent),
    )
    return ScaledNumber(float(total.array), total.exponent)


def shifted_by(array: Array, shift: int) -> Array:
    """array·2^shift."""
    if shift == 0:
        return array
    with np.errstate(over="ignore", under="ignore"):
        return np.asarray(np.ldexp(array, max(-_FAR, min(_FAR, shift))))

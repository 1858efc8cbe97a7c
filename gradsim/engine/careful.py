"""Products formed again where the plain ones left the safe range of their dtype.

Operands are scaled by exact powers of two until their largest entry lies in [½, 1), multiplied,
and the exponents added. What is 0 after that is either truly 0 or, where two numbers that are
not 0 met, lost.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.arithmetic import Arithmetic
from gradsim.engine.chain import Gradient
from gradsim.engine.scaling import BoolArray, IntArray, largest, renormalize

Array = npt.NDArray[Any]


def times_slope(
    arithmetic: Arithmetic, gradient: Gradient, slope: Array, *, vanishes: BoolArray | bool
) -> Gradient:
    """gradient ∘ slope.

    vanishes : whether a slope of 0 is to be believed; where it is not, the slope itself ran out
        of range (σ′(−800)) and a 0 that it makes is an underflow.
    """
    g, g_exponent = renormalize(gradient.array, gradient.exponent)
    f, f_exponent = renormalize(slope, arithmetic.zero)
    product = g * f
    doubtful = (g != 0) & ((f != 0) | ~np.asarray(vanishes)[..., None, None]) & (product == 0)
    return _finished(arithmetic, product, g_exponent + f_exponent, gradient.underflow, doubtful)


def product(
    arithmetic: Arithmetic,
    gradient: Gradient,
    factor: Array,
    factor_exponent: IntArray,
    *,
    transpose: bool,
    lost: BoolArray,
) -> Gradient:
    """gradient @ factor, or gradientᵀ @ factor; `lost` says that the factor was."""
    left = arithmetic.transposed(gradient.array) if transpose else gradient.array
    g, g_exponent = renormalize(left, gradient.exponent)
    f, f_exponent = renormalize(arithmetic.broadcast(factor), factor_exponent)
    result = arithmetic.product(g, f)
    doubtful = np.zeros((*arithmetic.shape, 1, 1), np.bool_)
    if not largest(result, len(arithmetic.shape)).all():
        meets = arithmetic.product((g != 0).astype(np.float32), (f != 0).astype(np.float32)) > 0
        doubtful = meets & (arithmetic.product(np.abs(g), np.abs(f)) == 0)
    finished = _finished(arithmetic, result, g_exponent + f_exponent, gradient.underflow, doubtful)
    return Gradient(finished.array, finished.squares, finished.exponent, finished.underflow | lost)


def _finished(
    arithmetic: Arithmetic,
    array: Array,
    exponent: IntArray,
    underflow: BoolArray,
    doubtful: BoolArray,
) -> Gradient:
    """The product in the safe range; lost where all of it is 0 and some 0 is doubtful."""
    array, exponent = renormalize(array, exponent)
    squares = arithmetic.square_sum(array)
    empty = np.asarray(squares == 0)
    exponent = np.where(empty, 0, exponent)
    return Gradient(
        array, squares, exponent, np.asarray(underflow | (empty & doubtful.any(axis=(-2, -1))))
    )

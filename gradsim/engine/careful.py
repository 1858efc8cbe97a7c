"""Products formed again where the plain ones left the safe range of their dtype.

Operands are scaled by exact powers of two until their largest entry lies in [½, 1), multiplied,
and the exponents added. What is 0 after that is either truly 0 or, where two numbers that are
not 0 met, lost.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from gradsim.engine.arithmetic import Arithmetic
from gradsim.engine.chain import Gradient
from gradsim.engine.forward import ForwardLayer, lost_activations
from gradsim.engine.scaling import BoolArray, IntArray, largest, renormalize

Array = npt.NDArray[Any]


def times_slope(
    arithmetic: Arithmetic, gradient: Gradient, slope: Array, plain: Gradient, passed: ForwardLayer
) -> Gradient:
    """δ^(l) = ∂C/∂a^(l) ∘ f′(z^(l)); `plain` is what came of the plain product.

    A slope of 0 is believed where f is flat on an interval and z is known; elsewhere the slope
    itself ran out of range (σ′(−800)) and a 0 that it makes is an underflow.
    """
    if _stands(arithmetic, gradient.squares, plain.squares):
        return plain
    g, g_exponent = renormalize(gradient.array, gradient.exponent)
    f, f_exponent = renormalize(slope, arithmetic.zero)
    product = g * f
    doubted = np.asarray(passed.underflow | (not passed.rule.rule.flat))[..., None, None]
    doubtful = (g != 0) & ((f != 0) | doubted) & (product == 0)
    return _finished(arithmetic, product, g_exponent + f_exponent, gradient.underflow, doubtful)


def weight_gradient(
    arithmetic: Arithmetic,
    delta: Gradient,
    fed: Array,
    fed_exponent: IntArray,
    plain: Gradient,
    before: ForwardLayer | None,
) -> Gradient:
    """∂C/∂W^(l) = δ^(l)ᵀ a^(l−1), summed over the samples; `fed` is a^(l−1) of layer `before`."""
    if _stands(arithmetic, delta.squares, plain.squares):
        return replace(plain, exponent=plain.exponent + fed_exponent)
    lost = arithmetic.kept if before is None else lost_activations(before, arithmetic)
    return _product(arithmetic, arithmetic.transposed(delta.array), delta, fed, fed_exponent, lost)


def bias_gradient(arithmetic: Arithmetic, plain: Gradient) -> Gradient:
    """∂C/∂b^(l) = δ^(l) summed over the samples, which may cancel."""
    if _stands(arithmetic, plain.squares, plain.squares):
        return plain
    array, exponent = renormalize(plain.array, plain.exponent)
    return Gradient(array, arithmetic.square_sum(array)[0], exponent, plain.underflow)


def previous_gradient(
    arithmetic: Arithmetic, delta: Gradient, weights: Array, plain: Gradient
) -> Gradient:
    """∂C/∂a^(l−1) = δ^(l) W^(l)."""
    if _stands(arithmetic, delta.squares, plain.squares):
        return plain
    return _product(arithmetic, delta.array, delta, weights, arithmetic.zero, arithmetic.kept)


def _stands(arithmetic: Arithmetic, before: Array, after: Array) -> bool:
    """Whether a product may stand, by the sums of squares before and after it: each member is
    within the safe range, or was 0 and stays so."""
    safe = (arithmetic.low < after) & (after < arithmetic.high)
    return bool(np.all(safe | ((before == 0) & (after == 0))))


def _product(
    arithmetic: Arithmetic,
    left: Array,
    gradient: Gradient,
    factor: Array,
    factor_exponent: IntArray,
    lost: BoolArray,
) -> Gradient:
    """left @ factor, `left` being the array of `gradient` or its transpose; `lost` says that the
    factor was."""
    g, g_exponent = renormalize(left, gradient.exponent)
    f, f_exponent = renormalize(arithmetic.broadcast(factor), factor_exponent)
    result = arithmetic.product(g, f)
    doubtful = np.zeros((*arithmetic.shape, 1, 1), np.bool_)
    if not largest(result, len(arithmetic.shape)).all():
        meets = arithmetic.product((g != 0).astype(np.float32), (f != 0).astype(np.float32)) > 0
        doubtful = meets & (arithmetic.product(np.abs(g), np.abs(f)) == 0)
    underflow = np.asarray(gradient.underflow | lost)
    return _finished(arithmetic, result, g_exponent + f_exponent, underflow, doubtful)


def _finished(
    arithmetic: Arithmetic,
    array: Array,
    exponent: IntArray,
    underflow: BoolArray,
    doubtful: BoolArray,
) -> Gradient:
    """The product in the safe range; lost where all of it is 0 and some 0 is doubtful."""
    array, exponent = renormalize(array, exponent)
    squares, _ = arithmetic.square_sum(array)
    empty = np.asarray(squares == 0)
    exponent = np.where(empty, 0, exponent)
    return Gradient(
        array, squares, exponent, np.asarray(underflow | (empty & doubtful.any(axis=(-2, -1))))
    )

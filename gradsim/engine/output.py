"""Where the backward pass begins: ∂C/∂a^(L), and δ^(L) of outputs that are not elementwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from gradsim.engine.arithmetic import Arithmetic
from gradsim.engine.chain import Gradient
from gradsim.engine.costs import cost_of
from gradsim.engine.forward import ForwardPass
from gradsim.engine.scaling import BoolArray, IntArray, largest, renormalize, shifted

Array = npt.NDArray[Any]


def cost_gradient(forward: ForwardPass, arithmetic: Arithmetic, share: float) -> Gradient:
    """∂C/∂a^(L) times `share` (1/N for the mean over a batch)."""
    cost = cost_of(forward.network.cost)
    output, y = forward.output, forward.reference
    zero, kept = arithmetic.zero, arithmetic.kept
    if cost.fused is not None and forward.log_output is not None:
        array, exponent = cost.fused.output_gradient(forward.log_output, y)
        return _gradient(arithmetic, array * share, exponent, kept)
    if not cost.uses_targets:
        return _gradient(arithmetic, cost.derivative(output.activation, y) * share, zero, kept)
    if output.exponent is zero:
        array = cost.derivative(output.activation, y)
        array *= share
        lost = output.underflow & ~np.any(y) if output.underflow is not kept else kept
        found = _gradient(arithmetic, array, zero, lost)
        within = found.exponent is zero or np.isfinite(found.squares).all()
        if within or not np.isfinite(output.activation).all():
            return found
        # 2(a − y) left the range of floats, though a and y are in it.
    # Squared errors are homogeneous in (a, y): both are brought to the larger one's exponent.
    y, y_exponent = renormalize(arithmetic.broadcast(y), zero)
    some = largest(y, len(arithmetic.shape)) > 0
    common = np.where(some, np.maximum(output.exponent, y_exponent), output.exponent)
    a = shifted(output.activation, output.exponent - common)
    array = cost.derivative(a, shifted(y, y_exponent - common)) * share
    return _gradient(arithmetic, array, common, kept)


def has_output_rule(forward: ForwardPass) -> bool:
    """Whether δ^(L) is more than ∂C/∂a^(L) ∘ f′: a fused pair, or softmax."""
    return forward.log_output is not None or not forward.output.rule.rule.elementwise


def output_delta(
    forward: ForwardPass, arithmetic: Arithmetic, gradient: Gradient, share: float
) -> tuple[Array | Callable[[], Array], Gradient, bool]:
    """∂a^(L)/∂z^(L), δ^(L), and whether it came by the shortcut a − y.

    Softmax without cross-entropy: δ = a ∘ (h − Σ_k h_k a_k), the Jacobian times g, where h is g
    less its value at the largest output (which changes nothing, and keeps the digits of 1 − a).
    """
    output = forward.output
    rule, z, a = output.rule, output.argument, output.activation
    slope: Array | Callable[[], Array]
    if rule.rule.elementwise:
        slope = rule.slope(z, a)
    else:

        def slope() -> Array:
            return rule.rule.derivative(z, **rule.options)

    fused = cost_of(forward.network.cost).fused
    if fused is not None:
        array = fused.delta(z, forward.reference)
        array *= share
        return slope, _fused_delta(forward, arithmetic, array), True
    g = gradient.array
    h = g - np.take_along_axis(g, a.argmax(axis=-1)[..., None], axis=-1)
    array = a * (h - np.einsum("...j,...j->...", h, a)[..., None])
    return slope, _gradient(arithmetic, array, gradient.exponent, gradient.underflow), False


def _fused_delta(forward: ForwardPass, arithmetic: Arithmetic, array: Array) -> Gradient:
    """a − y; where all of it is 0 although a only comes near to y, it is lost and not 0."""
    found = _gradient(arithmetic, array, arithmetic.zero, arithmetic.kept)
    silent = np.asarray(found.squares) == 0
    if not np.count_nonzero(silent):
        return found
    lost = silent & only_approached(forward).any(axis=(-2, -1))
    return replace(found, underflow=np.asarray(lost))


def only_approached(forward: ForwardPass) -> BoolArray:
    """Which targets of a fused pair a comes near to and never reaches, (…, samples, units).

    A sigmoid, and a softmax of two units or more, never reaches 0 or 1.
    """
    z, y = forward.output.argument, forward.reference
    if not forward.output.rule.rule.elementwise and z.shape[-1] == 1:
        return np.zeros(z.shape, dtype=np.bool_)
    return np.asarray(np.isfinite(z) & ((y == 0) | (y == 1)))


def _gradient(
    arithmetic: Arithmetic, array: Array, exponent: IntArray, underflow: BoolArray
) -> Gradient:
    return Gradient(*arithmetic.renormalized(array, exponent), underflow)

"""The forward-mode pass: how z, a and C start to move when something below them does.

Backpropagation multiplies from the cost down and ends at every parameter at once; this multiplies
from one direction up and passes every layer on its way to the cost. Both are the same chain rule,
so ⟨∂C/∂θ, direction⟩ of the one is dC of the other.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.costs import cost_of
from gradsim.engine.forward import ForwardPass
from gradsim.engine.output import cost_gradient
from gradsim.engine.scaled_arrays import ScaledArray, normalized, number_sum
from gradsim.engine.scaled_numbers import ScaledNumber
from gradsim.engine.tangent_layer import Direction, TangentLayer, through_layer

__all__ = ["Direction", "Tangent", "TangentLayer", "output_pull", "tangent", "target_gradient"]

Array = npt.NDArray[Any]


class Tangent(Struct, frozen=True, eq=False):
    """The directional derivative of a whole pass.

    layers : one for each layer of the network; None below the first that moves.
    cost : dC of the mean over the samples.
    """

    layers: tuple[TangentLayer | None, ...]
    cost: ScaledNumber


def tangent(
    base: ForwardPass, direction: Direction, cancelled: Callable[[], bool] | None = None
) -> Tangent:
    """dz = dW a + W da + db, da = f′(z) dz for every layer, and dC = ⟨∂C/∂a, da⟩.

    Exact up to rounding, at any magnitude: each array carries its power of two. Softmax takes its
    whole Jacobian, da = a ∘ (dz − ⟨a, dz⟩); cost and output that are computed together take
    dC = ⟨a − y, dz⟩, so that saturation costs no digits.

    Parameters
    ----------
    base : ForwardPass
        Of one network (no ensemble), at the point where the derivative is wanted.

    Raises
    ------
    Cancelled
        Where `cancelled` says so, checked per layer.

    Source: Griewank & Walther, Evaluating Derivatives, 2nd ed. 2008, chapter 3 (the forward mode).
    """
    moving: ScaledArray | None = None
    if direction.inputs is not None:
        moving = normalized(np.broadcast_to(direction.inputs, base.inputs.shape).astype(np.float64))
    layers: list[TangentLayer | None] = []
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        for index in range(base.network.depth):
            check_cancelled(cancelled)
            layers.append(through_layer(base, direction, index, moving))
            moving = None if layers[-1] is None else layers[-1].activation
        cost = _cost(base, direction, layers[-1])
    return Tangent(tuple(layers), cost)


def _cost(base: ForwardPass, direction: Direction, last: TangentLayer | None) -> ScaledNumber:
    total = ScaledNumber(0.0)
    share = 1.0 / base.samples
    if last is not None:
        pull, on_argument = output_pull(base)
        total = _inner(pull, last.argument if on_argument else last.activation)
    if direction.targets is not None and cost_of(base.network.cost).uses_targets:
        pull_of_targets = target_gradient(base)
        moved = np.broadcast_to(direction.targets, base.reference.shape)
        total = number_sum(total, _inner(ScaledArray(pull_of_targets * share), ScaledArray(moved)))
    return total


def output_pull(base: ForwardPass) -> tuple[ScaledArray, bool]:
    """∂C/∂a^(L) of the mean over the samples, (samples, outputs), and False; of cost and output
    that are computed together, the derivative by what f takes, and True."""
    cost = cost_of(base.network.cost)
    share = 1.0 / base.samples
    if cost.fused is not None and base.log_output is not None:
        return ScaledArray(cost.fused.delta(base.output.argument, base.reference) * share), True
    gradient = cost_gradient(base, base.arithmetic, share)
    return ScaledArray(gradient.array, int(gradient.exponent)), False


def target_gradient(base: ForwardPass) -> Array:
    """∂C_n/∂y of each sample, (samples, outputs); the cost `probe` has no targets and gives 0."""
    cost = cost_of(base.network.cost)
    if not cost.uses_targets:
        return np.zeros_like(base.reference)
    if cost.fused is not None and base.log_output is not None:
        return cost.fused.target_gradient(base.log_output)
    output = ScaledArray(base.output.activation, int(base.output.exponent))
    return -cost.derivative(output.plain, base.reference)


def _inner(one: ScaledArray, other: ScaledArray) -> ScaledNumber:
    """Σ one·other over samples and units."""
    left, right = normalized(*one), normalized(*other)
    return ScaledNumber(float((left.array * right.array).sum()), left.exponent + right.exponent)

"""The forward-mode pass: how z, a and C start to move when something below them does.

Backpropagation multiplies from the cost down and ends at every parameter at once; this multiplies
from one direction up and passes every layer on its way to the cost. Both are the same chain rule,
so ⟨∂C/∂θ, direction⟩ of the one is dC of the other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.costs import cost_of
from gradsim.engine.forward import ForwardLayer, ForwardPass
from gradsim.engine.output import cost_gradient
from gradsim.engine.remedies import normalization_of
from gradsim.engine.remedies.passing import Inner
from gradsim.engine.scaled_arrays import ScaledArray, added, normalized, number_sum
from gradsim.engine.scaled_numbers import ScaledNumber

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Direction:
    """What moves, and how far: the rest stands still.

    weights : layer (from 1) -> dW, (fan_out, fan_in); biases : layer -> db, (fan_out,).
    inputs : dx, (inputs,) or (samples, inputs); targets : dy, (outputs,) or (samples, outputs).
    """

    weights: Mapping[int, Array] = field(default_factory=dict)
    biases: Mapping[int, Array] = field(default_factory=dict)
    inputs: Array | None = None
    targets: Array | None = None


@dataclass(frozen=True, slots=True, eq=False)
class TangentLayer:
    """dz and da of one layer, (samples, units) each, and the change of what f takes."""

    pre_activation: ScaledArray
    activation: ScaledArray
    argument: ScaledArray


@dataclass(frozen=True, slots=True, eq=False)
class Tangent:
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
            layers.append(_through(base, direction, index, moving))
            moving = None if layers[-1] is None else layers[-1].activation
        cost = _cost(base, direction, layers[-1])
    return Tangent(tuple(layers), cost)


def fed_into(base: ForwardPass, index: int) -> ScaledArray:
    """What W of the layer with this index (from 0) meets: a^(l−1), or where f comes first what
    f gave."""
    inner = base.layers[index].inner
    if inner is not None:
        return ScaledArray(inner.fed)
    if index == 0:
        return ScaledArray(base.inputs)
    below = base.layers[index - 1]
    return ScaledArray(below.activation, int(below.exponent))


def _through(
    base: ForwardPass, direction: Direction, index: int, moving: ScaledArray | None
) -> TangentLayer | None:
    """dz and da of one layer; None where nothing has moved yet."""
    layer = base.layers[index]
    inner = layer.inner
    if inner is None:
        z = _pre_activation(base, direction, index, moving)
        return None if z is None else TangentLayer(z, _activation(layer, z), z)
    nothing = ScaledArray(np.zeros_like(layer.pre_activation))
    argument: ScaledArray | None = None
    result: ScaledArray | None = None
    if inner.activates_first:
        if moving is not None:
            argument, result = _branch(base, index, inner, moving)
        z = result = _pre_activation(base, direction, index, result)
    else:
        z = _pre_activation(base, direction, index, moving)
        if z is not None:
            argument, result = _branch(base, index, inner, z)
    if inner.residual is not None:
        if result is not None:
            result = normalized(result.array * inner.residual.scale, result.exponent)
        if moving is not None:
            past = moving
            if inner.projection is not None:
                past = normalized(moving.array @ inner.projection.T, moving.exponent)
            result = past if result is None else normalized(*added(past, result))
    return None if result is None else TangentLayer(z or nothing, result, argument or nothing)


def _branch(
    base: ForwardPass, index: int, inner: Inner, x: ScaledArray
) -> tuple[ScaledArray, ScaledArray]:
    """What f takes, and what is left after f and dropout."""
    layer = base.layers[index]
    argument = x
    if inner.normalized is not None:
        choice = base.network.layers[index].normalization
        assert choice is not None
        # The Jacobian is γ times a symmetric matrix: the way back, with γ on the other side.
        bare = inner.normalized._replace(scale=np.ones(1))
        back = normalization_of(choice).backward(x.array, bare)
        argument = normalized(back * inner.normalized.scale, x.exponent)
    if layer.rule.rule.elementwise:
        moved = normalized(layer.slope * argument.array, argument.exponent)
    else:
        mean = (inner.value * argument.array).sum(axis=-1, keepdims=True)
        moved = normalized(inner.value * (argument.array - mean), argument.exponent)
    if inner.mask is not None:
        moved = normalized(moved.array * inner.mask, moved.exponent)
    return argument, moved


def _pre_activation(
    base: ForwardPass, direction: Direction, index: int, moving: ScaledArray | None
) -> ScaledArray | None:
    """dz of one layer; None where nothing has moved yet."""
    terms: list[ScaledArray] = []
    if moving is not None:
        weights = base.parameters.weights[index]
        terms.append(normalized(moving.array @ weights.T, moving.exponent))
    if index + 1 in direction.weights:
        fed, exponent = normalized(*fed_into(base, index))
        change = normalized(direction.weights[index + 1])
        terms.append(normalized(fed @ change.array.T, exponent + change.exponent))
    if index + 1 in direction.biases:
        shape = base.layers[index].pre_activation.shape
        terms.append(normalized(np.broadcast_to(direction.biases[index + 1], shape)))
    if not terms:
        return None
    total = terms[0]
    for term in terms[1:]:
        total = added(total, term)
    return normalized(*total)


def _activation(layer: ForwardLayer, z: ScaledArray) -> ScaledArray:
    a = layer.activation
    if layer.rule.rule.elementwise:
        slope = layer.rule.slope(layer.pre_activation, a)
        return normalized(slope * z.array, z.exponent)
    mean = (a * z.array).sum(axis=-1, keepdims=True)
    return normalized(a * (z.array - mean), z.exponent)


def _cost(base: ForwardPass, direction: Direction, last: TangentLayer | None) -> ScaledNumber:
    total = ScaledNumber(0.0)
    share = 1.0 / base.samples
    cost = cost_of(base.network.cost)
    if last is not None:
        if cost.fused is not None and base.log_output is not None:
            delta = cost.fused.delta(base.output.argument, base.reference)
            total = _inner(ScaledArray(delta * share), last.argument)
        else:
            gradient = cost_gradient(base, base.arithmetic, share)
            total = _inner(ScaledArray(gradient.array, int(gradient.exponent)), last.activation)
    if direction.targets is not None and cost.uses_targets:
        pull = target_gradient(base)
        moved = np.broadcast_to(direction.targets, base.reference.shape)
        total = number_sum(total, _inner(ScaledArray(pull * share), ScaledArray(moved)))
    return total


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

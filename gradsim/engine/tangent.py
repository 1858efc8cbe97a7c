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
    """dz and da of one layer, (samples, units) each."""

    pre_activation: ScaledArray
    activation: ScaledArray


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
        for index, layer in enumerate(base.layers):
            check_cancelled(cancelled)
            z = _pre_activation(base, direction, index, moving)
            if z is None:
                layers.append(None)
                continue
            moving = _activation(layer, z)
            layers.append(TangentLayer(z, moving))
        cost = _cost(base, direction, layers[-1])
    return Tangent(tuple(layers), cost)


def fed_into(base: ForwardPass, index: int) -> ScaledArray:
    """a^(l−1) of the layer with this index (from 0): the inputs, or what the layer below gave."""
    if index == 0:
        return ScaledArray(base.inputs)
    below = base.layers[index - 1]
    return ScaledArray(below.activation, int(below.exponent))


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
            delta = cost.fused.delta(base.output.pre_activation, base.reference)
            total = _inner(ScaledArray(delta * share), last.pre_activation)
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

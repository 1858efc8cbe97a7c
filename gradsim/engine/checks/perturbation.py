"""The cost again after single parameters were moved: forward only, many moves in one sweep.

This knows nothing of derivatives, and nothing of the exponents that the engine's own forward pass
carries: plain z = Wa + b, a = f(z), which is what makes differences of it a check.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.activations import activation_of
from gradsim.engine.arithmetic import arithmetic_of
from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.costs import cost_of
from gradsim.engine.forward import ForwardPass
from gradsim.engine.network import Layer
from gradsim.engine.options import resolved_options
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.remedies.learned import RemedyValues
from gradsim.engine.remedies.passing import pass_layer

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


FAR = 0.6

_FLAT_BEYOND = 20.0
_CURVED = {"sin": math.inf}


class Move(Struct, frozen=True):
    """One parameter moved by `amount`."""

    address: ParameterAddress
    amount: float


class MovedCosts(Struct, frozen=True, eq=False):
    """What each move made of the cost.

    costs : (moves, samples), the sample costs.
    kinked : (moves,), whether some unit of some sample then stood on the other side of a kink of
        its activation, where f′ jumps (or stands exactly on one).
    bent : the same for kinks and bends, where f″ jumps.
    far : (moves,), whether some z moved by more than `FAR` where f is curved: a network that
        amplifies what enters it may curl many times within a step that looks small.
    """

    costs: Floats
    kinked: Flags
    bent: Flags
    far: Flags


class LayerRule(Struct, frozen=True):
    """A layer's activation with its options, the points where f′ jumps, and those where f″ does.

    `curved` is how far from 0 it is more than a straight line between those points.
    """

    value: Callable[[Any], Any]
    elementwise: bool
    curved: float
    kinks: tuple[float, ...]
    bends: tuple[float, ...]


def layer_rule(layer: Layer) -> LayerRule:
    """What the layer computes, and where it is not smooth."""
    rule = activation_of(layer.activation)
    options = resolved_options(layer.activation, rule.options)
    value = partial(rule.value, **options)
    kinks, bends = rule.kinks(**options), rule.bends(**options)
    curved = 0.0 if rule.homogeneous else _CURVED.get(rule.name, _FLAT_BEYOND)
    return LayerRule(value, rule.elementwise, curved, kinks, bends)


def true_inputs(forward: ForwardPass, layer: int) -> Floats:
    """a^(layer−1) as plain float64, (samples, units); what a float cannot hold is 0 or inf."""
    if layer == 1:
        return np.asarray(forward.inputs, np.float64)
    below = forward.layers[layer - 2]
    with np.errstate(over="ignore", under="ignore"):
        return np.ldexp(below.activation.astype(np.float64), _clipped(below.exponent))


def _clipped(exponent: npt.NDArray[np.int64]) -> int:
    return max(-5000, min(5000, int(exponent)))


def moved_costs(
    forward: ForwardPass,
    moves: Sequence[Move],
    cancelled: Callable[[], bool] | None = None,
) -> MovedCosts:
    """The cost of every sample after each move alone; moves in rising order of layer.

    Each move starts at its own layer, from the activations that the unmoved pass has there, and
    all go up together.

    Raises
    ------
    ValueError
        Where the moves are in another order.
    Cancelled
        Where `cancelled` says so, checked per layer.
    """
    network = forward.network
    lowest = moves[0].address.layer
    order = [move.address.layer for move in moves]
    if order != sorted(order):
        raise ValueError("moves go in rising order of layer")
    samples = forward.samples
    base = true_inputs(forward, lowest)
    active = np.empty((0, samples, base.shape[-1]))
    kinked, bent, far = np.zeros((3, len(moves)), np.bool_)
    started = 0
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        for number in range(lowest, network.depth + 1):
            check_cancelled(cancelled)
            rule = layer_rule(network.layers[number - 1])
            beginning = [move for move in moves[started:] if move.address.layer == number]
            if forward.layers[number - 1].inner is not None:
                base, base_z, active, z = _remedied(forward, number, base, active, beginning)
            else:
                base, base_z, active, z = _plain(forward, number, rule, base, active, beginning)
            started += len(beginning)
            kinked[:started] |= _crossed(rule.kinks, base_z, z)
            bent[:started] |= _crossed(rule.bends, base_z, z)
            near = np.minimum(np.abs(z), np.abs(base_z)) < rule.curved
            far[:started] |= (near & (np.abs(z - base_z) > FAR)).any(axis=(-2, -1))
        costs = _sample_costs(forward, z, active)
    return MovedCosts(costs, kinked, kinked | bent, far)


def _plain(
    forward: ForwardPass,
    number: int,
    rule: LayerRule,
    base: Floats,
    active: Floats,
    beginning: Sequence[Move],
) -> tuple[Floats, Floats, Floats, Floats]:
    """a and z of the unmoved pass, then those of every move, (moves, samples, units)."""
    weights = np.asarray(forward.parameters.weights[number - 1], np.float64)
    bias = np.asarray(forward.parameters.biases[number - 1], np.float64)
    base_z = base @ weights.T + bias
    begun = [_moved(base, base_z, weights, bias, move)[None] for move in beginning]
    z = np.concatenate([active @ weights.T + bias, *begun])
    return rule.value(base_z), base_z, rule.value(z), z


def _remedied(
    forward: ForwardPass, number: int, base: Floats, active: Floats, beginning: Sequence[Move]
) -> tuple[Floats, Floats, Floats, Floats]:
    """The same of a layer with remedies, with what f takes in place of z."""
    layer, rule = forward.network.layers[number - 1], forward.layers[number - 1].rule
    weights = np.asarray(forward.parameters.weights[number - 1], np.float64)
    bias = np.asarray(forward.parameters.biases[number - 1], np.float64)
    values = forward.parameters.remedies[number - 1]

    def passed(
        before: Floats, matrix: Floats, offset: Floats, learned: RemedyValues | None
    ) -> tuple[Floats, Floats]:
        _, a, inner = pass_layer(
            layer, number, (matrix, offset, learned), before, rule,
            arithmetic_of(np.dtype(np.float64), before.shape[:-2]), forward.circumstances,
        )  # fmt: skip
        return a, inner.argument

    base_a, base_u = passed(base, weights, bias, values)
    found = [passed(active, weights, bias, values)] if len(active) else []
    for move in beginning:
        matrix, offset, learned = weights.copy(), bias.copy(), values
        address = move.address
        if address.kind == "w":
            matrix[address.unit - 1, address.source - 1] += move.amount
        elif address.kind == "b":
            offset[address.unit - 1] += move.amount
        else:
            assert values is not None
            learned = _moved_values(values, move)
        a, u = passed(base, matrix, offset, learned)
        found.append((a[None], u[None]))
    activations, arguments = (np.concatenate(each) for each in zip(*found, strict=True))
    return base_a, base_u, activations, arguments


def _moved_values(values: RemedyValues, move: Move) -> RemedyValues:
    """γ and β with the moved one; as float64, as everything here."""
    moved = values.as_type(np.float64)
    name = "scale" if move.address.kind == "γ" else "shift"
    numbers = np.array(getattr(moved, name))
    numbers[move.address.unit - 1] += move.amount
    return replace(moved, **{name: numbers})


def _crossed(points: tuple[float, ...], base_z: Floats, z: Floats) -> Flags:
    """(moves,): which moves took some z across one of the points, or off it."""
    crossed = np.zeros(len(z), np.bool_)
    for point in points:
        other_side = ((z > point) != (base_z > point)) | (base_z == point)
        crossed |= (other_side & (z != base_z)).any(axis=(-2, -1))
    return crossed


def _moved(base: Floats, base_z: Floats, weights: Floats, bias: Floats, move: Move) -> Floats:
    """z of the move's layer: its unit's row computed again with the moved parameter."""
    address = move.address
    unit = address.unit - 1
    row, offset = weights[unit].copy(), bias[unit]
    if address.kind == "w":
        row[address.source - 1] += move.amount
    else:
        offset = offset + move.amount
    z = base_z.copy()
    z[:, unit] = base @ row + offset
    return z


def _sample_costs(forward: ForwardPass, z: Any, a: Any) -> Floats:
    """(moves, samples)."""
    cost = cost_of(forward.network.cost)
    reference = np.asarray(forward.reference, np.float64)
    if cost.fused is not None:
        return np.asarray(cost.fused.sample_costs(cost.fused.log_output(z), reference))
    return np.asarray(cost.sample_costs(a, reference))

"""What single roundings of a pass are worth, and how their answer is given."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from msgspec import Struct

from gradsim.engine.chain import FactorKind
from gradsim.engine.forward import ForwardPass
from gradsim.engine.scaled_arrays import ScaledArray, added, number_sum, rooted, squared
from gradsim.engine.scaled_numbers import ScaledNumber
from gradsim.engine.tangent_layer import fed_into

MARGIN = 3.0
"""Standard deviations of one pass; the difference of two has √2 of them."""


class Rounding(Struct, frozen=True, eq=False):
    """How far differences from another pass may be off by rounding (absolute).

    layers : of each stage of each layer, as in :func:`gradsim.engine.layer_stages.layer_stages`,
        (samples, units) each; None for the layers that both passes have in common.
    cost : that of C.
    """

    layers: tuple[Mapping[FactorKind, ScaledArray] | None, ...]
    cost: ScaledNumber


def both(one: Rounding, other: Rounding) -> Rounding:
    """What two passes over the same network hide of their difference: the sum of both."""
    layers = tuple(
        None
        if left is None or right is None
        else {kind: added(margin, right[kind]) for kind, margin in left.items()}
        for left, right in zip(one.layers, other.layers, strict=True)
    )
    return Rounding(layers, number_sum(one.cost, other.cost))


def unit_roundoff(base: ForwardPass) -> float:
    """ε of the floats of the pass."""
    return float(np.finfo(base.arithmetic.dtype).eps)


def sum_variance(base: ForwardPass, index: int) -> ScaledArray:
    """Σ(wa)²(1 + log₂ n) + b² + z² of the layer with this index (from 0), (samples, units): what
    ε² is multiplied with where z is summed up."""
    layer = base.layers[index]
    squares = squared(ScaledArray(base.parameters.weights[index]))
    fed = squared(fed_into(base, index))
    terms = 1.0 + math.log2(max(squares.array.shape[1], 2))
    own = ScaledArray(terms * (fed.array @ squares.array.T), fed.exponent + squares.exponent)
    shift = squared(ScaledArray(base.parameters.biases[index]))
    own = added(own, ScaledArray(np.broadcast_to(shift.array, own.array.shape), shift.exponent))
    return added(own, squared(ScaledArray(layer.pre_activation, int(layer.exponent))))


def margin(variance: ScaledArray) -> ScaledArray:
    """What a difference may be off by, of its variance."""
    root = rooted(variance)
    return ScaledArray(MARGIN * root.array, root.exponent)

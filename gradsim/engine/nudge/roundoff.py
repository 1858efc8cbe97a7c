"""What single roundings of a pass are worth, and how their answer is given."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from gradsim.engine.chain import FactorKind
from gradsim.engine.forward import ForwardPass
from gradsim.engine.scaled_arrays import ScaledArray, added, rooted, squared
from gradsim.engine.scaled_numbers import ScaledNumber
from gradsim.engine.tangent_layer import fed_into

MARGIN = 3.0
"""Standard deviations of one pass; the difference of two has √2 of them."""


@dataclass(frozen=True, slots=True, eq=False)
class Rounding:
    """How far differences from another pass may be off by rounding (absolute).

    layers : of each stage of each layer, as in :func:`gradsim.engine.layer_stages.layer_stages`,
        (samples, units) each; None for the layers that both passes have in common.
    cost : that of C.
    """

    layers: tuple[Mapping[FactorKind, ScaledArray] | None, ...]
    cost: ScaledNumber


def unit_roundoff(base: ForwardPass) -> float:
    """ε of the floats of the pass."""
    return float(np.finfo(base.arithmetic.dtype).eps)


def sum_variance(base: ForwardPass, index: int) -> ScaledArray:
    """Σ(wa)²(1 + log₂ n) + b² + z² of the layer with this index (from 0), (samples, units): what
    ε² is multiplied with where z is summed up."""
    layer = base.layers[index]
    squares = base.parameters.weights[index] ** 2
    fed = squared(fed_into(base, index))
    terms = 1.0 + math.log2(max(squares.shape[1], 2))
    own = ScaledArray(terms * (fed.array @ squares.T), fed.exponent)
    shift = np.broadcast_to(base.parameters.biases[index] ** 2, own.array.shape)
    own = added(own, ScaledArray(shift))
    return added(own, squared(ScaledArray(layer.pre_activation, int(layer.exponent))))


def margin(variance: ScaledArray) -> ScaledArray:
    """What a difference may be off by, of its variance."""
    root = rooted(variance)
    return ScaledArray(MARGIN * root.array, root.exponent)

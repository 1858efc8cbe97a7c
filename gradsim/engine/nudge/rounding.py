"""How far the difference of two nearly equal passes can be told: the rounding of each, followed up.

Every z and a is rounded in its last place; what that makes of the values above is followed as a
sum of squares, as if the roundings were independent. It is a measure of size, not a bound: bounds
add up magnitudes and grow past all use within a few dozen layers.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.costs import cost_of
from gradsim.engine.forward import ForwardPass
from gradsim.engine.output import cost_gradient
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.scaled_arrays import ScaledArray, added, normalized, rooted, squared
from gradsim.engine.scaled_numbers import ScaledNumber
from gradsim.engine.tangent import fed_into

Array = npt.NDArray[Any]

_MARGIN = 3.0
"""Standard deviations of one pass; the difference of two has √2 of them."""


@dataclass(frozen=True, slots=True, eq=False)
class Rounding:
    """How far differences from another pass may be off by rounding (absolute).

    layers : (z, a) of each layer, (samples, units) each; None for the layers that both passes
        have in common. cost : that of C.
    """

    layers: tuple[tuple[ScaledArray, ScaledArray] | None, ...]
    cost: ScaledNumber


def rounding(
    base: ForwardPass, unchanged: int, cancelled: Callable[[], bool] | None = None
) -> Rounding:
    """What rounding makes of a difference from a pass whose first `unchanged` layers are the same.

    var z = ε² (Σ(wa)²(1 + log₂ n) + b² + z²) + Σ w² var a;  var a = f′(z)² var z + ε² a².

    Raises
    ------
    Problem
        Where a layer that moves has a remedy: normalization spreads each rounding over many units.
    Cancelled
        Where `cancelled` says so, checked per layer.
    """
    refuse_remedies(base)
    epsilon = ScaledArray(np.array(float(np.finfo(base.arithmetic.dtype).eps) ** 2))
    layers: list[tuple[ScaledArray, ScaledArray] | None] = [None] * unchanged
    spread: ScaledArray | None = None
    z_spread: ScaledArray | None = None
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        for index in range(unchanged, base.network.depth):
            check_cancelled(cancelled)
            layer = base.layers[index]
            squares = base.parameters.weights[index] ** 2
            fed = squared(fed_into(base, index))
            terms = 1.0 + math.log2(max(squares.shape[1], 2))
            own = ScaledArray(terms * (fed.array @ squares.T), fed.exponent)
            shift = np.broadcast_to(base.parameters.biases[index] ** 2, own.array.shape)
            own = added(own, ScaledArray(shift))
            own = added(own, squared(ScaledArray(layer.pre_activation, int(layer.exponent))))
            z_spread = normalized(own.array * epsilon.array, own.exponent)
            if spread is not None:
                passed_on = ScaledArray(spread.array @ squares.T, spread.exponent)
                z_spread = normalized(*added(z_spread, passed_on))
            spread = _activation_spread(base, index, z_spread, epsilon)
            layers.append((_margin(z_spread), _margin(spread)))
        cost = _cost_spread(base, z_spread, spread, float(epsilon.array))
    return Rounding(tuple(layers), cost)


def refuse_remedies(base: ForwardPass) -> None:
    """Refuse a pass through a remedy.

    Raises
    ------
    Problem
        With the first layer that has one.
    """
    for number, layer in enumerate(base.network.layers, 1):
        if not layer.plain:
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "Layer {layer} has a remedy: how rounding spreads through it is not followed, "
                    "so a small change could not be told from noise.",
                ),
                place=f"network.layers[{number - 1}]",
                layer=number,
            )


def _activation_spread(
    base: ForwardPass, index: int, z_spread: ScaledArray, epsilon: ScaledArray
) -> ScaledArray:
    layer = base.layers[index]
    a = squared(ScaledArray(layer.activation, int(layer.exponent)))
    own = ScaledArray(a.array * epsilon.array, a.exponent)
    if layer.rule.rule.elementwise:
        slope = layer.rule.slope(layer.pre_activation, layer.activation) ** 2
        felt = ScaledArray(slope * z_spread.array, z_spread.exponent)
    else:
        jacobian = layer.rule.rule.derivative(layer.pre_activation, **layer.rule.options) ** 2
        product = np.einsum("nij,nj->ni", jacobian, z_spread.array)
        felt = ScaledArray(product, z_spread.exponent)
    return normalized(*added(own, felt))


def _cost_spread(
    base: ForwardPass,
    z_spread: ScaledArray | None,
    spread: ScaledArray | None,
    epsilon: float,
) -> ScaledNumber:
    cost = cost_of(base.network.cost)
    share = 1.0 / base.samples
    total = ScaledArray(np.array(epsilon * float(base.cost) ** 2))
    if spread is not None and z_spread is not None:
        if cost.fused is not None and base.log_output is not None:
            delta = cost.fused.delta(base.output.pre_activation, base.reference) * share
            felt = ScaledArray(np.array((delta**2 * z_spread.array).sum()), z_spread.exponent)
        else:
            gradient = cost_gradient(base, base.arithmetic, share)
            pull = squared(ScaledArray(gradient.array, int(gradient.exponent)))
            both = np.array((pull.array * spread.array).sum())
            felt = ScaledArray(both, pull.exponent + spread.exponent)
        total = added(total, felt)
    margin = _margin(total)
    return ScaledNumber(float(margin.array), margin.exponent)


def _margin(variance: ScaledArray) -> ScaledArray:
    root = rooted(variance)
    return ScaledArray(_MARGIN * root.array, root.exponent)

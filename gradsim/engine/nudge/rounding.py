"""How far the difference of two nearly equal passes can be told: the rounding of each, followed up.

Every z and a is rounded in its last place; what that makes of the values above is followed as a
sum of squares, as if the roundings were independent. It is a measure of size, not a bound: bounds
add up magnitudes and grow past all use within a few dozen layers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.chain import FactorKind
from gradsim.engine.forward import ForwardPass
from gradsim.engine.nudge.roundoff import Rounding, margin, sum_variance, unit_roundoff
from gradsim.engine.scaled_arrays import ScaledArray, added, normalized, squared
from gradsim.engine.scaled_numbers import ScaledNumber
from gradsim.engine.tangent import output_pull


def rounding(
    base: ForwardPass, unchanged: int, cancelled: Callable[[], bool] | None = None
) -> Rounding:
    """What rounding makes of a difference from a pass whose first `unchanged` layers are the same.

    var z = ε² (Σ(wa)²(1 + log₂ n) + b² + z²) + Σ w² var a;  var a = f′(z)² var z + ε² a².
    A normalization spreads each rounding over many units or samples, which no variance of single
    units tells: a network with remedies is sampled
    (:func:`gradsim.engine.nudge.sampled_rounding.sampled_rounding`).

    Raises
    ------
    Cancelled
        Where `cancelled` says so, checked per layer.
    """
    if not base.network.plain:
        # Not every session has a network with remedies.
        from gradsim.engine.nudge.sampled_rounding import sampled_rounding

        return sampled_rounding(base, unchanged, cancelled)
    epsilon = unit_roundoff(base) ** 2
    layers: list[Mapping[FactorKind, ScaledArray] | None] = [None] * unchanged
    spread: ScaledArray | None = None
    z_spread: ScaledArray | None = None
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        for index in range(unchanged, base.network.depth):
            check_cancelled(cancelled)
            own = sum_variance(base, index)
            z_spread = normalized(own.array * epsilon, own.exponent)
            if spread is not None:
                squares = base.parameters.weights[index] ** 2
                passed_on = ScaledArray(spread.array @ squares.T, spread.exponent)
                z_spread = normalized(*added(z_spread, passed_on))
            spread = _activation_spread(base, index, z_spread, epsilon)
            layers.append(
                {FactorKind.weights: margin(z_spread), FactorKind.activation: margin(spread)}
            )
        cost = _cost_spread(base, z_spread, spread, epsilon)
    return Rounding(tuple(layers), cost)


def _activation_spread(
    base: ForwardPass, index: int, z_spread: ScaledArray, epsilon: float
) -> ScaledArray:
    layer = base.layers[index]
    a = squared(ScaledArray(layer.activation, int(layer.exponent)))
    own = ScaledArray(a.array * epsilon, a.exponent)
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
    total = squared(ScaledArray(np.array(float(base.cost))))
    total = ScaledArray(np.asarray(epsilon * total.array), total.exponent)
    if spread is not None and z_spread is not None:
        gradient, on_argument = output_pull(base)
        moving = z_spread if on_argument else spread
        pull = squared(gradient)
        both = np.array((pull.array * moving.array).sum())
        total = added(total, ScaledArray(both, pull.exponent + moving.exponent))
    found = margin(total)
    return ScaledNumber(float(found.array), found.exponent)

"""How far rounding alone may take a recomputed number from the engine's, entry by entry.

Sums in another order differ in their last digits, and where terms cancel those digits are all
that is left: a check must allow for that, and for no more. The bounds follow the computation:
each holds what the operation itself rounds and what it makes of the bounds of its operands.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.activations import BoundActivation
from gradsim.engine.chain import ChainFactor, FactorKind
from gradsim.engine.forward import ForwardLayer, ForwardPass

Array = npt.NDArray[Any]
EPS = float(np.finfo(np.float64).eps)
UNIT = 8 * EPS


class Bounds(Struct, frozen=True, eq=False):
    """Bounds on |recomputed − engine| for every array of a pass.

    sums, activations : of z^(l) and a^(l), index 0 being layer 1; inputs are exact.
    locals, products : of each factor, index for index, at the exponents of its own arrays.
    """

    sums: tuple[Array, ...]
    activations: tuple[Array, ...]
    locals: tuple[Array, ...]
    products: tuple[Array, ...]


def bounds_of(forward: ForwardPass, factors: tuple[ChainFactor, ...], *, rough: bool) -> Bounds:
    """The bounds of a pass; with `rough`, f and f′ are only known to the last digit of 1."""
    with np.errstate(all="ignore"):
        sums, activations = _forward(forward, rough)
        locals_, products = _backward(forward, factors, sums, activations, rough)
    return Bounds(sums, activations, locals_, products)


def _forward(forward: ForwardPass, rough: bool) -> tuple[tuple[Array, ...], tuple[Array, ...]]:
    a: Array = np.abs(forward.inputs)
    a_bound: Array = np.zeros_like(a)
    sums: list[Array] = []
    activations: list[Array] = []
    for index, layer in enumerate(forward.layers):
        weights = np.abs(forward.parameters.weights[index]).T
        bias = np.abs(forward.parameters.biases[index])
        unit = (len(weights) + 8) * EPS
        bound = a_bound @ weights + unit * (a @ weights + bias)
        a = np.abs(layer.activation)
        a_bound = value_bound(layer, bound) + UNIT * a
        if rough:
            a_bound = a_bound + UNIT * np.minimum(1.0, np.abs(layer.pre_activation))
        sums.append(bound)
        activations.append(a_bound)
    return tuple(sums), tuple(activations)


def value_bound(layer: ForwardLayer, bound: Array) -> Array:
    """Of f, where its argument is off by `bound`."""
    z, rule = layer.argument, layer.rule
    if not rule.rule.elementwise:
        return np.asarray(2 * layer.value * bound.max(axis=-1, keepdims=True))
    return np.asarray(np.abs(rule.value(z + bound) - rule.value(z - bound)))


def slope_bound(layer: ForwardLayer, bound: Array, local: Array, rough: bool) -> Array:
    """Of f′, where its argument is off by `bound`."""
    z, rule = layer.argument, layer.rule
    if not rule.rule.elementwise:
        found = np.abs(local) * (2 * UNIT + 4 * bound.max(axis=-1)[..., None, None])
    else:
        found = np.abs(_derivative(rule, z + bound) - _derivative(rule, z - bound))
        found = found + UNIT * np.abs(local)
    if rough and not rule.rule.slope_is_0_or_1:
        found = found + UNIT
    return np.asarray(found)


def _derivative(rule: BoundActivation, z: Array) -> Array:
    return rule.rule.derivative(z, **rule.options)


def _backward(
    forward: ForwardPass,
    factors: tuple[ChainFactor, ...],
    sums: tuple[Array, ...],
    activations: tuple[Array, ...],
    rough: bool,
) -> tuple[tuple[Array, ...], tuple[Array, ...]]:
    locals_: list[Array] = []
    products: list[Array] = []
    trunk: Array = np.zeros(())
    for factor in factors:
        local, upstream = np.abs(factor.local), np.abs(factor.upstream)
        layer = forward.layers[factor.layer - 1]
        power = int(factor.upstream_exponent) + int(factor.local_exponent)
        shift = float(np.ldexp(1.0, power - int(factor.product_exponent)))
        own = UNIT * np.abs(factor.product)
        match factor.kind:
            case FactorKind.cost:
                of_local = cost_bound(forward, factor, sums[-1], activations[-1])
                bound = of_local
            case FactorKind.activation:
                of_local = slope_bound(layer, sums[factor.layer - 1], factor.local, rough)
                bound = shift * through_slope(layer, upstream, trunk, local, of_local) + own
                if factor.fused:
                    share = 1.0 / forward.samples
                    change = local if local.ndim < 3 else local.sum(axis=-1)
                    change = share * change * sums[-1].max(axis=-1, keepdims=True)
                    slack = share * UNIT if rough else 0.0
                    bound = (change + slack) * 2.0 ** -int(factor.product_exponent) + own
            case FactorKind.weights:
                below = factor.layer - 2
                of_local = activations[below] if below >= 0 else np.zeros_like(local)
                unit = (forward.samples + 8) * EPS
                bound = trunk.T @ local + upstream.T @ of_local + unit * (upstream.T @ local)
                bound = bound * shift
            case FactorKind.bias:
                of_local = np.zeros(())
                unit = (forward.samples + 8) * EPS
                bound = (trunk.sum(axis=0) + unit * upstream.sum(axis=0)) * shift
            case FactorKind.previous_activation:
                of_local = np.zeros_like(local)
                unit = (local.shape[0] + 8) * EPS
                bound = (trunk @ local + unit * (upstream @ local)) * shift
            case _:
                raise AssertionError(factor.kind)
        locals_.append(of_local)
        products.append(np.asarray(bound))
        if factor.kind not in (FactorKind.weights, FactorKind.bias):
            trunk = products[-1]
    return tuple(locals_), tuple(products)


def through_slope(
    layer: ForwardLayer, upstream: Array, trunk: Array, local: Array, of_local: Array
) -> Array:
    """Of what f′ leaves of the gradient `upstream`, off by `trunk`."""
    if layer.rule.rule.elementwise:
        return np.asarray(upstream * of_local + trunk * local)
    # Subtracting from g what is common to all outputs changes nothing but the digits.
    size = np.einsum("nj,nji->ni", upstream, local)
    return np.asarray(
        np.einsum("nj,nji->ni", upstream, of_local)
        + np.einsum("nj,nji->ni", trunk, local)
        + 4 * UNIT * size
    )


def cost_bound(forward: ForwardPass, factor: ChainFactor, of_sum: Array, of_output: Array) -> Array:
    """Of ∂C/∂a at the output."""
    share = 1.0 / forward.samples
    size = np.abs(factor.product)
    if forward.log_output is not None:
        return np.asarray(size * (4 * UNIT + 2 * of_sum.max(axis=-1, keepdims=True)))
    a, y = np.abs(forward.output.activation), np.abs(forward.reference)
    return np.asarray(2 * share * (of_output + UNIT * (a + y)))

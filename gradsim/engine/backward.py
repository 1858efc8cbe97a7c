"""The backward pass: the one traversal from the cost to layer 1, factor by factor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.activations import Activation, activation_of
from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.chain import BoolArray, ChainFactor, FactorKind
from gradsim.engine.costs import cost_of
from gradsim.engine.forward import ForwardLayer, ForwardPass, safe_range
from gradsim.engine.options import resolved_options
from gradsim.engine.scaling import IntArray, largest, no_exponent, renormalize, shifted

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Gradients:
    """∂C/∂W^(l) and ∂C/∂b^(l) of layers 1..L; true values are array·2^exponent of the layer."""

    weights: tuple[Array, ...]
    biases: tuple[Array, ...]
    weight_exponents: tuple[IntArray, ...]
    bias_exponents: tuple[IntArray, ...]

    def weight(self, layer: int) -> Array:
        """∂C/∂W of `layer` (from 1) as plain floats, 0 or inf where they cannot hold it."""
        return shifted(self.weights[layer - 1], self.weight_exponents[layer - 1])

    def bias(self, layer: int) -> Array:
        """∂C/∂b of `layer` (from 1) as plain floats, 0 or inf where they cannot hold it."""
        return shifted(self.biases[layer - 1], self.bias_exponents[layer - 1])


def chain_factors(
    forward: ForwardPass,
    *,
    batch_mean: bool = True,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[ChainFactor]:
    """Backpropagation as a sequence of factors: cost, then for l = L..1 activation, weights,
    bias, previous_activation (not below layer 1).

    Parameters
    ----------
    batch_mean : bool
        Whether the cost is the mean over the samples (1/N in the cost factor) or their sum, in
        which each sample's gradient stands by itself.

    Raises
    ------
    Cancelled
        Where `cancelled` says so, checked per layer.
    """
    network, parameters = forward.network, forward.parameters
    shape = parameters.ensemble_shape
    zero = no_exponent(shape)
    share = 1.0 / forward.samples if batch_mean else 1.0
    one = np.ones((1,) * 2, parameters.dtype)
    gradient, exponent, underflow = _cost_gradient(forward, share, zero)
    yield ChainFactor(
        0, FactorKind.cost, network.depth, gradient, one, gradient, zero, exponent, exponent,
        underflow,
    )  # fmt: skip
    index = 1
    for layer in range(network.depth, 0, -1):
        check_cancelled(cancelled)
        passed = forward.layers[layer - 1]
        before = forward.layers[layer - 2] if layer > 1 else None
        factor = _activation_factor(
            forward, layer, passed, index, gradient, exponent, underflow, share
        )
        yield factor
        delta, exponent, underflow = factor.product, factor.product_exponent, factor.underflow
        inputs = forward.inputs if before is None else before.activation
        inputs_exponent = zero if before is None else before.exponent
        lost = underflow if before is None else underflow | before.underflow
        with np.errstate(over="ignore", under="ignore", invalid="ignore"):
            product, product_exponent, below = _scaled_product(
                delta.swapaxes(-1, -2), inputs, exponent, inputs_exponent
            )
        yield ChainFactor(
            index + 1, FactorKind.weights, layer, inputs, delta, product, exponent,
            product_exponent, inputs_exponent, lost | below,
        )  # fmt: skip
        with np.errstate(over="ignore", under="ignore", invalid="ignore"):
            summed = delta.sum(axis=-2)
        yield ChainFactor(
            index + 2, FactorKind.bias, layer, one, delta, summed, exponent, exponent, zero,
            underflow,
        )  # fmt: skip
        if layer == 1:
            return
        weights = parameters.weights[layer - 1]
        with np.errstate(over="ignore", under="ignore", invalid="ignore"):
            gradient, product_exponent, below = _scaled_product(delta, weights, exponent, zero)
        yield ChainFactor(
            index + 3, FactorKind.previous_activation, layer, weights, delta, gradient, exponent,
            product_exponent, zero, underflow | below,
        )  # fmt: skip
        exponent, underflow = product_exponent, underflow | below
        index += 4


def gradients(
    forward: ForwardPass,
    *,
    batch_mean: bool = True,
    cancelled: Callable[[], bool] | None = None,
) -> Gradients:
    """∂C/∂W and ∂C/∂b of every layer, gathered from :func:`chain_factors`."""
    weights: list[ChainFactor] = []
    biases: list[ChainFactor] = []
    for factor in chain_factors(forward, batch_mean=batch_mean, cancelled=cancelled):
        if factor.kind is FactorKind.weights:
            weights.append(factor)
        elif factor.kind is FactorKind.bias:
            biases.append(factor)
    weights.reverse()
    biases.reverse()
    return Gradients(
        tuple(factor.product for factor in weights),
        tuple(factor.product for factor in biases),
        tuple(factor.product_exponent for factor in weights),
        tuple(factor.product_exponent for factor in biases),
    )


def _cost_gradient(
    forward: ForwardPass, share: float, zero: IntArray
) -> tuple[Array, IntArray, BoolArray]:
    """∂C/∂a^(L): mantissa, exponent, and whether something was lost."""
    cost = cost_of(forward.network.cost)
    output = forward.output
    whole = output.underflow
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        if cost.fused is not None and forward.log_output is not None:
            gradient, exponent = cost.fused.output_gradient(forward.log_output, forward.reference)
            return gradient * share, exponent, np.zeros_like(whole)
        a, y = output.activation, forward.reference
        if not cost.uses_targets:
            return cost.derivative(a, y) * share, zero, np.zeros_like(whole)
        lost = whole & ~np.any(y)
        if not output.exponent.any():
            return cost.derivative(a, y) * share, zero, lost
        # Squared errors are homogeneous in (a, y): both are brought to the larger one's exponent.
        y, y_exponent = renormalize(np.broadcast_to(y, zero.shape + y.shape[-2:]), zero)
        some = largest(y, zero.ndim) > 0
        common = np.where(some, np.maximum(output.exponent, y_exponent), output.exponent)
        a, y = shifted(a, output.exponent - common), shifted(y, y_exponent - common)
        return (*renormalize(cost.derivative(a, y) * share, common), lost)


def _activation_factor(
    forward: ForwardPass,
    layer: int,
    passed: ForwardLayer,
    index: int,
    gradient: Array,
    exponent: IntArray,
    underflow: BoolArray,
    share: float,
) -> ChainFactor:
    choice = forward.network.layers[layer - 1].activation
    rule = activation_of(choice)
    options = resolved_options(choice, rule.options)
    zero = no_exponent(exponent.shape)
    z, a = passed.pre_activation, passed.activation
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        cost = cost_of(forward.network.cost)
        fused = layer == forward.network.depth and cost.fused is not None
        local: Array | Callable[[], Array]
        if rule.elementwise:
            local = slope_of(rule, z, a, options)
        else:
            local = lambda: rule.derivative(z, **options)  # noqa: E731 - formed only when asked
        if fused and cost.fused is not None:
            delta = cost.fused.delta(z, forward.reference) * share
            delta_exponent, lost = zero, np.zeros_like(underflow)
        elif not rule.elementwise:
            inner = np.einsum("...j,...j->...", gradient, a)[..., None]
            delta, delta_exponent, lost = a * (gradient - inner), exponent, underflow
        else:
            assert not callable(local)
            delta, delta_exponent, lost = _elementwise(
                gradient, local, exponent, underflow, rule.flat
            )
    return ChainFactor(
        index, FactorKind.activation, layer, local, gradient, delta, exponent, delta_exponent,
        zero, lost, fused,
    )  # fmt: skip


def slope_of(rule: Activation, z: Array, a: Array, options: dict[str, float]) -> Array:
    """f′(z), from a = f(z) where the rule has such a form."""
    if rule.slope is not None:
        return rule.slope(z, a, **options)
    return rule.derivative(z, **options)


def _elementwise(
    gradient: Array, local: Array, exponent: IntArray, underflow: BoolArray, flat: bool
) -> tuple[Array, IntArray, BoolArray]:
    low, high = safe_range(gradient.dtype)
    delta = gradient * local
    energy = np.einsum("...ij,...ij->...", delta, delta)
    if low < energy.min() and energy.max() < high:
        return delta, exponent, underflow
    zero = no_exponent(exponent.shape)
    g, g_exponent = renormalize(gradient, exponent)
    f, f_exponent = renormalize(local, zero)
    delta = g * f
    nonzero = (g != 0) & ((f != 0) if flat else True)
    lost = (nonzero & (delta == 0)).any(axis=(-2, -1))
    product, product_exponent = renormalize(delta, g_exponent + f_exponent)
    return product, product_exponent, underflow | (lost & (largest(product, zero.ndim) == 0))


def _scaled_product(
    left: Array, right: Array, left_exponent: IntArray, right_exponent: IntArray
) -> tuple[Array, IntArray, BoolArray]:
    """left @ right with exponents, computed again on normalized operands where it left the safe
    range; the last value says whether a member's product is 0 though it should not be."""
    product = np.matmul(left, right)
    low, high = safe_range(product.dtype)
    energy = np.einsum("...ij,...ij->...", product, product)
    exponent = left_exponent + right_exponent
    none = np.zeros(left_exponent.shape, np.bool_)
    if low < energy.min() and energy.max() < high:
        return product, exponent, none
    zero = no_exponent(left_exponent.shape)
    a, a_exponent = renormalize(left, left_exponent)
    b, b_exponent = renormalize(right, np.broadcast_to(right_exponent, zero.shape))
    product, exponent = renormalize(np.matmul(a, b), a_exponent + b_exponent)
    empty = largest(product, zero.ndim) == 0
    if not empty.any():
        return product, exponent, none
    support = np.matmul((a != 0).astype(np.float32), (b != 0).astype(np.float32)) > 0
    small = np.matmul(np.abs(a), np.abs(b)) == 0
    return product, exponent, empty & (support & small).any(axis=(-2, -1))

"""The backward pass: the one traversal from the cost to layer 1, factor by factor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct, field

from gradsim.engine import careful
from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.chain import ChainFactor, FactorKind, Gradient
from gradsim.engine.forward import ForwardPass
from gradsim.engine.output import cost_gradient, has_output_rule, output_delta
from gradsim.engine.remedies.returning import layer_factors
from gradsim.engine.scaling import IntArray, shifted

Array = npt.NDArray[Any]
Cancel = Callable[[], bool]


class Gradients(Struct, frozen=True, eq=False):
    """∂C/∂W^(l) and ∂C/∂b^(l) of layers 1..L; true values are array·2^exponent of the layer.

    scales, shifts : ∂C/∂γ and ∂C/∂β by the number of the layer, where it normalizes.
    """

    weights: tuple[Array, ...]
    biases: tuple[Array, ...]
    weight_exponents: tuple[IntArray, ...]
    bias_exponents: tuple[IntArray, ...]
    scales: Mapping[int, Gradient] = field(default_factory=dict)
    shifts: Mapping[int, Gradient] = field(default_factory=dict)

    def weight(self, layer: int) -> Array:
        """∂C/∂W of `layer` (from 1) as plain floats, 0 or inf where they cannot hold it."""
        return shifted(self.weights[layer - 1], self.weight_exponents[layer - 1])

    def bias(self, layer: int) -> Array:
        """∂C/∂b of `layer` (from 1) as plain floats, 0 or inf where they cannot hold it."""
        return shifted(self.biases[layer - 1], self.bias_exponents[layer - 1])


def chain_factors(
    forward: ForwardPass, *, batch_mean: bool = True, cancelled: Cancel | None = None
) -> Iterator[ChainFactor]:
    """Backpropagation as a sequence of factors: cost, then for l = L..1 activation, weights,
    bias, previous_activation (not below layer 1); remedies bring factors of their own, in the
    order of :func:`gradsim.engine.remedies.returning.layer_factors`.

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
    steps = traverse(forward, batch_mean, cancelled)
    while True:
        with np.errstate(over="ignore", under="ignore", invalid="ignore"):
            factor = next(steps, None)
        if factor is None:
            return
        yield factor


def gradients(
    forward: ForwardPass, *, batch_mean: bool = True, cancelled: Cancel | None = None
) -> Gradients:
    """∂C/∂W and ∂C/∂b of every layer, gathered from the traversal."""
    return gathered(chain_factors(forward, batch_mean=batch_mean, cancelled=cancelled))


def gathered(factors: Iterable[ChainFactor]) -> Gradients:
    """∂C/∂W and ∂C/∂b of every layer from the factors of a whole traversal."""
    found: dict[FactorKind, list[Gradient]] = {FactorKind.weights: [], FactorKind.bias: []}
    scales: dict[int, Gradient] = {}
    shifts: dict[int, Gradient] = {}
    for factor in factors:
        if factor.kind in found:
            found[factor.kind].insert(0, factor.left)
        elif factor.kind is FactorKind.normalization_scale:
            scales[factor.layer] = factor.left
        elif factor.kind is FactorKind.normalization_shift:
            shifts[factor.layer] = factor.left
    weights, biases = found[FactorKind.weights], found[FactorKind.bias]
    return Gradients(
        tuple(gradient.array for gradient in weights),
        tuple(gradient.array for gradient in biases),
        tuple(gradient.exponent for gradient in weights),
        tuple(gradient.exponent for gradient in biases),
        scales,
        shifts,
    )


def traverse(
    forward: ForwardPass, batch_mean: bool, cancelled: Cancel | None
) -> Iterator[ChainFactor]:
    """The traversal itself, which every reader of the chain consumes.

    Each product is formed plainly and its sum of squares, which the statistics need anyway, tells
    whether it stayed in the safe range; where it did not, :mod:`gradsim.engine.careful` forms it
    again. Floating-point warnings are left to the reader: see :func:`chain_factors`.
    """
    network, parameters, arithmetic = forward.network, forward.parameters, forward.arithmetic
    product, transposed = arithmetic.product, arithmetic.transposed
    square_sum, over_samples = arithmetic.square_sum, arithmetic.over_samples
    zero, depth = arithmetic.zero, network.depth
    share = 1.0 / forward.samples if batch_mean else 1.0
    one = Gradient(arithmetic.ones[1], arithmetic.unit, zero, arithmetic.kept)
    gradient = cost_gradient(forward, arithmetic, share)
    yield ChainFactor(0, FactorKind.cost, depth, gradient.array, gradient.exponent, one, gradient)
    index = 1
    for layer in range(depth, 0, -1):
        check_cancelled(cancelled)
        passed = forward.layers[layer - 1]
        if passed.inner is not None:
            for factor in layer_factors(forward, layer, gradient, index, share):
                yield factor
                gradient = factor.left
            index = factor.index + 1
            continue
        fused = False
        slope: Array | Callable[[], Array]
        if layer == depth and has_output_rule(forward):
            slope, delta, fused = output_delta(forward, arithmetic, gradient, share)
        else:
            slope = passed.rule.slope(passed.pre_activation, passed.activation)
            array = gradient.array * slope
            squares, safe = square_sum(array)
            delta = Gradient(array, squares, gradient.exponent, gradient.underflow)
            if not safe:
                delta = careful.times_slope(arithmetic, gradient, slope, delta, passed)
        yield ChainFactor(index, FactorKind.activation, layer, slope, zero, gradient, delta, fused)

        before = forward.layers[layer - 2] if layer > 1 else None
        fed, exponent = (
            (forward.inputs, zero) if before is None else (before.activation, before.exponent)
        )
        array = product(transposed(delta.array), fed)
        squares, safe = square_sum(array)
        found = Gradient(array, squares, delta.exponent, delta.underflow)
        if not safe or exponent is not zero:
            found = careful.weight_gradient(arithmetic, delta, fed, exponent, found, before)
        yield ChainFactor(index + 1, FactorKind.weights, layer, fed, exponent, delta, found)

        array = over_samples(delta.array)
        squares, safe = square_sum(array)
        found = Gradient(array, squares, delta.exponent, delta.underflow)
        if not safe:
            found = careful.bias_gradient(arithmetic, found)
        yield ChainFactor(index + 2, FactorKind.bias, layer, one.array, zero, delta, found)

        if layer == 1:
            return
        weights = parameters.weights[layer - 1]
        array = product(delta.array, weights)
        squares, safe = square_sum(array)
        gradient = Gradient(array, squares, delta.exponent, delta.underflow)
        if not safe:
            gradient = careful.previous_gradient(arithmetic, delta, weights, gradient)
        yield ChainFactor(
            index + 3, FactorKind.previous_activation, layer, weights, zero, delta, gradient
        )
        index += 4

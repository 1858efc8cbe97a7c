"""The backward pass: the one traversal from the cost to layer 1, factor by factor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine import careful
from gradsim.engine.arithmetic import Arithmetic, arithmetic_of
from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.chain import ChainFactor, FactorKind, Gradient
from gradsim.engine.costs import cost_of
from gradsim.engine.forward import ForwardLayer, ForwardPass, lost_activations
from gradsim.engine.output import cost_gradient, output_delta
from gradsim.engine.scaling import IntArray, shifted

Array = npt.NDArray[Any]
Cancel = Callable[[], bool]


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
    forward: ForwardPass, *, batch_mean: bool = True, cancelled: Cancel | None = None
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
    found: dict[FactorKind, list[Gradient]] = {FactorKind.weights: [], FactorKind.bias: []}
    for factor in chain_factors(forward, batch_mean=batch_mean, cancelled=cancelled):
        if factor.kind in found:
            found[factor.kind].insert(0, factor.left)
    weights, biases = found[FactorKind.weights], found[FactorKind.bias]
    return Gradients(
        tuple(gradient.array for gradient in weights),
        tuple(gradient.array for gradient in biases),
        tuple(gradient.exponent for gradient in weights),
        tuple(gradient.exponent for gradient in biases),
    )


def traverse(
    forward: ForwardPass, batch_mean: bool, cancelled: Cancel | None
) -> Iterator[ChainFactor]:
    """The traversal itself, which every reader of the chain consumes.

    It leaves floating-point warnings to the reader: see :func:`chain_factors`.
    """
    network, parameters = forward.network, forward.parameters
    arithmetic = arithmetic_of(parameters.dtype, parameters.ensemble_shape)
    zero, depth = arithmetic.zero, network.depth
    share = 1.0 / forward.samples if batch_mean else 1.0
    one = Gradient(arithmetic.ones(1), np.float64(1.0), zero, arithmetic.kept)  # type: ignore[arg-type]
    gradient = cost_gradient(forward, arithmetic, share)
    yield ChainFactor(0, FactorKind.cost, depth, gradient.array, gradient.exponent, one, gradient)
    special = cost_of(network.cost).fused is not None or not forward.output.rule.rule.elementwise
    index = 1
    for layer in range(depth, 0, -1):
        check_cancelled(cancelled)
        passed = forward.layers[layer - 1]
        before = forward.layers[layer - 2] if layer > 1 else None
        slope: Array | Callable[[], Array]
        if layer == depth and special:
            slope, delta, fused = output_delta(forward, arithmetic, gradient, share)
        else:
            slope, fused = passed.rule.slope(passed.pre_activation, passed.activation), False
            delta = _times_slope(arithmetic, gradient, slope, passed)
        yield ChainFactor(index, FactorKind.activation, layer, slope, zero, gradient, delta, fused)
        fed, fed_exponent = (
            (forward.inputs, zero) if before is None else (before.activation, before.exponent)
        )
        yield ChainFactor(
            index + 1, FactorKind.weights, layer, fed, fed_exponent, delta,
            _weight_gradient(arithmetic, delta, fed, fed_exponent, before),
        )  # fmt: skip
        yield ChainFactor(
            index + 2, FactorKind.bias, layer, one.array, zero, delta,
            _bias_gradient(arithmetic, delta),
        )  # fmt: skip
        if layer == 1:
            return
        weights = parameters.weights[layer - 1]
        gradient = _previous_gradient(arithmetic, delta, weights)
        yield ChainFactor(
            index + 3, FactorKind.previous_activation, layer, weights, zero, delta, gradient
        )
        index += 4


def _times_slope(
    arithmetic: Arithmetic, gradient: Gradient, slope: Array, passed: ForwardLayer
) -> Gradient:
    """δ^(l) = ∂C/∂a^(l) ∘ f′(z^(l))."""
    array = gradient.array * slope
    squares = arithmetic.square_sum(array)
    if _stands(arithmetic, gradient.squares, squares):
        return Gradient(array, squares, gradient.exponent, gradient.underflow)
    believable = passed.rule.rule.flat & ~passed.underflow
    return careful.times_slope(arithmetic, gradient, slope, vanishes=believable)


def _weight_gradient(
    arithmetic: Arithmetic,
    delta: Gradient,
    fed: Array,
    fed_exponent: IntArray,
    before: ForwardLayer | None,
) -> Gradient:
    """∂C/∂W^(l) = δ^(l)ᵀ a^(l−1), summed over the samples."""
    array = arithmetic.product(arithmetic.transposed(delta.array), fed)
    squares = arithmetic.square_sum(array)
    if _stands(arithmetic, delta.squares, squares):
        exponent = delta.exponent
        if fed_exponent is not arithmetic.zero:
            exponent = np.asarray(exponent + fed_exponent)
        return Gradient(array, squares, exponent, delta.underflow)
    lost = arithmetic.kept if before is None else lost_activations(before, arithmetic)
    return careful.product(arithmetic, delta, fed, fed_exponent, transpose=True, lost=lost)


def _bias_gradient(arithmetic: Arithmetic, delta: Gradient) -> Gradient:
    """∂C/∂b^(l) = δ^(l) summed over the samples."""
    array = arithmetic.over_samples(delta.array)
    squares = arithmetic.square_sum(array)
    if _stands(arithmetic, squares, squares):
        return Gradient(array, squares, delta.exponent, delta.underflow)
    array, squares, exponent = arithmetic.renormalized(array, squares, delta.exponent)
    return Gradient(array, squares, exponent, delta.underflow)


def _previous_gradient(arithmetic: Arithmetic, delta: Gradient, weights: Array) -> Gradient:
    """∂C/∂a^(l−1) = δ^(l) W^(l)."""
    array = arithmetic.product(delta.array, weights)
    squares = arithmetic.square_sum(array)
    if _stands(arithmetic, delta.squares, squares):
        return Gradient(array, squares, delta.exponent, delta.underflow)
    return careful.product(
        arithmetic, delta, weights, arithmetic.zero, transpose=False, lost=arithmetic.kept
    )


def _stands(arithmetic: Arithmetic, before: Array, after: Array) -> bool:
    """Whether a product may stand, by the sums of squares before and after it: each member is
    within the safe range, or was 0 and stays so."""
    if arithmetic.is_safe(after):
        return True
    safe = (arithmetic.low < after) & (after < arithmetic.high)
    return bool(np.all(safe | ((before == 0) & (after == 0))))

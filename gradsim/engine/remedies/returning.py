"""One layer with remedies, backwards: its factors of the chain, in the order in which they meet."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine import careful
from gradsim.engine.arithmetic import Arithmetic
from gradsim.engine.chain import ChainFactor, FactorKind, Gradient
from gradsim.engine.forward import ForwardLayer, ForwardPass
from gradsim.engine.gradient_sum import gradient_sum
from gradsim.engine.options import Choice
from gradsim.engine.output import has_output_rule, output_delta
from gradsim.engine.remedies import normalization_of
from gradsim.engine.remedies.letters import letters_of
from gradsim.engine.remedies.normalization import Normalized
from gradsim.engine.remedies.passing import Inner

Array = npt.NDArray[Any]
Factors = Generator[ChainFactor, None, Gradient]
Factor = ChainFactor


def layer_factors(
    forward: ForwardPass, number: int, arriving: Gradient, index: int, share: float
) -> Iterator[ChainFactor]:
    """The factors of layer `number` from ∂C/∂a^(l) down to ∂C/∂a^(l−1), or to its parameters.

    post : residual, dropout, activation, normalization, weights, bias, previous_activation, skip;
    pre : residual, weights, bias, previous_activation, dropout, activation, normalization, skip;
    each where the layer has it. The gradients of γ and β stand just before `normalization`.

    Parameters
    ----------
    index : of the first factor. share : 1/N where the batch mean is meant.
    """
    yield from _LayerReturn(forward, number, index, share).factors(arriving)


class _LayerReturn:
    """The way back through one layer, counting its factors."""

    def __init__(self, forward: ForwardPass, number: int, index: int, share: float) -> None:
        self._forward, self._number, self._index, self._share = forward, number, index, share
        self._passed: ForwardLayer = forward.layers[number - 1]
        inner = self._passed.inner
        assert inner is not None
        self._inner: Inner = inner
        self._arithmetic: Arithmetic = forward.arithmetic
        self._letters = letters_of(forward.network, number)

    def factors(self, arriving: Gradient) -> Iterator[ChainFactor]:
        inner, first = self._inner, self._number == 1
        gradient = arriving
        if inner.residual is not None:
            scale = np.asarray(inner.residual.scale, arriving.array.dtype)
            left = self._renormalized(arriving.array * scale, arriving)
            yield self._factor(FactorKind.residual, scale, arriving, left)
            gradient = left
        if inner.activates_first:
            gradient = yield from self._linear(
                gradient, further=not first or inner.normalized is not None
            )
            if not first or inner.normalized is not None:
                gradient = yield from self._branch(gradient, further=not first)
        else:
            gradient = yield from self._branch(gradient, further=True)
            gradient = yield from self._linear(gradient, further=not first)
        if inner.residual is not None and not first:
            yield self._skip(gradient, arriving)

    def _branch(self, gradient: Gradient, *, further: bool) -> Factors:
        """Back through dropout, f and the normalization."""
        inner, passed, arithmetic = self._inner, self._passed, self._arithmetic
        if inner.mask is not None:
            left = self._renormalized(gradient.array * inner.mask, gradient)
            yield self._factor(FactorKind.dropout, inner.mask, gradient, left)
            gradient = left
        fused = False
        if self._number == self._forward.network.depth and has_output_rule(self._forward):
            slope, left, fused = output_delta(self._forward, arithmetic, gradient, self._share)
        else:
            slope = passed.rule.slope(inner.argument, inner.value)
            array = gradient.array * slope
            squares, safe = arithmetic.square_sum(array)
            left = Gradient(array, squares, gradient.exponent, gradient.underflow)
            if not safe:
                left = careful.times_slope(arithmetic, gradient, slope, left, passed)
        yield self._factor(FactorKind.activation, slope, gradient, left, fused=fused)
        gradient = left
        if inner.normalized is not None:
            gradient = yield from self._normalization(gradient, inner.normalized, further)
        return gradient

    def _normalization(self, gradient: Gradient, normalized: Normalized, further: bool) -> Factors:
        choice = self._forward.network.layers[self._number - 1].normalization
        assert isinstance(choice, Choice)
        entry, arithmetic = normalization_of(choice), self._arithmetic
        along = arithmetic.over_samples(gradient.array * normalized.standard)
        left = self._renormalized(along, gradient)
        yield self._factor(FactorKind.normalization_scale, normalized.standard, gradient, left)
        if entry.shifts:
            left = self._renormalized(arithmetic.over_samples(gradient.array), gradient)
            yield self._factor(FactorKind.normalization_shift, arithmetic.ones[1], gradient, left)
        if not further:
            return gradient
        left = self._renormalized(entry.backward(gradient.array, normalized), gradient)
        local = np.broadcast_to(normalized.scale * normalized.inverse, left.array.shape)
        yield self._factor(FactorKind.normalization, local, gradient, left)
        return left

    def _linear(self, delta: Gradient, *, further: bool) -> Factors:
        """The gradients of W and b, and back through W."""
        arithmetic, fed = self._arithmetic, self._inner.fed
        product, zero = arithmetic.product, arithmetic.zero
        array = product(arithmetic.transposed(delta.array), fed)
        squares, safe = arithmetic.square_sum(array)
        found = Gradient(array, squares, delta.exponent, delta.underflow)
        if not safe:
            found = careful.weight_gradient(arithmetic, delta, fed, zero, found, None)
        yield self._factor(FactorKind.weights, fed, delta, found)
        yield self._factor(FactorKind.bias, arithmetic.ones[1], delta, self._of_bias(delta))
        if not further:
            return delta
        weights = self._forward.parameters.weights[self._number - 1]
        array = product(delta.array, weights)
        squares, safe = arithmetic.square_sum(array)
        left = Gradient(array, squares, delta.exponent, delta.underflow)
        if not safe:
            left = careful.previous_gradient(arithmetic, delta, weights, left)
        yield self._factor(FactorKind.previous_activation, weights, delta, left)
        return left

    def _of_bias(self, delta: Gradient) -> Gradient:
        """∂C/∂b: Σ δ over the samples, or exactly 0 where the batch's mean is taken off again."""
        arithmetic = self._arithmetic
        if self._forward.network.takes_off_bias(self._number):
            # The sum of what the normalization hands back is 0; its rounding would remain.
            nothing = np.zeros_like(delta.array[..., 0, :])
            squares, _ = arithmetic.square_sum(nothing)
            return Gradient(nothing, squares, delta.exponent, arithmetic.kept)
        array = arithmetic.over_samples(delta.array)
        squares, safe = arithmetic.square_sum(array)
        found = Gradient(array, squares, delta.exponent, delta.underflow)
        return found if safe else careful.bias_gradient(arithmetic, found)

    def _skip(self, branch: Gradient, arriving: Gradient) -> ChainFactor:
        """∂C/∂a^(l−1) = what came through the branch + Pᵀ ∂C/∂a^(l)."""
        arithmetic, projection = self._arithmetic, self._inner.projection
        past, local = arriving, arithmetic.ones[1]
        if projection is not None:
            local = projection
            past = self._renormalized(arithmetic.product(arriving.array, projection), arriving)
        return self._factor(FactorKind.skip, local, branch, gradient_sum(arithmetic, branch, past))

    def _renormalized(self, array: Array, like: Gradient) -> Gradient:
        """A product of `like` with numbers near 1, in the safe range."""
        return Gradient(*self._arithmetic.renormalized(array, like.exponent), like.underflow)

    def _factor(
        self,
        kind: FactorKind,
        local: Any,
        arriving: Gradient,
        left: Gradient,
        *,
        fused: bool = False,
    ) -> ChainFactor:
        found = Factor(
            self._index, kind, self._number, local, self._arithmetic.zero, arriving, left, fused,
            self._letters[kind],
        )  # fmt: skip
        self._index += 1
        return found

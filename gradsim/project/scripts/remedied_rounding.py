"""How far rounding alone may take the recomputed numbers of layers with remedies.

As :mod:`rounding` does for plain layers: each bound holds what the operation itself rounds, and
what it makes of the bounds of its operands. Bounds of gradients are of their true values.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.chain import ChainFactor, FactorKind
from gradsim.engine.forward import ForwardLayer, ForwardPass
from gradsim.engine.remedies.measuring import SIDE_KINDS
from gradsim.engine.remedies.normalization import Normalized
from gradsim.project.scripts.conditioning import Conditioning
from gradsim.project.scripts.rounding import (
    EPS,
    UNIT,
    cost_bound,
    slope_bound,
    through_slope,
    value_bound,
)

Array = npt.NDArray[Any]
Values = dict[str, Array]


class RemediedBounds:
    """Bounds on every value of the forward pass by its name, and on every factor's product.

    Of what a normalization divides by (``inverse3``) the bound is relative.
    """

    def __init__(self, forward: ForwardPass, factors: tuple[ChainFactor, ...], rough: bool) -> None:
        self._forward, self._rough = forward, rough
        self.values: Values = {"a0": np.zeros_like(forward.inputs)}
        self._standard: dict[int, Array] = {}
        self._inverse: dict[int, Array] = {}
        self.locals: list[Array] = []
        self.products: list[Array] = []
        with np.errstate(all="ignore"):
            self._most = Conditioning(forward, factors)
            for number in range(1, forward.network.depth + 1):
                self._pass(number)
            self._return(factors)

    # Forwards

    def _pass(self, number: int) -> None:
        layer, values = self._forward.layers[number - 1], self.values
        inner = layer.inner
        before = (
            self._forward.inputs if number == 1 else self._forward.layers[number - 2].activation
        )
        below = values[f"a{number - 1}"]
        if inner is None:
            values[f"z{number}"] = self._held(f"z{number}", self._linear(number, before, below))
            self._activate(number, layer, values[f"z{number}"])
            values[f"a{number}"] = values[f"h{number}"]
            return
        if inner.activates_first:
            fed = self._branch(number, layer, before, below)
            branch = self._held(f"z{number}", self._linear(number, inner.fed, fed))
            values[f"z{number}"] = branch
        else:
            summed = self._linear(number, inner.fed, below)
            values[f"z{number}"] = self._held(f"z{number}", summed)
            branch = self._branch(number, layer, layer.pre_activation, values[f"z{number}"])
        if inner.residual is not None:
            past = below
            if inner.projection is not None:
                size = np.abs(inner.projection).T
                past = below @ size + (len(size) + 8) * EPS * (np.abs(before) @ size)
            own = np.abs(before if inner.projection is None else before @ inner.projection.T)
            branch = past + abs(inner.residual.scale) * branch
            branch = branch + UNIT * (np.abs(layer.activation) + own)
        values[f"a{number}"] = self._held(f"a{number}", branch)

    def _held(self, name: str, bound: Array) -> Array:
        """A bound, but no more than what conditioning lets happen."""
        return np.minimum(bound, self._most.values[name])

    def _linear(self, number: int, fed: Array, bound: Array) -> Array:
        parameters = self._forward.parameters
        weights = np.abs(parameters.weights[number - 1]).T
        bias = np.abs(parameters.biases[number - 1])
        unit = (len(weights) + 8) * EPS
        return np.asarray(bound @ weights + unit * (np.abs(fed) @ weights + bias))

    def _branch(self, number: int, layer: ForwardLayer, x: Array, bound: Array) -> Array:
        inner = layer.inner
        assert inner is not None
        if inner.normalized is not None:
            bound = self._normalize(number, inner.normalized, x, bound)
        self._activate(number, layer, bound)
        bound = self.values[f"h{number}"]
        if inner.mask is not None:
            bound = self.values[f"d{number}"] = bound * inner.mask + UNIT * inner.mask
        return bound

    def _activate(self, number: int, layer: ForwardLayer, bound: Array) -> None:
        found = value_bound(layer, bound) + UNIT * np.abs(layer.value)
        if self._rough:
            found = found + UNIT * np.minimum(1.0, np.abs(layer.argument))
        self.values[f"h{number}"] = self._held(f"h{number}", found)
        self.values[f"f{number}"] = bound

    def _normalize(self, number: int, normalized: Normalized, x: Array, bound: Array) -> Array:
        standard, inverse = np.abs(normalized.standard), np.abs(normalized.inverse)
        axis = self._axis(number)
        spread = bound + UNIT * np.abs(x)
        relative: Array = np.zeros_like(inverse)
        if normalized.coupled:
            spread = spread + spread.mean(axis=axis, keepdims=True)
            relative = inverse * (standard * spread).mean(axis=axis, keepdims=True) + UNIT
        of_standard = inverse * spread + standard * (relative + UNIT)
        self._standard[number], self._inverse[number] = of_standard, relative
        self.values[f"x{number}"], self.values[f"inverse{number}"] = of_standard, relative
        value = np.abs(normalized.scale) * of_standard
        found = value + UNIT * (np.abs(normalized.value) + np.abs(normalized.scale) * standard)
        self.values[f"u{number}"] = self._held(f"u{number}", found)
        return self.values[f"u{number}"]

    def _axis(self, number: int) -> int:
        choice = self._forward.network.layers[number - 1].normalization
        assert choice is not None
        return -2 if choice.name == "batch_norm" else -1

    # Backwards

    def _return(self, factors: tuple[ChainFactor, ...]) -> None:
        trunk: Array = np.zeros(())
        arrived: Array = trunk
        met: Array = np.zeros(())
        for factor in factors:
            layer = self._forward.layers[factor.layer - 1]
            product = np.abs(factor.true_product)
            upstream = np.abs(np.ldexp(factor.upstream, int(factor.upstream_exponent)))
            local = np.abs(factor.local)
            of_local: Array = np.zeros(())
            if factor.kind is FactorKind.residual:
                arrived, met = trunk, upstream
            match factor.kind:
                case FactorKind.cost:
                    last = self._forward.network.depth
                    sums, outputs = self.values[f"f{last}"], self.values[f"a{last}"]
                    bound = of_local = cost_bound(self._forward, factor, sums, outputs)
                case FactorKind.activation:
                    argument = self.values[f"f{factor.layer}"]
                    of_local = slope_bound(layer, argument, factor.local, self._rough)
                    bound = through_slope(layer, upstream, trunk, local, of_local)
                    bound = bound + UNIT * product
                    if factor.fused:
                        share = 1.0 / self._forward.samples
                        bound = UNIT * product + share * (
                            UNIT + argument.max(axis=-1, keepdims=True)
                        )
                case FactorKind.skip:
                    past, size = arrived, met
                    if local.ndim > 1:
                        size = met @ local
                        past = arrived @ local + (len(local) + 8) * EPS * size
                    bound = trunk + past + UNIT * (upstream + size)
                case _:
                    bound = self._linear_back(factor, upstream, local, trunk, product)
            self.locals.append(of_local)
            self.products.append(np.minimum(bound, self._most.products[len(self.products)]))
            if factor.kind not in SIDE_KINDS:
                trunk = self.products[-1]

    def _linear_back(
        self, factor: ChainFactor, upstream: Array, local: Array, trunk: Array, product: Array
    ) -> Array:
        layer, number = self._forward.layers[factor.layer - 1], factor.layer
        many = (self._forward.samples + 8) * EPS
        match factor.kind:
            case FactorKind.weights:
                fed = self._fed(number)
                return np.asarray(trunk.T @ local + upstream.T @ fed + many * (upstream.T @ local))
            case FactorKind.bias | FactorKind.normalization_shift:
                return np.asarray(trunk.sum(axis=0) + many * upstream.sum(axis=0))
            case FactorKind.normalization_scale:
                change = trunk * local + upstream * (self._standard[number] + UNIT * local)
                return np.asarray(change.sum(axis=0) + many * (upstream * local).sum(axis=0))
            case FactorKind.previous_activation:
                unit = (len(local) + 8) * EPS
                return np.asarray(trunk @ local + unit * (upstream @ local))
            case FactorKind.normalization:
                inner = layer.inner
                assert inner is not None
                assert inner.normalized is not None
                return self._normalize_back(number, inner.normalized, upstream, trunk, product)
            case FactorKind.residual | FactorKind.dropout:
                return np.asarray(trunk * local + UNIT * product)
            case _:
                raise AssertionError(factor.kind)

    def _fed(self, number: int) -> Array:
        inner = self._forward.layers[number - 1].inner
        if inner is None or not inner.activates_first:
            return self.values[f"a{number - 1}"]
        return self.values[f"d{number}" if inner.mask is not None else f"h{number}"]

    def _normalize_back(
        self, number: int, normalized: Normalized, upstream: Array, trunk: Array, product: Array
    ) -> Array:
        scale, inverse = np.abs(normalized.scale), np.abs(normalized.inverse)
        standard, of_standard = np.abs(normalized.standard), self._standard[number]
        h, change = scale * upstream, scale * trunk + UNIT * scale * upstream
        if not normalized.coupled:
            return np.asarray(inverse * change + UNIT * product)
        axis = self._axis(number)

        def mean(values: Array) -> Array:
            return np.asarray(values.mean(axis=axis, keepdims=True))

        terms = h + mean(h) + standard * mean(h * standard)
        moved = change + mean(change) + standard * mean(change * standard + h * of_standard)
        moved = moved + of_standard * mean(h * standard) + 2 * UNIT * terms
        return np.asarray(inverse * moved + product * self._inverse[number])

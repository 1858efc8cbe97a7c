"""How far the numbers of a pass move when every given number moves in its last digits.

A recomputation that rounds elsewhere is the exact one of numbers that differ by a few units in
the last place. Through many normalizations the worst case that bounds allow is far beyond what
happens; what happens is measured here, by passes over numbers moved at random.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from gradsim.engine.backward import chain_factors
from gradsim.engine.chain import ChainFactor
from gradsim.engine.forward import ForwardPass, forward_again
from gradsim.engine.initialization import Parameters
from gradsim.engine.remedies import RemedyValues

Array = npt.NDArray[Any]

_MOVE = 1e-13
"""Some hundred units in the last place: what sums of thousands of terms may lose."""
_PASSES = 3
_ALLOWANCE = 4.0
_EPS = float(np.finfo(np.float64).eps)


class Conditioning:
    """The most that moves: of every value by letter and layer, and of every factor's product.

    Besides, what one operation rounds on operands of this size: a sum that cancels to 0 moves by
    that much and no more.
    """

    def __init__(self, forward: ForwardPass, factors: tuple[ChainFactor, ...]) -> None:
        terms = forward.samples + max(forward.network.widths)
        own = 16 * terms * _EPS
        self.values = {name: 0.0 for name, _ in named_values(forward)}
        self.products = [0.0] * len(factors)
        random = np.random.default_rng(20_240_229)
        batch_mean = forward.samples > 1
        for _ in range(_PASSES):
            moved = _moved(forward, random)
            for (name, before), (_, now) in zip(
                named_values(forward), named_values(moved), strict=True
            ):
                self.values[name] = max(self.values[name], _largest(now - before))
            for index, (left, right) in enumerate(
                zip(factors, chain_factors(moved, batch_mean=batch_mean), strict=True)
            ):
                change = _largest(left.true_product - right.true_product)
                self.products[index] = max(self.products[index], change)
        sizes = [_largest(values) for _, values in named_values(forward)]
        weights = max(1.0, *(_largest(each) for each in forward.parameters.weights))
        size = max(1.0, _largest(forward.inputs), *sizes) * weights
        for name in self.values:
            self.values[name] = _ALLOWANCE * self.values[name] + own * size
        for index, factor in enumerate(factors):
            met = _largest(factor.upstream) * 2.0 ** int(factor.upstream_exponent)
            scale = met * max(1.0, _largest(factor.local))
            self.products[index] = _ALLOWANCE * self.products[index] + own * scale


def named_values(forward: ForwardPass) -> Iterator[tuple[str, Array]]:
    """``z3``, ``u3``, ``h3``, ``d3``, ``a3``, as far as a layer has them, in that order."""
    for number, layer in enumerate(forward.layers, start=1):
        yield f"z{number}", layer.pre_activation
        yield f"u{number}", layer.argument
        yield f"h{number}", layer.value
        if layer.inner is not None and layer.inner.mask is not None:
            yield f"d{number}", layer.value * layer.inner.mask
        yield f"a{number}", layer.activation


def _moved(forward: ForwardPass, random: np.random.Generator) -> ForwardPass:
    def by_a_little(values: Array) -> Array:
        return np.asarray(values * (1.0 + _MOVE * random.uniform(-1.0, 1.0, values.shape)))

    def learned(values: RemedyValues | None) -> RemedyValues | None:
        if values is None:
            return None
        names = ("scale", "shift", "projection")
        kept = {name: getattr(values, name) for name in names}
        changed = {name: by_a_little(each) for name, each in kept.items() if each is not None}
        return replace(values, **changed)

    before: Parameters = forward.parameters
    parameters = replace(
        before,
        weights=tuple(by_a_little(each) for each in before.weights),
        biases=tuple(by_a_little(each) for each in before.biases),
        remedies=tuple(learned(each) for each in before.remedies),
    )
    return forward_again(forward, 0, parameters=parameters, inputs=by_a_little(forward.inputs))


def _largest(values: Array) -> float:
    return float(np.abs(values).max(initial=0.0))

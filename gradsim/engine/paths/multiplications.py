"""How many multiplications a gradient costs: path by path, and by backpropagation.

Both ways are given the same local derivatives (∂C/∂a^(L), every f′, every weight, every
activation, and those of remedies), and what is counted is each multiplication of two numbers that
puts them together, also one by 1; additions are not counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from gradsim.engine.activations import activation_of
from gradsim.engine.network import Network
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.remedies import normalization_of


class Multiplications(Struct, frozen=True):
    """The multiplications for one sample, exact integers of any size.

    factors : the scalars that the longest path multiplies.
    even : whether every path multiplies so many; past a residual connection it is fewer.
    by_paths : every path's product formed by itself, one multiplication less than its factors.
    by_backpropagation : δ^(L), …, δ^(l) layer by layer, then δ_j · a_k (or δ_j · 1).
    of_all : the whole backward pass, which leaves the gradient of every parameter.
    """

    factors: int
    by_paths: int
    by_backpropagation: int
    of_all: int
    even: bool = True


class _Ways(NamedTuple):
    """What has come down to one unit: paths, the factors of all of them, and of the longest."""

    paths: int = 1
    factors: int = 1
    longest: int = 1

    def through(self, above: int) -> _Ways:
        """From each of `above` units to this one, one factor further."""
        factors = self.factors + self.paths
        return _Ways(above * self.paths, above * factors, self.longest + 1)

    def along(self, branch: _Branch) -> _Ways:
        """Through every factor of a branch."""
        ways = self
        for above, mixes in branch:
            ways = ways.through(above if mixes else 1)
        return ways

    def joined(self, other: _Ways) -> _Ways:
        """With the paths of another way to the same unit."""
        return _Ways(
            self.paths + other.paths, self.factors + other.factors, max(self.longest, other.longest)
        )


_Branch = list[tuple[int, bool]]
"""The factors of a layer: how many units are above each, and whether it mixes them."""


def multiplications(
    network: Network, address: ParameterAddress, *, shortcut: bool = False
) -> Multiplications:
    """Count both ways to ∂C/∂(the parameter of layer l), in a network of L layers, n_m units each.

    Without remedies::

        factors = 1 + (L − l + 1) + (L − l) + 1
        by_backpropagation = d_L + Σ_{m=l+1..L} (n_m n_{m−1} + d_{m−1}) + 1
        of_all = Σ_m (d_m + n_m n_{m−1}) + Σ_{m≥2} n_m n_{m−1}

    where ∘ f′ costs d_m = n_m, and the Jacobian of a softmax times a vector d_L = n_L². Gradients
    of biases are the δ themselves. With `shortcut` the walk begins at ∂C/∂z^(L): two factors are
    one, and d_L = 0.

    Every further factor of layer m costs n_m, or n_m² where a normalization mixes the units, as
    does ∂C/∂γ with n_m; the way past a layer n_m, or n_m n_{m−1} with a projection.

    Raises
    ------
    Problem
        If there is no such parameter.
    """
    address.check(network)
    widths, layers = network.widths, range(network.depth, 0, -1)
    ways, down = _Ways(), 1
    for number in layers:
        before, after, own = _around_weights(network, number, shortcut=shortcut)
        if number == address.layer and address.kind in ("w", "b"):
            ways = ways.along(before)
            down += _cost(before)
            break
        if number == address.layer:
            branch, cost = _to_normalization(network, number, shortcut=shortcut)
            ways = ways.along(branch)
            down += cost
            break
        branch = [*before, (widths[number], True), *after]
        past = _past(network, number)
        through = ways.along(branch)
        ways = through.joined(ways.along(past)) if past else through
        down += _cost(before) + own + _cost(after)
        down += _past_cost(network, number)
    return Multiplications(
        factors=ways.longest + 1,
        by_paths=ways.factors,
        by_backpropagation=down,
        of_all=sum(_of_layer(network, number, shortcut=shortcut) for number in layers),
        even=ways.factors == ways.paths * ways.longest,
    )


def _around_weights(
    network: Network, number: int, *, shortcut: bool
) -> tuple[_Branch, _Branch, int]:
    """The factors of a layer before W and after it, on the way down, and what W costs."""
    layer, units, below = network.layers[number - 1], *_widths(network, number)
    first = layer.activates_first
    width = below if first else units
    inside: _Branch = []
    if layer.dropout and not network.evaluating:
        inside.append((width, False))
    if not (shortcut and number == network.depth):
        inside.append((width, not activation_of(layer.activation).elementwise))
    if layer.normalization is not None:
        inside.append((width, not normalization_of(layer.normalization).couples_samples))
    scale: _Branch = [] if layer.residual is None else [(units, False)]
    before, after = ([*scale], inside) if first else ([*scale, *inside], [])
    return before, after, units * below


def _to_normalization(network: Network, number: int, *, shortcut: bool) -> tuple[_Branch, int]:
    """The factors of a layer from a down to u, without the way back of its normalization."""
    before, after, own = _around_weights(network, number, shortcut=shortcut)
    if not after:
        return before[:-1], _cost(before[:-1])
    branch = [*before, (network.widths[number], True), *after[:-1]]
    return branch, _cost(before) + own + _cost(after[:-1])


def _widths(network: Network, number: int) -> tuple[int, int]:
    return network.widths[number], network.widths[number - 1]


def _cost(branch: Iterable[tuple[int, bool]]) -> int:
    return sum(units * units if mixes else units for units, mixes in branch)


def _past(network: Network, number: int) -> _Branch:
    """The one factor of the way past a layer; nothing where there is no such way."""
    if network.layers[number - 1].residual is None:
        return []
    units, below = _widths(network, number)
    return [(units, units != below)]


def _past_cost(network: Network, number: int) -> int:
    units, below = _widths(network, number)
    if network.layers[number - 1].residual is None:
        return 0
    return units if units == below else units * below


def _of_layer(network: Network, number: int, *, shortcut: bool) -> int:
    """The whole way back through one layer, with the gradients of its parameters."""
    before, after, own = _around_weights(network, number, shortcut=shortcut)
    layer, widths = network.layers[number - 1], network.widths
    learned = 0
    if layer.normalization is not None:
        first = layer.activates_first
        learned = widths[number - 1] if first else widths[number]
    whole = _cost(before) + own + learned
    if number > 1:
        return whole + own + _cost(after) + _past_cost(network, number)
    if after and layer.normalization is not None:
        # ∂C/∂γ lies before the first normalization's own Jacobian.
        return whole + own + _cost(after[:-1])
    return whole

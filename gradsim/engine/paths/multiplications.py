"""How many multiplications a gradient costs: path by path, and by backpropagation.

Both ways are given the same local derivatives (∂C/∂a^(L), every f′, every weight, every
activation), and what is counted is each multiplication of two numbers that puts them together;
additions are not counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from gradsim.engine.activations import activation_of
from gradsim.engine.network import Network
from gradsim.engine.parameter_address import ParameterAddress


@dataclass(frozen=True, slots=True)
class Multiplications:
    """The multiplications for one sample, exact integers of any size.

    factors : the scalars that one path multiplies.
    by_paths : every path's product formed by itself, (factors − 1) each.
    by_backpropagation : δ^(L), …, δ^(l) layer by layer, then δ_j · a_k (or δ_j · 1).
    of_all : the whole backward pass, which leaves the gradient of every parameter.
    """

    factors: int
    by_paths: int
    by_backpropagation: int
    of_all: int


def multiplications(
    network: Network, address: ParameterAddress, *, shortcut: bool = False
) -> Multiplications:
    """Count both ways to ∂C/∂(the parameter of layer l), in a network of L layers, n_m units each.

    ::

        factors = 1 + (L − l + 1) + (L − l) + 1
        by_backpropagation = d_L + Σ_{m=l+1..L} (n_m n_{m−1} + d_{m−1}) + 1
        of_all = Σ_m (d_m + n_m n_{m−1}) + Σ_{m≥2} n_m n_{m−1}

    where ∘ f′ costs d_m = n_m, and the Jacobian of a softmax times a vector d_L = n_L². Gradients
    of biases are the δ themselves. With `shortcut` the walk begins at ∂C/∂z^(L): two factors are
    one, and d_L = 0.

    Raises
    ------
    Problem
        If there is no such parameter.
    """
    address.check(network)
    depth, widths = network.depth, network.widths
    slopes = list(widths)
    paths = 1
    for units in widths[address.layer + 1 :]:
        paths *= units
    if shortcut:
        slopes[-1] = 0
    elif not activation_of(network.layers[-1].activation).elementwise:
        slopes[-1] = widths[-1] ** 2
        paths *= widths[-1]
    factors = 2 * (depth - address.layer) + (2 if shortcut else 3)
    products = [below * above for below, above in pairwise(widths)]
    down = sum(slopes[address.layer :]) + sum(products[address.layer :]) + 1
    return Multiplications(
        factors=factors,
        by_paths=paths * (factors - 1),
        by_backpropagation=down,
        of_all=sum(slopes[1:]) + sum(products) + sum(products[1:]),
    )

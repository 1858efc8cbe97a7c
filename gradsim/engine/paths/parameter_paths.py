"""One parameter's gradient as a sum over paths: how many, the strongest ones, what the rest add.

In the scalar chain ∂C/∂w is one product. In a full network it is the sum, over every way to walk
from the parameter up to C, of the product of the local derivatives on the way::

    ∂C/∂w_jk^(l) = Σ_paths  ∂C/∂a^(L) · f′(z^(L)) · w^(L) · … · w^(l+1) · f′(z_j^(l)) · a_k^(l−1)

There are Π units of the later layers of them, so they are never enumerated: the k strongest and
the sum of all others come from a dynamic program over the layers
(:mod:`gradsim.engine.paths.search`), the whole from the backward pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from gradsim.engine.forward import ForwardPass
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.local_factors import PathLocals, ScaledArray, path_locals
from gradsim.engine.paths.search import Frontier, Origins, start, through, times_each
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.scaled_numbers import ScaledNumber, scaled_product

__all__ = [
    "MAXIMUM_PATHS",
    "ParameterAddress",
    "ParameterPaths",
    "Path",
    "PathFactor",
    "parameter_paths",
]

MAXIMUM_PATHS = 1_000

PathFactorKind = Literal["cost", "activation", "previous_activation", "weights", "bias"]


@dataclass(frozen=True, slots=True)
class PathFactor:
    """One scalar of a path's product: its kind, where it stands, its number.

    ========================  ==================  =======  ===========================
    kind                      symbol              unit     source
    ========================  ==================  =======  ===========================
    cost                      ∂C/∂a_j^(L)         j        0
    activation                ∂a_j^(l)/∂z_i^(l)   j        i (= j, except in softmax)
    previous_activation       ∂z_j^(l)/∂a_k^(l−1) j        k
    weights                   ∂z_j^(l)/∂w_jk^(l)  j        k
    bias                      ∂z_j^(l)/∂b_j^(l)   j        0
    ========================  ==================  =======  ===========================

    `number` carries its own exponent: a saturated softmax has ∂C/∂a beyond float range.
    """

    kind: PathFactorKind
    layer: int
    unit: int
    source: int
    number: ScaledNumber

    @property
    def value(self) -> float:
        """The factor as a float (0.0 or ±inf where it lies outside float64's range)."""
        return self.number.value

    @property
    def log10_abs(self) -> float:
        """log₁₀ of the factor's magnitude; -inf for zero."""
        return self.number.log10_abs

    @property
    def symbol(self) -> str:
        """Plain text, such as ``∂a(4)[3]/∂z(4)[3]``."""
        layer, unit, source = self.layer, self.unit, self.source
        match self.kind:
            case "cost":
                return f"∂C/∂a({layer})[{unit}]"
            case "activation":
                return f"∂a({layer})[{unit}]/∂z({layer})[{source}]"
            case "previous_activation":
                return f"∂z({layer})[{unit}]/∂a({layer - 1})[{source}]"
            case "weights":
                return f"∂z({layer})[{unit}]/∂w({layer})[{unit},{source}]"
            case "bias":
                return f"∂z({layer})[{unit}]/∂b({layer})[{unit}]"


@dataclass(frozen=True, slots=True)
class Path:
    """One way from the parameter to C and the product of the factors on it.

    units : the unit passed in each layer above the parameter's, from layer + 1 up to L. A softmax
        output adds one more, the unit of a^(L) through which the path leaves (its Jacobian is
        full, so z_i^(L) reaches every a_j^(L)); so does every layer that a layer or RMS
        normalization mixes.
    factors : from the cost down to the parameter, ending with the `weights` or `bias` factor.
    number : their product.
    """

    units: tuple[int, ...]
    factors: tuple[PathFactor, ...]
    number: ScaledNumber

    @property
    def contribution(self) -> float:
        """The product as a float (0.0 or ±inf where it lies outside float64's range)."""
        return self.number.value

    @property
    def log10_abs(self) -> float:
        """log₁₀ of the product's magnitude; -inf for zero."""
        return self.number.log10_abs

    @property
    def sign(self) -> int:
        """-1, 0 or 1."""
        return self.number.sign


@dataclass(frozen=True, slots=True)
class ParameterPaths:
    """A parameter's gradient of one sample, unrolled.

    total : the gradient itself, from the δ recursion (the engine's backward pass).
    paths_total : how many paths there are, exactly.
    paths : the k strongest by |contribution|, strongest first.
    remainder : what all the other paths add up to, from the dynamic program itself.

    Σ paths + remainder = total to rounding. Where the forward pass overflowed they hold the
    infinities and nan that follow from it.
    """

    address: ParameterAddress
    total: ScaledNumber
    paths_total: int
    paths: tuple[Path, ...]
    remainder: ScaledNumber

    @property
    def value(self) -> float:
        """The gradient as a float (0.0 or ±inf where it lies outside float64's range)."""
        return self.total.value

    @property
    def log10(self) -> float:
        """log₁₀ |gradient|; -inf for zero."""
        return self.total.log10_abs

    @property
    def rest(self) -> float:
        """What the paths not listed add up to, as a float."""
        return self.remainder.value

    @property
    def rest_log10(self) -> float:
        """log₁₀ of |rest|; -inf for zero."""
        return self.remainder.log10_abs


def parameter_paths(
    forward: ForwardPass,
    sample: int,
    address: ParameterAddress,
    k: int = 10,
    *,
    shortcut: bool = False,
) -> ParameterPaths:
    """Unroll one parameter's gradient for one sample (from 1, of those in `forward`).

    The cost of the sample is meant by itself, without the 1/N of a batch. With `shortcut` the
    paths of a fused pair begin at ∂C/∂z^(L) = a − y: their `cost` factor is that, their first
    `activation` factor 1, and a softmax does not branch.

    Raises
    ------
    Problem
        If there is no such parameter or sample, `k` is not from 1 to `MAXIMUM_PATHS`, a layer has
        a residual connection, or batch normalization couples the samples.
    """
    if forward.parameters.ensemble_shape:
        raise ValueError("paths are those of one network, not of an ensemble")
    address.check(forward.network)
    if not 1 <= k <= MAXIMUM_PATHS:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "{number} paths cannot be listed; ask for 1 to {maximum}."
            ),
            number=k,
            maximum=MAXIMUM_PATHS,
        )
    with np.errstate(invalid="ignore", over="ignore"):
        local = path_locals(forward, sample, address, shortcut=shortcut)
        frontier, origins = _walk(local, k)
        strongest = tuple(
            _path(address, local, _nodes_above(origins, place))
            for place in range(frontier.mantissas.shape[1])
        )
        rest = ScaledNumber(float(frontier.rest_mantissas[0]), int(frontier.rest_exponents[0]))
        remainder = scaled_product((rest, local.last))
    return ParameterPaths(address, local.gradient, frontier.count, strongest, remainder)


def _walk(local: PathLocals, k: int) -> tuple[Frontier, list[Origins]]:
    """From the cost down to z of the parameter's unit: what reaches it, and from where."""
    frontier = start(*local.cost)
    origins: list[Origins] = []
    for index, slopes in enumerate(local.slopes):
        if index > 0:
            frontier, came_from = through(frontier, *local.weights[index - 1], k)
            origins.append(came_from)
        if slopes[0].ndim == 2:
            frontier, came_from = through(frontier, *slopes, k)
            origins.append(came_from)
        else:
            frontier = times_each(frontier, *slopes)
    return frontier, origins


def _nodes_above(origins: Sequence[Origins], place: int) -> list[int]:
    """The units (from 0) that the `place`-th path passes above the parameter's, bottom up."""
    nodes = []
    row = 0
    for step in reversed(origins):
        row, place = int(step.nodes[row, place]), int(step.places[row, place])
        nodes.append(row)
    return nodes


def _path(address: ParameterAddress, local: PathLocals, above: list[int]) -> Path:
    """The path through the units `above` (from 0, bottom up), factor by factor."""
    nodes = [*reversed(above), address.unit - 1]
    layer = address.layer + len(local.slopes) - 1
    at = iter(nodes)
    node = next(at)
    factors = [PathFactor("cost", layer, node + 1, 0, _number(local.cost, node))]
    for index, slopes in enumerate(local.slopes):
        if index > 0:
            upper, node = node, next(at)
            number = _number(local.weights[index - 1], upper, node)
            factors.append(
                PathFactor("previous_activation", layer + 1, upper + 1, node + 1, number)
            )
        left = node
        if slopes[0].ndim == 2:
            node = next(at)
        number = _number(slopes, left, node) if slopes[0].ndim == 2 else _number(slopes, node)
        factors.append(PathFactor("activation", layer, left + 1, node + 1, number))
        layer -= 1
    kind: PathFactorKind = "weights" if address.kind == "w" else "bias"
    factors.append(PathFactor(kind, address.layer, address.unit, address.source, local.last))
    product = scaled_product(factor.number for factor in factors)
    return Path(tuple(node + 1 for node in above), tuple(factors), product)


def _number(pair: ScaledArray, *index: int) -> ScaledNumber:
    """One entry; the lowest arrays hold the parameter's unit alone, as their only column."""
    mantissas, exponents = pair
    column = index[-1] if mantissas.shape[-1] > 1 else 0
    where = (*index[:-1], column)
    return ScaledNumber(float(mantissas[where]), int(exponents[where]))

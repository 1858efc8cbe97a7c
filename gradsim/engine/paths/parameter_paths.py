"""One parameter's gradient as a sum over paths: how many, the strongest ones, what the rest add.

In the scalar chain ∂C/∂w is one product. In a full network it is the sum, over every way to walk
from the parameter up to C, of the product of the local derivatives on the way::

    ∂C/∂w_jk^(l) = Σ_paths  ∂C/∂a^(L) · f′(z^(L)) · w^(L) · … · w^(l+1) · f′(z_j^(l)) · a_k^(l−1)

Remedies bring factors of their own, a normalization that mixes units more branches, and a residual
connection a second way from layer to layer. The paths of a normalization's γ_j or β_j end at
u_j = γ_j x̂_j + β_j, in front of its own way back, with ∂u_j/∂γ_j = x̂_j or ∂u_j/∂β_j = 1.

There are Π units of the later layers of them, or more, so they are never enumerated: the k
strongest and the sum of all others come from a dynamic program over the layers
(:mod:`gradsim.engine.paths.search`), the whole from the backward pass.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from gradsim.engine.chain import FactorKind
from gradsim.engine.forward import ForwardPass
from gradsim.engine.parameter_address import ParameterAddress, ParameterKind
from gradsim.engine.paths.local_factors import PathLocals, path_locals
from gradsim.engine.paths.passages import Passage, carried
from gradsim.engine.paths.path import Path, PathFactor, PathFactorKind
from gradsim.engine.paths.search import Frontier, merged, start, through, times_each
from gradsim.engine.paths.trails import Met, Trail, trace_back
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.scaled_numbers import (
    ScaledNumber,
    normalized,
    scaled_product,
    scaled_sum,
)

__all__ = [
    "MAXIMUM_PATHS",
    "ParameterAddress",
    "ParameterPaths",
    "Path",
    "PathFactor",
    "parameter_paths",
]

MAXIMUM_PATHS = 1_000


class ParameterPaths(Struct, frozen=True):
    """A parameter's gradient of one sample, unrolled.

    total : the gradient itself, from the δ recursion (the engine's backward pass); where that lost
        it, because a factor of it is too small for a float, the sum of the paths, and `lost` is
        true.
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
    lost: bool = False

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
        If there is no such parameter or sample, `k` is not from 1 to `MAXIMUM_PATHS`, or batch
        normalization couples the samples.
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
        frontier, trail = _walk(local, k)
        strongest = tuple(
            _path(address, local, trace_back(trail, local.end, place))
            for place in range(frontier.mantissas.shape[1])
        )
        end = local.end
        rest = ScaledNumber(float(frontier.rest_mantissas[end]), int(frontier.rest_exponents[end]))
        remainder = scaled_product((rest, local.last))
        total, lost = local.gradient, False
        if total.sign == 0 and not math.isnan(total.mantissa):
            total = _sum_of([*(path.number for path in strongest), remainder])
            lost = total.sign != 0
    return ParameterPaths(address, total, frontier.count, strongest, remainder, lost)


def _sum_of(numbers: Sequence[ScaledNumber]) -> ScaledNumber:
    mantissas, exponents = normalized(
        np.array([each.mantissa for each in numbers]),
        np.array([each.exponent for each in numbers]),
    )
    total, exponent = scaled_sum(mantissas, exponents, 0)
    return scaled_product([ScaledNumber(float(total), int(exponent))])


_Reached = tuple[Frontier, Trail]


def _walk(local: PathLocals, k: int) -> _Reached:
    """From the cost down to z, or u, of the parameter's layer: what reaches it, and from where."""

    def passed(state: _Reached, passage: Passage) -> _Reached:
        frontier, trail = state
        if not passage.mixes:
            return times_each(frontier, *passage.local), Trail(passage, trail)
        found, origins = through(frontier, *passage.local, k)
        return found, Trail(passage, trail, origins)

    def joined(one: _Reached, other: _Reached) -> _Reached:
        found, origins = merged(one[0], other[0], k)
        return found, Trail(None, one[1], origins, other[1])

    cost, way = local.way[0], local.way[1:]
    assert isinstance(cost, Passage)
    return carried(way, (start(*cost.local), Trail(cost)), passed, joined)


def _path(address: ParameterAddress, local: PathLocals, met: Sequence[Met]) -> Path:
    """The path of these passages, top down, and of the parameter's own factor."""
    factors = [
        PathFactor(
            _KIND_OF[each.passage.kind],
            each.passage.layer,
            each.above + 1,
            0 if each.passage.kind is FactorKind.cost else each.below + 1,
            each.number,
            each.passage.of,
        )
        for each in met
    ]
    factors.append(
        PathFactor(
            _END_OF[address.kind],
            address.layer,
            address.unit,
            address.source,
            local.last,
            local.fed,
        )
    )
    product = scaled_product(factor.number for factor in factors)
    units = tuple(each.above + 1 for each in reversed(met) if each.counts)
    past = tuple(
        each.passage.layer for each in reversed(met) if each.passage.kind is FactorKind.skip
    )
    return Path(units, tuple(factors), product, past)


_END_OF: dict[ParameterKind, PathFactorKind] = {
    "w": "weights",
    "b": "bias",
    "γ": "normalization_scale",
    "β": "normalization_shift",
}
_KIND_OF: dict[FactorKind, PathFactorKind] = {
    FactorKind.cost: "cost",
    FactorKind.activation: "activation",
    FactorKind.previous_activation: "previous_activation",
    FactorKind.residual: "residual",
    FactorKind.dropout: "dropout",
    FactorKind.normalization: "normalization",
    FactorKind.skip: "skip",
}

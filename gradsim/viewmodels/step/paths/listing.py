"""The strongest paths with what the others add, beside what backpropagation has."""

from __future__ import annotations

import math

import numpy as np
from msgspec import Struct

from gradsim.engine.network import Network
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.parameter_paths import Path
from gradsim.engine.scaled_numbers import ScaledNumber
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.equation import added
from gradsim.viewmodels.step.paths.route import Stop, route_of, stops_of
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.walk.running import ratio
from gradsim.viewmodels.step.walk.walk import Walk

_ROUNDING_LOG10 = -9.0
_BLUR_LOG10 = -13.0


class ListedPath(Struct, frozen=True, eq=False):
    """One path with its signed contribution.

    `share` is the contribution over the greatest one, −1 … 1; nan where that is unknown.
    """

    path: Path
    contribution: Scaled
    share: float


class Listing(Struct, frozen=True, eq=False):
    """Every listed path, and the rest of the sum.

    address, network, shortcut : whose paths, and whether they begin at a − y.
    walked : the index of the path that is walked.
    listed : what the listed paths add up to. others : how many are not listed, and rest : what
        those add up to. total : the sum of all.
    recursion : the same from the backward pass. difference : of the two.
    revealed : whether the walk has begun; before that no number is told.
    blurred : log₁₀ of what rounding may leave of terms that cancel inside a normalization.
    """

    address: ParameterAddress
    network: Network
    shortcut: bool
    paths: tuple[ListedPath, ...]
    walked: int
    paths_total: int
    listed: Scaled
    others: int
    rest: Scaled
    total: Scaled
    recursion: Scaled
    difference: Scaled
    revealed: bool
    blurred: float = -math.inf

    @property
    def agrees(self) -> bool:
        """Whether sum and recursion differ by no more than rounding leaves in sums of this size."""
        if self.difference.is_zero:
            return True
        sizes = [self.rest, *(each.contribution for each in self.paths)]
        largest = max(size.log10_abs for size in sizes)
        return self.difference.log10_abs <= max(largest + _ROUNDING_LOG10, self.blurred)

    def route(self, index: int, *, layers: bool = True) -> tuple[str, ...]:
        """The quantities that a listed path passes, with or without their layers."""
        path = self.paths[index].path
        return route_of(self.address, path, self.network, shortcut=self.shortcut, layers=layers)

    def stops(self, index: int) -> tuple[Stop, ...]:
        """The same, compared with the strongest path, which is the first that is listed."""
        names, full = self.route(index, layers=False), self.route(index)
        return stops_of(names, full, full if index == 0 else self.route(0))


def scaled(number: ScaledNumber) -> Scaled:
    """An engine's number as one of the workspace."""
    return Scaled.of(number.mantissa, number.exponent)


def listing_of(walk: Walk, result: SimulationResult, revealed: bool) -> Listing | None:
    """What there is to list; None where the walk has no paths."""
    paths = walk.paths
    if paths is None or not walk.steps:
        return None
    contributions = [scaled(path.number) for path in paths.paths]
    greatest = max(map(abs, contributions), key=_size)
    listed, rest, recursion = added(*contributions), scaled(paths.remainder), scaled(paths.total)
    total = added(rest, *contributions)
    return Listing(
        paths.address,
        result.project.network,
        walk.shortcut,
        tuple(
            ListedPath(path, contribution, _share(contribution, greatest))
            for path, contribution in zip(paths.paths, contributions, strict=True)
        ),
        walk.path_index,
        paths.paths_total,
        listed,
        paths.paths_total - len(paths.paths),
        rest,
        total,
        recursion,
        added(total, recursion * Scaled.of(-1.0)),
        revealed,
        max((_blur(path, result) for path in paths.paths), default=-math.inf),
    )


def _blur(path: Path, result: SimulationResult) -> float:
    """log₁₀ of the rounding in a path whose normalizations are differences of larger terms."""
    grown, normalized = 0.0, False
    for factor in path.factors:
        size = factor.log10_abs
        inner = result.forward.layers[factor.layer - 1].inner
        made = None if inner is None else inner.normalized
        if factor.kind == "normalization" and made is not None and made.coupled:
            normalized = True
            # ∂u/∂z is γ/√(v + ε) times a difference of numbers up to 1.
            scale = float(abs(np.ravel(made.scale)[factor.unit - 1] * np.ravel(made.inverse)[0]))
            size = math.log10(scale) if scale > 0.0 else -math.inf
        grown += size
    return grown + _BLUR_LOG10 if normalized else -math.inf


def _size(number: Scaled) -> float:
    return -math.inf if math.isnan(number.mantissa) else number.log10_abs


def _share(number: Scaled, greatest: Scaled) -> float:
    if greatest.is_zero:
        return 0.0
    if not greatest.is_finite or not number.is_finite:
        return math.nan
    return ratio(number, greatest).value

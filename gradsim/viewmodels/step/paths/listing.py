"""The strongest paths with what the others add, beside what backpropagation has."""

from __future__ import annotations

import math
from dataclasses import dataclass

from gradsim.engine.paths.parameter_paths import ParameterPaths
from gradsim.engine.scaled_numbers import ScaledNumber
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.equation import added
from gradsim.viewmodels.step.paths.route import route_of
from gradsim.viewmodels.step.running import ratio
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.walk import Walk

_ROUNDING_LOG10 = -9.0


@dataclass(frozen=True, slots=True)
class ListedPath:
    """One path: its number from 1, the quantities that it passes, its signed contribution.

    `route` names the layers, `brief` leaves them out. `share` is the contribution over the
    greatest one, −1 … 1; nan where that is unknown.
    """

    number: int
    route: tuple[str, ...]
    brief: tuple[str, ...]
    contribution: Scaled
    share: float


@dataclass(frozen=True, slots=True)
class Listing:
    """Every listed path, and the rest of the sum.

    others : how many paths are not listed. rest : what they add up to; its share may be beyond 1.
    total : the sum of all. recursion : the same from the backward pass. difference : of the two.
    revealed : whether the walk has begun; before that no number is told.
    """

    paths: tuple[ListedPath, ...]
    walked: int
    paths_total: int
    others: int
    rest: Scaled
    rest_share: float
    total: Scaled
    recursion: Scaled
    difference: Scaled
    revealed: bool

    @property
    def agrees(self) -> bool:
        """Whether sum and recursion differ by no more than rounding leaves in sums of this size."""
        if self.difference.is_zero:
            return True
        sizes = [self.rest, *(each.contribution for each in self.paths)]
        largest = max(size.log10_abs for size in sizes)
        return self.difference.log10_abs <= largest + _ROUNDING_LOG10


def scaled(number: ScaledNumber) -> Scaled:
    """An engine's number as one of the workspace."""
    return Scaled.of(number.mantissa, number.exponent)


def listing_of(walk: Walk, result: SimulationResult, position: int) -> Listing | None:
    """What there is to list; None where the walk has no paths."""
    paths = walk.paths
    if paths is None or not walk.steps:
        return None
    contributions = [scaled(path.number) for path in paths.paths]
    rest, recursion = scaled(paths.remainder), scaled(paths.total)
    greatest = max((abs(each) for each in contributions or [rest]), key=_size)
    network = result.project.network
    listed = tuple(
        ListedPath(
            index + 1,
            route_of(paths.address, path, network, shortcut=walk.shortcut),
            route_of(paths.address, path, network, shortcut=walk.shortcut, layers=False),
            contribution,
            _share(contribution, greatest),
        )
        for index, (path, contribution) in enumerate(zip(paths.paths, contributions, strict=True))
    )
    total = added(rest, *contributions)
    return Listing(
        listed,
        walk.path_index,
        paths.paths_total,
        others_count(paths),
        rest,
        _share(rest, greatest),
        total,
        recursion,
        added(total, recursion * Scaled.of(-1.0)),
        position > 0,
    )


def others_count(paths: ParameterPaths) -> int:
    """How many paths are not listed."""
    return paths.paths_total - len(paths.paths)


def _size(number: Scaled) -> float:
    return -math.inf if math.isnan(number.mantissa) else number.log10_abs


def _share(number: Scaled, greatest: Scaled) -> float:
    if greatest.is_zero:
        return 0.0 if number.is_zero else math.copysign(math.inf, number.mantissa)
    if not greatest.is_finite or not number.is_finite:
        return math.nan
    return ratio(number, greatest).value

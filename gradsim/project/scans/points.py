"""One place of a scan measured: the first-to-last ratio of every seed, or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import get_args

import numpy as np
import numpy.typing as npt
from msgspec import Struct, field

from gradsim.engine.columns import GRADIENTS
from gradsim.engine.ensembles import Spread, spread_of
from gradsim.engine.problems import Problem
from gradsim.engine.statistics import Statistic
from gradsim.project.ensembles import ensemble_seeds, measure_project
from gradsim.project.model import Project
from gradsim.project.sweeps import Cell, cell_project

Floats = npt.NDArray[np.float64]
_STATISTICS: tuple[Statistic, ...] = get_args(Statistic)


class ScanPoint(Struct, frozen=True, eq=False):
    """What was measured at one place of a scan.

    ratios : by (quantity, statistic) log₁₀ of first over last layer, one for each seed, (S,):
        −inf where the first is exactly 0, nan where one is lost or both are 0.
    """

    cell: Cell
    project: Project | None = None
    ratios: Mapping[tuple[str, str], Floats] = field(default_factory=dict)
    problem: Problem | None = None

    def spread(self, quantity: str, statistic: str) -> Spread:
        """The spread of one ratio over the seeds; each array has one entry."""
        return spread_of(self.ratios[quantity, statistic][:, np.newaxis])


def measure_point(
    base: Project,
    cell: Cell,
    seeds: int,
    sample: int | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ScanPoint:
    """Measure `base`, varied as `cell` says, over `seeds` draws; a Problem is part of the answer.

    Raises
    ------
    Cancelled
        Where `cancelled` says so.
    """
    project: Project | None = None
    try:
        project = cell_project(base, cell)
        found = measure_project(
            project, ensemble_seeds(project, seeds), sample, cancelled=cancelled
        )
    except Problem as problem:
        return ScanPoint(cell, project, problem=problem)
    ratios: dict[tuple[str, str], Floats] = {
        (quantity, statistic): found.first_to_last(quantity, statistic)
        for quantity in GRADIENTS
        for statistic in _STATISTICS
    }
    return ScanPoint(cell, project, ratios)

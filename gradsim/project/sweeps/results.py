"""One cell measured: how its gradients scatter over the seeds, its verdict, or why it has none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import get_args

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.columns import GRADIENTS
from gradsim.engine.ensembles import Spread, spread_of
from gradsim.engine.problems import Problem
from gradsim.engine.statistics import Statistic
from gradsim.engine.verdict.judging import Verdict
from gradsim.engine.verdict.records import Quantity
from gradsim.project.ensembles import ensemble_seeds, measure_project
from gradsim.project.model import Project
from gradsim.project.sweeps.cells import Cell, cell_project
from gradsim.project.sweeps.middle import middle_verdict

Floats = npt.NDArray[np.float64]
STATISTICS: tuple[Statistic, ...] = get_args(Statistic)


class CellResult(Struct, frozen=True, eq=False):
    """What was measured of one cell, without the arrays of every seed; or the problem it met.

    project : the cell's project; None where it cannot be.
    profiles : by (quantity, statistic) the spread over the seeds of log₁₀ in each layer, (L,).
    ratios : by (quantity, statistic) log₁₀ of first over last layer of each seed, (seeds,).
    activation_decades, weights_decades, remedies_decades : the attribution of ‖δ‖, spread over the
        seeds, (L,); the last is None where no layer has a remedy.
    verdict : of the member whose ratio is the median (the lower one of two).
    """

    cell: Cell
    seeds: tuple[int, ...]
    project: Project | None = None
    profiles: Mapping[tuple[str, str], Spread] | None = None
    ratios: Mapping[tuple[str, str], Floats] | None = None
    activation_decades: Spread | None = None
    weights_decades: Spread | None = None
    verdict: Verdict | None = None
    problem: Problem | None = None
    remedies_decades: Spread | None = None


def measure_cell(
    base: Project,
    cell: Cell,
    seeds: int,
    *,
    sample: int | None = None,
    quantity: Quantity = "delta",
    statistic: Statistic = "l2",
    threads: int = 1,
    cancelled: Callable[[], bool] | None = None,
) -> CellResult:
    """Measure one cell over `seeds` draws: the seed of `base`, and those that follow it.

    A ``Problem`` is part of the result, so that the other cells go on. `quantity` and `statistic`
    say which profile the verdict is on; all are kept.

    Raises
    ------
    Cancelled
        Where `cancelled` says so.
    """
    numbers = ensemble_seeds(base, seeds)
    try:
        project = cell_project(base, cell)
    except Problem as problem:
        return CellResult(cell, numbers, problem=problem)
    try:
        found = measure_project(project, numbers, sample, threads=threads, cancelled=cancelled)
        ratios = found.first_to_last(quantity, statistic)
        verdict = middle_verdict(project, numbers, ratios, sample, quantity, statistic, cancelled)
    except Problem as problem:
        return CellResult(cell, numbers, project, problem=problem)
    remedies = found.remedies_decades
    asked = [(name, each) for name in GRADIENTS for each in STATISTICS]
    return CellResult(
        cell,
        numbers,
        project,
        {(name, each): spread_of(found.log10(name, each)) for name, each in asked},
        {(name, each): found.first_to_last(name, each) for name, each in asked},
        spread_of(found.activation_decades),
        spread_of(found.weights_decades),
        verdict,
        remedies_decades=None if remedies is None else spread_of(remedies),
    )

"""What has to be measured: the open project reduced to what cells depend on, and their keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import cast

from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.engine.statistics import Statistic
from gradsim.engine.verdict.judging import Verdict
from gradsim.engine.verdict.records import Quantity
from gradsim.project.model import Project
from gradsim.project.sweeps import (
    Cell,
    CellResult,
    cell_project,
    measure_cell,
    middle_verdict,
)
from gradsim.viewmodels.compare.grid.axes import Place, weights_at
from gradsim.viewmodels.compare.grid.setup import GridSetup
from gradsim.viewmodels.compare.grid.store import CellKey, Store

Cancel = Callable[[], bool]


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """A grid that is asked for.

    base : the open project with the depth and width of the grid, without what each cell sets
        anyway; None where it cannot be, which `refusal` explains.
    """

    base: Project | None
    refusal: Problem | None
    keys: Mapping[Place, CellKey]


def plan_of(project: Project, sample: int | None, setup: GridSetup, store: Store) -> Plan:
    """The cells of `setup` on `project`, over one sample (from 1) or the batch (None)."""
    try:
        base = common_base(project, setup.depth, setup.width)
    except Problem as problem:
        return Plan(None, problem, {})
    number = store.number_of(base)
    keys = {}
    for initializer in setup.initializers:
        gain = setup.gain(initializer)
        for activation in setup.activations:
            place = Place(activation, initializer)
            weights = weights_at(place, gain)
            keys[place] = CellKey(number, sample, setup.seeds, Choice.of(activation), weights)
    return Plan(base, None, keys)


def common_base(project: Project, depth: int, width: int) -> Project:
    """What all cells of a grid share, so that equal ones need not be measured again.

    What every cell sets itself (the hidden layers' activation and weights) and the title are
    taken out: a cell that is loaded into the builder changes nothing here.

    Raises
    ------
    Problem
        Where no network can have this depth and width.
    """
    plain = Cell(Choice.of("identity"), Choice.of("zeros"), depth=depth, width=width)
    return replace(cell_project(project, plain), title="")


def cell_of(place: Place, setup: GridSetup) -> Cell:
    """What the cell sets in the open project when it is loaded into the builder."""
    weights = weights_at(place, setup.gain(place.initializer))
    return Cell(Choice.of(place.activation), weights, depth=setup.depth, width=setup.width)


def measured(
    base: Project, key: CellKey, quantity: str, statistic: str, cancelled: Cancel
) -> CellResult:
    """Measure a cell of `base`, with the verdict on `quantity` by `statistic`."""
    return measure_cell(
        base,
        Cell(key.activation, key.weights),
        key.seeds,
        sample=key.sample,
        quantity=cast(Quantity, quantity),
        statistic=cast(Statistic, statistic),
        cancelled=cancelled,
    )


def judged(
    result: CellResult, sample: int | None, quantity: str, statistic: str, cancelled: Cancel
) -> Verdict | None:
    """The verdict on another profile of a measured cell; None where it has no numbers."""
    if result.project is None or result.ratios is None:
        return None
    return middle_verdict(
        result.project,
        result.seeds,
        result.ratios[quantity, statistic],
        sample,
        cast(Quantity, quantity),
        cast(Statistic, statistic),
        cancelled,
    )

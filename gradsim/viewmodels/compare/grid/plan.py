"""What has to be measured: the open project reduced to what cells depend on, and their keys."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.project.aside import Call
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


class Plan(Struct, frozen=True, eq=False):
    """A grid that is asked for.

    base : the open project with the depth and width of the grid, without what each cell sets
        anyway; None where it cannot be, which `refusal` explains.
    """

    base: Project | None
    refusal: Problem | None
    keys: Mapping[Place, CellKey]

    def same_as(self, other: Plan) -> bool:
        """Whether the same cells are asked for, in the same places."""
        return self.keys == other.keys and str(self.refusal) == str(other.refusal)


def plan_of(project: Project, sample: int | None, setup: GridSetup, store: Store) -> Plan:
    """The cells of `setup` on `project`, over one sample (from 1) or the batch (None)."""
    try:
        base = common_base(project, setup.depth, setup.width)
    except Problem as problem:
        return Plan(None, problem, {})
    number = store.number_of(base)
    keys = {}
    for activation in setup.activations:
        for initializer in setup.initializers:
            place = Place(activation, initializer)
            weights = weights_at(place, setup.gain(initializer))
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


def measuring_of(base: Project, key: CellKey, quantity: str, statistic: str) -> Call:
    """What measures a cell of `base`, with the verdict on `quantity` by `statistic`."""
    options = {"sample": key.sample, "quantity": quantity, "statistic": statistic}
    return Call(measure_cell, (base, Cell(key.activation, key.weights), key.seeds), options)


def judging_of(result: CellResult, key: CellKey, quantity: str, statistic: str) -> Call:
    """What reaches the verdict on another profile of a measured cell."""
    ratios = (result.ratios or {})[quantity, statistic]
    arguments = (result.project, result.seeds, ratios, key.sample, quantity, statistic)
    return Call(middle_verdict, arguments)

"""The grid as a table of numbers that loses no digit, one row for each cell."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from gradsim.project.ensembles import ensemble_seeds
from gradsim.viewmodels.compare.grid.axes import Place, gain_at, has_gain
from gradsim.viewmodels.gradients.tables import Cell, Table

if TYPE_CHECKING:
    from gradsim.viewmodels.compare.grid.view import GridView

HEADINGS = (
    "activation",
    "initializer",
    "gain",
    "depth",
    "width",
    "seeds",
    "first_seed",
    "sample",
    "quantity",
    "statistic",
    "median_decades",
    "lower_quartile",
    "upper_quartile",
    "lowest",
    "highest",
    "lost",
    "verdict",
    "problem",
)


def grid_table(view: GridView) -> Table:
    """Every cell in the order shown; names and states are the same in every language.

    The decades are log₁₀(first/last); −inf is an exact zero in the first layer, and what was
    lost, or is not measured yet, is empty.
    """
    places = [Place(row, column) for row in view.rows for column in view.columns]
    return Table(HEADINGS, tuple(_row(view, place) for place in places))


def _row(view: GridView, place: Place) -> tuple[Cell, ...]:
    setup, result, spread = view.setup, view.result(place), view.spread(place)
    face = view.face(place)
    gain = setup.gain(place.initializer)
    asked: tuple[Cell, ...] = (
        place.activation,
        place.initializer,
        gain_at(place, gain) if has_gain(place.initializer) else None,
        setup.depth,
        setup.width,
        setup.seeds,
        ensemble_seeds(view.project, 1)[0],
        "batch" if view.sample is None else view.sample,
        view.choice.quantity,
        view.choice.statistic,
    )
    if spread is None or result is None:
        problem = result.problem if result is not None else None
        return (*asked, *([None] * 7), str(problem) if problem else view.reason(place) or None)
    numbers = (
        spread.median,
        spread.lower_quartile,
        spread.upper_quartile,
        spread.lowest,
        spread.highest,
    )
    values: list[Cell] = [None if math.isnan(each[0]) else float(each[0]) for each in numbers]
    return (*asked, *values, int(spread.lost[0]), face.kind and str(face.kind), None)

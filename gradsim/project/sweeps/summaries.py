"""What a picture of a sweep shows of each cell, read from its results: a few numbers, no tables."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from msgspec import Struct

from gradsim.engine.ensembles import spread_of
from gradsim.project.sweeps.plan import Axes, Plan
from gradsim.project.sweeps.records import CellRecord, floats
from gradsim.project.sweeps.results_file import ResultsFile


class Summary(Struct, frozen=True):
    """One finished cell.

    lower, median, upper : quartiles and median over the seeds of log₁₀(first over last layer) of
        the plan's quantity; nan where nothing is known.
    profile : the median of log₁₀ in each layer, layer 1 first; empty where there is none.
    kind : the verdict's kind; empty where there is no verdict.
    problem : why there are no numbers.
    """

    lower: float = math.nan
    median: float = math.nan
    upper: float = math.nan
    profile: tuple[float, ...] = ()
    kind: str = ""
    problem: str = ""


Place = tuple[int, ...]
"""Where a cell stands on the five axes, counted from 0."""


def summaries(plan: Plan, results: ResultsFile, most: Place) -> Mapping[Place, Summary]:
    """The finished cells whose place on every axis is below `most`."""
    found: dict[Place, Summary] = {}
    sizes = tuple(min(len(axis), limit) for axis, limit in zip(_axes(plan.axes), most, strict=True))
    for place in np.ndindex(*sizes):
        index = plan.axes.index(place)
        if index in results:
            found[place] = _summary(plan, results.record(index))
    return found


def _axes(axes: Axes) -> tuple[tuple[object, ...], ...]:
    return (axes.activations, axes.initializers, axes.gains, axes.depths, axes.widths)


def _summary(plan: Plan, record: CellRecord) -> Summary:
    if record.problem is not None:
        return Summary(problem=record.problem)
    key = f"{plan.quantity}.{plan.statistic}"
    spread = spread_of(np.array(floats(record.ratios[key]))[:, None])
    return Summary(
        float(spread.lower_quartile[0]),
        float(spread.median[0]),
        float(spread.upper_quartile[0]),
        tuple(floats(record.profiles[key].median)),
        "" if record.verdict is None else record.verdict.kind,
    )

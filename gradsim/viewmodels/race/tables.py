"""The numbers behind the race's pictures, to be read point by point, copied and saved."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gradsim.project.race.score_line import COLUMNS
from gradsim.viewmodels.gradients.tables import Cell, Table
from gradsim.viewmodels.race.moment import RacerMoment


def score_table(racers: Sequence[RacerMoment], name: str) -> Table:
    """A row for every step that was scored, a column of `name` for every racer."""
    started = [each for each in racers if each.started]
    found: dict[int, dict[int, float]] = {}
    for racer in started:
        for step, value in zip(racer.column("step"), racer.column(name), strict=True):
            found.setdefault(int(step), {})[racer.number] = float(value)
    assert name in COLUMNS
    headings = (COLUMNS[0], *(f"{name}_{each.number}" for each in started))
    rows: list[tuple[Cell, ...]] = []
    for step in sorted(found):
        values = (found[step].get(each.number) for each in started)
        rows.append((step, *(None if v is None or np.isnan(v) else v for v in values)))
    return Table(headings, tuple(rows))


def first_moves_table(racers: Sequence[RacerMoment], share: float) -> Table:
    """A row for every layer: the step at which each racer's had moved, empty for not yet."""
    started = [each for each in racers if each.started]
    depth = max((each.layers for each in started), default=0)
    rows: list[tuple[Cell, ...]] = []
    for layer in range(1, depth + 1):
        steps: list[Cell] = []
        for racer in started:
            known = layer <= racer.layers
            steps.append(int(racer.first_moves(share)[layer - 1]) or None if known else None)
        rows.append((layer, *steps))
    return Table(("layer", *(f"first_step_{each.number}" for each in started)), tuple(rows))

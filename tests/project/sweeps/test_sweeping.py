"""A notebook's sweep goes on from its file and says how far it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.project.presets import preset
from gradsim.project.sweeps import Axes, Plan, sweep

PLAN = Plan(preset("mazur"), Axes((Choice("tanh"), Choice("softmax")), depths=(2, 3)), seeds=3)


def test_every_cell_comes_in_order_and_is_computed_once(tmp_path: Path) -> None:
    told: list[int] = []
    first = list(sweep(PLAN, tmp_path / "r.jsonl", progress=told.append))
    assert [cell.cell for cell in first] == [0, 1, 2, 3]
    assert [cell.depth for cell in first] == [2, 3, 2, 3]
    assert told == [1, 2, 3, 4]
    again = list(sweep(PLAN, tmp_path / "r.jsonl", progress=told.append))
    assert again == first
    assert len(told) == 4


@pytest.mark.parametrize("seeds", [0, 1001])
def test_seeds_out_of_bounds_are_refused(seeds: int) -> None:
    with pytest.raises(Problem, match="from 1 to 1000 seeds"):
        Plan(preset("mazur"), PLAN.axes, seeds=seeds)


def test_too_many_cells_are_refused_before_any_is_made() -> None:
    gains = tuple(range(10_000))
    with pytest.raises(Problem, match="at most 1000000 cells"):
        Plan(preset("mazur"), Axes(gains=gains, depths=tuple(range(1, 1000))), seeds=1)

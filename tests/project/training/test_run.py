"""A run remembers its way, and goes on from its file to the bit."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine import Cancelled, Choice, Problem
from gradsim.engine.training import Plan
from gradsim.project import edits
from gradsim.project.evaluation import materialize
from gradsim.project.presets import preset
from gradsim.project.training import History, Run, read_state, trained_project, write_state

PLAN = Plan(Choice("adam"), rate=0.01, batch=8, validation=0.25)
PROJECT = preset("first_look")


def same(one: Run, other: Run) -> bool:
    numbers = zip(one.trainer.memory(), other.trainer.memory(), strict=True)
    return all(np.array_equal(a, b) for a, b in numbers) and np.array_equal(
        one.history.table, other.history.table, equal_nan=True
    )


def test_a_run_that_goes_on_from_its_file_is_the_run_that_never_stopped(tmp_path: Path) -> None:
    whole = Run(PROJECT, PLAN, every=3)
    assert whole.advance(40)
    first = Run(PROJECT, PLAN, every=3)
    first.advance(17)
    write_state(first, tmp_path / "run.npz")
    second = Run(PROJECT, PLAN)
    read_state(second, tmp_path / "run.npz")
    assert second.steps == 17
    second.advance(23)
    assert same(whole, second)


def test_rows_tell_cost_scores_and_layers() -> None:
    run = Run(PROJECT, PLAN, every=5)
    run.advance(12)
    table = run.history
    assert list(table.column("step")) == [1, 5, 10]
    assert table.table.shape == (3, len(table.names()))
    assert np.isnan(table.column("accuracy")).all(), "a squared error knows no classes"
    assert np.isfinite(table.column("validation_cost")).all()
    assert np.isfinite(table.gradients).all()
    assert np.isfinite(table.update_ratios).all()
    assert run.last is not None
    assert run.last.step == 12


def test_a_long_way_is_thinned_and_keeps_its_ends() -> None:
    run = Run(PROJECT, PLAN)
    run.history.most = 10
    run.advance(100)
    steps = run.history.column("step")
    assert len(steps) <= 11
    assert steps[0] == 1
    assert steps[-1] > 90
    assert all(step == 1 or step % run.history.every == 0 for step in steps)


def test_a_row_is_scored_when_asked_and_rows_given_away_stay() -> None:
    run = Run(PROJECT, PLAN, scored=False)
    run.advance(2)
    before = run.history.rows()
    run.remember_scores(run.trainer.scores())
    assert np.isnan(before[-1][6:10]).all()
    assert run.history.column("cost")[-1] == run.trainer.scores().cost
    assert np.isnan(run.history.column("cost")[0])


def test_scores_stand_on_the_row_of_their_own_step() -> None:
    run = Run(PROJECT, PLAN, every=10, scored=False)
    run.advance(10)
    at_ten = run.history.rows()[-1]
    run.advance(4)
    run.remember_scores(run.trainer.scores())
    assert run.history.column("step").tolist() == [1, 10, 14]
    assert np.isnan(at_ten[6])
    assert run.history.column("cost")[-1] == run.trainer.scores().cost


def test_a_thinned_history_keeps_scored_rows_and_stays_bounded() -> None:
    run = Run(PROJECT, PLAN, scored=False)
    run.history.most = 64
    for _ in range(100):
        run.advance(7)
        run.remember_scores(run.trainer.scores())
    assert len(run.history) <= 65
    steps, costs = run.history.column("step"), run.history.column("cost")
    assert (np.diff(steps) > 0).all()
    assert np.isfinite(costs).sum() >= 10
    early = np.flatnonzero(np.isfinite(costs) & (steps < 350))
    assert len(early), "also the first half of the run keeps scores"


def test_deep_networks_keep_fewer_rows() -> None:
    assert History(1000).most * 2010 <= 4_000_000
    assert History(3).most == 4096


def test_a_run_that_broke_says_so_and_keeps_its_last_good_numbers() -> None:
    project = edits.set_activation(PROJECT, PROJECT.layer_ids, Choice("identity"))
    run = Run(project, Plan(rate=1e6))
    assert not run.advance(1000)
    assert run.trainer.divergence is not None
    assert run.steps < 1000


def test_a_cancelled_run_keeps_the_steps_it_took() -> None:
    run = Run(PROJECT, PLAN)
    with pytest.raises(Cancelled):
        run.advance(10, cancelled=lambda: run.steps == 4)
    assert run.steps == 4


def test_the_trained_numbers_make_a_project() -> None:
    run = Run(PROJECT, PLAN)
    run.advance(5)
    made = trained_project(PROJECT, run.trainer.parameters)
    for array, other in zip(
        materialize(made).parameters.weights, run.trainer.parameters.weights, strict=True
    ):
        np.testing.assert_array_equal(array, other)


def test_a_file_of_another_run_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    first = Run(PROJECT, PLAN)
    first.advance(3)
    write_state(first, tmp_path / "run.npz")
    for other in (
        Run(replace(PROJECT, seed=PROJECT.seed + 1), PLAN),
        Run(PROJECT, replace(PLAN, rate=0.02)),
    ):
        with pytest.raises(Problem, match="another project or plan"):
            read_state(other, tmp_path / "run.npz")
        assert other.steps == 0


@pytest.mark.parametrize("content", [b"", b"text", b"PK\x03\x04 cut short"])
def test_a_damaged_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "run.npz").write_bytes(content)
    with pytest.raises(Problem, match="holds no run"):
        read_state(Run(PROJECT, PLAN), tmp_path / "run.npz")


def test_a_file_with_pickled_objects_is_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "run.npz", format=np.array([{"a": 1}], dtype=object))
    with pytest.raises(Problem, match="holds no run"):
        read_state(Run(PROJECT, PLAN), tmp_path / "run.npz")


def test_a_file_that_is_not_there_is_told() -> None:
    with pytest.raises(Problem, match="cannot be read"):
        read_state(Run(PROJECT, PLAN), "/nowhere/run.npz")

"""Racers take their steps in turn, and each does to the bit what it would do alone."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine import Choice, Problem
from gradsim.engine.cancellation import Cancelled
from gradsim.engine.training import Plan
from gradsim.engine.training.movement import log10_movement
from gradsim.project import edits
from gradsim.project.model import DataSource, Project
from gradsim.project.presets import preset
from gradsim.project.race import SHARES, Lane, Race, racer_project
from gradsim.project.race.score_line import MOST, ScoreLine
from gradsim.project.training import Run

PROJECT = preset("first_look")
PLANS = pytest.mark.parametrize(
    "plan",
    [
        Plan(rate=0.5),
        Plan(Choice("adam"), rate=0.01, batch=8, validation=0.25, l2=1e-3),
        Plan(Choice("momentum"), rate=0.05, batch=16, clip="norm"),
    ],
    ids=["descent", "adam", "momentum"],
)


def with_activation(name: str) -> Project:
    return edits.set_activation(PROJECT, PROJECT.layer_ids[:-1], Choice(name))


def lane(race: Race, index: int) -> Lane:
    found = race.lanes[index]
    assert isinstance(found, Lane)
    return found


@PLANS
def test_every_racer_is_its_own_run_bit_for_bit(plan: Plan) -> None:
    projects = [with_activation(name) for name in ("tanh", "relu", "sigmoid")]
    race = Race(projects, plan)
    for _ in range(30):
        race.advance()
    race.score()
    assert race.steps == 30
    for index, project in enumerate(projects):
        alone = Run(project, plan)
        alone.advance(30)
        for mine, its in zip(
            lane(race, index).run.trainer.memory(), alone.trainer.memory(), strict=True
        ):
            np.testing.assert_array_equal(mine, its)
        scores, row = alone.trainer.scores(), lane(race, index).line.table[-1]
        assert row[1] == scores.cost
        assert row[0] == 30


def test_the_first_moves_are_those_of_the_run_alone() -> None:
    plan = Plan(rate=0.5)
    race = Race([PROJECT], plan)
    alone = Run(PROJECT, plan)
    start = alone.trainer.parameters
    found = np.zeros((len(SHARES), PROJECT.network.depth), np.int64)
    for step in range(1, 61):
        race.advance()
        alone.advance(1)
        moved = log10_movement(alone.trainer.parameters, start)
        for place, share in enumerate(SHARES):
            late = (moved >= np.log10(share)) & (found[place] == 0)
            found[place, late] = step
    np.testing.assert_array_equal(lane(race, 0).firsts.steps, found)
    assert found.any()
    assert not found.all(), "the first layers of this network are slow"


def test_who_diverges_stops_with_its_layer_and_the_others_go_on() -> None:
    wild = edits.set_activation(PROJECT, PROJECT.layer_ids, Choice("identity"))
    race = Race([wild, with_activation("tanh")], Plan(rate=3.0))
    for _ in range(400):
        race.advance()
    broken, going = lane(race, 0), lane(race, 1)
    assert broken.divergence is not None
    assert broken.divergence.step == broken.steps + 1
    assert 1 <= broken.divergence.layer <= PROJECT.network.depth
    assert broken.line.last_step == broken.steps, "its last good numbers are noted"
    assert going.divergence is None
    assert race.steps == going.steps == 400
    assert [each is going for each in race.running] == [True]


def test_a_race_in_which_nobody_can_go_on_takes_no_step() -> None:
    wild = edits.set_activation(PROJECT, PROJECT.layer_ids, Choice("identity"))
    race = Race([wild], Plan(rate=1e6))
    while race.advance():
        pass
    steps = race.steps
    assert not race.advance()
    assert race.steps == steps == lane(race, 0).steps


def test_a_racer_that_is_taken_out_takes_no_more_steps() -> None:
    race = Race([PROJECT, with_activation("relu")], Plan())
    race.advance()
    lane(race, 0).retired = True
    race.advance()
    assert (lane(race, 0).steps, lane(race, 1).steps, race.steps) == (1, 2, 2)


def test_who_cannot_start_stands_aside_with_the_reason() -> None:
    misfit = Problem("no {thing}", thing="way")
    race = Race([misfit, PROJECT], Plan(batch=8))
    assert race.lanes[0] is misfit
    assert race.advance()
    refused = Race([replace(PROJECT, data=DataSource.inline([[1.0]], [[1.0]]))], Plan())
    assert isinstance(refused.lanes[0], Problem)
    assert not refused.advance()


def test_a_race_that_is_given_up_before_the_start_is_not_built() -> None:
    with pytest.raises(Cancelled):
        Race([PROJECT], Plan(), lambda: True)


def test_racers_take_data_and_seed_of_the_model() -> None:
    model = replace(PROJECT, seed=99, data=PROJECT.data.with_option("samples", 20))
    made = racer_project(with_activation("relu"), model)
    assert (made.seed, made.data) == (99, model.data)
    assert made.layers[0].activation.name == "relu"


def test_other_inputs_or_outputs_than_the_data_are_refused() -> None:
    with pytest.raises(Problem, match=r"64 inputs and 10 outputs.*2 inputs and 1 outputs"):
        racer_project(preset("digits_classifier"), PROJECT)
    wider = edits.set_units(PROJECT, PROJECT.layer_ids[-1:], 3)
    with pytest.raises(Problem, match=r"3 outputs"):
        racer_project(wider, PROJECT)


def test_scores_are_thinned_and_keep_their_ends() -> None:
    run = Run(PROJECT, Plan(), scored=False)
    scores = run.trainer.scores()
    line = ScoreLine()
    for step in range(0, 6 * MOST, 2):
        line.put(step, scores)
    steps = line.table[:, 0]
    assert len(steps) <= MOST
    assert steps[0] == 0
    assert steps[-1] == 6 * MOST - 2
    assert (np.diff(steps) > 0).all()
    line.put(int(steps[-1]), scores)
    assert line.table[-1, 0] == steps[-1]
    assert len(line.table) == len(steps), "a step is noted once"

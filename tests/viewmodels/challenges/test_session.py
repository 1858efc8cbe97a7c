"""The challenge worked on is graded by what is measured, part after part, and remembered."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from gradsim.engine.training import Plan
from gradsim.project import edits
from gradsim.project.challenges import CHALLENGES
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.challenges.progress import State
from gradsim.viewmodels.challenges.session import ChallengeSession
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.simulation import Simulation
from gradsim.viewmodels.training.session import TrainingSession
from tests.project.challenges.solutions import SOLUTIONS

EDIT = Message.of("Edit", "an edit")
MEASURED = [name for name, each in CHALLENGES.items() if not each.trains]
TRAINED = [name for name, each in CHALLENGES.items() if each.trains]


class Desk:
    """The view models that a challenge needs, on the first-look project."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.document = Document(preset("first_look"))
        self.scope = Scope()
        self.simulation = Simulation(self.document, self.scope)
        self.session = ChallengeSession(self.document, self.simulation, self.scope, settings)
        self.training = TrainingSession(self.document, settings)
        self.session.follow_training(self.training)

    def measure(self) -> None:
        """Compute the open project, and grade it."""
        self.simulation.compute_now()
        self.session.finish()

    def start(self, name: str) -> None:
        self.session.start(name)
        self.measure()

    def edit(self, edit: object) -> None:
        self.document.edit(EDIT, edit(self.document.project))  # type: ignore[operator]
        self.measure()

    def set_plan(self, plan: Plan) -> None:
        self.document.edit(EDIT, edits.set_plan(self.document.project, plan))

    def train(self, plan: Plan) -> None:
        """Train anew under `plan`, as long as the part asks for."""
        self.training.reset()
        self.set_plan(plan)
        self.session.train()
        self.training.finish()

    def values(self) -> list[float]:
        assert self.session.grade is not None
        return [each.value for each in self.session.grade.readings]

    def shut_down(self) -> None:
        self.session.shut_down()
        self.training.shut_down()
        self.simulation.shut_down()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def desk(qapp: object, settings: Settings) -> Iterator[Desk]:
    made = Desk(settings)
    yield made
    made.shut_down()


@pytest.mark.parametrize("name", MEASURED)
def test_each_challenge_that_is_measured_is_solved_by_edits_alone(desk: Desk, name: str) -> None:
    desk.start(name)
    for place, solution in enumerate(SOLUTIONS[name]):
        assert desk.session.part == place
        assert not desk.session.solved
        assert desk.session.grade is not None
        assert not desk.session.grade.reached
        desk.edit(solution.edit)
    assert desk.session.solved
    assert desk.session.state(name) is State.solved


@pytest.mark.parametrize("name", TRAINED)
def test_each_challenge_that_trains_is_solved_by_edits_and_runs(desk: Desk, name: str) -> None:
    desk.start(name)
    for place, solution in enumerate(SOLUTIONS[name]):
        assert desk.session.part == place
        assert not desk.session.solved
        desk.edit(solution.edit)
        assert solution.plan is not None
        desk.train(solution.plan)
    assert desk.session.solved
    assert desk.session.state(name) is State.solved


def test_starting_is_one_undo_step_that_gives_the_file_back(desk: Desk, tmp_path: Path) -> None:
    before, file = desk.document.project, tmp_path / "mine.gradsim"
    desk.document.mark_saved(file)
    desk.start("vanish")
    assert desk.document.undo_stack.count() == 1
    assert desk.document.path is None, "saving must not write the challenge over the file"
    name = desk.document.undo_name()
    assert name is not None
    assert words.text(name) == "Start “Let it fade”"
    desk.document.undo_stack.undo()
    assert desk.document.project is before
    assert desk.document.path == file
    assert not desk.document.modified
    desk.document.undo_stack.redo()
    assert desk.document.path is None
    assert desk.document.project == CHALLENGES["vanish"].start()


def test_undone_to_before_its_start_a_challenge_waits(desk: Desk) -> None:
    desk.start("vanish")
    desk.document.undo_stack.undo()
    assert desk.session.outside
    desk.measure()
    assert desk.session.grade is None, "another network is not graded"
    desk.document.undo_stack.redo()
    desk.measure()
    assert not desk.session.outside
    assert desk.session.grade is not None
    assert desk.session.grade.broken == ()


def test_undone_further_than_its_start_a_challenge_still_waits(desk: Desk) -> None:
    desk.edit(lambda project: edits.set_seed(project, 9))
    desk.start("vanish")
    desk.start("vanish")
    for _ in range(2):
        desk.document.undo_stack.undo()
        desk.measure()
        assert desk.session.outside
        assert desk.session.grade is None


@pytest.mark.parametrize("name", ["vanish", "xor"])
def test_begun_while_an_earlier_moment_is_looked_at_it_waits_at_the_open_project(
    desk: Desk, name: str
) -> None:
    before = desk.document.open_project
    desk.training.step(5)
    desk.training.finish()
    desk.training.look_back(2)
    desk.training.finish()
    desk.start(name)
    assert not desk.session.outside
    desk.document.undo_stack.undo()
    desk.measure()
    assert desk.document.open_project is before
    assert desk.session.outside
    assert desk.session.grade is None
    assert not desk.session.disposable


def test_begun_anew_while_a_run_of_it_is_looked_back_at_it_shows_its_beginning(
    desk: Desk,
) -> None:
    desk.start("vanish")
    desk.training.step(5)
    desk.training.finish()
    desk.edit(edits.new_draw)
    desk.training.look_back(2)
    desk.training.finish()
    desk.start("vanish")
    assert not desk.training.edited
    assert desk.document.project is desk.document.open_project
    assert not desk.training.looking_back


def test_of_two_begun_alike_the_earlier_start_counts_where_that_network_is_open(
    desk: Desk,
) -> None:
    desk.start("vanish")
    desk.start("explode")
    desk.document.undo_stack.undo()
    desk.start("vanish")
    assert desk.document.undo_stack.index() == 1, "it was open already"
    assert not desk.session.outside
    desk.document.undo_stack.undo()
    assert desk.session.outside


def test_a_run_of_another_project_is_not_graded(desk: Desk) -> None:
    desk.start("xor")
    desk.document.undo_stack.undo()
    desk.training.step(3)
    desk.training.finish()
    desk.document.undo_stack.redo()
    assert desk.training.edited
    grade = desk.session.grade
    assert grade is not None
    assert grade.broken == (), "the rules are read of the challenge, not of what was trained"
    assert math.isnan(grade.readings[0].value)


def test_an_earlier_moment_that_is_looked_at_is_not_graded(desk: Desk) -> None:
    desk.start("vanish")
    before = desk.session.grade
    desk.training.step(5)
    desk.training.finish()
    desk.training.look_back(2)
    desk.training.finish()
    desk.measure()
    assert desk.document.step_back == 2
    assert desk.session.grade is before


def test_what_solved_an_earlier_attempt_does_not_solve_this_one(desk: Desk) -> None:
    desk.start("vanish")
    desk.edit(SOLUTIONS["vanish"][0].edit)
    desk.edit(edits.new_draw)
    desk.start("vanish")
    desk.document.undo_stack.setIndex(2)
    desk.measure()
    assert desk.session.outside
    assert not desk.session.solved


def test_another_network_opened_over_a_challenge_is_not_graded(desk: Desk) -> None:
    desk.start("vanish")
    desk.document.replace(EDIT, SOLUTIONS["vanish"][0].edit(CHALLENGES["vanish"].start()))
    desk.measure()
    assert desk.session.outside
    assert not desk.session.solved
    desk.document.undo_stack.undo()
    desk.edit(SOLUTIONS["vanish"][0].edit)
    assert desk.session.solved


@pytest.mark.parametrize("name", ["vanish", "xor"])
def test_begun_again_where_it_began_a_challenge_leaves_no_step(desk: Desk, name: str) -> None:
    desk.start(name)
    desk.start(name)
    assert desk.document.undo_stack.count() == 1
    assert not desk.session.outside
    assert desk.session.grade is not None


def test_leaving_restores_nothing_and_forgets_no_state(desk: Desk) -> None:
    desk.start("vanish")
    started = desk.document.project
    desk.session.leave()
    assert desk.session.active is None
    assert desk.session.grade is None
    assert desk.document.project is started
    assert desk.session.state("vanish") is State.begun
    desk.measure()
    assert desk.session.grade is None, "nothing is graded any more"


def test_another_project_ends_the_challenge(desk: Desk) -> None:
    desk.start("vanish")
    desk.document.load(preset("mazur"))
    assert desk.session.active is None


def test_the_batch_is_graded_whatever_sample_is_looked_at(desk: Desk) -> None:
    desk.start("vanish")
    batch = desk.values()
    assert desk.scope.sample is None, "what is seen is what is graded"
    desk.scope.choose(3)
    desk.measure()
    result = desk.simulation.result
    assert result is not None
    assert result.sample == 3
    assert desk.values() == batch
    shown = result.measurement.columns.log10("weight_gradient", "l2")
    assert shown[0] != batch[0]


def test_a_broken_rule_holds_the_grade_back_until_it_is_undone(desk: Desk) -> None:
    desk.start("vanish")
    desk.edit(edits.new_draw)
    desk.edit(SOLUTIONS["vanish"][0].edit)
    grade = desk.session.grade
    assert grade is not None
    assert [each.name for each in grade.broken] == ["problem"]
    assert all(each.met for each in grade.readings)
    assert not desk.session.solved
    desk.edit(lambda project: edits.set_seed(project, CHALLENGES["vanish"].start().seed))
    assert desk.session.solved


def test_the_second_part_compares_with_where_the_first_was_reached(desk: Desk) -> None:
    desk.start("relu")
    desk.session.hint()
    desk.edit(SOLUTIONS["relu"][0].edit)
    assert desk.session.part == 1
    assert desk.session.hints == (), "hints belong to their part"
    grade = desk.session.grade
    assert grade is not None
    assert grade.broken == ()
    assert grade.readings[0].value == -math.inf
    desk.document.undo_stack.undo()
    desk.measure()
    assert not desk.session.solved, "undoing the kill is not saving"
    assert desk.session.grade is not None
    assert [each.name for each in desk.session.grade.broken] == ["biases"]


def test_hints_come_one_after_another(desk: Desk) -> None:
    desk.start("explode")
    stage = CHALLENGES["explode"].stages[0]
    assert desk.session.hints == ()
    for shown in range(1, len(stage.hints) + 1):
        desk.session.hint()
        assert desk.session.hints == stage.hints[:shown]
    assert desk.session.hints_left == 0
    desk.session.hint()
    assert desk.session.hints == stage.hints


def test_what_was_solved_stays_solved_and_is_known_at_the_next_start(
    desk: Desk, settings: Settings
) -> None:
    desk.start("cut_off")
    desk.edit(SOLUTIONS["cut_off"][0].edit)
    assert desk.session.solved_count() == 1
    desk.start("cut_off")
    assert not desk.session.solved
    assert desk.session.state("cut_off") is State.solved
    other = Desk(settings)
    assert other.session.state("cut_off") is State.solved
    assert other.session.state("relu") is State.open
    settings.set_text("challenge/relu", "damaged")
    assert other.session.state("relu") is State.open
    other.shut_down()


def test_a_challenge_that_trains_begins_with_its_own_plan(desk: Desk) -> None:
    desk.set_plan(Plan(rate=0.7, batch=3))
    desk.training.step(2)
    desk.training.finish()
    desk.start("xor")
    assert desk.training.moment is None
    assert desk.training.plan.plan == CHALLENGES["xor"].plan
    assert desk.session.steps_left == 100
    assert math.isnan(desk.values()[0])


def test_the_cost_of_a_run_is_read_while_it_goes_on(desk: Desk) -> None:
    desk.start("xor")
    desk.training.step(10)
    desk.training.finish()
    moment = desk.training.moment
    assert moment is not None
    assert desk.values()[0] <= moment.scores.cost
    assert not desk.session.solved
    assert desk.session.steps_left == 90
    desk.session.train()
    desk.training.finish()
    assert desk.training.steps == 100
    assert desk.session.steps_left == 0
    desk.session.train()
    assert desk.training.moment is None, "where no step is left, the run is forgotten"
    assert desk.session.steps_left == 100


@pytest.mark.parametrize("share", [0.0, 0.25, 0.75])
def test_the_cost_of_a_run_is_that_of_all_samples_whatever_is_kept_aside(
    desk: Desk, share: float
) -> None:
    desk.start("xor")
    desk.set_plan(Plan(rate=1.0, validation=share))
    desk.training.step(1)
    desk.training.finish()
    moment = desk.training.moment
    assert moment is not None
    inputs = np.array([[-1, -1], [-1, 1], [1, -1], [1, 1]], np.float64)
    wanted = np.array([[0], [1], [1], [0]], np.float64)
    answer = inputs
    for weights, bias in zip(moment.parameters.weights, moment.parameters.biases, strict=True):
        answer = 1 / (1 + np.exp(-(answer @ weights.T + bias)))
    cost = -np.mean(wanted * np.log(answer) + (1 - wanted) * np.log(1 - answer))
    assert desk.values() == [pytest.approx(cost, rel=1e-12)]


def test_trained_numbers_taken_over_do_not_count_as_few_steps(desk: Desk) -> None:
    desk.start("xor")
    desk.set_plan(Plan(rate=1.0))
    desk.training.step(60)
    desk.training.finish()
    desk.training.take()
    desk.training.reset()
    grade = desk.session.grade
    assert grade is not None
    assert [each.name for each in grade.broken] == ["typed"]


@pytest.mark.parametrize("name", TRAINED)
def test_started_again_a_challenge_is_not_solved_by_the_run_before(desk: Desk, name: str) -> None:
    for _ in range(2):
        desk.start(name)
        assert desk.session.part == 0
        assert not desk.session.solved
        assert desk.training.moment is None
        assert all(map(math.isnan, desk.values()))
        solution = SOLUTIONS[name][0]
        desk.edit(solution.edit)
        assert solution.plan is not None
        desk.train(solution.plan)
        assert desk.session.solved or desk.session.part == 1


def test_a_run_left_for_a_branch_does_not_come_back_at_the_start(desk: Desk) -> None:
    desk.start("xor")
    desk.training.step(150)
    desk.training.finish()
    desk.training.look_back(1)
    desk.training.finish()
    desk.training.branch()
    desk.start("xor")
    assert desk.training.moment is None
    assert desk.session.steps_left == 100


def test_the_rules_of_a_plan_are_read_before_the_run(desk: Desk) -> None:
    desk.start("clipping")
    desk.train(Plan(rate=2.0))
    assert desk.session.part == 1
    desk.training.reset()
    desk.set_plan(Plan(rate=0.5))
    grade = desk.session.grade
    assert grade is not None
    assert [each.name for each in grade.broken] == ["only_clipping"]
    desk.set_plan(Plan(rate=2.0, clip="value"))
    assert desk.session.grade is not None
    assert desk.session.grade.broken == ()


def test_a_network_that_cannot_be_computed_has_no_grade(desk: Desk, qtbot: QtBot) -> None:
    desk.start("vanish")
    assert desk.session.grade is not None
    with qtbot.waitSignal(desk.session.changed):
        desk.simulation.failed.emit(ValueError("it cannot"))
    assert desk.session.grade is None


def test_numbers_of_the_project_before_are_not_graded(desk: Desk) -> None:
    desk.simulation.compute_now()
    desk.session.start("vanish")
    desk.session.finish()
    assert desk.session.grade is None, "its numbers are on the way"
    desk.measure()
    assert desk.session.grade is not None

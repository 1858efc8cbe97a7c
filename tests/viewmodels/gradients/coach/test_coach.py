"""The coach off the GUI thread: it measures, applies in one step, and remembers what it said."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from gradsim.engine.options import Choice
from gradsim.engine.verdict.records import VerdictKind
from gradsim.project import edits
from gradsim.project.model import DataSource, Project
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.coach.coach import CoachState
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import USUAL, use
from tests.viewmodels.gradients.coach.desk import Desk
from tests.viewmodels.gradients.desk import deep, wait_until

CHANGE = Message("Undo", "Change")
RANGE = r"([+−]?[\d.]+)\u00a0…\u00a0([+−]?[\d.]+)"


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    made = Desk(preset("ten_sigmoid_layers"))
    made.coach.set_active(True)
    yield made
    made.shut_down()


def number(text: str) -> float:
    return float(text.replace("−", "-"))


def test_it_measures_only_while_shown_and_after_a_moment(qapp: QApplication) -> None:
    desk = Desk(preset("ten_sigmoid_layers"))
    assert desk.coach.state is CoachState.resting
    assert desk.coach.change() == ""
    desk.coach.set_active(True)
    assert desk.coach.state is CoachState.measuring
    assert desk.coach.advice is None
    wait_until(lambda: desk.coach.state is CoachState.ready)
    assert desk.coach.can_apply
    desk.coach.set_active(False)
    assert desk.coach.state is CoachState.resting
    assert not desk.coach.can_apply
    desk.shut_down()


def test_it_says_one_diagnosis_one_change_and_one_expectation(desk: Desk) -> None:
    desk.settle()
    coach = desk.coach
    assert re.fullmatch(
        r"Layer 1 receives \d\.\d decades less than layer 10\. The activations took \d\.\d "
        r"decades \(Sigmoid, most in layer \d\)\.",
        coach.diagnosis(),
    )
    assert re.fullmatch(r"Change: \w+ in every hidden layer\.", coach.change())
    found = re.search(rf"Expected on 8 draws, this one among them: {RANGE}", coach.expectation())
    assert found is not None
    low, high = map(number, found.groups())
    assert -2.0 < low < high < 2.0
    assert coach.outcome() == ""


def test_applied_in_one_step_it_says_what_was_expected_and_what_came(desk: Desk) -> None:
    desk.settle()
    coach = desk.coach
    before, said = desk.document.project, (coach.diagnosis(), coach.change(), coach.expectation())
    coach.apply()
    assert desk.document.undo_stack.count() == 1
    name = desk.document.undo_name()
    assert name is not None
    assert words.text(name).startswith("Coach: ")
    assert coach.outcome() == "", "there are no numbers of it yet"
    desk.settle()
    found = re.fullmatch(rf"Expected {RANGE} decades; it came to ([+−\d.]+)\.", coach.outcome())
    assert found is not None
    low, high, came = map(number, found.groups())
    assert low <= came <= high
    assert desk.simulation.result is not None
    shown = desk.simulation.result.verdict("weight_gradient", None).decades
    assert coach.came == shown
    assert shown == pytest.approx(came, abs=0.005)
    assert coach.change() == "The gradient holds in every layer: nothing to change."
    desk.document.undo_stack.undo()
    assert desk.document.project is before
    wait_until(lambda: desk.simulation.current)
    assert coach.state is CoachState.ready, "known from before, not measured again"
    assert (coach.diagnosis(), coach.change(), coach.expectation()) == said
    assert coach.outcome() == ""
    desk.document.undo_stack.redo()
    desk.settle()
    assert coach.came == shown


def test_another_edit_ends_the_outcome(desk: Desk) -> None:
    desk.settle()
    desk.coach.apply()
    desk.settle()
    assert desk.coach.outcome()
    project = desk.document.project
    desk.document.edit(CHANGE, edits.set_gain(project, project.layer_ids, 1.1))
    desk.settle()
    assert desk.coach.outcome() == ""
    assert desk.coach.came is None


def test_an_advice_on_an_older_project_cannot_be_applied(desk: Desk) -> None:
    desk.settle()
    assert desk.coach.can_apply
    project = desk.document.project
    desk.document.edit(CHANGE, edits.set_seed(project, 99))
    assert not desk.coach.can_apply
    desk.coach.apply()
    assert desk.document.undo_stack.count() == 1
    desk.settle()
    assert desk.coach.can_apply


def test_the_newest_project_wins(desk: Desk) -> None:
    for seed in range(20, 26):
        desk.document.edit(CHANGE, edits.set_seed(desk.document.project, seed))
        desk.simulation.compute_now()
        desk.coach.finish()
    desk.settle()
    advice = desk.coach.advice
    assert advice is not None
    assert advice.now is not None
    assert advice.now.each[0].seed == 25


def test_it_can_be_stopped_and_started(desk: Desk) -> None:
    desk.coach.stop()
    assert desk.coach.state is CoachState.asking
    desk.view.changed.emit()
    assert desk.coach.state is CoachState.asking, "until asked"
    desk.coach.measure()
    assert desk.coach.state is CoachState.measuring
    desk.settle()
    assert desk.coach.can_apply
    desk.coach.stop()
    assert desk.coach.can_apply, "there was nothing to stop"


def test_another_quantity_asks_another_question(desk: Desk) -> None:
    desk.settle()
    first = desk.coach.advice
    desk.view.choice.choose_quantity("delta")
    desk.settle()
    second = desk.coach.advice
    assert first is not None
    assert second is not None
    assert first.verdict.quantity == "weight_gradient"
    assert second.verdict.quantity == "delta"
    desk.view.choice.choose_quantity("weight_gradient")
    assert desk.coach.advice is first


def test_a_large_network_waits_to_be_asked(qapp: QApplication) -> None:
    project = deep(6, 400, "sigmoid", samples=2)
    project = replace(project, data=DataSource.of("gaussian", samples=5000))
    desk = Desk(edits.set_units(project, project.layer_ids[:-1], 8))
    desk.document.load(project)
    desk.scope.choose(1)
    desk.simulation.compute_now()
    desk.coach.set_active(True)
    desk.scope.choose(None)
    desk.simulation.compute_now()
    desk.coach.finish()
    assert desk.coach.state is CoachState.asking
    assert not desk.coach.can_apply
    desk.shut_down()


def told(project: Project) -> tuple[VerdictKind, str, str]:
    """The verdict, the diagnosis and the change of a project."""
    desk = Desk(project)
    desk.coach.set_active(True)
    desk.settle()
    advice = desk.coach.advice
    assert advice is not None
    said = advice.verdict.kind, desk.coach.diagnosis(), desk.coach.change()
    desk.shut_down()
    return said


def test_each_kind_has_its_own_reason(qapp: QApplication) -> None:
    kind, why, change = told(preset("zero_initialization"))
    assert kind is VerdictKind.ZERO
    assert why.startswith("Weights that are all 0")
    assert "layer 4" in change
    kind, why, change = told(preset("constant_initialization"))
    assert kind is VerdictKind.SYMMETRIC
    assert why.startswith("Units that start alike")
    assert "Glorot normal (Xavier)" in change
    kind, why, change = told(preset("exploding_tanh"))
    assert kind is VerdictKind.EXPLODING
    assert "The weights gave" in why
    assert "LeCun normal, gain 6" in why
    assert re.fullmatch(r"Change: gain [\d.]+ instead of 6 in every hidden layer\.", change)
    kind, why, change = told(preset("ten_relu_he_layers"))
    assert kind is VerdictKind.HEALTHY
    assert why == ""
    assert change == "The gradient holds in every layer: nothing to change."


def test_nothing_helps_is_said_with_the_best_that_was_measured(qapp: QApplication) -> None:
    project = deep(6, 6, "tanh", Choice.of("normal", std=1e-12), samples=16)
    for index, units in enumerate((7, 6, 5, 4, 3)):
        project = edits.set_units(project, project.layer_ids[index : index + 1], units)
    for layer in project.layers:
        numbers = edits.current_numbers(project, layer.id)
        project = edits.set_numbers(project, {layer.id: numbers})
    desk = Desk(project)
    desk.coach.set_active(True)
    desk.view.choice.choose_quantity("delta")
    desk.settle()
    assert desk.coach.change().startswith("Nothing helps enough: of ")
    assert not desk.coach.can_apply
    assert desk.coach.expectation() == ""
    desk.shut_down()


def test_layers_are_counted_as_the_notation_does(desk: Desk) -> None:
    desk.settle()
    use(replace(USUAL, first_index=0))
    assert desk.coach.diagnosis().startswith("Layer 0 receives")
    assert "than layer 9." in desk.coach.diagnosis()


def test_a_way_past_the_layers_is_applied_as_one_undo_step(qapp: QApplication) -> None:
    project = deep(6, 6, "tanh", Choice.of("normal", std=1e-4), samples=16)
    for layer in project.layers:
        numbers = edits.current_numbers(project, layer.id)
        project = edits.set_numbers(project, {layer.id: numbers})
    desk = Desk(project)
    desk.coach.set_active(True)
    desk.view.choice.choose_quantity("delta")
    desk.settle()
    assert desk.coach.change() == (
        "Change: residual connections past Wf(a), α 1 in every hidden layer."
    )
    desk.coach.apply()
    desk.settle()
    stack = desk.document.undo_stack
    assert stack.count() == 1
    assert all(layer.residual is not None for layer in desk.document.project.layers[:-1])
    stack.undo()
    assert desk.document.project == project
    desk.shut_down()

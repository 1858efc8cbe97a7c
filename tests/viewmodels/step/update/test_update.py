"""A step of gradient descent: looked at, taken as one edit, and the walk goes on from there."""

from __future__ import annotations

import math

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.update import Moved
from gradsim.project import edits
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.step.update.rates import RATE_STEPS, rate_at, rate_position
from gradsim.viewmodels.step.update.told import equation, lines, notes
from gradsim.viewmodels.step.update.update import Update
from gradsim.viewmodels.step.walk.lenses import Lens
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.diagram.diagram_desk import project_of
from tests.viewmodels.step.remedied_projects import every_remedy
from tests.viewmodels.step.step_desk import StepDesk


@pytest.fixture
def desk(open_desk: OpenDesk) -> StepDesk:
    return open_desk(preset("mazur"))


@pytest.fixture
def update(desk: StepDesk) -> Update:
    return watched(desk)


def watched(desk: StepDesk) -> Update:
    made = Update(desk.stepper, desk.document, desk.settings, desk.stepper)
    made.set_watched(True)
    return made


def test_mazur_s_weights_after_one_step(desk: StepDesk, update: Update) -> None:
    update.choose(Moved.WEIGHTS)
    update.set_rate(0.5)
    assert update.take()
    desk.compute()
    first, second = desk.result.materials.parameters.weights
    assert second[0, 0] == pytest.approx(0.35891647971788465, rel=1e-15)
    assert first[0, 0] == pytest.approx(0.1497807161327628, rel=1e-15)
    assert float(desk.result.forward.cost) == pytest.approx(0.29102777369359933, rel=1e-14)


@pytest.mark.parametrize("moved", list(Moved))
@pytest.mark.parametrize("sample", [1, None])
def test_the_promised_cost_is_the_one_that_follows(
    open_desk: OpenDesk, moved: Moved, sample: int | None
) -> None:
    desk = open_desk(preset("first_look"))
    desk.look_at(sample)
    update = watched(desk)
    update.choose(moved)
    update.set_rate(2.0)
    assert update.outcome is not None
    promised = update.outcome.after
    assert update.take()
    desk.compute()
    assert float(desk.result.forward.cost) == promised
    assert update.costs == (pytest.approx(float(update.costs[0])), promised)


def test_a_step_is_one_edit_and_the_walk_starts_anew(desk: StepDesk, update: Update) -> None:
    project = desk.project
    desk.stepper.last()
    desk.stepper.choose_lens(Lens.LAYER)
    desk.stepper.last()
    update.choose(Moved.ALL)
    update.take()
    desk.compute()
    assert desk.stepper.position == 0
    assert desk.stepper.lens == Lens.LAYER
    assert desk.document.undo_stack.count() == 1
    name = desk.document.undo_name()
    assert name is not None
    assert words.text(name) == "Update all weights and biases"
    desk.document.undo_stack.undo()
    assert desk.project is project


def test_the_parameter_of_the_walk_moves_alone(desk: StepDesk, update: Update) -> None:
    desk.stepper.choose_parameter(ParameterAddress("w", 2, 1, 1))
    update.choose(Moved.PARAMETER)
    assert update.outcome is not None
    assert equation(update, update.outcome) == (
        "w₁₁⁽²⁾ − η ∂C/∂w₁₁⁽²⁾ = 0.4000 − 0.5 × 0.08217 = 0.3589"
    )
    update.take()
    desk.compute()
    weights = desk.result.materials.parameters.weights[1]
    assert weights[0, 0] == pytest.approx(0.35891647971788465, rel=1e-15)
    assert weights[1].tolist() == [0.5, 0.55]


@pytest.mark.parametrize(
    ("moved", "rule"),
    [(Moved.WEIGHTS, "W − η ∂C/∂W,  ‖∇C‖ = "), (Moved.ALL, "W − η ∂C/∂W,  b − η ∂C/∂b,  ‖∇C‖ = ")],
)
def test_the_rule_names_what_moves(update: Update, moved: Moved, rule: str) -> None:
    update.choose(moved)
    assert update.outcome is not None
    told = equation(update, update.outcome)
    assert told.replace("\N{NO-BREAK SPACE}", " ").startswith(rule)


def test_the_rule_names_the_parameters_of_a_normalization(open_desk: OpenDesk) -> None:
    update = watched(open_desk(every_remedy()))
    update.choose(Moved.ALL)
    update.finish()
    assert update.outcome is not None
    told = equation(update, update.outcome).replace("\N{NO-BREAK SPACE}", " ")
    assert "γ − η ∂C/∂γ,  β − η ∂C/∂β,  ‖∇C‖ = " in told


def test_the_lines_tell_first_order_beside_the_truth(desk: StepDesk, update: Update) -> None:
    update.choose(Moved.WEIGHTS)
    update.set_rate(0.5)
    assert update.outcome is not None
    told = {words.text(line.name): line.value for line in lines(update.outcome)}
    assert told["C now"] == "0.2984"
    assert told["C after it"] == "0.2910"
    norm = update.outcome.squared_norm.value
    assert update.outcome.change.predicted.value == pytest.approx(-0.5 * norm, rel=1e-15)


def test_steps_are_counted_through_undo_and_redo(desk: StepDesk, update: Update) -> None:
    update.choose(Moved.ALL)
    for _ in range(3):
        update.take()
        desk.compute()
    assert len(update.costs) == 4
    assert list(update.costs) == sorted(update.costs, reverse=True)
    assert update.outcome is not None
    assert "Steps taken: 3" in " ".join(map(words.text, notes(update, update.outcome)))
    desk.document.undo_stack.undo()
    desk.compute()
    assert len(update.costs) == 3
    desk.document.undo_stack.redo()
    desk.compute()
    assert len(update.costs) == 4
    desk.edit(edits.set_weight(desk.project, desk.project.layer_ids[0], 1, 1, 0.9))
    assert update.costs == ()


def test_a_step_that_overflows_is_told_and_not_taken(open_desk: OpenDesk) -> None:
    project = project_of(2, 3, 3, 1)
    for layer_id in project.layer_ids:
        project = edits.set_activation(project, layer_id, Choice("identity"))
    desk = open_desk(edits.set_cost(project, "squared_error"))
    update = watched(desk)
    update.choose(Moved.ALL)
    update.set_rate(1e300)
    assert update.outcome is not None
    assert update.outcome.after == math.inf
    assert not update.can_take
    assert not update.take()
    assert desk.document.undo_stack.count() == 0
    assert "overflow" in " ".join(map(words.text, notes(update, update.outcome)))


@pytest.mark.parametrize("rate", [0.0, -1.0, math.nan, math.inf])
def test_no_step_size_but_a_positive_number_is_taken(update: Update, rate: float) -> None:
    before = update.rate
    update.set_rate(rate)
    assert update.problem is not None
    assert update.rate == before
    update.set_rate(before)
    assert update.problem is None


def test_a_rising_cost_is_told(open_desk: OpenDesk) -> None:
    project = project_of(2, 1)
    project = edits.set_activation(project, project.layer_ids[0], Choice("identity"))
    desk = open_desk(edits.set_cost(project, "squared_error"))
    update = watched(desk)
    update.choose(Moved.ALL)
    update.set_rate(100.0)
    assert update.outcome is not None
    assert update.outcome.after > update.outcome.before
    assert "rises" in " ".join(map(words.text, notes(update, update.outcome)))


def test_the_curve_passes_the_start_and_the_step(update: Update) -> None:
    outcome = update.outcome
    assert outcome is not None
    assert outcome.costs[0] == outcome.before
    middle = len(outcome.rates) // 2
    assert outcome.rates[middle] == outcome.step.rate
    assert outcome.costs[middle] == outcome.after


def test_large_steps_are_looked_at_off_the_gui_thread(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(project_of(4, *([64] * 30), 1))
    update = watched(desk)
    assert update.outcome is None
    assert not update.can_take
    with qtbot.waitSignal(update.changed):
        pass
    assert update.outcome is not None
    assert update.can_take
    update.shut_down()


def test_lsuv_layers_keep_their_promise(open_desk: OpenDesk) -> None:
    project = preset("first_look")
    for layer_id in project.layer_ids:
        project = edits.set_weights(project, layer_id, Choice("lsuv"))
    desk = open_desk(project)
    desk.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    update = watched(desk)
    update.set_rate(50.0)
    assert update.outcome is not None
    promised = update.outcome.after
    update.take()
    desk.compute()
    assert float(desk.result.forward.cost) == promised


def test_a_flat_gradient_says_that_no_step_helps(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("zero_initialization"))
    desk.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    update = watched(desk)
    assert update.outcome is not None
    assert np.isfinite(update.outcome.after)
    assert "gradient is 0" in " ".join(map(words.text, notes(update, update.outcome)))


@pytest.mark.parametrize("rate", [1e-4, 0.01, 0.5, 1.0, 100.0])
def test_the_slider_stands_where_its_rate_is(rate: float) -> None:
    assert rate_at(rate_position(rate)) == pytest.approx(rate, rel=0.02)
    assert 0 <= rate_position(rate) <= RATE_STEPS

"""Each try is one undo step, and gradient steps in memory leave the network as it is."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.step.symmetry.descent import MOST_STEPS, DescentModel
from gradsim.viewmodels.step.symmetry.findings import findings
from gradsim.viewmodels.step.symmetry.tries import Tries
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.step_desk import StepDesk


def tries_on(desk: StepDesk) -> Tries:
    return Tries(desk.document, desk.stepper)


@pytest.mark.parametrize("layer", [None, 2])
def test_filling_is_one_step_and_undo_brings_everything_back(
    open_desk: OpenDesk, layer: int | None
) -> None:
    desk = open_desk(preset("first_look"))
    before = desk.project
    tries_on(desk).fill(0.0, layer)
    desk.compute()
    zero = [each.weights_zero for each in findings(desk.result).layers]
    assert zero == ([True] * 5 if layer is None else [False, True, False, False, False])
    assert desk.document.undo_stack.count() == 1
    name = desk.document.undo_name()
    assert name is not None
    assert words.text(name) in ("Set every weight to 0", "Set the weights of layer 2 to 0")
    desk.document.undo_stack.undo()
    assert desk.project == before


def test_a_layer_that_is_gone_is_left_alone(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    tries_on(desk).fill(0.0, 99)
    assert desk.document.undo_stack.count() == 0


def test_noise_meets_the_parameter_that_is_unrolled(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("constant_initialization"))
    desk.stepper.choose_parameter(ParameterAddress("w", 3, 2, 4))
    tries = tries_on(desk)
    assert tries.noisy_symbol == "w₂₄⁽³⁾"
    tries.add_noise()
    desk.compute()
    weights = desk.result.forward.parameters.weights[2]
    assert weights[1, 3] == pytest.approx(0.51)
    assert (weights != 0.5).sum() == 1
    assert desk.document.undo_stack.count() == 1


def test_for_a_bias_the_noise_meets_a_weight_of_its_unit(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("constant_initialization"))
    desk.stepper.choose_parameter(ParameterAddress("b", 2, 3))
    assert tries_on(desk).noisy_symbol == "w₃₁⁽²⁾"


def descended(desk: StepDesk, qtbot: QtBot, tries: Tries, *steps: int) -> DescentModel:
    model = DescentModel(desk.stepper, tries)
    for count in steps:
        with qtbot.waitSignal(model.changed):
            model.take(count)
    return model


def test_symmetric_rows_stay_at_zero_beside_the_twin_with_noise(
    open_desk: OpenDesk, qtbot: QtBot
) -> None:
    desk = open_desk(preset("constant_initialization"))
    before = desk.project
    model = descended(desk, qtbot, tries_on(desk), 1, 10)
    found = model.descent
    assert found is not None
    assert found.twin is not None
    assert found.own.steps == found.twin.steps == 11
    assert not found.own.spreads.any()
    assert found.twin.spreads[-1, :2].all()
    assert desk.project is before
    assert desk.document.undo_stack.count() == 0
    model.shut_down()


def test_after_the_noise_the_twin_is_the_network_before_it(
    open_desk: OpenDesk, qtbot: QtBot
) -> None:
    desk = open_desk(preset("constant_initialization"))
    tries = tries_on(desk)
    tries.add_noise()
    desk.compute()
    model = descended(desk, qtbot, tries, 10)
    found = model.descent
    assert found is not None
    assert found.twin is not None
    assert found.own.spreads[-1].any()
    assert not found.twin.spreads.any()
    assert words.text(found.twin_name) == "before the noise on w₂₁⁽²⁾"
    model.shut_down()


def test_steps_taken_in_parts_are_the_steps_taken_at_once(
    open_desk: OpenDesk, qtbot: QtBot
) -> None:
    desk = open_desk(preset("first_look"))
    parts = descended(desk, qtbot, tries_on(desk), 1, 1, 10)
    whole = descended(desk, qtbot, tries_on(desk), 12)
    assert parts.descent is not None
    assert whole.descent is not None
    assert parts.descent.own.costs.tolist() == whole.descent.own.costs.tolist()
    assert parts.descent.own.spreads.tolist() == whole.descent.own.spreads.tolist()
    parts.shut_down()
    whole.shut_down()


def test_an_edit_forgets_the_steps(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(preset("constant_initialization"))
    tries = tries_on(desk)
    model = descended(desk, qtbot, tries, 1)
    tries.fill(0.0, None)
    desk.compute()
    assert model.descent is None
    model.shut_down()


def test_another_rate_starts_over_and_stays_in_its_range(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(preset("constant_initialization"))
    model = descended(desk, qtbot, tries_on(desk), 1)
    model.set_rate(1e9)
    assert model.rate == 1000.0
    assert model.descent is None
    model.shut_down()


def test_no_step_is_taken_after_divergence(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(preset("constant_initialization"))
    model = DescentModel(desk.stepper, tries_on(desk))
    model.set_rate(1000.0)
    with qtbot.waitSignal(model.changed):
        model.take(MOST_STEPS)
    assert model.descent is not None
    assert model.descent.own.diverged is not None
    assert not model.can_step
    model.shut_down()

"""A nudge moves one number in a preview only, follows it to the cost, and is put back or kept."""

from __future__ import annotations

import math

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gradsim.engine.nudge.lever import Lever
from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project import edits
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.step.nudge.notes import formula_text, notes, warnings
from gradsim.viewmodels.step.nudge.nudge import Nudge
from gradsim.viewmodels.step.nudge.rows import ripple_rows
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.diagram.diagram_desk import project_of
from tests.viewmodels.step.step_desk import StepDesk


@pytest.fixture
def desk(open_desk: OpenDesk) -> StepDesk:
    return open_desk(preset("first_look"))


@pytest.fixture
def nudge(desk: StepDesk) -> Nudge:
    made = Nudge(desk.stepper, desk.document, desk.stepper)
    made.set_watched(True)
    return made


LEVERS = [Lever("w", 3, 2, 1), Lever("b", 2, 1), Lever("x", 0, 2), Lever("y", 5, 1)]


def test_it_begins_with_the_parameter_of_the_walk(desk: StepDesk, nudge: Nudge) -> None:
    assert nudge.lever == Lever("w", 3, 2, 1)
    desk.stepper.choose_parameter(ParameterAddress("b", 4, 1))
    assert nudge.lever == Lever("b", 4, 1)


@pytest.mark.parametrize("lever", LEVERS)
def test_moving_leaves_the_document_alone_and_putting_back_forgets_it(
    desk: StepDesk, nudge: Nudge, lever: Lever
) -> None:
    project = desk.project
    nudge.choose(lever)
    start = nudge.start
    nudge.move_by(0.25)
    assert nudge.live
    assert nudge.preview is not None
    assert nudge.ripple is not None
    assert nudge.ripple.after == start + 0.25
    assert desk.project is project
    nudge.put_back()
    assert not nudge.live
    assert nudge.preview is None
    assert nudge.value == start
    assert desk.document.undo_stack.count() == 0


@pytest.mark.parametrize("lever", LEVERS)
def test_keeping_is_one_edit_whose_cost_is_the_previewed_one(
    desk: StepDesk, nudge: Nudge, lever: Lever
) -> None:
    nudge.choose(lever)
    nudge.move_by(0.25)
    nudge.move_by(0.3125)
    assert nudge.preview is not None
    promised, value = nudge.preview.cost, nudge.value
    assert nudge.keep()
    desk.compute()
    assert desk.document.undo_stack.count() == 1
    assert float(desk.result.forward.cost) == promised
    assert nudge.start == value
    assert not nudge.live
    desk.document.undo_stack.undo()
    desk.compute()
    assert desk.project == preset("first_look")


def test_keeping_an_input_of_generated_data_says_that_it_types_them(
    desk: StepDesk, nudge: Nudge
) -> None:
    nudge.choose(Lever("x", 0, 1))
    nudge.move_by(1.0)
    assert any("typed" in words.text(note) for note in notes(nudge))
    before = np.array(desk.result.materials.inputs)
    nudge.keep()
    desk.compute()
    assert desk.project.data.is_inline
    after = np.array(desk.result.materials.inputs)
    assert np.argwhere(before != after).tolist() == [[0, 0]]


def test_a_target_that_the_cost_cannot_read_is_refused_with_the_reason(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(preset("digits_classifier"))
    nudge = Nudge(desk.stepper, desk.document, desk.stepper)
    nudge.choose(Lever("y", 3, 1))
    nudge.move_by(0.5)
    nudge.finish()
    project = desk.project
    assert not nudge.keep()
    assert nudge.problem is not None
    assert "sum" in words.problem_text(nudge.problem)
    assert desk.project is project
    nudge.put_back()
    assert nudge.problem is None
    nudge.shut_down()


def test_a_batch_asks_for_a_sample(desk: StepDesk, nudge: Nudge) -> None:
    nudge.move_by(0.5)
    desk.look_at(None)
    assert nudge.needs_sample
    assert nudge.lever is None
    assert nudge.preview is None
    assert not nudge.keep()
    desk.look_at(2)
    assert nudge.lever == Lever("w", 3, 2, 1)


def test_another_sample_or_number_lets_go_of_what_was_moved(desk: StepDesk, nudge: Nudge) -> None:
    nudge.move_by(0.5)
    desk.look_at(3)
    assert not nudge.live
    nudge.move_by(0.5)
    nudge.choose(Lever("b", 1, 1))
    assert not nudge.live


def test_the_number_goes_with_its_layer(desk: StepDesk, nudge: Nudge) -> None:
    nudge.choose(Lever("w", 4, 2, 3))
    ids = desk.project.layer_ids
    desk.edit(edits.delete_layers(desk.project, (ids[0],)))
    assert nudge.lever is not None
    assert nudge.lever.layer == 3
    gone = desk.project.layer_ids[2]
    desk.edit(edits.delete_layers(desk.project, (gone,)))
    assert nudge.lever is not None
    nudge.lever.held(desk.project.network)
    assert nudge.start == nudge.lever.read(desk.result.forward)


def test_the_probe_has_no_targets_to_nudge(desk: StepDesk, nudge: Nudge) -> None:
    nudge.choose(Lever("y", 5, 1))
    desk.edit(edits.set_cost(desk.project, "probe"))
    assert nudge.lever is not None
    assert nudge.lever.kind != "y"
    before = nudge.lever
    nudge.choose(Lever("y", 5, 1))
    assert nudge.lever == before


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_value_that_is_no_number_moves_nothing(nudge: Nudge, value: float) -> None:
    nudge.move_to(value)
    assert not nudge.live


def test_fine_steps_come_back_to_the_very_start(nudge: Nudge) -> None:
    start = nudge.start
    for _ in range(7):
        nudge.step(1)
    nudge.step(10)
    for _ in range(17):
        nudge.step(-1)
    assert nudge.value == start
    assert not nudge.live


def test_the_first_row_is_the_cost_and_the_others_lead_up_to_it(nudge: Nudge) -> None:
    nudge.move_by(0.1)
    assert nudge.ripple is not None
    rows = ripple_rows(nudge.ripple)
    assert rows[0].symbol == "ΔC"
    assert rows[1].symbol == "Δz₂⁽³⁾"
    assert rows[-1].symbol == "Δa₁⁽⁵⁾"
    assert "Δz₁⁽³⁾" not in [row.symbol for row in rows]


def test_the_formula_is_the_gradient_times_the_change(nudge: Nudge) -> None:
    nudge.move_by(0.5)
    assert formula_text(nudge) == "ΔC ≈ ∂C/∂w₂₁⁽³⁾ · Δw₂₁⁽³⁾ = 0.001566 × 0.5000 = 0.0007828"


def test_wide_layers_are_told_by_their_norms(open_desk: OpenDesk) -> None:
    desk = open_desk(project_of(3, 8, 8, 2))
    nudge = Nudge(desk.stepper, desk.document, desk.stepper)
    nudge.choose(Lever("x", 0, 1))
    nudge.move_by(0.5)
    assert nudge.ripple is not None
    symbols = [row.symbol for row in ripple_rows(nudge.ripple)]
    assert symbols[1:5] == ["‖Δz⁽¹⁾‖", "‖Δa⁽¹⁾‖", "‖Δz⁽²⁾‖", "‖Δa⁽²⁾‖"]
    nudge.shut_down()


def test_a_difference_lost_in_rounding_is_no_number(nudge: Nudge) -> None:
    nudge.move_by(1e-14)
    assert nudge.ripple is not None
    row = ripple_rows(nudge.ripple)[0]
    assert row.told.actual.startswith("<")
    assert row.told.difference.startswith("<")
    assert "·10" in row.told.predicted
    assert any("rounding" in words.text(note) for note in notes(nudge))


def test_a_crossed_kink_is_named(open_desk: OpenDesk) -> None:
    project = preset("first_look")
    for layer_id in project.layer_ids[:-1]:
        project = edits.set_activation(project, layer_id, Choice("relu"))
    desk = open_desk(project)
    nudge = Nudge(desk.stepper, desk.document, desk.stepper)
    nudge.choose(Lever("b", 1, 1))
    z = float(desk.result.forward.layers[0].pre_activation[0, 0])
    nudge.move_by(-2.0 * z)
    told = " ".join(words.text(note) for note in warnings(nudge))
    assert "kink" in told
    assert "⁽¹⁾" in told
    nudge.shut_down()


def test_large_networks_are_followed_off_the_gui_thread(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(project_of(4, *([64] * 50), 1))
    nudge = Nudge(desk.stepper, desk.document, desk.stepper)
    nudge.choose(Lever("w", 1, 1, 1))
    nudge.move_by(0.5)
    assert nudge.ripple is None
    assert nudge.preview is None
    with qtbot.waitSignal(nudge.changed):
        pass
    assert nudge.preview is not None
    assert nudge.ripple is not None
    assert nudge.ripple.after == nudge.value
    nudge.shut_down()


def test_lsuv_layers_stay_as_they_are_when_a_weight_is_kept(open_desk: OpenDesk) -> None:
    project = preset("first_look")
    for layer_id in project.layer_ids:
        project = edits.set_weights(project, layer_id, Choice("lsuv"))
    desk = open_desk(project)
    nudge = Nudge(desk.stepper, desk.document, desk.stepper)
    nudge.choose(Lever("w", 1, 1, 1))
    nudge.move_by(0.7)
    assert nudge.preview is not None
    promised = nudge.preview.cost
    nudge.keep()
    desk.compute()
    assert float(desk.result.forward.cost) == promised
    nudge.shut_down()


def test_random_nudges_never_disagree_with_the_gradient(desk: StepDesk, nudge: Nudge) -> None:
    random = np.random.default_rng(3)
    for _ in range(60):
        kind = random.choice(["w", "b", "x", "y"])
        layer = int(random.integers(1, 6))
        lever = Lever(str(kind), layer, int(random.integers(1, 4)), int(random.integers(1, 4)))  # type: ignore[arg-type]
        nudge.choose(lever)
        nudge.move_by(float(random.normal()) * 10.0 ** float(random.integers(-6, 1)))
        if nudge.lever is None or nudge.lever.address is None or nudge.ripple is None:
            continue
        kinds = {"w": "weights", "b": "bias"}
        factor = next(
            each
            for each in desk.result.factors
            if str(each.kind) == kinds[nudge.lever.kind] and each.layer == nudge.lever.layer
        )
        place = (nudge.lever.unit - 1, nudge.lever.source - 1)
        slope = float(factor.product[place[: factor.product.ndim]])
        expected = slope * nudge.ripple.amount
        assert nudge.ripple.cost.predicted.value == pytest.approx(expected, rel=1e-10)

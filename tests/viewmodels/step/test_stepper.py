"""The stepper keeps its place by what stands there, through every edit."""

from __future__ import annotations

import pytest

from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project.edits.layers import (
    delete_layers,
    insert_layer,
    set_activation,
    set_gain,
    set_units,
)
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.step.stepper import Lens, StepKind
from gradsim.viewmodels.step.walk.playback import Playback
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.diagram.diagram_desk import project_of

KINDS_OF_FIRST_LOOK = (
    "cost", "activation", "previous_activation", "activation", "previous_activation",
    "activation", "weights",
)  # fmt: skip


def test_it_opens_at_the_start_of_a_weight_in_the_middle(open_desk: OpenDesk) -> None:
    stepper = open_desk(preset("first_look")).stepper
    assert str(stepper.parameter) == "w:3:2:1"
    assert stepper.lens is Lens.PARAMETER
    assert stepper.position == 0
    assert stepper.current is None
    assert tuple(step.kind for step in stepper.steps) == KINDS_OF_FIRST_LOOK


def test_it_opens_on_a_weight_whose_gradient_is_not_zero(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("digits_classifier"))
    assert desk.stepper.paths is not None
    assert desk.stepper.paths.value != 0.0


def test_next_and_back_reveal_and_hide_one_step(open_desk: OpenDesk) -> None:
    stepper = open_desk(preset("first_look")).stepper
    stepper.next()
    assert stepper.current is stepper.steps[0]
    stepper.next()
    assert stepper.current is stepper.steps[1]
    stepper.back()
    stepper.back()
    stepper.back()
    assert stepper.position == 0


def test_the_end_is_the_end(open_desk: OpenDesk) -> None:
    stepper = open_desk(preset("first_look")).stepper
    stepper.last()
    moves: list[int] = []
    stepper.position_changed.connect(lambda: moves.append(stepper.position))
    stepper.next()
    assert stepper.at_end
    assert moves == []


def test_playing_stops_at_the_end_and_starts_over_from_there(open_desk: OpenDesk) -> None:
    stepper = open_desk(preset("first_look")).stepper
    stepper.jump(len(stepper.steps) - 1)
    stepper.play()
    assert stepper.playing
    stepper.playback.ticked.emit()
    assert stepper.at_end
    assert not stepper.playing
    stepper.play()
    assert stepper.position == 0
    assert stepper.playing


def test_playing_goes_on_by_itself(open_desk: OpenDesk, qtbot: object) -> None:
    stepper = open_desk(preset("first_look")).stepper
    stepper.playback.set_speed(8.0)
    with qtbot.waitSignal(stepper.position_changed, timeout=2000):  # type: ignore[attr-defined]
        stepper.play()
    assert stepper.position == 1


def test_speed_is_heard_of_only_when_it_changes() -> None:
    playback, heard = Playback(), list[float]()
    playback.speed_changed.connect(heard.append)
    playback.set_speed(2.0)
    playback.set_speed(2.0)
    assert heard == [2.0]


def test_page_down_and_up_move_by_a_layer(open_desk: OpenDesk) -> None:
    stepper = open_desk(preset("first_look")).stepper
    layers = []
    while not stepper.at_end:
        stepper.page(1)
        layers.append(None if stepper.current is None else stepper.current.layer)
    assert layers == [5, 4, 3, 3]
    stepper.page(-1)
    assert stepper.current is not None
    assert (stepper.current.layer, stepper.current.kind) == (3, StepKind.ACTIVATION)
    for _ in range(3):
        stepper.page(-1)
    assert stepper.position == 0


@pytest.mark.parametrize("place", [0, 2])
def test_an_inserted_layer_leaves_cursor_and_parameter_where_they_were(
    open_desk: OpenDesk, place: int
) -> None:
    desk = open_desk(preset("first_look"))
    stepper = desk.stepper
    stepper.jump(4)
    assert stepper.current is not None
    layer_id = desk.project.layer_ids[stepper.current.layer - 1]
    desk.edit(insert_layer(desk.project, place))
    assert stepper.current.kind == StepKind.ACTIVATION
    assert desk.project.layer_ids[stepper.current.layer - 1] == layer_id
    assert str(stepper.parameter) == "w:4:2:1"
    assert stepper.notice is None


def test_deleting_the_layer_of_the_step_moves_to_its_neighbour_and_says_so(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.jump(4)
    desk.edit(delete_layers(desk.project, (desk.project.layer_ids[3],)))
    assert desk.stepper.current is not None
    assert desk.stepper.current.layer in (3, 4)
    assert desk.stepper.notice is not None
    assert "gone" in words.text(desk.stepper.notice)
    desk.stepper.next()
    assert desk.stepper.notice is None


def test_deleting_the_layer_of_the_parameter_takes_the_nearest_and_says_so(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(preset("first_look"))
    desk.edit(delete_layers(desk.project, (desk.project.layer_ids[2],)))
    assert desk.stepper.parameter is not None
    assert desk.stepper.parameter.layer == 2
    assert desk.stepper.notice is not None


def test_an_undo_gives_back_the_place_that_an_edit_took_and_says_no_more_of_it(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(preset("first_look"))
    stepper = desk.stepper
    stepper.choose_parameter(ParameterAddress("w", 3, 2, 1))
    stepper.choose_path(2)
    stepper.jump(4)
    stood, path = stepper.current, stepper.path
    assert stood is not None
    assert path is not None
    desk.edit(delete_layers(desk.project, (desk.project.layer_ids[2],)))
    assert stepper.notice is not None
    desk.document.undo_stack.undo()
    desk.compute()
    assert stepper.notice is None
    assert str(stepper.parameter) == "w:3:2:1"
    assert stepper.path is not None
    assert stepper.path.units == path.units
    assert stepper.current == stood


def test_who_walked_on_after_the_notice_is_not_led_back_by_an_undo(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.jump(4)
    desk.edit(delete_layers(desk.project, (desk.project.layer_ids[3],)))
    desk.stepper.last()
    desk.document.undo_stack.undo()
    desk.compute()
    assert desk.stepper.position != 4


def test_another_path_chosen_takes_the_notice_of_the_lost_one_away(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    desk.stepper.jump(4)
    desk.edit(delete_layers(desk.project, (desk.project.layer_ids[3],)))
    assert desk.stepper.notice is not None
    desk.stepper.choose_path(desk.stepper.path_index + 1)
    assert desk.stepper.notice is None


def test_a_parameter_whose_unit_went_away_is_held_to_the_last_one(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.choose_parameter(ParameterAddress("w", 3, 3, 1))
    desk.edit(set_units(desk.project, (desk.project.layer_ids[2],), 2))
    assert str(desk.stepper.parameter) == "w:3:2:1"
    assert desk.stepper.notice is not None


def test_a_gain_leaves_the_step_where_it_was_with_new_numbers(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.jump(4)
    before = desk.stepper.current
    desk.edit(set_gain(desk.project, desk.project.layer_ids, 2.0))
    after = desk.stepper.current
    assert before is not None
    assert after is not None
    assert (before.kind, before.layer) == (after.kind, after.layer)
    assert before.value != after.value


def test_a_chosen_path_stays_chosen_while_it_is_among_the_strongest(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.choose_path(2)
    assert desk.stepper.path is not None
    units = desk.stepper.path.units
    desk.edit(set_gain(desk.project, (desk.project.layer_ids[0],), 0.5))
    assert desk.stepper.path.units == units


def test_an_edit_pauses(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.play()
    desk.edit(set_gain(desk.project, desk.project.layer_ids, 1.5))
    assert not desk.stepper.playing


def test_another_project_begins_at_its_start(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.jump(5)
    desk.load(preset("mazur"))
    assert desk.stepper.position == 0
    assert str(desk.stepper.parameter) == "w:1:2:1"
    assert desk.stepper.notice is None


def test_a_batch_has_no_paths_and_says_what_to_do(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.look_at(None)
    assert desk.stepper.steps == ()
    assert desk.stepper.walk.refusal is not None
    assert "sample" in words.text(desk.stepper.walk.refusal)
    desk.stepper.choose_lens("layer")
    assert len(desk.stepper.steps) == 20
    desk.look_at(3)
    desk.stepper.choose_lens("parameter")
    assert len(desk.stepper.steps) == 7


def test_an_overflowing_pass_has_no_paths_and_names_the_layer(open_desk: OpenDesk) -> None:
    project = project_of(
        4, *([4] * 8), activation="softplus", weights=Choice.of("constant", value=1e200)
    )
    desk = open_desk(project)
    assert desk.stepper.steps == ()
    assert desk.stepper.walk.refusal is not None
    assert "overflowed" in words.text(desk.stepper.walk.refusal)


def test_moving_the_cursor_is_no_undo_step(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.last()
    desk.stepper.choose_lens("layer")
    desk.stepper.choose_parameter(ParameterAddress("b", 1, 1))
    assert desk.document.undo_stack.count() == 0


def test_weight_and_bias_of_the_same_unit_are_one_choice_apart(open_desk: OpenDesk) -> None:
    stepper = open_desk(preset("first_look")).stepper
    stepper.choose_parameter_kind("b")
    assert str(stepper.parameter) == "b:3:2"
    assert stepper.steps[-1].kind == StepKind.BIAS
    stepper.choose_parameter_kind("w")
    assert str(stepper.parameter) == "w:3:2:1"


def test_an_impossible_parameter_is_held_to_the_nearest(open_desk: OpenDesk) -> None:
    stepper = open_desk(preset("first_look")).stepper
    stepper.choose_parameter(ParameterAddress("w", 99, 99, 99))
    assert str(stepper.parameter) == "w:5:1:3"


def test_the_lens_is_remembered(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.choose_lens(Lens.LAYER)
    assert open_desk(preset("mazur")).stepper.lens is Lens.LAYER


def test_paths_of_a_large_network_are_sought_elsewhere_and_nothing_lags_apart(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(preset("fifty_layers"))
    stepper, before = desk.stepper, desk.stepper.walk
    stepper.choose_parameter(ParameterAddress("w", 1, 5, 7))
    assert stepper.waiting
    assert stepper.walk is before
    assert stepper.parameter == before.paths.address  # type: ignore[union-attr]
    desk.settle()
    assert str(stepper.parameter) == "w:1:5:7"
    assert stepper.paths is not None
    assert stepper.paths.address == stepper.parameter


def test_a_choice_made_while_paths_are_sought_is_not_lost_to_a_newer_result(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(preset("fifty_layers"))
    desk.stepper.choose_parameter(ParameterAddress("b", 2, 3))
    desk.edit(set_gain(desk.project, (desk.project.layer_ids[0],), 0.9))
    assert str(desk.stepper.parameter) == "b:2:3"
    assert desk.stepper.result is desk.simulation.result


def test_a_choice_made_before_the_paths_of_a_new_project_are_found_is_of_that_project(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(preset("first_look"))
    desk.document.load(preset("fifty_layers"))
    desk.simulation.compute_now()
    assert desk.stepper.waiting
    desk.stepper.choose_parameter(ParameterAddress("w", 30, 1, 1))
    desk.settle()
    assert desk.stepper.result is desk.simulation.result
    assert str(desk.stepper.parameter) == "w:30:1:1"


def test_a_lens_chosen_before_they_are_found_keeps_what_was_wanted(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("fifty_layers"))
    desk.stepper.choose_parameter(ParameterAddress("b", 2, 3))
    desk.stepper.choose_lens("layer")
    assert desk.stepper.lens is Lens.LAYER
    assert str(desk.stepper.parameter) == "b:2:3"


def test_leaving_the_lens_forgets_the_paths_that_were_sought(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("fifty_layers"))
    desk.stepper.choose_parameter(ParameterAddress("b", 2, 3))
    desk.stepper.choose_lens("forward")
    desk.settle()
    assert desk.stepper.lens is Lens.FORWARD
    assert desk.stepper.steps[0].kind == StepKind.PRE_ACTIVATION


def test_the_forward_lens_ends_in_the_cost(open_desk: OpenDesk) -> None:
    stepper = open_desk(preset("scalar_chain")).stepper
    stepper.choose_lens("forward")
    symbols = [step.symbol for step in stepper.steps]
    assert symbols[:3] == ["z⁽¹⁾", "a⁽¹⁾", "z⁽²⁾"]
    assert symbols[-1] == "C"


def test_weights_and_biases_are_side_branches(open_desk: OpenDesk) -> None:
    stepper = open_desk(preset("mazur")).stepper
    stepper.choose_lens("layer")
    sides = {step.kind for step in stepper.steps if step.side_branch}
    assert sides == {StepKind.WEIGHTS, StepKind.BIAS}


def test_a_changed_activation_keeps_the_place(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.choose_lens("layer")
    desk.stepper.jump(9)
    before = desk.stepper.current
    desk.edit(set_activation(desk.project, desk.project.layer_ids, Choice("relu")))
    assert desk.stepper.position == 9
    assert desk.stepper.current == before


@pytest.mark.parametrize("name", ["scalar_chain", "mazur"])
def test_scalar_chains_have_one_path_and_no_indices(open_desk: OpenDesk, name: str) -> None:
    stepper = open_desk(preset(name)).stepper
    assert stepper.paths is not None
    assert (stepper.paths.paths_total == 1) == (name == "scalar_chain")
    assert ("₁" in stepper.steps[0].symbol) == (name == "mazur")


@pytest.mark.parametrize("turn", ["forward", "layer", "b", "batch"])
def test_the_parameter_stays_what_it_was_while_other_lenses_are_open(
    open_desk: OpenDesk, turn: str
) -> None:
    desk = open_desk(preset("ten_sigmoid_layers"))
    stepper = desk.stepper
    stepper.choose_parameter(ParameterAddress("w", 5, 2, 3))
    for each in ("forward", turn, "layer"):
        match each:
            case "batch":
                desk.look_at(None)
            case "b":
                stepper.choose_parameter_kind("b")
            case _:
                stepper.choose_lens(each)
    stepper.choose_parameter_kind("w")
    assert str(stepper.parameter) == "w:5:2:3"
    desk.look_at(1)
    assert str(stepper.parameter) == "w:5:2:3"


def test_a_lens_chosen_before_the_first_result_of_a_project_keeps_its_fresh_start(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    desk.document.load(preset("ten_sigmoid_layers"))
    desk.stepper.choose_lens("layer")
    desk.compute()
    assert str(desk.stepper.parameter) == "w:5:2:1"

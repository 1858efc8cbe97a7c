"""Which parameters a network has, where γ and β stand, and how the walk holds on to them."""

from __future__ import annotations

import pytest

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project import edits
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.step.parameters import (
    column_of,
    held,
    kinds_in,
    normalized_at,
    symbol_of,
    units_of,
)
from gradsim.viewmodels.step.stepper import Lens
from gradsim.viewmodels.step.walk.comparison import Comparison
from gradsim.viewmodels.step.walk.ending import ending
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.remedied_projects import BATCH, LAYER, RMS, every_remedy, layer, remedied

# Layer 2 normalizes the three units of layer 1 in front of W; layer 3 has RMS, without a β.
NETWORK = every_remedy().network


def address(text: str) -> ParameterAddress:
    return ParameterAddress.parse(text)


def test_gamma_and_beta_are_offered_where_a_layer_has_them() -> None:
    assert kinds_in(NETWORK) == ("w", "b", "γ", "β")
    assert kinds_in(preset("first_look").network) == ("w", "b")
    only_rms = remedied(layer(3, "tanh", normalization=RMS), layer(1, "sigmoid")).network
    assert kinds_in(only_rms) == ("w", "b", "γ")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("γ:1:1", "γ:2:1"), ("γ:5:9", "γ:3:3"), ("β:3:2", "β:2:2"), ("β:2:9", "β:2:3")],
)
def test_an_address_is_held_to_the_nearest_layer_that_has_one(wanted: str, found: str) -> None:
    assert str(held(address(wanted), NETWORK)) == found
    plain = preset("first_look").network
    assert held(address(wanted), plain).kind == "b"


def test_in_front_of_w_they_belong_to_the_units_below() -> None:
    assert column_of(address("γ:2:1"), NETWORK) == 1
    assert column_of(address("γ:3:1"), NETWORK) == 3
    assert column_of(address("b:2:1"), NETWORK) == 2
    wide = remedied(
        layer(2, "tanh"), layer(5, "tanh", normalization=LAYER, residual=NETWORK.layers[1].residual)
    ).network
    assert units_of(address("γ:2:1"), wide) == 2
    assert units_of(address("b:2:1"), wide) == 5
    assert [str(each) for each in normalized_at(1, 2, NETWORK)] == ["γ:2:2", "β:2:2"]
    assert normalized_at(2, 2, NETWORK) == ()
    assert [str(each) for each in normalized_at(3, 1, NETWORK)] == ["γ:3:1"]
    assert symbol_of(address("γ:2:1"), NETWORK).text == "γ₁⁽²⁾"


@pytest.mark.parametrize("kind", ["γ", "β"])
def test_a_kind_is_chosen_for_the_unit_at_hand_and_a_weight_comes_back(
    open_desk: OpenDesk, kind: str
) -> None:
    stepper = open_desk(every_remedy()).stepper
    stepper.choose_parameter(address("w:2:3:2"))
    stepper.choose_parameter_kind(kind)  # type: ignore[arg-type]
    assert str(stepper.parameter) == f"{kind}:2:3"
    stepper.choose_parameter_kind("b")
    assert str(stepper.parameter) == "b:2:3"
    stepper.choose_parameter_kind(kind)  # type: ignore[arg-type]
    stepper.choose_parameter_kind("w")
    assert str(stepper.parameter) == "w:2:3:2"


def test_an_undo_gives_back_the_gamma_that_an_edit_took_and_its_place(open_desk: OpenDesk) -> None:
    desk = open_desk(every_remedy())
    stepper = desk.stepper
    stepper.choose_parameter(address("γ:2:3"))
    stepper.last()
    stood, path = stepper.current, stepper.path
    assert path is not None
    desk.edit(edits.set_normalization(desk.project, desk.project.layer_ids, None))
    assert str(stepper.parameter) == "b:2:3"
    assert stepper.notice is not None
    assert "now b₃⁽²⁾" in words.text(stepper.notice)
    desk.document.undo_stack.undo()
    desk.compute()
    assert stepper.notice is None
    assert str(stepper.parameter) == "γ:2:3"
    assert stepper.path is not None
    assert stepper.path.units == path.units
    assert stepper.current == stood


def test_gamma_goes_with_its_layer_to_another_place(open_desk: OpenDesk) -> None:
    desk = open_desk(every_remedy())
    desk.stepper.choose_parameter(address("γ:3:2"))
    desk.edit(edits.insert_layer(desk.project, 0))
    assert str(desk.stepper.parameter) == "γ:4:2"


@pytest.mark.parametrize("text", ["γ:2:3", "β:2:1", "γ:3:1"])
def test_the_end_of_the_walk_stands_beside_a_finite_difference(
    open_desk: OpenDesk, text: str
) -> None:
    desk = open_desk(every_remedy())
    comparison = Comparison(desk.stepper)
    desk.stepper.choose_parameter(address(text))
    desk.stepper.last()
    comparison.compute_now()
    found = comparison.difference
    assert found is not None
    assert found.address == desk.stepper.parameter
    assert found.value == pytest.approx(found.engine, rel=1e-7)
    came = ending(desk.stepper.walk, desk.result, found)
    assert came is not None
    assert came.total.value == pytest.approx(found.value, rel=1e-7)
    comparison.shut_down()


def test_of_a_batch_whose_samples_are_tied_together_gamma_has_no_paths(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(every_remedy(BATCH))
    desk.stepper.choose_parameter(address("γ:1:1"))
    assert desk.stepper.lens is Lens.PARAMETER
    assert desk.stepper.walk.refusal is not None
    assert "in evaluation each sample has its paths" in words.text(desk.stepper.walk.refusal)
    desk.load(every_remedy(BATCH, mode="evaluate"))
    desk.stepper.choose_parameter(address("γ:1:1"))
    assert desk.stepper.steps

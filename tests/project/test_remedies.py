"""Remedies in a project: they come back from the file, are edited, and keep up with widths."""

from __future__ import annotations

import json

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.initialization import TypedLayer
from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.engine.remedies import RemedyValues, Residual
from gradsim.project import edits
from gradsim.project.evaluation import materialize
from gradsim.project.file import decode_project, encode_project
from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.project.remedy_values import current_values, owned_names
from gradsim.project.sweeps.cells import Cell, cell_project
from gradsim.project.training import branched, trained_project
from gradsim.project.validation import check_project

BATCH = Choice.of("batch_norm")
LAYER = Choice.of("layer_norm")
RMS = Choice.of("rms_norm")


def remedied() -> Project:
    """first_look with every remedy somewhere; numbers typed in layers 1 and 2."""
    project = edits.set_normalization(preset("first_look"), (1, 2), BATCH)
    project = edits.set_residual(project, (2, 3), Residual(0.5, "pre"))
    project = edits.set_dropout(project, 3, 0.25)
    project = edits.set_mode(project, "evaluate")
    project = edits.set_remedy_value(project, 1, "scale", 2, 1.5)
    project = edits.set_remedy_value(project, 2, "running_variance", 1, 4.0)
    return edits.set_remedy_value(project, 2, "shift", 3, -0.25)


def values(project: Project, layer_id: int) -> RemedyValues:
    typed = project.parameters[project.index_of(layer_id)]
    assert typed is not None
    assert typed.remedies is not None
    return typed.remedies


def test_remedies_come_back_exactly_and_encode_stably() -> None:
    project = remedied()
    data = encode_project(project)
    again = decode_project(data)
    assert again == project
    assert encode_project(again) == data


def test_a_file_holds_only_the_remedies_that_there_are() -> None:
    content = json.loads(encode_project(remedied()))
    layers = content["network"]["layers"]
    assert layers[0]["normalization"] == {"name": "batch_norm"}
    assert layers[2]["residual"] == {"scale": 0.5, "form": "pre"}
    assert layers[2]["dropout"] == 0.25
    assert content["network"]["mode"] == "evaluate"
    assert content["parameters"][0] == {"scale": [1.0, 1.5, 1.0]}
    plain = json.loads(encode_project(preset("first_look")))
    assert "mode" not in plain["network"]
    assert set(plain["network"]["layers"][0]) == {"id", "units", "activation", "weights", "bias"}


def test_an_option_that_restates_its_default_is_dropped() -> None:
    spelt = edits.set_normalization(
        preset("first_look"), 1, Choice.of("batch_norm", epsilon=1e-5, momentum=0.1)
    )
    assert spelt == edits.set_normalization(preset("first_look"), 1, BATCH)
    other = edits.set_normalization(preset("first_look"), 1, Choice.of("batch_norm", epsilon=0.01))
    assert decode_project(encode_project(other)) == other
    assert other != spelt


@pytest.mark.parametrize(
    "change",
    [
        lambda p: edits.set_normalization(p, 1, LAYER),
        lambda p: edits.set_residual(p, 2, None),
        lambda p: edits.set_residual(p, 2, Residual(0.5, "post")),
        lambda p: edits.set_dropout(p, 3, 0.5),
        lambda p: edits.set_mode(p, "train"),
        lambda p: edits.set_remedy_value(p, 1, "scale", 1, 2.0),
    ],
)
def test_projects_that_differ_in_a_remedy_are_not_equal(change) -> None:
    assert change(remedied()) != remedied()


def test_which_numbers_a_normalization_has() -> None:
    project = preset("first_look")
    owned = {
        rule: owned_names(edits.set_normalization(project, 1, rule).layers[0])
        for rule in (BATCH, LAYER, RMS, None)
    }
    assert owned[BATCH] == ("scale", "shift", "running_mean", "running_variance")
    assert owned[LAYER] == ("scale", "shift")
    assert owned[RMS] == ("scale",)
    assert owned[None] == ()


def test_numbers_that_are_not_typed_are_those_before_training() -> None:
    project = remedied()
    present = current_values(project.layers[0], project.parameters[0], project.network.inputs)
    np.testing.assert_array_equal(present["scale"], [1.0, 1.5, 1.0])
    np.testing.assert_array_equal(present["shift"], np.zeros(3))
    np.testing.assert_array_equal(present["running_mean"], np.zeros(3))
    np.testing.assert_array_equal(present["running_variance"], np.ones(3))


def test_typing_a_scale_leaves_weights_and_biases_drawn() -> None:
    project = remedied()
    assert not project.is_typed(1)
    edits.set_weights(project, 1, Choice.of("he_normal"))  # still drawn, so not refused
    np.testing.assert_array_equal(
        edits.current_numbers(project, 1)[0], edits.current_numbers(preset("first_look"), 1)[0]
    )


def test_typing_a_weight_keeps_the_numbers_of_the_remedies() -> None:
    project = edits.set_weight(remedied(), 1, 1, 1, 0.5)
    assert project.is_typed(1)
    assert values(project, 1) == values(remedied(), 1)
    filled = edits.fill_weights(project, 1, 0.25)
    assert values(filled, 1) == values(remedied(), 1)


def test_more_units_keep_the_typed_numbers_and_start_the_rest() -> None:
    project = edits.set_residual_form(remedied(), 2, "post")
    grown = edits.set_units(project, 2, 4)
    np.testing.assert_array_equal(values(grown, 2).shift, [0.0, 0.0, -0.25, 0.0])
    np.testing.assert_array_equal(values(grown, 2).running_variance, [4.0, 1.0, 1.0, 1.0])
    shrunk = edits.set_units(project, 2, 2)
    np.testing.assert_array_equal(values(shrunk, 2).shift, [0.0, 0.0])


def test_another_normalization_keeps_what_it_has_too() -> None:
    layered = edits.set_normalization(remedied(), 2, LAYER)
    np.testing.assert_array_equal(values(layered, 2).shift, [0.0, 0.0, -0.25])
    assert values(layered, 2).running_variance is None
    bare = edits.set_normalization(remedied(), (1, 2), None)
    assert bare.parameters == (None,) * 5
    assert decode_project(encode_project(layered)) == layered


def test_numbers_that_go_with_their_normalization_are_noted() -> None:
    project = remedied()
    layered = edits.set_normalization(project, (1, 2), LAYER)
    (note,) = edits.notes(project, layered)
    assert "Layer 2" in note.text
    assert edits.notes(project, edits.set_normalization_option(project, 2, "epsilon", 0.5)) == ()
    assert edits.notes(project, edits.forget_remedy_values(project, (1, 2))) == ()


def test_moved_and_copied_layers_take_their_remedies_with_them() -> None:
    project = remedied()
    moved = edits.move_layer(project, 2, 2)
    assert moved.layers[2].residual == Residual(0.5, "pre")
    assert values(moved, 2) == values(project, 2)
    copied = edits.duplicate_layers(project, 2)
    assert copied.layers[2].normalization == BATCH
    assert values(copied, copied.layers[2].id) == values(project, 2)
    inserted = edits.insert_layer(project, 2)
    assert inserted.layers[2].residual == Residual(0.5, "pre")
    assert inserted.parameters[2] is None
    assert edits.delete_layers(project, 1).layers[0].normalization == BATCH


def test_redrawing_forgets_the_numbers_of_the_remedies() -> None:
    assert edits.redraw_layers(remedied(), (1, 2)).parameters == (None,) * 5


def test_applying_a_layer_to_every_hidden_one_includes_its_remedies() -> None:
    project = edits.apply_to_hidden(remedied(), 2)
    for layer in project.layers[:-1]:
        assert (layer.normalization, layer.residual, layer.dropout) == (
            BATCH,
            Residual(0.5, "pre"),
            0.0,
        )
    assert project.output.plain


def test_the_output_of_a_cost_that_takes_it_as_it_is_loses_what_stands_behind_it() -> None:
    project = edits.set_dropout(preset("ten_relu_he_layers"), 10, 0.5)
    adapted = edits.set_cost(
        edits.set_samples(project, [[0.0] * 8], [[1.0]]), "binary_cross_entropy", adapt_output=True
    )
    assert adapted.output.dropout == 0.0


@pytest.mark.parametrize(
    ("edit", "place"),
    [
        (lambda p: edits.set_dropout(p, 2, 1.0), "network.layers[1].dropout"),
        (lambda p: edits.set_dropout(p, 3, 0.5), "network.layers[2].dropout"),
        (lambda p: edits.set_residual(p, 3, Residual()), "network.layers[2].residual"),
        (
            lambda p: edits.set_normalization(p, 1, Choice.of("batch_norm", epsilon=2.0)),
            "network.layers[0].normalization.epsilon",
        ),
        (lambda p: edits.set_remedy_value(p, 1, "scale", 1, 2.0), "parameters[0].scale"),
    ],
)
def test_an_edit_that_cannot_be_is_refused_at_its_place(edit, place: str) -> None:
    with pytest.raises(Problem) as caught:
        edit(preset("digits_classifier"))
    assert caught.value.place == place


def test_typed_numbers_of_a_remedy_are_checked_one_by_one() -> None:
    project = remedied()
    for name, unit, value in (
        ("running_variance", 1, -1.0),
        ("scale", 1, float("nan")),
        ("scale", 4, 1.0),
    ):
        with pytest.raises(Problem) as caught:
            edits.set_remedy_value(project, 1, name, unit, value)
        assert caught.value.place.startswith(f"parameters[0].{name}")


def test_cells_are_pasted_over_a_column_of_a_remedy() -> None:
    project = edits.paste_remedy_values(remedied(), 1, "shift", "1\t2", 2)
    np.testing.assert_array_equal(values(project, 1).shift, [0.0, 1.0, 2.0])
    with pytest.raises(Problem, match="do not fit"):
        edits.paste_remedy_values(project, 1, "shift", "1\n2", 3)


def test_sweeps_and_training_carry_remedies_along() -> None:
    project = remedied()
    swept = cell_project(project, Cell(weights=Choice.of("he_normal"), depth=6))
    assert swept.layers[2].dropout == 0.25
    assert values(swept, 1) == values(project, 1)
    parameters = edits.current_numbers(project, 1)
    typed = edits.set_numbers(project, {1: parameters})
    assert values(typed, 1) == values(project, 1)


def test_trained_numbers_bring_those_of_remedies_and_can_be_saved() -> None:
    project = remedied()
    made = trained_project(project, materialize(project).parameters)
    assert made.is_typed(1)
    np.testing.assert_array_equal(values(made, 1).scale, [1.0, 1.5, 1.0])
    np.testing.assert_array_equal(values(made, 2).running_variance, [4.0, 1.0, 1.0])
    check_project(made)
    assert decode_project(encode_project(made)) == made


def test_trained_numbers_leave_out_what_an_edited_layer_no_longer_has() -> None:
    project = remedied()
    edited = edits.set_normalization(project, (1, 2), RMS)
    made = branched(edited, project, materialize(project).parameters)
    assert values(made, 2).shift is None
    check_project(made)


def test_an_entry_may_hold_numbers_of_a_remedy_alone() -> None:
    project = remedied()
    assert project.parameters[0] == TypedLayer(
        remedies=RemedyValues(scale=np.array([1.0, 1.5, 1.0]))
    )
    again = replace(project, title="other")
    assert decode_project(encode_project(again)).parameters == project.parameters


def test_options_and_scales_change_where_there_is_something_to_change() -> None:
    project = edits.set_normalization_option(remedied(), (1, 3), "epsilon", 0.5)
    assert project.layers[0].normalization == Choice.of("batch_norm", epsilon=0.5)
    assert project.layers[2].normalization is None
    scaled = edits.set_residual_scale(remedied(), (1, 2), 2.0)
    assert scaled.layers[0].residual is None
    assert scaled.layers[1].residual == Residual(2.0, "pre")
    formed = edits.set_residual_form(remedied(), (1, 2), "post")
    assert formed.layers[0].residual == Residual(1.0, "post")
    assert formed.layers[1].residual == Residual(0.5, "post")
    assert edits.set_residual_form(formed, (1, 2), None).layers[1].residual is None


def test_forgetting_the_numbers_of_remedies_keeps_the_weights() -> None:
    project = edits.set_weight(remedied(), 1, 1, 1, 0.5)
    forgotten = edits.forget_remedy_values(project, (1, 2))
    assert forgotten.is_typed(1)
    assert forgotten.parameters[0] is not None
    assert forgotten.parameters[0].remedies is None
    assert forgotten.parameters[1] is None


def test_a_normalization_before_the_weights_has_as_many_scales_as_units_come_in() -> None:
    project = edits.set_units(preset("first_look"), 1, 3)
    project = edits.set_units(project, 2, 2)
    project = edits.set_residual(project, 2, Residual(1.0, "pre"))
    project = edits.set_normalization(project, 2, LAYER)
    project = edits.set_remedy_value(project, 2, "scale", 3, 0.5)
    typed = project.parameters[1]
    assert typed is not None
    assert typed.remedies is not None
    np.testing.assert_array_equal(typed.remedies.scale, [1.0, 1.0, 0.5])
    numbers = materialize(project).parameters
    assert trained_project(project, numbers).parameters[1].remedies.scale.size == 3  # type: ignore[union-attr]
    wider = edits.set_units(project, 1, 4)
    assert wider.parameters[1].remedies.scale.tolist() == [1.0, 1.0, 0.5, 1.0]  # type: ignore[union-attr]
    with pytest.raises(Problem):
        edits.set_remedy_value(project, 2, "scale", 4, 0.5)

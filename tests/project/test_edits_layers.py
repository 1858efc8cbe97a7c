"""What the builder may do with layers, and what it is told when it may not."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.network import Layer
from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.project import edits
from gradsim.project.evaluation import materialize
from gradsim.project.model import Project
from gradsim.project.presets import preset


def widths(project: Project) -> tuple[int, ...]:
    return project.network.widths


def test_add_inserts_a_copy_of_the_last_hidden_layer_before_the_output() -> None:
    project = edits.set_activation(preset("first_look"), 4, Choice.of("tanh"))
    grown = edits.add_layer(project)
    assert widths(grown) == (2, 3, 3, 3, 3, 3, 1)
    assert grown.layer_ids == (1, 2, 3, 4, 6, 5)
    assert grown.layers[4].activation == Choice.of("tanh")
    assert grown.output == project.output


def test_add_beside_an_output_alone_takes_its_width_and_no_softmax() -> None:
    project = edits.delete_layers(preset("digits_classifier"), [1, 2])
    grown = edits.add_layer(project)
    assert widths(grown) == (64, 10, 10)
    assert grown.layers[0].activation.name == "tanh"
    assert grown.output.activation.name == "softmax"


def test_insert_at_the_start_copies_the_layer_behind() -> None:
    grown = edits.insert_layer(preset("first_look"), 0)
    assert grown.layer_ids == (6, 1, 2, 3, 4, 5)
    assert grown.layers[0].units == 3


def test_insert_takes_a_given_layer_with_an_id_of_its_own() -> None:
    made = Layer(7, Choice.of("relu"), Choice.of("he_normal"), Choice.of("zeros"), id=1)
    grown = edits.insert_layer(preset("first_look"), 2, made)
    assert widths(grown) == (2, 3, 3, 7, 3, 3, 1)
    assert grown.layers[2].id == 6


def test_editing_one_layer_leaves_the_draws_of_all_others() -> None:
    project = preset("ten_sigmoid_layers")
    before = materialize(project).parameters.weights
    after = materialize(edits.set_units(project, 5, 12)).parameters.weights
    for index in (0, 1, 2, 3, 6, 7, 8, 9):
        np.testing.assert_array_equal(before[index], after[index])


def test_duplicate_copies_settings_and_typed_numbers() -> None:
    project = edits.set_weight(preset("first_look"), 2, 1, 1, 0.5)
    doubled = edits.duplicate_layers(project, [2, 3])
    assert doubled.layer_ids == (1, 2, 6, 3, 7, 4, 5)
    assert doubled.is_typed(6)
    assert not doubled.is_typed(7)
    np.testing.assert_array_equal(doubled.parameters[2].weights, doubled.parameters[1].weights)


def test_duplicate_fits_typed_numbers_to_the_width_before_them() -> None:
    project = edits.set_weight(preset("first_look"), 1, 2, 1, 0.25)
    doubled = edits.duplicate_layers(project, 1)
    assert doubled.parameters[1].weights.shape == (3, 3)
    np.testing.assert_array_equal(
        doubled.parameters[1].weights[:, :2], project.parameters[0].weights
    )


def test_the_output_is_copied_in_front_of_itself() -> None:
    doubled = edits.duplicate_layers(preset("first_look"), 5)
    assert doubled.layer_ids == (1, 2, 3, 4, 6, 5)
    assert widths(doubled) == (2, 3, 3, 3, 3, 1, 1)


def test_a_softmax_output_cannot_be_copied_inward() -> None:
    with pytest.raises(Problem) as caught:
        edits.duplicate_layers(preset("digits_classifier"), 3)
    assert caught.value.place == "network.layers[2].activation"


def test_deleting_every_layer_is_refused() -> None:
    project = preset("first_look")
    with pytest.raises(Problem) as caught:
        edits.delete_layers(project, project.layer_ids)
    assert caught.value.place == "network.layers"


def test_deleting_the_output_makes_the_layer_before_it_the_output() -> None:
    project = edits.delete_layers(preset("mazur"), 2)
    assert project.layer_ids == (1,)
    shorter = edits.delete_layers(edits.set_units(preset("mazur"), 1, 3), 2)
    assert shorter.data.targets == ((0.01, 0.99, 0.0),)


def test_deleting_the_output_of_real_data_is_refused_with_the_reason() -> None:
    project = edits.set_cost(preset("digits_classifier"), "squared_error")
    with pytest.raises(Problem) as caught:
        edits.delete_layers(project, 3)
    assert "10 classes" in str(caught.value)
    with pytest.raises(Problem, match="softmax"):
        edits.delete_layers(preset("digits_classifier"), 3)


def test_typed_numbers_move_with_their_layer() -> None:
    project = edits.set_weight(preset("first_look"), 2, 1, 1, 0.5)
    moved = edits.move_layer(project, 2, 3)
    assert moved.layer_ids == (1, 3, 4, 2, 5)
    assert moved.parameters[3].weights[0, 0] == 0.5
    assert moved.parameters[1] is None


def test_several_layers_move_together_in_their_order() -> None:
    moved = edits.move_layers(preset("first_look"), [1, 3], 4)
    assert moved.layer_ids == (2, 4, 1, 3, 5)
    assert edits.move_layers(moved, [3, 1], 0).layer_ids == (1, 3, 2, 4, 5)


def test_softmax_cannot_move_inward() -> None:
    project = preset("digits_classifier")
    with pytest.raises(Problem, match="Softmax"):
        edits.move_layer(edits.set_units(project, 1, 10), 3, 1)
    with pytest.raises(Problem, match="Softmax"):
        edits.set_activation(project, 1, Choice.of("softmax"))


def test_several_layers_are_edited_together() -> None:
    project = edits.set_units(preset("first_look"), [1, 3], 5)
    assert widths(project) == (2, 5, 3, 5, 3, 1)
    project = edits.set_activation(project, [2, 4], Choice.of("leaky_relu", slope=0.2))
    assert [layer.activation.name for layer in project.layers] == [
        "sigmoid", "leaky_relu", "sigmoid", "leaky_relu", "sigmoid",
    ]  # fmt: skip


@pytest.mark.parametrize("units", [0, -1, 10**6, 10**18])
def test_impossible_widths_are_refused_at_the_layer(units: int) -> None:
    with pytest.raises(Problem) as caught:
        edits.set_units(preset("first_look"), 2, units)
    assert caught.value.place == "network.layers[1].units"


def test_too_many_activations_are_refused_before_they_are_computed() -> None:
    project = edits.set_data_option(preset("first_look"), "samples", 100_000)
    with pytest.raises(Problem, match="activations"):
        edits.set_units(project, [1, 2, 3, 4], 1000)


def test_apply_to_hidden_spares_widths_and_the_output() -> None:
    project = edits.set_units(preset("first_look"), 2, 5)
    project = edits.set_activation(project, 3, Choice.of("relu"))
    project = edits.set_weights(project, 3, Choice.of("he_normal", gain=1.5))
    applied = edits.apply_to_hidden(project, 3)
    assert widths(applied) == (2, 3, 5, 3, 3, 1)
    assert {layer.activation for layer in applied.layers[:-1]} == {Choice.of("relu")}
    assert {layer.weights for layer in applied.layers[:-1]} == {Choice.of("he_normal", gain=1.5)}
    assert applied.output == project.output


def test_apply_to_hidden_from_a_softmax_is_refused() -> None:
    with pytest.raises(Problem, match="Softmax"):
        edits.apply_to_hidden(preset("digits_classifier"), 3)


def test_gain_reaches_the_layers_that_have_one() -> None:
    project = edits.set_weights(preset("first_look"), 2, Choice.of("normal", std=0.1))
    gains = edits.set_gain(project, project.layer_ids, 2.0)
    assert gains.layers[0].weights == Choice.of("glorot_normal", gain=2.0)
    assert edits.has_gain(gains.layers[0])


def test_gain_rescales_the_same_draws() -> None:
    project = preset("first_look")
    before = materialize(project).parameters.weights[0]
    after = materialize(edits.set_gain(project, 1, 2.0)).parameters.weights[0]
    np.testing.assert_allclose(after, 2.0 * before, rtol=1e-15)


def test_a_typed_layer_is_not_told_how_to_draw() -> None:
    project = preset("mazur")
    for edit in (
        lambda: edits.set_weights(project, 1, Choice.of("he_normal")),
        lambda: edits.set_gain(project, [1, 2], 2.0),
        lambda: edits.set_bias(project, 2, Choice.of("constant", value=0.1)),
    ):
        with pytest.raises(Problem, match="redraw"):
            edit()


def test_a_wrong_option_is_refused_at_its_place() -> None:
    with pytest.raises(Problem) as caught:
        edits.set_activation(preset("first_look"), 2, Choice.of("leaky_relu", sloop=0.1))
    assert caught.value.place == "network.layers[1].activation.sloop"
    with pytest.raises(Problem) as caught:
        edits.set_weights(preset("first_look"), 2, Choice.of("normal", std=float("nan")))
    assert caught.value.place == "network.layers[1].weights.std"


def test_the_output_activation_must_suit_the_cost() -> None:
    with pytest.raises(Problem) as caught:
        edits.set_activation(preset("digits_classifier"), 3, Choice.of("sigmoid"))
    assert caught.value.place == "network.cost"


def test_resizing_a_typed_layer_keeps_the_overlap_and_draws_the_rest() -> None:
    project = preset("mazur")
    grown = edits.set_units(project, 1, 3)
    first, second = grown.parameters
    np.testing.assert_array_equal(first.weights[:2], [[0.15, 0.20], [0.25, 0.30]])
    np.testing.assert_array_equal(second.weights[:, :2], [[0.40, 0.45], [0.50, 0.55]])
    assert first.weights.shape == (3, 2)
    assert second.weights.shape == (2, 3)
    untyped = materialize(edits.redraw_layers(grown, [1, 2])).parameters
    np.testing.assert_array_equal(first.weights[2], untyped.weights[0][2])
    np.testing.assert_array_equal(second.weights[:, 2], untyped.weights[1][:, 2])
    assert [note.text for note in edits.notes(project, grown)] == [
        "Layer 1: typed weights went from 2 × 2 to 3 × 2; the overlap stays, the rest is drawn.",
        "Layer 2: typed weights went from 2 × 2 to 2 × 3; the overlap stays, the rest is drawn.",
    ]


def test_shrinking_and_growing_back_keeps_what_stayed_visible() -> None:
    project = preset("mazur")
    back = edits.set_units(edits.set_units(project, 1, 1), 1, 2)
    np.testing.assert_array_equal(back.parameters[0].weights[0], [0.15, 0.20])
    assert back != project


def test_a_typed_lsuv_layer_grows_by_the_draw_that_lsuv_starts_from() -> None:
    project = edits.set_weights(preset("first_look"), 2, Choice.of("lsuv"))
    project = edits.set_weight(project, 2, 1, 1, 0.5)
    grown = edits.set_units(project, 2, 4)
    assert grown.parameters[1].weights.shape == (4, 3)
    assert np.isfinite(grown.parameters[1].weights).all()


def test_target_rows_follow_the_output_width() -> None:
    project = preset("mazur")
    wider = edits.set_units(project, 2, 3)
    assert wider.data.targets == ((0.01, 0.99, 0.0),)
    assert any("samples" in note.text for note in edits.notes(project, wider))
    assert edits.set_units(project, 2, 1).data.targets == ((0.01,),)


def test_cross_entropy_targets_still_sum_to_one_after_a_resize() -> None:
    project = edits.set_activation(preset("mazur"), 2, Choice.of("softmax"))
    project = edits.set_cost(project, "cross_entropy")
    for units in (3, 2, 5):
        project = edits.set_units(project, 2, units)
        assert sum(project.data.targets[0]) == pytest.approx(1.0, abs=1e-12)


def test_real_data_lock_the_output_width_with_the_reason() -> None:
    with pytest.raises(Problem) as caught:
        edits.set_units(preset("digits_classifier"), 3, 9)
    assert caught.value.place == "network.layers[2].units"
    assert "digits" in str(caught.value)


def test_an_unknown_layer_is_refused() -> None:
    with pytest.raises(Problem):
        edits.set_units(preset("first_look"), 77, 3)

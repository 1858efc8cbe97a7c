"""Claims about the settings of the selected layers and their edits."""

from __future__ import annotations

import math

import pytest

from gradsim.engine.options import Choice
from tests.viewmodels.builder.conftest import Builder


def test_titles_name_the_layers(builder: Builder) -> None:
    builder.select(3)
    assert builder.inspector.selected.title() == "Layer 3"
    builder.select(5)
    assert builder.inspector.selected.title() == "Layer 5 (output)"
    builder.select(2, 3, 4)
    assert builder.inspector.selected.title() == "Layers 2–4"
    builder.select(1, 4)
    assert builder.inspector.selected.title() == "2 layers"


def test_layers_that_differ_are_mixed(builder: Builder) -> None:
    builder.select(4, 5)
    assert builder.inspector.selected.units().mixed
    assert builder.inspector.selected.units().value is None
    assert builder.inspector.selected.choice("activation").value == "sigmoid"
    assert not builder.inspector.selected.choice("activation").mixed


def test_one_entry_sets_all_selected_layers_in_one_step(builder: Builder) -> None:
    builder.select(1, 2, 4)
    builder.inspector.enter_units("7")
    assert [layer.units for layer in builder.project.layers] == [7, 7, 3, 7, 1]
    builder.inspector.choose("activation", "relu")
    builder.inspector.choose("weights", "he_normal")
    builder.inspector.choose("bias", "constant")
    assert builder.project.layers[3].activation == Choice.of("relu")
    assert builder.project.layers[3].weights == Choice.of("he_normal")
    assert builder.project.layers[2].activation == Choice.of("sigmoid")
    assert builder.undo_all() == 4


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("0", "at least 1"),
        ("2.5", "whole number"),
        ("many", "is not a number"),
        ("", "a number is needed"),
        ("inf", "not a finite number"),
        ("99999999", "most"),
    ],
)
def test_impossible_units_are_refused_where_they_were_typed(
    builder: Builder, text: str, words: str
) -> None:
    start = builder.project
    builder.inspector.enter_units(text)
    problem = builder.editor.problem("units")
    assert problem is not None
    assert words in problem.reason
    assert builder.project is start


def test_steps_of_one_gesture_are_one_undo_step_and_two_gestures_two(builder: Builder) -> None:
    start = builder.project
    first, second = object(), object()
    for gain in (1.1, 1.2, 1.3):
        builder.inspector.set_gain(gain, first)
    builder.inspector.set_gain(1.4, second)
    gain = builder.inspector.selected.gain()
    assert gain is not None
    assert gain.shared.value == 1.4
    assert builder.undo_all() == 2
    assert builder.project == start


def test_an_option_shows_with_its_value_and_is_set(builder: Builder) -> None:
    builder.select(2)
    builder.inspector.choose("activation", "leaky_relu")
    (slope,) = builder.inspector.selected.options("activation")
    assert (slope.option.name, slope.shared.value) == ("slope", 0.01)
    builder.inspector.enter_option("activation", "slope", "0.2")
    assert builder.project.layers[1].activation == Choice.of("leaky_relu", slope=0.2)


def test_an_option_is_set_while_the_other_options_stay_apart(builder: Builder) -> None:
    builder.select(1)
    builder.inspector.choose("weights", "normal")
    builder.inspector.set_gain(2.0)
    builder.select(2)
    builder.inspector.choose("weights", "normal")
    builder.select(1, 2)
    builder.inspector.set_option("weights", "std", 0.5)
    assert builder.project.layers[0].weights == Choice.of("normal", std=0.5, gain=2.0)
    assert builder.project.layers[1].weights == Choice.of("normal", std=0.5)


def test_an_option_out_of_range_is_refused_at_its_own_line(builder: Builder) -> None:
    builder.inspector.choose("weights", "normal")
    builder.inspector.enter_option("weights", "std", "-1")
    problem = builder.editor.problem("weights.std")
    assert problem is not None
    assert "between" in problem.reason


def test_a_new_initializer_starts_at_gain_one(builder: Builder) -> None:
    builder.inspector.set_gain(1.7)
    builder.inspector.choose("weights", "he_normal")
    assert builder.inspector.selected.layers[0].weights == Choice.of("he_normal")


def test_an_option_that_both_initializers_take_is_kept(builder: Builder) -> None:
    builder.inspector.choose("weights", "normal")
    builder.inspector.set_option("weights", "std", 0.3)
    builder.inspector.choose("weights", "truncated_normal")
    assert builder.inspector.selected.layers[0].weights == Choice.of("truncated_normal", std=0.3)


@pytest.mark.parametrize(
    ("weights", "activation", "gain"),
    [
        ("glorot_normal", "relu", math.sqrt(2)),
        ("glorot_uniform", "tanh", 5 / 3),
        ("orthogonal", "sigmoid", 1.0),
        ("he_normal", "relu", 1.0),
    ],
)
def test_the_recommended_gain_is_shown_and_applied_only_on_request(
    builder: Builder, weights: str, activation: str, gain: float
) -> None:
    builder.inspector.choose("weights", weights)
    builder.inspector.choose("activation", activation)
    recommended = builder.inspector.selected.recommended()
    assert recommended is not None
    assert recommended.value == pytest.approx(gain, rel=1e-15)
    shown = builder.inspector.selected.gain()
    assert shown is not None
    assert shown.shared.value == 1.0
    builder.inspector.use_recommended_gain()
    assert builder.inspector.selected.follows_recommendation()


def test_where_the_field_recommends_no_gain_none_is_shown(builder: Builder) -> None:
    builder.inspector.choose("weights", "normal")
    assert builder.inspector.selected.recommended() is None
    assert builder.inspector.selected.gain() is not None
    builder.inspector.choose("weights", "zeros")
    assert builder.inspector.selected.gain() is None


def test_each_layer_takes_the_gain_for_its_own_activation(builder: Builder) -> None:
    builder.select(1)
    builder.inspector.choose("activation", "tanh")
    builder.select(2)
    builder.inspector.choose("activation", "relu")
    builder.select(1, 2)
    assert builder.inspector.selected.recommended() is not None
    assert builder.inspector.selected.recommended().mixed  # type: ignore[union-attr]
    builder.inspector.use_recommended_gain()
    gains = [dict(layer.weights.options)["gain"] for layer in builder.inspector.selected.layers]
    assert gains == pytest.approx([5 / 3, math.sqrt(2)])


def test_softmax_is_offered_for_the_output_alone(builder: Builder) -> None:
    builder.select(2)
    assert not builder.inspector.selected.softmax_allowed()
    builder.select(2, 5)
    assert not builder.inspector.selected.softmax_allowed()
    builder.select(5)
    assert builder.inspector.selected.softmax_allowed()


def test_typed_layers_refuse_an_initializer_until_they_are_redrawn(mazur: Builder) -> None:
    mazur.select(1)
    assert mazur.inspector.selected.typed().value is True
    mazur.inspector.choose("weights", "he_normal")
    assert mazur.editor.problem("weights") is not None
    mazur.inspector.redraw()
    assert mazur.inspector.selected.typed().value is False
    mazur.inspector.choose("weights", "he_normal")
    assert mazur.project.layers[0].weights == Choice.of("he_normal")


def test_resizing_a_typed_layer_keeps_the_overlap_and_says_so(mazur: Builder) -> None:
    before = [typed.weights for typed in mazur.project.parameters if typed is not None]
    mazur.select(1)
    mazur.inspector.enter_units("3")
    told = [dict(note.arguments) for note in mazur.editor.notes("units")]
    assert [each["layer"] for each in told] == [1, 2]
    after = [typed.weights for typed in mazur.project.parameters if typed is not None]
    assert (after[0][:2] == before[0]).all()
    assert (after[1][:, :2] == before[1]).all()


def test_the_note_of_a_drag_tells_of_the_whole_drag(mazur: Builder) -> None:
    mazur.select(1)
    gesture = object()
    for units in (3, 4, 5):
        mazur.inspector.set_units(units, gesture)
    note = dict(mazur.editor.notes("units")[0].arguments)
    assert (note["old"], note["new"]) == ("2 × 2", "5 × 2")


def test_apply_to_every_hidden_layer_leaves_widths_and_output(builder: Builder) -> None:
    builder.select(2)
    builder.inspector.enter_units("6")
    builder.inspector.choose("activation", "tanh")
    builder.inspector.choose("weights", "orthogonal")
    builder.inspector.apply_to_hidden()
    layers = builder.project.layers
    assert [layer.activation.name for layer in layers] == ["tanh"] * 4 + ["sigmoid"]
    assert [layer.weights.name for layer in layers] == ["orthogonal"] * 4 + ["glorot_normal"]
    assert [layer.units for layer in layers] == [3, 6, 3, 3, 1]

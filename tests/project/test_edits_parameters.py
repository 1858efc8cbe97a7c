"""Typing exact numbers: one number freezes its layer, redrawing sets it free."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.project import edits
from gradsim.project.edits.cells import parse_cells
from gradsim.project.evaluation import materialize
from gradsim.project.presets import preset


def test_typing_one_weight_freezes_the_layer_as_it_is() -> None:
    project = preset("first_look")
    drawn = materialize(project).parameters
    typed = edits.set_weight(project, 2, 3, 1, 0.5)
    expected = np.array(drawn.weights[1])
    expected[2, 0] = 0.5
    np.testing.assert_array_equal(materialize(typed).parameters.weights[1], expected)
    reseeded = edits.set_seed(typed, 1234)
    np.testing.assert_array_equal(materialize(reseeded).parameters.weights[1], expected)
    assert not np.array_equal(materialize(reseeded).parameters.weights[0], drawn.weights[0])
    assert [project.is_typed(i) for i in project.layer_ids] == [False] * 5
    assert [typed.is_typed(i) for i in typed.layer_ids] == [False, True, False, False, False]


def test_typing_one_bias_freezes_the_weights_too() -> None:
    project = edits.set_bias_value(preset("first_look"), 1, 2, -0.75)
    drawn = materialize(preset("first_look")).parameters.weights[0]
    after = materialize(edits.new_draw(project)).parameters
    np.testing.assert_array_equal(after.biases[0], [0.0, -0.75, 0.0])
    np.testing.assert_array_equal(after.weights[0], drawn)


def test_redraw_sets_the_layer_free() -> None:
    project = preset("first_look")
    assert edits.redraw_layers(edits.set_weight(project, 2, 1, 1, 0.5), 2) == project


def test_typing_leaves_the_project_before_as_it_was() -> None:
    project = preset("mazur")
    edits.set_weight(project, 1, 1, 1, 9.0)
    edits.paste_weights(project, 1, "1 2\n3 4")
    assert project == preset("mazur")


def test_a_whole_matrix_is_typed() -> None:
    project = edits.set_weights_matrix(preset("mazur"), 1, [[1, 2], [3, 4]], [5, 6])
    np.testing.assert_array_equal(project.parameters[0].weights, [[1.0, 2.0], [3.0, 4.0]])
    np.testing.assert_array_equal(project.parameters[0].biases, [5.0, 6.0])


@pytest.mark.parametrize("matrix", [[[1.0, 2.0]], [[1.0], [2.0]], [[1.0, 2.0, 3.0]] * 2])
def test_a_matrix_of_another_shape_is_refused(matrix: list[list[float]]) -> None:
    with pytest.raises(Problem) as caught:
        edits.set_weights_matrix(preset("mazur"), 1, matrix)
    assert caught.value.place == "parameters[0].weights"
    assert "2 × 2" in str(caught.value)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_nan_and_infinity_are_refused_at_their_cell(value: float) -> None:
    with pytest.raises(Problem) as caught:
        edits.set_weight(preset("mazur"), 2, 1, 2, value)
    assert caught.value.place == "parameters[1].weights[0][1]"
    with pytest.raises(Problem) as caught:
        edits.set_bias_value(preset("mazur"), 1, 2, value)
    assert caught.value.place == "parameters[0].biases[1]"
    with pytest.raises(Problem) as caught:
        edits.set_weights_matrix(preset("mazur"), 1, [[1.0, 2.0], [value, 4.0]])
    assert caught.value.place == "parameters[0].weights[1][0]"


@pytest.mark.parametrize(("unit", "source"), [(0, 1), (3, 1), (1, 0), (1, 3), (-1, 1)])
def test_a_weight_that_is_not_there_is_refused(unit: int, source: int) -> None:
    with pytest.raises(Problem):
        edits.set_weight(preset("mazur"), 1, unit, source, 1.0)


@pytest.mark.parametrize(
    "text",
    [
        "1\t2\n3\t4",
        "1\t2\r\n3\t4\r\n",
        "1,2\n3,4\n\n",
        "1; 2\n3; 4",
        " 1  2 \n 3 4",
        "1e0\t2.0\n+3\t4.00",
    ],
)
def test_cells_come_from_every_spreadsheet(text: str) -> None:
    assert parse_cells(text) == [[1.0, 2.0], [3.0, 4.0]]


def test_a_typographic_minus_is_a_minus() -> None:
    assert parse_cells("−1.5") == [[-1.5]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1\tabc", "Row 1, column 2: “abc” is no number"),
        ("1\t2\n3\t", "Row 2, column 2: “” is no number"),
        ("1\tnan", "Row 1, column 2: “nan” is no finite number"),
        ("1\tinf", "Row 1, column 2: “inf” is no finite number"),
        ("1\t1e999", "Row 1, column 2: “1e999” is no finite number"),
        ("1\t2\n3", "Row 2 has 1 cells; row 1 has 2"),
        ("", "nothing to paste"),
        ("  \n\n", "nothing to paste"),
        ("1_000", "“1_000” is no number"),
    ],
)
def test_a_cell_with_text_is_refused_at_its_place(text: str, words: str) -> None:
    with pytest.raises(Problem, match=words):
        parse_cells(text)


def test_cells_are_pasted_from_the_chosen_one_on() -> None:
    project = edits.paste_weights(preset("mazur"), 1, "9\n8", unit=1, source=2)
    np.testing.assert_array_equal(project.parameters[0].weights, [[0.15, 9.0], [0.25, 8.0]])


def test_cells_that_reach_over_the_edge_are_refused_with_the_room_there_is() -> None:
    with pytest.raises(Problem, match="room for 1 × 2") as caught:
        edits.paste_weights(preset("mazur"), 1, "1\t2\n3\t4", unit=2)
    assert caught.value.place == "parameters[0].weights"


@pytest.mark.parametrize("text", ["7\t8", "7\n8"])
def test_biases_are_pasted_from_a_row_or_a_column(text: str) -> None:
    project = edits.paste_biases(preset("mazur"), 2, text)
    np.testing.assert_array_equal(project.parameters[1].biases, [7.0, 8.0])


@pytest.mark.parametrize("name", ["he_uniform", "orthogonal", "lsuv", "sparse", "pytorch_default"])
def test_freezing_a_layer_changes_no_number_of_the_network(name: str) -> None:
    project = edits.set_weights(preset("ten_sigmoid_layers"), 4, Choice.of(name))
    project = edits.set_bias(project, 4, Choice.of("normal", std=0.3))
    before = materialize(project).parameters
    value = float(before.weights[3][0, 0])
    frozen = materialize(edits.set_weight(project, 4, 1, 1, value)).parameters
    for one, other in zip(before.weights, frozen.weights, strict=True):
        np.testing.assert_array_equal(one, other)
    for one, other in zip(before.biases, frozen.biases, strict=True):
        np.testing.assert_array_equal(one, other)


def test_numbers_of_several_layers_are_typed_at_once() -> None:
    project = preset("first_look")
    ids = project.layer_ids
    first = edits.current_numbers(project, ids[0])
    last = edits.current_numbers(project, ids[-1])
    edited = edits.set_numbers(project, {ids[0]: (first[0] + 1.0, first[1]), ids[-1]: last})
    assert [edited.is_typed(each) for each in ids] == [True, False, False, False, True]
    np.testing.assert_array_equal(edits.current_numbers(edited, ids[0])[0], first[0] + 1.0)


def test_numbers_that_are_not_finite_are_refused_at_their_place() -> None:
    project = preset("first_look")
    weights, biases = edits.current_numbers(project, project.layer_ids[1])
    biases[0] = np.inf
    with pytest.raises(Problem) as caught:
        edits.set_numbers(project, {project.layer_ids[1]: (weights, biases)})
    assert caught.value.place == "parameters[1].biases"

"""Edits of data, cost, seed and widths."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.project import edits
from gradsim.project.datasets import input_lock, load_data, output_lock
from gradsim.project.evaluation import materialize
from gradsim.project.model import DataSource
from gradsim.project.presets import preset


def test_real_data_give_the_network_their_widths() -> None:
    project = edits.set_data(preset("first_look"), DataSource.of("iris"))
    assert project.network.widths == (4, 3, 3, 3, 3, 3)
    inputs, targets = load_data(project)
    assert inputs.shape == (150, 4)
    assert targets.shape == (150, 3)


def test_two_classes_keep_one_output_unit_or_take_two() -> None:
    project = edits.set_data(preset("first_look"), DataSource.of("moons"))
    assert project.output.units == 1
    assert edits.set_units(project, 5, 2).output.units == 2
    with pytest.raises(Problem, match="1 or 2 units"):
        edits.set_units(project, 5, 3)


def test_real_data_lock_the_inputs_with_the_reason() -> None:
    project = preset("digits_classifier")
    lock = input_lock(project)
    assert lock is not None
    assert "64 inputs" in str(lock)
    assert output_lock(project) is not None
    with pytest.raises(Problem) as caught:
        edits.set_inputs(project, 63)
    assert caught.value.place == "network.inputs"


def test_gaussian_and_typed_data_lock_nothing() -> None:
    for name in ("first_look", "mazur"):
        assert input_lock(preset(name)) is None
        assert output_lock(preset(name)) is None
    assert edits.set_inputs(preset("first_look"), 5).network.inputs == 5


def test_typed_samples_follow_the_input_width() -> None:
    assert edits.set_inputs(preset("mazur"), 3).data.inputs == ((0.05, 0.10, 0.0),)
    assert edits.set_inputs(preset("mazur"), 1).data.inputs == ((0.05,),)


def test_changing_the_inputs_of_a_typed_first_layer_keeps_the_overlap() -> None:
    project = edits.set_inputs(preset("mazur"), 3)
    np.testing.assert_array_equal(
        project.parameters[0].weights[:, :2], [[0.15, 0.20], [0.25, 0.30]]
    )


def test_generated_samples_become_typed_ones_where_a_number_is_typed() -> None:
    project = preset("first_look")
    inputs, targets = load_data(project)
    typed = edits.set_sample_value(project, "inputs", 3, 2, 0.5)
    new_inputs, new_targets = load_data(typed)
    assert typed.data.is_inline
    np.testing.assert_array_equal(new_targets, targets)
    assert new_inputs[2, 1] == 0.5
    assert (new_inputs != inputs).sum() == 1


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_sample_that_is_not_finite_is_refused_at_its_cell(value: float) -> None:
    with pytest.raises(Problem) as caught:
        edits.set_sample_value(preset("mazur"), "targets", 1, 2, value)
    assert caught.value.place == "data.targets[0][1]"


def test_samples_are_added_and_deleted_but_never_all() -> None:
    project = edits.add_sample(preset("mazur"))
    assert len(project.data.inputs) == 2
    assert edits.delete_sample(project, 1) == preset("mazur")
    with pytest.raises(Problem):
        edits.delete_sample(preset("mazur"), 1)
    with pytest.raises(Problem, match="from 1 to 1"):
        edits.delete_sample(preset("mazur"), 2)


def test_rows_typed_whole_set_the_widths() -> None:
    project = edits.set_samples(preset("mazur"), [[1, 2, 3]], [[0.5]])
    assert project.network.widths == (3, 2, 1)


def test_rows_of_unequal_length_are_refused_at_the_row() -> None:
    with pytest.raises(Problem) as caught:
        edits.set_samples(preset("mazur"), [[1, 2], [3]], [[0, 1], [1, 0]])
    assert caught.value.place == "data.inputs[1]"


def test_too_many_samples_cannot_become_typed_ones() -> None:
    project = edits.set_data_option(preset("fifty_layers"), "samples", 10_000)
    with pytest.raises(Problem, match="Take fewer"):
        edits.samples_as_typed(project)


def test_an_unknown_data_set_is_refused_with_those_there_are() -> None:
    with pytest.raises(Problem, match="spirals"):
        edits.set_data(preset("mazur"), DataSource.of("mnist"))


def test_cross_entropy_without_softmax_is_refused() -> None:
    with pytest.raises(Problem) as caught:
        edits.set_cost(preset("mazur"), "cross_entropy")
    assert caught.value.place == "network.cost"
    assert "softmax" in str(caught.value)


def test_cross_entropy_can_bring_its_softmax_along() -> None:
    project = edits.set_cost(preset("mazur"), "cross_entropy", adapt_output=True)
    assert project.output.activation.name == "softmax"


def test_targets_that_do_not_sum_to_one_are_refused_for_cross_entropy() -> None:
    project = edits.set_activation(preset("mazur"), 2, Choice.of("softmax"))
    project = edits.set_sample_value(project, "targets", 1, 1, 0.5)
    with pytest.raises(Problem) as caught:
        edits.set_cost(project, "cross_entropy")
    assert caught.value.place.startswith("data.targets[0]")
    assert "1" in str(caught.value)


def test_targets_outside_zero_to_one_are_refused_for_binary_cross_entropy() -> None:
    project = edits.set_sample_value(preset("mazur"), "targets", 1, 2, 1.5)
    with pytest.raises(Problem) as caught:
        edits.set_cost(project, "binary_cross_entropy")
    assert caught.value.place == "data.targets[0][1]"


def test_binary_cross_entropy_needs_a_sigmoid_output() -> None:
    project = edits.set_activation(preset("mazur"), 2, Choice.of("tanh"))
    with pytest.raises(Problem, match="sigmoid"):
        edits.set_cost(project, "binary_cross_entropy")


def test_cross_entropy_over_one_unit_is_refused() -> None:
    project = edits.set_activation(preset("first_look"), 5, Choice.of("softmax"))
    with pytest.raises(Problem, match="always certain"):
        edits.set_cost(project, "cross_entropy")


def test_an_unknown_cost_is_refused() -> None:
    with pytest.raises(Problem):
        edits.set_cost(preset("mazur"), "hinge")


def test_a_new_draw_is_another_seed_and_another_network() -> None:
    project = preset("first_look")
    other = edits.new_draw(project)
    assert other.seed == project.seed + 1
    assert not np.array_equal(
        materialize(other).parameters.weights[0], materialize(project).parameters.weights[0]
    )
    assert edits.new_draw(edits.set_seed(project, 2**31 - 1)).seed == 0


@pytest.mark.parametrize("seed", [-1, 2**31, 10**30])
def test_a_seed_out_of_range_is_refused(seed: int) -> None:
    with pytest.raises(Problem) as caught:
        edits.set_seed(preset("mazur"), seed)
    assert caught.value.place == "seed"


def test_a_title_is_whole_text() -> None:
    with pytest.raises(Problem) as caught:
        edits.set_title(preset("mazur"), "half \ud83e")
    assert caught.value.place == "title"


def test_a_title_has_an_end() -> None:
    with pytest.raises(Problem) as caught:
        edits.set_title(preset("mazur"), "x" * 1001)
    assert caught.value.place == "title"


@pytest.mark.parametrize("samples", [0, -3, 2.5, 100_001, float("nan"), float("inf")])
def test_impossible_sample_counts_are_refused(samples: float) -> None:
    with pytest.raises(Problem) as caught:
        edits.set_data_option(preset("first_look"), "samples", samples)
    assert caught.value.place == "data.samples"


def test_a_data_set_that_brings_other_ends_says_so() -> None:
    project = preset("first_look")
    digits = edits.set_data(project, DataSource.of("digits"))
    (note,) = edits.notes(project, digits)
    assert dict(note.arguments) == {"inputs": 64, "outputs": 10}
    assert edits.notes(digits, edits.set_data(digits, DataSource.of("digits", samples=20))) == ()

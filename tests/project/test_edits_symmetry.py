"""Weights made alike keep their biases, drawn layers stay drawn, and noise meets one weight."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.project.edits import add_to_weight, current_numbers, fill_weights, set_weight
from gradsim.project.evaluation import materialize
from gradsim.project.presets import preset


def test_drawn_layers_take_the_initializer_that_fills_them() -> None:
    project = preset("first_look")
    filled = fill_weights(project, project.layer_ids, 0.5)
    assert {layer.weights for layer in filled.layers} == {Choice.of("constant", value=0.5)}
    assert all((w == 0.5).all() for w in materialize(filled).parameters.weights)
    zero = fill_weights(project, project.layer_ids[1], 0.0)
    assert zero.layers[1].weights == Choice.of("zeros")
    assert zero.layers[0] == project.layers[0]


def test_typed_layers_are_typed_over_and_keep_their_biases() -> None:
    project = preset("mazur")
    before = materialize(project).parameters
    after = materialize(fill_weights(project, project.layer_ids, 0.0)).parameters
    assert not any(w.any() for w in after.weights)
    for one, other in zip(before.biases, after.biases, strict=True):
        np.testing.assert_array_equal(one, other)


def test_noise_changes_one_weight_by_the_stated_amount() -> None:
    project = preset("constant_initialization")
    layer = project.layer_ids[1]
    noisy = add_to_weight(project, layer, 2, 3, 0.01)
    change = current_numbers(noisy, layer)[0] - current_numbers(project, layer)[0]
    assert change[1, 2] == pytest.approx(0.01)
    assert np.count_nonzero(change) == 1


def test_noise_on_a_weight_that_is_not_there_is_refused() -> None:
    project = preset("first_look")
    with pytest.raises(Problem):
        add_to_weight(project, project.layer_ids[0], 9, 1, 0.01)


def test_a_fill_that_is_no_number_is_refused() -> None:
    project = preset("first_look")
    with pytest.raises(Problem):
        fill_weights(project, project.layer_ids, float("nan"))


def test_filling_a_typed_layer_twice_is_one_and_the_same() -> None:
    project = set_weight(preset("first_look"), preset("first_look").layer_ids[0], 1, 1, 3.0)
    once = fill_weights(project, project.layer_ids, 0.5)
    assert fill_weights(once, once.layer_ids, 0.5) == once

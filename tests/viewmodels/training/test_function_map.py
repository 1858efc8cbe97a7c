"""The map of a network is its output, point by point."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.forward import forward
from gradsim.project import edits
from gradsim.project.evaluation import materialize
from gradsim.project.presets import preset
from gradsim.viewmodels.training.function_map import function_map


def test_two_inputs_give_a_plane_of_outputs() -> None:
    project = preset("first_look")
    parameters = materialize(project).parameters
    shown = function_map(project, parameters)
    assert shown is not None
    assert shown.values.shape == (len(shown.up), len(shown.across))
    row, column = 5, 17
    point = np.array([[shown.across[column], shown.up[row]]])
    passed = forward(project.network, parameters, point, np.zeros((1, 1)))
    assert shown.values[row, column] == pytest.approx(float(passed.output.activation[0, 0]))
    inputs = materialize(project).inputs
    assert shown.across[0] < inputs[:, 0].min() < inputs[:, 0].max() < shown.across[-1]
    np.testing.assert_array_equal(shown.points, inputs)


def test_one_input_gives_a_curve() -> None:
    project = edits.set_inputs(preset("first_look"), 1)
    shown = function_map(project, materialize(project).parameters)
    assert shown is not None
    assert shown.values.shape == shown.across.shape
    assert len(shown.up) == 0


def test_more_inputs_have_no_picture() -> None:
    project = preset("digits_classifier")
    assert function_map(project, materialize(project).parameters) is None

"""Pictures hold the engine's numbers, and say in words why there is none."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.forward import forward
from gradsim.project import edits
from gradsim.project.datasets.images import image_side, images_of
from gradsim.project.evaluation import materialize
from gradsim.project.model import DataSource
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.training.pictures.misread import Misread, misread_images
from gradsim.viewmodels.training.pictures.unit_maps import UnitMaps, unit_maps
from gradsim.viewmodels.training.pictures.weight_images import WeightImages, weight_images

FIRST, DIGITS = preset("first_look"), preset("digits_classifier")


def test_a_unit_s_map_is_its_activation_point_by_point() -> None:
    parameters = materialize(FIRST).parameters
    maps = unit_maps(FIRST, parameters, 2)
    assert isinstance(maps, UnitMaps)
    assert maps.values.shape == (3, len(maps.up), len(maps.across))
    row, column = 4, 19
    point = np.array([[maps.across[column], maps.up[row]]])
    passed = forward(FIRST.network, parameters, point, np.zeros((1, 1)))
    np.testing.assert_allclose(maps.values[:, row, column], passed.layers[1].activation[0])
    assert maps.low == maps.values.min()
    assert maps.high == maps.values.max()


def test_one_input_gives_a_curve_for_each_unit() -> None:
    project = edits.set_inputs(FIRST, 1)
    maps = unit_maps(project, materialize(project).parameters, 1)
    assert isinstance(maps, UnitMaps)
    assert maps.values.shape == (3, len(maps.across))


def test_more_inputs_are_told_in_words() -> None:
    told = unit_maps(DIGITS, materialize(DIGITS).parameters, 1)
    assert isinstance(told, Message)
    assert "64 inputs" in words.text(told)


def test_the_first_weights_are_laid_out_as_the_pixels_are() -> None:
    parameters = materialize(DIGITS).parameters
    found = weight_images(DIGITS, parameters)
    assert isinstance(found, WeightImages)
    assert found.images.shape == (32, 8, 8)
    assert found.images[3, 2, 5] == parameters.weights[0][3, 8 * 2 + 5]
    assert found.largest == np.abs(parameters.weights[0]).max()


def test_inputs_that_are_no_images_are_told_in_words() -> None:
    parameters = materialize(FIRST).parameters
    for told in (weight_images(FIRST, parameters), misread_images(FIRST, parameters)):
        assert isinstance(told, Message)
        assert "no images" in words.text(told)


def test_misread_are_those_whose_largest_output_is_another_class() -> None:
    data = materialize(DIGITS)
    found = misread_images(DIGITS, data.parameters)
    assert isinstance(found, Misread)
    output = forward(DIGITS.network, data.parameters, data.inputs, data.targets).output.activation
    wrong = np.flatnonzero(output.argmax(axis=1) != data.targets.argmax(axis=1))
    assert found.misread == len(wrong)
    assert found.samples == 256
    assert set(found.numbers - 1) <= set(wrong)
    np.testing.assert_array_equal(found.true, data.targets.argmax(axis=1)[found.numbers - 1])
    np.testing.assert_array_equal(found.read, output.argmax(axis=1)[found.numbers - 1])
    margin = found.output - found.output_of_true
    assert (np.diff(margin) <= 0).all(), "the surest mistakes first"


def test_pixels_are_those_before_standardizing() -> None:
    images, inputs = images_of(DIGITS), materialize(DIGITS).inputs
    assert images.min() == 0
    assert images.max() == 16
    one, other = images.reshape(256, 64)[:, 20], inputs[:, 20]
    assert np.corrcoef(one, other)[0, 1] == pytest.approx(1.0)


def test_own_data_of_a_square_s_width_are_images() -> None:
    project = edits.set_inputs(FIRST, 64)
    assert image_side(project) is None, "random numbers are no images"
    own = DataSource("gaussian", inputs=np.eye(64), targets=np.zeros((64, 1)))
    assert image_side(replace(project, data=own)) == 8
    told = misread_images(
        replace(project, data=own), materialize(replace(project, data=own)).parameters
    )
    assert isinstance(told, Message)
    assert "no classes" in words.text(told)


def test_a_network_that_reads_all_has_none_misread() -> None:
    data = materialize(DIGITS)
    output = forward(DIGITS.network, data.parameters, data.inputs, data.targets).output.activation
    right = np.flatnonzero(output.argmax(axis=1) == data.targets.argmax(axis=1))[:5]
    own = DataSource("digits", inputs=data.inputs[right], targets=data.targets[right])
    found = misread_images(replace(DIGITS, data=own), data.parameters)
    assert isinstance(found, Misread)
    assert found.misread == 0

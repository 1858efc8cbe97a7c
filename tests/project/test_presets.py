"""Each preset truly shows what its title and summary claim, measured."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from gradsim.engine.backward import gradients
from gradsim.engine.measurement import Measurement, measure
from gradsim.engine.problems import Problem
from gradsim.project import edits
from gradsim.project.datasets import DATASETS
from gradsim.project.evaluation import materialize, scoped_forward
from gradsim.project.presets import PRESETS, preset
from gradsim.project.training import Run
from gradsim.project.validation import check_project


def measured(name: str) -> Measurement:
    return measure(scoped_forward(materialize(preset(name)), None))


def weight_decades(name: str) -> list[float]:
    return [float(layer.weight_gradient.log10_l2) for layer in measured(name).layers]


def delta_decades(name: str) -> list[float]:
    return [float(layer.delta.log10_l2) for layer in measured(name).layers]


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_is_valid_titled_and_measurable(name: str) -> None:
    entry = PRESETS[name]
    project = preset(name)
    check_project(project)
    assert entry.name == name
    assert project.title == entry.title
    assert entry.summary.endswith(".")
    assert project.data.name in DATASETS
    assert np.isfinite(float(measured(name).cost))


def test_an_unknown_preset_is_refused_with_those_there_are() -> None:
    with pytest.raises(Problem, match="first_look"):
        preset("nothing")


def test_the_issue_asks_for_these_presets() -> None:
    assert list(PRESETS) == [
        "first_look", "scalar_chain", "mazur", "single_neuron", "ten_sigmoid_layers",
        "ten_relu_he_layers", "zero_initialization", "constant_initialization", "exploding_tanh",
        "fifty_layers", "digits_classifier", "fifty_sigmoid_batch_norm", "residual_stack",
    ]  # fmt: skip


def test_first_look_is_the_network_of_the_first_second_and_vanishes() -> None:
    project = preset("first_look")
    assert project.network.widths == (2, 3, 3, 3, 3, 1)
    assert {layer.activation.name for layer in project.layers} == {"sigmoid"}
    assert materialize(project).samples == 64
    decades = weight_decades("first_look")
    assert decades[0] < decades[-1] - 3


def test_the_scalar_chain_is_the_articles() -> None:
    project = preset("scalar_chain")
    assert set(project.network.widths) == {1}
    assert project.network.cost == "squared_error"
    materials = materialize(project)
    passed = scoped_forward(materials, 1)
    a, y = float(passed.layers[-1].activation[0, 0]), float(passed.targets[0, 0])
    slope = a * (1 - a)
    before = float(passed.layers[-2].activation[0, 0])
    product = before * slope * 2 * (a - y)
    assert float(gradients(passed).weights[-1][0, 0]) == pytest.approx(product, rel=1e-14)


def test_mazur_gives_the_published_gradients() -> None:
    computed = gradients(scoped_forward(materialize(preset("mazur")), 1)).weights
    published = [
        [
            [0.00043856773447434685, 0.0008771354689486937],
            [0.0004977127352608601, 0.0009954254705217202],
        ],
        [
            [0.08216704056423078, 0.08266762784753326],
            [-0.022602540477475067, -0.02274024221597822],
        ],
    ]
    for ours, theirs in zip(computed, published, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-12)


def test_the_single_neuron_gives_the_published_derivatives_of_a() -> None:
    computed = gradients(scoped_forward(materialize(preset("single_neuron")), 1))
    np.testing.assert_allclose(
        computed.weights[0], [[-0.19661193324148185, -0.3932238664829637]], rtol=1e-12
    )
    np.testing.assert_allclose(computed.biases[0], [0.19661193324148185], rtol=1e-12)


def test_ten_sigmoid_layers_vanish_by_half_a_decade_a_layer() -> None:
    decades = delta_decades("ten_sigmoid_layers")
    assert len(decades) == 10
    assert decades[0] - decades[-1] < -0.5 * 9


def test_ten_relu_he_layers_hold_the_same_depth() -> None:
    decades = delta_decades("ten_relu_he_layers")
    assert len(decades) == 10
    assert abs(decades[0] - decades[-1]) < 1.0


def test_zero_initialization_makes_every_hidden_gradient_exactly_zero() -> None:
    computed = gradients(scoped_forward(materialize(preset("zero_initialization")), None))
    for weights in computed.weights[:-1]:
        assert not weights.any()
    assert computed.weights[-1].any()


def test_constant_initialization_keeps_the_units_of_a_layer_identical() -> None:
    computed = gradients(scoped_forward(materialize(preset("constant_initialization")), None))
    for weights in computed.weights[:-1]:
        assert weights.any()
        np.testing.assert_array_equal(weights, np.broadcast_to(weights[0], weights.shape))


def test_exploding_tanh_explodes_although_it_saturates() -> None:
    layers = measured("exploding_tanh").layers
    decades = [float(layer.delta.log10_l2) for layer in layers]
    assert decades[0] - decades[-2] > 3
    rising = sum(here > above for here, above in itertools.pairwise(decades))
    assert rising >= 0.8 * (len(decades) - 1)
    saturated = [float(layer.saturated_fraction) for layer in layers[:-1]]
    assert min(saturated) > 0.3


def test_without_a_remedy_fifty_sigmoid_layers_lose_thirty_decades() -> None:
    project = preset("fifty_sigmoid_batch_norm")
    bare = edits.set_normalization(project, project.layer_ids, None)
    assert bare == edits.set_title(
        edits.set_residual(preset("residual_stack"), project.layer_ids, None), bare.title
    )
    layers = measure(scoped_forward(materialize(bare), None)).layers
    assert float(layers[0].delta.log10_l2) - float(layers[-1].delta.log10_l2) < -30.0


@pytest.mark.parametrize("name", ["fifty_sigmoid_batch_norm", "residual_stack"])
def test_each_remedy_brings_the_gradient_to_the_first_of_fifty_layers(name: str) -> None:
    decades = delta_decades(name)
    assert len(decades) == 50
    assert abs(decades[0] - decades[-1]) < 1.0


def test_fifty_layers_are_fifty_of_sixty_four_and_neither_vanish_nor_explode() -> None:
    project = preset("fifty_layers")
    assert project.network.widths == (64,) * 51
    assert materialize(project).samples == 128
    decades = delta_decades("fifty_layers")
    assert abs(decades[0] - decades[-1]) < 2


def test_the_digits_classifier_reads_digits_and_leaves_a_minus_y() -> None:
    project = preset("digits_classifier")
    assert (project.network.inputs, project.output.units) == (64, 10)
    passed = scoped_forward(materialize(project), 1)
    bias = gradients(passed).biases[-1]
    a = passed.layers[-1].activation[0]
    np.testing.assert_allclose(bias, a - passed.targets[0], rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("name", ["fifty_sigmoid_batch_norm", "residual_stack"])
def test_each_mended_stack_learns_under_its_own_plan(name: str) -> None:
    run = Run(preset(name))
    before = run.trainer.scores().cost
    assert run.advance(60)
    assert run.trainer.divergence is None
    assert run.trainer.scores().cost < 0.9 * before

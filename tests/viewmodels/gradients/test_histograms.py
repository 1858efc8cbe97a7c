"""Histograms: every number is counted once, as zero, as lost, or in the bin that holds it."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.chain import FactorKind
from gradsim.engine.options import Choice
from gradsim.engine.scaling import State
from gradsim.project import edits
from gradsim.project.presets import preset
from gradsim.viewmodels.gradients.histograms import Histogram, histogram, layer_histogram
from gradsim.viewmodels.simulation import SimulationResult
from tests.viewmodels.gradients.desk import deep, result_of


def counted(shown: Histogram) -> int:
    return int(shown.counts.sum()) + shown.apart + shown.lost


@pytest.mark.parametrize("log", [False, True])
def test_nothing_is_dropped(log: bool) -> None:
    values = np.array([0.0, -0.0, 1.5, -2.0, np.inf, np.nan, 1e-300, 3.0])
    shown = histogram(values, log=log)
    assert counted(shown) == shown.total == 8
    assert shown.lost == 2
    assert shown.zeros == (2 if log else 0)


def test_linear_bins_agree_with_numpy() -> None:
    values = np.random.default_rng(1).normal(size=5000)
    shown = histogram(values)
    expected, _ = np.histogram(values, bins=shown.edges)
    assert np.abs(shown.counts - expected).sum() <= 2
    assert len(shown.counts) == 40


def test_log_bins_are_of_round_decades_and_hold_their_values() -> None:
    logs = np.random.default_rng(2).uniform(-9.3, -1.1, 1000)
    shown = histogram(10.0**logs, log=True)
    expected, _ = np.histogram(logs, bins=shown.edges)
    assert np.abs(shown.counts - expected).sum() <= 2
    width = shown.edges[1] - shown.edges[0]
    assert np.allclose(shown.edges / width, np.round(shown.edges / width))


@pytest.mark.parametrize("exponent", [-5000, 4000])
def test_exponents_carry_histograms_beyond_floats(exponent: int) -> None:
    values = np.array([0.5, 0.75, 1.0])
    log = histogram(values, exponent, log=True)
    assert log.edges[0] <= np.log10(0.5) + exponent * np.log10(2.0) <= log.edges[-1]
    linear = histogram(values, exponent)
    assert counted(linear) == 3
    assert 1.0 <= abs(linear.edges[-1]) <= 10.0
    assert linear.edges[-1] / linear.edges[0] == pytest.approx(2.0)


def test_equal_numbers_stand_in_one_bar_between_empty_ones() -> None:
    shown = histogram(np.full(10, 0.25))
    assert shown.counts.tolist() == [0, 0, 10, 0, 0]


def test_few_numbers_get_few_bins() -> None:
    assert len(histogram(np.array([0.1, 0.4, 0.9])).counts) == 6


def test_all_zero_gradients_are_all_in_the_gutter() -> None:
    result = result_of(deep(3, weights=Choice.of("zeros")))
    shown = layer_histogram(result, 1, "delta", log=True)
    assert shown is not None
    assert shown.zeros == shown.total == 4 * 6
    assert not len(shown.counts)


def test_the_histograms_of_a_layer_are_of_its_own_numbers() -> None:
    result = result_of(deep(4, 5, "sigmoid"))
    for layer in range(1, 5):
        activations = layer_histogram(result, layer, "activation")
        slopes = layer_histogram(result, layer, "slope")
        assert activations is not None
        assert slopes is not None
        assert activations.total == slopes.total == 30
        assert activations.edges[-1] == result.forward.layers[layer - 1].activation.max()
        assert slopes.edges[-1] <= 0.25


def test_softmax_has_no_histogram_of_slopes() -> None:
    result = result_of(preset("digits_classifier"))
    last = len(result.project.layers)
    assert layer_histogram(result, last, "slope") is None
    assert layer_histogram(result, last, "delta") is not None


def saturated_relu() -> SimulationResult:
    """ReLU layers of gain 5 below a sigmoid output that is saturated beyond floating point."""
    project = preset("ten_sigmoid_layers")
    ids = [layer.id for layer in project.layers]
    project = edits.set_activation(project, ids[:-1], Choice.of("relu"))
    project = edits.set_weights(project, ids, Choice.of("he_normal", gain=200.0))
    return result_of(project, 1)


@pytest.mark.parametrize("log", [False, True])
def test_zeros_of_a_lost_gradient_are_not_called_exact(log: bool) -> None:
    result = saturated_relu()
    last = len(result.project.layers)
    assert result.measurement.layers[last - 1].delta.state_of() is State.underflow
    shown = layer_histogram(result, last, "delta", log=log)
    assert shown is not None
    assert shown.vanished == shown.total
    assert shown.zeros == 0
    assert shown.apart == (shown.total if log else 0)


def test_what_a_flat_relu_stops_is_exactly_zero_even_there() -> None:
    result = saturated_relu()
    shown = layer_histogram(result, 1, "delta", log=True)
    assert shown is not None
    slopes = next(
        each.local
        for each in result.factors
        if each.kind is FactorKind.activation and each.layer == 1
    )
    assert shown.zeros == np.count_nonzero(slopes == 0.0) > 0
    assert shown.zeros + shown.vanished == shown.total


def test_a_first_layer_that_activates_before_its_weights_has_all_histograms() -> None:
    result = result_of(preset("residual_stack"))
    inputs = result.forward.inputs
    slopes = layer_histogram(result, 1, "slope")
    delta = layer_histogram(result, 1, "delta")
    assert slopes is not None
    assert delta is not None
    sigmoid = 1.0 / (1.0 + np.exp(-inputs))
    assert slopes.total == inputs.size
    assert slopes.edges[-1] == pytest.approx((sigmoid * (1.0 - sigmoid)).max())
    assert delta.total == len(inputs) * 32


@pytest.mark.parametrize("name", ["fifty_sigmoid_batch_norm", "residual_stack"])
def test_the_histogram_of_delta_is_of_the_delta_that_is_measured(name: str) -> None:
    result = result_of(preset(name))
    shown = layer_histogram(result, 25, "delta")
    measured = result.measurement.layers[24].delta.log10("max_abs")
    assert shown is not None
    largest = float(np.abs(shown.edges[[0, -1]]).max()) * 10.0**shown.power
    assert np.log10(largest) == pytest.approx(float(measured), abs=1e-9)

"""What the instruments read of the layers, beside the same in plain NumPy."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine import Choice
from gradsim.engine.backward import gradients
from gradsim.engine.forward import ForwardPass, forward
from gradsim.engine.initialization import Parameters
from gradsim.engine.instruments import BINS, read_layers
from gradsim.engine.network import Layer, Network


def network(activation: str, widths: tuple[int, ...] = (3, 6, 5, 2)) -> Network:
    layers = tuple(
        Layer(units, Choice(activation), id=index) for index, units in enumerate(widths[1:], 1)
    )
    return Network(widths[0], layers, "mean_squared_error")


def passed(activation: str, scale: float = 1.5) -> ForwardPass:
    made = network(activation)
    rng = np.random.default_rng(5)
    shapes = zip(made.widths[1:], made.widths, strict=False)
    weights = tuple(scale * rng.standard_normal(shape) for shape in shapes)
    biases = tuple(rng.standard_normal(units) for units in made.widths[1:])
    inputs = rng.standard_normal((40, 3))
    return forward(made, Parameters(weights, biases), inputs, rng.standard_normal((40, 2)))


def sigmoid_slopes(run: ForwardPass, index: int) -> np.ndarray:
    z = run.layers[index].pre_activation
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


def test_saturated_is_below_a_hundredth_of_the_greatest_slope() -> None:
    run = passed("sigmoid", 4.0)
    reading = read_layers(run, 7)
    assert reading.step == 7
    assert reading.samples == 40
    for index in range(3):
        wanted = np.mean(sigmoid_slopes(run, index) < 0.0025)
        assert reading.saturated[index] == pytest.approx(wanted)
    assert reading.saturated.max() > 0.1


def test_dead_units_let_no_sample_pass() -> None:
    run = passed("relu")
    run.parameters.biases[0][:2] = -100.0
    run = forward(run.network, run.parameters, run.inputs, run.targets)
    reading = read_layers(run, 0)
    passing = run.layers[0].pre_activation > 0
    assert reading.dead[0] == pytest.approx(np.mean(~passing.any(axis=0)))
    assert reading.dead[0] >= 2 / 6
    assert reading.saturated[0] == pytest.approx(np.mean(~passing))


def test_what_cannot_saturate_is_not_said_to() -> None:
    reading = read_layers(passed("identity"), 0)
    assert np.isnan(reading.saturated).all()
    assert np.isnan(reading.dead).all()


def test_weight_norms_are_frobenius_norms_and_minus_infinity_for_zeros() -> None:
    run = passed("tanh")
    run.parameters.weights[1][:] = 0.0
    run = forward(run.network, run.parameters, run.inputs, run.targets)
    norms = read_layers(run, 0).weight_norms
    assert norms[0] == pytest.approx(np.log10(np.linalg.norm(run.parameters.weights[0])))
    assert norms[1] == -np.inf


def test_activations_fall_into_the_bins_that_numpy_counts() -> None:
    run = passed("tanh")
    spreads = read_layers(run, 0).spreads["activation"]
    for index, layer in enumerate(run.layers):
        wanted, edges = np.histogram(layer.activation, BINS)
        assert spreads.low[index] == edges[0]
        assert spreads.high[index] == edges[-1]
        np.testing.assert_allclose(spreads.counts[index], wanted, atol=1)
        assert spreads.counts[index].sum() == layer.activation.size == spreads.entries[index]


def test_slopes_and_derivatives_fall_into_bins_of_decades() -> None:
    run = passed("sigmoid")
    spreads = read_layers(run, 0).spreads
    found = gradients(run)
    for index in range(3):
        for kind, numbers in (
            ("slope", sigmoid_slopes(run, index)),
            ("derivative", np.abs(found.weights[index])),
        ):
            logs = np.log10(numbers)
            wanted, edges = np.histogram(logs, BINS)
            np.testing.assert_allclose(spreads[kind].low[index], edges[0], rtol=1e-9)
            np.testing.assert_allclose(spreads[kind].high[index], edges[-1], rtol=1e-9)
            np.testing.assert_allclose(spreads[kind].counts[index], wanted, atol=1)


def test_a_blocked_slope_is_a_zero_apart() -> None:
    run = passed("relu")
    slopes = read_layers(run, 0).spreads["slope"]
    blocked = np.count_nonzero(run.layers[0].pre_activation <= 0)
    assert slopes.zeros[0] == blocked > 0
    assert slopes.lost[0] == 0
    assert slopes.counts[0].sum() == 40 * 6 - blocked


def test_a_slope_that_underflowed_is_lost_and_no_zero() -> None:
    run = passed("sigmoid", 3000.0)
    slopes = read_layers(run, 0).spreads["slope"]
    assert slopes.zeros.sum() == 0
    assert slopes.lost.sum() > 0


def test_derivatives_below_floats_keep_their_decades() -> None:
    made = network("identity", (1, *[1] * 400))
    weights = tuple(np.full((1, 1), 0.01) for _ in range(400))
    biases = tuple(np.zeros(1) for _ in range(400))
    run = forward(made, Parameters(weights, biases), np.ones((1, 1)), np.ones((1, 1)))
    reading = read_layers(run, 0)
    derivative = reading.spreads["derivative"]
    middle = 0.5 * (derivative.low[0] + derivative.high[0])
    assert middle == pytest.approx(float(np.log10(2.0)) - 2 * 399, abs=0.5)
    assert derivative.lost[0] == 0


def test_infinite_numbers_are_lost() -> None:
    run = passed("relu")
    run.parameters.weights[0][:] = 1e200
    run.parameters.weights[1][:] = 1e200
    run = forward(run.network, run.parameters, run.inputs, run.targets)
    activations = read_layers(run, 0).spreads["activation"]
    assert activations.lost[2] > 0
    assert activations.counts[2].sum() + activations.lost[2] == activations.entries[2]

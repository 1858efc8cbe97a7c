"""The same network in half, single and double precision, rounded after each operation."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.forward import forward
from gradsim.engine.initialization import Parameters, initialize
from gradsim.engine.measurement import measure
from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.engine.precision import PrecisionProfile, precision_profile


def stack(name: str, depth: int, width: int = 8, cost: str = "mean_squared_error") -> Network:
    layers = tuple(Layer(width, Choice(name), id=n + 1) for n in range(depth))
    return Network(width, layers, cost)


def data(network: Network, samples: int = 4) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(8)
    shape = (samples, network.layers[-1].units)
    return random.standard_normal((samples, network.inputs)), random.random(shape)


def lost_at(found: PrecisionProfile) -> int | None:
    """The first layer, going back from the output, that has no gradient left, or None."""
    lost = np.flatnonzero(~np.isfinite(found.log10_delta))
    return int(lost[-1]) + 1 if len(lost) else None


def in_precision(network: Network, precision: str, parameters: Parameters) -> PrecisionProfile:
    return precision_profile(network, parameters, *data(network), precision)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["tanh", "relu", "gelu"])
def test_double_precision_is_the_plain_pass_while_nothing_is_lost(name: str) -> None:
    network = stack(name, 6)
    parameters = initialize(network, 2)
    exact = measure(forward(network, parameters, *data(network)))
    found = in_precision(network, "float64", parameters)
    expected = [float(layer.delta.log10_l2) for layer in exact.layers]
    assert found.log10_delta == pytest.approx(expected, abs=1e-12)
    expected = [float(layer.weight_gradient.log10_l2) for layer in exact.layers]
    assert found.log10_weight_gradient == pytest.approx(expected, abs=1e-12)
    expected = [float(layer.bias_gradient.log10_l2) for layer in exact.layers]
    assert found.log10_bias_gradient == pytest.approx(expected, abs=1e-12)
    assert lost_at(found) is None
    assert not found.broken.any()


@pytest.mark.parametrize(
    ("precision", "smallest"), [("float16", -24), ("float32", -149), ("float64", -1074)]
)
def test_each_format_loses_the_gradient_where_it_falls_below_its_smallest_number(
    precision: str, smallest: int
) -> None:
    network = stack("sigmoid", 700)
    parameters = initialize(network, 2)
    exact = measure(forward(network, parameters, *data(network))).layers
    peaks = np.array([float(layer.delta.log10("max_abs")) for layer in exact])
    assert np.isfinite(peaks).all()
    below = int(np.flatnonzero(peaks < (smallest - 1) * np.log10(2)).max()) + 1
    lost = lost_at(in_precision(network, precision, parameters))
    assert lost is not None
    # Rounding among the last subnormal numbers moves it by a layer or two.
    assert abs(lost - below) <= 3


def test_half_precision_agrees_to_its_eleven_bits_where_it_is_in_range() -> None:
    network = stack("tanh", 3)
    parameters = initialize(network, 2)
    half = in_precision(network, "float16", parameters)
    double = in_precision(network, "float64", parameters)
    assert half.log10_delta == pytest.approx(double.log10_delta, abs=0.01)
    assert np.any(half.log10_delta != double.log10_delta)


def test_every_operation_is_rounded_once() -> None:
    network = Network(2, (Layer(1, Choice("identity"), id=1),), "half_squared_error")
    parameters = Parameters((np.array([[1.0, 2.0**-12]]),), (np.zeros(1),))
    x, y = np.array([[1.0, 1.0]]), np.array([[0.0]])
    # 1 + 2^−12 is no float16: the sum, formed in float32, is rounded to 1.
    half = precision_profile(network, parameters, x, y, "float16")
    single = precision_profile(network, parameters, x, y, "float32")
    assert half.log10_delta[0] == 0.0
    assert single.log10_delta[0] == pytest.approx(np.log10(1 + 2.0**-12), rel=1e-6)


def test_overflow_of_half_precision_is_told_from_vanishing() -> None:
    network = stack("relu", 2, cost="half_squared_error")
    huge = tuple(np.full((8, 8), 300.0) for _ in range(2))
    parameters = Parameters(huge, (np.zeros(8), np.zeros(8)))
    x, y = np.full((1, 8), 1.0), np.zeros((1, 8))
    found = precision_profile(network, parameters, x, y, "float16")
    assert found.log10_delta[1] == np.inf
    assert lost_at(found) == 2
    assert found.broken.tolist() == [1.0, 1.0]
    assert lost_at(precision_profile(network, parameters, x, y, "float32")) is None


@pytest.mark.parametrize(
    ("activation", "cost"), [("sigmoid", "binary_cross_entropy"), ("softmax", "cross_entropy")]
)
def test_fused_pairs_start_from_the_shortcut(activation: str, cost: str) -> None:
    network = Network(4, (Layer(5, Choice("tanh"), id=1), Layer(3, Choice(activation), id=2)), cost)
    parameters = initialize(network, 2)
    x = np.random.default_rng(8).standard_normal((3, 4))
    y = np.eye(3)
    exact = measure(forward(network, parameters, x, y))
    found = precision_profile(network, parameters, x, y, "float64")
    expected = [float(layer.delta.log10_l2) for layer in exact.layers]
    assert found.log10_delta == pytest.approx(expected, abs=1e-12)


def test_softmax_with_another_cost_goes_through_its_jacobian() -> None:
    network = Network(4, (Layer(3, Choice("softmax"), id=1),), "squared_error")
    parameters = initialize(network, 2)
    x, y = np.random.default_rng(8).standard_normal((3, 4)), np.eye(3)
    exact = measure(forward(network, parameters, x, y)).layers[0]
    found = precision_profile(network, parameters, x, y, "float64")
    assert found.log10_delta[0] == pytest.approx(float(exact.delta.log10_l2), abs=1e-12)


def test_the_probe_is_the_one_of_the_exact_pass() -> None:
    network = stack("tanh", 3, cost="probe")
    parameters = initialize(network, 2)
    x, y = data(network)
    exact = measure(forward(network, parameters, x, y, probe_seed=6))
    found = precision_profile(network, parameters, x, y, "float64", probe_seed=6)
    expected = [float(layer.delta.log10_l2) for layer in exact.layers]
    assert found.log10_delta == pytest.approx(expected, abs=1e-12)


def test_the_share_of_vanished_entries_grows_towards_the_input() -> None:
    network = stack("sigmoid", 24)
    found = in_precision(network, "float16", initialize(network, 2))
    assert found.vanished[0] == 1.0
    assert found.vanished[-1] < 0.2


@pytest.mark.parametrize("activation", ["gelu", "silu"])
@pytest.mark.parametrize("weight", [2.0**-24, 3 * 2.0**-24])
def test_a_gate_keeps_its_slope_where_a_stored_activation_has_lost_its_digits(
    activation: str, weight: float
) -> None:
    layers = (Layer(1, Choice(activation), id=1), Layer(1, Choice("identity"), id=2))
    network = Network(1, layers, "probe")
    one = np.array([[1.0]])
    parameters = Parameters((np.array([[weight]]), one), (np.zeros(1), np.zeros(1)))
    halves = [
        float(precision_profile(network, parameters, one, one, form).log10_delta[0])
        for form in ("float16", "float32", "float64")
    ]
    assert halves == pytest.approx([halves[2]] * 3, abs=1e-3)

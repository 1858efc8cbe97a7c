"""Claims about the forward pass: its numbers, its refusals, and magnitudes beyond floats."""

from __future__ import annotations

import math

import mpmath
import numpy as np
import pytest

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.cancellation import Cancelled
from gradsim.engine.forward import ForwardPass, forward
from gradsim.engine.initialization import Parameters, initialize
from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from tests.engine.networks import network_of, pass_of

NO_BIAS = Choice("zeros")
HOMOGENEOUS = ["relu", "leaky_relu", "identity"]


def true_log10(result: ForwardPass, layer: int) -> float:
    """log₁₀ of the largest activation of `layer`."""
    passed = result.layers[layer - 1]
    return math.log10(np.abs(passed.activation).max()) + int(passed.exponent) * math.log10(2)


def test_each_layer_is_what_its_equations_say() -> None:
    names = ["tanh", "relu", "gelu", "softmax"]
    network = network_of(3, [5, 4, 6, 3], names, "cross_entropy")
    result = pass_of(network, samples=7)
    a = result.inputs
    for passed, weights, biases, name in zip(
        result.layers, result.parameters.weights, result.parameters.biases, names, strict=True
    ):
        z = a @ weights.T + biases
        a = ACTIVATIONS[name].value(z)
        np.testing.assert_allclose(passed.pre_activation, z, rtol=1e-13, atol=1e-15)
        np.testing.assert_allclose(passed.activation, a, rtol=1e-13, atol=1e-15)
        assert int(passed.exponent) == 0
    costs = -(result.targets * np.log(a)).sum(axis=1)
    np.testing.assert_allclose(result.sample_costs, costs, rtol=1e-13)
    assert float(result.cost) == pytest.approx(costs.mean(), rel=1e-14)
    assert result.overflow_layer is None


def test_the_probe_reads_no_targets() -> None:
    network = network_of(3, [4, 2], "tanh", "probe")
    parameters = initialize(network, 0)
    inputs = np.ones((5, 3))
    result = forward(network, parameters, inputs, np.empty((0, 0)), probe_seed=3)
    np.testing.assert_allclose(
        result.sample_costs,
        (result.output.activation * result.reference).sum(axis=1),
        rtol=1e-14,
    )
    other = forward(network, parameters, inputs, np.empty((0, 0)), probe_seed=4)
    assert not np.array_equal(result.reference, other.reference)
    alone = forward(
        network, parameters, inputs[2:3], np.empty((0, 0)), probe_seed=3, first_sample=3
    )
    np.testing.assert_array_equal(alone.reference, result.reference[2:3])


@pytest.mark.parametrize("activation", HOMOGENEOUS)
@pytest.mark.parametrize("weight", [0.01, 1e-30, 1e30, 100.0])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_homogeneous_layers_keep_their_magnitude_at_any_depth(
    activation: str, weight: float, dtype: type[np.floating]
) -> None:
    depth = 600
    network = network_of(1, [1] * depth, activation, "probe", bias=NO_BIAS)
    one = np.array([[weight]], dtype)
    parameters = Parameters((one,) * depth, (np.zeros(1, dtype),) * depth)
    result = forward(network, parameters, np.ones((1, 1)), np.zeros((1, 1)))
    true = math.log10(float(one[0, 0]))
    for layer in (1, 50, 259, 600):
        assert true_log10(result, layer) == pytest.approx(layer * true, rel=1e-5)
        assert not result.layers[layer - 1].underflow
    assert result.overflow_layer is None


@pytest.mark.parametrize("activation", HOMOGENEOUS)
def test_a_wide_homogeneous_network_matches_one_that_is_rescaled_by_hand(activation: str) -> None:
    depth = 300
    small = Choice.of("normal", std=0.01)
    network = network_of(16, [16] * depth, activation, "probe", small, NO_BIAS)
    parameters = initialize(network, 3)
    inputs = np.random.default_rng(0).normal(size=(4, 16))
    result = forward(network, parameters, inputs, np.zeros((4, 16)))
    a, exponent = inputs, 0
    for weights, passed in zip(parameters.weights, result.layers, strict=True):
        a = ACTIVATIONS[activation].value(a @ weights.T)
        peak = np.abs(a).max()
        if peak == 0:
            assert not passed.activation.any()
            continue
        shift = int(np.frexp(peak)[1])
        a, exponent = np.ldexp(a, -shift), exponent + shift
        wanted = np.ldexp(a, exponent - int(passed.exponent))
        np.testing.assert_allclose(passed.activation, wanted, rtol=1e-10)


def test_a_bias_puts_the_true_numbers_back() -> None:
    depth = 400
    network = network_of(1, [1] * depth, "identity", "squared_error", bias=NO_BIAS)
    biases = [np.zeros(1)] * (depth - 1) + [np.array([0.25])]
    parameters = Parameters((np.array([[0.01]]),) * depth, tuple(biases))
    result = forward(network, parameters, np.ones((1, 1)), np.ones((1, 1)))
    assert result.layers[-2].exponent < -2000
    assert int(result.output.exponent) == 0
    assert result.output.activation[0, 0] == 0.25
    assert float(result.cost) == 0.75**2


def test_tanh_with_small_weights_underflows_and_says_where() -> None:
    depth = 400
    network = network_of(1, [1] * depth, "tanh", "probe", bias=NO_BIAS)
    parameters = Parameters((np.array([[0.01]]),) * depth, (np.zeros(1),) * depth)
    result = forward(network, parameters, np.ones((1, 1)), np.zeros((1, 1)))
    lost = [number for number, layer in enumerate(result.layers, 1) if layer.underflow]
    # 0.01^l leaves the normal range of float64 between l = 153 and l = 154.
    assert lost == list(range(154, depth + 1))
    assert result.overflow_layer is None


def test_zero_inputs_and_zero_weights_are_truly_zero() -> None:
    for weights, inputs in (("zeros", np.ones((2, 3))), ("he_normal", np.zeros((2, 3)))):
        network = network_of(3, [4, 4, 2], "tanh", weights=Choice(weights), bias=NO_BIAS)
        result = forward(network, initialize(network, 0), inputs, np.zeros((2, 2)))
        for layer in result.layers:
            assert not layer.activation.any()
            assert not layer.underflow


@pytest.mark.parametrize(("activation", "bias"), [("tanh", 0.0), ("relu", 1.0), ("softplus", 0.0)])
def test_overflow_names_the_layer_where_it_happened(activation: str, bias: float) -> None:
    network = network_of(1, [1, 1, 1], activation, "probe")
    weights = (np.array([[1.0]]), np.array([[1e308]]), np.array([[1.0]]))
    parameters = Parameters(weights, (np.full(1, bias),) * 3)
    result = forward(network, parameters, np.full((1, 1), 1e5), np.zeros((1, 1)))
    if activation == "tanh":
        assert result.overflow_layer is None
        large = forward(network, parameters, np.full((1, 1), np.inf), np.zeros((1, 1)))
        assert large.overflow_layer == 1
    else:
        assert result.overflow_layer == 2


def test_float32_overflows_where_float64_does_not() -> None:
    network = network_of(1, [1, 1, 1], "softplus", "probe", bias=NO_BIAS)
    weights = (np.array([[1e30]]),) * 3
    for dtype, layer in ((np.float32, 2), (np.float64, None)):
        parameters = Parameters(
            tuple(one.astype(dtype) for one in weights), (np.zeros(1, dtype),) * 3
        )
        result = forward(network, parameters, np.ones((1, 1)), np.zeros((1, 1)))
        assert result.overflow_layer == layer


def test_an_ensemble_is_the_loop_over_its_members() -> None:
    network = network_of(3, [5, 4, 2], ["relu", "tanh", "softmax"], "cross_entropy")
    inputs = np.random.default_rng(0).normal(size=(6, 3))
    targets = np.tile([1.0, 0.0], (6, 1))
    together = forward(network, initialize(network, [1, 2, 3]), inputs, targets)
    assert together.cost.shape == (3,)
    for member, seed in enumerate((1, 2, 3)):
        alone = forward(network, initialize(network, seed), inputs, targets)
        assert float(together.cost[member]) == pytest.approx(float(alone.cost), rel=1e-13)
        for one, many in zip(alone.layers, together.layers, strict=True):
            np.testing.assert_allclose(
                many.activation[member], one.activation, rtol=1e-12, atol=1e-15
            )


def test_members_of_an_ensemble_have_exponents_of_their_own() -> None:
    depth = 300
    network = network_of(1, [1] * depth, "identity", "probe", bias=NO_BIAS)
    weights = np.array([0.01, 1.0, 100.0]).reshape(3, 1, 1)
    parameters = Parameters((weights,) * depth, (np.zeros((3, 1)),) * depth)
    output = forward(network, parameters, np.ones((1, 1)), np.zeros((1, 1))).output
    logarithms = np.log10(output.activation[:, 0, 0]) + output.exponent * math.log10(2)
    np.testing.assert_allclose(logarithms, [-600, 0, 600], atol=1e-9)


@pytest.mark.parametrize(
    ("inputs", "targets", "place"),
    [
        (np.ones((2, 4)), np.ones((2, 2)), "data.inputs"),
        (np.ones(3), np.ones((1, 2)), "data.inputs"),
        (np.ones((0, 3)), np.ones((0, 2)), "data.inputs"),
        (np.ones((2, 3)), np.ones((2, 1)), "data.targets"),
        (np.ones((2, 3)), np.ones((3, 2)), "data.targets"),
        (np.ones((2, 3)), np.ones(2), "data.targets"),
    ],
)
def test_data_that_do_not_fit_are_refused(
    inputs: np.ndarray, targets: np.ndarray, place: str
) -> None:
    network = network_of(3, [4, 2])
    with pytest.raises(Problem) as caught:
        forward(network, initialize(network, 0), inputs, targets)
    assert caught.value.place == place


def test_cancelling_stops_between_layers() -> None:
    network = network_of(3, [4] * 6)
    asked = iter([False] * 3 + [True])
    with pytest.raises(Cancelled):
        forward(
            network,
            initialize(network, 0),
            np.ones((1, 3)),
            np.ones((1, 4)),
            cancelled=lambda: next(asked),
        )


def test_a_saturated_classifier_keeps_the_digits_of_its_cost() -> None:
    network = network_of(1, [2], "softmax", "cross_entropy", bias=NO_BIAS)
    parameters = Parameters((np.array([[60.0], [0.0]]),), (np.zeros(2),))
    result = forward(network, parameters, np.ones((1, 1)), np.array([[1.0, 0.0]]))
    assert float(result.cost) == pytest.approx(float(mpmath.exp(-60)), rel=1e-13)

"""Published numbers, factor by factor, to 1e-12: Mazur's network, CS231n's neuron, Nielsen."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from gradsim.engine.activations import activation_of
from gradsim.engine.backward import chain_factors, gradients
from gradsim.engine.chain import ChainFactor, FactorKind
from gradsim.engine.forward import ForwardPass, forward
from gradsim.engine.initialization import Parameters, initialize
from gradsim.engine.options import Choice
from gradsim.engine.paths.parameter_paths import ParameterAddress, parameter_paths
from tests.engine.networks import network_of, typed

MAZUR = network_of(2, [2, 2], "sigmoid", "half_squared_error")
INPUTS = np.array([[0.05, 0.10]])
TARGETS = np.array([[0.01, 0.99]])
RATE = 0.5


def near(expected: Any) -> Any:
    return pytest.approx(np.asarray(expected), rel=1e-12, abs=0)


@pytest.fixture(scope="module")
def start() -> Parameters:
    return initialize(
        MAZUR,
        0,
        typed=typed(
            ([[0.15, 0.20], [0.25, 0.30]], [0.35, 0.35]),
            ([[0.40, 0.45], [0.50, 0.55]], [0.60, 0.60]),
        ),
    )


@pytest.fixture(scope="module")
def mazur(start: Parameters) -> ForwardPass:
    return forward(MAZUR, start, INPUTS, TARGETS)


@pytest.fixture(scope="module")
def factors(mazur: ForwardPass) -> dict[tuple[str, int], ChainFactor]:
    return {(str(factor.kind), factor.layer): factor for factor in chain_factors(mazur)}


def test_mazur_forward(mazur: ForwardPass) -> None:
    first, second = mazur.layers
    assert first.pre_activation[0] == near([0.3775, 0.3925])
    assert first.activation[0] == near([0.5932699921071872, 0.596884378259767])
    assert second.pre_activation[0] == near([1.10590596705977, 1.2249214040964653])
    assert second.activation[0] == near([0.7513650695523157, 0.7729284653214625])


def test_mazur_cost_and_its_two_halves(mazur: ForwardPass) -> None:
    assert float(mazur.cost) == near(0.2983711087600027)
    halves = 0.5 * (mazur.output.activation[0] - TARGETS[0]) ** 2
    assert halves == near([0.274811083176155, 0.023560025583847746])


@pytest.mark.parametrize(
    ("kind", "layer", "local", "product"),
    [
        (
            "cost", 2,
            [0.7413650695523157, -0.21707153467853746],
            [0.7413650695523157, -0.21707153467853746],
        ),
        (
            "activation", 2,
            [0.18681560180895948, 0.17551005281727122],
            [0.13849856162855698, -0.03809823651655623],
        ),
        (
            "weights", 2,
            [0.5932699921071872, 0.596884378259767],
            [
                [0.08216704056423078, 0.08266762784753326],
                [-0.022602540477475067, -0.02274024221597822],
            ],
        ),
        ("bias", 2, [1.0], [0.13849856162855698, -0.03809823651655623]),
        (
            "previous_activation", 2,
            [[0.40, 0.45], [0.50, 0.55]],
            [0.03635030639314468, 0.04137032264874471],
        ),
        (
            "activation", 1,
            [0.24130070857232525, 0.2406134172492184],
            [0.008771354689486937, 0.009954254705217202],
        ),
        (
            "weights", 1,
            [0.05, 0.10],
            [
                [0.00043856773447434685, 0.0008771354689486937],
                [0.0004977127352608601, 0.0009954254705217202],
            ],
        ),
        ("bias", 1, [1.0], [0.008771354689486937, 0.009954254705217202]),
    ],
)  # fmt: skip
def test_mazur_backward_factor_by_factor(
    factors: dict[tuple[str, int], ChainFactor],
    kind: str,
    layer: int,
    local: list[float],
    product: list[float],
) -> None:
    factor = factors[kind, layer]
    assert np.squeeze(factor.local) == near(np.squeeze(local))
    assert np.squeeze(factor.product) == near(product)
    assert int(factor.product_exponent) == 0


def test_mazur_factors_stand_in_the_order_of_the_chain(
    factors: dict[tuple[str, int], ChainFactor],
) -> None:
    assert list(factors) == [
        ("cost", 2), ("activation", 2), ("weights", 2), ("bias", 2), ("previous_activation", 2),
        ("activation", 1), ("weights", 1), ("bias", 1),
    ]  # fmt: skip


def test_mazur_two_paths_into_the_first_hidden_unit(mazur: ForwardPass) -> None:
    found = parameter_paths(mazur, 1, ParameterAddress("b", 1, 1))
    assert found.paths_total == 2
    # A path's product without the f′ of its own unit (and the bias' 1) is its part of ∂C/∂a¹₁.
    into = {
        path.units: math.prod(factor.value for factor in path.factors[:-2]) for path in found.paths
    }
    assert into[(1,)] == near(0.05539942465142279)
    assert into[(2,)] == near(-0.019049118258278114)
    assert sum(into.values()) == near(0.03635030639314468)
    assert [path.units for path in found.paths] == [(1,), (2,)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("w:1:1:1", 0.00043856773447434685),
        ("w:1:1:2", 0.0008771354689486937),
        ("w:1:2:1", 0.0004977127352608601),
        ("w:1:2:2", 0.0009954254705217202),
        ("w:2:1:1", 0.08216704056423078),
        ("w:2:2:2", -0.02274024221597822),
    ],
)
def test_mazur_every_weight_is_the_sum_of_its_paths(
    mazur: ForwardPass, text: str, value: float
) -> None:
    found = parameter_paths(mazur, 1, ParameterAddress.parse(text))
    assert found.value == near(value)
    assert sum(path.contribution for path in found.paths) == near(value)
    assert found.rest == 0.0


def descended(parameters: Parameters, steps: int) -> Parameters:
    """Plain gradient descent on the weights; the biases are held, as in the post."""
    for _ in range(steps):
        slope = gradients(forward(MAZUR, parameters, INPUTS, TARGETS))
        weights = tuple(
            matrix - RATE * gradient
            for matrix, gradient in zip(parameters.weights, slope.weights, strict=True)
        )
        parameters = Parameters(weights, parameters.biases)
    return parameters


def test_mazur_weights_after_one_step(start: Parameters) -> None:
    after = descended(start, 1)
    assert after.weights[1] == near(
        [[0.35891647971788465, 0.4086661860762334], [0.5113012702387375, 0.5613701211079891]]
    )
    assert after.weights[0] == near(
        [[0.1497807161327628, 0.19956143226552567], [0.24975114363236958, 0.29950228726473915]]
    )
    assert float(forward(MAZUR, after, INPUTS, TARGETS).cost) == near(0.29102777369359933)


def test_mazur_cost_after_ten_thousand_steps(start: Parameters) -> None:
    after = descended(start, 10_000)
    assert float(forward(MAZUR, after, INPUTS, TARGETS).cost) == near(3.510187782978851e-05)


def test_cs231n_neuron() -> None:
    network = network_of(2, [1], "sigmoid", "probe")
    parameters = initialize(network, 0, typed=typed(([[2.0, -3.0]], [-3.0])))
    result = forward(network, parameters, np.array([[-1.0, -2.0]]), np.zeros((1, 1)))
    assert result.layers[0].pre_activation[0, 0] == near(1.0)
    assert result.layers[0].activation[0, 0] == near(0.7310585786300049)
    found = {factor.kind: factor for factor in chain_factors(result)}
    assert found[FactorKind.activation].local[0, 0] == near(0.19661193324148185)
    # The probe's r stands between ∂C and ∂a.
    sent = found[FactorKind.cost].product[0, 0]
    assert found[FactorKind.weights].product / sent == near(
        [[-0.19661193324148185, -0.3932238664829637]]
    )
    assert found[FactorKind.bias].product / sent == near([0.19661193324148185])
    delta = found[FactorKind.activation].product
    assert (delta / sent) @ parameters.weights[0] == near(
        [[0.3932238664829637, -0.5898357997244456]]
    )


def test_cs231n_gradient_of_the_inputs_through_a_layer_below() -> None:
    # An identity layer in front makes x an activation, whose gradient is a factor of the chain.
    network = network_of(2, [2, 1], ["identity", "sigmoid"], "probe")
    parameters = initialize(network, 0, typed=typed((np.eye(2), [0, 0]), ([[2.0, -3.0]], [-3.0])))
    result = forward(network, parameters, np.array([[-1.0, -2.0]]), np.zeros((1, 1)))
    found = {(factor.kind, factor.layer): factor for factor in chain_factors(result)}
    sent = found[FactorKind.cost, 2].product[0, 0]
    assert found[FactorKind.previous_activation, 2].product[0] / sent == near(
        [0.3932238664829637, -0.5898357997244456]
    )


def test_the_sigmoid_slope_is_at_most_a_quarter_and_reaches_it_at_zero() -> None:
    sigmoid = activation_of(Choice("sigmoid"))
    z = np.linspace(-40, 40, 100_001)
    slope = sigmoid.derivative(z)
    assert slope.max() == sigmoid.derivative(np.zeros(1))[0] == 0.25
    assert sigmoid.maximum_slope() == 0.25


def test_nielsens_interval_on_which_a_sigmoid_weight_does_not_shrink() -> None:
    sigmoid = activation_of(Choice("sigmoid"))
    weights = np.linspace(4.0, 20.0, 160_001)
    # |w σ′(wa+b)| ≥ 1 on an interval of z = wa + b of half-width ln((w−2+√(w²−4w))/2).
    half = np.log((weights - 2 + np.sqrt(weights * weights - 4 * weights)) / 2)
    assert weights * sigmoid.derivative(half) == pytest.approx(1.0, rel=1e-9)
    widths = 2 * half / weights
    best = widths.argmax()
    assert weights[best] == pytest.approx(6.894, abs=1e-3)
    assert widths[best] == pytest.approx(0.4477, abs=1e-4)
    assert (np.abs(3.999 * sigmoid.derivative(np.linspace(-5, 5, 1001))) < 1).all()


@pytest.mark.parametrize(
    ("name", "dtype", "edge"),
    [
        ("sigmoid", np.float64, 36.74),
        ("tanh", np.float64, 19.06),
        ("sigmoid", np.float32, 16.64),
        ("tanh", np.float32, 9.01),
    ],
)
def test_where_saturation_rounds_to_one_the_slope_is_still_right(
    name: str, dtype: type, edge: float
) -> None:
    rule = activation_of(Choice(name))
    # With a margin, and one rounding more: NumPy's float32 tanh may end half a unit below 1.
    beyond = np.array([edge + 0.7], dtype)
    before = np.array([edge - 0.7], dtype)
    assert 1 - rule.value(beyond)[0] <= np.finfo(dtype).eps / 2
    assert 1 - rule.value(before)[0] > np.finfo(dtype).eps / 2
    z = float(beyond[0])
    exact = math.exp(-z) if name == "sigmoid" else 4 * math.exp(-2 * z)
    assert rule.derivative(beyond)[0] == pytest.approx(exact, rel=1e-5)

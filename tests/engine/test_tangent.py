"""The forward-mode pass is the same derivative as backpropagation, read the other way."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.backward import Gradients, gradients
from gradsim.engine.forward import forward
from gradsim.engine.initialization import initialize
from gradsim.engine.options import Choice
from gradsim.engine.tangent import Direction, tangent
from tests.engine.networks import network_of, pass_of

COSTS = [
    ("tanh", "half_squared_error"),
    ("tanh", "squared_error"),
    ("tanh", "mean_squared_error"),
    ("sigmoid", "binary_cross_entropy"),
    ("softmax", "cross_entropy"),
    ("softmax", "squared_error"),
    ("tanh", "probe"),
]


def along(found: Gradients, direction: Direction) -> float:
    """⟨gradient, direction⟩ from the backward pass."""
    weights = sum(float((found.weight(at) * move).sum()) for at, move in direction.weights.items())
    biases = sum(float((found.bias(at) * move).sum()) for at, move in direction.biases.items())
    return weights + biases


@pytest.mark.parametrize(("output", "cost"), COSTS)
@pytest.mark.parametrize("samples", [1, 4])
def test_the_tangent_of_the_cost_is_the_gradient_times_the_direction(
    output: str, cost: str, samples: int
) -> None:
    base = pass_of(network_of(3, [5, 4, 3], ["tanh", "silu", output], cost), samples)
    random = np.random.default_rng(1)
    parameters = base.parameters
    direction = Direction(
        weights={2: random.normal(size=(4, 5)), 3: random.normal(size=(3, 4))},
        biases={1: random.normal(size=5), 3: random.normal(size=3)},
    )
    said = tangent(base, direction).cost.value
    assert said == pytest.approx(along(gradients(base), direction), rel=1e-12)
    assert parameters is base.parameters


@pytest.mark.parametrize("name", [n for n, rule in ACTIVATIONS.items() if rule.elementwise])
def test_every_activation_passes_a_tangent_on(name: str) -> None:
    base = pass_of(network_of(2, [4, 4, 1], name), 2)
    direction = Direction(biases={1: np.array([1.0, -2.0, 0.5, 0.3])})
    expected = along(gradients(base), direction)
    assert tangent(base, direction).cost.value == pytest.approx(expected, rel=1e-12, abs=1e-300)


@pytest.mark.parametrize(("output", "cost"), COSTS)
def test_inputs_and_targets_move_the_cost_as_differences_say(output: str, cost: str) -> None:
    network = network_of(3, [5, 3], ["tanh", output], cost)
    base = pass_of(network, 1)
    step = 1e-6
    for part in ("inputs", "targets"):
        width = 3
        for unit in range(width):
            move = np.zeros((1, width))
            move[0, unit] = 1.0
            costs = []
            for sign in (1, -1):
                inputs = base.inputs + sign * step * move * (part == "inputs")
                targets = base.targets + sign * step * move * (part == "targets")
                costs.append(float(forward(network, base.parameters, inputs, targets).cost))
            slope = (costs[0] - costs[1]) / (2 * step)
            direction = Direction(**{part: move})
            assert tangent(base, direction).cost.value == pytest.approx(slope, rel=1e-6, abs=1e-9)


def test_layers_below_the_first_that_moves_have_no_tangent() -> None:
    base = pass_of(network_of(2, [3, 3, 1]), 1)
    said = tangent(base, Direction(biases={2: np.array([0.0, 1.0, 0.0])}))
    assert said.layers[0] is None
    assert said.layers[1] is not None
    assert said.layers[1].pre_activation.plain.tolist() == [[0.0, 1.0, 0.0]]


def test_a_tangent_keeps_its_digits_far_below_float_range() -> None:
    network = network_of(1, [1] * 1200, "sigmoid", weights=Choice.of("constant", value=0.5))
    base = forward(network, initialize(network, 0), np.array([[0.3]]), np.array([[1.0]]))
    said = tangent(base, Direction(weights={1: np.array([[1.0]])})).cost
    found = gradients(base)
    assert said.value == 0.0
    exponent = int(found.weight_exponents[0])
    expected = float(np.log10(abs(found.weights[0][0, 0]))) + exponent * np.log10(2.0)
    assert said.log10_abs == pytest.approx(expected, rel=1e-12)


def test_forward_exponents_are_carried() -> None:
    network = network_of(
        1, [1] * 400, "relu", weights=Choice.of("constant", value=0.01), bias=Choice("zeros")
    )
    base = forward(network, initialize(network, 0), np.array([[1.0]]), np.array([[0.0]]))
    said = tangent(base, Direction(inputs=np.array([[1.0]])))
    last = said.layers[-1]
    assert last is not None
    assert last.activation.norm.log10_abs == pytest.approx(-800.0, rel=1e-9)

"""Claims about single differences: they agree where they can, and say when they cannot."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.checks.finite_differences import (
    DifferenceState,
    FiniteDifference,
    finite_difference,
)
from gradsim.engine.checks.perturbation import true_inputs
from gradsim.engine.forward import forward
from gradsim.engine.initialization import initialize
from gradsim.engine.options import Choice
from gradsim.engine.paths.parameter_paths import ParameterAddress
from tests.engine.networks import network_of, pass_of, typed

EVERY = ("w:1:2:1", "b:1:3", "w:2:1:2", "b:2:2", "w:3:1:1", "b:3:2")


def relative_error(found: FiniteDifference) -> float:
    """|value − engine| over the larger of the two; 0 where both are 0."""
    larger = max(abs(found.value), abs(found.engine))
    return abs(found.value - found.engine) / larger if larger > 0 else 0.0


@pytest.mark.parametrize("text", EVERY)
@pytest.mark.parametrize(
    ("last", "cost"),
    [
        ("tanh", "squared_error"),
        ("sigmoid", "binary_cross_entropy"),
        ("softmax", "cross_entropy"),
        ("identity", "probe"),
    ],
)
def test_a_difference_agrees_to_nine_digits(last: str, cost: str, text: str) -> None:
    network = network_of(2, [3, 3, 2], ["sigmoid", "gelu", last], cost)
    found = finite_difference(pass_of(network, samples=4), ParameterAddress.parse(text))
    assert found.state is DifferenceState.AGREES
    assert relative_error(found) < 1e-9
    assert found.noise < 1e-9 * abs(found.engine)


@pytest.mark.parametrize("seed", range(10))
def test_kinked_networks_agree_as_soon_as_the_step_no_longer_straddles(seed: int) -> None:
    network = network_of(3, [8, 8, 2], ["relu", "leaky_relu", "identity"])
    for text in ("w:1:2:1", "b:2:4"):
        found = finite_difference(
            pass_of(network, samples=16, seed=seed), ParameterAddress.parse(text)
        )
        assert found.state is DifferenceState.AGREES
        assert relative_error(found) < 1e-8


def test_a_unit_exactly_on_its_kink_is_told_as_kink() -> None:
    network = network_of(1, [1, 1], ["relu", "identity"])
    parameters = initialize(network, 0, typed=typed(([[1.0]], [0.0]), ([[1.0]], [0.0])))
    result = forward(network, parameters, np.zeros((1, 1)), np.ones((1, 1)))
    found = finite_difference(result, ParameterAddress("b", 1, 1))
    assert found.state is DifferenceState.KINK


def test_a_dead_unit_has_a_difference_of_exactly_zero() -> None:
    network = network_of(1, [1, 1], ["relu", "identity"])
    parameters = initialize(network, 0, typed=typed(([[1.0]], [-5.0]), ([[1.0]], [0.0])))
    result = forward(network, parameters, np.ones((1, 1)), np.ones((1, 1)))
    found = finite_difference(result, ParameterAddress("w", 1, 1, 1))
    assert (found.state, found.value, found.engine) == (DifferenceState.AGREES, 0.0, 0.0)


def test_a_vanished_gradient_is_unresolvable_and_not_wrong() -> None:
    network = network_of(2, [4] * 30, "sigmoid", "squared_error")
    found = finite_difference(pass_of(network), ParameterAddress("w", 1, 1, 1))
    assert 0 < abs(found.engine) < 1e-12
    assert found.state is DifferenceState.UNRESOLVABLE


def test_a_gradient_of_a_millionth_of_the_cost_is_still_resolved() -> None:
    network = network_of(2, [6] * 10, "sigmoid", "squared_error")
    result = pass_of(network)
    found = finite_difference(result, ParameterAddress("w", 1, 2, 1))
    assert 1e-8 < abs(found.engine) / float(result.cost) < 1e-5
    assert found.state is DifferenceState.AGREES
    assert relative_error(found) < 1e-6


def test_an_overflowed_or_rescaled_pass_is_unresolvable() -> None:
    deep = network_of(1, [1] * 300, "relu", weights=Choice.of("constant", value=0.01),
                      bias=Choice("zeros"))  # fmt: skip
    result = forward(deep, initialize(deep, 0), np.ones((1, 1)), np.zeros((1, 1)))
    found = finite_difference(result, ParameterAddress("w", 1, 1, 1))
    assert found.state is DifferenceState.UNRESOLVABLE


def test_a_large_input_does_not_spoil_the_step() -> None:
    network = network_of(1, [2, 1], ["tanh", "identity"])
    parameters = initialize(network, 0, typed=typed(([[1e-6], [2e-6]], [0, 0]), ([[1, 1]], [0])))
    result = forward(network, parameters, np.array([[3e5]]), np.zeros((1, 1)))
    found = finite_difference(result, ParameterAddress("w", 1, 1, 1))
    assert found.state is DifferenceState.AGREES
    assert relative_error(found) < 1e-9


def test_a_wrong_derivative_differs() -> None:
    right = pass_of(network_of(2, [3, 2], "tanh"))
    wrong = tuple(
        replace(layer, rule=replace(layer.rule, slope=lambda z, a: 1.001 - a**2))
        for layer in right.layers
    )
    found = finite_difference(replace(right, layers=wrong), ParameterAddress("w", 1, 1, 1))
    assert found.state is DifferenceState.DIFFERS


def test_a_float32_pass_is_compared_in_float64() -> None:
    network = network_of(2, [3, 2], "tanh")
    parameters = initialize(network, 0, dtype=np.float32)
    found = finite_difference(pass_of(network, parameters=parameters), ParameterAddress("b", 1, 1))
    assert found.state is DifferenceState.AGREES


@pytest.mark.parametrize("seed", range(8))
def test_a_network_that_amplifies_wildly_is_not_called_wrong(seed: int) -> None:
    wild = Choice.of("normal", std=9.0)
    network = network_of(3, [6] * 8, "sin", "squared_error", weights=wild)
    result = pass_of(network, seed=seed)
    for text in ("w:1:1:1", "w:1:2:3", "w:2:4:1", "b:3:2"):
        found = finite_difference(result, ParameterAddress.parse(text))
        assert found.state is not DifferenceState.DIFFERS


def test_inputs_of_a_layer_that_no_float_holds_are_infinite_without_a_warning() -> None:
    network = network_of(1, [1, 1, 1], ["identity"] * 3)
    huge = ([[1e300]], [0.0])
    parameters = initialize(network, 0, typed=typed(huge, huge, ([[1.0]], [0.0])))
    result = forward(network, parameters, np.ones((1, 1)), np.ones((1, 1)))
    assert np.isinf(true_inputs(result, 3)).all()
    assert (true_inputs(result, 2) == 1e300).all()

"""Claims about all paths of a parameter at once: open ones, and how far they cancel."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gradsim.engine.initialization import Parameters, initialize
from gradsim.engine.options import Choice
from gradsim.engine.paths.parameter_paths import ParameterAddress, parameter_paths
from gradsim.engine.paths.survey import survey_paths
from tests.engine.networks import network_of, pass_of, typed
from tests.engine.paths.test_parameter_paths import NETWORKS, enumerated, every_address


@pytest.mark.parametrize("name", NETWORKS)
def test_the_survey_is_that_of_plain_enumeration(name: str) -> None:
    result = pass_of(NETWORKS[name], samples=2, seed=4)
    for address in every_address(result.network):
        products = list(enumerated(result, 2, address).values())
        found = survey_paths(result, 2, address)
        assert found.total == len(products)
        assert found.open == sum(product != 0.0 for product in products)
        positive = math.fsum(product for product in products if product > 0)
        negative = math.fsum(product for product in products if product < 0)
        assert found.positive.value == pytest.approx(positive, rel=1e-11, abs=0.0)
        assert found.negative.value == pytest.approx(negative, rel=1e-11, abs=0.0)
        assert found.magnitude.value == pytest.approx(positive - negative, rel=1e-11, abs=0.0)
        if positive - negative > 0.0:
            cancelled = 1.0 - abs(positive + negative) / (positive - negative)
            assert found.cancelled == pytest.approx(cancelled, abs=1e-11)
        else:
            assert math.isnan(found.cancelled)


def test_relu_closes_the_paths_through_its_dead_units() -> None:
    network = network_of(1, [2, 3, 1], ["relu", "relu", "identity"], "squared_error")
    numbers = typed(
        ([[1.0], [-1.0]], [0.0, 0.0]),
        ([[1.0, 1.0], [2.0, 1.0], [-3.0, 1.0]], [0.0] * 3),
        ([[1.0, 1.0, 1.0]], [0.0]),
    )
    parameters = initialize(network, 0, typed=numbers)
    result = pass_of(
        network, parameters=parameters, inputs=np.ones((1, 1)), targets=np.zeros((1, 1))
    )
    alive = survey_paths(result, 1, ParameterAddress("w", 1, 1, 1))
    assert (alive.open, alive.total) == (2, 3)
    dead = survey_paths(result, 1, ParameterAddress("w", 1, 2, 1))
    assert (dead.open, dead.total) == (0, 3)
    assert dead.magnitude.value == 0.0


def test_counts_of_any_size_are_exact_where_some_weights_are_zero() -> None:
    network = network_of(2, [7] * 60, "tanh", weights=Choice.of("normal", std=0.4))
    parameters = initialize(network, 3)
    random = np.random.default_rng(1)
    weights = tuple(
        np.where(random.random(matrix.shape) < 0.2, 0.0, matrix) for matrix in parameters.weights
    )
    result = pass_of(network, parameters=Parameters(weights, parameters.biases))
    found = survey_paths(result, 1, ParameterAddress("b", 1, 2))
    counts = [1] * 7
    for matrix in reversed(weights[1:]):
        counts = [
            sum(count for count, weight in zip(counts, column, strict=True) if weight != 0.0)
            for column in matrix.T
        ]
    assert found.total == 7**59
    assert 10**30 < found.open == counts[1] < found.total


def test_half_of_the_pull_of_two_opposed_paths_may_cancel() -> None:
    network = network_of(1, [1, 2, 1], "identity", "squared_error")
    numbers = typed(([[1.0]], [0.0]), ([[1.0], [1.0]], [0.0, 0.0]), ([[3.0, -1.0]], [0.0]))
    result = pass_of(
        network,
        parameters=initialize(network, 0, typed=numbers),
        inputs=np.ones((1, 1)),
        targets=np.zeros((1, 1)),
    )
    found = survey_paths(result, 1, ParameterAddress("w", 1, 1, 1))
    assert (found.positive.value, found.negative.value) == (12.0, -4.0)
    assert found.magnitude.value == 16.0
    assert found.net.value == 8.0
    assert found.cancelled == 0.5


@pytest.mark.parametrize("layers", [[64] * 50, [8] * 1000])
def test_both_sides_add_up_to_the_gradient_in_deep_networks(layers: list[int]) -> None:
    result = pass_of(network_of(10, layers, "sigmoid", bias=Choice("zeros")), samples=1)
    address = ParameterAddress("w", 1, 3, 7)
    survey, paths = survey_paths(result, 1, address), parameter_paths(result, 1, address, 1)
    assert survey.total == survey.open == paths.paths_total == layers[0] ** (len(layers) - 1)
    both = survey.magnitude
    shift = survey.net.exponent - both.exponent
    apart = math.ldexp(survey.net.mantissa, shift) - math.ldexp(
        paths.total.mantissa, paths.total.exponent - both.exponent
    )
    assert abs(apart) < 1e-11 * both.mantissa
    assert 0.0 <= survey.cancelled <= 1.0


@pytest.mark.parametrize("kind", ["sigmoid", "softmax"])
def test_the_shortcut_begins_at_output_minus_target(kind: str) -> None:
    cost = "binary_cross_entropy" if kind == "sigmoid" else "cross_entropy"
    result = pass_of(network_of(2, [3, 4], ["tanh", kind], cost), samples=2, seed=5)
    error = result.layers[-1].activation[1] - result.targets[1]
    for address in every_address(result.network):
        whole = parameter_paths(result, 2, address, 100)
        short = parameter_paths(result, 2, address, 100, shortcut=True)
        survey = survey_paths(result, 2, address, shortcut=True)
        assert short.value == whole.value
        assert survey.total == short.paths_total
        assert survey.net.value == pytest.approx(whole.value, rel=1e-11)
        assert short.paths_total * (4 if kind == "softmax" else 1) == whole.paths_total
        for path in short.paths:
            first, second = path.factors[:2]
            assert first.value == pytest.approx(error[first.unit - 1], rel=1e-12)
            assert second.value == 1.0
            assert first.unit == second.unit == second.source
            together = math.fsum(
                each.contribution
                for each in whole.paths
                if each.units[: len(path.units)] == path.units
            )
            assert path.contribution == pytest.approx(together, rel=1e-9, abs=1e-13)


def test_the_shortcut_changes_nothing_where_no_pair_is_fused() -> None:
    result = pass_of(network_of(2, [3, 2], "tanh"))
    address = ParameterAddress("w", 1, 1, 1)
    assert parameter_paths(result, 1, address, shortcut=True) == parameter_paths(result, 1, address)

"""Claims about the ways from the cost to ∂C/∂z of the output."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.backward import gradients
from gradsim.engine.initialization import initialize
from gradsim.engine.options import Choice
from gradsim.engine.output_ways import output_ways, with_output
from gradsim.engine.problems import Problem
from tests.engine.networks import network_of, pass_of, typed

SIGMOID = (Choice("sigmoid"), "binary_cross_entropy")
SOFTMAX = (Choice("softmax"), "cross_entropy")


def at(*z: float, cost: str = "squared_error") -> object:
    """A pass whose output has exactly these z."""
    network = network_of(1, [len(z)], "identity", cost)
    parameters = initialize(network, 0, typed=typed(([[0.0]] * len(z), list(z))))
    return pass_of(
        network, parameters=parameters, inputs=np.ones((1, 1)), targets=np.zeros((1, len(z)))
    )


@pytest.mark.parametrize("pair", [SIGMOID, SOFTMAX])
def test_both_ways_leave_output_minus_target(pair: tuple[Choice, str]) -> None:
    targets = np.array([[0.25, 0.75, 0.0]])
    ways = output_ways(at(0.3, -1.2, 2.0), *pair, targets)
    np.testing.assert_allclose(ways.unreduced.delta, ways.shortcut, rtol=0, atol=1e-15)
    np.testing.assert_allclose(ways.shortcut, ways.activation - targets[0], rtol=1e-13)
    assert ways.is_softmax == (pair is SOFTMAX)


@pytest.mark.parametrize("pair", [SIGMOID, SOFTMAX])
@pytest.mark.parametrize(
    ("squared", "factor"),
    [("squared_error", 2.0), ("half_squared_error", 1.0), ("mean_squared_error", 2.0 / 3.0)],
)
def test_a_squared_error_keeps_the_slope(
    pair: tuple[Choice, str], squared: str, factor: float
) -> None:
    targets = np.array([[0.25, 0.75, 0.0]])
    ways = output_ways(at(0.3, -1.2, 2.0), *pair, targets, squared)
    a = ways.activation
    sent = factor * (a - targets[0])
    slope = np.diag(a) - np.outer(a, a) if pair is SOFTMAX else a * (1 - a)
    np.testing.assert_allclose(ways.squared.sent, sent, rtol=1e-13)
    np.testing.assert_allclose(ways.squared.local, slope, rtol=1e-12)
    expected = sent @ slope if pair is SOFTMAX else sent * slope
    np.testing.assert_allclose(ways.squared.delta, expected, rtol=1e-12)


def test_a_swapped_output_is_the_network_built_so() -> None:
    built = pass_of(network_of(2, [3, 2], ["tanh", "sigmoid"], "binary_cross_entropy"), seed=3)
    plain = pass_of(
        network_of(2, [3, 2], "tanh", "squared_error"),
        parameters=built.parameters,
        inputs=built.inputs,
        targets=built.targets,
    )
    swapped = with_output(plain, *SIGMOID, built.targets)
    np.testing.assert_array_equal(swapped.cost, built.cost)
    one, other = gradients(swapped), gradients(built)
    for found, wanted in zip(one.weights, other.weights, strict=True):
        np.testing.assert_array_equal(found, wanted)


def test_at_saturation_the_plain_product_is_not_a_number_and_the_shortcut_holds() -> None:
    ways = output_ways(at(40.0), *SIGMOID, np.zeros((1, 1)))
    assert ways.rest[0] == 0.0
    assert np.isinf(ways.unreduced.sent[0])
    assert ways.unreduced.local[0] == 0.0
    assert np.isnan(ways.unreduced.delta[0])
    assert ways.shortcut[0] == 1.0
    assert 0.0 < ways.squared.delta[0] < 1e-16


def test_before_that_the_plain_product_loses_digits() -> None:
    ways = output_ways(at(33.3), *SIGMOID, np.full((1, 1), 0.5))
    assert ways.unreduced.delta[0] == pytest.approx(ways.shortcut[0], rel=1e-1)
    ways = output_ways(at(33.3), *SIGMOID, np.ones((1, 1)))
    # −y/a · a(1 − a) = −(1 − a), and 1 − a has lost all but a digit or two.
    lost = abs(ways.unreduced.delta[0] / ways.shortcut[0] - 1.0)
    assert 1e-4 < lost < 0.2


def test_a_saturated_softmax_divides_by_nothing() -> None:
    ways = output_ways(at(0.0, 800.0), *SOFTMAX, np.array([[1.0, 0.0]]))
    assert ways.activation[0] == 0.0
    assert np.isinf(ways.unreduced.sent[0])
    assert np.isnan(ways.unreduced.delta).any()
    np.testing.assert_allclose(ways.shortcut, [-1.0, 1.0])


@pytest.mark.parametrize(("pair", "targets"), [(SIGMOID, [[1.5, 0.0]]), (SOFTMAX, [[0.5, 0.6]])])
def test_targets_that_the_pair_cannot_read_are_refused(
    pair: tuple[Choice, str], targets: list[list[float]]
) -> None:
    with pytest.raises(Problem, match=r"targets"):
        output_ways(at(0.1, 0.2), *pair, np.array(targets))

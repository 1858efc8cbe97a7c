"""What the verdict's sentences say of layers, of shares and of spreads is so."""

from __future__ import annotations

import math

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.backward import gradients
from gradsim.engine.forward import ForwardPass
from gradsim.engine.initialization import Parameters, initialize
from gradsim.engine.measurement import measure
from gradsim.engine.options import Choice
from gradsim.engine.verdict.judging import Verdict, VerdictKind, judge
from tests.engine.networks import network_of, pass_of

NO_BIAS = Choice("zeros")


def verdict_on(result: ForwardPass, quantity: str = "weight_gradient") -> Verdict:
    return judge(measure(result), result.network, result.parameters, quantity)


def test_symmetric_layers_are_listed_without_the_one_between_them() -> None:
    network = network_of(2, [3, 3, 3, 1], weights=Choice.of("constant", value=0.3), bias=NO_BIAS)
    drawn = initialize(network, 0)
    middle = np.array([[0.5] * 3, [-0.4] * 3, [0.2] * 3])
    weights = (drawn.weights[0], middle, *drawn.weights[2:])
    passed = pass_of(network, parameters=replace(drawn, weights=weights))
    verdict = verdict_on(passed)
    assert (verdict.kind, verdict.layers) == (VerdictKind.SYMMETRIC, (1, 3))
    assert verdict.text.startswith("Hidden layers 1, 3: all units of a layer are equal")
    found = gradients(passed)
    spreads = [np.ptp(found.weight(number), axis=0).max() for number in (1, 2, 3)]
    assert spreads[1] > 1e-3 > 1e-12 > max(spreads[0], spreads[2])


def test_one_unit_of_300_that_lives_is_no_hundred_percent() -> None:
    network = network_of(3, [300, 2], ["relu", "identity"])
    drawn = initialize(network, 0)
    bias = np.full(300, -50.0)
    bias[7] = 50.0
    parameters = Parameters(drawn.weights, (bias, drawn.biases[1]))
    verdict = verdict_on(pass_of(network, parameters=parameters))
    assert verdict.dead_fraction == 299 / 300
    assert verdict.text.endswith("in 99.7 % of the units.")


@pytest.mark.parametrize(
    ("decades", "told"),
    [(0.36621, "0.37"), (0.364, "0.36"), (1.994, "1.99"), (1.9951, "1.99"), (1.99999, "1.99")],
)
def test_a_spread_is_rounded_to_nearest_and_held_below_its_limit(decades: float, told: str) -> None:
    network = network_of(1, [1, 1], "identity", "probe", bias=NO_BIAS)
    weights = (np.ones((1, 1)), np.full((1, 1), 10.0**decades))
    parameters = Parameters(weights, (np.zeros(1), np.zeros(1)))
    verdict = verdict_on(pass_of(network, parameters=parameters, inputs=np.ones((1, 1))), "delta")
    assert verdict.kind is VerdictKind.HEALTHY
    assert f"{told} decades" in verdict.text
    assert math.isclose(float(verdict.arguments["spread"]), decades, abs_tol=0.01)

"""Claims about the backward pass where floats run out, against exact scaling or mpmath."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gradsim.engine.backward import chain_factors
from gradsim.engine.forward import forward
from gradsim.engine.initialization import Parameters
from gradsim.engine.options import Choice
from tests.engine.networks import network_of


def one_unit_chain(weights: list[float], activation: str) -> Parameters:
    del activation
    return Parameters(
        tuple(np.array([[weight]]) for weight in weights), tuple(np.zeros(1) for _ in weights)
    )


@pytest.mark.parametrize(
    ("cost", "target", "sent"),
    [
        ("squared_error", 3.0, -6.0),
        ("half_squared_error", -0.5, 0.5),
        ("mean_squared_error", 1e-200, -2e-200),
    ],
)
@pytest.mark.parametrize("weight", [0.01, 1e-30])
def test_an_output_below_float_range_still_misses_its_target(
    cost: str, target: float, sent: float, weight: float
) -> None:
    layers = 200
    network = network_of(1, [1] * layers, "relu", cost, bias=Choice("zeros"))
    parameters = one_unit_chain([weight] * layers, "relu")
    result = forward(network, parameters, np.ones((1, 1)), np.full((1, 1), target))
    first = next(iter(chain_factors(result)))
    value = math.ldexp(float(first.product[0, 0]), int(first.product_exponent))
    assert value == pytest.approx(sent, rel=1e-12)
    for factor in chain_factors(result):
        assert np.isfinite(factor.product).all()


def test_an_output_below_float_range_with_target_zero_keeps_its_exponent() -> None:
    layers = 300
    network = network_of(1, [1] * layers, "identity", "half_squared_error", bias=Choice("zeros"))
    result = forward(
        network, one_unit_chain([0.01] * layers, "identity"), np.ones((1, 1)), np.zeros((1, 1))
    )
    for factor in chain_factors(result):
        magnitude = math.log10(abs(float(factor.product.ravel()[0])))
        found = magnitude + int(factor.product_exponent) * math.log10(2)
        # C = ½a², a = 0.01^300: every product is 0.01 to the power of the weights it holds.
        gone = layers - factor.layer
        powers = {
            "cost": layers,
            "activation": layers + gone,
            "weights": layers + gone + factor.layer - 1,
            "bias": layers + gone,
            "previous_activation": layers + gone + 1,
        }[factor.kind]
        assert found == pytest.approx(-2 * powers, rel=1e-12)


def test_the_probe_does_not_see_how_small_the_output_is() -> None:
    network = network_of(1, [1] * 300, "relu", "probe", bias=Choice("zeros"))
    result = forward(
        network, one_unit_chain([0.01] * 300, "relu"), np.ones((1, 1)), np.zeros((1, 1))
    )
    first = next(iter(chain_factors(result)))
    assert first.product[0, 0] == result.reference[0, 0]
    assert int(first.product_exponent) == 0

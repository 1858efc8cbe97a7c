"""Claims about networks: shapes, counts, and every impossible one refused at its place."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from gradsim.engine.network import MAXIMUM_UNITS, Layer, Network, validate_network
from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem

GOOD = Network(2, (Layer(3, Choice("tanh"), id=1), Layer(1, Choice("sigmoid"), id=2)))


def with_layer(**changes: object) -> Network:
    first = replace(GOOD.layers[0], **changes)  # type: ignore[arg-type]
    return replace(GOOD, layers=(first, GOOD.layers[1]))


def test_a_network_counts_its_parameters_and_fans() -> None:
    assert GOOD.widths == (2, 3, 1)
    assert GOOD.parameter_count == 3 * 2 + 3 + 3 + 1
    assert [GOOD.fan_in(layer) for layer in (1, 2)] == [2, 3]
    assert GOOD.depth == 2
    validate_network(GOOD)


@pytest.mark.parametrize(
    ("network", "place", "words"),
    [
        (Network(2, ()), "network.layers", "at least one layer"),
        (replace(GOOD, inputs=0), "network.inputs", "at least 1 input"),
        (replace(GOOD, inputs=10**6), "network.inputs", "too many"),
        (with_layer(units=0), "network.layers[0].units", "Layer 1 has 0 units"),
        (with_layer(units=-4), "network.layers[0].units", "-4 units"),
        (with_layer(units=MAXIMUM_UNITS + 1), "network.layers[0].units", "the most is"),
        (with_layer(id=2), "network.layers[1].id", "Layers 1 and 2 have the same id 2"),
        (with_layer(id=-1), "network.layers[0].id", "0 or more"),
        (with_layer(activation=Choice("spline")), "network.layers[0].activation.name", "spline"),
        (
            with_layer(activation=Choice("softmax")),
            "network.layers[0].activation",
            "only be the last layer",
        ),
        (
            with_layer(activation=Choice.of("leaky_relu", slope=-1.0)),
            "network.layers[0].activation.slope",
            "between",
        ),
        (
            with_layer(activation=Choice.of("tanh", slope=0.1)),
            "network.layers[0].activation.slope",
            "no option",
        ),
        (with_layer(weights=Choice("xavier")), "network.layers[0].weights.name", "xavier"),
        (
            with_layer(weights=Choice.of("normal", std=float("nan"))),
            "network.layers[0].weights.std",
            "finite",
        ),
        (with_layer(bias=Choice("he_normal")), "network.layers[0].bias", "a bias cannot use"),
        (replace(GOOD, cost="hinge"), "network.cost", "hinge"),
        (replace(GOOD, cost="cross_entropy"), "network.cost", "softmax"),
        (
            replace(
                GOOD,
                cost="binary_cross_entropy",
                layers=(GOOD.layers[0], Layer(1, Choice("tanh"), id=2)),
            ),
            "network.cost",
            "sigmoid",
        ),
        (
            Network(10_000, (Layer(10_000, id=1),)),
            "network.layers",
            "weights and biases",
        ),
    ],
)
def test_an_impossible_network_is_refused_at_its_place(
    network: Network, place: str, words: str
) -> None:
    with pytest.raises(Problem, match=words) as caught:
        validate_network(network)
    assert caught.value.place == place


def test_softmax_may_be_last_with_any_cost() -> None:
    layers = (GOOD.layers[0], Layer(3, Choice("softmax"), id=2))
    for cost in ("cross_entropy", "squared_error", "probe"):
        validate_network(Network(2, layers, cost))

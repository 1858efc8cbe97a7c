"""Claims about what a gradient costs: counted by numbers that count themselves."""

from __future__ import annotations

import itertools

import pytest

from gradsim.engine.forward import ForwardPass
from gradsim.engine.network import Network
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.multiplications import multiplications
from tests.engine.networks import network_of, pass_of
from tests.engine.paths.test_parameter_paths import NETWORKS, enumerated, every_address


class Counted:
    """A number that counts how often such numbers are multiplied; additions are free."""

    times = 0

    def __init__(self, value: float) -> None:
        self.value = float(value)

    def __mul__(self, other: Counted) -> Counted:
        Counted.times += 1
        return Counted(self.value * other.value)

    def __add__(self, other: Counted) -> Counted:
        return Counted(self.value + other.value)


class Locals:
    """The local derivatives of one sample, as numbers that count themselves."""

    def __init__(self, result: ForwardPass) -> None:
        from gradsim.engine.activations import activation_of
        from gradsim.engine.costs import cost_of

        network = result.network
        self.network: Network = network
        derivative = cost_of(network.cost).derivative
        sent = derivative(result.layers[-1].activation, result.reference)[0]
        self.cost = [Counted(value) for value in sent]
        self.slopes = []
        self.below = [[Counted(value) for value in result.inputs[0]]]
        for layer, passed in zip(network.layers, result.layers, strict=True):
            rule = activation_of(layer.activation)
            slope = rule.derivative(passed.pre_activation, **layer.activation.as_mapping())[0]
            wrapped = [
                Counted(entry) if slope.ndim == 1 else [Counted(value) for value in entry]
                for entry in slope
            ]
            self.slopes.append(wrapped)
            self.below.append([Counted(value) for value in passed.activation[0]])
        self.weights = [
            [[Counted(value) for value in row] for row in matrix]
            for matrix in result.parameters.weights
        ]


def summed(terms: list[Counted]) -> Counted:
    total = terms[0]
    for term in terms[1:]:
        total = total + term
    return total


def delta_of_output(found: Locals) -> list[Counted]:
    slopes = found.slopes[-1]
    if isinstance(slopes[0], Counted):
        return [sent * slope for sent, slope in zip(found.cost, slopes, strict=True)]
    units = range(len(slopes))
    return [summed([found.cost[j] * slopes[j][i] for j in units]) for i in units]


def delta_below(found: Locals, delta: list[Counted], layer: int) -> list[Counted]:
    """δ of `layer` − 1 from δ of `layer`."""
    matrix, slopes = found.weights[layer - 1], found.slopes[layer - 2]
    sent = [
        summed([matrix[j][k] * delta[j] for j in range(len(delta))]) for k in range(len(slopes))
    ]
    return [one * slope for one, slope in zip(sent, slopes, strict=True)]


def by_backpropagation(found: Locals, address: ParameterAddress) -> float:
    delta = delta_of_output(found)
    for layer in range(found.network.depth, address.layer, -1):
        delta = delta_below(found, delta, layer)
    last = found.below[address.layer - 1][address.source - 1] if address.source else Counted(1.0)
    return (delta[address.unit - 1] * last).value


def all_by_backpropagation(found: Locals) -> None:
    delta = delta_of_output(found)
    for layer in range(found.network.depth, 0, -1):
        for one, sent in itertools.product(delta, found.below[layer - 1]):
            one * sent
        if layer > 1:
            delta = delta_below(found, delta, layer)


def by_paths(found: Locals, address: ParameterAddress) -> float:
    network = found.network
    widths = [network.layers[index].units for index in range(address.layer, network.depth)]
    full = not isinstance(found.slopes[-1][0], Counted)
    total = Counted(0.0)
    for nodes in itertools.product(*map(range, widths)):
        units = [address.unit - 1, *nodes]
        for out in range(network.layers[-1].units) if full else [units[-1]]:
            top = found.slopes[-1][out]
            product = found.cost[out] * (top[units[-1]] if full else top)
            for layer in range(network.depth, address.layer, -1):
                at = layer - address.layer
                product = product * found.weights[layer - 1][units[at]][units[at - 1]]
                product = product * found.slopes[layer - 2][units[at - 1]]
            below = found.below[address.layer - 1]
            last = below[address.source - 1] if address.source else Counted(1.0)
            total = total + product * last
    return total.value


@pytest.mark.parametrize("name", NETWORKS)
def test_the_counts_are_those_of_numbers_that_count_themselves(name: str) -> None:
    result = pass_of(NETWORKS[name], samples=1, seed=4)
    found = Locals(result)
    for address in every_address(result.network):
        told = multiplications(result.network, address)
        Counted.times = 0
        one = by_paths(found, address)
        assert Counted.times == told.by_paths
        Counted.times = 0
        other = by_backpropagation(found, address)
        assert Counted.times == told.by_backpropagation
        assert one == pytest.approx(other, rel=1e-9, abs=1e-14)
        paths = len(enumerated(result, 1, address))
        assert told.by_paths == paths * (told.factors - 1)
    Counted.times = 0
    all_by_backpropagation(found)
    assert Counted.times == told.of_all


def test_fifty_layers_cost_more_by_paths_than_there_are_atoms() -> None:
    told = multiplications(network_of(2, [64] * 50), ParameterAddress("w", 1, 1, 1))
    assert told.by_paths == 64**49 * 100
    assert told.of_all < 500_000


def test_the_shortcut_saves_the_first_product() -> None:
    network = network_of(2, [3, 4], ["tanh", "softmax"], "cross_entropy")
    address = ParameterAddress("w", 1, 1, 1)
    whole, short = (multiplications(network, address, shortcut=each) for each in (False, True))
    assert short.factors == whole.factors - 1
    assert whole.by_backpropagation - short.by_backpropagation == 16
    assert whole.of_all - short.of_all == 16
    assert short.by_paths == 4 * 3

"""Claims about paths through dropout, normalizations and past layers, against enumeration."""

from __future__ import annotations

import math

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.activations import activation_of
from gradsim.engine.backward import gradients
from gradsim.engine.costs import cost_of
from gradsim.engine.forward import ForwardPass, forward
from gradsim.engine.network import Network
from gradsim.engine.options import Choice, resolved_options
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.local_factors import single_sample
from gradsim.engine.paths.multiplications import multiplications
from gradsim.engine.paths.parameter_paths import ParameterPaths, parameter_paths
from gradsim.engine.paths.survey import survey_paths
from gradsim.engine.problems import Problem
from gradsim.engine.remedies import normalization_of
from tests.engine.remedies.remedied_networks import NETWORKS, data, parameters

UNCOUPLED = [name for name, network in NETWORKS.items() if not network.couples_samples]
ADDRESSES = ("w:1:2:3", "b:1:4", "w:2:3:1", "b:2:1", "w:3:2:4", "b:3:1")
SAMPLE = 2

Edge = list[tuple[int, tuple[float, ...]]]
"""Where a unit leads on the way down, and the numbers that are multiplied on the way there."""


class Enumerated:
    """Every path of one sample by the definitions alone: u = N(z), h = f(u), d = m h, a = P + α d.

    Ends in the numbers of each path, from the cost down.
    """

    def __init__(self, passed: ForwardPass, sample: int) -> None:
        self.one = single_sample(passed, sample)
        self.network = self.one.network

    def __call__(self, address: ParameterAddress) -> list[tuple[float, ...]]:
        network, one = self.network, self.one
        output = one.layers[-1].activation[0]
        sent = cost_of(network.cost).derivative(output, one.reference[0])
        reached: Edge = [(unit, (float(sent[unit]),)) for unit in range(len(sent))]
        for number in range(network.depth, address.layer, -1):
            layer = network.layers[number - 1]
            past: Edge = []
            if layer.residual is not None:
                inner = one.layers[number - 1].inner
                assert inner is not None
                eye = np.eye(layer.units)
                past = self._through(reached, eye if inner.projection is None else inner.projection)
                if inner.projection is None:
                    past = [(unit, numbers) for unit, numbers in past if numbers[-1] != 0.0]
            for matrix, full in self._branch(number):
                reached = self._through(reached, matrix, full=full)
            reached += past
        for matrix, full in self._branch(address.layer, down_to_z=True):
            reached = self._through(reached, matrix, full=full)
        last = 1.0
        if address.kind == "w":
            inner = one.layers[address.layer - 1].inner
            below = one.inputs if address.layer == 1 else one.layers[address.layer - 2].activation
            fed = below if inner is None else inner.fed
            last = float(fed[0, address.source - 1])
        own = [numbers for unit, numbers in reached if unit == address.unit - 1]
        return [(*numbers, last) for numbers in own]

    def _through(self, reached: Edge, matrix: np.ndarray, *, full: bool = True) -> Edge:
        """Along every entry of a matrix, or along its diagonal alone."""
        return [
            (below, (*numbers, float(matrix[unit, below])))
            for unit, numbers in reached
            for below in (range(matrix.shape[1]) if full else [unit])
        ]

    def _branch(self, number: int, *, down_to_z: bool = False) -> list[tuple[np.ndarray, bool]]:
        """The Jacobians inside a layer, and whether all their entries count."""
        layer, passed = self.network.layers[number - 1], self.one.layers[number - 1]
        weights = self.one.parameters.weights[number - 1]
        inner = passed.inner
        rule = activation_of(layer.activation)
        options = resolved_options(layer.activation, rule.options)
        if inner is None:
            slope = rule.derivative(passed.pre_activation[0], **options)
            end = [] if down_to_z else [(weights, True)]
            return [(np.diag(slope) if slope.ndim == 1 else slope, slope.ndim == 2), *end]
        inside: list[tuple[np.ndarray, bool]] = []
        if inner.mask is not None:
            inside.append((np.diag(inner.mask[0]), False))
        inside.append((np.diag(rule.derivative(inner.argument[0], **options)), False))
        if layer.normalization is not None:
            inside.append(self._normalization(number))
        scale = []
        if layer.residual is not None:
            scale = [(layer.residual.scale * np.eye(layer.units), False)]
        if inner.activates_first:
            return scale if down_to_z else [*scale, (weights, True), *inside]
        return [*scale, *inside] if down_to_z else [*scale, *inside, (weights, True)]

    def _normalization(self, number: int) -> tuple[np.ndarray, bool]:
        """∂u_j/∂z_i of the definition, written out."""
        layer, passed = self.network.layers[number - 1], self.one.layers[number - 1]
        inner, values = passed.inner, self.one.parameters.remedies[number - 1]
        assert inner is not None
        assert layer.normalization is not None
        below = self.one.inputs if number == 1 else self.one.layers[number - 2].activation
        x = (below if inner.activates_first else passed.pre_activation)[0]
        units, scale = len(x), values.scale
        entry = normalization_of(layer.normalization)
        epsilon = resolved_options(layer.normalization, entry.options).get(
            "epsilon", float(np.finfo(np.float64).eps)
        )
        if layer.normalization.name == "batch_norm":
            root = np.sqrt(values.running_variance + epsilon)
            return np.diag(scale / root), False
        centred = np.eye(units)
        if layer.normalization.name == "layer_norm":
            centred = centred - 1.0 / units
            x = x - x.mean()
        root = math.sqrt(float(np.mean(x**2)) + epsilon)
        jacobian = (centred - np.outer(x, x) / (units * root**2)) / root
        return scale[:, None] * jacobian, True


def passed_by(network: Network) -> ForwardPass:
    return forward(network, parameters(network), *data())


def gradient_of(passed: ForwardPass, place: ParameterAddress) -> float:
    one = gradients(single_sample(passed, SAMPLE), batch_mean=False)
    array = one.weight(place.layer) if place.kind == "w" else one.bias(place.layer)
    where = (place.unit - 1, place.source - 1) if place.kind == "w" else (place.unit - 1,)
    return float(array[where])


def addresses(network: Network) -> list[ParameterAddress]:
    found = []
    for text in ADDRESSES:
        place = ParameterAddress.parse(text)
        try:
            place.check(network)
        except Problem:
            continue
        found.append(place)
    return found


@pytest.mark.parametrize("name", UNCOUPLED)
def test_every_path_is_one_of_the_enumeration_and_all_add_up_to_the_gradient(name: str) -> None:
    passed = passed_by(NETWORKS[name])
    listed = Enumerated(passed, SAMPLE)
    for place in addresses(passed.network):
        every = listed(place)
        products = sorted(map(math.prod, every), key=abs, reverse=True)
        size = math.fsum(map(abs, products))
        gradient = gradient_of(passed, place)
        assert math.fsum(products) == pytest.approx(gradient, rel=1e-12, abs=1e-13 * size)
        for k in (1, 7, 1_000):
            found = parameter_paths(passed, SAMPLE, place, k)
            assert found.value == gradient
            assert found.paths_total == len(every)
            assert len(found.paths) == min(k, len(every))
            ranked = [abs(each) for each in products[: len(found.paths)]]
            given = [abs(path.contribution) for path in found.paths]
            assert given == pytest.approx(ranked, rel=1e-10, abs=1e-15 * size)
            total = math.fsum([found.rest, *(path.contribution for path in found.paths)])
            assert total == pytest.approx(gradient, rel=1e-12, abs=1e-13 * size)
            others = math.fsum(products[len(found.paths) :])
            assert found.rest == pytest.approx(others, rel=1e-9, abs=1e-12 * size)


@pytest.mark.parametrize("name", UNCOUPLED)
def test_the_survey_counts_what_the_enumeration_finds(name: str) -> None:
    passed = passed_by(NETWORKS[name])
    listed = Enumerated(passed, SAMPLE)
    for place in addresses(passed.network):
        every = listed(place)
        products = [math.prod(numbers) for numbers in every]
        told = survey_paths(passed, SAMPLE, place)
        assert told.total == len(every)
        assert told.open == sum(0.0 not in numbers for numbers in every)
        up, down = (math.fsum(each for each in products if each * sign > 0) for sign in (1, -1))
        size = up - down
        assert told.positive.value == pytest.approx(up, rel=1e-11, abs=1e-14 * size)
        assert told.negative.value == pytest.approx(down, rel=1e-11, abs=1e-14 * size)


@pytest.mark.parametrize("name", UNCOUPLED)
def test_path_by_path_costs_what_the_enumeration_multiplies(name: str) -> None:
    passed = passed_by(NETWORKS[name])
    listed = Enumerated(passed, SAMPLE)
    for place in addresses(passed.network):
        lengths = [len(numbers) for numbers in listed(place)]
        told = multiplications(passed.network, place)
        assert told.factors == max(lengths)
        assert told.even == (len(set(lengths)) == 1)
        assert told.by_paths == sum(length - 1 for length in lengths)


@pytest.mark.parametrize("name", UNCOUPLED)
def test_a_path_joins_unit_to_unit_and_is_told_from_every_other(name: str) -> None:
    passed = passed_by(NETWORKS[name])
    for place in addresses(passed.network):
        found = parameter_paths(passed, SAMPLE, place, 1_000)
        assert len({(path.units, path.past) for path in found.paths}) == len(found.paths)
        for path in found.paths:
            inner = path.factors[1:-1]
            for above, below in zip(path.factors, inner, strict=False):
                ends = above.source if above.kind != "cost" else above.unit
                assert ends == below.unit
            last = path.factors[-2]
            assert (last.source or last.unit) == path.factors[-1].unit == place.unit
            assert math.prod(f.value for f in path.factors) == pytest.approx(
                path.contribution, rel=1e-12, abs=1e-300
            )


def test_an_identity_leads_past_layer_after_layer_with_the_factor_one() -> None:
    network = NETWORKS["residual post"]
    found = paths_of(network, "w:1:1:1", 1_000)
    for path in found.paths:
        past = [factor for factor in path.factors if factor.kind == "skip"]
        assert [factor.layer for factor in reversed(past)] == list(path.past)
    assert any(path.past for path in found.paths)
    assert any(not path.past for path in found.paths)


def paths_of(network: Network, address: str, k: int) -> ParameterPaths:
    return parameter_paths(passed_by(network), SAMPLE, ParameterAddress.parse(address), k)


def test_the_count_of_paths_past_many_layers_is_an_exact_integer() -> None:
    layers = [replace(NETWORKS["residual post"].layers[1], id=n) for n in range(1, 61)]
    one = replace(NETWORKS["residual post"], layers=tuple(layers))
    units = layers[0].units
    sized = replace(one, inputs=units)
    rng = np.random.default_rng(1)
    passed = forward(
        sized, parameters(sized), rng.normal(size=(2, units)), rng.normal(size=(2, units))
    )
    place = ParameterAddress("w", 1, 1, 1)
    found = parameter_paths(passed, 1, place, 5)
    # From a^(l) to one unit of a^(l−1): from each unit through the branch, and once past it.
    assert found.paths_total == (units + 1) ** 59
    assert survey_paths(passed, 1, place).total == found.paths_total
    told = multiplications(sized, place)
    assert told.by_paths < (told.factors - 1) * found.paths_total
    assert not told.even


def test_the_factors_of_a_layer_with_remedies_are_named_apart() -> None:
    network = NETWORKS["all, post"]
    layers = [
        replace(each, normalization=Choice("layer_norm")) if each.normalization else each
        for each in network.layers
    ]
    path = paths_of(replace(network, layers=tuple(layers)), "b:2:1", 1).paths[0]
    inside = [(factor.kind, factor.symbol) for factor in path.factors if factor.layer == 2]
    kinds = [kind for kind, _ in inside]
    assert kinds == ["residual", "dropout", "activation", "normalization", "bias"]
    named = [symbol.translate(str.maketrans("", "", "[]1234")) for _, symbol in inside]
    assert named == ["∂a()/∂d()", "∂d()/∂h()", "∂h()/∂u()", "∂u()/∂z()", "∂z()/∂b()"]

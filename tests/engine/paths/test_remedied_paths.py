"""Claims about paths through dropout, normalizations and past layers, against enumeration."""

from __future__ import annotations

import math

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.activations import activation_of
from gradsim.engine.backward import gradients
from gradsim.engine.costs import cost_of
from gradsim.engine.forward import ForwardPass, forward, forward_again
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
ADDRESSES = (
    "w:1:2:3", "b:1:4", "w:2:3:1", "b:2:1", "w:3:2:4", "b:3:1",
    "γ:1:2", "β:1:3", "γ:2:4", "β:2:1", "γ:3:3", "β:3:1", "γ:4:2",
)  # fmt: skip
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
        of_normalization = address.kind in ("γ", "β")
        inside = self._branch(address.layer, down_to_z=not of_normalization)
        if of_normalization:
            # Down to u: what lies below N, and in front of it N's own way back, is left out.
            first = network.layers[address.layer - 1].activates_first
            inside = inside[: -1 if first else -2]
        for matrix, full in inside:
            reached = self._through(reached, matrix, full=full)
        last = self._standard(address) if address.kind == "γ" else 1.0
        if address.kind == "w":
            inner = one.layers[address.layer - 1].inner
            below = one.inputs if address.layer == 1 else one.layers[address.layer - 2].activation
            fed = below if inner is None else inner.fed
            last = float(fed[0, address.source - 1])
        own = [numbers for unit, numbers in reached if unit == address.unit - 1]
        return [(*numbers, last) for numbers in own]

    def _standard(self, address: ParameterAddress) -> float:
        """x̂_j of the definition: (u_j − β_j)/γ_j."""
        inner, values = (
            self.one.layers[address.layer - 1].inner,
            self.one.parameters.remedies[address.layer - 1],
        )
        j = address.unit - 1
        shift = 0.0 if values.shift is None else values.shift[j]
        return float((inner.argument[0, j] - shift) / values.scale[j])

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
    if place.kind in ("γ", "β"):
        learned = (one.scales if place.kind == "γ" else one.shifts)[place.layer]
        return float(np.ldexp(learned.array[place.unit - 1], int(learned.exponent)))
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


def central_difference(passed: ForwardPass, place: ParameterAddress) -> float:
    """(C(p + h) − C(p − h))/2h of the one sample, each cost by a whole new pass."""
    name, j, h = {"γ": "scale", "β": "shift"}[place.kind], place.unit - 1, 1e-6
    costs = []
    for step in (h, -h):
        remedies = list(passed.parameters.remedies)
        column = getattr(remedies[place.layer - 1], name).copy()
        column[j] += step
        remedies[place.layer - 1] = replace(remedies[place.layer - 1], **{name: column})
        moved = replace(passed.parameters, remedies=tuple(remedies))
        again = forward_again(passed, 0, parameters=moved)
        costs.append(float(again.sample_costs[SAMPLE - 1]))
    return (costs[0] - costs[1]) / (2 * h)


@pytest.mark.parametrize("name", UNCOUPLED)
def test_paths_of_gamma_and_beta_add_up_to_what_moving_them_does_to_the_cost(name: str) -> None:
    passed = passed_by(NETWORKS[name])
    for place in addresses(passed.network):
        if place.kind in ("w", "b"):
            continue
        found = parameter_paths(passed, SAMPLE, place, 5)
        total = math.fsum([found.rest, *(path.contribution for path in found.paths)])
        assert total == pytest.approx(central_difference(passed, place), rel=1e-6, abs=1e-8)


@pytest.mark.parametrize("text", ["γ:2:1", "β:2:1"])
def test_a_path_of_gamma_or_beta_ends_in_front_of_the_way_back_of_its_normalization(
    text: str,
) -> None:
    place = ParameterAddress.parse(text)
    path = paths_of(NETWORKS["layer_norm"], text, 1).paths[0]
    inside = [factor for factor in path.factors if factor.layer == 2]
    own = {"γ": "normalization_scale", "β": "normalization_shift"}[place.kind]
    assert [factor.kind for factor in inside] == ["activation", own]
    assert inside[-1].symbol == f"∂u(2)[1]/∂{place.kind}(2)[1]"
    one = single_sample(passed_by(NETWORKS["layer_norm"]), SAMPLE)
    z = one.layers[1].pre_activation[0]
    standard = (z - z.mean()) / math.sqrt(z.var() + 1e-5)
    expected = standard[0] if place.kind == "γ" else 1.0
    assert inside[-1].value == pytest.approx(expected, rel=1e-12)


def test_where_f_comes_before_w_the_paths_of_gamma_lead_through_every_unit_of_the_layer() -> None:
    network = NETWORKS["all, pre"]
    found = paths_of(network, "γ:3:2", 1_000)
    assert found.paths_total == 2 * network.layers[2].units
    kinds = [factor.kind for factor in found.paths[0].factors if factor.layer == 3]
    assert kinds == [
        "residual", "previous_activation", "dropout", "activation", "normalization_scale",
    ]  # fmt: skip


def test_gamma_of_a_batch_normalization_that_couples_the_samples_is_refused() -> None:
    with pytest.raises(Problem, match="In evaluation each has one"):
        paths_of(NETWORKS["batch_norm"], "γ:1:1", 5)
    assert paths_of(NETWORKS["batch_norm evaluated"], "γ:1:1", 5).paths_total == 8

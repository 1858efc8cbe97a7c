"""Claims about a parameter's gradient as a sum over paths."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from gradsim.engine.activations import activation_of
from gradsim.engine.backward import gradients
from gradsim.engine.costs import cost_of
from gradsim.engine.forward import ForwardPass, forward
from gradsim.engine.initialization import Parameters, initialize
from gradsim.engine.network import Network
from gradsim.engine.options import Choice
from gradsim.engine.paths.parameter_paths import ParameterAddress, parameter_paths
from gradsim.engine.problems import Problem
from tests.engine.networks import network_of, pass_of, typed


def enumerated(result: ForwardPass, sample: int, address: ParameterAddress) -> dict[tuple, float]:
    """Every path's product, by plain enumeration from the definitions, keyed by its units."""
    network, parameters = result.network, result.parameters
    depth, row = network.depth, sample - 1
    output = result.layers[-1].activation[row]
    sent = cost_of(network.cost).derivative(output, result.reference[row])
    jacobians = []
    for layer, passed in zip(network.layers, result.layers, strict=True):
        rule = activation_of(layer.activation)
        slope = rule.derivative(passed.pre_activation[row], **layer.activation.as_mapping())
        jacobians.append(slope if slope.ndim == 2 else np.diag(slope))
    inputs = (
        result.inputs[row]
        if address.layer == 1
        else (result.layers[address.layer - 2].activation[row])
    )
    last = inputs[address.source - 1] if address.kind == "w" else 1.0
    softmax = network.layers[-1].activation.name == "softmax"
    widths = [network.layers[n].units for n in range(address.layer, depth)]
    products = {}
    for nodes in itertools.product(*(range(width) for width in widths)):
        z_units = [address.unit - 1, *nodes]
        for output_unit in range(network.layers[-1].units) if softmax else [z_units[-1]]:
            value = last * sent[output_unit] * jacobians[depth - 1][output_unit, z_units[-1]]
            for step, (below, above) in enumerate(itertools.pairwise(z_units)):
                layer = address.layer + step
                value *= (
                    parameters.weights[layer][above, below] * jacobians[layer - 1][below, below]
                )
            key = tuple(n + 1 for n in nodes) + ((output_unit + 1,) if softmax else ())
            products[key] = value
    return products


NETWORKS = {
    "tanh": network_of(3, [4, 3, 2], "tanh"),
    "relu with blocked units": network_of(3, [5, 4, 3, 2], "relu"),
    "sigmoid and binary cross-entropy": network_of(2, [3, 3, 2], "sigmoid", "binary_cross_entropy"),
    "softmax and cross-entropy": network_of(
        2, [3, 3, 4], ["tanh", "silu", "softmax"], "cross_entropy"
    ),
    "softmax and squared error": network_of(2, [3, 3], ["tanh", "softmax"], "squared_error"),
    "one layer": network_of(3, [2], "sigmoid", "squared_error"),
    "one softmax layer": network_of(3, [3], "softmax", "cross_entropy"),
    "probe": network_of(2, [3, 3, 3], "gelu", "probe"),
    "one unit a layer": network_of(1, [1, 1, 1], "sigmoid", "squared_error"),
}


def every_address(network: Network) -> list[ParameterAddress]:
    addresses = []
    for layer in range(1, network.depth + 1):
        for unit in range(1, network.layers[layer - 1].units + 1):
            addresses.append(ParameterAddress("b", layer, unit))
            for source in range(1, network.fan_in(layer) + 1):
                addresses.append(ParameterAddress("w", layer, unit, source))
    return addresses


@pytest.mark.parametrize("k", [1, 4, 1000])
@pytest.mark.parametrize("name", NETWORKS)
def test_paths_are_those_of_plain_enumeration(name: str, k: int) -> None:
    result = pass_of(NETWORKS[name], samples=2, seed=4)
    for address in every_address(result.network):
        found = parameter_paths(result, 2, address, k)
        products = enumerated(result, 2, address)
        assert found.paths_total == len(products)
        assert len(found.paths) == min(k, len(products))
        ranked = sorted(map(abs, products.values()), reverse=True)
        contributions = [path.contribution for path in found.paths]
        assert np.abs(contributions) == pytest.approx(ranked[: len(found.paths)], rel=1e-11)
        listed = [products[path.units] for path in found.paths]
        assert contributions == pytest.approx(listed, rel=1e-11)
        assert len({path.units for path in found.paths}) == len(found.paths)


@pytest.mark.parametrize("k", [1, 3, 10])
@pytest.mark.parametrize("name", NETWORKS)
def test_paths_and_rest_add_up_to_the_delta_recursion(name: str, k: int) -> None:
    result = pass_of(NETWORKS[name], samples=1, seed=9)
    whole = gradients(result)
    for address in every_address(result.network):
        found = parameter_paths(result, 1, address, k)
        arrays = whole.weight(address.layer), whole.bias(address.layer)
        unit, source = address.unit - 1, address.source - 1
        value = arrays[0][unit, source] if address.kind == "w" else arrays[1][unit]
        assert found.value == value
        total = math.fsum([found.rest, *(path.contribution for path in found.paths)])
        scale = max([abs(found.rest), *(abs(path.contribution) for path in found.paths)])
        assert total == pytest.approx(value, rel=1e-12, abs=1e-13 * scale)


@pytest.mark.parametrize("name", NETWORKS)
def test_a_contribution_is_the_product_of_its_factors(name: str) -> None:
    result = pass_of(NETWORKS[name])
    for address in every_address(result.network):
        for path in parameter_paths(result, 3, address).paths:
            product = math.prod(factor.value for factor in path.factors)
            assert path.contribution == pytest.approx(product, rel=1e-13)
            kinds = [factor.kind for factor in path.factors]
            assert kinds[0] == "cost"
            assert kinds[-1] == ("weights" if address.kind == "w" else "bias")
            assert kinds[1:-1] == (["activation", "previous_activation"] * 50)[: len(kinds) - 2]


def test_factors_of_a_path_join_unit_to_unit() -> None:
    result = pass_of(NETWORKS["softmax and cross-entropy"])
    address = ParameterAddress("w", 1, 2, 1)
    path = parameter_paths(result, 1, address).paths[0]
    z2, z3, a3 = path.units
    described = [(factor.kind, factor.layer, factor.unit, factor.source) for factor in path.factors]
    assert described == [
        ("cost", 3, a3, 0),
        ("activation", 3, a3, z3),
        ("previous_activation", 3, z3, z2),
        ("activation", 2, z2, z2),
        ("previous_activation", 2, z2, 2),
        ("activation", 1, 2, 2),
        ("weights", 1, 2, 1),
    ]
    assert path.factors[1].symbol == f"∂a(3)[{a3}]/∂z(3)[{z3}]"
    assert path.factors[2].value == result.parameters.weights[2][z3 - 1, z2 - 1]


def test_the_scalar_chain_has_one_path_which_is_the_formula() -> None:
    network = network_of(1, [1, 1, 1], "sigmoid", "squared_error")
    result = pass_of(network, samples=1, seed=2)
    found = parameter_paths(result, 1, ParameterAddress("w", 1, 1, 1))
    assert found.paths_total == 1
    assert found.rest == 0.0
    a = [layer.activation[0, 0] for layer in result.layers]
    w = [matrix[0, 0] for matrix in result.parameters.weights]
    slopes = [value * (1 - value) for value in a]
    x, y = result.inputs[0, 0], result.targets[0, 0]
    factors = [2 * (a[2] - y), slopes[2], w[2], slopes[1], w[1], slopes[0], x]
    assert [factor.value for factor in found.paths[0].factors] == pytest.approx(factors, rel=1e-14)
    assert found.value == pytest.approx(math.prod(factors), rel=1e-14)


def test_zero_weights_leave_paths_of_exactly_zero() -> None:
    network = network_of(2, [3, 3, 2], "tanh", weights=Choice("zeros"))
    found = parameter_paths(pass_of(network), 1, ParameterAddress("w", 1, 1, 1), k=4)
    assert found.paths_total == 6
    assert [path.contribution for path in found.paths] == [0.0] * 4
    assert all(path.sign == 0 and path.log10_abs == -math.inf for path in found.paths)
    assert found.value == found.rest == 0.0
    assert found.log10 == -math.inf


def test_equal_weights_list_different_paths() -> None:
    constant = Choice.of("constant", value=0.5)
    network = network_of(2, [3, 3, 1], "sigmoid", weights=constant, bias=Choice("zeros"))
    found = parameter_paths(pass_of(network), 1, ParameterAddress("b", 1, 2), k=3)
    assert len({path.units for path in found.paths}) == 3


@pytest.mark.parametrize("kind", ["sigmoid", "softmax"])
def test_a_saturated_fused_pair_keeps_every_path_finite(kind: str) -> None:
    cost = "binary_cross_entropy" if kind == "sigmoid" else "cross_entropy"
    network = network_of(1, [2, 3], ["tanh", kind], cost)
    weights = np.array([[1e3, 0.0], [-2e3, 0.0], [0.0, -1e3]])
    parameters = initialize(
        network,
        0,
        typed=typed(([[2.0], [2.0]], [0.0, 0.0]), (weights, np.zeros(3))),
    )
    targets = np.array([[0.25, 0.5, 0.25]])
    result = forward(network, parameters, np.array([[3.0]]), targets)
    for address in every_address(network):
        found = parameter_paths(result, 1, address, k=2)
        everything = [found.rest, *(path.contribution for path in found.paths)]
        assert np.isfinite(everything).all()
        scale = max(map(abs, everything))
        assert math.fsum(everything) == pytest.approx(found.value, rel=1e-11, abs=1e-12 * scale)
    top = parameter_paths(result, 1, ParameterAddress("b", 2, 2), k=9).paths
    # ∂C/∂a₂ is about −½·e^2000: beyond floats by itself, not in a path.
    sizes = [path.factors[0].log10_abs for path in top if path.factors[0].unit == 2]
    assert max(sizes) > 800


def test_a_thousand_sigmoid_layers_keep_their_paths_beyond_float_range() -> None:
    network = network_of(2, [8] * 1000, "sigmoid", bias=Choice("zeros"))
    result = pass_of(network, samples=1)
    found = parameter_paths(result, 1, ParameterAddress("w", 1, 1, 1))
    assert found.paths_total == 8**999
    assert found.log10 < -600
    assert found.value == 0.0
    numbers = [found.remainder, *(path.number for path in found.paths)]
    top = max(number.exponent for number in numbers)
    total = math.fsum(math.ldexp(n.mantissa, max(n.exponent - top, -1100)) for n in numbers)
    assert math.log10(abs(total)) + top * math.log10(2) == pytest.approx(found.log10, abs=1e-6)


def test_forward_exponents_reach_the_last_factor() -> None:
    small = Choice.of("normal", std=0.01)
    network = network_of(2, [4] * 300, "relu", "probe", weights=small, bias=Choice("zeros"))
    # Enough of them positive that something is left after 300 layers.
    parameters = initialize(network, 0)
    parameters = Parameters(tuple(map(np.abs, parameters.weights)), parameters.biases)
    result = forward(network, parameters, np.ones((1, 2)), np.zeros((1, 4)))
    found = parameter_paths(result, 1, ParameterAddress("w", 300, 1, 1))
    assert found.value == 0.0
    assert found.log10 < -400
    assert found.paths[0].log10_abs == pytest.approx(found.log10, rel=1e-12)


def test_fifty_layers_of_sixty_four_are_searched() -> None:
    result = pass_of(network_of(10, [64] * 50, "tanh"), samples=128)
    address = ParameterAddress("w", 1, 3, 7)
    found = parameter_paths(result, 77, address)
    assert found.paths_total == 64**49
    assert len(found.paths) == 10
    magnitudes = [path.log10_abs for path in found.paths]
    assert magnitudes == sorted(magnitudes, reverse=True)


def test_an_overflowed_pass_still_lists_paths_and_hides_nothing() -> None:
    network = network_of(1, [2, 2], ["softplus", "identity"], "squared_error")
    parameters = initialize(
        network, 0, typed=typed(([[1e200], [1.0]], [0, 0]), (np.full((2, 2), 1e200), [0, 0]))
    )
    result = forward(network, parameters, np.array([[1e10]]), np.zeros((1, 2)))
    found = parameter_paths(result, 1, ParameterAddress("w", 1, 1, 1))
    assert found.paths
    assert not math.isfinite(found.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("w:4:1:1", "no layer 4"),
        ("w:0:1:1", "no layer 0"),
        ("w:2:9:1", "no unit 9"),
        ("w:1:1:4", "no input 4"),
        ("b:3:3", "no unit 3"),
    ],
)
def test_a_parameter_that_is_not_there_is_refused(text: str, reason: str) -> None:
    result = pass_of(NETWORKS["tanh"])
    with pytest.raises(Problem, match=reason):
        parameter_paths(result, 1, ParameterAddress.parse(text))


def test_a_sample_that_is_not_there_is_refused() -> None:
    with pytest.raises(Problem, match="no sample 4"):
        parameter_paths(pass_of(NETWORKS["tanh"]), 4, ParameterAddress("b", 1, 1))


@pytest.mark.parametrize("k", [0, 1001])
def test_an_impossible_number_of_paths_is_refused(k: int) -> None:
    with pytest.raises(Problem, match="1 to 1000"):
        parameter_paths(pass_of(NETWORKS["tanh"]), 1, ParameterAddress("b", 1, 1), k)


def test_a_factor_too_small_for_a_float_keeps_its_place_in_the_sum() -> None:
    """σ′(2000) is 10^−868: the paths know it, and that the backward pass has lost it."""
    network = network_of(1, [1, 2], "sigmoid")
    layers = typed(([[2000.0]], [0.0]), ([[0.5], [-0.25]], [0.0, 0.0]))
    result = forward(
        network,
        initialize(network, 1, typed=layers),
        np.array([[1.0]]),
        np.array([[0.0, 1.0]]),
    )
    found = parameter_paths(result, 1, ParameterAddress("w", 1, 1, 1))
    assert found.lost
    delta = gradients(result).weights[1][:, 0]  # a = 1 there
    expected = float(delta @ np.array([0.5, -0.25]))
    assert found.log10 == pytest.approx(
        math.log10(abs(expected)) - 2000.0 / math.log(10.0), rel=1e-12
    )
    assert math.copysign(1.0, found.total.mantissa) == math.copysign(1.0, expected)
    assert not parameter_paths(result, 1, ParameterAddress("w", 2, 1, 1)).lost


def test_a_value_too_small_for_a_float_is_what_its_weight_is_met_by() -> None:
    network = network_of(1, [1, 1], "sigmoid")
    result = forward(
        network,
        initialize(network, 1, typed=typed(([[-900.0]], [0.0]), ([[0.5]], [0.0]))),
        np.array([[1.0]]),
        np.array([[0.0]]),
    )
    found = parameter_paths(result, 1, ParameterAddress("w", 2, 1, 1))
    assert found.lost
    (path,) = found.paths
    assert path.factors[-1].number.log10_abs == pytest.approx(-900.0 / math.log(10.0), rel=1e-12)

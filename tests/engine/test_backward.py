"""Claims about the backward pass: derivatives against differences, order, and lost numbers."""

from __future__ import annotations

import math

import mpmath
import numpy as np
import pytest

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.backward import chain_factors, gradients
from gradsim.engine.cancellation import Cancelled
from gradsim.engine.chain import ChainFactor, FactorKind
from gradsim.engine.costs import COSTS
from gradsim.engine.forward import ForwardPass, forward
from gradsim.engine.initialization import Parameters, initialize
from gradsim.engine.network import Network
from gradsim.engine.options import Choice
from gradsim.engine.scaling import shifted
from tests.engine.networks import network_of, pass_of

NO_BIAS = Choice("zeros")
ELEMENTWISE = [name for name, rule in ACTIVATIONS.items() if rule.elementwise]
LAST = {"cross_entropy": "softmax", "binary_cross_entropy": "sigmoid"}


def cost_at(result: ForwardPass, parameters: Parameters) -> float:
    again = forward(result.network, parameters, result.inputs, result.targets)
    return float(again.cost)


def nudged(
    arrays: tuple[np.ndarray, ...], layer: int, index: tuple[int, ...], step: float
) -> tuple[np.ndarray, ...]:
    changed = [array.copy() for array in arrays]
    changed[layer][index] += step
    return tuple(changed)


def differences(result: ForwardPass, which: str, layer: int, step: float = 1e-6) -> np.ndarray:
    """Central differences of the cost for every weight or bias of one layer."""
    weights, biases = result.parameters.weights, result.parameters.biases
    shape = (weights if which == "weights" else biases)[layer].shape
    found = np.empty(shape)
    for index in np.ndindex(shape):
        ends = []
        for sign in (1, -1):
            if which == "weights":
                moved = Parameters(nudged(weights, layer, index, sign * step), biases)
            else:
                moved = Parameters(weights, nudged(biases, layer, index, sign * step))
            ends.append(cost_at(result, moved))
        found[index] = (ends[0] - ends[1]) / (2 * step)
    return found


def check(result: ForwardPass) -> None:
    found = gradients(result)
    for layer in range(result.network.depth):
        for which, got in (
            ("weights", found.weight(layer + 1)),
            ("biases", found.bias(layer + 1)),
        ):
            wanted = differences(result, which, layer)
            scale = max(np.abs(wanted).max(), 1e-3)
            np.testing.assert_allclose(got, wanted, atol=2e-8 * scale + 1e-9)


@pytest.mark.parametrize("activation", ELEMENTWISE)
def test_every_activation_against_central_differences(activation: str) -> None:
    network = network_of(3, [4, 3, 2], activation, weights=Choice.of("normal", std=1.0))
    check(pass_of(network, samples=4, seed=2))


@pytest.mark.parametrize("cost", COSTS)
def test_every_cost_against_central_differences(cost: str) -> None:
    last = LAST.get(cost, "tanh")
    network = network_of(3, [4, 3], ["tanh", last], cost, weights=Choice.of("normal", std=1.0))
    check(pass_of(network, samples=5, seed=1))


@pytest.mark.parametrize("cost", ["squared_error", "mean_squared_error", "probe"])
def test_softmax_without_cross_entropy_against_central_differences(cost: str) -> None:
    network = network_of(3, [4, 3], ["tanh", "softmax"], cost, weights=Choice.of("normal", std=1.0))
    check(pass_of(network, samples=5, seed=1))


@pytest.mark.parametrize(
    "choice",
    [
        Choice.of("leaky_relu", slope=0.3),
        Choice.of("elu", alpha=0.4),
        Choice.of("celu", alpha=2.5),
    ],
)
def test_options_reach_the_derivative(choice: Choice) -> None:
    network = network_of(3, [4, 2], "tanh", weights=Choice.of("normal", std=1.0))
    layers = tuple(
        type(layer)(layer.units, choice, layer.weights, layer.bias, layer.id)
        for layer in network.layers
    )
    check(pass_of(Network(3, layers, network.cost), samples=4))


def test_factors_come_in_the_order_of_the_chain() -> None:
    factors = list(chain_factors(pass_of(network_of(2, [3, 2]))))
    assert [factor.index for factor in factors] == list(range(8))
    assert [(str(factor.kind), factor.layer) for factor in factors] == [
        ("cost", 2),
        ("activation", 2),
        ("weights", 2),
        ("bias", 2),
        ("previous_activation", 2),
        ("activation", 1),
        ("weights", 1),
        ("bias", 1),
    ]
    assert [factor.symbol for factor in factors] == [
        "∂C/∂a(2)",
        "∂a(2)/∂z(2)",
        "∂z(2)/∂W(2)",
        "∂z(2)/∂b(2)",
        "∂z(2)/∂a(1)",
        "∂a(1)/∂z(1)",
        "∂z(1)/∂W(1)",
        "∂z(1)/∂b(1)",
    ]
    assert factors[4].product_symbol == "∂C/∂a(1)"
    assert factors[1].tex == r"\frac{\partial a^{(2)}}{\partial z^{(2)}}"


def product_of(factor: ChainFactor) -> np.ndarray:
    """What upstream and local make, by the rule of the factor's kind alone."""
    upstream, local = factor.upstream, factor.local
    match factor.kind:
        case FactorKind.cost:
            return local
        case FactorKind.activation if local.ndim > upstream.ndim:
            return np.einsum("...i,...ij->...j", upstream, local)
        case FactorKind.activation:
            return upstream * local
        case FactorKind.weights:
            return upstream.swapaxes(-1, -2) @ local
        case FactorKind.bias:
            return upstream.sum(axis=-2)
        case _:
            return upstream @ local


@pytest.mark.parametrize("seeds", [5, [5, 6]])
@pytest.mark.parametrize(
    ("last", "cost"),
    [
        ("tanh", "squared_error"),
        ("softmax", "cross_entropy"),
        ("softmax", "squared_error"),
        ("sigmoid", "binary_cross_entropy"),
        ("relu", "probe"),
    ],
)
@pytest.mark.parametrize("batch_mean", [True, False])
def test_each_product_is_upstream_times_local(
    seeds: object, last: str, cost: str, batch_mean: bool
) -> None:
    network = network_of(3, [4, 3], ["relu", last], cost)
    result = pass_of(network, samples=4, parameters=initialize(network, seeds))  # type: ignore[arg-type]
    left = None
    for factor in chain_factors(result, batch_mean=batch_mean):
        exponent = factor.local_exponent
        if factor.kind is not FactorKind.cost:
            exponent = exponent + factor.upstream_exponent
        wanted = shifted(product_of(factor), exponent)
        got = shifted(factor.product, factor.product_exponent)
        np.testing.assert_allclose(got, wanted, rtol=1e-11, atol=1e-15)
        if factor.kind not in (FactorKind.weights, FactorKind.bias):
            if left is not None:
                assert factor.arriving is left
            left = factor.left
        assert factor.fused == (
            factor.kind is FactorKind.activation and factor.layer == 2 and cost in LAST
        )


def test_without_the_mean_the_gradient_is_the_sum_over_samples() -> None:
    result = pass_of(network_of(3, [4, 2]), samples=5)
    mean, total = gradients(result), gradients(result, batch_mean=False)
    for one, other in zip(mean.weights, total.weights, strict=True):
        np.testing.assert_allclose(5 * one, other, rtol=1e-13)


def test_float32_follows_float64() -> None:
    network = network_of(4, [8, 8, 3], ["tanh", "relu", "softmax"], "cross_entropy")
    double = pass_of(network, samples=6)
    single = forward(
        network, initialize(network, 0, dtype=np.float32), double.inputs, double.targets
    )
    found, wanted = gradients(single), gradients(double)
    for one, other in zip(found.weights, wanted.weights, strict=True):
        assert one.dtype == np.float32
        np.testing.assert_allclose(one, other, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("cost", ["cross_entropy", "squared_error", "probe"])
def test_an_ensemble_is_the_loop_over_its_members(cost: str) -> None:
    names = ["relu", "sigmoid", "softmax" if cost == "cross_entropy" else "tanh"]
    network = network_of(3, [5, 4, 2], names, cost)
    inputs = np.random.default_rng(0).normal(size=(6, 3))
    targets = np.tile([0.25, 0.75], (6, 1))
    together = gradients(forward(network, initialize(network, [1, 2, 3]), inputs, targets))
    for member, seed in enumerate((1, 2, 3)):
        alone = gradients(forward(network, initialize(network, seed), inputs, targets))
        for many, one in zip(
            (*together.weights, *together.biases), (*alone.weights, *alone.biases), strict=True
        ):
            np.testing.assert_allclose(many[member], one, rtol=1e-11, atol=1e-15)


def test_an_ensemble_of_many_axes_keeps_them() -> None:
    network = network_of(2, [3, 2], "tanh")
    singles = [[initialize(network, 10 * i + j) for j in range(3)] for i in range(2)]
    parameters = Parameters(
        tuple(np.array([[one.weights[k] for one in row] for row in singles]) for k in range(2)),
        tuple(np.array([[one.biases[k] for one in row] for row in singles]) for k in range(2)),
    )
    result = pass_of(network, parameters=parameters)
    assert result.cost.shape == (2, 3)
    found = gradients(result)
    alone = gradients(pass_of(network, parameters=singles[1][2]))
    np.testing.assert_allclose(found.weights[0][1, 2], alone.weights[0], rtol=1e-12)


def test_four_hundred_sigmoid_layers_against_mpmath() -> None:
    depth, weight = 400, 0.9
    network = network_of(1, [1] * depth, "sigmoid", "probe", bias=NO_BIAS)
    parameters = Parameters((np.array([[weight]]),) * depth, (np.zeros(1),) * depth)
    result = forward(network, parameters, np.array([[0.3]]), np.zeros((1, 1)))
    with mpmath.workdps(60):
        a = [mpmath.mpf(0.3)]
        for _ in range(depth):
            a.append(1 / (1 + mpmath.exp(-mpmath.mpf(weight) * a[-1])))
        delta = mpmath.mpf(float(result.reference[0, 0]))
        wanted = []
        for layer in range(depth, 0, -1):
            delta *= a[layer] * (1 - a[layer])
            wanted.append(delta)
            delta *= mpmath.mpf(weight)
    deltas = [f for f in chain_factors(result) if f.kind is FactorKind.activation]
    for factor, exact in zip(deltas, wanted, strict=True):
        bits = math.log2(abs(factor.product[0, 0])) + int(factor.product_exponent)
        assert bits == pytest.approx(float(mpmath.log(abs(exact), 2)), rel=1e-13, abs=1e-12)
        assert np.sign(factor.product[0, 0]) == float(mpmath.sign(exact))
    assert int(deltas[-1].product_exponent) < -900


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("weight", [1e-30, 1e30])
def test_gradients_keep_their_magnitude_beyond_float_range(
    weight: float, dtype: type[np.floating]
) -> None:
    depth = 40
    network = network_of(1, [1] * depth, "identity", "probe", bias=NO_BIAS)
    one = np.array([[weight]], dtype)
    parameters = Parameters((one,) * depth, (np.zeros(1, dtype),) * depth)
    result = forward(network, parameters, np.ones((1, 1)), np.zeros((1, 1)))
    sent = math.log10(abs(float(result.reference[0, 0])))
    each = math.log10(float(one[0, 0]))
    found = gradients(result)
    for layer in range(1, depth + 1):
        exponent = int(found.weight_exponents[layer - 1])
        bits = math.log10(abs(found.weights[layer - 1][0, 0])) + exponent * math.log10(2)
        # Everything but the layer's own weight is in ∂C/∂w.
        assert bits == pytest.approx(sent + (depth - 1) * each, rel=1e-5)


def test_a_slope_that_underflows_is_not_called_zero() -> None:
    network = network_of(1, [1, 1], "sigmoid", "probe", bias=NO_BIAS)
    parameters = Parameters((np.array([[1.0]]), np.array([[1.0]])), (np.zeros(1),) * 2)
    result = forward(network, parameters, np.array([[-800.0]]), np.zeros((1, 1)))
    by_kind = {(f.kind, f.layer): f for f in chain_factors(result)}
    assert not by_kind[FactorKind.activation, 2].underflow
    assert by_kind[FactorKind.activation, 1].product[0, 0] == 0
    assert by_kind[FactorKind.activation, 1].underflow
    assert by_kind[FactorKind.weights, 1].underflow
    # a(1) = σ(−800) is not 0 either, so ∂C/∂W(2) = δ(2)·a(1) was lost.
    assert by_kind[FactorKind.weights, 2].product[0, 0] == 0
    assert by_kind[FactorKind.weights, 2].underflow


def test_a_dead_relu_is_truly_zero() -> None:
    network = network_of(1, [1, 1], "relu", "probe", bias=NO_BIAS)
    parameters = Parameters((np.array([[1.0]]), np.array([[1.0]])), (np.zeros(1),) * 2)
    result = forward(network, parameters, np.array([[-3.0]]), np.zeros((1, 1)))
    for factor in chain_factors(result):
        if factor.kind is not FactorKind.cost:
            assert not factor.product.any()
            assert not factor.underflow


def test_a_lost_relu_input_is_not_called_dead() -> None:
    # The bias of layer 2 puts the true numbers back: 1e-400 is 0 there, but positive in truth.
    network = network_of(1, [1, 1, 1], "relu", "probe", bias=NO_BIAS)
    weights = (np.array([[1e-200]]), np.array([[1e-200]]), np.array([[1.0]]))
    parameters = Parameters(weights, (np.zeros(1), np.zeros(1), np.array([0.0])))
    kept = forward(network, parameters, np.ones((1, 1)), np.zeros((1, 1)))
    assert gradients(kept).bias(3)[0] == kept.reference[0, 0]
    tanh = network_of(1, [1, 1, 1], ["tanh", "tanh", "relu"], "probe", bias=NO_BIAS)
    lost = forward(tanh, parameters, np.ones((1, 1)), np.zeros((1, 1)))
    factors = {(f.kind, f.layer): f for f in chain_factors(lost)}
    assert factors[FactorKind.activation, 3].product[0, 0] == 0
    assert factors[FactorKind.activation, 3].underflow


def test_products_of_disjoint_entries_are_truly_zero() -> None:
    network = network_of(2, [2, 2], ["relu", "identity"], "probe", bias=NO_BIAS)
    # Unit 1 of layer 1 is dead, and only unit 1 is read.
    weights = (np.array([[-1.0, 0.0], [0.0, 1.0]]), np.array([[1.0, 0.0], [2.0, 0.0]]))
    parameters = Parameters(weights, (np.zeros(2),) * 2)
    result = forward(network, parameters, np.ones((1, 2)), np.zeros((1, 2)))
    delta = [f for f in chain_factors(result) if f.kind is FactorKind.activation][-1]
    assert not delta.product.any()
    assert not delta.underflow


def test_one_member_that_dies_does_not_disturb_the_others() -> None:
    network = network_of(2, [8, 8, 2], "relu", "probe", bias=NO_BIAS)
    alive = initialize(network, 4)
    parameters = Parameters(
        tuple(np.stack([-np.abs(w), w, 1e-200 * w]) for w in alive.weights),
        tuple(np.stack([b] * 3) for b in alive.biases),
    )
    inputs = np.ones((2, 2))
    together = gradients(forward(network, parameters, inputs, np.zeros((2, 2))))
    single = gradients(forward(network, alive, inputs, np.zeros((2, 2))))
    for layer in (1, 2, 3):
        found = together.weight(layer)
        np.testing.assert_allclose(found[1], single.weight(layer), rtol=1e-12)
    assert not together.weights[0][0].any()
    tiny = together.weights[0][2] * 1e200
    exponent = float(together.weight_exponents[0][2])
    wanted = np.log10(np.abs(single.weights[0]).max()) - 400
    found_log10 = np.log10(np.abs(tiny).max()) - 200 + exponent * math.log10(2)
    assert found_log10 == pytest.approx(wanted, rel=1e-12)


def test_cancelling_stops_between_layers() -> None:
    result = pass_of(network_of(2, [3] * 6))
    asked = iter([False, False, True])
    steps = chain_factors(result, cancelled=lambda: next(asked))
    with pytest.raises(Cancelled):
        list(steps)


def test_reading_the_chain_leaves_numpy_s_warnings_as_they_were() -> None:
    before = np.geterr()
    for _ in chain_factors(pass_of(network_of(2, [3, 2]))):
        assert np.geterr() == before

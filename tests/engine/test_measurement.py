"""Claims about statistics: what they are of, what is said where floats run out, attribution."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.backward import chain_factors
from gradsim.engine.cancellation import Cancelled
from gradsim.engine.chain import FactorKind
from gradsim.engine.forward import forward
from gradsim.engine.initialization import Parameters, initialize
from gradsim.engine.measurement import LayerMeasurement, Measurement, measure
from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.engine.scaling import State
from gradsim.engine.statistics import Magnitude, Statistic, magnitude
from tests.engine.networks import network_of, pass_of

NO_BIAS = Choice("zeros")
STATISTICS: tuple[Statistic, ...] = ("l2", "rms", "mean_abs", "max_abs")
QUANTITIES = ("weight_gradient", "bias_gradient", "delta", "activation_gradient")


def naive(array: np.ndarray, statistic: Statistic) -> float:
    x = np.abs(array.astype(np.float64))
    return {
        "l2": math.sqrt((x**2).sum()),
        "rms": math.sqrt((x**2).mean()),
        "mean_abs": x.mean(),
        "max_abs": x.max(),
    }[statistic]


def naive_layers(result: object) -> dict[tuple[int, str], np.ndarray]:
    """The arrays themselves, by layer and quantity, from the public chain."""
    found: dict[tuple[int, str], np.ndarray] = {}
    for factor in chain_factors(result):  # type: ignore[arg-type]
        true = np.ldexp(factor.product, int(factor.product_exponent))
        match factor.kind:
            case FactorKind.cost:
                found[factor.layer, "activation_gradient"] = true
            case FactorKind.previous_activation:
                found[factor.layer - 1, "activation_gradient"] = true
            case FactorKind.activation:
                found[factor.layer, "delta"] = true
            case FactorKind.weights:
                found[factor.layer, "weight_gradient"] = true
            case FactorKind.bias:
                found[factor.layer, "bias_gradient"] = true
    return found


# Small networks are reduced together, larger ones array by array.
@pytest.mark.parametrize("widths", [[4, 3, 2], [70, 60, 50], [4] * 40])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_four_measures_are_those_of_the_arrays(
    widths: list[int], dtype: type[np.floating]
) -> None:
    network = network_of(5, widths, "tanh")
    result = pass_of(network, samples=33, parameters=initialize(network, 0, dtype=dtype))
    arrays, measured = naive_layers(result), measure(result)
    tolerance = 1e-13 if dtype is np.float64 else 2e-6
    for layer, quantity in itertools.product(measured.layers, QUANTITIES):
        size: Magnitude = getattr(layer, quantity)
        for statistic in STATISTICS:
            wanted = naive(arrays[layer.layer, quantity], statistic)
            assert float(size.value(statistic)) == pytest.approx(wanted, rel=tolerance)
            found = float(size.log10(statistic))
            assert found == pytest.approx(math.log10(wanted), abs=max(tolerance, 1e-12))
        assert size.state is State.ok
    assert measured.output_gradient.l2 == measured.layers[-1].activation_gradient.l2
    assert measured.cost == result.cost


def test_layers_are_numbered_and_named() -> None:
    network = network_of(5, [4, 3, 2], ["tanh", "relu", "identity"])
    layers = measure(pass_of(network)).layers
    assert [(one.layer, one.units, one.activation_name) for one in layers] == [
        (1, 4, "tanh"),
        (2, 3, "relu"),
        (3, 2, "identity"),
    ]


@pytest.mark.parametrize("offset", [0.0, 3.0, 1e6])
@pytest.mark.parametrize("samples", [9, 700])
def test_activation_statistics_lose_nothing_to_a_large_mean(offset: float, samples: int) -> None:
    network = network_of(3, [5], "identity", bias=Choice.of("constant", value=offset))
    result = pass_of(network, samples=samples)
    layer = measure(result).layers[0]
    a = result.output.activation
    assert float(layer.activation_mean) == pytest.approx(a.mean(), rel=1e-13, abs=1e-15)
    assert float(layer.activation_std) == pytest.approx(a.std(), rel=1e-9)
    assert layer.saturated_fraction is None
    assert layer.dead_fraction is None
    inputs = math.log10(np.linalg.norm(result.inputs))
    assert float(layer.activation_norm_log10) == pytest.approx(inputs, abs=1e-13)


@pytest.mark.parametrize("name", [n for n, rule in ACTIVATIONS.items() if rule.saturates])
@pytest.mark.parametrize("std", [0.3, 6.0])
def test_saturated_and_dead_are_counted_by_their_definitions(name: str, std: float) -> None:
    network = network_of(3, [40, 2], [name, "identity"], weights=Choice.of("normal", std=std))
    result = pass_of(network, samples=12)
    slope = ACTIVATIONS[name].derivative(result.layers[0].pre_activation)
    layer = measure(result).layers[0]
    below = np.abs(slope) < 0.01 * ACTIVATIONS[name].maximum_slope()
    assert float(layer.saturated_fraction or 0) == pytest.approx(below.mean(), abs=1e-15)
    dead = (slope == 0).all(axis=0).mean()
    assert float(layer.dead_fraction or 0) == pytest.approx(dead, abs=1e-15)


def test_tanh_is_saturated_from_the_documented_value() -> None:
    network = network_of(1, [1], "tanh", bias=NO_BIAS)
    parameters = Parameters((np.ones((1, 1)),), (np.zeros(1),))
    for a, saturated in ((0.9949, 0.0), (0.9951, 1.0)):
        result = forward(network, parameters, np.array([[math.atanh(a)]]), np.zeros((1, 1)))
        assert measure(result).layers[0].saturated_fraction == saturated


def test_a_unit_is_dead_only_if_no_sample_reaches_it() -> None:
    network = network_of(1, [2], "relu", bias=NO_BIAS)
    parameters = Parameters((np.array([[1.0], [0.0]]),), (np.array([0.0, -1.0]),))
    result = forward(network, parameters, np.array([[-1.0], [2.0]]), np.zeros((2, 2)))
    layer = measure(result).layers[0]
    assert layer.dead_fraction == 0.5
    assert layer.saturated_fraction == 0.75


def test_the_spread_of_activations_that_are_no_numbers_is_no_number() -> None:
    network = network_of(1, [2, 1], "identity", bias=NO_BIAS)
    huge = np.array([[1e308], [-1e308]])
    parameters = Parameters((huge, np.ones((1, 2))), (np.ones(2), np.ones(1)))
    result = forward(network, parameters, np.array([[1e5], [2e5]]), np.zeros((2, 1)))
    layer = measure(result).layers[1]
    assert math.isnan(layer.activation_mean)
    assert math.isnan(layer.activation_std)


def assert_same(one: Measurement, other: Measurement) -> None:
    for left, right in zip(one.layers, other.layers, strict=True):
        for quantity in QUANTITIES:
            for statistic in STATISTICS:
                a = float(getattr(left, quantity).log10(statistic))
                b = float(getattr(right, quantity).log10(statistic))
                assert a == pytest.approx(b, abs=1e-12)
        assert float(left.activation_std) == pytest.approx(float(right.activation_std), rel=1e-12)


def test_a_traversal_that_is_there_is_measured_the_same() -> None:
    result = pass_of(network_of(3, [4, 3, 2], "tanh"), samples=5)
    factors = tuple(chain_factors(result, batch_mean=False))
    assert_same(measure(result, factors=factors), measure(result, batch_mean=False))


@pytest.mark.parametrize("activation", ["tanh", "relu", "gelu", "identity"])
def test_an_ensemble_is_the_loop_over_its_members(activation: str) -> None:
    network = network_of(3, [5, 4, 2], activation)
    result = pass_of(network, samples=6, parameters=initialize(network, [1, 2, 3]))
    together = measure(result)
    for member, seed in enumerate((1, 2, 3)):
        alone = measure(pass_of(network, samples=6, parameters=initialize(network, seed)))
        for many, one in zip(together.layers, alone.layers, strict=True):
            for quantity in QUANTITIES:
                size = getattr(many, quantity)
                assert size.l2.shape == (3,)
                assert size.state.shape == (3,)
                for statistic in STATISTICS:
                    wanted = float(getattr(one, quantity).log10(statistic))
                    assert size.log10(statistic)[member] == pytest.approx(wanted, abs=1e-11)
            for name in ("activation_mean", "activation_std", "activation_norm_log10"):
                wanted = float(getattr(one, name))
                assert getattr(many, name)[member] == pytest.approx(wanted, rel=1e-9, abs=1e-12)
            for name in ("saturated_fraction", "dead_fraction"):
                if getattr(one, name) is not None:
                    assert getattr(many, name)[member] == pytest.approx(getattr(one, name))
            for part in ("activation_log10", "weights_log10", "remedies_log10"):
                wanted = float(getattr(one.attribution, part))
                found = float(getattr(many.attribution, part)[member])
                assert found == pytest.approx(wanted, abs=1e-11, nan_ok=True)


def telescoped(layers: tuple[LayerMeasurement, ...]) -> float:
    return math.fsum(
        float(part)
        for layer in layers
        for part in (
            layer.attribution.activation_log10,
            layer.attribution.weights_log10,
            layer.attribution.remedies_log10,
        )
    )


@pytest.mark.parametrize("depth", [1, 2, 30, 400])
@pytest.mark.parametrize("cost", ["squared_error", "binary_cross_entropy", "probe"])
def test_attribution_adds_up_to_the_whole(depth: int, cost: str) -> None:
    network = network_of(4, [4] * depth, "sigmoid", cost)
    measured = measure(pass_of(network, samples=3))
    whole = float(measured.layers[0].delta.log10_l2) - float(measured.output_gradient.log10_l2)
    assert telescoped(measured.layers) == pytest.approx(whole, abs=1e-9)
    assert measured.layers[-1].attribution.weights_log10 == 0


def test_attribution_of_a_saturated_classifier_starts_from_log_a() -> None:
    network = network_of(1, [2], "softmax", "cross_entropy", bias=NO_BIAS)
    parameters = Parameters((np.array([[2000.0], [0.0]]),), (np.zeros(2),))
    wrong = forward(network, parameters, np.ones((1, 1)), np.array([[0.0, 1.0]]))
    measured = measure(wrong)
    # ∂C/∂a = −1/a with a = e^−2000, and δ = (1, −1).
    assert float(measured.output_gradient.log10_l2) == pytest.approx(2000 / math.log(10))
    assert measured.output_gradient.state is State.overflow
    assert float(measured.layers[0].delta.l2) == pytest.approx(math.sqrt(2))
    assert telescoped(measured.layers) == pytest.approx(
        math.log10(math.sqrt(2)) - 2000 / math.log(10)
    )


def one_unit(weight: float, depth: int, activation: str, dtype: object = np.float64) -> Measurement:
    network = network_of(1, [1] * depth, activation, "probe", bias=NO_BIAS)
    parameters = Parameters((np.array([[weight]], dtype),) * depth, (np.zeros(1, dtype),) * depth)
    return measure(forward(network, parameters, np.ones((1, 1)), np.zeros((1, 1))))


def test_a_magnitude_below_floats_keeps_its_logarithm() -> None:
    first = one_unit(0.01, 400, "identity").layers[0]
    assert first.delta.state is State.underflow
    assert float(first.delta.log10_l2) == pytest.approx(-798, abs=1)
    assert float(first.delta.value("l2")) == 0.0
    assert first.weight_gradient.state is State.underflow


def test_a_magnitude_above_floats_keeps_its_logarithm() -> None:
    first = one_unit(100.0, 400, "identity").layers[0]
    assert first.delta.state is State.overflow
    assert float(first.delta.log10_l2) == pytest.approx(798, abs=1)
    assert math.isinf(float(first.delta.value("l2")))


def test_float32_magnitudes_are_judged_as_float64_values() -> None:
    first = one_unit(0.01, 100, "identity", np.float32).layers[0]
    assert first.delta.state is State.ok
    assert float(first.delta.log10_l2) == pytest.approx(-198, abs=1)


def test_tanh_whose_activations_underflow_has_lost_weight_gradients_and_good_deltas() -> None:
    measured = one_unit(0.01, 400, "tanh")
    by_layer = {layer.layer: layer for layer in measured.layers}
    # ∂C/∂W(300) = δ(300)·a(299), and a(299) ≈ 1e-598 is 0 in float64.
    assert by_layer[300].weight_gradient.state is State.underflow
    assert math.isnan(float(by_layer[300].weight_gradient.log10_l2))
    assert float(by_layer[300].delta.log10_l2) == pytest.approx(-200, abs=1)
    assert by_layer[300].delta.state is State.ok
    assert math.isnan(float(by_layer[300].activation_norm_log10))
    assert by_layer[100].weight_gradient.state is not State.zero
    assert math.isfinite(float(by_layer[100].weight_gradient.log10_l2))


def test_truth_about_zero() -> None:
    network = network_of(3, [4, 4, 2], "tanh", weights=Choice("zeros"), bias=NO_BIAS)
    first = measure(pass_of(network)).layers[0]
    assert first.delta.state is State.zero
    assert float(first.delta.log10_l2) == -math.inf
    assert math.isnan(float(first.attribution.activation_log10))


def test_overflow_and_nan_are_called_what_they_are() -> None:
    network = network_of(1, [1, 1, 1], "softplus", "squared_error", bias=NO_BIAS)
    parameters = Parameters((np.array([[1e200]]),) * 3, (np.zeros(1),) * 3)
    measured = measure(forward(network, parameters, np.ones((1, 1)), np.zeros((1, 1))))
    assert measured.overflow_layer == 2
    states = {getattr(layer, q).state for layer in measured.layers for q in QUANTITIES}
    assert states <= {State.overflow, State.nan}
    assert State.overflow in states
    not_a_number = magnitude(np.array([1.0, math.nan]), np.array(0), np.array(False))
    assert not_a_number.state is State.nan
    assert math.isnan(float(not_a_number.log10_l2))


def test_states_of_an_ensemble_stand_side_by_side() -> None:
    sizes = magnitude(
        np.array([[1.0], [0.0], [0.0], [1.0], [math.inf], [math.nan]]),
        np.array([0, 0, 0, -2000, 0, 0]),
        np.array([False, False, True, False, False, False]),
    )
    wanted = ["ok", "zero", "underflow", "underflow", "overflow", "nan"]
    assert [str(state) for state in sizes.state] == wanted  # type: ignore[union-attr]
    assert sizes.state_of((3,)) is State.underflow


def test_squares_do_not_leave_float_range() -> None:
    for scale in (1e-300, 1e300):
        size = magnitude(np.full(7, scale), np.array(0), np.array(False))
        assert float(size.value("l2")) == pytest.approx(math.sqrt(7) * scale, rel=1e-14)
        assert float(size.value("mean_abs")) == pytest.approx(scale, rel=1e-14)


def test_the_delta_of_a_batch_is_that_of_the_mean() -> None:
    result = pass_of(network_of(3, [4, 2]), samples=8)
    mean, total = measure(result), measure(result, batch_mean=False)
    for one, other in zip(mean.layers, total.layers, strict=True):
        assert float(other.delta.l2) == pytest.approx(8 * float(one.delta.l2), rel=1e-13)


def test_cancelling_stops_between_layers() -> None:
    result = pass_of(network_of(2, [3] * 6))
    asked = iter([False, True])
    with pytest.raises(Cancelled):
        measure(result, cancelled=lambda: next(asked))


@pytest.mark.parametrize("remedies", [False, True])
@pytest.mark.parametrize(
    ("activation", "std"), [("tanh", 0.01), ("gelu", 1e20)], ids=["shrinks", "grows"]
)
def test_moments_are_known_where_squares_leave_the_floats(
    activation: str, std: float, remedies: bool
) -> None:
    depth = 110 if activation == "tanh" else 9
    weights = Choice.of("normal", std=std)
    layers = tuple(
        Layer(8, Choice(activation), weights, id=index + 1, dropout=0.25 * remedies)
        for index in range(depth)
    )
    network = Network(8, layers, "probe")
    inputs = np.random.default_rng(0).standard_normal((4, 8))
    result = forward(network, initialize(network, 3), inputs, np.zeros((4, 8)))
    measured = measure(result)
    for layer in (measured.layers[-1], measured.layers[-2]):
        a = result.layers[layer.layer - 1].activation.astype(np.longdouble)
        with np.errstate(over="ignore"):
            assert float(np.square(a.astype(np.float64)).sum()) in (0.0, np.inf)
        assert float(layer.activation_mean) == pytest.approx(float(a.mean()), rel=1e-12)
        assert float(layer.activation_std) == pytest.approx(float(a.std()), rel=1e-12)
        fed = result.layers[layer.layer - 2].activation.astype(np.longdouble)
        norm = float(np.log10(np.sqrt(np.square(fed).sum())))
        assert float(layer.activation_norm_log10) == pytest.approx(norm, abs=1e-11)

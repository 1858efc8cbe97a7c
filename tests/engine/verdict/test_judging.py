"""Claims about the verdict: each kind on a network made for it, and numbers that add up."""

from __future__ import annotations

import math

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.backward import gradients
from gradsim.engine.forward import ForwardPass, forward
from gradsim.engine.initialization import Parameters, initialize
from gradsim.engine.measurement import measure
from gradsim.engine.options import Choice
from gradsim.engine.profile_parts import sizes_log10
from gradsim.engine.verdict.judging import Remedy, Verdict, VerdictKind, judge
from gradsim.engine.verdict.words import HEADLINES, SENTENCES
from tests.engine.networks import network_of, pass_of, typed

QUANTITIES = ("weight_gradient", "bias_gradient", "delta", "activation_gradient")
RELU = Choice("relu")
HE = Choice("he_normal")
NO_BIAS = Choice("zeros")


def verdict_on(
    result: ForwardPass, quantity: str = "weight_gradient", **options: object
) -> Verdict:
    return judge(measure(result), result.network, result.parameters, quantity, **options)


def test_ten_sigmoid_layers_vanish_by_their_slopes_and_relu_with_he_is_advised() -> None:
    verdict = verdict_on(pass_of(network_of(8, [8] * 10, "sigmoid"), samples=32), "delta")
    assert verdict.kind is VerdictKind.VANISHING
    assert (verdict.first_layer, verdict.last_layer) == (1, 10)
    assert verdict.decades < -4
    assert verdict.activation_decades < verdict.weights_decades
    assert verdict.decades_per_layer == verdict.decades / 9
    hidden = tuple(range(1, 10))
    assert verdict.remedies == (Remedy("activation", RELU, hidden), Remedy("weights", HE, hidden))


def test_the_advice_against_vanishing_heals_it() -> None:
    sick = network_of(16, [16] * 12, "sigmoid", bias=NO_BIAS)
    sick_verdict = verdict_on(pass_of(sick, samples=64), "delta")
    healed = network_of(
        16, [16] * 12, [*["relu"] * 11, "sigmoid"], weights=sick_verdict.remedies[1].choice,
        bias=NO_BIAS,
    )  # fmt: skip
    assert verdict_on(pass_of(healed, samples=64), "delta").kind is VerdictKind.HEALTHY


def test_relu_with_small_weights_is_sent_to_he() -> None:
    small = Choice.of("normal", std=0.05)
    network = network_of(16, [16] * 8, "relu", "probe", weights=small, bias=NO_BIAS)
    verdict = verdict_on(pass_of(network, samples=16), "delta")
    assert verdict.kind is VerdictKind.VANISHING
    assert verdict.weights_decades < verdict.activation_decades
    assert verdict.remedies == (Remedy("weights", HE, tuple(range(1, 8))),)


def test_tanh_with_a_great_gain_explodes_and_is_sent_to_five_thirds() -> None:
    network = network_of(32, [32] * 20, "tanh", weights=Choice.of("glorot_normal", gain=4.0))
    verdict = verdict_on(pass_of(network, samples=16), "delta")
    assert verdict.kind is VerdictKind.EXPLODING
    assert verdict.decades > 2
    assert verdict.remedies == (
        Remedy("weights", Choice.of("glorot_normal", gain=5 / 3), tuple(range(1, 20))),
    )


def test_relu_with_he_is_healthy_and_needs_nothing() -> None:
    network = network_of(64, [64] * 20, "relu", "probe", weights=HE, bias=NO_BIAS)
    for quantity in QUANTITIES:
        verdict = verdict_on(pass_of(network, samples=32), quantity)
        assert verdict.kind is VerdictKind.HEALTHY
        assert verdict.remedies == ()


def test_a_layer_that_is_fed_nothing_has_no_gradient_and_no_advice_helps() -> None:
    network = network_of(2, [3, 1], ["tanh", "identity"], bias=NO_BIAS)
    nothing = np.zeros((1, 2))
    verdict = verdict_on(pass_of(network, inputs=nothing))
    assert (verdict.kind, verdict.variant) == (VerdictKind.ZERO, "unfed")
    assert verdict.worst_layer == 1
    assert verdict.remedies == ()
    assert "everything that comes into the layer is 0" in verdict.text
    assert verdict_on(pass_of(network, inputs=nothing), "delta").kind is VerdictKind.HEALTHY


def test_biases_whose_shares_cancel_in_every_layer_are_exactly_zero() -> None:
    network = network_of(1, [1], "identity", bias=NO_BIAS)
    verdict = verdict_on(
        pass_of(network, inputs=np.array([[1.0], [-1.0]]), targets=np.zeros((2, 1))),
        "bias_gradient",
    )
    assert (verdict.kind, verdict.variant) == (VerdictKind.ZERO, "cancelled")


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("activation", ["sigmoid", "relu"])
def test_a_bias_that_batch_normalization_takes_off_again_is_no_fault(activation: str) -> None:
    plain = network_of(4, [6] * 5, activation)
    hidden = [replace(each, normalization=Choice("batch_norm")) for each in plain.layers[:-1]]
    network = replace(plain, layers=(*hidden, plain.layers[-1]))
    result = pass_of(network, samples=16)
    sizes = sizes_log10(measure(result), "bias_gradient", "l2")
    assert sizes[:4] == [-math.inf] * 4
    assert math.isfinite(sizes[4])
    verdict = verdict_on(result, "bias_gradient")
    assert (verdict.kind, verdict.variant) == (VerdictKind.HEALTHY, "biases")
    assert math.isfinite(min(sizes_log10(measure(result), "weight_gradient", "l2")))


def test_a_spread_below_the_limit_is_told_below_it() -> None:
    network = network_of(1, [1, 1], "identity", "probe", bias=NO_BIAS)
    parameters = initialize(network, 0, typed=typed(([[1.0]], [0.0]), ([[10**1.998]], [0.0])))
    result = pass_of(network, parameters=parameters, inputs=np.ones((1, 1)))
    verdict = verdict_on(result, "delta")
    assert verdict.kind is VerdictKind.HEALTHY
    assert "1.99 decades" in verdict.text


def test_signals_that_fade_in_step_are_called_vanishing_everywhere() -> None:
    small = Choice.of("he_normal", gain=0.3)
    network = network_of(64, [64] * 20, "relu", "probe", weights=small, bias=NO_BIAS)
    result = pass_of(network, samples=32)
    verdict = verdict_on(result, "weight_gradient")
    assert abs(verdict.decades) < 2
    assert verdict.kind is VerdictKind.VANISHING
    assert verdict.everywhere
    assert verdict_on(result, "delta").everywhere is False
    # The distance is from what the cost sent; the parts are of what lies between the layers.
    assert "layer {last} down to layer {first}" in verdict.parts
    assert "{distance" not in verdict.parts
    told = [verdict.arguments[name] for name in ("activation", "weights", "other")]
    assert sum(told) == pytest.approx(verdict.decades, abs=0.15)
    assert all(f"{part:+.1f}" != "-0.0" for part in told)


def test_signals_that_grow_in_step_are_called_exploding_everywhere() -> None:
    large = Choice.of("he_normal", gain=3.0)
    network = network_of(64, [64] * 20, "relu", "half_squared_error", weights=large, bias=NO_BIAS)
    verdict = verdict_on(pass_of(network, samples=32), "weight_gradient")
    assert abs(verdict.decades) < 2
    assert verdict.kind is VerdictKind.EXPLODING
    assert verdict.everywhere
    assert verdict.remedies[0].choice == HE


@pytest.mark.parametrize("samples", [1, 500])
def test_everywhere_does_not_depend_on_the_number_of_samples(samples: int) -> None:
    network = network_of(8, [8] * 3, "tanh", "probe")
    assert verdict_on(pass_of(network, samples)).kind is VerdictKind.HEALTHY


def test_zero_weights_are_named_before_anything_else() -> None:
    network = network_of(3, [4, 4, 2], "tanh", weights=Choice("zeros"), bias=NO_BIAS)
    verdict = verdict_on(pass_of(network))
    assert verdict.kind is VerdictKind.ZERO
    assert (verdict.last_layer, verdict.worst_layer) == (2, 3)
    assert verdict.decades is None
    assert verdict.remedies[0].layers == (1, 2, 3)


def test_a_cost_at_its_minimum_has_nothing_to_correct() -> None:
    network = network_of(2, [2], "identity", weights=Choice("zeros"), bias=NO_BIAS)
    verdict = verdict_on(pass_of(network, targets=np.zeros((3, 2))))
    assert verdict.kind is VerdictKind.ZERO
    assert "nothing left" in verdict.text


def test_constant_weights_are_symmetric_and_random_ones_are_not() -> None:
    constant = Choice.of("constant", value=0.5)
    network = network_of(3, [4, 4, 2], "tanh", weights=constant, bias=NO_BIAS)
    verdict = verdict_on(pass_of(network))
    assert verdict.kind is VerdictKind.SYMMETRIC
    assert (verdict.first_layer, verdict.last_layer) == (1, 2)
    random = network_of(3, [4, 4, 2], "tanh", bias=NO_BIAS)
    assert verdict_on(pass_of(random)).kind is VerdictKind.HEALTHY


def test_a_symmetric_layer_has_equal_rows_of_gradient_and_unequal_columns_break_it() -> None:
    constant = Choice.of("constant", value=0.5)
    network = network_of(3, [4, 2], "tanh", weights=constant, bias=NO_BIAS)
    result = pass_of(network)
    rows = gradients(result).weight(1)
    assert np.ptp(rows, axis=0).max() <= 1e-15 * np.abs(rows).max()
    assert verdict_on(result).kind is VerdictKind.SYMMETRIC
    uneven = Parameters(
        (result.parameters.weights[0], np.random.default_rng(0).normal(size=(2, 4))),
        result.parameters.biases,
    )
    broken = forward(network, uneven, result.inputs, result.targets)
    assert verdict_on(broken).kind is not VerdictKind.SYMMETRIC


def test_one_unit_layers_are_not_called_symmetric() -> None:
    network = network_of(1, [1, 1, 1], "tanh", weights=Choice.of("constant", value=0.5))
    assert verdict_on(pass_of(network)).kind is VerdictKind.HEALTHY


def test_relus_pushed_off_by_their_bias_are_dead() -> None:
    network = network_of(3, [6, 6, 2], ["relu", "relu", "sigmoid"], weights=HE)
    parameters = initialize(network, 0)
    biases = (parameters.biases[0], np.full(6, -50.0), parameters.biases[2])
    result = pass_of(network, samples=20, parameters=Parameters(parameters.weights, biases))
    verdict = verdict_on(result)
    assert verdict.kind is VerdictKind.DEAD
    assert verdict.worst_layer == 2
    assert verdict.dead_fraction == 1.0
    assert verdict.remedies[0] == Remedy("activation", Choice("leaky_relu"), (2,))
    assert Remedy("bias", NO_BIAS, (2,)) in verdict.remedies


def test_half_of_a_relu_layer_off_is_no_fault() -> None:
    network = network_of(8, [8, 8, 8, 2], [*["relu"] * 3, "identity"], weights=HE, bias=NO_BIAS)
    for seed in range(5):
        verdict = verdict_on(pass_of(network, samples=1, seed=seed))
        assert verdict.kind is VerdictKind.HEALTHY


def test_overflow_names_the_layer_where_it_happened() -> None:
    network = network_of(1, [1, 1, 1], ["softplus", "softplus", "identity"], "squared_error")
    values = typed(([[1e200]], [0]), ([[1e200]], [0]), ([[1.0]], [0]))
    result = pass_of(
        network, parameters=initialize(network, 0, typed=values), inputs=np.ones((1, 1))
    )
    verdict = verdict_on(result)
    assert verdict.kind is VerdictKind.OVERFLOW
    assert verdict.worst_layer == 2


def test_one_odd_layer_makes_a_profile_uneven() -> None:
    network = network_of(8, [8] * 7, "identity", "probe", bias=NO_BIAS)
    parameters = initialize(network, 0)
    weights = list(parameters.weights)
    weights[3], weights[4] = weights[3] * 1e-3, weights[4] * 1e3
    result = pass_of(network, parameters=Parameters(tuple(weights), parameters.biases))
    verdict = verdict_on(result, "delta")
    assert verdict.kind is VerdictKind.UNEVEN
    assert verdict.worst_layer == 4
    assert verdict.worst_decades > 2


def test_a_gradient_lost_to_saturation_is_told_as_lost() -> None:
    network = network_of(1, [1, 1], ["sigmoid", "identity"], bias=NO_BIAS)
    values = typed(([[1e4]], [0]), ([[1.0]], [0]))
    result = pass_of(
        network, parameters=initialize(network, 0, typed=values), inputs=np.ones((1, 1))
    )
    verdict = verdict_on(result, "delta")
    assert verdict.kind is VerdictKind.VANISHING
    assert verdict.decades is None
    assert "too small" in verdict.text


@pytest.mark.parametrize("statistic", ["l2", "rms"])
@pytest.mark.parametrize("quantity", QUANTITIES)
@pytest.mark.parametrize("samples", [1, 30])
def test_the_parts_add_up_to_the_decades(quantity: str, statistic: str, samples: int) -> None:
    network = network_of(5, [9, 4, 7, 3], ["sigmoid", "tanh", "silu", "softmax"], "cross_entropy")
    result = pass_of(network, samples)
    verdict = verdict_on(result, quantity, statistic=statistic)
    sizes = sizes_log10(measure(result), quantity, statistic)
    assert verdict.decades == sizes[0] - sizes[-1]
    parts = (
        verdict.activation_decades,
        verdict.weights_decades,
        verdict.remedies_decades,
        verdict.inputs_decades,
        verdict.cancellation_decades,
        verdict.size_decades,
    )
    assert math.fsum(parts) == pytest.approx(verdict.decades, abs=1e-12)
    if samples == 1:
        assert verdict.cancellation_decades == pytest.approx(0.0, abs=1e-12)


def test_layers_of_unequal_width_are_compared_by_rms() -> None:
    assert verdict_on(pass_of(network_of(4, [4, 4, 4]))).statistic == "l2"
    assert verdict_on(pass_of(network_of(4, [4, 5, 4]))).statistic == "rms"
    assert verdict_on(pass_of(network_of(9, [4, 4, 4])), "delta").statistic == "l2"


def test_every_kind_has_a_headline_and_its_sentences() -> None:
    assert set(HEADLINES) == set(VerdictKind)
    assert {kind for kind, _ in SENTENCES} == set(VerdictKind)


@pytest.mark.parametrize(
    ("last", "cost", "weights", "target"),
    [
        ("sigmoid", "binary_cross_entropy", [[800.0]], [[1.0]]),
        ("softmax", "cross_entropy", [[750.0], [0.0]], [[1.0, 0.0]]),
    ],
)
def test_an_answer_that_is_right_to_the_last_digit_is_lost_and_not_zero(
    last: str, cost: str, weights: list[list[float]], target: list[list[float]]
) -> None:
    network = network_of(1, [len(weights)], last, cost)
    parameters = initialize(network, 0, typed=typed((weights, np.zeros(len(weights)))))
    result = forward(network, parameters, np.array([[1.0]]), np.array(target))
    measured = measure(result)
    assert measured.layers[0].delta.state == "underflow"
    assert measured.layers[0].weight_gradient.state == "underflow"
    assert judge(measured, network, parameters).kind is VerdictKind.VANISHING
    assert math.copysign(1.0, float(measured.cost)) == 1.0

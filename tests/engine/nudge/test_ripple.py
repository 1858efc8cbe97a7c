"""One moved number: real changes, predictions, and how far their difference can be told."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.backward import gradients
from gradsim.engine.chain import FactorKind
from gradsim.engine.forward import ForwardPass, forward
from gradsim.engine.initialization import initialize
from gradsim.engine.nudge.lever import Lever, moved_pass
from gradsim.engine.nudge.ripple import ripple
from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.update import gradient_of
from tests.engine.networks import network_of, pass_of, typed

LEVERS = [Lever("w", 2, 3, 1), Lever("b", 1, 2), Lever("x", 0, 2), Lever("y", 3, 1)]


def small(samples: int = 1) -> ForwardPass:
    return pass_of(network_of(3, [4, 4, 2], "tanh"), samples)


@pytest.mark.parametrize("lever", LEVERS)
def test_the_moved_pass_is_the_pass_of_the_changed_network(lever: Lever) -> None:
    base = small()
    moved = moved_pass(base, lever, 0.25)
    assert lever.read(moved) == 0.25
    again = forward(base.network, moved.parameters, moved.inputs, moved.targets)
    assert float(moved.cost) == float(again.cost)
    for one, other in zip(moved.layers, again.layers, strict=True):
        np.testing.assert_array_equal(one.activation, other.activation)


@pytest.mark.parametrize("lever", LEVERS)
def test_layers_below_a_moved_number_are_not_computed_again(lever: Lever) -> None:
    base = small()
    moved = moved_pass(base, lever, 0.25)
    for index in range(lever.unmoved):
        assert moved.layers[index] is base.layers[index]
    assert ripple(base, lever, 0.25).layers[:1] == () or (
        ripple(base, lever, 0.25).layers[0].layer == lever.unmoved + 1
    )


def test_the_prediction_of_the_cost_is_gradient_times_amount() -> None:
    base = small()
    found = gradients(base)
    for address in (ParameterAddress("w", 2, 3, 1), ParameterAddress("b", 1, 2)):
        lever = Lever.of(address)
        moved = ripple(base, lever, lever.read(base) + 0.01)
        slope = gradient_of(found, address).value
        assert moved.cost.predicted.value == pytest.approx(slope * moved.amount, rel=1e-12)


@pytest.mark.parametrize("lever", LEVERS)
def test_the_difference_shrinks_with_the_square_of_the_amount(lever: Lever) -> None:
    base = small()
    at = lever.read(base)
    gaps = [abs(ripple(base, lever, at + amount).cost.difference.value) for amount in (0.02, 0.01)]
    assert gaps[0] / gaps[1] == pytest.approx(4.0, rel=0.1)


def test_no_movement_is_exactly_zero() -> None:
    base = small()
    lever = Lever("w", 1, 1, 1)
    still = ripple(base, lever, lever.read(base))
    assert still.amount == 0.0
    assert still.cost.actual.value == still.cost.predicted.value == 0.0
    assert not still.layers[-1].activation.actual.array.any()


def test_rounding_is_told_for_differences_that_drown_in_it() -> None:
    base = small()
    lever = Lever("w", 1, 1, 1)
    tiny = ripple(base, lever, lever.read(base) + 1e-15)
    assert tiny.cost.noise.value > 0.1 * abs(tiny.cost.actual.value)
    large = ripple(base, lever, lever.read(base) + 1e-2)
    assert large.cost.noise.value < 1e-9 * abs(large.cost.actual.value)


@pytest.mark.parametrize("widths", [[4, 4, 2], [64] * 12 + [3]])
def test_the_noise_covers_the_true_error_of_a_difference(widths: list[int]) -> None:
    """The passes again in extended precision: the gap to the true ΔC stays within the noise."""
    network = network_of(3, widths, "tanh")
    covered = 0
    for seed in range(12):
        base = pass_of(network, 1, seed)
        lever = Lever("w", 1, 1, 1)
        value = lever.read(base) + 1e-7
        moved = ripple(base, lever, value)
        error = abs(float(_long_cost(moved.moved) - _long_cost(base)) - moved.cost.actual.value)
        assert moved.cost.noise.value < 1e4 * max(error, 1e-18)
        covered += error <= moved.cost.noise.value
    assert covered == 12


def test_crossing_a_kink_is_told_with_its_unit() -> None:
    network = network_of(1, [2, 1], ["relu", "identity"], "squared_error")
    numbers = typed(([[1.0], [1.0]], [0.1, -3.0]), ([[1.0, 1.0]], [0.0]))
    base = forward(
        network, initialize(network, 0, typed=numbers), np.array([[1.0]]), np.array([[0.0]])
    )
    assert ripple(base, Lever("x", 0, 1), 2.0).kinks == ()
    assert ripple(base, Lever("x", 0, 1), 3.5).kinks == ((1, 2),)
    assert ripple(base, Lever("b", 1, 1), -2.0).kinks == ((1, 1),)


def test_overflow_is_not_shown_as_a_number() -> None:
    base = pass_of(network_of(2, [2, 1], "identity", "squared_error"), 1)
    moved = ripple(base, Lever("w", 2, 1, 1), 1e300)
    assert not np.isfinite(moved.cost.actual.mantissa)


def test_a_ripple_below_float_range_keeps_its_size() -> None:
    network = network_of(
        1, [1] * 400, "relu", weights=Choice.of("constant", value=0.01), bias=Choice("zeros")
    )
    base = forward(network, initialize(network, 0), np.array([[1.0]]), np.array([[1.0]]))
    moved = ripple(base, Lever("x", 0, 1), 2.0)
    last = moved.layers[-1].activation
    assert last.actual.norm.log10_abs == pytest.approx(-800.0, rel=1e-9)
    assert last.predicted.norm.log10_abs == pytest.approx(-800.0, rel=1e-9)
    assert last.norms[2].log10_abs < -800 - 12


def _long_cost(base: ForwardPass) -> np.longdouble:
    """½Σ(a − y)² of a tanh network in extended precision."""
    a = base.inputs.astype(np.longdouble)
    for weights, bias in zip(base.parameters.weights, base.parameters.biases, strict=True):
        a = np.tanh(a @ weights.astype(np.longdouble).T + bias)
    return ((a - base.targets) ** 2).sum() / 2


@pytest.mark.parametrize("value", [1e3, 1e6, 1e16, 1e200, -1e300])
def test_far_moves_take_no_rounding_for_a_change(value: float) -> None:
    base = small()
    # Δz is exactly linear in a weight, so that any gap is rounding.
    moved = ripple(base, Lever("w", 1, 2, 1), value)
    change = moved.layers[0].stages[FactorKind.weights].unit(2)
    gap = abs(change.actual.value - change.predicted.value)
    assert change.noise.value >= gap
    assert change.noise.value >= np.spacing(abs(change.actual.value)) / 2
    assert change.noise.value <= 1e-12 * abs(change.actual.value)

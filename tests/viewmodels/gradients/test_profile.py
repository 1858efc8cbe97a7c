"""Profiles: the engine's numbers per layer, exact at any magnitude, never silently blank."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest

from gradsim.engine.options import Choice
from gradsim.engine.scaling import State
from gradsim.viewmodels.gradients.profile import exact_text, profile_of
from gradsim.viewmodels.gradients.quantities import QUANTITIES, STATISTICS
from tests.viewmodels.gradients.desk import deep, result_of


@pytest.mark.parametrize("quantity", QUANTITIES)
@pytest.mark.parametrize("statistic", STATISTICS)
def test_a_profile_is_the_measured_magnitude_of_each_layer(quantity: str, statistic: str) -> None:
    measurement = result_of(deep()).measurement
    profile = profile_of(measurement, quantity, statistic)
    expected = [float(getattr(each, quantity).value(statistic)) for each in measurement.layers]
    assert np.allclose(10.0**profile.log10, expected, rtol=1e-12)
    assert profile.layers.tolist() == [1, 2, 3, 4, 5]
    assert set(profile.states) == {State.ok}


def test_magnitudes_far_below_float64_keep_their_place_on_the_axis() -> None:
    profile = profile_of(result_of(deep(400, 4, "sigmoid")).measurement, "delta", "l2")
    assert profile.log10[0] < -200
    assert not profile.any_lost
    assert (np.diff(profile.log10) > 0).mean() > 0.95


def test_exact_zeros_stand_in_their_gutter_and_nowhere_else() -> None:
    measurement = result_of(deep(4, weights=Choice.of("zeros"))).measurement
    profile = profile_of(measurement, "delta", "l2")
    assert profile.states == (State.zero, State.zero, State.zero, State.ok)
    assert profile.in_gutter(State.zero).tolist() == [1, 2, 3]
    assert np.isnan(profile.log10[:3]).all()
    assert np.isfinite(profile.log10[3])


def test_an_overflowing_forward_pass_is_not_drawn_as_a_number() -> None:
    project = deep(300, 16, "softplus", Choice.of("normal", std=5.0))
    profile = profile_of(result_of(project).measurement, "weight_gradient", "l2")
    assert profile.any_lost
    assert set(profile.states) <= {State.nan, State.overflow, State.ok, State.zero}
    assert State.nan in profile.states or State.overflow in profile.states


def test_what_was_lost_on_the_way_is_called_underflow() -> None:
    project = deep(600, 4, "tanh", Choice.of("normal", std=0.001))
    profile = profile_of(result_of(project).measurement, "weight_gradient", "l2")
    assert State.underflow in profile.states
    assert all(
        math.isnan(log10) == (state is not State.ok)
        for log10, state in zip(profile.log10, profile.states, strict=True)
    )


@pytest.mark.parametrize("value", [1.0, 1e-300, 0.1, 2.0**-1022, 1.7976931348623157e308, -0.25])
def test_floats_are_written_so_that_they_read_back(value: float) -> None:
    mantissa, exponent = math.frexp(value)
    assert float(exact_text(mantissa, exponent)) == value
    assert exact_text(value) == repr(value)


@pytest.mark.parametrize("exponent", [-5000, -1100, 3000])
def test_numbers_beyond_floats_are_written_with_seventeen_digits(exponent: int) -> None:
    text = exact_text(0.7, exponent)
    digits, _, power = text.lower().partition("e")
    written = Fraction(digits) * Fraction(10) ** int(power)
    exact = Fraction(0.7) * Fraction(2) ** exponent
    assert abs(written / exact - 1) < Fraction(1, 10**15)


def test_states_are_written_as_they_are() -> None:
    assert exact_text(0.0) == "0.0"
    assert exact_text(math.inf) == "inf"
    assert exact_text(math.nan) == "nan"

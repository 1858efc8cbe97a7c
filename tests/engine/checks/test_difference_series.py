"""Claims about extrapolated differences: sharp where they may be, honest where not."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from gradsim.engine.checks.difference_series import DifferenceSeries, romberg


def series_of(
    function: Callable[[float], float], x: float, start: float = 0.25, count: int = 10
) -> DifferenceSeries:
    series = DifferenceSeries(start, abs(function(x)) + abs(x))
    steps = series.next_steps(count)
    gaps = [function(x + h) - function(x - h) for h in steps]
    nothing = [False] * count
    series.add(gaps, nothing, nothing, nothing)
    return series


@pytest.mark.parametrize(
    ("function", "derivative"),
    [(math.sin, math.cos), (math.exp, math.exp), (math.tanh, lambda x: 1 - math.tanh(x) ** 2)],
)
@pytest.mark.parametrize("x", [-2.0, 0.1, 3.0])
def test_smooth_functions_are_differentiated_to_eleven_digits(
    function: Callable[[float], float], derivative: Callable[[float], float], x: float
) -> None:
    value, error = series_of(function, x).best()
    assert value == pytest.approx(derivative(x), rel=1e-11, abs=1e-12)
    assert abs(value - derivative(x)) <= error


def test_steps_that_crossed_a_kink_are_thrown_away() -> None:
    steps = DifferenceSeries(0.5, 1.0).next_steps(8)
    series = DifferenceSeries(0.5, 1.0)
    # |x| at 0.01: steps above 0.01 cross its kink.
    gaps = [abs(0.01 + h) - abs(0.01 - h) for h in steps]
    kinked = [h > 0.01 for h in steps]
    series.add(gaps, kinked, [False] * 8, [False] * 8)
    assert not series.kinked
    assert series.best()[0] == pytest.approx(1.0, rel=1e-12)


def test_a_kink_at_every_step_leaves_no_value() -> None:
    series = DifferenceSeries(0.5, 1.0)
    series.add([0.5] * 3, [True] * 3, [False] * 3, [False] * 3)
    assert series.kinked
    assert math.isnan(series.best()[0])
    assert series.last == 0.5 / (2 * 0.125)


def test_a_bend_at_every_step_still_converges_with_the_step() -> None:
    series = DifferenceSeries(0.5, 0.0)
    steps = series.next_steps(20)
    # x + x² on the right, x on the left: f″ jumps at 0, f′(0) is 1.
    gaps = [(h + h * h) + h for h in steps]
    series.add(gaps, [False] * 20, [True] * 20, [False] * 20)
    value, error = series.best()
    assert value == pytest.approx(1.0, abs=1e-6)
    assert abs(value - 1.0) <= error


def test_steps_that_went_too_far_say_nothing() -> None:
    series = DifferenceSeries(0.5, 1.0)
    series.add([0.5] * 3, [False] * 3, [False] * 3, [True] * 3)
    assert not series.formed


def test_an_exactly_linear_function_needs_no_extrapolation() -> None:
    value, error = romberg([3.0, 3.0, 3.0], [0.25, 0.125, 0.0625], 1.0)
    assert value == 3.0
    assert error < 1e-13

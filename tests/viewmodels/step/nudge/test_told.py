"""Numbers are written with the figures that rounding leaves them."""

from __future__ import annotations

import pytest

from gradsim.engine.scaled_numbers import ScaledNumber
from gradsim.viewmodels.step.nudge.range import NudgeRange, field_text
from gradsim.viewmodels.step.nudge.told import known, told_of


def number(value: float) -> ScaledNumber:
    return ScaledNumber(value)


@pytest.mark.parametrize(
    ("value", "noise", "text"),
    [
        (0.123456, 1e-12, "0.1235"),
        (0.123456, 1e-3, "0.123"),
        (0.123456, 1e-1, "0.1"),
        (0.123456, 0.5, "< 0.5"),
        (0.0, 1e-16, "< 1·10⁻¹⁶"),
        (-2.5e-17, 1e-16, "< 1·10⁻¹⁶"),
        (0.25, 0.0, "0.2500"),
        (float("inf"), 1e-16, "∞"),
        (float("nan"), 1e-16, "NaN"),
    ],
)
def test_a_number_shows_no_more_figures_than_it_has(value: float, noise: float, text: str) -> None:
    assert known(number(value), number(noise)) == text


def test_nothing_that_moves_is_zero_and_not_noise() -> None:
    said = told_of(number(0.0), number(0.0), number(0.0), number(1e-16), number(0.0))
    assert (said.actual, said.predicted, said.difference, said.lost) == ("0", "0", "0", False)


@pytest.mark.parametrize("start", [0.3, -1.7, 25.0, 0.0, 1e-9])
def test_the_slider_at_its_start_gives_the_very_number(start: float) -> None:
    reach = NudgeRange.around(start)
    assert reach.value(reach.position(start)) == start
    assert reach.stepped(reach.stepped(start, 3), -3) == start
    assert abs(start) < reach.reach


@pytest.mark.parametrize(
    ("value", "text"), [(0.3, "0.3"), (2.0, "2.00"), (1.0 / 3.0, "0.33333333"), (0.0, "0.00")]
)
def test_a_field_shows_short_numbers_exactly(value: float, text: str) -> None:
    assert field_text(value) == text

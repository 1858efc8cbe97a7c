"""Claims about writing and stepping numbers, and about where they stand on sliders."""

from __future__ import annotations

import math

import pytest

from gradsim.viewmodels.builder.number_text import (
    CELL_STEPS,
    SLIDER_STEPS,
    CellRange,
    Stepping,
    short_number,
    slider_gain,
    slider_position,
)

GAIN = Stepping(0.0, 1000.0, 0.05, integer=False)
UNITS = Stepping(1, 100, 1, integer=True)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.0, "1.00"),
        (0.125, "0.125"),
        (12.0, "12.00"),
        (-1e9, "-1e9"),
        (1234567.0, "1234567"),
        (1e-9, "1e-9"),
        (0, "0.00"),
    ],
)
def test_numbers_are_written_short_and_exact(value: float, text: str) -> None:
    assert short_number(value) == text
    assert float(text) == value


def test_every_written_number_reads_back_the_same() -> None:
    for value in (1 / 3, math.sqrt(2), 1e300, 5e-324, -0.1):
        assert float(short_number(value)) == value


def test_steps_stay_in_the_range() -> None:
    assert UNITS.stepped(1, -1) == 1
    assert UNITS.stepped(100, 5) == 100
    assert UNITS.stepped(3, 1) == 4
    assert GAIN.stepped(0.0, -3) == 0.0


def test_a_step_of_a_small_number_is_small() -> None:
    assert GAIN.stepped(1.0, 1) == pytest.approx(1.05)
    assert GAIN.stepped(0.01, 1) == pytest.approx(0.011)
    assert GAIN.stepped(0.01, -1) == pytest.approx(0.009)
    assert 0.0 < GAIN.stepped(1e-5, -1) < 1e-5


def test_a_tiny_number_steps_without_falling_to_zero() -> None:
    assert GAIN.stepped(1e-20, 1) == pytest.approx(1.1e-20, rel=1e-9, abs=0.0)


def test_a_step_from_mixed_takes_a_first_value() -> None:
    assert UNITS.stepped(None, 1) == 1
    assert GAIN.stepped(None, -1) == 1.0


def test_the_gain_slider_has_one_in_the_middle_and_ends_at_a_tenth_and_ten() -> None:
    assert slider_position(1.0) == SLIDER_STEPS // 2
    assert slider_gain(SLIDER_STEPS // 2) == 1.0
    assert (slider_gain(0), slider_gain(SLIDER_STEPS)) == (0.1, 10.0)
    assert slider_position(0.0) == 0
    assert slider_position(1e6) == SLIDER_STEPS


def test_every_slider_position_comes_back() -> None:
    for position in range(SLIDER_STEPS + 1):
        assert slider_position(slider_gain(position)) == position
    assert len({slider_gain(position) for position in range(SLIDER_STEPS + 1)}) == SLIDER_STEPS + 1


@pytest.mark.parametrize("number", [0.0, 0.3, -0.79, 0.81, 3.0, -1234.5, 1e250])
def test_a_cell_slider_reaches_beyond_its_number_on_both_sides_of_zero(number: float) -> None:
    reach = CellRange.around(number)
    assert reach.low == -reach.high
    assert abs(number) <= 0.8 * reach.high
    back = reach.value(reach.position(number))
    assert back == pytest.approx(number, abs=reach.high / CELL_STEPS * 1.01)


def test_a_cell_slider_stands_at_zero_exactly() -> None:
    assert CellRange.around(0.5).value(CELL_STEPS // 2) == 0.0

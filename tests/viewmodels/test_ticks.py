"""Ticks are round, reach both ends, and are labelled with as few figures as they need."""

from __future__ import annotations

import math

import pytest

from gradsim.viewmodels.ticks import round_ticks, tick_text


@pytest.mark.parametrize(
    ("low", "high", "most", "ticks"),
    [
        (0.0, 1.0, 5, (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)),
        (-6.0, 6.0, 3, (-5.0, 0.0, 5.0)),
        (-0.2, 5.3, 7, (0.0, 1.0, 2.0, 3.0, 4.0, 5.0)),
        (-81.0, 3.0, 7, (-80.0, -60.0, -40.0, -20.0, 0.0)),
        (0.0, 0.0, 3, ()),
        (0.0, math.inf, 3, ()),
    ],
)
def test_ticks_are_round(low: float, high: float, most: int, ticks: tuple[float, ...]) -> None:
    assert round_ticks(low, high, most) == ticks


@pytest.mark.parametrize(("low", "high"), [(0.1, 0.3), (-0.3, -0.1), (0.7, 0.9), (1e-7, 3e-7)])
def test_an_end_that_is_round_has_its_tick(low: float, high: float) -> None:
    ticks = round_ticks(low, high, 7)
    assert (ticks[0], ticks[-1]) == (low, high)


@pytest.mark.parametrize(
    ("value", "text"), [(-0.5, "−0.5"), (0.0, "0"), (100, "100"), (1e-7, "1e−7"), (-3.0, "−3")]
)
def test_labels_have_a_true_minus_and_no_idle_figure(value: float, text: str) -> None:
    assert tick_text(value) == text

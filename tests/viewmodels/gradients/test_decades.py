"""Ranges and ticks: whole decades, whole layers, round numbers, and a range that only grows."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.viewmodels.gradients.decades import (
    RangeMemory,
    Span,
    SteadySpan,
    close_span,
    decade_span,
    decade_ticks,
    layer_ticks,
    linear_span,
    minor_decade_ticks,
    number_ticks,
    round_step,
)


@pytest.mark.parametrize(
    ("logs", "low", "high"),
    [
        ([-3.5, -1.2], -4, -1),
        ([-3.5, -3.4], -4, -2),
        ([0.0, 0.0], -1, 1),
        ([-1200.5, -2.0], -1261, 58),
        ([np.nan, -2.5, np.inf, -np.inf], -3, -1),
    ],
)
def test_a_span_is_of_whole_decades_at_least_two(logs: list[float], low: int, high: int) -> None:
    assert decade_span([np.array(logs)]) == Span(low, high)


def test_no_finite_value_still_gives_an_axis() -> None:
    assert decade_span([np.array([np.nan, np.nan])]) == Span(-2, 0)
    assert decade_span([]) == Span(-2, 0)


def test_every_point_of_every_run_lies_inside_the_span() -> None:
    rng = np.random.default_rng(0)
    for _ in range(200):
        runs = [rng.normal(rng.normal() * 100, 10.0 ** rng.uniform(-3, 2), 7) for _ in range(3)]
        span = decade_span(runs)
        assert span.length >= 2
        assert all(span.low < run.min() and run.max() < span.high for run in runs)


def test_few_decades_are_written_out_and_many_as_powers() -> None:
    assert [label for _, label in decade_ticks(Span(-3, 1), 10)] == [
        "0.001",
        "0.01",
        "0.1",
        "1",
        "10",
    ]
    assert [label for _, label in decade_ticks(Span(-6, -4), 10)] == ["10⁻⁶", "10⁻⁵", "10⁻⁴"]
    assert [decade for decade, _ in decade_ticks(Span(-300, 2), 7)] == [
        -300, -250, -200, -150, -100, -50, 0,
    ]  # fmt: skip


def test_minor_ticks_are_the_multiples_of_a_power_of_ten() -> None:
    ticks = minor_decade_ticks(Span(-1, 0))
    assert np.allclose(10.0 ** np.array(ticks), [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])


@pytest.mark.parametrize("layers", [1, 2, 5, 12, 50, 99, 101, 1000])
@pytest.mark.parametrize("most", [2, 5, 20])
def test_layer_ticks_are_whole_few_and_hold_both_ends(layers: int, most: int) -> None:
    ticks = layer_ticks(Span(0.5, layers + 0.5), layers, most)
    assert ticks[0] == 1
    assert ticks[-1] == layers
    assert list(ticks) == sorted(set(ticks))
    assert len(ticks) <= max(most, 2) + 2


def test_number_ticks_share_their_decimals_and_a_true_minus() -> None:
    assert [label for _, label in number_ticks(Span(-1.0, 0.5), 3)] == ["−1.0", "−0.5", "0", "0.5"]


def test_round_steps_are_one_two_five() -> None:
    assert [round_step(span, 10) for span in (1, 10, 11, 50, 51, 1000, 1001)] == [
        1, 1, 2, 5, 10, 100, 200,
    ]  # fmt: skip


def test_a_linear_span_holds_its_base_and_leaves_air_above() -> None:
    span = linear_span([np.array([0.2, np.nan, 1.0])])
    assert span.low == 0.0
    assert span.high > 1.0


def test_a_range_only_grows_during_a_drag_and_refits_after_it() -> None:
    memory = RangeMemory()
    assert memory.update(Span(-4, 0), growing=True) == Span(-4, 0)
    assert memory.update(Span(-2, 1), growing=True) == Span(-4, 1)
    assert memory.update(Span(-2, 1), growing=False) == Span(-2, 1)


@pytest.mark.parametrize(("low", "high"), [(0.82, 0.92), (0.5, 0.9), (0.11, 1.0), (3e-20, 4e-20)])
def test_close_values_fill_most_of_their_range(low: float, high: float) -> None:
    logs = np.log10([low, high])
    span = close_span([logs])
    assert span.low < logs[0]
    assert logs[1] < span.high
    assert logs[1] - logs[0] >= 0.6 * span.length


def test_a_value_that_stands_still_is_not_blown_up() -> None:
    assert close_span([np.log10([0.8163, 0.8164])]).length >= 0.02


def test_values_more_than_a_decade_apart_have_whole_decades() -> None:
    logs = np.array([-1.3, 0.0])
    assert close_span([logs]) == decade_span([logs])
    assert close_span([np.array([np.nan])]) == decade_span([])


def test_a_steady_range_holds_a_falling_cost_and_seldom_moves() -> None:
    cost = np.log10(0.92 * np.exp(-0.001 * np.arange(700.0)))
    steady, spans = SteadySpan(), []
    for steps in range(1, 701):
        span = steady.update([cost[:steps]])
        assert span.low < cost[steps - 1]
        assert cost[0] < span.high
        spans.append(span)
    assert len(set(spans)) <= 25
    assert len({span.high for span in spans[100:]}) <= 2, "the end that need not move stays"


def test_a_steady_range_leaves_values_that_left_it_nearly_empty() -> None:
    steady = SteadySpan()
    steady.update([np.array([-5.0, 0.0])])
    assert steady.update([np.array([-5.0, -4.9])]).length < 0.5
    steady.update([np.empty(0)])
    assert steady.update([np.array([-5.0, -4.0])]) == close_span([np.array([-5.0, -4.0])])

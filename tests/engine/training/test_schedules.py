"""The rate goes as its schedule says."""

from __future__ import annotations

import math

import pytest

from gradsim.engine import Choice
from gradsim.engine.training import Plan


def test_a_constant_rate_stays() -> None:
    assert {Plan(rate=0.2).rate_at(step) for step in (1, 10, 10_000)} == {0.2}


def test_steps_multiply_at_every_so_many_steps() -> None:
    plan = Plan(rate=1.0, schedule=Choice.of("step", every=10, times=0.5))
    assert [plan.rate_at(step) for step in (1, 10, 11, 20, 21)] == [1.0, 1.0, 0.5, 0.5, 0.25]


def test_a_cosine_falls_from_the_rate_to_its_floor() -> None:
    plan = Plan(rate=2.0, schedule=Choice.of("cosine", length=100, floor=0.1))
    assert plan.rate_at(1) == 2.0
    assert plan.rate_at(51) == pytest.approx(2.0 * 0.55)
    assert plan.rate_at(101) == pytest.approx(0.2)
    assert plan.rate_at(10_000) == pytest.approx(0.2)
    assert plan.rate_at(26) == pytest.approx(2 * (0.1 + 0.45 * (1 + math.cos(math.pi / 4))))


def test_a_warm_up_rises_in_a_straight_line() -> None:
    plan = Plan(rate=1.0, warm_up=4)
    assert [plan.rate_at(step) for step in (1, 2, 4, 5)] == [0.25, 0.5, 1.0, 1.0]

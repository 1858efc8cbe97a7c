"""Roots are found as the library finds them."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from scipy.optimize import brentq

from gradsim.engine.theory.roots import root_between

CASES: tuple[tuple[Callable[[float], float], float, float], ...] = (
    (lambda x: x * x - 2.0, 0.0, 2.0),
    (lambda x: math.cos(x) - x, 0.0, 1.0),
    (lambda x: math.exp(x) - 1e-9, -40.0, 5.0),
    (lambda x: x**9, -1.0, 3.0),
    (lambda x: math.tanh(50.0 * (x - 0.3)), -10.0, 10.0),
    (lambda x: -1.0 if x < math.pi else 1.0, 0.0, 10.0),
)


@pytest.mark.parametrize(("function", "low", "high"), CASES)
def test_a_root_is_where_the_library_finds_it(
    function: Callable[[float], float], low: float, high: float
) -> None:
    found = root_between(function, low, high, 1e-13)
    if function(0.0) == 0.0:
        assert function(found) == pytest.approx(0.0, abs=1e-12)
    else:
        assert found == pytest.approx(brentq(function, low, high, xtol=1e-14), abs=1e-12)


def test_few_places_are_asked() -> None:
    asked: list[float] = []

    def counted(x: float) -> float:
        asked.append(x)
        return math.exp(x) - 3.0

    root_between(counted, 0.0, 10.0, 1e-13)
    assert len(asked) < 20


def test_an_end_may_be_the_root() -> None:
    assert root_between(lambda x: x, 0.0, 1.0, 1e-9) == 0.0
    assert root_between(lambda x: x - 1.0, 0.0, 1.0, 1e-9) == 1.0


def test_one_sign_has_no_root_to_find() -> None:
    with pytest.raises(ValueError, match="same sign"):
        root_between(lambda x: x * x + 1.0, -1.0, 1.0, 1e-9)

"""Claims about tanh from a table: as exact as a library's, and the same function everywhere."""

from __future__ import annotations

import mpmath
import numpy as np
import pytest

from gradsim.engine.activations import tanh_table
from gradsim.engine.activations.tanh_table import tanh

RANGES = ((1e-9, 1e-3), (0.001, 0.003), (0.003, 0.1), (0.1, 1.0), (1.0, 3.0), (3.0, 19.5))
MANY = 4096


@pytest.fixture(autouse=True)
def with_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tanh_table, "_gathers_slowly", lambda: True)


@pytest.mark.parametrize(("low", "high"), RANGES)
def test_it_is_off_by_less_than_two_units_in_the_last_place(low: float, high: float) -> None:
    z = np.random.default_rng(3).uniform(low, high, MANY)
    found = tanh(z)
    with mpmath.workprec(120):
        for each, got in zip(z, found, strict=True):
            wanted = mpmath.tanh(mpmath.mpf(float(each)))
            assert abs(mpmath.mpf(float(got)) - wanted) <= 1.75 * np.spacing(float(wanted)), each


def test_it_is_odd_bounded_and_rises() -> None:
    z = np.sort(np.random.default_rng(4).standard_normal(30_000) * 5)
    found = tanh(z)
    assert np.array_equal(found, -tanh(-z))
    assert np.abs(found).max() <= 1
    assert (np.diff(found) >= 0).all()


def test_the_ends_of_the_floats_are_met_without_a_warning() -> None:
    ends = np.array([np.inf, 1e300, 25.0, 0.0, 1e-200, 5e-324, -1e-310, -25.0, -np.inf, np.nan])
    with np.errstate(all="raise"):
        found = tanh(np.tile(ends, MANY // len(ends)))[: len(ends)]
    assert np.array_equal(found, np.tanh(ends), equal_nan=True)


@pytest.mark.parametrize("size", [2048, 131_071, 131_072, 131_073, 300_000])
def test_a_number_comes_out_the_same_wherever_it_stands(size: int) -> None:
    z = np.random.default_rng(5).standard_normal(size)
    assert np.array_equal(tanh(z)[::-1], tanh(z[::-1].copy()))


def test_any_layout_keeps_its_shape() -> None:
    z = np.random.default_rng(6).standard_normal((3, 64, 128))
    assert np.array_equal(tanh(z.swapaxes(-1, -2)), tanh(z).swapaxes(-1, -2))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_few_numbers_and_other_dtypes_are_numpys(dtype: type[np.floating]) -> None:
    z = np.linspace(-3, 3, 100 if dtype is np.float64 else MANY).astype(dtype)
    assert np.array_equal(tanh(z), np.tanh(z))
    assert tanh(z).dtype == dtype

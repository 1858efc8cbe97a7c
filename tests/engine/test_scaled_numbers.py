"""Claims about numbers that carry their own exponent."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gradsim.engine.scaled_numbers import (
    ScaledNumber,
    normalized,
    scaled_sum,
    sort_keys,
)


def test_a_scaled_number_far_below_float_range_keeps_its_logarithm() -> None:
    number = ScaledNumber(0.75, -40_000)
    assert number.value == 0.0
    assert number.log10_abs == pytest.approx(math.log10(0.75) - 40_000 * math.log10(2), rel=1e-15)


def test_a_scaled_number_above_float_range_is_infinite_with_its_sign() -> None:
    assert ScaledNumber(-0.5, 5000).value == -math.inf
    assert ScaledNumber(-0.5, 5000).sign == -1


def test_normalizing_keeps_every_value() -> None:
    values = np.array([3.0, -0.1, 0.0, 1e-310, 5e300])
    mantissas, exponents = normalized(values)
    assert ((np.abs(mantissas) >= 0.5) & (np.abs(mantissas) < 1) | (values == 0)).all()
    rebuilt = [ScaledNumber(m, int(e)).value for m, e in zip(mantissas, exponents, strict=True)]
    assert rebuilt == values.tolist()


def test_keys_order_by_magnitude_across_thousands_of_binades() -> None:
    mantissas, exponents = normalized(
        np.array([0.9, -0.6, 0.0, 0.5, -0.51]), np.array([-5000, 3000, 0, -5000, -5000])
    )
    order = np.argsort(-sort_keys(mantissas, exponents))
    assert order.tolist() == [1, 0, 4, 3, 2]


def test_sums_align_to_their_greatest_term() -> None:
    mantissas, exponents = normalized(np.array([[1.0, 1.0], [3.0, 0.0]]), np.array([[-3000], [9]]))
    total, exponent = scaled_sum(mantissas, exponents, axis=1)
    assert ScaledNumber(float(total[0]), int(exponent[0])).log10_abs == pytest.approx(
        -2999 * math.log10(2)
    )
    assert ScaledNumber(float(total[1]), int(exponent[1])).value == 3.0 * 2**9


def test_a_sum_of_zeros_is_zero() -> None:
    total, exponent = scaled_sum(*normalized(np.zeros((2, 3))), axis=1)
    assert ScaledNumber(float(total[0]), int(exponent[0])).value == 0.0

"""Softmax's Jacobian as a product: the same matrix, one rank short, at any saturation."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.spectra.softmax_factors import softmax_factors


@pytest.mark.parametrize("units", [2, 3, 10])
@pytest.mark.parametrize("scale", [0.0, 1.0, 30.0, 900.0])
def test_the_product_is_diag_a_minus_a_a(units: int, scale: float) -> None:
    z = scale * np.random.default_rng(units).standard_normal(units)
    a = np.exp(z - z.max())
    a /= a.sum()
    lower, pivots, upper = softmax_factors(a)
    assert (lower * pivots) @ upper == pytest.approx(np.diag(a) - np.outer(a, a), abs=1e-15)
    assert lower.shape == (units, units - 1)
    assert (pivots >= 0.0).all()
    assert np.abs(lower).max() <= 1.0


def test_a_single_unit_passes_nothing_on() -> None:
    lower, pivots, upper = softmax_factors(np.ones(1))
    assert (lower.shape, pivots.shape, upper.shape) == ((1, 0), (0,), (0, 1))

"""A spread is NumPy's quantiles, with exact zeros and lost draws at their places."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.ensembles import spread_of


@pytest.mark.parametrize("draws", [1, 2, 3, 8, 21])
def test_finite_values_have_the_quantiles_of_numpy(draws: int) -> None:
    values = np.random.default_rng(draws).normal(size=(draws, 6))
    found = spread_of(values)
    for share, name in ((0, "lowest"), (0.25, "lower_quartile"), (0.5, "median"),
                        (0.75, "upper_quartile"), (1, "highest")):  # fmt: skip
        np.testing.assert_allclose(
            getattr(found, name), np.quantile(values, share, axis=0), rtol=1e-13, atol=1e-15
        )
    np.testing.assert_array_equal(found.lost, 0)


def test_an_exact_zero_is_the_lowest_of_all() -> None:
    found = spread_of(np.array([[-np.inf], [-2.0], [-1.0], [0.0], [1.0]]))
    assert found.lowest[0] == -np.inf
    assert found.median[0] == -1.0
    assert found.lower_quartile[0] == -2.0


def test_a_quantile_beside_an_infinite_value_is_that_value() -> None:
    found = spread_of(np.array([[-np.inf], [1.0]]))
    assert found.median[0] == -np.inf
    assert found.highest[0] == 1.0


def test_lost_draws_are_counted_and_left_out() -> None:
    found = spread_of(np.array([[np.nan, np.nan], [2.0, np.nan], [4.0, np.nan]]))
    np.testing.assert_array_equal(found.lost, [2 - 1, 3])
    assert found.median[0] == 3.0
    assert np.isnan(found.median[1])

"""Clipping and max-norm shorten what is too long, however long it is."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.training.plan import Plan
from gradsim.engine.training.restraints import clip, hold


@pytest.mark.parametrize("size", [1.0, 1e10, 1e154, 1e200, 1e300])
def test_a_gradient_of_any_size_is_clipped_to_the_bound(size: float) -> None:
    gradient = size * np.array([3.0, -4.0, 0.0])
    factor = clip(Plan(clip="norm", clip_at=2.0), gradient)
    np.testing.assert_allclose(gradient, [1.2, -1.6, 0.0], rtol=1e-6)
    assert factor == pytest.approx(0.4 / size, rel=1e-6)


@pytest.mark.parametrize("size", [10.0, 1e160, 1e300])
def test_a_row_of_any_size_is_held_to_the_bound_and_others_are_left(size: float) -> None:
    weights = np.array([[3.0 * size, 4.0 * size], [0.3, 0.4], [0.0, 0.0]])
    (factor,) = hold(Plan(max_norm=2.0), [weights])
    np.testing.assert_allclose(weights, [[1.2, 1.6], [0.3, 0.4], [0.0, 0.0]], rtol=1e-14)
    np.testing.assert_allclose(factor, [0.4 / size, 1.0, 1.0], rtol=1e-14)


@pytest.mark.parametrize("bound", [1e170, 1e300])
def test_what_is_within_a_far_bound_is_left_though_its_squares_leave_float64(bound: float) -> None:
    gradient = np.array([3e160, -4e160, 0.0])
    assert clip(Plan(clip="norm", clip_at=bound), gradient) == 1.0
    np.testing.assert_array_equal(gradient, [3e160, -4e160, 0.0])
    weights = np.array([[3e160, 4e160], [0.3, 0.4]])
    (factor,) = hold(Plan(max_norm=bound), [weights])
    np.testing.assert_array_equal(weights, [[3e160, 4e160], [0.3, 0.4]])
    np.testing.assert_array_equal(factor, [1.0, 1.0])


def test_a_bound_beyond_the_range_of_squares_is_kept() -> None:
    gradient = np.array([3e300, -4e300])
    assert clip(Plan(clip="norm", clip_at=1e170), gradient) == pytest.approx(2e-131)
    np.testing.assert_allclose(gradient, [6e169, -8e169])
    weights = np.array([[3e300, 4e300], [1e300, 1e300], [1e308, 1.7e308]])
    hold(Plan(max_norm=2e300), [weights])
    expected = [[1.2e300, 1.6e300], [1e300, 1e300], np.array([1.0, 1.7]) / np.hypot(1, 1.7) * 2e300]
    np.testing.assert_allclose(weights, expected, rtol=1e-14)

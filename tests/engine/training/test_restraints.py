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

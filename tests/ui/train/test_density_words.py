"""The axis of a density map has a readable tick over any range."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.ui.train.instruments.density_words import value_ticks


@pytest.mark.parametrize(
    ("low", "high"),
    [(-9.0, 0.2), (-1.0, -0.5), (-0.5, 0.5), (-0.2, -0.17), (-300.0, -2.0), (0.31, 0.32)],
)
@pytest.mark.parametrize("height", [60.0, 130.0, 300.0])
def test_decades_have_ticks_inside_the_range(low: float, high: float, height: float) -> None:
    ticks = value_ticks(low, high, height, log=True)
    assert ticks
    assert all(low <= value <= high for value, _ in ticks)
    assert len({label for _, label in ticks}) == len(ticks)
    assert len(ticks) <= 2 * height / 34 + 3


def test_plain_values_have_round_ticks() -> None:
    values = [value for value, _ in value_ticks(-0.1, 1.1, 200.0, log=False)]
    np.testing.assert_allclose(values, np.arange(6) / 5)

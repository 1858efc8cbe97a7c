"""The axis of costs has readable labels on any range and at any height."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.ui.plots.cost_axis import CostAxis
from gradsim.viewmodels.gradients.decades import Span


@pytest.mark.parametrize("pixels", [60.0, 120.0, 240.0, 500.0])
@pytest.mark.parametrize("length", [0.02, 0.06, 0.2, 0.5, 1.0, 1.3])
@pytest.mark.parametrize("low", [-20.3, -3.98, -0.31, 0.0, 4.2])
def test_labels_stand_apart_and_there_are_some(low: float, length: float, pixels: float) -> None:
    ticks = CostAxis().labelled(Span(low, low + length), pixels)
    places = np.array([height - low for height, _ in ticks]) / length * pixels
    assert len(ticks) >= (1 if pixels < 100 else 2)
    assert (np.diff(places) >= 15.0).all()
    assert len({label for _, label in ticks}) == len(ticks), "no two say the same"


def test_a_label_says_the_cost_where_it_stands() -> None:
    for span in (Span(-0.9, 0.1), Span(-0.1, 0.0), Span(2.9, 4.1)):
        for height, label in CostAxis().labelled(span, 200.0):
            assert float(label) == pytest.approx(10.0**height)

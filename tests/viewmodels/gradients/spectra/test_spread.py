"""Spreads: largest, median and smallest value against NumPy; zeros and the unresolved apart."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gradsim.engine.spectra.graded_product import Spectrum
from gradsim.engine.spectra.gradient_spectra import gradient_spectra
from gradsim.viewmodels.gradients.spectra.spread import spread_of
from tests.viewmodels.gradients.desk import deep, result_of


def test_the_spread_of_a_layer_is_that_of_its_matrix() -> None:
    forward = result_of(deep(3, 7, "tanh"), 2).forward
    found = gradient_spectra(forward)
    spread = spread_of(found.at, found.layers)
    for index, weights in enumerate(forward.parameters.weights):
        z = forward.layers[index].pre_activation[0]
        values = np.linalg.svd((1 - np.tanh(z) ** 2)[:, None] * weights, compute_uv=False)
        logs = np.log10(values)
        assert spread.high[index] == pytest.approx(logs.max(), abs=1e-11)
        assert spread.median[index] == pytest.approx(np.median(logs), abs=1e-11)
        assert spread.low[index] == pytest.approx(logs.min(), abs=1e-11)
        assert spread.mean[index] == pytest.approx(logs.mean(), abs=1e-11)
        assert 10 ** spread.condition(index) == pytest.approx(values.max() / values.min())


@pytest.mark.parametrize(
    ("log10", "low", "median", "condition", "zeros", "unresolved"),
    [
        ([1.0, 0.0, -2.0], -2.0, 0.0, 3.0, 0, 0),
        ([1.0, 0.0, -math.inf], 0.0, 0.0, math.inf, 1, 0),
        ([1.0, math.nan, -math.inf], 1.0, math.nan, math.nan, 1, 1),
        ([1.0, -math.inf], 1.0, -math.inf, math.inf, 1, 0),
        ([-math.inf, -math.inf], math.nan, -math.inf, math.nan, 2, 0),
        ([3.0], 3.0, 3.0, 0.0, 0, 0),
    ],
)
def test_zeros_and_unresolved_values_are_told_apart(
    log10: list[float],
    low: float,
    median: float,
    condition: float,
    zeros: int,
    unresolved: int,
) -> None:
    spread = spread_of((4,), (Spectrum(np.array(log10)),))
    assert spread.low[0] == pytest.approx(low, nan_ok=True)
    assert spread.median[0] == pytest.approx(median, nan_ok=True)
    assert spread.condition(0) == pytest.approx(condition, nan_ok=True)
    assert (spread.zeros[0], spread.unresolved[0], spread.values[0]) == (
        zeros,
        unresolved,
        len(log10),
    )

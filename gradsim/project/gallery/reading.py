"""What the rules of the gallery read from a measurement: medians over the draws, and slopes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gradsim.engine.ensembles import EnsembleMeasurement
from gradsim.engine.statistics import Statistic

Floats = npt.NDArray[np.float64]


def median_log10(
    measured: EnsembleMeasurement, quantity: str, statistic: Statistic = "rms"
) -> Floats:
    """The median over the draws of log₁₀ of every layer's size, (L,)."""
    return np.asarray(np.median(measured.log10(quantity, statistic), axis=0), np.float64)


def decades_per_layer(measured: EnsembleMeasurement, first: int, last: int) -> float:
    """By how many decades ‖δ‖ changes for each layer going back from `last` to `first` (from 1)."""
    sizes = median_log10(measured, "delta")
    return float(sizes[first - 1] - sizes[last - 1]) / (last - first)


def first_to_last(measured: EnsembleMeasurement, first: int, last: int) -> float:
    """log₁₀ of the median of ‖δ‖ in layer `first` over that in layer `last` (from 1)."""
    sizes = median_log10(measured, "delta")
    return float(sizes[first - 1] - sizes[last - 1])

"""The slope of a scan over depth, in decades per layer: a straight line through its upper half."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.project.sweeps.summaries import Summary

Floats = npt.NDArray[np.float64]
_LEAST = 3


class LineFit(Struct, frozen=True):
    """log₁₀ ratio ≈ slope·depth + intercept over the depths `low` … `high`.

    residual : root of the mean squared distance of the points from the line, in decades.
    """

    slope: float
    intercept: float
    low: float
    high: float
    residual: float
    points: int

    def at(self, depth: float) -> float:
        """The line's height."""
        return self.slope * depth + self.intercept


def upper_half_fit(depths: Floats, medians: Floats) -> LineFit | None:
    """Least squares over the finite medians in the upper half of the depths measured.

    None with fewer than three of them: a line through two points has no residual to judge by.
    """
    if not len(depths):
        return None
    middle = 0.5 * (float(depths.min()) + float(depths.max()))
    used = (depths >= middle) & np.isfinite(medians)
    x, y = depths[used], medians[used]
    if len(x) < _LEAST:
        return None
    center = float(x.mean())
    moved = x - center
    slope = float(moved @ (y - y.mean()) / (moved @ moved))
    intercept = float(y.mean()) - slope * center
    residual = math.sqrt(float(np.mean(np.square(y - slope * x - intercept))))
    return LineFit(slope, intercept, float(x.min()), float(x.max()), residual, len(x))


def swept_fit(depths: Sequence[float], cells: Sequence[Summary | None]) -> LineFit | None:
    """The same line through the cells of a sweep at `depths`; None stands for one not measured."""
    medians = [math.nan if cell is None else cell.median for cell in cells]
    return upper_half_fit(np.array(depths, dtype=np.float64), np.array(medians, dtype=np.float64))

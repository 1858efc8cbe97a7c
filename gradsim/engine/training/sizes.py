"""Sizes of arrays that hold at both ends of float64, where sums of squares do not."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def log10_norm(array: Floats) -> float:
    """log₁₀‖A‖₂, measured in units of the largest entry; −inf for zeros, nan where A holds one."""
    largest = float(np.abs(array).max())
    if largest == 0.0:
        return -np.inf
    return float(np.log10(largest) + np.log10(np.linalg.norm(array / largest)))

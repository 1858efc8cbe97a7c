"""The singular values of matrices whose columns differ in size by more than a float's digits."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gradsim.engine.scaling import LOG10_2

Floats = npt.NDArray[np.float64]

_EVEN = 1e-4
"""From this smallest over largest on, a plain SVD is right to some 11 digits."""
_TURNS = 6
_GROUP, _MARGIN = 1.0, 2.0
"""Decades of the values told from one window, and of those that it holds beside them."""


def log10_singular_values(graded: Floats) -> Floats:
    """log₁₀ of the singular values, (columns,), descending, each to some nine digits; nan for 0.

    Repeated QR decompositions of the transposed triangle bring the values in order on its
    diagonal, and what still couples two of them falls with each by their ratio. So every value is
    found in a window of its neighbours within a few decades, whose SVD is accurate. Unlike
    LAPACK's Jacobi SVD, which is as accurate, all of this lets other threads go on.

    Parameters
    ----------
    graded : (rows, columns) float64, rows ≥ columns
        A well conditioned matrix times a diagonal one.

    Source: Stewart 1999, The QLP approximation to the singular value decomposition; Mathias &
    Stewart 1993 for the convergence of the iteration.
    """
    from scipy.linalg import qr

    plain = np.linalg.svd(graded, compute_uv=False)
    if plain[-1] > _EVEN * plain[0]:
        return np.asarray(np.log10(plain))
    (triangle, _) = qr(graded, mode="r", pivoting=True)
    triangle = triangle[: graded.shape[1]]
    for _ in range(_TURNS):
        triangle = np.linalg.qr(triangle.T, mode="r")
    with np.errstate(divide="ignore"):
        levels = np.log10(np.abs(np.diagonal(triangle)))
    return -np.sort(-_in_windows(triangle, levels))


def _in_windows(triangle: Floats, levels: Floats) -> Floats:
    """log₁₀ of the values of a triangle with about these `levels`, group by group."""
    found = np.full(levels.size, np.nan)
    # Where neighbours are out of order the window holds more than it must.
    highest, lowest = np.maximum.accumulate(levels[::-1])[::-1], np.minimum.accumulate(levels)
    begin = 0
    while begin < levels.size and np.isfinite(levels[begin]):
        top = lowest[begin]
        end = begin + int(np.searchsorted(-highest[begin:], _GROUP - top, side="right"))
        end = max(end, begin + 1)
        first = int(np.searchsorted(-lowest, -(top + _MARGIN), side="left"))
        last = int(np.searchsorted(-highest, _MARGIN - highest[end - 1], side="right"))
        window = slice(min(first, begin), max(last, end))
        block = triangle[window, window]
        _, shift = np.frexp(np.abs(block).max())
        values = np.linalg.svd(np.ldexp(block, -int(shift)), compute_uv=False)
        with np.errstate(divide="ignore"):
            logs = np.log10(values) + float(shift) * LOG10_2
        found[begin:end] = logs[begin - window.start : end - window.start]
        begin = end
    return np.where(np.isfinite(found), found, np.nan)

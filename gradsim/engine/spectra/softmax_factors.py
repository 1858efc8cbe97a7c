"""The Jacobian of softmax as a product of matrices that holds its zero direction exactly."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def softmax_factors(a: Floats) -> tuple[Floats, Floats, Floats]:
    """(M, D, Mᵀ) with diag a − a aᵀ = M·D·Mᵀ; M is (units, units − 1), D the diagonal.

    diag a − a aᵀ is the Laplacian of a graph whose edges weigh a_i a_j. Eliminating its vertices
    one by one leaves weights in the same proportions, so that with the rest s_k = Σ_{j>k} a_j the
    pivots are a_k s_k / s_{k−1} and the columns 1 at k and −a_j / s_k below: no subtraction, so
    every entry keeps its digits however far the output is saturated, and the rank is one short.

    Parameters
    ----------
    a : (units,) float64
        The output, which adds up to 1.
    """
    order = np.argsort(-a, kind="stable")
    sorted_ = a[order]
    # s_0, s_1, …, s_n: summed from the smallest, for their relative accuracy.
    rest = np.append(np.cumsum(sorted_[::-1])[::-1], 0.0)
    after, before = rest[1:-1], rest[:-2]
    with np.errstate(divide="ignore", invalid="ignore"):
        pivots = np.where(before > 0, sorted_[:-1] * after / before, 0.0)
        below = np.where(after > 0, -sorted_[:, None] / after, 0.0)
    columns = np.tril(below, -1)
    np.fill_diagonal(columns, 1.0)
    factor = np.empty_like(columns)
    factor[order] = columns
    return factor, pivots, factor.T

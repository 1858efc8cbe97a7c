"""A long product of matrices, kept so that its smallest singular values are as right as any."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.scaling import LOG10_2
from gradsim.engine.spectra.graded_values import log10_singular_values

Floats = npt.NDArray[np.float64]

_LOST = 64 * float(np.finfo(np.float64).eps)
_FAINTEST = 1e-290
"""Relative to the largest: below it a float no longer holds what a product's row is scaled by."""


class Spectrum(Struct, frozen=True, eq=False):
    """log₁₀ of the singular values of one matrix, in descending order, (min(rows, columns),).

    −inf stands for an exact 0 (a unit that passes nothing on), nan for a value that is not 0 for
    certain but too small beside the others to be told from rounding.
    """

    log10: Floats


class GradedProduct:
    """A product of matrices as Q·diag(d)·T·2^exponent; `lost` directions drowned in rounding.

    Q : (rows, rank) orthonormal; d : (rank,), the largest in [½, 1); T : (rank, columns).
    `size` is how many singular values the product has by its shape; those beyond rank and lost
    are 0.
    """

    def __init__(self, columns: int) -> None:
        self._q = np.eye(columns)
        self._d = np.ones(columns)
        self._t = np.eye(columns)
        self._exponent = 0
        self._lost = 0
        self._columns = self._size = columns

    def multiply(self, left: Floats) -> None:
        """The product becomes left · product; rows and columns of zeros are taken out exactly.

        A one-dimensional `left` is a diagonal matrix. A matrix whose columns differ widely in
        size should come as two factors, the diagonal one by itself: it mixes the rows of Q, and
        what little a small column adds to a large one is gone.
        """
        if left.ndim == 2 and not (used := left.any(axis=0)).all():
            # Of the product only these rows count: with fewer of them it may have less rank.
            self._multiply(np.eye(left.shape[1])[used])
            left = left[:, used]
        self._multiply(left)

    def _multiply(self, left: Floats) -> None:
        from scipy.linalg import qr

        self._size = min(left.shape[0], self._columns)
        live = np.flatnonzero(left if left.ndim == 1 else left.any(axis=1))
        passed = np.zeros((left.shape[0], 0))
        if live.size and self._d.size:
            _, shift = np.frexp(np.abs(left).max())
            scaled = np.ldexp(left[live], -int(shift))
            matrix = _times(scaled, self._q[live] if left.ndim == 1 else self._q) * self._d
            # Largest rows first: with pivoted columns each row keeps its own relative accuracy.
            by_size = np.argsort(-np.abs(matrix).max(axis=1), kind="stable")
            live, scaled = live[by_size], scaled[by_size]
            q, r, order = qr(matrix[by_size], mode="economic", pivoting=True)
            diagonal = np.abs(np.diagonal(r))
            # What was summed, not what is left of it: terms that cancel leave their rounding.
            q_used = np.abs(self._q[live] if left.ndim == 1 else self._q)
            summed = _times(np.abs(scaled), q_used) * self._d
            told = diagonal > _LOST * _below_pivots(summed[:, order[: diagonal.size]])
            told &= diagonal > _FAINTEST * diagonal[0]
            rank = int(np.argmin(told)) if not told.all() else diagonal.size
            self._lost += diagonal.size - rank
            passed = np.zeros((left.shape[0], rank))
            passed[live] = q[:, :rank]
            triangle = np.empty((rank, order.size))
            triangle[:, order] = r[:rank]
            self._d = diagonal[:rank]
            self._t = (triangle / self._d[:, None]) @ self._t
            self._exponent += int(shift)
        else:
            self._d, self._t, self._lost = np.zeros(0), np.zeros((0, self._columns)), 0
        self._q = passed
        if self._d.size:
            _, shift = np.frexp(self._d[0])
            self._d = np.ldexp(self._d, -int(shift))
            self._exponent += int(shift)
        self._lost = min(self._lost, self._size - self._d.size)

    def spectrum(self) -> Spectrum:
        """The singular values of the product as it stands."""
        found = np.full(self._size, -math.inf)
        rank = self._d.size
        if rank:
            found[:rank] = log10_singular_values(self._t.T * self._d) + self._exponent * LOG10_2
            found[rank : rank + self._lost] = math.nan
        return Spectrum(found)


def _times(left: Floats, right: Floats) -> Floats:
    """left · right; a one-dimensional `left` is a diagonal matrix."""
    return left @ right if left.ndim == 2 else left[:, None] * right


def _below_pivots(summed: Floats) -> Floats:
    """The norm of each column k of (rows, pivots) from row k down: what rounding is measured by."""
    squares = np.square(np.tril(summed))
    return np.asarray(np.sqrt(squares.sum(axis=0)))

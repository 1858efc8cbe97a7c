"""Singular values of each layer's Jacobian and of their whole product, the smallest ones too."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.forward import ForwardPass
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem

Floats = npt.NDArray[np.float64]

_LOG10_2 = math.log10(2.0)
_LOST = 64 * float(np.finfo(np.float64).eps)
_FAINTEST = 1e-290
"""Relative to the largest: below it a float no longer holds what a product's row is scaled by."""


@dataclass(frozen=True, slots=True, eq=False)
class Spectrum:
    """log₁₀ of the singular values of one matrix, in descending order, (min(rows, columns),).

    −inf stands for an exact 0 (a unit that passes nothing on), nan for a value that is not 0 for
    certain but too small beside the others to be told from rounding.
    """

    log10: Floats

    @property
    def log10_condition(self) -> float:
        """log₁₀ of the largest over the smallest: 0 is an isometry; inf with a 0, nan unknown."""
        if np.isnan(self.log10).any():
            return math.nan
        return float(self.log10[0] - self.log10[-1]) if self.log10[0] > -math.inf else math.nan

    @property
    def log10_root_mean_square(self) -> float:
        """log₁₀ of √(mean σ²), by which the matrix scales a random vector; 1 → 0."""
        known = self.log10[self.log10 > -math.inf]
        if not known.size:
            return -math.inf
        top = float(known.max())
        total = float(np.sum(10.0 ** (2.0 * (known - top))))
        return top + 0.5 * math.log10(total / self.log10.size)


@dataclass(frozen=True, slots=True, eq=False)
class Jacobians:
    """Spectra for one sample.

    layers : J_l = ∂a^(l)/∂a^(l−1) = diag f′(z^(l)) W^(l) of layers 1..L.
    upward : J_l … J_1 = ∂a^(l)/∂x of layers 1..L; the last is the whole network's.
    """

    layers: tuple[Spectrum, ...]
    upward: tuple[Spectrum, ...]


def jacobians(
    forward: ForwardPass, sample: int = 1, *, cancelled: Callable[[], bool] | None = None
) -> Jacobians:
    """The spectra of one sample of a pass without ensemble axes.

    The product is kept as Q diag(d) T with Q orthonormal and T well conditioned, renewed at each
    layer by a QR decomposition with column pivoting, so that no small singular value drowns in
    the rounding of a large one; the last step is a one-sided Jacobi SVD, which keeps the relative
    accuracy of graded matrices. Rows of units that pass nothing on are taken out exactly.

    Parameters
    ----------
    sample : int
        Which sample of the pass, from 1.

    Raises
    ------
    Problem
        Where the forward pass overflowed.
    Cancelled
        Where `cancelled` says so, checked per layer.

    Source: Saxe et al. 2013 and Pennington et al. 2017 for dynamical isometry; Stewart 1997 for
    graded QR; Drmač & Veselić 2008 for the Jacobi SVD.
    """
    if forward.overflow_layer is not None:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "The forward pass overflowed in layer {layer}: no Jacobian beyond it."
            ),
            layer=forward.overflow_layer,
        )
    layers: list[Spectrum] = []
    upward: list[Spectrum] = []
    product = _GradedProduct(forward.network.inputs)
    for number in range(1, forward.network.depth + 1):
        check_cancelled(cancelled)
        jacobian = _jacobian(forward, number, sample - 1)
        layers.append(_spectrum_of(jacobian))
        product.multiply(jacobian)
        upward.append(product.spectrum())
    return Jacobians(tuple(layers), tuple(upward))


def _jacobian(forward: ForwardPass, number: int, row: int) -> Floats:
    """∂a^(l)/∂a^(l−1) of one sample, (fan_out, fan_in) float64."""
    passed = forward.layers[number - 1]
    weights = np.asarray(forward.parameters.weights[number - 1], np.float64)
    z = passed.pre_activation[row : row + 1].astype(np.float64)
    rule = passed.rule
    with np.errstate(all="ignore"):
        if rule.rule.elementwise:
            jacobian = rule.slope(z, rule.value(z)).T * weights
        else:
            jacobian = rule.rule.derivative(z, **rule.options)[0] @ weights
    return np.asarray(jacobian)


def _spectrum_of(jacobian: Floats) -> Spectrum:
    product = _GradedProduct(jacobian.shape[1])
    product.multiply(jacobian)
    return product.spectrum()


class _GradedProduct:
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
        """The product becomes left · product."""
        from scipy.linalg import qr

        self._size = min(left.shape[0], self._columns)
        live = np.flatnonzero(left.any(axis=1))
        passed = np.zeros((left.shape[0], 0))
        if live.size and self._d.size:
            _, shift = np.frexp(np.abs(left).max())
            matrix = (np.ldexp(left[live], -int(shift)) @ self._q) * self._d
            q, r, order = qr(matrix, mode="economic", pivoting=True)
            diagonal = np.abs(np.diagonal(r))
            columns = np.linalg.norm(matrix, axis=0)[order[: diagonal.size]]
            told = (diagonal > _LOST * columns) & (diagonal > _FAINTEST * diagonal[0])
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
            found[:rank] = _logarithms(self._t.T * self._d) + self._exponent * _LOG10_2
            found[rank : rank + self._lost] = math.nan
        return Spectrum(found)


def _logarithms(graded: Floats) -> Floats:
    """log₁₀ of the singular values of a matrix whose columns are graded, (columns,), descending."""
    from scipy.linalg.lapack import dgejsv

    # Jobs: columns scaled (C), no singular vectors, values below the float range set to 0.
    values, _, _, work, _, _ = dgejsv(np.asfortranarray(graded), joba=0, jobu=3, jobv=3)
    scale = float(work[0] / work[1])
    with np.errstate(divide="ignore"):
        found = np.log10(values) + math.log10(scale)
    return np.where(values > 0, found, math.nan)

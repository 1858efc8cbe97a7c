"""The few array operations of a pass, for one network or for an ensemble of them.

Everything that makes an ensemble different from a single network stands here: which product BLAS
computes, what is summed, which exponents there are. The passes themselves are written once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.scaling import BoolArray, IntArray, no_exponent, renormalize

Array = npt.NDArray[Any]

_LENGTHS_KEPT = 32
# OpenBLAS multiplies by a small transposed matrix a quarter slower than by a copy of it.
_WORTH_A_COPY = (256, 4096)
_SAFE = {np.dtype(np.float32): 2.0**80, np.dtype(np.float64): 2.0**600}


class Ones(dict[int, Array]):
    """Vectors of ones by their length; the dot product with one is a sum."""

    def __init__(self, dtype: np.dtype[Any]) -> None:
        super().__init__()
        self._dtype = dtype

    def __missing__(self, count: int) -> Array:
        if len(self) > _LENGTHS_KEPT:
            self.clear()
        ones = self[count] = np.ones(count, self._dtype)
        ones.setflags(write=False)
        return ones


class Arithmetic:
    """Operations of one network: no leading axes, sums through BLAS.

    zero : the exponent 0; kept : "nothing was lost", both of ensemble shape and read-only.
    low, high : the sums of squares between which computing on without an exponent loses nothing:
        one more product with factors of a like size stays within the dtype.
    ones : vectors of ones by their length; unit : 1 for each member;
        nothing : no number at all.
    product(left, right) : left @ right; transposed(array) : the last two axes exchanged.
    tiny : the smallest number that a float of this dtype holds with all its digits.
    """

    def __init__(self, dtype: np.dtype[Any], shape: tuple[int, ...]) -> None:
        self.dtype = dtype
        self.shape = shape
        self.high = _SAFE[dtype]
        self.low = 1.0 / self.high
        self.tiny = float(np.finfo(dtype).tiny)
        self.zero: IntArray = no_exponent(shape)
        self.kept: BoolArray = np.zeros(shape, np.bool_)
        self.kept.setflags(write=False)
        self.product: Callable[[Array, Array], Array] = np.ndarray.dot
        self.transposed: Callable[[Array], Array] = attrgetter("T")
        self.ones = Ones(dtype)
        self.unit = np.ones(shape)
        self.nothing: Array = np.empty(0, dtype)

    def weighted(self, activation: Array, weights: Array, bias: Array) -> Array:
        """a Wᵀ + b, (samples, fan_out)."""
        z: Array = activation.dot(_columns(weights.T, activation))
        if np.count_nonzero(bias):
            z += bias
        return z

    def add_bias(self, array: Array, bias: Array) -> None:
        """array += bias, the same in each sample."""
        array += bias

    def over_samples(self, array: Array) -> Array:
        """Σ over the samples, (samples, units) -> (units,)."""
        total: Array = self.ones[array.shape[0]].dot(array)
        return total

    def square_sum(self, array: Array) -> tuple[Array, bool]:
        """Σ of the squares of each member's entries, and whether all lie in the safe range."""
        flat = array.ravel()
        squares: Array = flat.dot(flat)
        return squares, self.low < float(squares) < self.high

    def broadcast(self, array: Array) -> Array:
        """`array` with the leading axes of the ensemble, which the inputs lack."""
        return np.broadcast_to(array, self.shape + array.shape[-2:])

    def renormalized(self, array: Array, exponent: IntArray) -> tuple[Array, Array, IntArray]:
        """array, its sum of squares and exponent, brought into the safe range where needed."""
        squares, safe = self.square_sum(array)
        if not safe:
            array, exponent = renormalize(array, exponent)
            squares, _ = self.square_sum(array)
        return array, squares, exponent


class EnsembleArithmetic(Arithmetic):
    """Operations of an ensemble: leading axes, one sum and one exponent for each member."""

    def __init__(self, dtype: np.dtype[Any], shape: tuple[int, ...]) -> None:
        super().__init__(dtype, shape)
        self.product = np.matmul
        self.transposed = _last_axes_exchanged

    def weighted(self, activation: Array, weights: Array, bias: Array) -> Array:
        z: Array = np.matmul(activation, _columns(weights.swapaxes(-1, -2), activation))
        if np.count_nonzero(bias):
            z += bias[..., None, :]
        return z

    def add_bias(self, array: Array, bias: Array) -> None:
        array += bias[..., None, :]

    def over_samples(self, array: Array) -> Array:
        return np.asarray(np.matmul(self.ones[array.shape[-2]], array))

    def square_sum(self, array: Array) -> tuple[Array, bool]:
        flat = array.reshape(*self.shape, 1, -1)
        squares: Array = np.matmul(flat, flat.swapaxes(-1, -2))[..., 0, 0]
        safe = (self.low < squares) & (squares < self.high)
        return squares, bool(np.count_nonzero(safe) == safe.size)


def _columns(columns: Array, activation: Array) -> Array:
    """Wᵀ, (…, fan_in, fan_out), as BLAS multiplies by it fastest."""
    fan_in, fan_out = columns.shape[-2:]
    least, most = _WORTH_A_COPY
    if least <= fan_in * fan_out <= most <= activation.shape[-2] * fan_in:
        return columns.copy()
    return columns


def _last_axes_exchanged(array: Array) -> Array:
    return array.swapaxes(-1, -2)


@lru_cache(maxsize=64)
def arithmetic_of(dtype: np.dtype[Any], shape: tuple[int, ...]) -> Arithmetic:
    """The operations for parameters of `dtype` with leading axes of `shape`."""
    return EnsembleArithmetic(dtype, shape) if shape else Arithmetic(dtype, shape)

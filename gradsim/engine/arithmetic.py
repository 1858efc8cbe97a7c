"""The few array operations of a pass, for one network or for an ensemble of them.

Everything that makes an ensemble different from a single network stands here: which product BLAS
computes, what is summed, which exponents there are. The passes themselves are written once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.scaling import BoolArray, IntArray, no_exponent, renormalize

Array = npt.NDArray[Any]

_SAFE = {np.dtype(np.float32): 2.0**80, np.dtype(np.float64): 2.0**600}


class Arithmetic:
    """Operations of one network: no leading axes, sums through BLAS.

    zero : the exponent 0; kept : "nothing was lost", both of ensemble shape and read-only.
    low, high : the sums of squares between which computing on without an exponent loses nothing:
        one more product with factors of a like size stays within the dtype.
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
        self._ones = np.ones(0, dtype)

    def ones(self, count: int) -> Array:
        """A vector of `count` ones, whose dot product is a sum."""
        ones = self._ones
        if ones.size < count:
            self._ones = ones = np.ones(count, self.dtype)
        return ones[:count]

    def product(self, left: Array, right: Array) -> Array:
        """left @ right."""
        return left.dot(right)

    def transposed(self, array: Array) -> Array:
        """The last two axes exchanged."""
        return array.T

    def add_bias(self, array: Array, bias: Array) -> None:
        """array += bias, the same in each sample."""
        array += bias

    def over_samples(self, array: Array) -> Array:
        """Σ over the samples, (samples, units) -> (units,)."""
        return self.ones(array.shape[0]).dot(array)

    def square_sum(self, array: Array) -> Array:
        """Σ of the squares of each member's entries."""
        flat = array.ravel()
        return flat.dot(flat)

    def is_safe(self, squares: Array) -> bool:
        """Whether every member's sum of squares lies within the safe range."""
        return bool(self.low < squares < self.high)

    def broadcast(self, array: Array) -> Array:
        """`array` with the leading axes of the ensemble, which the inputs lack."""
        return np.broadcast_to(array, self.shape + array.shape[-2:])

    def renormalized(
        self, array: Array, squares: Array, exponent: IntArray
    ) -> tuple[Array, Array, IntArray]:
        """array, its sum of squares and exponent, brought into the safe range where needed."""
        if self.is_safe(squares):
            return array, squares, exponent
        array, exponent = renormalize(array, exponent)
        return array, self.square_sum(array), exponent


class EnsembleArithmetic(Arithmetic):
    """Operations of an ensemble: leading axes, one sum and one exponent for each member."""

    def product(self, left: Array, right: Array) -> Array:
        return np.matmul(left, right)

    def transposed(self, array: Array) -> Array:
        return array.swapaxes(-1, -2)

    def add_bias(self, array: Array, bias: Array) -> None:
        array += bias[..., None, :]

    def over_samples(self, array: Array) -> Array:
        return np.asarray(array.sum(axis=-2))

    def square_sum(self, array: Array) -> Array:
        flat = array.reshape(*self.shape, 1, -1)
        return np.matmul(flat, flat.swapaxes(-1, -2))[..., 0, 0]

    def is_safe(self, squares: Array) -> bool:
        return bool(((self.low < squares) & (squares < self.high)).all())


@lru_cache(maxsize=64)
def arithmetic_of(dtype: np.dtype[Any], shape: tuple[int, ...]) -> Arithmetic:
    """The operations for parameters of `dtype` with leading axes of `shape`."""
    return EnsembleArithmetic(dtype, shape) if shape else Arithmetic(dtype, shape)

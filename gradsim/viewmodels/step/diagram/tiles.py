"""Heat-map tiles: a weight matrix as a small picture of grey shades."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

TILE_CELLS = 96
"""A tile has at most this many cells a side; a larger W is gathered into blocks."""


def tile_shades(weights: NDArray[np.floating]) -> NDArray[np.uint8]:
    """Shades of a tile: (rows, columns) uint8, 128 for zero, 255 for +max |w|, 1 for −max |w|.

    weights : (fan_out, fan_in). Row j, column k of the tile stand for w_jk, or where W is larger
    than the tile for a block of weights, of which the one largest in magnitude is shown: a block
    is never greyer than what it holds. A W without a finite weight other than 0 is all 128; a
    block with a NaN or inf is 0, a shade that no number has.
    """
    gathered = _strongest(_strongest(weights, 0), 1)
    finite = np.isfinite(gathered)
    largest = float(np.abs(gathered[finite]).max(initial=0.0))
    shades = np.full(gathered.shape, 128, dtype=np.uint8)
    if largest > 0.0:
        scaled = np.where(finite, gathered, 0.0) / largest
        shades = (128.0 + np.rint(127.0 * scaled)).astype(np.uint8)
    shades[~finite] = 0
    return shades


def _strongest(values: NDArray[np.floating], axis: int) -> NDArray[np.floating]:
    """The signed value of largest magnitude in each block along `axis`."""
    count = values.shape[axis]
    if count <= TILE_CELLS:
        return values
    starts = np.linspace(0, count, TILE_CELLS, endpoint=False).astype(np.int64)
    high = np.maximum.reduceat(values, starts, axis=axis)
    low = np.minimum.reduceat(values, starts, axis=axis)
    strongest: NDArray[np.floating] = np.where(high >= -low, high, low)
    return strongest

"""Random streams: one seed gives every layer, role and sample a stream of its own.

Elementwise draws are laid out so that a matrix that grows or shrinks keeps its overlap: columns
come in blocks of 32, each block from a stream of its own that fills row after row.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

_BLOCK = 32


class Role(IntEnum):
    """What a stream is for; part of its key, so the values never change."""

    WEIGHTS = 0
    BIAS = 1
    PROBE = 2
    SPARSITY = 3
    SHUFFLE = 4
    SPLIT = 5


def stream(seed: int, layer_id: int, role: Role, part: int = 0) -> np.random.Generator:
    """The generator of one part of one layer's draws under `seed`."""
    key = np.random.SeedSequence(entropy=seed, spawn_key=(layer_id, int(role), part))
    return np.random.Generator(np.random.PCG64(key))


def normals(seed: int, layer_id: int, role: Role, rows: int, columns: int) -> Array:
    """Standard normal draws, (rows, columns) float64; a smaller shape is the corner of a larger."""
    draws = np.empty((rows, columns))
    for part, start in enumerate(range(0, columns, _BLOCK)):
        width = min(_BLOCK, columns - start)
        block = stream(seed, layer_id, role, part).standard_normal((rows, _BLOCK))
        draws[:, start : start + width] = block[:, :width]
    return draws


def probe_directions(seed: int, first_sample: int, samples: int, units: int) -> Array:
    """The fixed random r of the cost `probe`, (samples, units) float64, one row per sample.

    `first_sample` counts from 1: sample 5 alone gets the row that it has in the batch.
    """
    rows = first_sample - 1 + samples
    return normals(seed, 0, Role.PROBE, rows, units)[first_sample - 1 :]

"""Random streams: one seed gives every layer, role and sample a stream of its own.

Elementwise draws are laid out so that a matrix that grows or shrinks keeps its overlap: columns
come in blocks of 32, each block from a stream of its own that fills row after row.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.seeding import State, pcg64_states

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
    PROJECTION = 6
    DROPOUT = 7


def stream(seed: int, layer_id: int, role: Role, part: int = 0) -> np.random.Generator:
    """The generator of one part of one layer's draws under `seed`."""
    key = np.random.SeedSequence(entropy=seed, spawn_key=(layer_id, int(role), part))
    return np.random.Generator(np.random.PCG64(key))


class Streams:
    """Where generators come from: here each is made when it is asked for."""

    def of(self, seed: int, layer_id: int, role: Role, part: int = 0) -> np.random.Generator:
        """The generator of one part, at its beginning."""
        return stream(seed, layer_id, role, part)


FRESH = Streams()


class ManyStreams(Streams):
    """The same for the weights of many seeds: all states are found at once, one generator serves.

    A generator must be done with before the next is asked for. Belongs to one thread.
    """

    def __init__(self, seeds: Iterable[int], layers: Iterable[tuple[int, int]]) -> None:
        """For each layer its id and the columns of its matrix."""
        self._keys = [
            (seed, layer_id, int(Role.WEIGHTS), part)
            for layer_id, columns in layers
            for seed in seeds
            for part in range(-(-columns // _BLOCK))
        ]
        self._states: dict[tuple[int, int, int, int], State] = {}
        self._bits = np.random.PCG64(0)
        self._generator = np.random.Generator(self._bits)

    def of(self, seed: int, layer_id: int, role: Role, part: int = 0) -> np.random.Generator:
        """The generator of one part, at its beginning."""
        if not self._states:
            self._states = dict(zip(self._keys, pcg64_states(self._keys), strict=True))
        found = self._states.get((seed, layer_id, int(role), part))
        if found is None:
            return stream(seed, layer_id, role, part)
        self._bits.state = {
            "bit_generator": "PCG64",
            "state": {"state": found[0], "inc": found[1]},
            "has_uint32": 0,
            "uinteger": 0,
        }
        return self._generator


def normals(
    seed: int, layer_id: int, role: Role, rows: int, columns: int, streams: Streams = FRESH
) -> Array:
    """Standard normal draws, (rows, columns) float64; a smaller shape is the corner of a larger."""
    draws = np.empty((rows, columns))
    for part, start in enumerate(range(0, columns, _BLOCK)):
        width = min(_BLOCK, columns - start)
        block = streams.of(seed, layer_id, role, part).standard_normal((rows, _BLOCK))
        draws[:, start : start + width] = block[:, :width]
    return draws


def probe_directions(seed: int, first_sample: int, samples: int, units: int) -> Array:
    """The fixed random r of the cost `probe`, (samples, units) float64, one row per sample.

    `first_sample` counts from 1: sample 5 alone gets the row that it has in the batch.
    """
    rows = first_sample - 1 + samples
    return normals(seed, 0, Role.PROBE, rows, units)[first_sample - 1 :]

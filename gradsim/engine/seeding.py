"""The states of many random streams at once, the very ones that NumPy gives each by itself.

``PCG64(SeedSequence(seed, spawn_key=…))`` takes as long as drawing six hundred normals, nearly all
of it in calls. Here the hash of all keys runs side by side, and one generator is put from state to
state. NumPy promises that neither algorithm ever changes (NEP 19); a test compares the two.

Source: O'Neill 2015, "Developing a seed_seq alternative"; NumPy, bit_generator.pyx and pcg64.c.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Words = npt.NDArray[np.uint32]

_POOL = 4
_INIT_A, _MULT_A = 0x43B0D7E5, 0x931E8875
_INIT_B, _MULT_B = 0x8B51F9DD, 0x58F38DED
_MIX_LEFT, _MIX_RIGHT = np.uint32(0xCA01F9DD), np.uint32(0x4973F715)
_SHIFT = np.uint32(16)
_MASK_32, _MASK_128 = (1 << 32) - 1, (1 << 128) - 1
_PCG_MULTIPLIER = (2549297995355413924 << 64) + 4865540595714422341

State = tuple[int, int]
"""State and increment of one PCG64."""


def pcg64_states(keys: Sequence[tuple[int, int, int, int]]) -> list[State]:
    """For each (seed, *spawn key) the state of ``PCG64(SeedSequence(seed, spawn_key=…))``.

    Every number lies between 0 and 2³² − 1.
    """
    words = np.array(keys, np.uint32).T
    seeds, spawned = words[0], words[1:]
    nothing = np.zeros_like(seeds)
    constants = _Constants(_INIT_A, _MULT_A)
    pool = [constants.hashed(word) for word in (seeds, *[nothing] * (_POOL - 1))]
    for source in range(_POOL):
        for target in range(_POOL):
            if source != target:
                pool[target] = _mixed(pool[target], constants.hashed(pool[source]))
    for word in spawned:
        for target in range(_POOL):
            pool[target] = _mixed(pool[target], constants.hashed(word))
    constants = _Constants(_INIT_B, _MULT_B)
    halves = [constants.hashed(pool[place % _POOL]).tolist() for place in range(8)]
    return [_pcg64(*parts) for parts in zip(*halves, strict=True)]


class _Constants:
    """The running constant of the hash."""

    def __init__(self, first: int, multiplier: int) -> None:
        self._now, self._multiplier = first, multiplier

    def hashed(self, words: Words) -> Words:
        mixed = words ^ np.uint32(self._now)
        self._now = self._now * self._multiplier & _MASK_32
        mixed *= np.uint32(self._now)
        mixed ^= mixed >> _SHIFT
        return mixed


def _mixed(left: Words, right: Words) -> Words:
    mixed = left * _MIX_LEFT
    mixed -= right * _MIX_RIGHT
    mixed ^= mixed >> _SHIFT
    return mixed


def _pcg64(
    a: int, b: int, c: int, d: int, e: int, f: int, g: int, h: int
) -> State:  # eight 32-bit words, the lower half of each 64-bit word first
    start = (b << 96) | (a << 64) | (d << 32) | c
    increment = (((f << 96) | (e << 64) | (h << 32) | g) << 1 | 1) & _MASK_128
    state = ((increment + start) * _PCG_MULTIPLIER + increment) & _MASK_128
    return state, increment

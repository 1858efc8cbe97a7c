"""How the process keeps the memory that one pass frees for the next one."""

from __future__ import annotations

import numpy as np

_LARGEST_BLOCK = 30 * 2**20


def keep_freed_memory() -> None:
    """Let the C library keep up to 60 MB of freed memory instead of giving it back at once.

    A pass frees the arrays of the one before it. glibc hands such memory back to the system, and
    every page of it is then fetched again, which takes longer than the arithmetic of a
    50 × 64 × 128 pass. But glibc adapts: once a large block was freed, it keeps twice as much.
    The block is never touched, so it costs no memory; elsewhere this does nothing.

    Source: mallopt(3), dynamic M_MMAP_THRESHOLD.
    """
    block = np.empty(_LARGEST_BLOCK, np.uint8)
    del block

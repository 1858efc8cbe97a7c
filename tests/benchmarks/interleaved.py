"""Timing two or more computations against each other on a busy machine."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Mapping

BLOCK_SECONDS = 0.01
"""What is quicker than this is repeated until it lasts as long, as timeit does."""


def medians(
    computations: Mapping[str, Callable[[], object]], *, seconds: float = 4.0, least: int = 15
) -> dict[str, float]:
    """Median seconds of each computation, in blocks that take turns so that noise is shared."""
    repeats: dict[str, int] = {}
    for name, computation in computations.items():
        computation()
        once = min(_timed(computation, 1) for _ in range(5))
        repeats[name] = max(1, math.ceil(BLOCK_SECONDS / once))
    taken: dict[str, list[float]] = {name: [] for name in computations}
    until = time.perf_counter() + seconds
    rounds = 0
    while time.perf_counter() < until or rounds < least:
        for name, computation in computations.items():
            taken[name].append(_timed(computation, repeats[name]) / repeats[name])
        rounds += 1
    return {name: statistics.median(times) for name, times in taken.items()}


def _timed(computation: Callable[[], object], repeats: int) -> float:
    start = time.perf_counter()
    for _ in range(repeats):
        computation()
    return time.perf_counter() - start

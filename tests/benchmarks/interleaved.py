"""Timing two or more computations against each other on a busy machine."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping


def medians(
    computations: Mapping[str, Callable[[], object]], *, seconds: float = 3.0, least: int = 15
) -> dict[str, float]:
    """Median seconds of each computation, run in turn again and again so that noise is shared."""
    taken: dict[str, list[float]] = {name: [] for name in computations}
    for computation in computations.values():
        computation()
    until = time.perf_counter() + seconds
    rounds = 0
    while time.perf_counter() < until or rounds < least:
        for name, computation in computations.items():
            start = time.perf_counter()
            computation()
            taken[name].append(time.perf_counter() - start)
        rounds += 1
    return {name: statistics.median(times) for name, times in taken.items()}

"""How far the weights of each layer have gone from where they began."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from gradsim.engine.initialization import Parameters
from gradsim.engine.training.sizes import log10_norm

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

_LEAST, _MOST = 1e-250, 1e250
"""Sums of squares between these have lost nothing at either end of float64."""


def log10_movement(now: Parameters, start: Parameters) -> Floats:
    """log₁₀(‖W − W₀‖/‖W₀‖) of each layer, (L,): −inf for not at all, +inf where W₀ was 0 and W is
    not."""
    pairs = zip(now.weights, start.weights, strict=True)
    return np.array([_movement(weights, before) for weights, before in pairs], np.float64)


class FirstMoves:
    """The first step after which each layer had moved by each of a few shares of its size.

    start : where the run begins. shares : ascending, each above 0.

    Attributes
    ----------
    steps : (shares, L); 0 where a layer has not moved as far. A layer that began at 0 has moved by
        every share as soon as it is not 0 any more.
    """

    def __init__(self, start: Parameters, shares: tuple[float, ...]) -> None:
        self.shares = shares
        self._start = start.weights
        with np.errstate(all="ignore"):
            self._squares = [float(each.ravel().dot(each.ravel())) for each in start.weights]
        self.steps: Integers = np.zeros((len(shares), len(start.weights)), np.int64)

    def look(self, step: int, now: Parameters) -> None:
        """Note which layers have come far enough after `step` steps."""
        for index in np.flatnonzero(self.steps[-1] == 0):
            share = self._share(int(index), now.weights[index])
            for place, wanted in enumerate(self.shares):
                if self.steps[place, index] == 0 and share >= wanted:
                    self.steps[place, index] = step

    def _share(self, index: int, weights: Floats) -> float:
        """‖W − W₀‖/‖W₀‖ of one layer."""
        before, size = self._start[index], self._squares[index]
        with np.errstate(all="ignore"):
            change = (weights - before).ravel()
            moved = float(change.dot(change))
            if _LEAST < size < _MOST and _LEAST < moved < _MOST:
                return math.sqrt(moved / size)
            return float(np.power(10.0, _movement(weights, before)))


def _movement(weights: Floats, before: Floats) -> float:
    # Halved, the difference does not leave float64.
    change = 0.5 * weights - 0.5 * before
    moved, size = log10_norm(change), log10_norm(0.5 * before)
    return moved if moved == -np.inf else moved - size

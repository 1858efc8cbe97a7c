"""Central difference quotients of one number at halved steps, and what they extrapolate to."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import numpy as np

# How many units in the last place of `scale` a difference may be off.
_ROUNDINGS = 8
_EPSILON = float(np.finfo(np.float64).eps)


class DifferenceSeries:
    """Quotients from steps that cross no kink (f′ jumps) and no bend (f″ jumps), as they come in.

    Parameters
    ----------
    start : float
        The first step; each one after it is half of the one before.
    scale : float
        What rounding is a share of: the size of the numbers whose differences are taken, and of
        those on the way to them, each times how strongly it is felt at the end.
    """

    def __init__(self, start: float, scale: float) -> None:
        self._start = start
        self._scale = scale
        self._tried = 0
        self._steps: list[float] = []
        self._smooth: list[float] = []
        self._every: list[float] = []
        self._kinked = True

    def next_steps(self, count: int) -> list[float]:
        """The next `count` steps."""
        return [self._start * 0.5 ** (self._tried + index) for index in range(count)]

    def add(
        self,
        gaps: Sequence[float],
        kinked: Sequence[bool],
        bent: Sequence[bool],
        far: Sequence[bool],
    ) -> None:
        """Take in f(x+h) − f(x−h) for the next steps, which of them crossed what, and which went
        too far to be small."""
        steps = self.next_steps(len(gaps))
        for step, gap, *crossed, too_far in zip(steps, gaps, kinked, bent, far, strict=True):
            quotient = math.nan if too_far else float(gap) / (2 * step)
            self._every.append(quotient)
            self._kinked = bool(crossed[0])
            if any(crossed) or too_far:
                # Larger steps did it too: what they gave is worth nothing.
                self._steps, self._smooth = [], []
            elif math.isfinite(quotient):
                self._steps.append(step)
                self._smooth.append(quotient)
        self._tried += len(gaps)

    @property
    def formed(self) -> bool:
        """Whether the smallest step gave a number at all."""
        return math.isfinite(self.last)

    @property
    def kinked(self) -> bool:
        """Whether even the smallest step crossed a kink."""
        return self._kinked

    @property
    def last(self) -> float:
        """The quotient of the smallest step; nan where there is none."""
        return self._every[-1] if self._every else math.nan

    def best(self) -> tuple[float, float]:
        """The best value and its error: (nan, inf) where there is none, or only across a kink.

        The error holds where the function is smooth within the steps. One that curls within them
        gives quotients that agree by accident: whoever adds steps marks those that go too far.
        """
        if self._kinked:
            return math.nan, math.inf
        if len(self._smooth) >= 2:
            return romberg(self._smooth, self._steps, self._scale)
        if len(self._every) < 2:
            return math.nan, math.inf
        # Only bends: the quotients still converge, though only as fast as the step.
        last = self._start * 0.5 ** (self._tried - 1)
        change = abs(self._every[-1] - self._every[-2])
        if not math.isfinite(change):
            return math.nan, math.inf
        return self._every[-1], 2 * change + _rounding(self._scale, last)


def romberg(
    quotients: Sequence[float], steps: Sequence[float], scale: float
) -> tuple[float, float]:
    """Extrapolate central quotients at halved `steps` to step 0: the best value, its error.

    The error is the largest of how far the two extrapolations lie from which it came, what
    rounding leaves in it, and, where the quotients have not yet begun to converge (they do so
    fourfold with each halving), how much the last of them changed.

    Source: Ridders 1982; Numerical Recipes, "Numerical Derivatives".
    """
    best, error = quotients[0], math.inf
    above: list[float] = []
    for index, (quotient, step) in enumerate(zip(quotients, steps, strict=True)):
        row = [quotient]
        floor = _rounding(scale, step)
        if not _converging(quotients[: index + 1], floor):
            floor = max(floor, abs(quotient - quotients[index - 1]))
        for order, earlier in enumerate(above, start=1):
            factor = 4.0**order
            value = (factor * row[-1] - earlier) / (factor - 1)
            guess = max(abs(value - row[-1]), abs(value - earlier), floor)
            row.append(value)
            if guess < error:
                best, error = value, guess
        above = row
    return best, float(error)


def _converging(quotients: Sequence[float], rounding: float) -> bool:
    """Whether the last three changes shrink at least by half each, or are all rounding."""
    changes = [abs(after - before) for before, after in itertools.pairwise(quotients[-4:])]
    if not changes or changes[-1] <= rounding:
        return True
    return len(changes) == 3 and all(
        after <= 0.5 * before for before, after in itertools.pairwise(changes)
    )


def _rounding(scale: float, step: float) -> float:
    return _ROUNDINGS * _EPSILON * scale / step

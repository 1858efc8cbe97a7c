"""The readings of a moment as numbers over the steps, one for each layer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, TypeVar

import numpy as np
import numpy.typing as npt

from gradsim.engine.instruments import Reading
from gradsim.viewmodels.training.moment import RECENT_ROWS, RECENT_STEPS, Moment

Floats = npt.NDArray[np.float64]
Item = TypeVar("Item")

SHARES: Final = ("saturated", "dead")
PER_LAYER: Final = ("gradient", "weights", *SHARES)
"""Instruments that have one number a layer: log₁₀‖∂C/∂W‖ of the batches, log₁₀‖W‖, and shares."""


def recent_reading(moment: Moment) -> int:
    """The index of the first of the recent readings: of the last 1,000 steps, or 100 of them."""
    readings = moment.readings
    if not readings:
        return 0
    first = bisect_left(
        readings, readings[-1].step - RECENT_STEPS, key=lambda reading: reading.step
    )
    return max(0, min(first, len(readings) - RECENT_ROWS))


def first_reading(moment: Moment, *, whole: bool) -> int:
    """Where to begin: with the recent ones, which give way where an earlier moment is shown."""
    first = 0 if whole else recent_reading(moment)
    return first if moment.readings and moment.steps >= moment.readings[first].step else 0


def layer_series(
    moment: Moment, instrument: str, most: int, first: int = 0
) -> tuple[Floats, Floats]:
    """One of PER_LAYER but the gradient, of at most `most` evenly spaced readings from the one at
    `first` on: (readings, L), and their steps."""
    chosen = thinned(moment.readings[first:], most)
    if not chosen:
        return np.empty((0, moment.layers)), np.empty(0)
    table = np.stack([_of(reading, instrument) for reading in chosen])
    return table, np.array([reading.step for reading in chosen], np.float64)


def thinned(items: Sequence[Item], most: int) -> Sequence[Item]:
    """At most `most` of the items, evenly spaced, the last always among them."""
    return items[::-1][:: -(-len(items) // most) or 1][::-1]


def _of(reading: Reading, instrument: str) -> Floats:
    if instrument == "weights":
        return reading.weight_norms
    return reading.saturated if instrument == "saturated" else reading.dead

"""Where a scan measures: depths evenly from 1, gains evenly in their logarithm, coarse first."""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from gradsim.project.sweeps import Cell

_LEVELS = (4, 8, 16)
"""Into so many parts the range is divided, level after level."""
_SHALLOW = (2, 3, 5)
"""Depths below the first even step that are worth seeing."""


class ScanAxis(StrEnum):
    """What a scan varies."""

    depth = "depth"
    gain = "gain"


def depth_places(top: int) -> tuple[tuple[int, ...], ...]:
    """Depths from 1 to `top`, level by level: each adds those between the ones before."""
    levels: list[tuple[int, ...]] = []
    known: set[int] = set()
    for parts in _LEVELS:
        even = {round(each) for each in np.linspace(1, top, parts + 1)}
        fresh = sorted(even - known)
        known |= even
        levels.append(tuple(fresh))
    shallow = tuple(depth for depth in _SHALLOW if depth < top and depth not in known)
    return (*(level for level in levels if level), *((shallow,) if shallow else ()))


def gain_places(low: float, high: float) -> tuple[tuple[float, ...], ...]:
    """Gains from `low` to `high`, both above 0, level by level, even in their logarithm."""
    levels: list[tuple[float, ...]] = []
    known: set[float] = set()
    for parts in _LEVELS:
        ends = np.log10(low), np.log10(high)
        even = {float(f"{10.0**each:.6g}") for each in np.linspace(*ends, parts + 1)}
        levels.append(tuple(sorted(even - known)))
        known |= even
    return tuple(level for level in levels if level)


def cell_at(axis: ScanAxis, place: float) -> Cell:
    """The cell of a depth or a gain."""
    return Cell(depth=int(place)) if axis is ScanAxis.depth else Cell(gain=float(place))

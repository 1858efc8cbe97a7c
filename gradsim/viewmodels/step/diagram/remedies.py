"""The diagram's remedies: which layers wear badges, and the way past a layer, placed."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gradsim.engine.network import Network
from gradsim.viewmodels.step.diagram.layout import DiagramLayout

LANE = 17.0
"""Height above the units for badges and for the crests of the ways past layers."""
LEAST_SIGN = 22.0
"""A gap narrower than this between two columns has no room for a sign on the crest."""
_PIECES = 8
_STEEP = 0.3
_OFF = 2.5


Point = tuple[float, float]


class Way(NamedTuple):
    """The arc from the column below a layer to its own, level at its crest, where its sign is."""

    start: Point
    crest: Point
    end: Point

    @property
    def halves(self) -> tuple[tuple[Point, Point, Point, Point], ...]:
        """The cubic curves up to the crest and down from it, four points each."""
        (x0, _), (middle, high), (x1, _) = self
        half = middle - x0
        up = (self.start, (x0 + _STEEP * half, high), (middle - 0.5 * half, high), self.crest)
        down = (self.crest, (middle + 0.5 * half, high), (x1 - _STEEP * half, high), self.end)
        return up, down

    @property
    def segments(self) -> NDArray[np.float64]:
        """The arc as short lines, (pieces, 4): x and y of both ends."""
        t = np.linspace(0.0, 1.0, _PIECES + 1)[:, None]
        s = 1.0 - t
        found = []
        for half in self.halves:
            a, b, c, d = (np.array(point) for point in half)
            points = s**3 * a + 3 * s**2 * t * b + 3 * s * t**2 * c + t**3 * d
            found.append(np.hstack((points[:-1], points[1:])))
        return np.concatenate(found)


def lane_of(network: Network) -> float:
    """The height that the diagram of `network` keeps free for remedies."""
    return 0.0 if network.plain else LANE


def way_layers(network: Network) -> tuple[int, ...]:
    """The numbers of the layers that a residual connection leads past."""
    return tuple(
        number for number, layer in enumerate(network.layers, 1) if layer.residual is not None
    )


def way_sign(network: Network, layer: int) -> str:
    """What a gradient meets on the way past `layer`: +1, or +P between different widths."""
    return "+1" if network.fan_in(layer) == network.layers[layer - 1].units else "+P"


def way_of(layout: DiagramLayout, layer: int) -> Way | None:
    """The way past `layer`; None where one of its ends is out of sight."""
    before, after = layout.column(layer - 1), layout.column(layer)
    if before is None or after is None:
        return None
    # Just off the outline, so that a thick arc leaves the number in the unit alone.
    across = 0.5 * layout.unit_width - 0.15 * layout.unit_height + _OFF
    up = 0.35 * layout.unit_height + _OFF
    start = (before.x + across, before.top - up)
    end = (after.x - across, after.top - up)
    crest = (0.5 * (start[0] + end[0]), layout.header + 0.5 * layout.lane)
    return Way(start, crest, end)


def way_at(
    layout: DiagramLayout, layers: Collection[int], x: float, y: float, reach: float
) -> int | None:
    """The layer whose way past lies within `reach` of a point."""
    for layer in layers:
        way = way_of(layout, layer)
        if way is None or not way.start[0] - reach <= x <= way.end[0] + reach:
            continue
        lines = way.segments
        middles = 0.5 * (lines[:, :2] + lines[:, 2:])
        if np.hypot(*(middles - (x, y)).T).min() <= reach + 2.0:
            return layer
    return None

"""What lies under a point of the diagram, found by geometry alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from gradsim.viewmodels.step.diagram.abridging import NetworkShape
from gradsim.viewmodels.step.diagram.box import Box
from gradsim.viewmodels.step.diagram.layout import DiagramLayout, Gap
from gradsim.viewmodels.step.diagram.remedies import way_at

EDGE_REACH = 5.0
"""How far from its line, in pixels on the screen, an edge still answers."""
UNIT_SLACK = 2.0


class TargetKind(StrEnum):
    """What can be pointed at."""

    UNIT = "unit"
    EDGE = "edge"
    FOLD = "fold"
    LAYER = "layer"
    WAY = "way"
    COST = "cost"
    CUT_LEFT = "cut_left"
    CUT_RIGHT = "cut_right"


class Target(Struct, frozen=True):
    """One thing of the diagram: a unit (layer 0: an input), an edge from `source` to `unit`, …

    For a fold, `unit` and `source` are the first and the last unit that it hides.
    """

    kind: TargetKind
    layer: int = 0
    unit: int = 0
    source: int = 0

    def is_in(self, shape: NetworkShape) -> bool:
        """Whether a network of `shape` has it; a walk that lags may name a thing of another."""
        if self.layer > shape.depth or self.unit > shape.width(self.layer):
            return False
        is_edge = self.kind is TargetKind.EDGE
        return not is_edge or self.source <= shape.width(self.layer - 1)


def target_at(
    layout: DiagramLayout,
    x: float,
    y: float,
    scale: float = 1.0,
    lit: Iterable[tuple[int, int, int]] = (),
    ways: Collection[int] = (),
) -> Target | None:
    """The thing under the point: units, the cost, ways past layers, edges, labels, cuts.

    Parameters
    ----------
    x, y : a point in the layout's own lengths.
    scale : pixels on the screen per length, so that an edge's reach stays the same for the hand.
    lit : (layer, unit, source) of edges drawn above all others.
    ways : layers that a residual connection leads past.
    """
    return (
        _unit_at(layout, x, y, UNIT_SLACK / scale)
        or _cost_at(layout, x, y, UNIT_SLACK / scale)
        or _way_at(layout, ways, x, y, EDGE_REACH / scale)
        or _lit_at(layout, x, y, EDGE_REACH / scale, lit)
        or _weight_at(layout, x, y, EDGE_REACH / scale)
        or _label_at(layout, x, y)
        or _cut_at(layout, x, y)
    )


def tile_cell(gap: Gap, layout: DiagramLayout, x: float, y: float) -> tuple[int, int] | None:
    """The weight (j, k) under a point of a gap's tile, None beside it."""
    tile = gap.tile
    if tile is None or not tile.contains(x, y):
        return None
    rows, columns = layout.shape.width(gap.layer), layout.shape.width(gap.layer - 1)
    row = int((y - tile.top) / tile.height * rows)
    column = int((x - tile.left) / tile.width * columns)
    return min(row, rows - 1) + 1, min(column, columns - 1) + 1


def _unit_at(layout: DiagramLayout, x: float, y: float, slack: float) -> Target | None:
    for column in layout.columns:
        if abs(x - column.x) > layout.unit_width / 2 + slack:
            continue
        for slot in column.slots:
            tall = slot.tall if slot.entry.is_fold else layout.unit_height
            if abs(y - slot.y) <= tall / 2 + slack:
                kind = TargetKind.FOLD if slot.entry.is_fold else TargetKind.UNIT
                source = slot.entry.last if slot.entry.is_fold else 0
                return Target(kind, column.layer, slot.entry.first, source)
    return None


def _cost_at(layout: DiagramLayout, x: float, y: float, slack: float) -> Target | None:
    if layout.cost is not None and layout.cost.contains(x, y, slack):
        return Target(TargetKind.COST, layout.shape.depth)
    return None


def _way_at(
    layout: DiagramLayout, ways: Collection[int], x: float, y: float, reach: float
) -> Target | None:
    layer = way_at(layout, ways, x, y, reach)
    return None if layer is None else Target(TargetKind.WAY, layer)


def _lit_at(
    layout: DiagramLayout, x: float, y: float, reach: float, lit: Iterable[tuple[int, int, int]]
) -> Target | None:
    for layer, unit, source in lit:
        line = layout.edge(layer, unit, source)
        if line is None or not line[0] - reach <= x <= line[2] + reach:
            continue
        if _distances(np.array([line]), x, y)[0] <= reach:
            return Target(TargetKind.EDGE, layer, unit, source)
    return None


def _weight_at(layout: DiagramLayout, x: float, y: float, reach: float) -> Target | None:
    half = layout.unit_width / 2
    for gap, before, after in zip(layout.gaps, layout.columns, layout.columns[1:], strict=False):
        if not before.x + half - reach <= x <= after.x - half + reach:
            continue
        cell = tile_cell(gap, layout, x, y)
        if cell is not None:
            return Target(TargetKind.EDGE, gap.layer, *cell)
        if len(gap.pairs):
            distances = _distances(gap.segments, x, y)
            nearest = int(np.argmin(distances))
            if distances[nearest] <= reach:
                unit, source = (int(number) for number in gap.pairs[nearest])
                return Target(TargetKind.EDGE, gap.layer, unit, source)
    return None


def _distances(segments: NDArray[np.float64], x: float, y: float) -> NDArray[np.float64]:
    """Distance of the point from each line; segments (lines, 4) → (lines,) float64."""
    start, end = segments[:, :2], segments[:, 2:]
    along = end - start
    point = np.array((x, y))
    share = np.einsum("ij,ij->i", point - start, along) / np.einsum("ij,ij->i", along, along)
    nearest = start + np.clip(share, 0.0, 1.0)[:, None] * along
    distances: NDArray[np.float64] = np.hypot(*(point - nearest).T)
    return distances


def _label_at(layout: DiagramLayout, x: float, y: float) -> Target | None:
    for column in layout.columns:
        if abs(x - column.x) <= min(layout.pitch / 2, 40.0) and y < column.top:
            room = Box(column.x - 40.0, 0.0, 80.0, max(36.0, layout.header + layout.lane))
            if room.contains(x, y):
                return Target(TargetKind.LAYER, column.layer)
    return None


def _cut_at(layout: DiagramLayout, x: float, y: float) -> Target | None:
    if layout.cut_left is not None and layout.cut_left.contains(x, y):
        return Target(TargetKind.CUT_LEFT, layout.window.first - 1)
    if layout.cut_right is not None and layout.cut_right.contains(x, y):
        return Target(TargetKind.CUT_RIGHT, layout.window.last + 1)
    return None

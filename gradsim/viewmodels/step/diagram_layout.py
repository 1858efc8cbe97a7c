"""Where every column, unit, edge, tile and the cost box of the diagram stand.

Lengths are device-independent pixels at "fit": the layout is computed for the size of the canvas,
and the canvas only magnifies it. Nothing here knows values, colours or widgets.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from gradsim.viewmodels.step.diagram_abridging import (
    Entry,
    NetworkShape,
    Window,
    gap_kind,
    shown_units,
)
from gradsim.viewmodels.step.diagram_box import Box

HEADER = 40.0
"""Room for two lines of label above the columns."""
LOW_HEADER = 24.0
"""Room for one line, where two would push rows closer than `CLOSE`."""
CLOSE = 44.0
FOOTER = 8.0
MARGIN = 14.0
COST_WIDTH = 84.0
NARROW_COST_WIDTH = 58.0
COST_HEIGHT = 40.0
CUT_WIDTH = 44.0
MAX_PITCH = 190.0
FOLD_WEIGHT = 0.62
"""Height of a fold, in heights of a unit."""
BAR_ROOM = 13.0
"""Height below a unit that its bar needs."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One line of a column, placed: a unit or a fold, and the y of its middle."""

    entry: Entry
    y: float


@dataclass(frozen=True, slots=True)
class Column:
    """One layer (0: the inputs), placed: the x of its middle and its lines."""

    layer: int
    x: float
    slots: tuple[Slot, ...]

    @property
    def top(self) -> float:
        """The y of the first line's middle."""
        return self.slots[0].y

    @property
    def bottom(self) -> float:
        """The y of the last line's middle."""
        return self.slots[-1].y


@dataclass(frozen=True, slots=True, eq=False)
class Gap:
    """The weights of one layer, placed: edges between shown units, or a tile for all of them.

    pairs : (edges, 2) int, the unit j of `layer` and the unit k of the layer before;
    segments : (edges, 4) float64, x and y of the end at k, then of the end at j.
    A gap with a tile has no edges of its own.
    """

    layer: int
    pairs: NDArray[np.int64]
    segments: NDArray[np.float64]
    tile: Box | None


@dataclass(frozen=True, slots=True, eq=False)
class DiagramLayout:
    """The whole picture, placed."""

    shape: NetworkShape
    window: Window
    width: float
    height: float
    unit_width: float
    unit_height: float
    pitch: float
    row: float
    header: float
    columns: tuple[Column, ...]
    gaps: tuple[Gap, ...]
    cost: Box | None
    cut_left: Box | None
    cut_right: Box | None
    middle: float
    places: Mapping[tuple[int, int], tuple[float, float]] = field(repr=False)
    """(layer, unit) → middle of the unit, for the units shown."""

    def column(self, layer: int) -> Column | None:
        """The column of `layer`, None where the window leaves it out."""
        index = layer - self.window.first
        return self.columns[index] if self.window.holds(layer) else None

    def gap(self, layer: int) -> Gap | None:
        """The weights of `layer`, None where the window leaves them out."""
        index = layer - self.window.first - 1
        return self.gaps[index] if 0 <= index < len(self.gaps) else None

    def unit_box(self, layer: int, unit: int) -> Box | None:
        """The outline of a unit, None where it is not shown."""
        place = self.places.get((layer, unit))
        if place is None:
            return None
        x, y = place
        return Box(
            x - self.unit_width / 2, y - self.unit_height / 2, self.unit_width, self.unit_height
        )

    def edge(self, layer: int, unit: int, source: int) -> tuple[float, float, float, float] | None:
        """The line of one weight from `source` to `unit`, None where an end is not shown."""
        start = self.places.get((layer - 1, source))
        end = self.places.get((layer, unit))
        if start is None or end is None:
            return None
        half = self.unit_width / 2
        return start[0] + half, start[1], end[0] - half, end[1]

    def link(self, unit: int) -> tuple[float, float, float, float] | None:
        """The line from an output unit to the cost, None where either is not shown."""
        start = self.places.get((self.shape.depth, unit))
        if start is None or self.cost is None:
            return None
        return start[0] + self.unit_width / 2, start[1], self.cost.left, self.cost.centre[1]


def arrange(
    shape: NetworkShape,
    window: Window,
    width: float,
    height: float,
    kept: Mapping[int, Collection[int]],
) -> DiagramLayout:
    """Place the columns of `window` in a canvas of `width` × `height`.

    Parameters
    ----------
    kept : layer → units that an abridged column must show (selected, or on the path).
    """
    lines = {
        layer: shown_units(shape.width(layer), kept.get(layer, ()))
        for layer in range(window.first, window.last + 1)
    }
    tallest = max(_lines_tall(entries) for entries in lines.values())
    left_room = CUT_WIDTH if window.first > 0 else 0.0
    cost_width = min(max(0.16 * width, NARROW_COST_WIDTH), COST_WIDTH)
    right_room = CUT_WIDTH if window.last < shape.depth else cost_width
    pitch = _pitch(width - 2 * MARGIN - left_room - right_room, len(lines))
    header = HEADER if (height - HEADER - FOOTER) / tallest >= CLOSE else LOW_HEADER
    row = max(min((height - header - FOOTER) / tallest, _tallest_row(pitch, tallest)), 6.0)
    unit_width, unit_height = _unit_size(pitch, row, tallest)
    gutter = pitch - unit_width
    cost_gap = min(max(0.62 * gutter, 18.0), 64.0)
    used = left_room + right_room + pitch * (len(lines) - 1) + unit_width + 2 * MARGIN
    used += cost_gap if window.last == shape.depth else 0.0
    start = max((width - used) / 2, 0.0) + MARGIN + left_room + unit_width / 2
    middle = header + (height - header - FOOTER) / 2

    columns = tuple(
        _column(layer, start + index * pitch, entries, middle - BAR_ROOM / 4, row)
        for index, (layer, entries) in enumerate(lines.items())
    )
    places = {
        (column.layer, slot.entry.first): (column.x, slot.y)
        for column in columns
        for slot in column.slots
        if not slot.entry.is_fold
    }
    gaps = tuple(_gap(shape, before, after, unit_width, row) for before, after in pairwise(columns))
    last_right = columns[-1].x + unit_width / 2
    cost = cut_right = cut_left = None
    if window.last == shape.depth:
        top = middle - BAR_ROOM / 4 - COST_HEIGHT / 2
        cost = Box(last_right + cost_gap, top, cost_width, COST_HEIGHT)
    else:
        cut_right = _cut(last_right + 6.0, middle)
    if window.first > 0:
        cut_left = _cut(columns[0].x - unit_width / 2 - 6.0 - CUT_WIDTH, middle)
    return DiagramLayout(
        shape, window, width, height, unit_width, unit_height, pitch, row, header,
        columns, gaps, cost, cut_left, cut_right, middle, places,
    )  # fmt: skip


def _lines_tall(entries: tuple[Entry, ...]) -> float:
    """Height of a column's lines, in heights of a unit."""
    return sum(FOLD_WEIGHT if entry.is_fold else 1.0 for entry in entries)


def _pitch(room: float, columns: int) -> float:
    """Distance between columns: what the room gives, at most `MAX_PITCH`, at least 30."""
    # The columns' own half widths and the way to the cost take about one more half pitch.
    return max(min(room / max(columns - 0.2, 1.0), MAX_PITCH), 30.0)


def _tallest_row(pitch: float, tallest: float) -> float:
    """Rows do not stand further apart than the columns ask for."""
    return 110.0 if tallest <= 2 else min(max(0.62 * pitch, 84.0), 116.0)


def _unit_size(pitch: float, row: float, tallest: float) -> tuple[float, float]:
    """Width and height of a unit: a circle where there is room, else a capsule, else a dot."""
    largest = 52.0 if tallest <= 2 and pitch >= 110 else 46.0 if row >= 100 else 40.0
    high = min(max(row - BAR_ROOM - 3.0, 0.72 * row, 4.0), largest)
    wide = min(high if high >= 32.0 else 36.0, 0.62 * pitch)
    return max(wide, min(high, 10.0)), min(high, max(wide, 10.0))


def _column(layer: int, x: float, entries: tuple[Entry, ...], middle: float, row: float) -> Column:
    y = middle - row * _lines_tall(entries) / 2
    slots: list[Slot] = []
    for entry in entries:
        tall = row * (FOLD_WEIGHT if entry.is_fold else 1.0)
        slots.append(Slot(entry, y + tall / 2))
        y += tall
    return Column(layer, x, tuple(slots))


def _gap(shape: NetworkShape, before: Column, after: Column, unit_width: float, row: float) -> Gap:
    layer = after.layer
    none = np.empty((0, 2), dtype=np.int64), np.empty((0, 4))
    if gap_kind(shape, layer) == "tile":
        return Gap(layer, *none, tile=_tile(shape, before, after, unit_width, row))
    sources = [(slot.entry.first, slot.y) for slot in before.slots if not slot.entry.is_fold]
    targets = [(slot.entry.first, slot.y) for slot in after.slots if not slot.entry.is_fold]
    left, right = before.x + unit_width / 2, after.x - unit_width / 2
    pairs = np.array([(j, k) for j, _ in targets for k, _ in sources], dtype=np.int64)
    segments = np.array(
        [(left, start, right, end) for _, end in targets for _, start in sources], dtype=np.float64
    )
    pairs.setflags(write=False)
    segments.setflags(write=False)
    return Gap(layer, pairs, segments, None)


def _tile(shape: NetworkShape, before: Column, after: Column, unit_width: float, row: float) -> Box:
    """The heat map between two columns: rows are the units of `after`, columns those of `before`.

    Its sides follow the shape of W between half and twice as tall as wide.
    """
    free = after.x - before.x - unit_width
    wide = max(min(free - 2 * max(0.16 * free, 6.0), 110.0), 6.0)
    ratio = shape.width(after.layer) / shape.width(before.layer)
    room = max(before.bottom - before.top, after.bottom - after.top, 2 * row)
    tall = max(min(wide * min(max(ratio, 0.5), 2.0), room), min(40.0, room))
    x = (before.x + after.x) / 2
    y = (before.top + before.bottom) / 2
    return Box(x - wide / 2, y - tall / 2, wide, tall)


def _cut(left: float, middle: float) -> Box:
    """The stub that stands for the layers left out on one side."""
    return Box(left, middle - 30.0, CUT_WIDTH, 60.0)

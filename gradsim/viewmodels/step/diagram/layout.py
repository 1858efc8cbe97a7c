"""The diagram placed: where every column, unit, edge, tile and the cost box stand.

Lengths are device-independent pixels at "fit": the layout is computed for the size of the canvas,
and the canvas only magnifies it. Nothing here knows values, colours or widgets.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from gradsim.viewmodels.step.diagram.abridging import Entry, NetworkShape, Window
from gradsim.viewmodels.step.diagram.box import Box

HEADER = 40.0
"""Room for two lines of label above the columns."""
BAR_GAP = 4.0
BAR_HEIGHT = 4.0


class Slot(Struct, frozen=True):
    """One line of a column, placed: a unit or a fold, the y of its middle, and its room."""

    entry: Entry
    y: float
    tall: float


class Column(Struct, frozen=True):
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


class Gap(Struct, frozen=True, eq=False):
    """The weights of one layer, placed: edges between shown units, or a tile for all of them.

    pairs : (edges, 2) int, the unit j of `layer` and the unit k of the layer before;
    segments : (edges, 4) float64, x and y of the end at k, then of the end at j.
    A gap with a tile has no edges of its own. `caption` is the room for the tile's size, below
    every line that can cross the gap; None where there is no tile or no room.
    """

    layer: int
    pairs: NDArray[np.int64]
    segments: NDArray[np.float64]
    tile: Box | None
    caption: Box | None = None


class DiagramLayout(Struct, frozen=True, eq=False):
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
    places: Mapping[tuple[int, int], tuple[float, float]]
    """(layer, unit) → middle of the unit, for the units shown."""
    lane: float = 0.0
    """Height between the labels and the units for remedies."""

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

    @property
    def bar_gap(self) -> float:
        """The distance from a unit to the bar below it."""
        return min(BAR_GAP, 0.3 * (self.row - self.unit_height))

    @property
    def bar_height(self) -> float:
        """How high the bar below a unit is."""
        return min(BAR_HEIGHT, 0.38 * (self.row - self.unit_height))

    def fold_box(self, column: Column, slot: Slot) -> Box:
        """The room of a fold's text: no line crosses it, for lines end at the units' sides."""
        return Box.around(column.x, slot.y, self.unit_width, slot.tall)

    def label_box(self, column: Column) -> Box:
        """The room of a column's name."""
        wide = min(self.pitch, 72.0)
        return Box(column.x - wide / 2, 2.0, wide, 31.0 if self.header >= HEADER else 16.0)

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

"""Which layers, units and edges of a network the diagram shows, and which it folds away."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from msgspec import Struct

from gradsim.engine.network import Network

WHOLE_LAYER = 12
"""A layer of up to this many units shows them all."""
ENDS = ((4, 2), (3, 2), (3, 1), (2, 1), (1, 1))
"""How many first and last units an abridged layer shows: as many as the height lets be read."""
KEPT_UNITS = 4
"""Chosen units that an abridged layer shows besides its first and last ones."""
WHOLE_DEPTH = 12
"""A network of up to this many layers shows them all."""
WINDOW = 7
"""Columns around the cursor in a deeper network."""
WHOLE_GAP = 256
"""Up to this many weights between two layers are drawn as edges; more become a heat map."""


class NetworkShape(Struct, frozen=True):
    """How many units stand in each column: the inputs in column 0, layer l in column l."""

    inputs: int
    units: tuple[int, ...]

    @classmethod
    def of(cls, network: Network) -> NetworkShape:
        """The shape of `network`."""
        return cls(network.inputs, tuple(layer.units for layer in network.layers))

    @property
    def depth(self) -> int:
        """The number of layers, inputs not counted."""
        return len(self.units)

    def width(self, layer: int) -> int:
        """Units of column `layer`; 0 names the inputs."""
        return self.inputs if layer == 0 else self.units[layer - 1]

    def weights(self, layer: int) -> int:
        """Weights of `layer`: edges between its column and the one before."""
        return self.width(layer) * self.width(layer - 1)


class Entry(Struct, frozen=True):
    """One line of a column: a unit, or a fold that stands for units `first`..`last`."""

    first: int
    last: int

    @property
    def is_fold(self) -> bool:
        """Whether the line stands for several units."""
        return self.last > self.first

    @property
    def hidden(self) -> int:
        """How many units the fold hides; 0 for a unit."""
        return self.last - self.first + 1 if self.is_fold else 0


class Window(Struct, frozen=True):
    """The columns shown, `first`..`last`, column 0 being the inputs."""

    first: int
    last: int

    def holds(self, layer: int) -> bool:
        """Whether column `layer` is shown."""
        return self.first <= layer <= self.last


def shown_units(
    count: int,
    kept: Collection[int] = (),
    ends: tuple[int, int] = ENDS[0],
    most_kept: int = KEPT_UNITS,
) -> tuple[Entry, ...]:
    """The lines of a column of `count` units, top to bottom.

    Up to twelve units: all. More: the first four, the last two (or as `ends` says), and those of
    `kept` (the first `most_kept` of them that lie between), with a fold for each run left out.
    A run of one unit is shown, for a fold would take almost the same room.
    """
    if count <= WHOLE_LAYER:
        return tuple(Entry(unit, unit) for unit in range(1, count + 1))
    first, last = ends
    between = [unit for unit in kept if first < unit <= count - last]
    chosen = dict.fromkeys(between)
    shown = sorted(
        {
            *range(1, first + 1),
            *list(chosen)[:most_kept],
            *range(count - last + 1, count + 1),
        }
    )
    entries: list[Entry] = []
    expected = 1
    for unit in shown:
        if unit > expected:
            entries.append(Entry(expected, unit - 1))
        entries.append(Entry(unit, unit))
        expected = unit + 1
    return tuple(entries)


def shown_columns(depth: int, cursor: int, previous: Window | None = None) -> Window:
    """The columns shown of a network of `depth` layers when the cursor stands at `cursor`.

    Up to twelve layers: all, with the inputs. More: seven. The window of `previous` stays while
    the cursor and its two neighbours lie inside, so that a step moves the highlight and not the
    picture; otherwise the cursor's column comes to the middle.
    """
    if depth <= WHOLE_DEPTH:
        return Window(0, depth)
    cursor = min(max(cursor, 0), depth)
    if previous is not None and previous.last - previous.first == WINDOW - 1:
        inside = previous.first < cursor < previous.last
        at_end = cursor in (0, depth) and previous.holds(cursor)
        if previous.last <= depth and (inside or at_end):
            return previous
    first = min(max(cursor - WINDOW // 2, 0), depth - WINDOW + 1)
    return Window(first, first + WINDOW - 1)


def gap_kind(shape: NetworkShape, layer: int) -> Literal["edges", "tile"]:
    """How the weights of `layer` are drawn: each as an edge, or all as one heat-map tile."""
    return "edges" if shape.weights(layer) <= WHOLE_GAP else "tile"

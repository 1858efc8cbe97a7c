"""Where the number of the current factor stands: near its thing, and on nothing that is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import hypot
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from gradsim.viewmodels.step.diagram.box import Box
from gradsim.viewmodels.step.diagram.layout import DiagramLayout

Line = tuple[float, float, float, float]
_DISTANCES = (6.0, 3.0, 1.0)
"""Of a tag from its thing: where there is room, and where there is less."""
_STEP = 8.0
_LINE_WIDTH = 5.0
_TILE_SHARE = 0.4


class Obstacles(Struct, frozen=True):
    """What a tag keeps off: `solid` always; the others where there is another place."""

    solid: tuple[Box, ...]
    soft: tuple[Box, ...]
    tiles: tuple[Box, ...]
    lines: tuple[Line, ...] = ()

    @classmethod
    def of(
        cls,
        layout: DiagramLayout,
        *,
        values: bool,
        lit: Sequence[tuple[int, int]] = (),
        lines: Sequence[Line] = (),
        extra: Sequence[Box] = (),
    ) -> Obstacles:
        """Everything in `layout`.

        Parameters
        ----------
        values : whether units show their values; dots without one may be covered.
        lit : (layer, unit) of units that show theirs in any case.
        lines : lines that the walk has lit.
        extra : marks beside units that should stay in sight.
        """
        fixed = _fixed(layout)
        units = fixed.units
        shown = tuple(units.values())
        hidden: tuple[Box, ...] = ()
        if not values:
            seen = set(lit)
            shown = tuple(box for key, box in units.items() if key in seen)
            hidden = tuple(box for key, box in units.items() if key not in seen)
        return cls(
            solid=(*shown, *fixed.solid),
            soft=(*fixed.soft, *extra, *hidden),
            tiles=fixed.tiles,
            lines=tuple(lines),
        )

    def disturbed(self, boxes: Sequence[Box]) -> NDArray[np.float64]:
        """How much of the rest a tag in each of `boxes` would cover: all at once, for speed."""
        lines = [sum(_length_inside(box, line) for line in self.lines) for box in boxes]
        soft, tiles = _overlaps(boxes, self.soft), _overlaps(boxes, self.tiles)
        return soft + _TILE_SHARE * tiles + _LINE_WIDTH * np.array(lines)


class _Fixed(NamedTuple):
    """What stands where it stands as long as the layout does."""

    units: Mapping[tuple[int, int], Box]
    solid: tuple[Box, ...]
    soft: tuple[Box, ...]
    tiles: tuple[Box, ...]


@lru_cache(maxsize=2)
def _fixed(layout: DiagramLayout) -> _Fixed:
    folds = [
        layout.fold_box(column, slot)
        for column in layout.columns
        for slot in column.slots
        if slot.entry.is_fold
    ]
    captions = [gap.caption for gap in layout.gaps if gap.caption is not None]
    cost = [] if layout.cost is None else [layout.cost]
    return _Fixed(
        units={key: _with_bar(layout, *place) for key, place in layout.places.items()},
        solid=(*(layout.label_box(column) for column in layout.columns), *cost),
        soft=(*folds, *captions),
        tiles=tuple(gap.tile for gap in layout.gaps if gap.tile is not None),
    )


def tag_beside_unit(
    layout: DiagramLayout, unit: Box, size: tuple[float, float], obstacles: Obstacles
) -> Box:
    """The place of a tag of `size` at a unit or the cost: above, right, left, below, or near."""
    wide, tall = size
    x, y = unit.centre
    below = unit.bottom + layout.bar_gap + layout.bar_height
    aside = 0.5 * (unit.width + wide)

    def candidates() -> Iterator[Box]:
        for gap in _DISTANCES:
            above = unit.top - gap - tall / 2
            yield Box.around(x, above, wide, tall)
            yield Box.around(x + aside + gap, y, wide, tall)
            yield Box.around(x - aside - gap, y, wide, tall)
            yield Box.around(x, below + gap + tall / 2, wide, tall)
            for side in (0.5 * aside, -0.5 * aside, aside, -aside):
                yield Box.around(x + side, above, wide, tall)
                yield Box.around(x + side, below + gap + tall / 2, wide, tall)

    return _best(layout, candidates(), (x, y), size, obstacles)


def tag_beside_line(
    layout: DiagramLayout, line: Line, size: tuple[float, float], obstacles: Obstacles
) -> Box:
    """The place of a tag of `size` at an edge: above its middle, below, further along, or near."""
    wide, tall = size
    x1, y1, x2, y2 = line
    length = hypot(x2 - x1, y2 - y1) or 1.0
    across = abs(y2 - y1) / length, -abs(x2 - x1) / length
    # Upwards, and off the line to the side that it slopes away from.
    side = 1.0 if y2 >= y1 else -1.0

    def candidates() -> Iterator[Box]:
        for gap in _DISTANCES[:2]:
            reach = across[0] * wide / 2 - across[1] * tall / 2 + gap
            dx, dy = side * across[0] * reach, across[1] * reach
            for share in (0.5, 0.35, 0.65):
                x, y = x1 + share * (x2 - x1), y1 + share * (y2 - y1)
                yield Box.around(x + dx, y + dy, wide, tall)
                yield Box.around(x - dx, y - dy, wide, tall)
                yield Box.around(x, y - tall / 2 - gap, wide, tall)

    return _best(layout, candidates(), ((x1 + x2) / 2, (y1 + y2) / 2), size, obstacles)


def _best(
    layout: DiagramLayout,
    candidates: Iterator[Box],
    about: tuple[float, float],
    size: tuple[float, float],
    obstacles: Obstacles,
) -> Box:
    """The first candidate that disturbs least and covers nothing; else the nearest free place."""
    canvas = Box(2.0, 1.0, layout.width - 4.0, layout.height - 2.0)
    inside = list(dict.fromkeys(_held(box, canvas) for box in candidates))
    solid = np.array(obstacles.solid).reshape(-1, 4)
    free = [box for box, stands in zip(inside, _stand_free(inside, solid), strict=True) if stands]
    if free:
        return free[int(np.argmin(obstacles.disturbed(free)))]
    found = _nearest_free(canvas, about, size, solid)
    return inside[0] if found is None else found


def _stand_free(boxes: Sequence[Box], solid: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which of `boxes` cover nothing of `solid`, (boxes, 4): all pairs at once, for speed."""
    across, down = _shared(boxes, solid)
    stands: NDArray[np.bool_] = ~np.any((across > 0.0) & (down > 0.0), axis=1)
    return stands


def _overlaps(boxes: Sequence[Box], others: Sequence[Box]) -> NDArray[np.float64]:
    """The area that each of `boxes` shares with all of `others` together."""
    across, down = _shared(boxes, np.array(others, dtype=np.float64).reshape(-1, 4))
    areas: NDArray[np.float64] = (across.clip(min=0.0) * down.clip(min=0.0)).sum(axis=1)
    return areas


def _shared(
    boxes: Sequence[Box], others: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Width and height that each pair shares, (boxes, others); negative where they stand apart."""
    left, top, wide, tall = np.array(boxes, dtype=np.float64).T[:, :, None]
    x, y, width, height = others.T[:, None, :]
    across = np.minimum(left + wide, x + width) - np.maximum(left, x)
    down = np.minimum(top + tall, y + height) - np.maximum(top, y)
    return across, down


def _nearest_free(
    canvas: Box,
    about: tuple[float, float],
    size: tuple[float, float],
    solid: NDArray[np.float64],
) -> Box | None:
    """The place nearest to `about` in all of `canvas` that covers nothing of `solid`.

    solid : (boxes, 4) float64: left, top, width, height.
    """
    wide, tall = size
    columns = int((canvas.width - wide) / _STEP)
    # Rows from the foot up, where close rows leave a band free.
    rows = int((canvas.height - tall) / _STEP)
    straight = _held(Box.around(*about, wide, tall), canvas).left
    lefts = np.append(canvas.left + _STEP * np.arange(columns + 1), straight)
    tops = canvas.bottom - tall - _STEP * np.arange(rows + 1)
    x, y, width, height = solid.T[:, :, None]
    beside = (lefts + wide <= x) | (lefts >= x + width)
    apart = (tops + tall <= y) | (tops >= y + height)
    # How many boxes each place covers: those that it is neither beside nor apart from.
    covered = (~apart).astype(np.float32).T @ (~beside).astype(np.float32)
    free = covered == 0.0
    if not free.any():
        return None
    left, top = np.meshgrid(lefts, tops)
    away = np.hypot(left + wide / 2 - about[0], top + tall / 2 - about[1])
    nearest = int(np.argmin(np.where(free, away, np.inf)))
    return Box(float(left.flat[nearest]), float(top.flat[nearest]), wide, tall)


def _held(box: Box, canvas: Box) -> Box:
    """`box` moved into `canvas`."""
    left = min(max(box.left, canvas.left), canvas.right - box.width)
    top = min(max(box.top, canvas.top), canvas.bottom - box.height)
    return Box(left, top, box.width, box.height)


def _with_bar(layout: DiagramLayout, x: float, y: float) -> Box:
    """A unit with the bar below it."""
    tall = layout.unit_height
    bar = layout.bar_gap + layout.bar_height
    return Box(x - layout.unit_width / 2, y - tall / 2, layout.unit_width, tall + bar)


def _length_inside(box: Box, line: Line) -> float:
    """How much of a line lies in `box`. Source: Liang and Barsky (1984)."""
    x1, y1, x2, y2 = line
    dx, dy = x2 - x1, y2 - y1
    start, end = 0.0, 1.0
    for along, room in (
        (-dx, x1 - box.left), (dx, box.right - x1), (-dy, y1 - box.top), (dy, box.bottom - y1),
    ):  # fmt: skip
        if along == 0.0:
            if room < 0.0:
                return 0.0
        elif along < 0.0:
            start = max(start, room / along)
        else:
            end = min(end, room / along)
    return max(end - start, 0.0) * hypot(dx, dy)

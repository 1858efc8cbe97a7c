"""Places the diagram in a canvas: how many units there is height for, and where each one stands.

Every text keeps a size that can be read, so a low canvas shows fewer units of an abridged column
instead of smaller ones.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import pairwise
from math import floor, inf

import numpy as np

from gradsim.viewmodels.step.diagram.abridging import (
    ENDS,
    WHOLE_LAYER,
    Entry,
    NetworkShape,
    Window,
    gap_kind,
    shown_units,
)
from gradsim.viewmodels.step.diagram.box import Box
from gradsim.viewmodels.step.diagram.layout import (
    BAR_GAP,
    BAR_HEIGHT,
    HEADER,
    Column,
    DiagramLayout,
    Gap,
    Slot,
)

LOW_HEADER = 22.0
"""Room for one line, where two would push rows closer than `CLOSE`."""
CLOSE = 44.0
FOOTER = 8.0
TAG_FOOTER = 16.0
"""Room below close rows for what finds none among them: a tile's size, a factor's number."""
MARGIN = 14.0
COST_WIDTH = 84.0
NARROW_COST_WIDTH = 58.0
COST_HEIGHT = 40.0
CUT_WIDTH = 32.0
MAX_PITCH = 190.0
COMFORT = 17.0
"""Rows this far apart have room for letters of 11 pixels; an abridged column keeps to it."""
TIGHT = 14.5
"""Rows this far apart have room for letters of 9 pixels."""
FEWEST_KEPT = 2
"""Chosen units that an abridged column shows in the lowest canvas."""
FOLD_SHARE = 0.4
FOLD = 15.0
"""Height of a fold: this share of a row, and never lower than its text."""
BAR_ROOM = 13.0
"""Height below a unit that its bar needs."""
CAPTION = (32.0, 12.0)
"""The least width, and the height, of the room for a tile's size."""

LEAST_TILE = 100.0
"""No tile is lower than this, where its columns are not."""

Lines = Mapping[int, tuple[Entry, ...]]


def arrange(
    shape: NetworkShape,
    window: Window,
    width: float,
    height: float,
    kept: Mapping[int, Collection[int]],
    lane: float = 0.0,
) -> DiagramLayout:
    """Place the columns of `window` in a canvas of `width` × `height`.

    Parameters
    ----------
    kept : layer → units that an abridged column must show (selected, or on the path).
    lane : height that is kept free above the units.
    """
    lines = _lines(shape, window, height - lane - LOW_HEADER - TAG_FOOTER, kept)
    tallest = max(_lines_tall(entries) for entries in lines.values())
    left_room = CUT_WIDTH if window.first > 0 else 0.0
    cost_width = min(max(0.14 * width, NARROW_COST_WIDTH), COST_WIDTH)
    right_room = CUT_WIDTH if window.last < shape.depth else cost_width
    pitch = _pitch(width - 2 * MARGIN - left_room - right_room, len(lines))
    roomy = _row(lines, height - lane - HEADER - FOOTER) >= CLOSE
    header, footer = (HEADER, FOOTER) if roomy else (LOW_HEADER, TAG_FOOTER)
    room = height - header - lane - footer
    row = max(min(_row(lines, room), _tallest_row(pitch, tallest)), 6.0)
    unit_width, unit_height = _unit_size(pitch, row, tallest)
    gutter = pitch - unit_width
    cost_gap = min(max(0.62 * gutter, 18.0), 64.0)
    used = left_room + right_room + pitch * (len(lines) - 1) + unit_width + 2 * MARGIN
    used += cost_gap if window.last == shape.depth else 0.0
    start = max((width - used) / 2, 0.0) + MARGIN + left_room + unit_width / 2
    # A unit and the bar below it stand together in the middle of their row.
    raised = min(0.5 * (BAR_GAP + BAR_HEIGHT), 0.34 * (row - unit_height))
    # The line through the middle lies on a row of pixels, not between two.
    middle = floor(header + lane + room / 2 - raised) + 0.5 + raised

    columns = tuple(
        _column(layer, start + index * pitch, entries, middle, row, raised)
        for index, (layer, entries) in enumerate(lines.items())
    )
    places = {
        (column.layer, slot.entry.first): (column.x, slot.y)
        for column in columns
        for slot in column.slots
        if not slot.entry.is_fold
    }
    gaps = tuple(_gap(shape, before, after, unit_width) for before, after in pairwise(columns))
    last_right = columns[-1].x + unit_width / 2
    cost = cut_right = cut_left = None
    if window.last == shape.depth:
        cost = Box(
            last_right + cost_gap, middle - raised - COST_HEIGHT / 2, cost_width, COST_HEIGHT
        )
    else:
        cut_right = _cut(last_right + 6.0, middle)
    if window.first > 0:
        cut_left = _cut(columns[0].x - unit_width / 2 - 6.0 - CUT_WIDTH, middle)
    return DiagramLayout(
        shape, window, width, height, unit_width, unit_height, pitch, row, header,
        columns, gaps, cost, cut_left, cut_right, middle, places, lane,
    )  # fmt: skip


def _lines(
    shape: NetworkShape, window: Window, room: float, kept: Mapping[int, Collection[int]]
) -> Lines:
    """The lines of each column: as many of an abridged one as `room` lets be read.

    Columns that show all their units may ask for lower rows; then so do the others.
    """
    layers = range(window.first, window.last + 1)
    whole = [shape.width(layer) for layer in layers if shape.width(layer) <= WHOLE_LAYER]
    lowest = room / max(whole) if whole else inf

    def lines_of(ends: tuple[int, int], most_kept: int) -> Lines:
        return {
            layer: shown_units(shape.width(layer), kept.get(layer, ()), ends, most_kept)
            for layer in layers
        }

    for readable in (COMFORT, TIGHT):
        for ends in ENDS:
            lines = lines_of(ends, FEWEST_KEPT)
            if _row(lines, room) >= min(readable, lowest):
                more = lines_of(ends, 2 * FEWEST_KEPT)
                return more if _row(more, room) >= min(readable, lowest) else lines
    return lines_of(ENDS[-1], FEWEST_KEPT)


def _folds(entries: tuple[Entry, ...]) -> int:
    return sum(entry.is_fold for entry in entries)


def _lines_tall(entries: tuple[Entry, ...]) -> float:
    """Height of a column's lines, in heights of a unit."""
    folds = _folds(entries)
    return len(entries) - folds + FOLD_SHARE * folds


def _row(lines: Lines, room: float) -> float:
    """The height of a unit's row at which the tallest column fills `room`."""
    return min(
        min(
            room / _lines_tall(entries),
            (room - FOLD * _folds(entries)) / (len(entries) - _folds(entries)),
        )
        for entries in lines.values()
    )


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
    capsule = min(max(0.52 * pitch, 36.0), 46.0)
    wide = min(high if high >= 32.0 else capsule, 0.62 * pitch)
    return max(wide, min(high, 10.0)), min(high, max(wide, 10.0))


def _column(
    layer: int, x: float, entries: tuple[Entry, ...], middle: float, row: float, raised: float
) -> Column:
    fold = max(FOLD_SHARE * row, FOLD)
    folds = _folds(entries)
    y = middle - (row * (len(entries) - folds) + fold * folds) / 2
    slots: list[Slot] = []
    for entry in entries:
        tall = fold if entry.is_fold else row
        slots.append(Slot(entry, y + tall / 2 - (0.0 if entry.is_fold else raised), tall))
        y += tall
    return Column(layer, x, tuple(slots))


def _gap(shape: NetworkShape, before: Column, after: Column, unit_width: float) -> Gap:
    layer = after.layer
    if gap_kind(shape, layer) == "tile":
        none = np.empty((0, 2), dtype=np.int64), np.empty((0, 4))
        left, free = before.x + unit_width / 2, after.x - before.x - unit_width
        foot = max(before.bottom, after.bottom) + 6.0
        caption = Box(left, foot, free, CAPTION[1]) if free >= CAPTION[0] else None
        return Gap(layer, *none, _tile(shape, before, after, unit_width), caption)
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


def _tile(shape: NetworkShape, before: Column, after: Column, unit_width: float) -> Box:
    """The heat map between two columns: rows are the units of `after`, columns those of `before`.

    It is as high as the columns beside it, so that what lies on their way crosses it; but a wide
    W stays a wide picture, and a tall one is not much more than four times its width.
    """
    free = after.x - before.x - unit_width
    wide = max(min(free - 2 * max(0.16 * free, 5.0), 110.0), 6.0)
    ratio = shape.width(after.layer) / shape.width(before.layer)
    top, bottom = min(before.top, after.top) - 4.0, max(before.bottom, after.bottom) + 4.0
    tall = min(bottom - top, wide * min(max(4.0 * ratio, 1.2), 4.0))
    tall = max(tall, min(bottom - top, LEAST_TILE))
    return Box.around((before.x + after.x) / 2, (top + bottom) / 2, wide, tall)


def _cut(left: float, middle: float) -> Box:
    """The stub that stands for the layers left out on one side."""
    return Box(left, middle - 30.0, CUT_WIDTH, 60.0)

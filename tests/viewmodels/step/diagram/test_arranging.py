"""A low canvas shows fewer units rather than smaller ones, and nothing that is read collides."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from gradsim.viewmodels.step.diagram.abridging import WHOLE_LAYER, NetworkShape, shown_columns
from gradsim.viewmodels.step.diagram.arranging import (
    COMFORT,
    FOLD,
    LOW_HEADER,
    TAG_FOOTER,
    TIGHT,
    arrange,
)
from gradsim.viewmodels.step.diagram.box import Box
from gradsim.viewmodels.step.diagram.layout import Column, DiagramLayout

WIDE = {
    "fifty of 64": NetworkShape(64, (64,) * 50),
    "digits": NetworkShape(64, (32, 32, 10)),
    "ten of a thousand": NetworkShape(1000, (1000,) * 10),
    "a hundred classes": NetworkShape(64, (64, 100)),
    "wide and narrow": NetworkShape(64, (12, 100, 9, 64, 30, 1)),
}
SIZES = [(612.0, 155.0), (612.0, 217.0), (772.0, 207.0), (772.0, 289.0), (1400.0, 700.0)]
KEPT = dict.fromkeys(range(51), (30, 9))

every_network = pytest.mark.parametrize("name", WIDE)
every_size = pytest.mark.parametrize("size", SIZES)


def laid_out(name: str, size: tuple[float, float], *, kept: bool = True) -> DiagramLayout:
    shape = WIDE[name]
    return arrange(shape, shown_columns(shape.depth, shape.depth), *size, KEPT if kept else {})


def texts_of(layout: DiagramLayout, column: Column) -> list[Box]:
    """The rooms of the lines of a column: units with their bars, and folds."""
    bar = layout.bar_gap + layout.bar_height
    boxes = []
    for slot in column.slots:
        if slot.entry.is_fold:
            boxes.append(layout.fold_box(column, slot))
        else:
            unit = layout.unit_box(column.layer, slot.entry.first)
            assert unit is not None
            boxes.append(unit._replace(height=unit.height + bar))
    return boxes


@every_network
@every_size
def test_units_bars_and_folds_do_not_overlap(name: str, size: tuple[float, float]) -> None:
    layout = laid_out(name, size)
    for column in layout.columns:
        boxes = [layout.label_box(column), *texts_of(layout, column)]
        assert all(not one.overlap(other) for one, other in combinations(boxes, 2))
        assert boxes[-1].bottom <= size[1]


@every_network
@every_size
def test_every_line_is_high_enough_to_read(name: str, size: tuple[float, float]) -> None:
    layout = laid_out(name, size)
    widths = [layout.shape.width(column.layer) for column in layout.columns]
    tallest_whole = max((width for width in widths if width <= WHOLE_LAYER), default=1)
    room = size[1] - LOW_HEADER - TAG_FOOTER
    assert layout.row >= min(TIGHT, room / tallest_whole)
    folds = [slot for column in layout.columns for slot in column.slots if slot.entry.is_fold]
    assert all(slot.tall >= FOLD for slot in folds)


@every_network
@every_size
def test_a_chosen_unit_is_shown_in_every_height(name: str, size: tuple[float, float]) -> None:
    layout = laid_out(name, size)
    wide = [column for column in layout.columns if layout.shape.width(column.layer) > 30]
    assert all((column.layer, 30) in layout.places for column in wide)


def shown(layout: DiagramLayout, layer: int) -> list[int]:
    column = layout.column(layer)
    assert column is not None
    return [slot.entry.first for slot in column.slots if not slot.entry.is_fold]


def test_where_there_is_room_the_first_four_and_the_last_two_are_shown() -> None:
    assert shown(laid_out("fifty of 64", (772, 207), kept=False), 50) == [1, 2, 3, 4, 63, 64]


def test_a_low_canvas_shows_fewer_units_and_not_smaller_ones() -> None:
    low = laid_out("fifty of 64", (612, 155))
    assert len(shown(low, 50)) < len(shown(laid_out("fifty of 64", (772, 289)), 50))
    assert low.row >= COMFORT or shown(low, 50) == [1, 9, 30, 64]


def test_many_chosen_units_give_way_in_a_low_canvas() -> None:
    shape = WIDE["fifty of 64"]
    many = {50: (10, 20, 30, 40)}
    low = arrange(shape, shown_columns(50, 50), 612, 155, many)
    high = arrange(shape, shown_columns(50, 50), 612, 400, many)
    assert {10, 20} <= set(shown(low, 50))
    assert {10, 20, 30, 40} <= set(shown(high, 50))


def test_a_whole_column_sets_the_rows_of_its_neighbours() -> None:
    shape = NetworkShape(12, (12, 64))
    layout = arrange(shape, shown_columns(2, 1), 612, 155, {})
    assert shown(layout, 1) == list(range(1, 13))
    assert shown(layout, 2) == [1, 2, 3, 4, 63, 64]


@every_network
@every_size
def test_captions_of_tiles_lie_below_every_line_of_their_gap(
    name: str, size: tuple[float, float]
) -> None:
    layout = laid_out(name, size)
    halo = 5.7
    for gap, (before, after) in zip(layout.gaps, pairwise(layout.columns), strict=True):
        if gap.caption is None:
            continue
        assert gap.tile is not None
        assert gap.caption.top >= max(before.bottom, after.bottom, gap.tile.bottom) + 2.0
        assert gap.caption.top >= max(before.bottom, after.bottom) + halo
        assert gap.caption.bottom <= size[1]
        units = [*texts_of(layout, before), *texts_of(layout, after)]
        assert all(gap.caption.overlap(unit) < 1e-6 for unit in units)


@every_network
@every_size
def test_tiles_stand_in_the_middle_of_their_gap(name: str, size: tuple[float, float]) -> None:
    layout = laid_out(name, size)
    for gap, (before, after) in zip(layout.gaps, pairwise(layout.columns), strict=True):
        if gap.tile is None:
            continue
        x, y = gap.tile.centre
        assert x == pytest.approx((before.x + after.x) / 2)
        top, bottom = min(before.top, after.top), max(before.bottom, after.bottom)
        assert y == pytest.approx((top + bottom) / 2)
        assert gap.tile.left > before.x + layout.unit_width / 2
        assert gap.tile.right < after.x - layout.unit_width / 2

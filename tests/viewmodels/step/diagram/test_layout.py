"""Everything in the diagram has its place, inside the canvas and apart from its neighbours."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gradsim.viewmodels.step.diagram.abridging import NetworkShape, shown_columns
from gradsim.viewmodels.step.diagram.arranging import BAR_ROOM, arrange
from gradsim.viewmodels.step.diagram.layout import DiagramLayout

SHAPES = {
    "chain": NetworkShape(1, (1, 1, 1)),
    "first look": NetworkShape(2, (3, 3, 3, 3, 1)),
    "digits": NetworkShape(64, (64, 32, 10)),
    "ten of twelve": NetworkShape(8, (12,) * 10),
    "fifty of 64": NetworkShape(64, (64,) * 50),
    "a thousand of 8": NetworkShape(8, (8,) * 1000),
    "ten of a thousand": NetworkShape(1000, (1000,) * 10),
}
SIZES = [(762.0, 330.0), (580.0, 220.0), (1400.0, 700.0)]


def laid_out(shape: NetworkShape, size: tuple[float, float], cursor: int = 1) -> DiagramLayout:
    return arrange(shape, shown_columns(shape.depth, cursor), *size, kept={1: [30]})


every_network = pytest.mark.parametrize("name", SHAPES)
every_size = pytest.mark.parametrize("size", SIZES)


@every_network
@every_size
def test_units_and_cost_lie_inside_the_canvas(name: str, size: tuple[float, float]) -> None:
    shape = SHAPES[name]
    for cursor in (1, shape.depth):
        layout = laid_out(shape, size, cursor)
        boxes = [layout.unit_box(*key) for key in layout.places]
        boxes += [box for box in (layout.cost, layout.cut_left, layout.cut_right) if box]
        for box in boxes:
            assert box is not None
            assert box.left >= 0
            assert box.right <= size[0]
            assert box.top >= layout.header - BAR_ROOM
            assert box.bottom <= size[1]


@every_network
@every_size
def test_units_of_a_column_do_not_touch(name: str, size: tuple[float, float]) -> None:
    layout = laid_out(SHAPES[name], size)
    for column in layout.columns:
        rows = [slot.y for slot in column.slots if not slot.entry.is_fold]
        assert all(below - above > layout.unit_height for above, below in pairwise(rows))


@every_network
@every_size
def test_columns_leave_room_for_the_weights(name: str, size: tuple[float, float]) -> None:
    layout = laid_out(SHAPES[name], size)
    for before, after in pairwise(layout.columns):
        assert after.x - before.x - layout.unit_width >= 0.3 * layout.pitch


def test_an_edge_runs_from_the_side_of_its_source_to_the_side_of_its_unit() -> None:
    layout = laid_out(SHAPES["first look"], SIZES[0])
    x1, y1, x2, y2 = layout.edge(2, 3, 1) or pytest.fail("no edge")
    source, unit = layout.places[1, 1], layout.places[2, 3]
    half = layout.unit_width / 2
    assert (x1, y1, x2, y2) == (source[0] + half, source[1], unit[0] - half, unit[1])


def test_the_edges_of_a_gap_are_those_between_shown_units() -> None:
    gap = laid_out(SHAPES["first look"], SIZES[0]).gap(1)
    assert gap is not None
    assert sorted(map(tuple, gap.pairs.tolist())) == [
        (unit, source) for unit in (1, 2, 3) for source in (1, 2)
    ]
    assert gap.tile is None


def test_a_large_gap_has_a_tile_between_its_columns_and_no_edges() -> None:
    layout = laid_out(SHAPES["digits"], SIZES[0])
    gap = layout.gap(1)
    assert gap is not None
    assert gap.tile is not None
    assert len(gap.pairs) == 0
    left, right = layout.columns[0].x, layout.columns[1].x
    half = layout.unit_width / 2
    assert left + half < gap.tile.left < gap.tile.right < right - half


def test_a_kept_unit_has_a_place() -> None:
    assert (1, 30) in laid_out(SHAPES["digits"], SIZES[0]).places
    assert (2, 30) not in laid_out(SHAPES["digits"], SIZES[0]).places


def test_a_cut_network_shows_stubs_and_no_cost() -> None:
    layout = laid_out(SHAPES["fifty of 64"], SIZES[0], cursor=25)
    assert layout.cost is None
    assert layout.cut_left is not None
    assert layout.cut_right is not None
    assert [column.layer for column in layout.columns] == list(range(22, 29))

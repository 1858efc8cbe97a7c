"""The number of the present factor covers no value, no name of a column and no cost."""

from __future__ import annotations

from itertools import product

import pytest

from gradsim.viewmodels.step.diagram.abridging import NetworkShape, shown_columns
from gradsim.viewmodels.step.diagram.arranging import arrange
from gradsim.viewmodels.step.diagram.box import Box
from gradsim.viewmodels.step.diagram.layout import DiagramLayout
from gradsim.viewmodels.step.diagram.tag import Obstacles, tag_beside_line, tag_beside_unit

SHAPES = {
    "neuron": NetworkShape(2, (1,)),
    "chain": NetworkShape(1, (1, 1, 1, 1)),
    "first look": NetworkShape(2, (3, 3, 3, 3, 1)),
    "digits": NetworkShape(64, (32, 32, 10)),
    "ten of twelve": NetworkShape(8, (12,) * 10),
    "fifty of 64": NetworkShape(64, (64,) * 50),
    "a thousand of 8": NetworkShape(8, (8,) * 1000),
    "ten of a thousand": NetworkShape(1000, (1000,) * 10),
    "wide and narrow": NetworkShape(64, (12, 100, 9, 64, 30, 1)),
}
SIZES = [(612.0, 155.0), (612.0, 217.0), (772.0, 207.0), (772.0, 289.0), (1400.0, 700.0)]
TAGS = [(14.0, 14.0), (52.0, 14.0), (70.0, 14.0)]

every_network = pytest.mark.parametrize("name", SHAPES)
every_size = pytest.mark.parametrize("size", SIZES)


def laid_out(name: str, size: tuple[float, float], cursor: int | None = None) -> DiagramLayout:
    shape = SHAPES[name]
    kept = {layer: (layer % 7 + 3,) for layer in range(shape.depth + 1)}
    return arrange(shape, shown_columns(shape.depth, cursor or shape.depth), *size, kept)


def laid_out_all(name: str, size: tuple[float, float]) -> list[DiagramLayout]:
    """At both ends and in the middle of the depth."""
    return [laid_out(name, size, 1 + share * SHAPES[name].depth // 2) for share in range(3)]


def read(layout: DiagramLayout) -> list[Box]:
    """What must stay in sight: units, names of columns, the cost."""
    units = [layout.unit_box(*key) for key in layout.places]
    boxes = [box for box in (*units, layout.cost) if box is not None]
    return boxes + [layout.label_box(column) for column in layout.columns]


def is_clear(box: Box, layout: DiagramLayout) -> bool:
    inside = (
        box.left >= 0 and box.top >= 0 and box.right <= layout.width and box.bottom <= layout.height
    )
    return inside and not any(box.overlap(each) for each in read(layout))


@every_network
@every_size
def test_a_tag_at_a_unit_covers_nothing_that_is_read(name: str, size: tuple[float, float]) -> None:
    for layout in laid_out_all(name, size):
        obstacles = Obstacles.of(layout, values=True)
        boxes = [layout.unit_box(*key) for key in list(layout.places)[::7]]
        for box, tag in product((*boxes, layout.cost), TAGS):
            if box is not None:
                assert is_clear(tag_beside_unit(layout, box, tag, obstacles), layout)


@every_network
@every_size
def test_a_tag_at_an_edge_covers_nothing_that_is_read(name: str, size: tuple[float, float]) -> None:
    for layout in laid_out_all(name, size):
        obstacles = Obstacles.of(layout, values=True)
        for layer in range(layout.window.first + 1, layout.window.last + 1):
            units = [unit for at, unit in layout.places if at == layer]
            sources = [unit for at, unit in layout.places if at == layer - 1]
            ends = list(zip(units, reversed(sources), strict=False))
            for (unit, source), tag in product(ends[::5], TAGS):
                line = layout.edge(layer, unit, source)
                assert line is not None
                assert is_clear(tag_beside_line(layout, line, tag, obstacles), layout)


def test_a_tag_stands_above_its_unit_where_that_is_free() -> None:
    layout = laid_out("chain", (772, 289))
    box = layout.unit_box(2, 1)
    assert box is not None
    tag = tag_beside_unit(layout, box, (52, 18), Obstacles.of(layout, values=True))
    assert tag.centre[0] == box.centre[0]
    assert tag.bottom < box.top


def test_a_tag_leaves_the_line_of_its_edge_in_sight() -> None:
    layout = laid_out("first look", (772, 289))
    line = layout.edge(5, 1, 3)
    assert line is not None
    obstacles = Obstacles.of(layout, values=True, lines=[line])
    tag = tag_beside_line(layout, line, (52, 18), obstacles)
    assert obstacles.disturbed([tag]) == [0]


def test_dots_without_a_value_may_be_covered_but_not_those_that_show_theirs() -> None:
    layout = laid_out("ten of twelve", (612, 155))
    lit = [(5, 6)]
    box = layout.unit_box(5, 7)
    value = layout.unit_box(5, 6)
    assert box is not None
    assert value is not None
    tag = tag_beside_unit(layout, box, (52, 14), Obstacles.of(layout, values=False, lit=lit))
    assert not tag.overlap(value)
    assert abs(tag.centre[0] - box.centre[0]) <= 1.1 * layout.pitch
    assert abs(tag.centre[1] - box.centre[1]) <= 3 * layout.row

"""What lies under the pointer is found by geometry."""

from __future__ import annotations

from gradsim.viewmodels.step.diagram.abridging import NetworkShape, Window
from gradsim.viewmodels.step.diagram.arranging import arrange
from gradsim.viewmodels.step.diagram.hits import Target, TargetKind, target_at
from gradsim.viewmodels.step.diagram.layout import DiagramLayout


def small() -> DiagramLayout:
    return arrange(NetworkShape(2, (3, 3, 1)), Window(0, 3), 760, 330, {})


def large() -> DiagramLayout:
    return arrange(NetworkShape(64, (64, 10)), Window(0, 2), 760, 330, {})


def test_every_unit_is_found_at_its_middle() -> None:
    layout = small()
    for (layer, unit), (x, y) in layout.places.items():
        assert target_at(layout, x, y) == Target(TargetKind.UNIT, layer, unit)


def test_every_edge_is_found_near_its_end() -> None:
    layout = small()
    for gap in layout.gaps:
        for unit, source in gap.pairs.tolist():
            x1, y1, x2, y2 = layout.edge(gap.layer, unit, source) or ()
            # A fifth of the way the edges of one unit lie apart.
            found = target_at(layout, x1 + 0.2 * (x2 - x1), y1 + 0.2 * (y2 - y1))
            assert found == Target(TargetKind.EDGE, gap.layer, unit, source)


def test_a_miss_is_a_miss() -> None:
    assert target_at(small(), 2, 325) is None


def test_the_reach_of_an_edge_stays_the_same_on_the_screen() -> None:
    layout = arrange(NetworkShape(1, (1,)), Window(0, 1), 760, 330, {})
    x1, y, x2, _ = layout.edge(1, 1, 1) or ()
    middle = (x1 + x2) / 2
    assert target_at(layout, middle, y + 4) == Target(TargetKind.EDGE, 1, 1, 1)
    assert target_at(layout, middle, y + 4, scale=8.0) is None


def test_a_point_of_a_tile_names_its_weight() -> None:
    layout = large()
    tile = layout.gaps[0].tile
    assert tile is not None
    corner = target_at(layout, tile.left + 0.1, tile.top + 0.1)
    assert corner == Target(TargetKind.EDGE, 1, unit=1, source=1)
    other = target_at(layout, tile.left + 0.1, tile.bottom - 0.1)
    assert other == Target(TargetKind.EDGE, 1, unit=64, source=1)


def test_a_lit_edge_above_a_tile_comes_before_the_tile() -> None:
    layout = large()
    lit = (1, 2, 3)
    x1, y1, x2, y2 = layout.edge(*lit) or ()
    middle = (x1 + x2) / 2, (y1 + y2) / 2
    found = target_at(layout, *middle, lit=[lit])
    assert found == Target(TargetKind.EDGE, *lit)


def test_a_fold_names_the_units_that_it_hides() -> None:
    layout = large()
    fold = next(slot for slot in layout.columns[0].slots if slot.entry.is_fold)
    found = target_at(layout, layout.columns[0].x, fold.y)
    assert found == Target(TargetKind.FOLD, 0, 5, 62)


def test_labels_cost_and_cuts_answer() -> None:
    layout = small()
    assert layout.cost is not None
    assert target_at(layout, *layout.cost.centre) == Target(TargetKind.COST, 3)
    assert target_at(layout, layout.columns[2].x, 10) == Target(TargetKind.LAYER, 2)
    deep = arrange(NetworkShape(8, (8,) * 50), Window(22, 28), 760, 330, {})
    assert deep.cut_left is not None
    found = target_at(deep, *deep.cut_left.centre)
    assert found is not None
    assert found.kind is TargetKind.CUT_LEFT

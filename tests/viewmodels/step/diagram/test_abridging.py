"""The diagram shows small networks whole and folds large ones readably."""

from __future__ import annotations

import pytest

from gradsim.viewmodels.step.diagram.abridging import (
    Entry,
    NetworkShape,
    Window,
    gap_kind,
    shown_columns,
    shown_units,
)


def units_of(entries: tuple[Entry, ...]) -> list[int]:
    return [entry.first for entry in entries if not entry.is_fold]


@pytest.mark.parametrize("count", [1, 2, 11, 12])
def test_up_to_twelve_units_are_all_shown(count: int) -> None:
    assert units_of(shown_units(count)) == list(range(1, count + 1))


def test_a_large_layer_shows_its_first_four_and_last_two_units() -> None:
    entries = shown_units(64)
    assert units_of(entries) == [1, 2, 3, 4, 63, 64]
    assert [entry.hidden for entry in entries if entry.is_fold] == [58]


def test_a_kept_unit_splits_the_fold() -> None:
    entries = shown_units(64, kept=[30])
    assert units_of(entries) == [1, 2, 3, 4, 30, 63, 64]
    assert [(e.first, e.last) for e in entries if e.is_fold] == [(5, 29), (31, 62)]


def test_a_fold_of_one_unit_is_that_unit() -> None:
    assert units_of(shown_units(64, kept=[6])) == [1, 2, 3, 4, 5, 6, 63, 64]


def test_every_unit_is_shown_or_folded_exactly_once() -> None:
    for count in (12, 13, 20, 1000):
        covered = [
            unit
            for entry in shown_units(count, kept=[9, 10, 11, 500])
            for unit in range(entry.first, entry.last + 1)
        ]
        assert covered == list(range(1, count + 1))


def test_many_kept_units_do_not_fill_the_column() -> None:
    assert len(units_of(shown_units(1000, kept=range(10, 900, 10)))) == 10


def test_up_to_twelve_layers_are_all_shown_with_the_inputs() -> None:
    assert shown_columns(12, cursor=5) == Window(0, 12)


@pytest.mark.parametrize(
    ("cursor", "window"), [(50, (44, 50)), (0, (0, 6)), (25, (22, 28)), (49, (44, 50))]
)
def test_a_deep_network_shows_seven_columns_around_the_cursor(
    cursor: int, window: tuple[int, int]
) -> None:
    assert shown_columns(50, cursor) == Window(*window)


def test_the_window_stays_while_the_cursor_and_its_neighbours_are_inside() -> None:
    before = Window(22, 28)
    assert shown_columns(50, 24, before) == before
    assert shown_columns(50, 28, before) == Window(25, 31)
    assert shown_columns(50, 22, before) == Window(19, 25)


def test_the_window_of_another_network_is_not_kept() -> None:
    assert shown_columns(20, 20, Window(44, 50)) == Window(14, 20)
    assert shown_columns(3, 1, Window(44, 50)) == Window(0, 3)


def test_more_than_256_weights_become_a_tile() -> None:
    assert gap_kind(NetworkShape(16, (16,)), 1) == "edges"
    assert gap_kind(NetworkShape(16, (17,)), 1) == "tile"

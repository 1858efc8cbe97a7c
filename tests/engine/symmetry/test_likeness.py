"""Rows that are one and the same are told from rows that only nearly are."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.symmetry.likeness import (
    ROUNDING,
    Likeness,
    groups_of_equal_rows,
    row_likeness,
    row_spread,
)

DRAWS = np.random.default_rng(1).standard_normal((5, 7))


def test_equal_rows_are_exactly_alike() -> None:
    matrix = np.repeat(DRAWS[:1], 4, axis=0)
    assert row_likeness(matrix) is Likeness.exact
    assert row_spread(matrix) == 0.0


def test_one_bit_makes_rows_alike_up_to_rounding_only() -> None:
    matrix = np.repeat(DRAWS[:1], 4, axis=0)
    matrix[2, 3] = np.nextafter(matrix[2, 3], np.inf)
    assert row_likeness(matrix) is Likeness.rounding
    assert row_spread(matrix) > 0.0


def test_a_difference_beyond_rounding_is_one() -> None:
    matrix = np.ones((3, 2))
    matrix[0, 0] += 2 * ROUNDING
    assert row_likeness(matrix) is Likeness.different


def test_a_single_row_is_compared_with_nothing() -> None:
    assert row_likeness(DRAWS[:1]) is Likeness.single


def test_zeros_are_alike_unless_they_were_lost() -> None:
    assert row_likeness(np.zeros((3, 3))) is Likeness.exact
    assert row_likeness(np.zeros((3, 3)), lost=True) is Likeness.unknown


def test_what_is_no_number_is_not_compared() -> None:
    assert row_likeness(np.full((2, 2), np.nan)) is Likeness.unknown


def test_equal_rows_are_found_wherever_they_stand() -> None:
    groups, likeness = groups_of_equal_rows(DRAWS[[0, 1, 0, 2, 1, 0, 3]])
    assert groups == ((0, 2, 5), (1, 4))
    assert likeness is Likeness.exact


def test_rows_without_equals_form_no_group() -> None:
    assert groups_of_equal_rows(DRAWS) == ((), Likeness.different)


def test_rounding_joins_rows_only_where_it_is_allowed() -> None:
    matrix = DRAWS[[0, 1, 0]].copy()
    matrix[2, 0] = np.nextafter(matrix[2, 0], np.inf)
    assert groups_of_equal_rows(matrix)[0] == ()
    groups, likeness = groups_of_equal_rows(matrix, tolerance=ROUNDING)
    assert groups == ((0, 2),)
    assert likeness is Likeness.rounding


def test_an_exact_pair_beside_different_rows_stays_exact() -> None:
    groups, likeness = groups_of_equal_rows(DRAWS[[0, 1, 2, 1]], tolerance=ROUNDING)
    assert (groups, likeness) == (((1, 3),), Likeness.exact)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_rows_that_are_no_numbers_equal_none(bad: float) -> None:
    matrix = np.ones((4, 2))
    matrix[[1, 3], 0] = bad
    assert groups_of_equal_rows(matrix)[0] == ((0, 2),)

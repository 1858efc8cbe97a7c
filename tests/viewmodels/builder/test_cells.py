"""Claims about what a cell takes, and in which words it refuses the rest."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.problems import Problem
from gradsim.viewmodels.builder.cells import numbers_of, read_block, read_number, write_block


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.15", 0.15),
        (" -2 ", -2.0),
        ("1e-3", 1e-3),
        ("−.5", -0.5),
        ("+7.", 7.0),
        ("1e-320", 1e-320),
        ("5e-324", 5e-324),
        ("3e-324", 5e-324),
        ("0", 0.0),
        ("0e5", 0.0),
        ("0.000", 0.0),
        ("-0", 0.0),
        ("0e-999", 0.0),
        ("－１２．５ｅ－１", -1.25),
    ],
)
def test_numbers_are_read_as_they_are_written(text: str, value: float) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "a number is needed"),
        ("abc", "“abc” is not a number"),
        ("1_000", "is not a number"),
        ("٣", "is not a number"),
        ("0x10", "is not a number"),
        ("nan", "not a finite number"),
        ("-Infinity", "not a finite number"),
        ("1e999", "too large"),
        ("1e-400", "“1e-400” is too small"),
        ("-2e-324", "too small"),
        ("0." + "0" * 330 + "1", "too small"),
        ("0,15", "write a decimal point: 0.15"),
        ("０，１５", "write a decimal point: 0.15"),
        ("5²", "is not a number"),
    ],
)
def test_what_is_no_number_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(Problem) as refused:
        read_number(text)
    assert words in refused.value.reason


def test_a_long_text_is_quoted_in_part() -> None:
    with pytest.raises(Problem) as refused:
        read_number("x" * 10_000)
    assert len(refused.value.reason) < 80


@pytest.mark.parametrize(
    "text", ["1\t2\n3\t4\n", "1,2\r\n3,4\r\n", "1;2\n3;4", "1 2\n3  4", '"1","2"\n"3","4"']
)
def test_a_block_is_read_whatever_parts_its_cells(text: str) -> None:
    assert read_block(text) == (("1", "2"), ("3", "4"))


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("1, 5", (("1", "5"),)),
        ("1 ,5", (("1", "5"),)),
        ("1, 2, 3", (("1", "2", "3"),)),
        ("1,2,3", (("1", "2", "3"),)),
        ("0.5,0.25", (("0.5", "0.25"),)),
        ("0.5,1", (("0.5", "1"),)),
        ("1,0.5", (("1", "0.5"),)),
        ("1,-5", (("1", "-5"),)),
        ("1e3,2", (("1e3", "2"),)),
        ("1,5\n2,0.5", (("1", "5"), ("2", "0.5"))),
        ("0,0\n0,1\n1,0\n1,1", (("0", "0"), ("0", "1"), ("1", "0"), ("1", "1"))),
        ("5.125,0\n4.375,1", (("5.125", "0"), ("4.375", "1"))),
        ("1, 2\n3,4", (("1", "2"), ("3", "4"))),
        ("1,234,56", (("1", "234", "56"),)),
    ],
)
def test_commas_part_cells_where_that_is_plain(
    text: str, cells: tuple[tuple[str, ...], ...]
) -> None:
    read = tuple(tuple(cell.strip() for cell in row) for row in read_block(text))
    assert read == cells


@pytest.mark.parametrize(
    "text",
    [
        "1,5",
        "-1,5",
        "−1,5\n",
        ",5",
        "1,5e3",
        "１,５",
        "1,234",
        "1,234.5",
        "1.234,5",
        "12,345,678",
        "1,5 2,5",
        "1,5, 2,5",
        "1,5\n2",
        "0,15\n0,2\n0,25",
        "-0,5\n1,5",
        "1,05\n1,5",
        "1,234.5\n2,345.6",
        "100,200\n300,400",
    ],
)
def test_a_comma_that_can_be_within_a_number_is_not_guessed_at(text: str) -> None:
    with pytest.raises(Problem) as refused:
        read_block(text)
    assert "one number or as several cells" in refused.value.reason
    assert "Nothing was pasted" in refused.value.reason


def test_the_refusal_of_a_comma_shows_how_cells_are_written() -> None:
    with pytest.raises(Problem) as refused:
        read_block("1,5")
    assert "“1,5”" in refused.value.reason
    assert "a comma and a blank: 1, 5." in refused.value.reason


def test_a_decimal_comma_survives_between_tabs_to_be_refused_by_name() -> None:
    assert read_block("0,15\t0,20") == (("0,15", "0,20"),)


def test_a_block_with_rows_of_different_length_is_refused() -> None:
    with pytest.raises(Problem) as refused:
        read_block("1\t2\n3")
    assert "Row 2" in refused.value.reason


def test_an_empty_clipboard_is_refused() -> None:
    with pytest.raises(Problem):
        read_block(" \n")


def test_copied_numbers_come_back_to_the_last_bit() -> None:
    values = np.array([[0.1, 1 / 3], [1e-300, -2.5]])
    again, wrong = numbers_of(read_block(write_block(values)))
    assert not wrong
    assert (again == values).all()


def test_every_wrong_cell_of_a_block_is_named_and_the_right_ones_are_read() -> None:
    numbers, wrong = numbers_of((("1", "x"), ("−2", "nan"), ("3", "4")))
    assert set(wrong) == {(0, 1), (1, 1)}
    assert numbers.tolist() == [[1.0, 0.0], [-2.0, 0.0], [3.0, 4.0]]


def test_a_pasted_number_is_not_lost_to_zero() -> None:
    numbers, wrong = numbers_of((("1", "1e-400", "0"), ("0e5", "0.000", "5e-324")))
    assert set(wrong) == {(0, 1)}
    assert "too small" in wrong[0, 1].reason
    assert numbers.tolist() == [[1.0, 0.0, 0.0], [0.0, 0.0, 5e-324]]


def test_a_million_cells_are_read() -> None:
    text = "\n".join("\t".join(["0.125"] * 1000) for _ in range(1000))
    numbers, wrong = numbers_of(read_block(text))
    assert numbers.shape == (1000, 1000)
    assert not wrong

"""Numbers as people type and paste them into cells: one cell, or a block from a spreadsheet."""

from __future__ import annotations

import io
import math
import re

import numpy as np
from numpy.typing import NDArray

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem

Block = tuple[tuple[str, ...], ...]

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_COMMA_NUMBER = re.compile(r"[+-]?\d*,\d+([eE][+-]?\d+)?", re.ASCII)
_PLAIN_NUMBERS = re.compile(r"[0-9eE+.\s-]*", re.ASCII)
_NOT_FINITE = frozenset({"nan", "inf", "infinity", "∞"})
_SHOWN_TEXT = 24
# As East Asian keyboards write them, if they are not told otherwise: １２．５ for 12.5.
_FULL_WIDTH = {ord(each) + 0xFEE0: each for each in "0123456789+-.,eE"}


def read_number(text: str) -> float:
    """The number that `text` spells, in the C locale; a typographic minus sign and full-width
    characters are understood.

    Raises
    ------
    Problem
        Where the cell is empty, holds text, nan or inf, or a number that no float64 holds.
    """
    plain = text.strip().replace("\N{MINUS SIGN}", "-").translate(_FULL_WIDTH)
    if not plain:
        raise Problem(QT_TRANSLATE_NOOP("Problem", "Nothing is written here; a number is needed."))
    shown = plain if len(plain) <= _SHOWN_TEXT else f"{plain[:_SHOWN_TEXT]}…"
    if plain.lstrip("+-").casefold() in _NOT_FINITE:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "“{text}” is not a finite number; one is needed here."),
            text=shown,
        )
    if _COMMA_NUMBER.fullmatch(plain):
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "“{text}” has a comma; write a decimal point: {point}"),
            text=shown,
            point=shown.replace(",", "."),
        )
    if not _NUMBER.fullmatch(plain):
        raise Problem(QT_TRANSLATE_NOOP("Problem", "“{text}” is not a number."), text=shown)
    value = float(plain)
    if not math.isfinite(value):
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "“{text}” is too large for a 64-bit number."), text=shown
        )
    return value


def whole(value: float) -> int:
    """`value` as a whole number.

    Raises
    ------
    Problem
        Where it has a fraction.
    """
    if value != int(value):
        raise Problem(QT_TRANSLATE_NOOP("Problem", "{value} is not a whole number."), value=value)
    return int(value)


def read_block(text: str) -> Block:
    """The cells of copied text, row by row; tabs, else semicolons, commas or blanks part them.

    Raises
    ------
    Problem
        Where nothing was copied, or the rows are not equally long.
    """
    import csv

    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    if not lines.strip():
        raise Problem(QT_TRANSLATE_NOOP("Problem", "The clipboard holds no text to paste."))
    separator = next((mark for mark in "\t;," if mark in lines), None)
    if separator is None:
        rows = [tuple(line.split()) for line in lines.split("\n")]
    else:
        try:
            rows = [tuple(row) for row in csv.reader(io.StringIO(lines), delimiter=separator)]
        except csv.Error:
            raise Problem(
                QT_TRANSLATE_NOOP("Problem", "The clipboard holds no table of cells.")
            ) from None
    for number, row in enumerate(rows, start=1):
        if len(row) != len(rows[0]):
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "Row {row} of the pasted block has {found} cells, but the first row has "
                    "{expected}. Nothing was pasted.",
                ),
                row=number,
                found=len(row),
                expected=len(rows[0]),
            )
    return tuple(rows)


def numbers_of(block: Block) -> tuple[NDArray[np.float64], dict[tuple[int, int], Problem]]:
    """The numbers of a block, (rows, columns) float64, and the refusals of cells without one."""
    numbers = np.zeros((len(block), len(block[0])))
    wrong: dict[tuple[int, int], Problem] = {}
    for row, cells in enumerate(block):
        if _fill_plain(numbers[row], cells):
            continue
        for column, cell in enumerate(cells):
            try:
                numbers[row, column] = read_number(cell)
            except Problem as problem:
                wrong[row, column] = problem
    return numbers, wrong


def _fill_plain(target: NDArray[np.float64], cells: tuple[str, ...]) -> bool:
    """Let NumPy read a row of plain digits at once; whether it could.

    A million cells then take a moment and not several seconds.
    """
    if not _PLAIN_NUMBERS.fullmatch(" ".join(cells)):
        return False
    try:
        target[:] = cells
    except ValueError:
        return False
    return bool(np.isfinite(target).all())


def write_block(numbers: NDArray[np.float64]) -> str:
    """(rows, columns) as tab-separated text that any spreadsheet takes, every digit kept."""
    return "\n".join("\t".join(map(repr, row)) for row in numbers.tolist())

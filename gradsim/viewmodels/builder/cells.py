"""Numbers as people type and paste them into cells: one cell, or a block from a spreadsheet."""

from __future__ import annotations

import io
import math
import re

import numpy as np
from numpy.typing import NDArray

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.lost_numbers import is_lost

Block = tuple[tuple[str, ...], ...]

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
# 1,000 is a thousand to some and 1 to others; 0,125 and 12,5 are one thing only.
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+", re.ASCII)
_COMMA_NUMBER = re.compile(r"[+-]?\d*,\d+([eE][+-]?\d+)?", re.ASCII)
# Texts that are one number or several cells: a decimal comma; thousands parted in either fashion.
_WITH_COMMA = re.compile(
    r"[+-]?(\d*,\d+|[1-9]\d{0,2}(,\d{3})+(\.\d*)?|[1-9]\d{0,2}(\.\d{3})+,\d+)([eE][+-]?\d+)?",
    re.ASCII,
)
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?", re.ASCII)
_FRACTION = re.compile(r"^[+-]?,|^[+-]0,|,0\d", re.ASCII)
_TWO_DIGITS = re.compile(r",\d\d", re.ASCII)
_BESIDE_BLANKS = re.compile(r"\s*,\s+|\s+,\s*|\s+")
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
        Where the cell is empty, holds text, nan or inf, or a number too large or too small for
        float64.
    """
    plain = _plain(text)
    if not plain:
        raise Problem(QT_TRANSLATE_NOOP("Problem", "Nothing is written here; a number is needed."))
    shown = _shown(plain)
    if plain.lstrip("+-").casefold() in _NOT_FINITE:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "“{text}” is not a finite number; one is needed here."),
            text=shown,
        )
    if _THOUSANDS.fullmatch(plain):
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "“{text}” has a comma; write {plain} for thousands, {point} for a decimal point.",
            ),
            text=shown,
            plain=shown.replace(",", ""),
            point=shown.replace(",", "."),
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
    if is_lost(plain):
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "“{text}” is too small for a 64-bit number, which would be 0."
            ),
            text=shown,
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

    A comma may also stand within a number, as a decimal comma (1,5) or before thousands
    (1,234.5). It plainly parts cells where a blank is beside it (1, 5), where what is around it
    can be no number (0.5,0.25 or 1,2,3), or where rows would not be equally long otherwise. A
    row that can be read both ways is refused and not guessed at. Of several rows the commas part
    cells (0,1 above 1,0), unless the rows themselves look like numbers: rows would not be equally
    long, a part begins with a needless 0 (1,05), a zero has a sign (-0,5), every row is a fraction
    of 0 and not all have one digit (0,15 above 0,2), or every row has its thousands parted.

    Raises
    ------
    Problem
        Where nothing was copied, the rows are not equally long, or commas can be read both ways.
    """
    import csv

    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    if not lines.strip():
        raise Problem(QT_TRANSLATE_NOOP("Problem", "The clipboard holds no text to paste."))
    separator = next((mark for mark in "\t;," if mark in lines), None)
    if separator == ",":
        _refuse_unclear_commas(lines)
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


def _refuse_unclear_commas(lines: str) -> None:
    """Refuse text whose commas can be read both ways, as `read_block` says."""
    rows: list[list[str]] = []
    for line in lines.split("\n"):
        pieces = _BESIDE_BLANKS.split(_plain(line))
        if not all(_NUMBER.fullmatch(each) or _WITH_COMMA.fullmatch(each) for each in pieces):
            return
        rows.append(pieces)
    unclear = [each for row in rows for each in row if "," in each]
    if not unclear or len({len(row) for row in rows}) > 1:
        return
    even = len(unclear) == len(rows) and len({each.count(",") for each in unclear}) == 1
    if len(rows) > 1 and even and not _look_like_numbers(unclear):
        return
    raise Problem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "“{text}” can be read as one number or as several cells. Write a number without "
            "commas, with a point before its decimals; part cells by a comma and a blank: {cells}. "
            "Nothing was pasted.",
        ),
        text=_shown(unclear[0]),
        cells=_shown(unclear[0].replace(",", ", ")),
    )


def _look_like_numbers(rows: list[str]) -> bool:
    """Whether rows that can be read both ways are rather one number each."""
    return (
        any(_FRACTION.search(each) for each in rows)
        or all(_THOUSANDS.fullmatch(each) for each in rows)
        or (
            all(each.lstrip("+-").startswith("0,") for each in rows)
            and any(_TWO_DIGITS.search(each) for each in rows)
        )
    )


def _plain(text: str) -> str:
    """`text` with ASCII signs and digits, without blanks around it."""
    return text.strip().replace("\N{MINUS SIGN}", "-").translate(_FULL_WIDTH)


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN_TEXT else f"{text[:_SHOWN_TEXT]}…"


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
    lost = any(is_lost(cells[place]) for place in np.flatnonzero(target == 0.0))
    return not lost and bool(np.isfinite(target).all())


def write_block(numbers: NDArray[np.float64]) -> str:
    """(rows, columns) as tab-separated text that any spreadsheet takes, every digit kept."""
    return "\n".join("\t".join(map(repr, row)) for row in numbers.tolist())

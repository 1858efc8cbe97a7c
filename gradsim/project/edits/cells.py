"""Cells from a spreadsheet: their numbers, and where they are laid."""

from __future__ import annotations

import math
import re

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.datasets.dataset import Array
from gradsim.project.validation import not_finite

_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")


def parse_cells(text: str) -> list[list[float]]:
    """Rows of numbers from text with tabs, semicolons, commas or spaces between the cells.

    Raises
    ------
    Problem
        At an empty cell, a cell that is no finite number, or rows of different lengths.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    if not lines:
        raise Problem(QT_TRANSLATE_NOOP("Problem", "There is nothing to paste."))
    rows = [_parse_row(line, number) for number, line in enumerate(lines, 1)]
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            raise Problem(
                QT_TRANSLATE_NOOP("Problem", "Row {row} has {count} cells; row 1 has {expected}."),
                row=number,
                count=len(row),
                expected=len(rows[0]),
            )
    return rows


def _parse_row(line: str, row: int) -> list[float]:
    for separator in ("\t", ";", ","):
        if separator in line:
            cells = line.split(separator)
            break
    else:
        cells = re.split(r"\s+", line.strip())
    return [parse_number(cell, row, column) for column, cell in enumerate(cells, 1)]


def parse_number(cell: str, row: int, column: int) -> float:
    """The number in one cell; `row` and `column` (from 1) say where it stood.

    Raises
    ------
    Problem
        Where it holds no finite number.
    """
    text = cell.strip().replace("−", "-")
    if _NUMBER.fullmatch(text) and math.isfinite(value := float(text)):
        return value
    template = QT_TRANSLATE_NOOP("Problem", "Row {row}, column {column}: “{cell}” is no number.")
    if _NUMBER.fullmatch(text) or text.lstrip("+-").lower() in ("nan", "inf", "infinity"):
        template = QT_TRANSLATE_NOOP(
            "Problem", "Row {row}, column {column}: “{cell}” is no finite number."
        )
    raise Problem(template, row=row, column=column, cell=cell.strip()[:40])


def finite(value: float, place: str) -> float:
    """`value` as a float, if it is a finite one.

    Raises
    ------
    Problem
        Where it is not; it names the `place`.
    """
    number = float(value)
    if not math.isfinite(number):
        raise not_finite(place)
    return number


def lay(target: Array, cells: list[list[float]], unit: int, source: int, place: str) -> None:
    """Write the cells over `target` from (unit, source) on (counted from 1).

    Raises
    ------
    Problem
        Where they reach over its edge.
    """
    row = position(unit, target.shape[0], place)
    column = position(source, target.shape[1], place)
    height, width = len(cells), len(cells[0])
    if row + height > target.shape[0] or column + width > target.shape[1]:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "{height} × {width} cells do not fit here: from this cell on there is room for "
                "{rows} × {columns}.",
            ),
            place=place,
            height=height,
            width=width,
            rows=target.shape[0] - row,
            columns=target.shape[1] - column,
        )
    target[row : row + height, column : column + width] = cells


def position(number: int, count: int, place: str) -> int:
    """The index of the `number`-th of `count`, if there is one.

    Raises
    ------
    Problem
        Where there is none; it names the `place`.
    """
    if not 1 <= number <= count:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "There is no number {number} here: they go from 1 to {count}."
            ),
            place=place,
            number=number,
            count=count,
        )
    return number - 1

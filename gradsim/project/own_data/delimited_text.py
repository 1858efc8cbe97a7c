"""A table in a text file: CSV in its usual dialects, told apart by what parts the cells."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.own_data.grid import Grid
from gradsim.project.own_data.refusals import no_table

Row = tuple[str, ...]
_SEPARATORS = ("\t", ";", ",")
_BESIDE_DECIMAL_COMMAS = ("\t", ";")
"""What parts the cells of a spreadsheet whose numbers have a decimal comma."""
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+([eE][+-]?\d+)?", re.ASCII)
_DECIMAL_POINT = re.compile(r"[+-]?(\d+\.\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_END = "\0"  # no text that is read has one
_QUOTED = re.compile(r'"[^"]*"')


def text_grid(data: bytes, name: str) -> Grid:
    """The table in the bytes of the file `name`; the first of tab, semicolon and comma in its first
    line parts the cells, else blanks do.

    Where that is a tab or a semicolon, a cell such as 1,5 is a number with a decimal comma, and
    stands in the grid with a point.

    Raises
    ------
    Problem
        Where there is none, its rows differ in length, or some of its numbers have a decimal comma
        and some a point.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "“{file}” is no text in UTF-8. A spreadsheet writes that as “CSV UTF-8”.",
            ),
            file=name,
        ) from None
    if "\0" in text:
        raise no_table(name)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    blank = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    body = "\n".join(lines[blank:]).rstrip()
    if not body:
        raise no_table(name)
    first = _QUOTED.sub("", body).split("\n", 1)[0]
    separator = next((mark for mark in _SEPARATORS if mark in first), None)
    rows: list[tuple[str, ...]] = []
    numbers: list[int] = []
    if separator is None and '"' not in body:
        for number, line in enumerate(body.split("\n"), blank + 1):
            if line.strip():
                rows.append(tuple(line.split()))
                numbers.append(number)
    else:
        for number, cells in _parsed(body, separator or " ", name, blank + 1):
            rows.append(cells)
            numbers.append(number)
        if any("\n" in cell for row in rows for cell in row):
            _refuse_open_quote(body, separator or " ", name, blank + 1)
    for number, row in zip(numbers, rows, strict=True):
        if len(row) != len(rows[0]):
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "Cells in line {line} of “{file}”: {found}; in the first: {expected}.",
                ),
                file=name,
                line=number,
                found=len(row),
                expected=len(rows[0]),
            )
    if separator in _BESIDE_DECIMAL_COMMAS and any("," in cell for row in rows for cell in row):
        points = _with_points(rows, numbers, name)
        return Grid(tuple(points), numbers, decimal_commas=points != rows)
    return Grid(tuple(rows), numbers)


def _parsed(
    body: str, separator: str, name: str, first: int
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Rows of cells, of which some are quoted, each with the number of the line that it begins in.

    A line of its own is read last: a quote that is still open would swallow it.
    """
    read = csv.reader(io.StringIO(f"{body}\n{_END}"), delimiter=separator, skipinitialspace=True)
    begins = first
    try:
        for cells in read:
            if _END in cells[-1:] and len(cells) == 1:
                return
            if cells and _END not in cells[-1]:
                yield begins, tuple(cells)
            begins = first + read.line_num  # a quoted cell may hold ends of lines
    except csv.Error:  # a cell is far too long
        pass
    _refuse_open_quote(body, separator, name, first)
    raise no_table(name)


def _refuse_open_quote(body: str, separator: str, name: str, first: int) -> None:
    """Refuse text of which a quote is closed nowhere, or only where another one should open."""
    strict = csv.reader(io.StringIO(body), delimiter=separator, skipinitialspace=True, strict=True)
    begins = first
    try:
        for _ in strict:
            begins = first + strict.line_num
    except csv.Error:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", 'A quotation mark (") in line {line} of “{file}” is not closed.'
            ),
            file=name,
            line=begins,
        ) from None


def _with_points(rows: list[Row], lines: list[int], name: str) -> list[Row]:
    """The rows with decimal points in the place of decimal commas.

    Raises
    ------
    Problem
        Where some numbers have a comma and some a point: one of them means something else.
    """
    commas, points = _first(rows, _DECIMAL_COMMA), _first(rows, _DECIMAL_POINT)
    if commas is None:
        return rows
    if points is not None:
        (row, comma), (other, point) = commas, points
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "“{file}” has decimal commas (line {line}: {comma}) and decimal points (line "
                "{other}: {point}). Write a decimal point in every number.",
            ),
            file=name,
            line=lines[row],
            comma=comma,
            other=lines[other],
            point=point,
        )
    return [
        tuple(
            cell.replace(",", ".") if _DECIMAL_COMMA.fullmatch(cell.strip()) else cell
            for cell in row
        )
        for row in rows
    ]


def _first(rows: list[Row], kind: re.Pattern[str]) -> tuple[int, str] | None:
    """The first cell of a kind, with the index of its row."""
    for index, row in enumerate(rows):
        for cell in row:
            if kind.fullmatch(cell.strip()):
                return index, cell.strip()[:40]
    return None

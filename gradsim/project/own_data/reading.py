"""From a file to a grid of cells: CSV in its usual dialects, or NumPy's arrays without pickle."""

from __future__ import annotations

import csv
import io
import os
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.limits import MAXIMUM_FILE_BYTES, MAXIMUM_SAMPLES, MAXIMUM_TYPED
from gradsim.project.own_data.cells import is_missing, is_number, is_word

_SEPARATORS = ("\t", ";", ",")
_QUOTED = re.compile(r'"[^"]*"')

Floats = npt.NDArray[np.float64]


class Column(Struct, frozen=True):
    """What one column holds: numbers in every cell, or words (`classes`, sorted) in some."""

    name: str
    numeric: bool
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Grid:
    """Rows of cells as they stand in the file; `lines` are the numbers of the rows' lines.

    Where `lines` is empty, the rows are counted from 1. `header_likely` says that the first row
    looks like names: it has no number where the second has some, or there is no other row.
    With `named` it is names for certain, of arrays that hold numbers alone. `left_out` are the
    arrays of the file that have another number of rows.
    """

    cells: tuple[tuple[str, ...], ...]
    lines: Sequence[int] = ()
    named: bool = False
    left_out: tuple[str, ...] = ()

    @cached_property
    def header_likely(self) -> bool:
        """Whether the first row looks like names."""
        if self.named:
            return True
        if len(self.cells) < 2:
            return not any(is_number(cell) or is_missing(cell) for cell in self.cells[0])
        pairs = zip(self.cells[0], self.cells[1], strict=True)
        return not any(is_number(cell) for cell in self.cells[0]) and any(
            is_number(below) for _, below in pairs
        )

    def body(self, header: bool) -> tuple[tuple[str, ...], ...]:
        """The rows without the names."""
        return self.cells[1:] if header or self.named else self.cells

    def names(self, header: bool) -> tuple[str, ...]:
        """The columns' names; without a header their numbers, from 1."""
        if header or self.named:
            return tuple(cell.strip() for cell in self.cells[0])
        return tuple(str(number) for number in range(1, len(self.cells[0]) + 1))

    def columns(self, header: bool) -> tuple[Column, ...]:
        """What each column holds; a missing cell is no word."""
        rows = self.body(header)
        found = []
        for index, name in enumerate(self.names(header)):
            if self.numbers(index, header) is not None:
                found.append(Column(name, numeric=True))
                continue
            cells = [row[index].strip() for row in rows]
            words = {cell for cell in cells if is_word(cell)}
            classes = {cell for cell in cells if not is_missing(cell)} if words else set()
            found.append(Column(name, not words, tuple(sorted(classes))))
        return tuple(found)

    def numbers(self, index: int, header: bool) -> Floats | None:
        """The numbers of one column, (rows,); None where some cell holds no finite one."""
        key = index, header
        if key not in self._numbers:
            cells = [row[index] for row in self.body(header)]
            try:
                found = np.array(list(map(float, cells)), np.float64)
            except ValueError:
                found = None
            if found is not None and not (np.isfinite(found).all() and "_" not in "".join(cells)):
                found = None
            self._numbers[key] = found
        return self._numbers[key]

    @cached_property
    def _numbers(self) -> dict[tuple[int, bool], Floats | None]:
        """Columns that were read as numbers: every choice in the dialog asks for them again."""
        return {}

    def line(self, row: int, header: bool) -> int:
        """The line of the file (from 1) in which row `row` (from 0) of the body stands."""
        index = row + (1 if header or self.named else 0)
        return self.lines[index] if self.lines else index + 1


def read_grid(path: str | os.PathLike[str]) -> Grid:
    """The table in `path`: ``.npy`` and ``.npz`` as arrays, anything else as text.

    In an ``.npz`` every array of one or two dimensions with as many rows as the first gives its
    columns, in the order of the file.

    Raises
    ------
    Problem
        Where the file cannot be read, is too large, holds no table, or its rows differ in length.
    """
    name = Path(path).name[:200]
    try:
        if os.path.getsize(path) > MAXIMUM_FILE_BYTES:
            raise _too_large(name)
        data = Path(path).read_bytes()
    except OSError as error:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "“{file}” cannot be read: {reason}."),
            file=name,
            reason=error.strerror or str(error),
        ) from None
    if Path(path).suffix.lower() in (".npy", ".npz"):
        return _bounded(_arrays(data, name), name)
    return _bounded(_text(data, name), name)


def _text(data: bytes, name: str) -> Grid:
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
        raise _no_table(name)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    blank = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    body = "\n".join(lines[blank:]).rstrip()
    if not body:
        raise _no_table(name)
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
        read = csv.reader(io.StringIO(body), delimiter=separator or " ", skipinitialspace=True)
        begins = blank + 1
        try:
            for cells in read:
                if cells:
                    rows.append(tuple(cells))
                    numbers.append(begins)
                begins = blank + 1 + read.line_num  # a quoted cell may hold ends of lines
        except csv.Error:
            raise _no_table(name) from None
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
    return Grid(tuple(rows), numbers)


def _arrays(data: bytes, name: str) -> Grid:
    try:
        stream = io.BytesIO(data)
        if zipfile.is_zipfile(stream):
            with zipfile.ZipFile(stream) as packed:
                if sum(entry.file_size for entry in packed.infolist()) > MAXIMUM_FILE_BYTES:
                    raise _too_large(name)
        stream.seek(0)
        loaded: Any = np.load(stream, allow_pickle=False)
        if isinstance(loaded, np.ndarray):
            arrays = {"": loaded}
        else:
            with loaded:
                arrays = {each: loaded[each] for each in loaded.files}
    except Problem:
        raise
    except Exception as error:
        # NumPy's readers meet damage with errors of many kinds, and tell a refused array of
        # objects in words only.
        raise (_objects(name) if "Object arrays" in str(error) else _no_table(name)) from None
    names: list[str] = []
    left_out: list[str] = []
    columns: list[npt.NDArray[Any]] = []
    for title, array in arrays.items():
        table = array[:, None] if array.ndim == 1 else array
        if table.ndim != 2 or table.dtype.kind not in "biufUS" or not table.size:
            continue
        if columns and len(table) != len(columns[0]):
            left_out.append(title)
            continue
        if table.shape[1] * len(table) > MAXIMUM_TYPED:
            raise _too_many(name, table.size)
        for index in range(table.shape[1]):
            number = f" {index + 1}" if table.shape[1] > 1 else ""
            names.append(f"{title}{number}".strip() or str(index + 1))
            columns.append(table[:, index])
    if not columns:
        raise _no_table(name)
    rows = zip(*(map(_cell, column.tolist()) for column in columns), strict=True)
    found = (tuple(names), *rows)
    # The names are no row of the arrays.
    return Grid(found, range(len(found)), named=True, left_out=tuple(left_out))


def _cell(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, bool):
        return str(int(value))
    return repr(value) if isinstance(value, float) else str(value)


def _bounded(grid: Grid, name: str) -> Grid:
    rows, columns = len(grid.cells), len(grid.cells[0])
    if rows > MAXIMUM_SAMPLES + 1 or rows * columns > MAXIMUM_TYPED:
        raise _too_many(name, rows * columns)
    return grid


def _too_large(name: str) -> Problem:
    return Problem(
        QT_TRANSLATE_NOOP("Problem", "“{file}” is larger than {maximum} MB."),
        file=name,
        maximum=MAXIMUM_FILE_BYTES // 2**20,
    )


def _too_many(name: str, count: int) -> Problem:
    return Problem(
        QT_TRANSLATE_NOOP(
            "Problem", "“{file}” has {count} cells; at most {maximum} can stand in a project."
        ),
        file=name,
        count=count,
        maximum=MAXIMUM_TYPED,
    )


def _no_table(name: str) -> Problem:
    return Problem(QT_TRANSLATE_NOOP("Problem", "“{file}” holds no table."), file=name)


def _objects(name: str) -> Problem:
    return Problem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "“{file}” holds Python objects, which are not read from files; save plain arrays of "
            "numbers.",
        ),
        file=name,
    )

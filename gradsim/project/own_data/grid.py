"""Rows of cells as they stand in a file, and what the columns hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.project.lost_numbers import is_lost
from gradsim.project.own_data.cells import is_missing, is_number, is_word

Floats = npt.NDArray[np.float64]


class Reason(StrEnum):
    """Why an array of a file gives no columns."""

    ROWS = "rows"
    """It has another number of rows than the first that gives some."""
    DIMENSIONS = "dimensions"
    """It has more than two."""
    SINGLE = "single"
    """It is one value and no row of values."""
    KIND = "kind"
    """It holds neither real numbers nor text."""
    EMPTY = "empty"


class LeftOut(Struct, frozen=True):
    """An array of a file that gives no columns, by its name."""

    array: str
    reason: Reason


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
    arrays of the file that give no columns. `targets_likely` are the columns that look like
    targets, from 0. With `decimal_commas` the file has them where the cells have points.
    """

    cells: tuple[tuple[str, ...], ...]
    lines: Sequence[int] = ()
    named: bool = False
    left_out: tuple[LeftOut, ...] = ()
    targets: tuple[int, ...] | None = None
    """The columns of an array of targets; none where that may be among those left out."""
    decimal_commas: bool = False

    @property
    def targets_likely(self) -> tuple[int, ...]:
        """The columns that look like targets: where nothing is known of them, the last."""
        return (len(self.cells[0]) - 1,) if self.targets is None else self.targets

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
            if found is not None and any(is_lost(cells[i]) for i in np.flatnonzero(found == 0.0)):
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

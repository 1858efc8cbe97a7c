"""Arrays for a sheet: small ones in full, large ones by a corner, their shape and their norm."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.card.formula import Grid
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.walk.running import size_of
from gradsim.viewmodels.worksheet.blocks import Cell, Gap, Matrix

FULL = 6
"""Rows and columns up to which an array stands in full."""
_CORNER = 3
_MORE_ACROSS, _MORE_DOWN = "⋯", "⋮"


def matrix_of(grid: Grid, *, blank: bool, above: bool = False) -> Matrix:
    """The matrix of `grid`; blank, its entries are gaps; `above` says where its symbol stands."""
    rows, columns = grid.values.shape
    shown_rows = range(rows if rows <= FULL else _CORNER)
    shown_columns = range(columns if columns <= FULL else _CORNER)
    width = 3.6 if columns > 1 else 4.6
    cells: list[tuple[Cell, ...]] = []
    for row in shown_rows:
        line: list[Cell] = [
            Gap(width) if blank else grid.number(row, column) for column in shown_columns
        ]
        if columns > FULL:
            line.append(_MORE_ACROSS)
        cells.append(tuple(line))
    if rows > FULL:
        cells.append(tuple(_MORE_DOWN for _ in cells[0]))
    note = ""
    if rows > FULL or columns > FULL:
        told = Message.of("Worksheet", _SHAPE, shape=grid.shape)
        if not blank:
            norm = numeral(abs(size_of(grid.values, grid.exponent)))
            told = Message.of("Worksheet", _NORM, shape=grid.shape, norm=norm)
        note = words.text(told)
    return Matrix(grid.label, tuple(cells), grid.join, note, above)


def summary(values: npt.NDArray[Any], *, with_norm: bool) -> str:
    """One number in full; of more, the shape and, if wanted, the norm."""
    if values.size == 1:
        return numeral(float(values.reshape(-1)[0]))
    grid = Grid("", np.atleast_2d(values).T if values.ndim < 2 else values)
    if not with_norm:
        return grid.shape
    norm = numeral(abs(size_of(values)))
    return words.text(Message.of("Worksheet", _NORM, shape=grid.shape, norm=norm))


_SHAPE = QT_TRANSLATE_NOOP("Worksheet", "{shape}, a corner of it")
_NORM = QT_TRANSLATE_NOOP("Worksheet", "{shape}, norm {norm}")

"""A table in NumPy's files: arrays of one or two dimensions beside each other, without pickle."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.limits import MAXIMUM_FILE_BYTES, MAXIMUM_TYPED
from gradsim.project.own_data.grid import Grid, LeftOut, Reason
from gradsim.project.own_data.refusals import no_table, objects, too_large, too_many_cells

_KINDS = "biufUS"
"""Whole and real numbers, truth values and text, as NumPy's letters."""
_TARGET_NAMES = frozenset({"y", "target", "targets", "label", "labels"})


def array_grid(data: bytes, name: str) -> Grid:
    """The arrays in the bytes of the file `name`, as far as they have as many rows as the first.

    Raises
    ------
    Problem
        Where there is none, or they cannot be read.
    """
    try:
        stream = io.BytesIO(data)
        if zipfile.is_zipfile(stream):
            with zipfile.ZipFile(stream) as packed:
                if sum(entry.file_size for entry in packed.infolist()) > MAXIMUM_FILE_BYTES:
                    raise too_large(name)
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
        raise (objects(name) if "Object arrays" in str(error) else no_table(name)) from None
    names: list[str] = []
    left_out: list[LeftOut] = []
    columns: list[npt.NDArray[Any]] = []
    places: dict[str, tuple[int, ...]] = {}
    for title, array in arrays.items():
        reason = _why_left_out(array, len(columns[0]) if columns else None)
        if reason is not None:
            left_out.append(LeftOut(title, reason))
            continue
        table = array[:, None] if array.ndim == 1 else array
        if table.shape[1] * len(table) > MAXIMUM_TYPED:
            raise too_many_cells(name, table.size, MAXIMUM_TYPED)
        places[title] = tuple(range(len(columns), len(columns) + table.shape[1]))
        for index in range(table.shape[1]):
            number = f" {index + 1}" if table.shape[1] > 1 else ""
            names.append(f"{title}{number}".strip() or str(index + 1))
            columns.append(table[:, index])
    if not columns:
        raise _without_columns(name, left_out)
    rows = zip(*(map(_cell, column.tolist()) for column in columns), strict=True)
    found = (tuple(names), *rows)
    # The names are no row of the arrays.
    return Grid(
        found,
        range(len(found)),
        named=True,
        left_out=tuple(left_out),
        targets=_targets(places, alone=len(arrays) == 1),
    )


def _why_left_out(array: npt.NDArray[Any], rows: int | None) -> Reason | None:
    """Why an array gives no columns beside arrays of so many rows; None where it does."""
    if not array.size:
        return Reason.EMPTY
    if array.ndim == 0:
        return Reason.SINGLE
    if array.dtype.kind not in _KINDS:
        return Reason.KIND
    if array.ndim > 2:
        return Reason.DIMENSIONS
    return Reason.ROWS if rows not in (None, len(array)) else None


def _targets(places: Mapping[str, tuple[int, ...]], *, alone: bool) -> tuple[int, ...] | None:
    """The columns of the array of targets: of the one that is called so, else of the last.

    One array that is left of several may be inputs or targets: that is for a person to say.
    """
    if alone:
        return None
    if len(places) == 1:
        return ()
    called = [title for title in places if title.casefold() in _TARGET_NAMES]
    return places[called[0] if len(called) == 1 else list(places)[-1]]


def _without_columns(name: str, left_out: Sequence[LeftOut]) -> Problem:
    """Why a file of arrays is no table."""
    reasons = [each.reason for each in left_out]
    if Reason.DIMENSIONS in reasons:
        return Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "“{file}” holds no table, but an array of more than two dimensions. Flatten it to "
                "one row per sample first: x.reshape(len(x), -1).",
            ),
            file=name,
        )
    if Reason.KIND in reasons:
        return Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "“{file}” holds no table, but an array of neither real numbers nor text.",
            ),
            file=name,
        )
    return no_table(name)


def _cell(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, bool):
        return str(int(value))
    return repr(value) if isinstance(value, float) else str(value)

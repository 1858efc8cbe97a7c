"""A table in NumPy's files: arrays of one or two dimensions beside each other, without pickle."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.problems import Problem
from gradsim.project.limits import MAXIMUM_FILE_BYTES, MAXIMUM_TYPED
from gradsim.project.own_data.grid import Grid
from gradsim.project.own_data.refusals import no_table, objects, too_large, too_many_cells


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
            raise too_many_cells(name, table.size, MAXIMUM_TYPED)
        for index in range(table.shape[1]):
            number = f" {index + 1}" if table.shape[1] > 1 else ""
            names.append(f"{title}{number}".strip() or str(index + 1))
            columns.append(table[:, index])
    if not columns:
        raise no_table(name)
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

"""From a file to a grid of cells: CSV in its usual dialects, or NumPy's arrays without pickle."""

from __future__ import annotations

import os
from pathlib import Path

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.limits import MAXIMUM_FILE_BYTES, MAXIMUM_SAMPLES, MAXIMUM_TYPED
from gradsim.project.own_data.delimited_text import text_grid
from gradsim.project.own_data.grid import Grid
from gradsim.project.own_data.numpy_arrays import array_grid
from gradsim.project.own_data.refusals import too_large, too_many_cells, too_many_rows


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
            raise too_large(name)
        data = Path(path).read_bytes()
    except OSError as error:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "“{file}” cannot be read: {reason}."),
            file=name,
            reason=error.strerror or str(error),
        ) from None
    if Path(path).suffix.lower() in (".npy", ".npz"):
        return _bounded(array_grid(data, name), name)
    return _bounded(text_grid(data, name), name)


def _bounded(grid: Grid, name: str) -> Grid:
    """`grid`, if a project can hold it; its names are none of its rows."""
    lines, columns = len(grid.cells), len(grid.cells[0])
    rows = lines - grid.header_likely
    if rows * columns > MAXIMUM_TYPED:
        raise too_many_cells(name, rows * columns, MAXIMUM_TYPED)
    if lines > MAXIMUM_SAMPLES + 1:  # the first line may be names that do not look so
        raise too_many_rows(name, rows, MAXIMUM_SAMPLES)
    return grid

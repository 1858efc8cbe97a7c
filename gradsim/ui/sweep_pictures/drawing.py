"""Draws all pictures of a sweep and writes them as PNG and SVG files."""

from __future__ import annotations

from pathlib import Path

from gradsim.project.file import named, write_bytes
from gradsim.project.sweeps.plan import Plan
from gradsim.project.sweeps.results_file import ResultsFile
from gradsim.project.sweeps.summaries import summaries
from gradsim.ui.sweep_pictures.grid import MOST, GridPicture
from gradsim.ui.sweep_pictures.scan import MOST_SCANNED, ScanPicture, scanned_axes
from gradsim.ui.sweep_pictures.words import AXES
from gradsim.ui.theme import Theme


def draw_sweep(plan: Plan, results: ResultsFile, folder: Path, theme: Theme) -> tuple[Path, ...]:
    """Write ``grid.png`` and ``.svg``, and for each scanned axis ``scan_depth.png`` and so on.

    Raises
    ------
    Problem
        Where a file cannot be written.
    """
    sheets = {"grid": GridPicture(plan, summaries(plan, results, MOST), theme).sheet()}
    scanned = scanned_axes(plan)
    if scanned:
        cells = summaries(plan, results, MOST_SCANNED)
        for axis in scanned:
            sheets[f"scan_{AXES[axis]}"] = ScanPicture(plan, cells, axis, theme).sheet()
    written = []
    for name, sheet in sheets.items():
        for suffix, data in (("png", sheet.png()), ("svg", sheet.svg())):
            path = folder / f"{name}.{suffix}"
            with named(path):
                write_bytes(data, path)
            written.append(path)
    return tuple(written)

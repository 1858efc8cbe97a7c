"""The results of a sweep for other programs: two CSV tables and one JSON file.

Every number is written with all its digits. In CSV an exact zero has the logarithm ``-inf``, an
overflow ``inf``, and what is not known is ``nan``; in JSON the same names stand in quotation
marks.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol, TextIO, get_args

import msgspec

from gradsim import __version__
from gradsim.engine.columns import GRADIENTS
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.statistics import Statistic
from gradsim.project.file import named, replacing
from gradsim.project.sweeps.plan import Plan
from gradsim.project.sweeps.records import CellRecord, SpreadRecord
from gradsim.project.sweeps.results_file import ResultsFile

TABLES = ("ratios.csv", "profiles.csv", "sweep.json")
"""Their names in the folder of a sweep."""
CELL_COLUMNS = ("cell", "activation", "initializer", "gain", "depth", "width")
KEYS = tuple(f"{name}.{each}" for name in GRADIENTS for each in get_args(Statistic))
SPREAD = ("lowest", "lower_quartile", "median", "upper_quartile", "highest", "lost")


class _Table(Protocol):
    def writerow(self, row: Iterable[Any], /) -> Any: ...


def write_tables(plan: Plan, results: ResultsFile, folder: Path) -> tuple[Path, ...]:
    """Write the ``TABLES`` and return their paths.

    Cells are read one at a time and stand in the order of their numbers.

    Raises
    ------
    Problem
        Where a file cannot be written.
    """
    ratios, profiles, everything = (folder / name for name in TABLES)
    return (
        _written(ratios, lambda text: _write_ratios(plan, results, text)),
        _written(profiles, lambda text: _write_profiles(results, text)),
        _written(everything, lambda text: _write_json(plan, results, text)),
    )


def _written(path: Path, write: Callable[[TextIO], None]) -> Path:
    """A file that is there whole or, where it cannot be, as it was before."""
    try:
        with named(path), replacing(path) as stream:
            text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
            try:
                write(text)
            finally:
                text.detach()
    except OSError as error:
        # A disk that is full names no file.
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "“{file}” cannot be written: {reason}."),
            file=str(path),
            reason=error.strerror or str(error),
        ) from None
    return path


def _write_ratios(plan: Plan, results: ResultsFile, stream: TextIO) -> None:
    """One row for each cell and seed: log₁₀ of first over last layer of every quantity."""
    table = csv.writer(stream, lineterminator="\n")
    table.writerow((*CELL_COLUMNS, "seed", *KEYS, "problem"))
    for record in results.records():
        cell = _cell_columns(record)
        if record.problem is not None:
            table.writerow((*cell, "", *("" for _ in KEYS), record.problem))
            continue
        columns = [record.ratios[key] for key in KEYS]
        for seed, values in zip(plan.seed_numbers, zip(*columns, strict=True), strict=True):
            table.writerow((*cell, seed, *map(_digits, values), ""))


def _write_profiles(results: ResultsFile, stream: TextIO) -> None:
    """One row for each cell, quantity, statistic and layer: log₁₀ over the seeds."""
    table = csv.writer(stream, lineterminator="\n")
    table.writerow((*CELL_COLUMNS, "quantity", "statistic", "layer", *SPREAD))
    for record in results.records():
        cell = _cell_columns(record)
        for key, spread in record.profiles.items():
            quantity, _, statistic = key.partition(".")
            _write_spread(table, (*cell, quantity, statistic), spread)
        for part, spread in record.attribution.items():
            _write_spread(table, (*cell, f"{part}_decades", "l2"), spread)


def _write_spread(table: _Table, first: tuple[object, ...], spread: SpreadRecord) -> None:
    rows = zip(*(getattr(spread, name) for name in SPREAD), strict=True)
    for layer, (*values, lost) in enumerate(rows, 1):
        table.writerow((*first, layer, *map(_digits, values), lost))


def _write_json(plan: Plan, results: ResultsFile, stream: TextIO) -> None:
    """Program, plan and machines; then each cell on a line of its own, as it was kept."""
    head = {
        "program": __version__,
        "fingerprint": plan.fingerprint,
        "cells_total": len(plan),
        "cells_finished": len(results),
        **plan.description,
        "machines": [msgspec.to_builtins(machine) for machine in results.machines],
    }
    stream.write("{\n")
    for name, value in head.items():
        stream.write(f'"{name}": {msgspec.json.encode(value).decode()},\n')
    stream.write('"cells": [')
    separator = "\n"
    for line in results.lines():
        stream.write(separator + line.decode())
        separator = ",\n"
    stream.write("\n]}\n")


def _cell_columns(record: CellRecord) -> tuple[object, ...]:
    gain = None if record.gain is None else _digits(record.gain)
    return (
        record.cell, record.activation, record.initializer, gain, record.depth, record.width,
    )  # fmt: skip


def _digits(value: float | str) -> str:
    """The shortest text that reads back as the same float."""
    return repr(float(value))

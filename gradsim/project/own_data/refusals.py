"""Why a file gives no table, where more than one reader says so."""

from __future__ import annotations

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.limits import MAXIMUM_FILE_BYTES


def too_large(name: str) -> Problem:
    """The file, or what it unpacks to, is larger than is read."""
    return Problem(
        QT_TRANSLATE_NOOP("Problem", "“{file}” is larger than {maximum} MB."),
        file=name,
        maximum=MAXIMUM_FILE_BYTES // 2**20,
    )


def too_many_cells(name: str, count: int, maximum: int) -> Problem:
    """More numbers than can stand in a project."""
    return Problem(
        QT_TRANSLATE_NOOP(
            "Problem", "“{file}” has {count} cells; at most {maximum} can stand in a project."
        ),
        file=name,
        count=count,
        maximum=maximum,
    )


def too_many_rows(name: str, count: int, maximum: int) -> Problem:
    """More samples than can stand in a project."""
    return Problem(
        QT_TRANSLATE_NOOP(
            "Problem", "“{file}” has {count} rows; at most {maximum} samples can be imported."
        ),
        file=name,
        count=count,
        maximum=maximum,
    )


def no_table(name: str) -> Problem:
    """There is nothing in the file that is read as a table."""
    return Problem(QT_TRANSLATE_NOOP("Problem", "“{file}” holds no table."), file=name)


def objects(name: str) -> Problem:
    """Reading the file would run what it says."""
    return Problem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "“{file}” holds Python objects, which are not read from files; save plain arrays of "
            "numbers.",
        ),
        file=name,
    )

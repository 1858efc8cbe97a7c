"""What the cells of a table spell: numbers, words, or that there is no value."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from gradsim.project.lost_numbers import is_lost

_MISSING = frozenset({"", "na", "n/a", "nan", "null", "none", "?"})

_WITH_COMMA = re.compile(r"[+-]?[\d.]*\d,[\d.,]*\d([eE][+-]?\d+)?", re.ASCII)


def is_number(cell: str) -> bool:
    """Whether a cell spells a number that float64 holds; nan and inf are none, nor is 1_000."""
    try:
        return math.isfinite(float(cell)) and "_" not in cell and not is_lost(cell)
    except ValueError:
        return False


def is_word(cell: str) -> bool:
    """Whether a cell looks like the name of a class: no number, finite or not and however it is
    written, and not a missing value."""
    spells_number = is_number(cell) or _is_infinite(cell) or has_comma(cell) or is_too_small(cell)
    return not spells_number and not is_missing(cell)


def is_too_small(cell: str) -> bool:
    """Whether a cell spells a number that is not 0 and would be 0 as a float64."""
    try:
        return "_" not in cell and is_lost(cell)
    except ValueError:
        return False


def has_comma(cell: str) -> bool:
    """Whether a cell has digits with a comma between them, for decimals or for thousands."""
    return _WITH_COMMA.fullmatch(cell.strip()) is not None


def is_missing(cell: str) -> bool:
    """Whether a cell says that there is no value."""
    return cell.strip().casefold() in _MISSING


def is_missing_class(cell: str) -> bool:
    """Whether a cell names no class. “None” may be one."""
    return is_missing(cell) and cell.strip().casefold() != "none"


def numbers_in(rows: Sequence[Sequence[str]], index: int) -> list[float | None]:
    """The numbers of one column; None where a cell holds none."""
    cells = (row[index].strip() for row in rows)
    return [float(cell) if is_number(cell) else None for cell in cells]


def _is_infinite(cell: str) -> bool:
    try:
        return math.isinf(float(cell))
    except ValueError:
        return False

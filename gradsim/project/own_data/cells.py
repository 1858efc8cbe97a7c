"""What the cells of a table spell: numbers, words, or that there is no value."""

from __future__ import annotations

import math
from collections.abc import Sequence

_MISSING = frozenset({"", "na", "n/a", "nan", "null", "none", "?"})


def is_number(cell: str) -> bool:
    """Whether a cell spells a finite number; nan and inf are none, nor is 1_000."""
    try:
        return math.isfinite(float(cell)) and "_" not in cell
    except ValueError:
        return False


def is_word(cell: str) -> bool:
    """Whether a cell can name a class: no number, finite or not, and not a missing value."""
    return not is_number(cell) and not is_missing(cell) and not _is_infinite(cell)


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

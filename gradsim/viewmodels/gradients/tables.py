"""Numbers as a table that can be read, copied and saved without losing a digit."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from msgspec import Struct

from gradsim.viewmodels import words

Cell = str | int | float | None


class Table(Struct, frozen=True):
    """Headings, and rows of cells; None is an empty cell."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def csv_text(self) -> str:
        """Comma-separated, one heading line; every float reads back to itself."""
        return _separated(self.headings, self.rows, ",", "\r\n")

    def clipboard_text(self) -> str:
        """Tab-separated, as spreadsheets paste it."""
        return _separated(self.headings, self.rows, "\t", "\n")


def in_english(build: Callable[[], Table]) -> Table:
    """The table of `build` as it leaves the program: its names are the same in every language.

    What reads such a file by its headings need not know in which language it was saved.
    """
    with words.spoken_by(_english):
        return build()


def _english(_context: str, text: str) -> str:
    return text


def _separated(
    headings: Sequence[str], rows: Sequence[Sequence[Cell]], delimiter: str, end: str
) -> str:
    import csv

    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=end)
    writer.writerow(headings)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return buffer.getvalue()


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    return repr(float(cell)) if isinstance(cell, float) else str(cell)

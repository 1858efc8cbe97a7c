"""Where the grid's cells and headings lie, as large as there is room for, and what is hit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSizeF

LEAST_CELL: Final = QSizeF(43.0, 48.0)
MOST_CELL: Final = QSizeF(132.0, 84.0)
GAP: Final = 2.0

Kind = Literal["cell", "row", "column", "corner"]


class Hit(Struct, frozen=True):
    """What lies under a point; `row` and `column` count from 0."""

    kind: Kind
    row: int = -1
    column: int = -1


@dataclass(frozen=True, slots=True)
class Geometry:
    """A grid of `rows` × `columns` within `room`, its headings `head` wide and high.

    Cells keep their least size; where they do not fit, the grid is larger than the room and
    `offset` says how far it is scrolled. Headings stay in place.
    """

    rows: int
    columns: int
    room: QSizeF
    head: QSizeF
    offset: QPointF

    cell: QSizeF = field(init=False, compare=False)
    """The size of a cell, the gap to the next one included."""

    def __post_init__(self) -> None:
        wide = (self.room.width() - self.head.width()) // max(self.columns, 1)
        high = (self.room.height() - self.head.height()) // max(self.rows, 1)
        cell = QSizeF(wide, high).expandedTo(LEAST_CELL).boundedTo(MOST_CELL)
        object.__setattr__(self, "cell", cell)

    @property
    def overhang(self) -> QSizeF:
        """How much larger than the room the grid is."""
        cell = self.cell
        wide = self.head.width() + cell.width() * self.columns - self.room.width()
        high = self.head.height() + cell.height() * self.rows - self.room.height()
        return QSizeF(max(wide, 0.0), max(high, 0.0))

    def cell_area(self, row: int, column: int) -> QRectF:
        """A cell without its gap."""
        cell = self.cell
        return QRectF(
            self.head.width() + column * cell.width() - self.offset.x(),
            self.head.height() + row * cell.height() - self.offset.y(),
            cell.width() - GAP,
            cell.height() - GAP,
        )

    def row_area(self, row: int) -> QRectF:
        """The heading of a row."""
        area = self.cell_area(row, 0)
        return QRectF(0.0, area.top(), self.head.width() - GAP, area.height())

    def column_area(self, column: int) -> QRectF:
        """The heading of a column."""
        area = self.cell_area(0, column)
        return QRectF(area.left(), 0.0, area.width(), self.head.height() - GAP)

    @property
    def corner_area(self) -> QRectF:
        """What lies above the rows' headings."""
        return QRectF(0.0, 0.0, self.head.width() - GAP, self.head.height() - GAP)

    @property
    def cells_area(self) -> QRectF:
        """The part of the room in which cells are seen."""
        left, top = self.head.width(), self.head.height()
        return QRectF(left, top, self.room.width() - left, self.room.height() - top)

    def within(self, area: QRectF) -> tuple[range, range]:
        """Rows and columns of the cells that `area` touches."""
        cell = self.cell
        left = area.left() - self.head.width() + self.offset.x()
        top = area.top() - self.head.height() + self.offset.y()
        return (
            _touched(top, area.height(), cell.height(), self.rows),
            _touched(left, area.width(), cell.width(), self.columns),
        )

    def hit(self, point: QPointF) -> Hit | None:
        """The cell or heading under a point."""
        beside, above = point.x() < self.head.width(), point.y() < self.head.height()
        if beside and above:
            return Hit("corner")
        cell = self.cell
        column = int((point.x() - self.head.width() + self.offset.x()) // cell.width())
        row = int((point.y() - self.head.height() + self.offset.y()) // cell.height())
        if above:
            return Hit("column", column=column) if 0 <= column < self.columns else None
        if not 0 <= row < self.rows:
            return None
        if beside:
            return Hit("row", row=row)
        return Hit("cell", row, column) if 0 <= column < self.columns else None


def _touched(start: float, length: float, step: float, count: int) -> range:
    first = max(int(start // step), 0)
    return range(first, min(int((start + length) // step) + 1, count))

"""The statistics of every layer as a table model: short on screen, exact when copied."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gradsim.viewmodels import words
from gradsim.viewmodels.digits import superscript
from gradsim.viewmodels.gradients.tables import Cell, Table

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class StatisticsModel(QAbstractTableModel):
    """Shows a Table; the tool tip of a cell has all its digits."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = Table((), ())

    @property
    def table(self) -> Table:
        """What is shown."""
        return self._table

    def show_table(self, table: Table) -> None:
        """Show other numbers; selection and scroll position stay where the shape does."""
        before = (len(self._table.rows), self._table.headings)
        if before == (len(table.rows), table.headings):
            self._table = table
            last = self.index(len(table.rows) - 1, len(table.headings) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One per layer."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """One per number."""
        return 0 if parent.isValid() else len(self._table.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text, whole number or alignment."""
        if not index.isValid():
            return None
        cell = self._table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return short_text(cell)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "" if cell is None else str(cell)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Headings across; rows need none, their first column is the layer."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._table.headings[section]
        return None


def short_text(cell: Cell) -> str:
    """Four figures of a number; numbers beyond float64 come as texts with many digits."""
    if cell is None:
        return "–"
    if isinstance(cell, float):
        return words.number(cell)
    if isinstance(cell, int):
        return str(cell)
    digits, mark, power = cell.partition("e")
    try:
        value = float(digits)
    except ValueError:
        return cell
    if not mark:
        return words.number(value)
    if -300 < int(power) < 300:
        return words.number(float(cell))
    return f"{value:.3f}·10{superscript(int(power))}"

"""The grid as a table of words, for whoever reads rather than looks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from gradsim.viewmodels.compare.grid.axes import Place
from gradsim.viewmodels.compare.grid.cell_words import cell_lines
from gradsim.viewmodels.compare.grid.labels import column_heading
from gradsim.viewmodels.compare.grid.view import GridView
from gradsim.viewmodels.compare.grid.wording import (
    activation_text,
)

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class GridTableModel(QAbstractTableModel):
    """A row for each activation, a column for each initializer."""

    def __init__(self, view: GridView) -> None:
        super().__init__(view)
        self._view = view
        view.rearranged.connect(self._reset)
        view.cells_changed.connect(self._tell)

    def place(self, index: Index) -> Place:
        """The cell of an index."""
        return Place(self._view.rows[index.row()], self._view.columns[index.column()])

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Activations."""
        return 0 if parent.isValid() else len(self._view.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Initializers."""
        return 0 if parent.isValid() else len(self._view.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Number and word; all that is known as a tool tip and for screen readers."""
        if not index.isValid():
            return None
        place = self.place(index)
        if role == Qt.ItemDataRole.DisplayRole:
            face = self._view.face(place)
            return " ".join(part for part in (face.number, face.word) if part) or "…"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return "\n".join(cell_lines(self._view, place))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Names, with the gain of a column."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return activation_text(self._view.rows[section])
        name = self._view.columns[section]
        heading = column_heading(name, self._view.setup.gain(name))
        return "\n".join([heading.forms[0], heading.note]) if heading.note else heading.forms[0]

    def _reset(self) -> None:
        self.beginResetModel()
        self.endResetModel()

    def _tell(self, _places: list[Place]) -> None:
        rows, columns = self.rowCount(), self.columnCount()
        if rows and columns:
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, columns - 1))

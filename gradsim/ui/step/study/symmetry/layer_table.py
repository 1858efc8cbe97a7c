"""The table of symmetries: a row per layer, one of which is chosen."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.symmetry.table import Cell, headings

Index = QModelIndex | QPersistentModelIndex

_ROW = 22
_AROUND = 6
_SHOWN = 6


class LayerTableModel(QAbstractTableModel):
    """Hands out the cells and the words for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[Cell, ...], ...] = ()
        self._headings: tuple[Cell, ...] = headings()

    def show_rows(self, rows: tuple[tuple[Cell, ...], ...]) -> None:
        """Show other layers."""
        self.beginResetModel()
        self._rows, self._headings = rows, headings()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One per layer."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One per comparison."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The sign; as a tip and for screen readers its words."""
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(cell.text)
        heading = _text(self._headings[index.column()].told)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{heading}: {_text(cell.told)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """What is compared in a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._headings):
            return None
        cell = self._headings[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(cell.text)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _text(cell.told)
        return None


class LayerTable(QTableView):
    """Chooses a layer by mouse or by the arrow keys."""

    layer_chosen = Signal(int)
    """Counted from 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = LayerTableModel(self)
        self.setModel(self._model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setProperty("dense", True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(30)
        header.setHighlightSections(False)
        self.selectionModel().currentRowChanged.connect(self._report)

    @property
    def layer(self) -> int:
        """The chosen layer, from 1; 0 while there is none."""
        return self.currentIndex().row() + 1

    def show_rows(self, rows: tuple[tuple[Cell, ...], ...], layer: int) -> None:
        """Show other layers, with `layer` (from 1) chosen."""
        self.blockSignals(True)
        self._model.show_rows(rows)
        if rows:
            self.setCurrentIndex(self._model.index(min(max(layer, 1), len(rows)) - 1, 0))
        self.blockSignals(False)
        shown = min(max(len(rows), 1), _SHOWN)
        frame = 2 * self.frameWidth() + 2
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + shown * _ROW + frame)
        self._fit()

    def _fit(self) -> None:
        """Each column gets what its heading needs, and an equal share of what is left."""
        count = self._model.columnCount()
        metrics = self.horizontalHeader().fontMetrics()
        across = Qt.Orientation.Horizontal
        texts = [str(self._model.headerData(each, across)) for each in range(count)]
        needed = [metrics.horizontalAdvance(text) + _AROUND for text in texts]
        spare = self.viewport().width() - sum(needed)
        for section, width in enumerate(needed):
            share = spare * (section + 1) // count - spare * section // count
            self.setColumnWidth(section, width + share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self._fit()

    def _report(self, now: QModelIndex) -> None:
        if now.isValid():
            self.layer_chosen.emit(now.row() + 1)


def _text(told: str | Message) -> str:
    return words.text(told) if isinstance(told, Message) else told

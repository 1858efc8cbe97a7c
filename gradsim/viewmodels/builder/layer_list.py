"""The list of layers as cards: what each says, and where a dragged one may be dropped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from gradsim.engine.initialization import TypedLayer
from gradsim.engine.network import Layer
from gradsim.viewmodels.builder.layer_actions import LayerActions
from gradsim.viewmodels.builder.layer_words import layer_summary, short, typed_words, weights_words
from gradsim.viewmodels.builder.remedies.said import badges, remedies_words
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.notation import layer_number
from gradsim.viewmodels.words import activation_label

NO_PARENT = QModelIndex()
LAYERS_MIME_TYPE = "application/x-gradsim-layers"

Row = tuple[Layer, TypedLayer | None]
Index = QModelIndex | QPersistentModelIndex


class LayerRole(IntEnum):
    """What a card asks of its row, beside the roles of Qt."""

    ID = Qt.ItemDataRole.UserRole + 1
    NUMBER = Qt.ItemDataRole.UserRole + 2
    UNITS = Qt.ItemDataRole.UserRole + 3
    ACTIVATION = Qt.ItemDataRole.UserRole + 4
    DETAIL = Qt.ItemDataRole.UserRole + 5
    TYPED = Qt.ItemDataRole.UserRole + 6
    BADGES = Qt.ItemDataRole.UserRole + 7


class LayerListModel(QAbstractListModel):
    """One row per layer, in network order; rows come and go singly, so a view keeps its place."""

    def __init__(
        self, document: Document, actions: LayerActions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._actions = actions
        self._rows: list[Row] = self._read()
        document.project_changed.connect(self._follow)

    def row_of(self, layer_id: int) -> int:
        """Row of the layer with this id, -1 where there is none."""
        return next((i for i, (layer, _) in enumerate(self._rows) if layer.id == layer_id), -1)

    def rows_of(self, layer_ids: Iterable[int]) -> list[int]:
        """Rows of the layers with these ids, ascending."""
        wanted = set(layer_ids)
        return [row for row, (layer, _) in enumerate(self._rows) if layer.id in wanted]

    def ids_of(self, rows: Iterable[int]) -> list[int]:
        """Ids of the layers in these rows, in network order."""
        return [self._rows[row][0].id for row in sorted(rows)]

    def agrees(self) -> bool:
        """Whether the rows are the layers of the project; not so while they follow an edit."""
        layers = self._document.project.network.layers
        return len(layers) == len(self._rows) and all(
            layer.id == shown.id for layer, (shown, _) in zip(layers, self._rows, strict=True)
        )

    def retranslate(self) -> None:
        """Say every card again, in the language that holds now."""
        self._announce(range(len(self._rows)))

    def _read(self) -> list[Row]:
        project = self._document.project
        return list(zip(project.network.layers, project.parameters, strict=True))

    def _follow(self) -> None:
        """Turn the old rows into the new ones by replacing the stretch in which the ids differ."""
        old, new = self._rows, self._read()
        shorter = min(len(old), len(new))
        head = 0
        while head < shorter and old[head][0].id == new[head][0].id:
            head += 1
        tail = 0
        while tail < shorter - head and old[-1 - tail][0].id == new[-1 - tail][0].id:
            tail += 1
        if len(old) - tail > head:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self._rows = old[:head] + old[len(old) - tail :]
            self.endRemoveRows()
        if len(new) - tail > head:
            self.beginInsertRows(QModelIndex(), head, len(new) - tail - 1)
            self._rows = new
            self.endInsertRows()
        self._rows = new
        shifted = len(old) != len(new)
        last = len(new) - tail
        self._announce(
            row
            for row, entry in enumerate(new)
            if not (head <= row < last)
            and (
                self._differ(entry, old[row] if row < head else old[row - len(new)])
                or (shifted and row >= last)
            )
        )

    @staticmethod
    def _differ(one: Row, other: Row) -> bool:
        """Whether two cards read differently: of typed numbers they say only which are typed."""
        (layer, typed), (before, typed_before) = one, other
        if layer is not before:
            return True
        if typed is typed_before or typed is None or typed_before is None:
            return typed is not typed_before
        return typed_words(layer, typed) != typed_words(layer, typed_before)

    def _announce(self, rows: Iterable[int]) -> None:
        """Emit `dataChanged` for `rows` (ascending), once for each unbroken run."""
        first = last = None
        for row in rows:
            if last is not None and row == last + 1:
                last = row
                continue
            if first is not None and last is not None:
                self.dataChanged.emit(self.index(first), self.index(last))
            first = last = row
        if first is not None and last is not None:
            self.dataChanged.emit(self.index(first), self.index(last))

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        layer, typed = self._rows[index.row()]
        match role:
            case LayerRole.ID:
                return layer.id
            case LayerRole.NUMBER:
                return layer_number(index.row() + 1)
            case LayerRole.UNITS:
                return layer.units
            case LayerRole.ACTIVATION:
                return short(activation_label(layer.activation.name))
            case LayerRole.DETAIL:
                return weights_words(layer) if typed is None else typed_words(layer, typed)
            case LayerRole.TYPED:
                return typed is not None
            case LayerRole.BADGES:
                return badges(layer)
            case Qt.ItemDataRole.ToolTipRole:
                return remedies_words(layer) or None
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return layer_summary(index.row() + 1, layer, typed)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [LAYERS_MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        ids = self.ids_of({index.row() for index in indexes})
        data.setData(LAYERS_MIME_TYPE, QByteArray(" ".join(map(str, ids)).encode()))
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Move the dragged layers so that they stand before `row` (at the end for -1)."""
        del column
        if action != Qt.DropAction.MoveAction or not data.hasFormat(LAYERS_MIME_TYPE):
            return False
        words = bytes(data.data(LAYERS_MIME_TYPE).data()).split()
        if not words or not all(word.isdigit() for word in words):
            return False
        ids = [int(word) for word in words]
        if row < 0:
            row = parent.row() if parent.isValid() else len(self._rows)
        return self._actions.move_before(ids, row)

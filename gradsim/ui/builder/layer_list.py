"""The focusable list of layer cards: select, reorder by drag or key, and a menu on each card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from gradsim.ui.builder.layer_delegate import LayerDelegate
from gradsim.ui.builder.layer_menu import LayerMenu
from gradsim.ui.key_names import alt_name
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.builder.layer_actions import LayerActions
from gradsim.viewmodels.builder.layer_list import Index, LayerListModel
from gradsim.viewmodels.selection import Selection


class LayerList(QListView):
    """Mirrors the selection of the workbench both ways; several cards can be selected."""

    def __init__(
        self,
        model: LayerListModel,
        actions: LayerActions,
        selection: Selection,
        theme: ThemeController,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._layers = model
        self._selection = selection
        self._theme = theme
        self._drop_line: int | None = None
        self._delegate = LayerDelegate(theme, self)
        self.menu = LayerMenu(actions, selection, self)
        self._build()
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.addActions(self.menu.actions())
        selection.changed.connect(self.show_selection)
        model.rowsInserted.connect(self._follow_rows)
        model.rowsRemoved.connect(self._follow_rows)
        self.selectionModel().selectionChanged.connect(self._take_selection)
        theme.changed.connect(self.viewport().update)
        self._retranslate()
        self.show_selection()

    def _build(self) -> None:
        self.setProperty("bare", True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def content_height(self) -> int:
        """How high the list is with every card shown."""
        rows = self._layers.rowCount()
        return rows * self.sizeHintForRow(0) + 2 if rows else 0

    def show_selection(self) -> None:
        """Select the cards of the selected layers, and bring the first into view."""
        if not self._layers.agrees():
            return
        rows = self._layers.rows_of(self._selection.layer_ids)
        if rows == self._selected_rows():
            return
        selected = QItemSelection()
        start = 0
        for position in range(1, len(rows) + 1):
            if position == len(rows) or rows[position] != rows[position - 1] + 1:
                first, last = (
                    self._layers.index(rows[start]),
                    self._layers.index(rows[position - 1]),
                )
                selected.select(first, last)
                start = position
        model = self.selectionModel()
        if rows and self.currentIndex().row() not in rows:
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            model.setCurrentIndex(self._layers.index(rows[0]), flag)
        model.select(selected, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if rows:
            self.scrollTo(self._layers.index(rows[0]))

    def _selected_rows(self) -> list[int]:
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def _take_selection(self) -> None:
        """Tell the workbench what a person selected.

        While the rows follow an edit they do not yet agree with the network, and what the view
        selects meanwhile is nobody's choice.
        """
        if self._layers.agrees():
            self._selection.select(self._layers.ids_of(self._selected_rows()))

    def _follow_rows(self) -> None:
        self.updateGeometry()
        self.show_selection()

    def _row_of_menu_at(self, event: QMouseEvent) -> int:
        """Row whose menu handle the pointer is on; -1 for none."""
        position = event.position().toPoint()
        index = self.indexAt(position)
        if index.isValid() and self._delegate.menu_rect(self.visualRect(index)).contains(position):
            return index.row()
        return -1

    def _line_at(self, position: QPoint) -> int | None:
        """Height of the line that shows where a card dropped at `position` will come to stand."""
        where = QAbstractItemView.DropIndicatorPosition
        indicated = self.dropIndicatorPosition()
        row = self.visualRect(self.indexAt(position))
        if indicated == where.AboveItem:
            return max(row.top(), 1)
        if indicated == where.BelowItem:
            return row.bottom() + 1
        if indicated == where.OnViewport and self._layers.rowCount():
            last = self._layers.index(self._layers.rowCount() - 1)
            return self.visualRect(last).bottom()
        return None

    def _open_menu(self, row: int) -> None:
        index = self._layers.index(row)
        if not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        handle = self._delegate.menu_rect(self.visualRect(index))
        self.menu.popup(self.viewport().mapToGlobal(handle.bottomLeft()))

    def _retranslate(self) -> None:
        self._delegate.typed_word = self.tr("typed")
        self.setAccessibleName(self.tr("Layers"))
        told = self.tr("{key} with the up or down arrow moves the selected layers.")
        self.setAccessibleDescription(told.format(key=alt_name()))
        self._layers.retranslate()

    def dataChanged(self, topLeft: Index, bottomRight: Index, roles: Sequence[int] = ()) -> None:
        """Paint the cards that changed; a list would lay out, and paint, every card anew.

        All cards are of one height, which their words do not change.
        """
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, list(roles))

    def sizeHint(self) -> QSize:
        return QSize(240, self.content_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 2 * max(self.sizeHintForRow(0), 20))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_of_menu_at(event)
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._open_menu(row)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_of_menu_at(event)
        if row != self._delegate.menu_row:
            self._delegate.menu_row = row
            self.viewport().update()
        super().mouseMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._drop_line = self._line_at(event.position().toPoint())
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_line = None
        super().dragLeaveEvent(event)
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_line = None
        super().dropEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_line is not None:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._theme.theme.accent, 3.0))
            line = self._drop_line
            painter.drawLine(2, line, self.viewport().width() - 3, line)

    def leaveEvent(self, event: QEvent) -> None:
        self._delegate.menu_row = -1
        self.viewport().update()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index: QModelIndex = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        if index.isValid():
            self._open_menu(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the card's menu; the rest is the list's own."""
        opens = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in opens and self.currentIndex().isValid():
            self._open_menu(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

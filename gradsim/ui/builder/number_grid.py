"""A table of numbers to type into, copy from and paste into, with what was refused in red."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.builder.number_table import CellRole, NumberTableModel
from gradsim.viewmodels.words import problem_text

Index = QModelIndex | QPersistentModelIndex
_COLUMN_WIDTH = 92
_ROW_HEIGHT = 24


class NumberDelegate(QStyledItemDelegate):
    """Marks the cells whose text was refused."""

    def __init__(self, theme: ThemeController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(CellRole.REFUSED):
            role = option.palette.ColorRole
            for each in (role.Text, role.HighlightedText):
                option.palette.setColor(each, self._theme.theme.danger_text)
            # The highlight of the selected cell would hide that it was refused.
            option.state &= ~QStyle.StateFlag.State_Selected

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(CellRole.REFUSED):
            painter.fillRect(option.rect, self._theme.theme.danger_background)
        super().paint(painter, option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option, index
        editor = QLineEdit(parent)
        editor.setProperty("cell", True)
        editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        editor.setFrame(False)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # Asked anew whenever numbers arrive: what a person has begun to type stands.
        assert isinstance(editor, QLineEdit)
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if not editor.isModified() and editor.text() != text:
            editor.setText(text)
            editor.selectAll()


class NumberGrid(QTableView):
    """Ctrl+C and Ctrl+V speak with spreadsheets; columns are of one width, so size is no matter."""

    def __init__(
        self, numbers: NumberTableModel, theme: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._numbers = numbers
        self._copy = self._entry(self.copy_selected, QKeySequence.StandardKey.Copy)
        self._paste = self._entry(self.paste_clipboard, QKeySequence.StandardKey.Paste)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setModel(numbers)
        self.setItemDelegate(NumberDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        for header, size in (
            (self.horizontalHeader(), _COLUMN_WIDTH),
            (self.verticalHeader(), _ROW_HEIGHT),
        ):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(_ROW_HEIGHT)
            header.setDefaultSectionSize(size)
        theme.changed.connect(self.viewport().update)
        self._retranslate()

    def _entry(self, do: Callable[[], None], keys: QKeySequence.StandardKey) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(do)
        self.addAction(action)
        return action

    def copy_selected(self) -> None:
        """Put the selected rectangle on the clipboard, tabs between the cells."""
        selected = self.selectionModel().selection()
        if selected.isEmpty():
            return
        block = selected.at(0)
        text = self._numbers.copy(block.top(), block.left(), block.bottom(), block.right())
        QGuiApplication.clipboard().setText(text)

    def paste_clipboard(self) -> None:
        """Lay the clipboard's cells over the table from the first selected cell on."""
        selected = self.selectionModel().selection()
        corner = self.currentIndex()
        row, column = max(corner.row(), 0), max(corner.column(), 0)
        if not selected.isEmpty():
            row, column = selected.at(0).top(), selected.at(0).left()
        self._numbers.paste(row, column, QGuiApplication.clipboard().text())

    def _retranslate(self) -> None:
        self._copy.setText(self.tr("Copy"))
        self._paste.setText(self.tr("Paste"))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes on to the cell below, unless the text was refused and wants mending."""
        super().closeEditor(editor, hint)
        entered = hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache
        index = self.currentIndex()
        if entered and not index.data(CellRole.REFUSED):
            below = index.siblingAtRow(index.row() + 1)
            if below.isValid():
                self.setCurrentIndex(below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc on a refused text brings the number back; only elsewhere it goes to the window."""
        index = self.currentIndex()
        escape = event.key() == Qt.Key.Key_Escape
        if escape and index.isValid() and self._numbers.restore(index.row(), index.column()):
            event.accept()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll with focus, or where there is somewhere to scroll; else the form scrolls."""
        bar = self.verticalScrollBar()
        if self.hasFocus() or bar.maximum() > bar.minimum():
            super().wheelEvent(event)
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class RefusalLine(QLabel):
    """Says below tables what was refused in them, and at which cell."""

    def __init__(self, tables: Sequence[NumberTableModel], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tables = tuple(tables)
        self.setProperty("problem", True)
        self.setWordWrap(True)
        for table in self._tables:
            table.refusals_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say the first refusal of each table, in the language that holds now."""
        told = [text for table in self._tables if (text := self._told(table))]
        self.setText("\n".join(told))
        self.setVisible(bool(told))

    def _told(self, table: NumberTableModel) -> str:
        """What a table refused: a pasted block, and the first of its cells, or one cell."""
        sentences = []
        if table.refused_block is not None:
            sentences.append(problem_text(table.refused_block))
        if table.refused:
            row, column = min(table.refused)
            words = self.tr("Row {row}, column {column} ({symbol}): {reason}")
            sentences.append(
                words.format(
                    row=row + 1,
                    column=column + 1,
                    symbol=table.symbol(row, column),
                    reason=problem_text(table.refused[row, column].problem),
                )
            )
        return " ".join(sentences)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

"""Every number of every layer as a table: to read, to copy, and for screen readers."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QSignalBlocker, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from gradsim.ui.plots.plot_menu import ask_and_write
from gradsim.viewmodels.gradients.ensembles.view import SpreadView
from gradsim.viewmodels.gradients.statistics_model import StatisticsModel
from gradsim.viewmodels.gradients.tables import Table, in_english

_COLUMN = 116


class StatisticsView(QTableView):
    """Ctrl+C copies the selected cells with all their digits; a row selects its layer."""

    def __init__(self, spread: SpreadView) -> None:
        super().__init__()
        self._spread = spread
        self._view = view = spread.gradients
        self._model = StatisticsModel(self)
        self.setModel(self._model)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        self.horizontalHeader().setDefaultSectionSize(_COLUMN)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.changed.connect(self.refresh)
        spread.changed.connect(self.refresh)
        view.layer_changed.connect(self._follow_layer)
        self.selectionModel().currentRowChanged.connect(self._choose_row)
        self._retranslate()

    def refresh(self) -> None:
        """Show the newest numbers, if anybody looks."""
        if not self.isVisible():
            return
        table = self._spread.statistics()
        if table is not None:
            before = self._model.table.headings
            self._model.show_table(table)
            if table.headings != before:
                self._widen()
            self._follow_layer()

    def _widen(self) -> None:
        """No heading is cut off; a column made wider by hand stays so."""
        header = self.horizontalHeader()
        for column in range(self._model.columnCount()):
            wanted = header.sectionSizeHint(column)
            if header.sectionSize(column) < wanted:
                header.resizeSection(column, wanted)

    def _numbers(self, *, members: bool = False) -> Table:
        return self._spread.statistics(members=members) or self._model.table

    def copy_selection(self) -> None:
        """Put the selected cells, or all of them, on the clipboard with all their digits."""
        table = in_english(self._numbers)
        chosen = self.selectionModel().selectedIndexes()
        if len(chosen) > 1:
            rows = sorted({index.row() for index in chosen})
            columns = sorted({index.column() for index in chosen})
            table = Table(
                tuple(table.headings[column] for column in columns),
                tuple(tuple(table.rows[row][column] for column in columns) for row in rows),
            )
        QGuiApplication.clipboard().setText(table.clipboard_text())

    def save_all(self) -> None:
        """Ask for a file and write every number into it, those of every seed too."""
        table = in_english(partial(self._numbers, members=True))
        data = table.csv_text().encode("utf-8-sig")
        title, kind = self.tr("Save numbers as CSV"), self.tr("CSV table")
        ask_and_write(self, title, kind, "statistics.csv", data)

    def _choose_row(self) -> None:
        row = self.currentIndex().row()
        if row >= 0 and self.hasFocus():
            self._view.choose_layer(row + 1)

    def _follow_layer(self) -> None:
        layer = self._view.chosen_layer()
        if layer is None or self.hasFocus() or not self.isVisible():
            return
        with QSignalBlocker(self.selectionModel()):
            index = self._model.index(layer - 1, max(self.currentIndex().column(), 0))
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self.viewport().update()
        self.scrollTo(index)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Statistics of every layer"))
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, or what a table does."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copy and save, by right click or by the menu key."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("Copy numbers"), self.copy_selection)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        menu.addAction(self.tr("Save numbers as CSV…"), self.save_all)
        menu.popup(event.globalPos())
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

"""Two runs factor by factor: which two, and the table that the walk follows and moves in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gradsim.ui.elided_label import ElidedLabel
from gradsim.ui.panel import Panel
from gradsim.ui.restyle import restyle
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.compare.runs.table import (
    HERE,
    HERE_ROLE,
    KIND,
    KIND_ROLE,
    FactorTable,
)
from gradsim.viewmodels.compare.runs.view import LIVE, RunsView
from gradsim.viewmodels.gradients.tables import in_english
from gradsim.viewmodels.notation import written

_ROW = 25
_MARK_WIDTH = 22
_SAMPLE_ROWS = 5
_WIDE = "−00.00"
_AIR, _LEAST_AIR = 18, 10
"""What a column leaves beside its words: ordinarily, and where room is short."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FactorInk(QStyledItemDelegate):
    """Writes a factor in the colour of its kind, and the row of the walk in bold."""

    def __init__(self, theme: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Colour and weight of a cell."""
        super().initStyleOption(option, index)
        kind = index.data(KIND_ROLE)
        if kind:
            ink = self._theme.theme.factor_text(kind)
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, ink)
        option.font.setBold(bool(index.data(HERE_ROLE)))


class FactorList(QTableView):
    """Enter or a click walks to the factor of the row; Ctrl+C copies every digit."""

    def __init__(self, view: RunsView, theme: ThemeController) -> None:
        super().__init__()
        self._view = view
        self._widest: dict[int, int] = {}
        self.table = FactorTable(view, self)
        self.setModel(self.table)
        self.setItemDelegate(FactorInk(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_MARK_WIDTH)
        header.resizeSection(HERE, _MARK_WIDTH)
        self.clicked.connect(self._walk_to)
        view.pair_changed.connect(self.refresh)
        view.cursor_changed.connect(self._follow_walk)
        theme.changed.connect(self.viewport().update)

    def refresh(self) -> None:
        """Show the newest factors; the row that was current stays."""
        row = self.currentIndex().row()
        self.table.refresh()
        self._measure()
        self._fit_columns()
        if 0 <= row < self.table.rowCount() and self.hasFocus():
            self.setCurrentIndex(self.table.index(row, KIND))
        else:
            self._follow_walk()

    def _measure(self) -> None:
        """The widest words of each column: all kinds, and the numbers of the first rows, whose
        layers have the longest."""
        font = QFont(self.font())
        font.setBold(True)  # as the row of the walk is
        advance = QFontMetrics(font).horizontalAdvance
        rows = self.table.rowCount()
        for column in range(KIND, self.table.columnCount()):
            heading = self.table.headerData(column, Qt.Orientation.Horizontal)
            read = rows if column == KIND else min(_SAMPLE_ROWS, rows)
            cells = {self.table.index(row, column).data() for row in range(read)}
            self._widest[column] = max(advance(str(each)) for each in (heading, *cells, _WIDE))

    def _fit_columns(self) -> None:
        """Let what multiplies have the room that is left, and never less than its words need:
        the columns lose their air first, then the table scrolls sideways."""
        room = self.viewport().width() - _MARK_WIDTH
        needed, columns = sum(self._widest.values()), len(self._widest)
        compact = needed + _AIR * columns > room
        if compact != bool(self.property("compact")):
            self.setProperty("compact", compact)
            restyle(self, self.horizontalHeader())
        air = _LEAST_AIR if compact else _AIR
        left = max(room - needed - air * columns, 0)
        for column, widest in self._widest.items():
            more = left if column == KIND else 0
            self.horizontalHeader().resizeSection(column, widest + air + more)

    def _follow_walk(self) -> None:
        row = self.table.follow_walk()
        if row is not None and not self.hasFocus():
            with QSignalBlocker(self.selectionModel()):
                self.setCurrentIndex(self.table.index(row, KIND))
            self.scrollTo(self.table.index(row, KIND))
        self.viewport().update()

    def _walk_to(self, index: QModelIndex) -> None:
        self._view.choose_row(self.table.source_row(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter walks, Ctrl+C copies all rows, the rest is a table's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(in_english(self.table.table).clipboard_text())
        elif event.key() in _ENTER and self.currentIndex().isValid():
            self._walk_to(self.currentIndex())
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self._fit_columns()


class FactorPanel(Panel):
    """The two runs that are chosen, their factors, and what the columns mean."""

    def __init__(self, view: RunsView, theme: ThemeController) -> None:
        super().__init__()
        self._view = view
        self.first_box, self.second_box = QComboBox(), QComboBox()
        self._between = QLabel()
        self._between.setProperty("muted", True)
        self.branches_box = QCheckBox()
        self.branches_box.setChecked(True)
        self.list = FactorList(view, theme)
        self.here = ElidedLabel()
        self._explanation = QLabel()
        self._explanation.setProperty("muted", True)
        self._explanation.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.first_box)
        row.addWidget(self._between)
        row.addWidget(self.second_box)
        row.addStretch(1)
        row.addWidget(self.branches_box)
        self.body.addLayout(row)
        self.body.addWidget(self.here)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._explanation)
        for box in (self.first_box, self.second_box):
            box.activated.connect(self._choose)
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.branches_box.toggled.connect(self.list.table.show_branches)
        view.pair_changed.connect(self.refresh)
        view.names_changed.connect(self.refresh)
        view.cursor_changed.connect(self._follow_walk)
        self._retranslate()

    def refresh(self) -> None:
        """Offer the runs there are."""
        letters = [LIVE, *(run.letter for run in self._view.runs.pins)]
        pair = (self._view.first, self._view.second)
        for box, chosen in zip((self.first_box, self.second_box), pair, strict=True):
            with QSignalBlocker(box):
                box.clear()
                for letter in letters:
                    box.addItem(self._view.letter_text(letter), letter)
                box.setCurrentIndex(letters.index(chosen))
        self._follow_walk()

    def _follow_walk(self) -> None:
        said = self._view.at_walk()
        self.here.setText(said)
        self.here.setToolTip(said)
        self.here.setVisible(bool(said))

    def _choose(self) -> None:
        self._view.choose_pair(self.first_box.currentData(), self.second_box.currentData())

    def _retranslate(self) -> None:
        self.set_title(self.tr("Factor by factor"))
        self._between.setText(self.tr("against"))
        self.first_box.setAccessibleName(self.tr("First run"))
        self.second_box.setAccessibleName(self.tr("Second run"))
        self.branches_box.setText(written(self.tr("with ∂C/∂W and ∂C/∂b")))
        self.list.setAccessibleName(self.tr("Factors of both runs, from the cost down"))
        self._explanation.setText(
            self.tr(
                "From the cost down, so that layers stand side by side that are equally far from "
                "it. A click, or Enter, walks to the factor in the open network."
            )
        )
        self.refresh()
        self.list.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

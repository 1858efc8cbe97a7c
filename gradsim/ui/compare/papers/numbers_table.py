"""The measured numbers of an entry beside what was published of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from gradsim.viewmodels.compare.papers.view import PapersView
from gradsim.viewmodels.compare.papers.wording import label_text, published_text, value_text
from gradsim.viewmodels.gradients.tables import Table, in_english

_ROW = 27


class NumbersTable(QTableWidget):
    """As high as its rows; Ctrl+C copies every digit."""

    def __init__(self, view: PapersView) -> None:
        super().__init__(0, 3)
        self._view = view
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._retranslate()

    def refresh(self) -> None:
        """The numbers of the entry that is open; hidden before there are some."""
        finding = self._view.finding
        self.setVisible(finding is not None)
        numbers = () if finding is None else finding.numbers
        self.setRowCount(len(numbers))
        for row, number in enumerate(numbers):
            texts = (label_text(number), published_text(number), value_text(number))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(repr(number.value) if column == 2 else text)
                self.setItem(row, column, item)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + _ROW * len(numbers) + 4)

    def table(self) -> Table:
        """Every number with all digits."""
        finding = self._view.finding
        rows = () if finding is None else finding.numbers
        return Table(
            ("number", "published", "measured"),
            tuple((label_text(each), published_text(each), each.value) for each in rows),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, or what a table does."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(in_english(self.table).clipboard_text())
            event.accept()
            return
        super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Measured numbers"))
        self.setHorizontalHeaderLabels(
            [self.tr("number"), self.tr("published"), self.tr("measured here")]
        )
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

"""Import data: the table's first rows, which columns are targets, and what comes of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gradsim.project.own_data import Grid
from gradsim.viewmodels import words
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.own_data.import_model import ImportModel

_MOST_COLUMNS = 64
_MOST_LETTERS = 60
"""Of what the preview shows; the whole cell is read."""


class ImportDialog(QDialog):
    """Shows one file; nothing is changed before Import."""

    def __init__(self, path: str, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = ImportModel(path, document, self)
        self.header_box = QCheckBox()
        self.standardize_box = QCheckBox()
        self.classes_box = QCheckBox()
        self.targets = QListWidget()
        self.table = QTableWidget()
        self.told = QLabel()
        self.problem = QLabel()
        self._filled: tuple[Grid | None, bool] = (None, False)
        self._targets_title, self._table_title = QLabel(), QLabel()
        self.import_button = QPushButton()
        self._build()
        self._connect()
        self._retranslate()
        self.resize(760, 520)

    def _build(self) -> None:
        self.import_button.setProperty("primary", True)
        self.import_button.setDefault(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.addButton(self.import_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.targets.setMaximumWidth(210)
        for label in (self.told, self.problem):
            label.setWordWrap(True)
        self.problem.setProperty("problem", True)
        for title in (self._targets_title, self._table_title):
            title.setProperty("heading", True)
        left = QVBoxLayout()
        left.addWidget(self._targets_title)
        left.addWidget(self.targets, 1)
        left.addWidget(self.classes_box)
        right = QVBoxLayout()
        right.addWidget(self._table_title)
        right.addWidget(self.table, 1)
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addLayout(left)
        both.addLayout(right, 1)
        checks = QHBoxLayout()
        checks.setSpacing(18)
        checks.addWidget(self.header_box)
        checks.addWidget(self.standardize_box)
        checks.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(checks)
        layout.addLayout(both, 1)
        layout.addWidget(self.told)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        model = self.model
        self.header_box.toggled.connect(model.set_header)
        self.standardize_box.toggled.connect(model.set_standardize)
        self.classes_box.toggled.connect(model.set_classes)
        self.targets.itemChanged.connect(self._follow_target)
        self.buttons.accepted.connect(self._import)
        self.buttons.rejected.connect(self.reject)
        model.changed.connect(self.refresh)
        self.finished.connect(model.shut_down)

    def refresh(self) -> None:
        """Show the choices and what comes of them."""
        model = self.model
        for box, on in (
            (self.header_box, model.header),
            (self.standardize_box, model.standardize),
            (self.classes_box, model.classes),
        ):
            with QSignalBlocker(box):
                box.setChecked(on)
            box.setEnabled(model.grid is not None)
        # Arrays have no row of names.
        self.header_box.setEnabled(model.grid is not None and not model.grid.named)
        self.classes_box.setEnabled(len(model.targets) == 1)
        self._list_targets()
        self._fill_table()
        summary = model.summary()
        if model.working:
            self.told.setText(self.tr("Reading …"))
        else:
            said = (*(() if summary is None else (summary,)), *model.notes())
            self.told.setText("\n".join(map(words.text, said)))
        problem = model.problem
        self.problem.setText("" if problem is None else words.problem_text(problem))
        self.problem.setVisible(problem is not None and not model.working)
        self.import_button.setEnabled(model.project is not None and not model.working)

    def _list_targets(self) -> None:
        with QSignalBlocker(self.targets):
            row = self.targets.currentRow()
            self.targets.clear()
            for index, column in enumerate(self.model.columns):
                item = QListWidgetItem(self._named(index, column.name))
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                chosen = index in self.model.targets
                item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
                self.targets.addItem(item)
            self.targets.setCurrentRow(max(row, 0) if row >= 0 else len(self.model.columns) - 1)

    def _named(self, index: int, name: str) -> str:
        return name if self.model.header else self.tr("column {number}").format(number=index + 1)

    def _fill_table(self) -> None:
        model = self.model
        columns = model.columns[:_MOST_COLUMNS]
        shown = model.grid, model.header
        if shown != self._filled:
            self._filled = shown
            rows = model.preview()
            self.table.setRowCount(len(rows))
            self.table.setColumnCount(len(columns))
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells[:_MOST_COLUMNS]):
                    self.table.setItem(row, column, QTableWidgetItem(cell[:_MOST_LETTERS]))
            if model.grid is not None:
                # What is refused is named by its line in the file.
                lines = [model.grid.line(row, model.header) for row in range(len(rows))]
                self.table.setVerticalHeaderLabels([str(line) for line in lines])
        self.table.setHorizontalHeaderLabels(
            [
                f"→ {self._named(index, column.name)}"
                if index in model.targets
                else self._named(index, column.name)
                for index, column in enumerate(columns)
            ]
        )
        self.table.resizeColumnsToContents()

    def _follow_target(self, item: QListWidgetItem) -> None:
        self.model.set_target(self.targets.row(item), item.checkState() == Qt.CheckState.Checked)

    def _import(self) -> None:
        if self.model.take():
            self.accept()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Import data: {file}").format(file=self.model.name))
        self.header_box.setText(self.tr("The first row holds names"))
        self.standardize_box.setText(self.tr("Standardize the inputs"))
        self.standardize_box.setToolTip(
            self.tr("(x − mean) / standard deviation, column by column, over all rows")
        )
        self.classes_box.setText(self.tr("The target is a class"))
        self._targets_title.setText(self.tr("Targets"))
        self._table_title.setText(self.tr("First rows"))
        self.targets.setAccessibleName(self.tr("Columns that are targets"))
        self.table.setAccessibleName(self.tr("The first rows of the table"))
        self.import_button.setText(self.tr("Import"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

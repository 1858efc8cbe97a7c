"""The typed samples below the data set: a small table, and buttons to add and delete rows."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gradsim.ui.builder.number_grid import NumberGrid, RefusalLine
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.builder.editor import Editor
from gradsim.viewmodels.builder.sample_table import SAMPLES_CONTROL, SampleTableModel
from gradsim.viewmodels.words import problem_text

_MOST_ROWS = 6
_MOST_COLUMNS = 64
_COLUMN_WIDTH = 44


class SampleSection(QWidget):
    """There only while the samples are typed ones."""

    def __init__(
        self,
        samples: SampleTableModel,
        editor: Editor,
        theme: ThemeController,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._samples = samples
        self._editor = editor
        self.grid = NumberGrid(samples, theme)
        self.refusal = RefusalLine([samples])
        self._problem = QLabel()
        self._problem.setProperty("problem", True)
        self._problem.setWordWrap(True)
        self.add = QPushButton()
        self.delete = QPushButton()
        self.paste = QPushButton()
        self._build()
        self.add.clicked.connect(samples.add_sample)
        self.delete.clicked.connect(self._delete_selected)
        self.paste.clicked.connect(self.grid.paste_clipboard)
        samples.modelReset.connect(self.refresh)
        editor.document.project_changed.connect(self.refresh)
        editor.problem_changed.connect(self._follow_problem)
        self._retranslate()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        buttons = QHBoxLayout()
        buttons.setSpacing(5)
        for button in (self.add, self.delete, self.paste):
            button.setProperty("compact", True)
            buttons.addWidget(button, 1)
        layout.addWidget(self.grid)
        layout.addWidget(self.refusal)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)

    def refresh(self) -> None:
        """Show the table where there is one, as high as its first rows."""
        active = self._samples.active
        self.setVisible(active)
        if active:
            self._fit_grid()
        problem = self._editor.problem(SAMPLES_CONTROL)
        self._problem.setVisible(problem is not None)
        self._problem.setText("" if problem is None else problem_text(problem))

    def _fit_grid(self) -> None:
        """As high as its rows, up to some; columns share the width while each has enough."""
        rows = min(self._samples.rowCount(), _MOST_ROWS)
        columns = max(self._samples.columnCount(), 1)
        beside = self.grid.verticalHeader().sizeHint().width() + 2
        if rows < self._samples.rowCount():
            beside += self.grid.verticalScrollBar().sizeHint().width()
        share = (self.width() - beside) // columns
        needed = self._needed_column_width()
        self.grid.horizontalHeader().setDefaultSectionSize(max(share, needed))
        header = self.grid.horizontalHeader().sizeHint().height()
        height = header + rows * self.grid.verticalHeader().defaultSectionSize() + 2
        if share < needed:
            height += self.grid.horizontalScrollBar().sizeHint().height()
        self.grid.setFixedHeight(height)

    def _needed_column_width(self) -> int:
        """So that no number of the first rows is cut."""
        metrics = self.grid.fontMetrics()
        texts = (
            self._samples.index(row, column).data()
            for row in range(min(self._samples.rowCount(), _MOST_ROWS))
            for column in range(min(self._samples.columnCount(), _MOST_COLUMNS))
        )
        widest = max(map(metrics.horizontalAdvance, texts), default=0)
        return max(widest + 16, _COLUMN_WIDTH)

    def _follow_problem(self, control: str) -> None:
        if control == SAMPLES_CONTROL:
            self.refresh()

    def _delete_selected(self) -> None:
        rows = {index.row() for index in self.grid.selectionModel().selectedIndexes()}
        if not rows:
            rows = {self._samples.rowCount() - 1}
        self._samples.delete_samples(rows)

    def _retranslate(self) -> None:
        self.grid.setAccessibleName(self.tr("Samples: inputs x, targets y"))
        self.add.setText(self.tr("Add"))
        self.add.setAccessibleName(self.tr("Add a sample"))
        self.add.setToolTip(self.tr("Add a sample"))
        self.delete.setText(self.tr("Delete"))
        self.delete.setAccessibleName(self.tr("Delete the selected samples"))
        self.delete.setToolTip(self.tr("Delete the selected samples"))
        self.paste.setText(self.tr("Paste"))
        self.paste.setAccessibleName(self.tr("Paste samples from a spreadsheet"))
        self.paste.setToolTip(self.tr("Paste samples from a spreadsheet"))
        self._samples.retranslate()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._samples.active:
            self._fit_grid()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

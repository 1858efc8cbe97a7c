"""New project: a small blank network, or one of the built-in ones."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gradsim.project.presets import PRESETS
from gradsim.viewmodels import words
from gradsim.viewmodels.notation import written

BLANK = ""


class NewProjectDialog(QDialog):
    """Lists what a new project can start from, with one sentence about each."""

    chosen = Signal(str)
    """A preset's name, or `BLANK`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._list = QListWidget()
        for name in (BLANK, *PRESETS):
            QListWidgetItem(self._list).setData(Qt.ItemDataRole.UserRole, name)
        self._list.setMinimumWidth(240)
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._summary.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._summary.setProperty("muted", True)
        self._create = QPushButton()
        self._create.setProperty("primary", True)
        self._create.setDefault(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self._create, QDialogButtonBox.ButtonRole.AcceptRole)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self._list, 1)
        columns.addWidget(self._summary, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addLayout(columns, 1)
        layout.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._list.itemActivated.connect(self.accept)
        self._list.currentItemChanged.connect(self._render_summary)
        self.accepted.connect(self._report)
        self._retranslate()
        self._list.setCurrentRow(0)
        self.resize(620, 400)

    def _name(self) -> str:
        item = self._list.currentItem()
        return BLANK if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def _report(self) -> None:
        self.chosen.emit(self._name())

    def _render_summary(self) -> None:
        name = self._name()
        self._summary.setText(
            self.tr("Two inputs and one sigmoid unit: add layers to it.")
            if name == BLANK
            else written(words.translated("Preset", PRESETS[name].summary))
        )

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("New project"))
        self._list.setAccessibleName(self.tr("Start from"))
        self._create.setText(self.tr("Create"))
        for row in range(self._list.count()):
            item = self._list.item(row)
            name = str(item.data(Qt.ItemDataRole.UserRole))
            blank = self.tr("Blank network")
            title = blank if name == BLANK else words.translated("Preset", PRESETS[name].title)
            item.setText(title)
        self._render_summary()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

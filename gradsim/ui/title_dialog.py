"""Asks for the project's title and sets it as one undo step."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.edits.data import set_title
from gradsim.project.limits import MAXIMUM_TITLE
from gradsim.project.single_line import single_line
from gradsim.viewmodels import words
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.messages import Message

_WIDTH = 420


class TitleDialog(QDialog):
    """One field with the present title; what is refused stays in it with the reason below."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self._document = document
        self._shown = words.project_title(document.project.title)
        self.field = QLineEdit(self._shown)
        self.field.setMaxLength(MAXIMUM_TITLE)
        self.field.selectAll()
        self.refusal = QLabel()
        self.refusal.setProperty("problem", True)
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self._label = QLabel()
        self._label.setBuddy(self.field)
        self._rename = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = self._rename.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setProperty("primary", True)
        self.accept_button.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(8)
        for widget in (self._label, self.field, self.refusal, self._rename):
            layout.addWidget(widget)
        self._rename.accepted.connect(self.accept)
        self._rename.rejected.connect(self.reject)
        self._retranslate()
        self.resize(_WIDTH, self.sizeHint().height())

    def accept(self) -> None:
        """Set the title, unless it stayed as it was shown."""
        title = single_line(self.field.text())
        if title != self._shown:
            name = Message.of("Undo", QT_TRANSLATE_NOOP("Undo", "Rename the project"))
            try:
                self._document.edit(name, set_title(self._document.open_project, title))
            except Problem as problem:
                self.refusal.setText(words.problem_text(problem))
                self.refusal.show()
                return
        super().accept()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Rename project"))
        self._label.setText(self.tr("Title of the project"))
        self.field.setAccessibleName(self._label.text())
        self.accept_button.setText(self.tr("Rename"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

"""The help of the verdict: its rules, written out."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.rules import INTRODUCTION, RULES


class RulesDialog(QDialog):
    """Open it with ``open()``; it deletes itself when closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QTextBrowser()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text, 1)
        layout.addWidget(self._buttons)
        self.resize(520, 520)
        self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("How the verdict is reached"))
        self.text.setAccessibleName(self.tr("Rules of the verdict"))
        items = "".join(
            f"<li style='margin-bottom:6px'><b>{escape(words.text(headline))}</b> – "
            f"{escape(words.text(rule))}</li>"
            for headline, rule in RULES
        )
        self.text.setHtml(f"<p>{escape(words.text(INTRODUCTION))}</p><ol>{items}</ol>")

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

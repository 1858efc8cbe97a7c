"""The menu of the built-in projects, each with one line that says what it shows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gradsim.project.presets import PRESETS
from gradsim.viewmodels import words
from gradsim.viewmodels.notation import written


class PresetMenu(QMenu):
    """Reports which preset was chosen, by its terminal name."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self._entries: dict[str, QAction] = {name: self.addAction("") for name in PRESETS}
        for name, action in self._entries.items():
            action.setData(name)
        self.triggered.connect(self._report)
        self._retranslate()

    def _report(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))

    def _retranslate(self) -> None:
        self.setTitle(self.tr("Presets"))
        for name, action in self._entries.items():
            entry = PRESETS[name]
            action.setText(words.translated("Preset", entry.title))
            action.setToolTip(written(words.translated("Preset", entry.summary)))
            action.setStatusTip("")

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

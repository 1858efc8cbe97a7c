"""The entries of the gallery as a list: title, source in short, and what was found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from gradsim.ui.wrapped_rows import WrappedRows
from gradsim.viewmodels.compare.papers.view import PapersView
from gradsim.viewmodels.compare.papers.wording import sentence

_NAME_ROLE = Qt.ItemDataRole.UserRole


class PaperList(QListWidget):
    """The arrow keys, or a click, open an entry."""

    def __init__(self, view: PapersView) -> None:
        super().__init__()
        self._view = view
        WrappedRows(self)
        self.setProperty("bare", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name in view.entries:
            item = QListWidgetItem()
            item.setData(_NAME_ROLE, name)
            self.addItem(item)
        self.currentItemChanged.connect(self._choose)
        view.changed.connect(self.refresh)
        self._retranslate()

    def refresh(self) -> None:
        """Titles, findings and the entry that is open."""
        with QSignalBlocker(self):
            for row, (name, entry) in enumerate(self._view.entries.items()):
                finding = self._view.finding_of(name)
                said = ""
                if finding is not None:
                    said = self.tr(" – holds") if finding.holds else self.tr(" – does not hold")
                short = entry.short
                self.item(row).setText(f"{short}{said}\n{sentence(entry.title)}")
                if name == self._view.entry.name:
                    self.setCurrentRow(row)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._view.choose(item.data(_NAME_ROLE))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Published set-ups"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

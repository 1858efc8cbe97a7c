"""The page of published set-ups: the list on the left, the entry that is read beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gradsim.ui.compare.page import ComparePage
from gradsim.ui.compare.papers.detail import PaperDetail
from gradsim.ui.compare.papers.paper_list import PaperList
from gradsim.ui.panel import Panel
from gradsim.ui.splitter import RememberedSplitter
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.compare.papers.view import PapersView


class PapersPage(ComparePage):
    """Measures only when asked to: wide networks take seconds."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self.view = PapersView(workbench.document, workbench.settings, self)
        self.list = PaperList(self.view)
        self.list_panel = Panel()
        self.list_panel.body.addWidget(self.list, 1)
        self.detail = PaperDetail(self.view)
        across = RememberedSplitter("compare-papers", Qt.Orientation.Horizontal, workbench.settings)
        across.addWidget(self.list_panel)
        across.addWidget(self.detail)
        self.list_panel.keep_readable()
        across.settle([280, 800], [0, 1])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(across)
        self._retranslate()

    def take_focus(self) -> None:
        """The arrow keys walk the list."""
        self.list.setFocus()

    def finish_drawing(self) -> None:
        """Wait for what is being measured."""
        self.view.finish()

    def shut_down(self) -> None:
        """End the measuring thread."""
        self.view.shut_down()

    def _retranslate(self) -> None:
        self.list_panel.set_title(self.tr("Papers"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

"""The Compare workspace: a row of tabs, and below it the page that was chosen."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gradsim.ui.compare.page import ComparePage
from gradsim.ui.compare.pages import PAGES
from gradsim.ui.key_names import key_names
from gradsim.ui.segmented import Segmented
from gradsim.ui.splitter import GAP
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.settings import Settings

PAGE_SETTING = "compare_page"


class CompareWorkspace(QWidget):
    """Shows one page at a time and remembers which."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._made: dict[str, ComparePage] = {}
        self._name = ""
        self.chooser = Segmented([entry.name for entry in PAGES])
        self._stack = QStackedWidget()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.chooser)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(row)
        layout.addWidget(self._stack, 1)
        known = workbench.settings.text(PAGE_SETTING)
        self._show(known if known in {entry.name for entry in PAGES} else PAGES[0].name)
        self.chooser.chosen.connect(self.open_page)
        self._keys = [self._key(number) for number in range(1, len(PAGES) + 1)]
        self._retranslate()

    @staticmethod
    def preparing(settings: Settings) -> Iterator[None]:
        """Load what the page to be shown is made of, one module at each step."""
        known = settings.text(PAGE_SETTING)
        entry = next((each for each in PAGES if each.name == known), PAGES[0])
        for module in entry.modules:
            import_module(module)
            yield

    @property
    def name(self) -> str:
        """The name of the page that is shown."""
        return self._name

    @property
    def page(self) -> ComparePage:
        """The page that is shown."""
        return self._made[self._name]

    def open_page(self, name: str) -> None:
        """Turn to the page `name` and remember it."""
        if name != self._name:
            self._show(name)
            self._workbench.settings.set_text(PAGE_SETTING, name)

    def take_focus(self) -> None:
        """The arrow keys act in the page."""
        self.page.take_focus()

    def finish_drawing(self) -> None:
        """Compute and draw at once what the page shows."""
        self.page.finish_drawing()

    def shut_down(self) -> None:
        """End what the pages run in the background."""
        for page in self._made.values():
            page.shut_down()

    def _key(self, number: int) -> QShortcut:
        """Alt and the page's number turn to it, wherever in the workspace the focus is."""
        key = QShortcut(QKeySequence(f"Alt+{number}"), self)
        key.setObjectName(PAGES[number - 1].name)
        key.activated.connect(self._follow_key)
        return key

    def _follow_key(self) -> None:
        self.open_page(self.sender().objectName())
        self.take_focus()

    def _show(self, name: str) -> None:
        if name not in self._made:
            entry = next(entry for entry in PAGES if entry.name == name)
            self._made[name] = entry.make(self._workbench)
            self._stack.addWidget(self._made[name])
        self._name = name
        self.chooser.show_value(name)
        self._stack.setCurrentWidget(self._made[name])

    def _retranslate(self) -> None:
        self.chooser.setAccessibleName(self.tr("Page of Compare"))
        told = self.tr("What is compared ({keys}, …)")
        self.chooser.setToolTip(told.format(keys=key_names("Alt+1", "Alt+2")))
        for entry in PAGES:
            self.chooser.set_text(
                entry.name, QCoreApplication.translate("ComparePage", entry.label)
            )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

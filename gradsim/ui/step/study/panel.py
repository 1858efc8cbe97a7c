"""The place beside the card: a chooser and the page that was chosen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from gradsim.ui.key_names import key_names
from gradsim.ui.step.study.page import StudyPage, StudyTools
from gradsim.ui.step.study.pages import ASKED_FIRST, PAGES

_SETTING = "study_page"
_NARROWEST_CHOOSER = 96


class Study(QWidget):
    """Shows one page at a time and remembers which."""

    def __init__(self, tools: StudyTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._settings = tools.workbench.settings
        self._made: dict[str, StudyPage] = {}
        self.chooser = QComboBox()
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._stack = QStackedWidget()
        self._refusal = QLabel()
        self._build()
        known = self._settings.text(_SETTING)
        self._show(known if known in {entry.name for entry in PAGES} else PAGES[0].name)
        self.chooser.activated.connect(self._choose)
        stepper = tools.workbench.stepper
        for signal in (stepper.steps_changed, stepper.position_changed, stepper.guard_changed):
            signal.connect(self._place)
        self._keys = [self._key(number) for number in range(1, len(PAGES) + 1)]

    def _build(self) -> None:
        self.chooser.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for entry in PAGES:
            self.chooser.addItem("", entry.name)
        self.chooser.setMinimumWidth(_NARROWEST_CHOOSER)
        self._row = row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.chooser)
        row.addStretch(1)
        self._refusal.setWordWrap(True)
        self._refusal.setProperty("muted", True)
        self._refusal.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._refusal.setContentsMargins(24, 12, 24, 12)
        self._stack.addWidget(self._refusal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addLayout(row)
        layout.addWidget(self._stack, 1)
        # No page may push the card's buttons out of a low window: what is higher scrolls.
        self.setMinimumSize(296, 250)
        self._retranslate()

    def _key(self, number: int) -> QShortcut:
        """Alt and the page's number turn to it, wherever in the workspace the focus is."""
        key = QShortcut(QKeySequence(f"Alt+{number}"), self)
        key.setObjectName(PAGES[number - 1].name)
        key.activated.connect(self._follow_key)
        return key

    def _follow_key(self) -> None:
        self.open_page(self.sender().objectName())

    @property
    def name(self) -> str:
        """The name of the page that is shown."""
        return str(self.chooser.currentData())

    @property
    def page(self) -> StudyPage:
        """The page that is shown."""
        return self._made[self.name]

    def open_page(self, name: str) -> None:
        """Turn to the page `name` and remember it."""
        if name != self.name:
            self._turn_to(name)

    def finish_drawing(self) -> None:
        """Compute and typeset at once what the page shows."""
        if not self._refused:
            self.page.finish_drawing()

    @property
    def _refused(self) -> str:
        """Why the page cannot show the network as it is, or not yet; empty where it can."""
        stepper, entry = self._tools.workbench.stepper, PAGES[self.chooser.currentIndex()]
        if entry.tells_ahead and stepper.guarded and stepper.position < len(stepper.steps):
            return ASKED_FIRST
        result = stepper.result
        plain = result is None or result.project.network.plain
        return "" if plain else entry.plain_only

    def _place(self) -> None:
        """Show the page, or why it has nothing to show."""
        refused = self._refused
        self._refusal.setText(QCoreApplication.translate("StudyPage", refused) if refused else "")
        page = self._made[self.name]
        if page.corner is not None:
            page.corner.setVisible(not refused)
        self._stack.setCurrentWidget(self._refusal if refused else page)

    def shut_down(self) -> None:
        """End what the pages run in the background."""
        for page in self._made.values():
            page.shut_down()

    def _turn_to(self, name: str) -> None:
        self._show(name)
        self._settings.set_text(_SETTING, name)

    def _show(self, name: str) -> None:
        if name not in self._made:
            entry = next(entry for entry in PAGES if entry.name == name)
            self._made[name] = entry.make(self._tools)
            self._stack.addWidget(self._made[name])
            corner = self._made[name].corner
            if corner is not None:
                self._row.addWidget(corner)
        for each, page in self._made.items():
            if page.corner is not None:
                page.corner.setVisible(each == name)
        with QSignalBlocker(self.chooser):
            self.chooser.setCurrentIndex(self.chooser.findData(name))
        self._place()

    def _choose(self, index: int) -> None:
        name = str(self.chooser.itemData(index))
        # The box already shows the choice; what counts is the page below it.
        shown = self._stack.currentWidget()
        if shown is self._refusal or shown is not self._made.get(name):
            self._turn_to(name)

    def _retranslate(self) -> None:
        self.chooser.setAccessibleName(self.tr("Page beside the card"))
        told = self.tr("What is shown beside the card ({keys}, …)")
        self.chooser.setToolTip(told.format(keys=key_names("Alt+1", "Alt+2")))
        with QSignalBlocker(self.chooser):
            for index, entry in enumerate(PAGES):
                self.chooser.setItemText(
                    index, QCoreApplication.translate("StudyPage", entry.label)
                )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._place()

"""What a run asks and tells in every workspace: an edit to decide on, an earlier moment shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from gradsim.ui.key_names import key_name
from gradsim.ui.restyle import restyle
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.training.session import TrainingSession

_KEYS = {"branch": "Alt+B", "discard": "Alt+D", "cancel": "Alt+C", "keep": "Alt+K", "home": "Alt+H"}
_ASKED = ("branch", "discard", "cancel")
_LOOKING = ("branch", "keep", "home")


class RunBanner(QFrame):
    """Hidden while there is nothing to say; where the run itself is shown, what is looked back at
    stands in its own bar, so that nothing moves under the slider."""

    def __init__(
        self,
        session: TrainingSession,
        document: Document,
        theme: ThemeController,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._document = session, document
        self._beside_run = True
        self.text = QLabel()
        self.buttons = {name: QPushButton() for name in _KEYS}
        self._build()
        self._connect(theme)
        self._retranslate()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.setSpacing(6)
        self.text.setWordWrap(True)
        self.text.setProperty("heading", True)
        row.addWidget(self.text, 1)
        for name, button in self.buttons.items():
            row.addWidget(button)
            QShortcut(QKeySequence(_KEYS[name]), self).activated.connect(button.click)

    def _connect(self, theme: ThemeController) -> None:
        session, buttons = self._session, self.buttons
        buttons["branch"].clicked.connect(session.branch)
        buttons["discard"].clicked.connect(session.discard)
        buttons["cancel"].clicked.connect(session.cancel_edit)
        buttons["keep"].clicked.connect(session.take)
        buttons["home"].clicked.connect(session.look_home)
        session.changed.connect(self.refresh)
        session.progressed.connect(self.refresh)
        theme.changed.connect(self._recolor)

    def stand_beside_run(self, beside: bool) -> None:
        """Whether the workspace on show is that of the run."""
        self._beside_run = beside
        self.refresh()

    def refresh(self) -> None:
        """Say what is to be said now."""
        session, step = self._session, self._document.step_back
        asked: tuple[str, ...] = ()
        text, box = "", "ok"
        if session.edited:
            asked, box = _ASKED, "warning"
            text = self._question()
        elif step is not None and not self._beside_run:
            asked = _LOOKING
            text = self.tr("Step {step} of the run – looking back").format(step=words.count(step))
        if text and text != self.text.text() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self.text.setText(text)
        self.setAccessibleName(text)
        for name, button in self.buttons.items():
            button.setVisible(name in asked)
        self.buttons["branch"].setEnabled(session.ready)
        self.buttons["keep"].setEnabled(session.ready and bool(step))
        self.setVisible(bool(text))
        if self.property("box") != box:
            self.setProperty("box", box)
            self._recolor()

    def _question(self) -> str:
        edited_at = words.count(self._session.edited_at)
        if self._session.edited_back:
            text = self.tr(
                "You edited the project as it was at step {steps} of the run. Branch off there, or "
                "discard the run and its numbers?"
            )
        elif self._session.looking_back:
            text = self.tr(
                "The project was edited, and step {steps} of the run is chosen. Branch off with "
                "the numbers of that step, or discard the run?"
            )
        else:
            text = self.tr(
                "The project was edited after step {steps}: the run is paused. Branch off with "
                "the numbers reached, or discard them?"
            )
        return text.format(steps=edited_at)

    def _recolor(self) -> None:
        restyle(self)

    def _retranslate(self) -> None:
        told = {
            "branch": (
                self.tr("Branch"),
                self.tr("Train on with the project as it is now, from these numbers"),
            ),
            "discard": (
                self.tr("Discard the run"),
                self.tr("Forget the run and begin with the project as it is now"),
            ),
            "cancel": (
                self.tr("Cancel"),
                self.tr("Take the edit back: the run can go on"),
            ),
            "keep": (
                self.tr("Keep these weights"),
                self.tr("Type them into the network, as one undo step"),
            ),
            "home": (self.tr("Back to now"), self.tr("Show the open project again")),
        }
        for name, (text, tip) in told.items():
            self.buttons[name].setText(text)
            self.buttons[name].setToolTip(f"{tip} ({key_name(_KEYS[name])})")
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

"""What a run has to say where it is shown: it broke, or it cannot begin."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from gradsim.ui.restyle import restyle
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.training.session import TrainingSession
from gradsim.viewmodels.training.wording import divergence_message


class RunNotice(QFrame):
    """A sentence and what can be done about it; hidden while there is nothing to say.

    `show_button` is for whoever knows where the break can be looked at.
    """

    def __init__(
        self, session: TrainingSession, theme: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.text = QLabel()
        self.show_button = QPushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        self.text.setWordWrap(True)
        row.addWidget(self.text, 1)
        row.addWidget(self.show_button)
        theme.changed.connect(self._recolor)
        self._retranslate()

    def refresh(self) -> None:
        """Say what is to be said now."""
        session, box, text = self._session, "warning", ""
        divergence = None if session.moment is None else session.moment.divergence
        if session.problem is not None:
            text, box = words.problem_text(session.problem), "danger"
        elif divergence is not None and not session.edited:
            text, box = words.text(divergence_message(divergence)), "danger"
        self.text.setText(text)
        self.setVisible(bool(text))
        self.show_button.setVisible(divergence is not None and not session.edited)
        if self.property("box") != box:
            self.setProperty("box", box)
            self._recolor()

    def _recolor(self) -> None:
        restyle(self)

    def _retranslate(self) -> None:
        self.show_button.setText(self.tr("Show where"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

"""The race in words: who leads and who is out, and whose layers moved first."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel

from gradsim.ui.panel import Panel
from gradsim.viewmodels import words
from gradsim.viewmodels.race.session import RaceSession
from gradsim.viewmodels.race.wording import movement_messages, standing_messages


class StandingPanel(Panel):
    """Who leads by how much; who is out, and why."""

    def __init__(self, session: RaceSession) -> None:
        super().__init__()
        self._session = session
        self.text = _paragraph()
        self.body.addWidget(self.text)
        session.changed.connect(self.refresh)
        session.progressed.connect(self.refresh)
        self._retranslate()

    def refresh(self) -> None:
        """The newest words."""
        racing = self._session.racing
        self.setVisible(bool(racing))
        self.text.setText("\n".join(map(words.text, standing_messages(racing))) if racing else "")
        self.set_note(self.tr("step {step}").format(step=words.count(self._session.steps)))

    def _retranslate(self) -> None:
        self.set_title(self.tr("Standing"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


class MovementPanel(Panel):
    """Which racer's layers have moved, and when."""

    def __init__(self, session: RaceSession) -> None:
        super().__init__()
        self._session = session
        self.text = _paragraph()
        self.body.addWidget(self.text)
        session.changed.connect(self.refresh)
        session.progressed.connect(self.refresh)
        self._retranslate()

    def refresh(self) -> None:
        """The newest words."""
        said = movement_messages(self._session.racing, self._session.share)
        self.setVisible(bool(said))
        self.text.setText("\n".join(map(words.text, said)))

    def _retranslate(self) -> None:
        self.set_title(self.tr("Who learns which layer first"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _paragraph() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    return label

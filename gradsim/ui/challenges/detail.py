"""One challenge: its parts with task and rules, hints seen, and the reason once it is solved."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from gradsim.project.challenges import Stage
from gradsim.ui.gradients.scrolled_column import ScrolledColumn
from gradsim.ui.panel import Panel
from gradsim.viewmodels import words
from gradsim.viewmodels.challenges.progress import State
from gradsim.viewmodels.challenges.session import ChallengeSession
from gradsim.viewmodels.challenges.wording import sentence, state_text

_ABOVE_HEADING = 8
_BESIDE_BAR = 8
_LINE_LENGTH = 720
"""Pixels: longer lines are hard to read."""


class ChallengeDetail(Panel):
    """The challenge that the list turned to."""

    start_wanted = Signal(str)

    def __init__(self, session: ChallengeSession, name: str) -> None:
        super().__init__()
        self._session, self._name = session, name
        self._shown: tuple[object, ...] = ()
        self._labels: list[QLabel] = []
        self.column = ScrolledColumn(6)
        self.column.rows.setContentsMargins(0, 0, _BESIDE_BAR, 0)
        self.start_button = QPushButton()
        self.start_button.setProperty("primary", True)
        self._text = QVBoxLayout()
        self._text.setSpacing(6)
        row = QHBoxLayout()
        row.setContentsMargins(0, _ABOVE_HEADING, 0, 0)
        row.addWidget(self.start_button)
        row.addStretch(1)
        self.column.rows.addLayout(self._text)
        self.column.rows.addLayout(row)
        self.column.rows.addStretch(1)
        self.body.addWidget(self.column, 1)
        self.start_button.clicked.connect(self.start)
        session.changed.connect(self.refresh)
        self._retranslate()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What stands in the column, from above."""
        return tuple(label.text() for label in self._labels)

    def start(self) -> None:
        """Ask for this challenge."""
        self.start_wanted.emit(self._name)

    def turn_to(self, name: str) -> None:
        """Show another challenge."""
        self._name = name
        self.refresh()

    def refresh(self) -> None:
        """Write it anew where something of it changed."""
        session = self._session
        challenge, state = session.challenges[self._name], session.state(self._name)
        active = session.active is challenge
        wanted = (self._name, state, active, session.part if active else 0, session.hints)
        if wanted == self._shown:
            return
        self._shown = wanted
        self.set_title(sentence(challenge.title))
        self.set_note(state_text(state))
        self._clear()
        for index, stage in enumerate(challenge.stages):
            self._write_stage(index, stage, len(challenge.stages))
        self._write_hints(active)
        if state is State.solved:
            self._heading(self.tr("Why"))
            self._paragraph(sentence(challenge.reason))
        begun = active or state is not State.open
        self.start_button.setText(self.tr("Start again") if begun else self.tr("Start"))
        self.start_button.setAccessibleName(
            self.tr("Start “{title}”").format(title=sentence(challenge.title))
        )
        self.start_button.setToolTip(
            self.tr("Opens its network; undo brings back the one that is open now")
        )

    def _write_stage(self, index: int, stage: Stage, stages: int) -> None:
        if stages == 1:
            self._heading(self.tr("Task"))
        else:
            part = self.tr("Part {part} of {parts}")
            self._heading(part.format(part=index + 1, parts=stages))
        self._paragraph(sentence(stage.task))
        rules = "\n".join(f"• {sentence(rule.text)}" for rule in stage.rules)
        self._paragraph(rules, muted=True)

    def _write_hints(self, active: bool) -> None:
        session = self._session
        challenge = session.challenges[self._name]
        self._heading(self.tr("Hints"))
        if active and session.hints:
            for number, hint in enumerate(session.hints, start=1):
                self._paragraph(f"{number}. {sentence(hint)}")
            return
        count = sum(len(stage.hints) for stage in challenge.stages)
        told = self.tr("{count}, one after another, while it is worked on.")
        self._paragraph(told.format(count=words.count(count)), muted=True)

    def _heading(self, text: str) -> None:
        label = QLabel(text)
        label.setProperty("heading", True)
        label.setContentsMargins(0, _ABOVE_HEADING, 0, 0)
        self._put(label)

    def _paragraph(self, text: str, *, muted: bool = False) -> None:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("muted", muted)
        label.setMaximumWidth(_LINE_LENGTH)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._put(label)

    def _put(self, label: QLabel) -> None:
        self._labels.append(label)
        self._text.addWidget(label)

    def _clear(self) -> None:
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels.clear()
        while self._text.count():
            self._text.takeAt(0)

    def _retranslate(self) -> None:
        self._shown = ()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

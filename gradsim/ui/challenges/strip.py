"""The strip above every workspace while a challenge is worked on: task, numbers, hints, reason."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gradsim.ui.elided_label import ElidedLabel
from gradsim.ui.key_names import key_name
from gradsim.ui.restyle import restyle
from gradsim.viewmodels import words
from gradsim.viewmodels.challenges.session import ChallengeSession
from gradsim.viewmodels.challenges.wording import reading_text, sentence

HINT_KEY = "Ctrl+Shift+H"
TRAIN_KEY = "Ctrl+Shift+T"
LEAVE_KEY = "Ctrl+Shift+L"
_FULL, _SLIM = 130, 55
"""Pixels for all that there may be to say; for two lines."""
_APART = "    "
"""Between two readings."""


class ChallengeStrip(QFrame):
    """Hidden while no challenge is worked on, or where the workspace needs all the room."""

    left = Signal()
    """The challenge was left by its button or key."""

    def __init__(self, session: ChallengeSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.title, self.task, self.readings, self.broken, self.told = (
            QLabel(), QLabel(), QLabel(), QLabel(), QLabel(),
        )  # fmt: skip
        self.brief = ElidedLabel()
        """Where there is room for one line only: the most pressing of the others."""
        self._slim = self._away = False
        self.hint_button, self.train_button, self.leave_button = (
            QPushButton(), QPushButton(), QPushButton(),
        )  # fmt: skip
        self._build()
        for button, key, slot in (
            (self.hint_button, HINT_KEY, session.hint),
            (self.train_button, TRAIN_KEY, session.train),
            (self.leave_button, LEAVE_KEY, self._leave),
        ):
            button.clicked.connect(slot)
            QShortcut(QKeySequence(key), self).activated.connect(button.click)
        session.changed.connect(self.refresh)
        self.refresh()

    def _build(self) -> None:
        self.setObjectName("panel")
        self.title.setObjectName("panelTitle")
        self.broken.setProperty("problem", True)
        for label in (self.task, self.readings, self.broken, self.told):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.title)
        top.addWidget(self.readings, 1)
        for button in (self.train_button, self.hint_button, self.leave_button):
            button.setProperty("compact", True)
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.setSpacing(3)
        layout.addLayout(top)
        for label in (self.task, self.broken, self.told, self.brief):
            layout.addWidget(label)

    def set_room(self, room: int) -> None:
        """Keep to `room` pixels of height: two lines where it is little, nothing below that.

        A workspace that is cut off at its end would be worse than a strip that is seen in the
        others alone.
        """
        fit = (room < _FULL, room < _SLIM)
        if fit != (self._slim, self._away):
            self._slim, self._away = fit
            self.refresh()

    def refresh(self) -> None:
        """Show the challenge as it stands."""
        session = self._session
        challenge, stage = session.active, session.stage
        self.setVisible(challenge is not None and not self._away)
        if challenge is None or stage is None:
            return
        title = sentence(challenge.title)
        self.setAccessibleName(self.tr("Challenge: {title}").format(title=title))
        parts = len(challenge.stages)
        if parts > 1 and not session.solved:
            part = self.tr("{title}, part {part} of {parts}")
            title = part.format(title=title, part=session.part + 1, parts=parts)
        self.title.setText(title)
        self.task.setText(sentence(stage.task))
        self._show_grade()
        self._show_told()
        self._show_rows()
        self._show_buttons()

    def _show_grade(self) -> None:
        grade = self._session.grade
        readings = () if grade is None else grade.readings
        measured = self.tr("Over all samples: {readings}")
        said = measured.format(readings=_APART.join(map(reading_text, readings)))
        if self._session.outside:
            said = self.tr(
                "Another network than the challenge's is open: undo or redo leads back, "
                "or start again."
            )
        elif not readings:
            said = self.tr("Measuring…")
        self.readings.setText(said)
        broken = () if grade is None else grade.broken
        rules = " ".join(sentence(rule.text) for rule in broken)
        said = self.tr("Against the rules: {rules}").format(rules=rules)
        self.broken.setText(said if broken else "")

    def _show_told(self) -> None:
        session, told = self._session, ""
        if session.solved and session.active is not None:
            reason = sentence(session.active.reason)
            told = self.tr("Solved. {reason}").format(reason=reason)
        elif session.hints:
            hint = self.tr("Hint {number}: {hint}")
            told = hint.format(number=len(session.hints), hint=sentence(session.hints[-1]))
        self.told.setText(told)
        self.setObjectName("" if session.solved else "panel")  # a card's look, or a good end's
        self._tint(self, "box", "ok" if session.solved else "")

    def _show_rows(self) -> None:
        """All rows that have something to say, or the most pressing of them as one line."""
        rows = (self.task, self.broken, self.told)
        for label in rows:
            label.setVisible(not self._slim and bool(label.text()))
        self.title.setVisible(not self._slim)
        self.brief.setVisible(self._slim)
        pressing = (self.broken, self.told, self.task)
        brief = next((each.text() for each in pressing if each.text()), "")
        self.brief.setText(brief)
        self.brief.setToolTip(f"{self.title.text()}\n{brief}")
        self._tint(self.brief, "problem", bool(self.broken.text()))

    @staticmethod
    def _tint(widget: QWidget, name: str, value: object) -> None:
        if widget.property(name) != value:
            widget.setProperty(name, value)
            restyle(widget)

    def _show_buttons(self) -> None:
        session = self._session
        stage = session.stage
        left = session.hints_left
        self.hint_button.setVisible(not session.solved)
        self.hint_button.setEnabled(left > 0)
        self.hint_button.setText(self.tr("Hint ({left} left)").format(left=left))
        self.hint_button.setToolTip(self.tr("One more hint ({key})").format(key=key_name(HINT_KEY)))
        trains = stage is not None and stage.means == "training"
        self.train_button.setVisible(trains and not session.solved)
        self.train_button.setEnabled(not session.training)
        steps = words.count(session.steps_left)
        self.train_button.setText(
            self.tr("Train {steps} steps").format(steps=steps)
            if session.steps_left
            else self.tr("Forget the run")
        )
        self.train_button.setToolTip(
            self.tr("Take the steps that it asks for, or begin anew ({key})").format(
                key=key_name(TRAIN_KEY)
            )
        )
        self.leave_button.setText(self.tr("Close") if session.solved else self.tr("Leave"))
        self.leave_button.setToolTip(
            self.tr("Work on no challenge; the network stays, undo brings back the one before "
                    "({key})").format(key=key_name(LEAVE_KEY))
        )  # fmt: skip
        for button in (self.hint_button, self.train_button, self.leave_button):
            button.setAccessibleName(button.text())

    def _leave(self) -> None:
        self._session.leave()
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

"""The coach's card: what did it, the one change that measures best, and what it came to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from gradsim.ui.key_names import key_name
from gradsim.ui.panel import Panel
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.coach.coach import Coach, CoachState

APPLY_KEY = "Ctrl+Return"
_ANY_WIDTH = 16_777_215


class CoachBox(Panel):
    """One button in the header, which stays in its place however long the words below are."""

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self._coach = coach
        self.apply_button = QPushButton()
        self.apply_button.setProperty("primary", True)
        self.apply_button.clicked.connect(coach.apply)
        self.measure_button = QPushButton()
        self.measure_button.clicked.connect(coach.measure)
        self.stop_button = QPushButton()
        self.stop_button.clicked.connect(coach.stop)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.outcome_label = _label()
        self.diagnosis_label = _label()
        self.change_label = _label()
        self.change_label.setProperty("heading", True)
        self.expectation_label = _label()
        self._build()
        self._key = QShortcut(QKeySequence(APPLY_KEY), self, coach.apply)
        coach.changed.connect(self.refresh)
        self._retranslate()

    def refresh(self) -> None:
        """Say what the coach knows."""
        coach, state = self._coach, self._coach.state
        measuring, asking = state is CoachState.measuring, state is CoachState.asking
        self._key.setEnabled(coach.can_apply)
        change = coach.change()
        if measuring:
            change = self.tr("Measuring what would help…")
        elif asking:
            change = self.tr("Measuring what would help takes a while in a network of this size.")
        elif state is CoachState.failed and coach.problem is not None:
            change = words.problem_text(coach.problem)
        advice = coach.advice
        tried = advice.tried if advice is not None else 0
        measured = self.tr("{count} changes measured").format(count=words.count(tried))
        self.set_note(measured if tried else "")
        shown = (
            (self.outcome_label, coach.outcome()),
            (self.diagnosis_label, coach.diagnosis()),
            (self.change_label, change),
            (self.expectation_label, coach.expectation()),
        )
        for label, text in shown:
            label.setText(text)
        parts: dict[QWidget, bool] = {
            self.apply_button: coach.can_apply,
            self.stop_button: measuring,
            self.measure_button: asking,
            self.progress: measuring,
            **{label: bool(text) for label, text in shown},
        }
        # In a drag all this comes and goes with every number: what stands below is not to move.
        self.setMinimumHeight(self.height() if measuring and self.isVisible() else 0)
        # Of the room that the button keeps only the height is needed.
        self.stop_button.setMaximumWidth(_ANY_WIDTH if measuring else 0)
        # What goes first, for whatever comes is laid out at once.
        for part in sorted(parts, key=lambda each: parts[each]):
            part.setVisible(parts[part])
        self.setAccessibleDescription(" ".join(text for _, text in shown if text))
        self.setVisible(state is not CoachState.resting)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.measure_button, self.stop_button, self.apply_button):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button)
        self.header.addStretch(0)
        self.header.addLayout(buttons)
        kept: tuple[QWidget, QWidget] = (self.stop_button, self.progress)
        for each in kept:
            policy = each.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            each.setSizePolicy(policy)
        for widget in (
            self.progress,
            self.outcome_label,
            self.diagnosis_label,
            self.change_label,
            self.expectation_label,
        ):
            self.body.addWidget(widget)
        self.body.setSpacing(5)

    def _retranslate(self) -> None:
        self.set_title(self.tr("Coach"))
        self.apply_button.setText(self.tr("Apply"))
        self.apply_button.setAccessibleName(self.tr("Apply the coach's change"))
        tip = self.tr("Make this change in one step, which Undo takes back ({key})")
        self.apply_button.setToolTip(tip.format(key=key_name(APPLY_KEY)))
        self.measure_button.setText(self.tr("Measure"))
        self.measure_button.setAccessibleName(self.tr("Measure what would help"))
        self.measure_button.setToolTip(
            self.tr("Try changes on a few draws of this network, in the background")
        )
        self.progress.setAccessibleName(self.tr("Measuring what would help…"))
        self.stop_button.setText(self.tr("Stop"))
        self.stop_button.setAccessibleName(self.tr("Stop measuring"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label

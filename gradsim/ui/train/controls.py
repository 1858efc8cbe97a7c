"""The bar that drives the run: start and pause, a step, an epoch, reset, speed, and taking over."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from gradsim.ui.builder.fields import mend_first
from gradsim.ui.elided_label import ElidedLabel
from gradsim.ui.key_names import key_name
from gradsim.ui.theme import Theme, ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.training.driving import SPEEDS
from gradsim.viewmodels.training.run_state import RunState
from gradsim.viewmodels.training.session import TrainingSession

_ICON = QSize(14, 14)

_START_KEY, _STEP_KEY, _EPOCH_KEY, _RESET_KEY = "Ctrl+Return", "Ctrl+.", "Ctrl+,", "Ctrl+Backspace"


class RunControls(QWidget):
    """Buttons that say by being disabled what cannot be done now.

    Keys, anywhere in the workspace: Ctrl+Return starts and pauses, Ctrl+. takes a step, Ctrl+, an
    epoch, Ctrl+Backspace resets, or brings back what was reset.
    """

    def __init__(
        self, session: TrainingSession, theme: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.start_button = QPushButton()
        self.step_button = QPushButton()
        self.epoch_button = QPushButton()
        self.reset_button = QPushButton()
        self.branch_button = QPushButton()
        self.take_button = QPushButton()
        self.home_button = QPushButton()
        self.race_button = QPushButton()
        self.speed_box = QComboBox()
        self.speed_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.told = ElidedLabel()
        self._face: tuple[bool, Theme] | None = None
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self.start_button.setProperty("primary", True)
        self.start_button.setIconSize(_ICON)
        self.speed_box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for speed in SPEEDS:
            self.speed_box.addItem("", speed)
        self.told.setProperty("muted", True)
        for widget in (
            self.start_button, self.step_button, self.epoch_button, self.reset_button,
            self.speed_box,
        ):  # fmt: skip
            layout.addWidget(widget)
        layout.addSpacing(8)
        layout.addWidget(self.told, 1)
        layout.addWidget(self.branch_button)
        layout.addWidget(self.take_button)
        layout.addWidget(self.home_button)
        layout.addWidget(self.race_button)
        self.setFocusProxy(self.start_button)

    def _connect(self) -> None:
        session = self._session
        self.start_button.clicked.connect(session.toggle)
        self.step_button.clicked.connect(self._step)
        self.epoch_button.clicked.connect(session.epoch)
        self.reset_button.clicked.connect(self._reset)
        self.branch_button.clicked.connect(session.branch)
        self.take_button.clicked.connect(session.take)
        self.home_button.clicked.connect(session.look_home)
        self.speed_box.activated.connect(self._choose_speed)
        session.changed.connect(self.refresh)
        session.progressed.connect(self.refresh)
        session.plan.editor.problem_changed.connect(self.refresh)
        self._theme.changed.connect(self.refresh)
        for keys, button in (
            (_START_KEY, self.start_button),
            (_STEP_KEY, self.step_button),
            (_EPOCH_KEY, self.epoch_button),
            (_RESET_KEY, self.reset_button),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)

    def refresh(self) -> None:
        """Show what can be done now."""
        session = self._session
        running = session.state is RunState.running
        refused = session.plan.number_refused
        able = session.state in (RunState.idle, RunState.paused) and not session.edited
        able = able and not refused
        self.start_button.setText(self.tr("Pause") if running else self._start_words())
        face = running, self._theme.theme
        if face != self._face:  # moments come ten times a second, and an icon is drawn anew
            self._face = face
            icon = "pause" if running else "play"
            self.start_button.setIcon(self._theme.icons.icon(icon, face[1].accent_text))
        self.start_button.setEnabled(able or running)
        self.step_button.setEnabled(able)
        self.epoch_button.setEnabled(able)
        self.race_button.setEnabled(not refused)
        self._tell_why(running)
        self._offer_reset()
        looking = session.looking_back and not session.edited
        self.branch_button.setVisible(looking)
        self.home_button.setVisible(looking)
        self.branch_button.setEnabled(session.ready)
        shown = 0 if session.shown is None else session.shown.steps
        self.take_button.setEnabled(session.ready and shown > 0 and not session.edited)
        with QSignalBlocker(self.speed_box):
            self.speed_box.setCurrentIndex(SPEEDS.index(session.speed))
        told = self._told_words(looking)
        self.told.setText(told)
        self.told.setToolTip(told)  # in a narrow window the words give way, not the buttons

    def _offer_reset(self) -> None:
        """Let the button reset the run, or bring back the one that was."""
        session, button = self._session, self.reset_button
        idle = session.state is RunState.idle and not session.edited
        dropped = session.steps_dropped if idle else 0
        button.setEnabled(bool(dropped) or not idle)
        if dropped:
            button.setText(self.tr("Bring back"))
            told = self.tr("Take up again the run of {steps} steps that was reset ({key})")
            steps = words.count(dropped)
            button.setToolTip(told.format(steps=steps, key=key_name(_RESET_KEY)))
        else:
            button.setText(self.tr("Reset"))
            told = self.tr("Let go of the run and begin anew ({key})")
            button.setToolTip(told.format(key=key_name(_RESET_KEY)))

    def _reset(self) -> None:
        session = self._session
        if session.state is RunState.idle and not session.edited:
            session.bring_back()
        else:
            session.discard()

    def _tell_why(self, running: bool) -> None:
        """Say beneath the pointer what the buttons do, or why they cannot do it now."""
        busy = self.tr("A run is going on: pause it first") if running else ""
        # What is pressed would go by the plan that holds, which is not what its form shows.
        refused = mend_first() if self._session.plan.number_refused else ""
        start = self.tr("Start or pause ({key})").format(key=key_name(_START_KEY))
        step = self.tr("Take one step ({key})").format(key=key_name(_STEP_KEY))
        epoch = self.tr("To the end of the epoch ({key})").format(key=key_name(_EPOCH_KEY))
        self.start_button.setToolTip(start if running else refused or start)
        self.step_button.setToolTip(busy or refused or step)
        self.epoch_button.setToolTip(busy or refused or epoch)
        self.race_button.setToolTip(
            refused or self.tr("Let this network race against others, by the same plan")
        )
        self.branch_button.setToolTip(
            busy
            or self.tr(
                "Type the numbers of the moment shown into the network, as one undo step, and "
                "begin another run from them"
            )
        )
        self.take_button.setToolTip(self._why_not_keep(busy))

    def _why_not_keep(self, busy: str) -> str:
        """What keeping the weights does, or why there is nothing to keep."""
        session = self._session
        if session.shown is None or not session.shown.steps:
            return self.tr("Before the first step the weights are those of the project")
        if session.edited:
            return self.tr("The project was changed since the run began: begin the run anew first")
        return busy or self.tr(
            "Type the weights and biases of the moment shown into the network, as one undo step"
        )

    def _told_words(self, looking: bool) -> str:
        moment, shown = self._session.moment, self._session.shown
        if moment is None or shown is None:
            return self.tr("not started")
        if looking:
            told = self.tr("Looking back at step {step}")
            return told.format(step=words.count(shown.steps))
        return self.tr("step {step} · epoch {epoch}").format(
            step=words.count(moment.steps), epoch=words.count(moment.epoch)
        )

    def _start_words(self) -> str:
        return self.tr("Go on") if self._session.steps else self.tr("Train")

    def _step(self) -> None:
        self._session.step()

    def _choose_speed(self, index: int) -> None:
        self._session.set_speed(SPEEDS[index])

    def _retranslate(self) -> None:
        self.step_button.setText(self.tr("One step"))
        self.epoch_button.setText(self.tr("One epoch"))
        self.branch_button.setText(self.tr("Branch"))
        self.home_button.setText(self.tr("Back to now"))
        self.home_button.setToolTip(self.tr("Show the newest moment, and the open project, again"))
        self.take_button.setText(self.tr("Keep these weights"))
        self.race_button.setText(self.tr("Race"))
        self.speed_box.setAccessibleName(self.tr("Speed"))
        self.speed_box.setToolTip(self.tr("How many steps are taken in a second"))
        with QSignalBlocker(self.speed_box):
            for index, speed in enumerate(SPEEDS):
                text = self.tr("{steps} steps/s").format(steps=speed)
                self.speed_box.setItemText(index, text if speed else self.tr("full speed"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

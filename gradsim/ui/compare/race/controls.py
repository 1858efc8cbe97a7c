"""The bar that drives the race: start and pause, a step, reset, speed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from gradsim.ui.key_names import key_name
from gradsim.ui.theme import Theme, ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.race.session import RaceSession
from gradsim.viewmodels.training.driving import SPEEDS
from gradsim.viewmodels.training.run_state import RunState

_ICON = QSize(14, 14)

_START_KEY, _STEP_KEY, _RESET_KEY = "Ctrl+Return", "Ctrl+.", "Ctrl+Backspace"


class RaceControls(QWidget):
    """Buttons that say by being disabled what cannot be done now.

    Keys, anywhere in the workspace while the page is shown: Ctrl+Return starts and pauses, Ctrl+.
    takes a step, Ctrl+Backspace resets.
    """

    def __init__(self, session: RaceSession, theme: ThemeController) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self.start_button, self.step_button, self.reset_button = (QPushButton() for _ in range(3))
        self.speed_box = QComboBox()
        self.told = QLabel()
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
        for widget in (self.start_button, self.step_button, self.reset_button, self.speed_box):
            layout.addWidget(widget)
        layout.addSpacing(8)
        layout.addWidget(self.told, 1)
        self.setFocusProxy(self.start_button)

    def _connect(self) -> None:
        session = self._session
        self.start_button.clicked.connect(session.toggle)
        self.step_button.clicked.connect(self._step)
        self.reset_button.clicked.connect(session.reset)
        self.speed_box.activated.connect(self._choose_speed)
        session.changed.connect(self.refresh)
        session.progressed.connect(self.refresh)
        self._theme.changed.connect(self.refresh)
        for keys, button in (
            (_START_KEY, self.start_button),
            (_STEP_KEY, self.step_button),
            (_RESET_KEY, self.reset_button),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)

    def refresh(self) -> None:
        """Show what can be done now."""
        session = self._session
        running = session.state is RunState.running
        able = session.state in (RunState.idle, RunState.paused) and bool(session.entrants.racers)
        go_on = bool(session.steps)
        words_of_start = self.tr("Go on") if go_on else self.tr("Start")
        self.start_button.setText(self.tr("Pause") if running else words_of_start)
        face = running, self._theme.theme
        if face != self._face:  # moments come ten times a second, and an icon is drawn anew
            self._face = face
            icon = "pause" if running else "play"
            self.start_button.setIcon(self._theme.icons.icon(icon, face[1].accent_text))
        self.start_button.setEnabled(able or running)
        self.step_button.setEnabled(able)
        self.reset_button.setEnabled(session.state is not RunState.idle)
        with QSignalBlocker(self.speed_box):
            self.speed_box.setCurrentIndex(SPEEDS.index(session.speed))
        moment = session.moment
        self.told.setText(
            self.tr("not started")
            if moment is None
            else self.tr("step {step}").format(step=words.count(moment.steps))
        )

    def _step(self) -> None:
        self._session.step()

    def _choose_speed(self, index: int) -> None:
        self._session.set_speed(SPEEDS[index])

    def _retranslate(self) -> None:
        start = self.tr("Start or pause the race ({key})")
        self.start_button.setToolTip(start.format(key=key_name(_START_KEY)))
        self.step_button.setText(self.tr("One step"))
        step = self.tr("Let everyone take one step ({key})")
        self.step_button.setToolTip(step.format(key=key_name(_STEP_KEY)))
        self.reset_button.setText(self.tr("Reset"))
        reset = self.tr("Back to the start, with the racers, data and plan of now ({key})")
        self.reset_button.setToolTip(reset.format(key=key_name(_RESET_KEY)))
        self.speed_box.setAccessibleName(self.tr("Speed"))
        self.speed_box.setToolTip(self.tr("How many steps everyone takes in a second"))
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

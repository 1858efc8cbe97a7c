"""The transport: first, back, next, play and last, and how fast to play."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from gradsim.ui.step.keys import StepKeys
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.step.walk.playback import SPEEDS
from gradsim.viewmodels.step.walk.steps import StepKind

_ICON = QSize(14, 14)
_ROOM_FOR_WORDS = 430
_NARROW = 30
_AROUND_WORDS = 44


class FittedButton(QPushButton):
    """A button that takes what width there is and says as much as fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._long = self._short = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(72)

    def set_words(self, long: str, short: str) -> None:
        """Say `long` where it fits, else `short`."""
        self._long, self._short = long, short
        self._fit()

    def _fit(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self._long) + _AROUND_WORDS <= self.width()
        self.setText(self._long if fits else self._short)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the words for the new width."""
        super().resizeEvent(event)
        self._fit()


class Transport(QWidget):
    """Buttons that drive the stepper; they say by being disabled where there is nowhere to go."""

    def __init__(self, workbench: Workbench, keys: StepKeys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stepper = workbench.stepper
        self._theme = workbench.theme
        self.first_button = QPushButton()
        self.back_button = QPushButton()
        self.next_button = FittedButton()
        self.play_button = QPushButton()
        self.last_button = QPushButton()
        self.speed_button = QToolButton()
        self._roomy = True
        self._drawn_at_end = False
        self._build()
        keys.watch(*self._buttons)
        self._connect()
        self._retranslate()
        self._redraw_icons()
        self._follow_position()

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return (
            self.first_button,
            self.back_button,
            self.next_button,
            self.play_button,
            self.last_button,
        )

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.next_button.setProperty("primary", True)
        for button in self._buttons:
            button.setIconSize(_ICON)
            button.setAutoDefault(False)
            layout.addWidget(button, 1 if button is self.next_button else 0)
        for button in (self.first_button, self.last_button):
            button.setFixedWidth(_NARROW)
        self.next_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.speed_button.setProperty("iconOnly", True)
        self.speed_button.setFixedWidth(40)
        self.speed_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._speeds = QActionGroup(self)
        menu = QMenu(self.speed_button)
        for speed in SPEEDS:
            action = menu.addAction(_speed_text(speed))
            action.setCheckable(True)
            action.setData(speed)
            self._speeds.addAction(action)
        self.speed_button.setMenu(menu)
        layout.addWidget(self.speed_button)
        self.setFocusProxy(self.next_button)

    def _connect(self) -> None:
        stepper = self._stepper
        self.first_button.clicked.connect(stepper.first)
        self.back_button.clicked.connect(stepper.back)
        self.next_button.clicked.connect(stepper.next)
        self.last_button.clicked.connect(stepper.last)
        self.play_button.clicked.connect(self._toggle_play)
        self._speeds.triggered.connect(self._choose_speed)
        stepper.position_changed.connect(self._follow_position)
        stepper.steps_changed.connect(self._follow_position)
        stepper.lens_changed.connect(self._retranslate)
        stepper.playback.playing_changed.connect(self._follow_playing)
        stepper.playback.speed_changed.connect(self._follow_speed)
        self._theme.changed.connect(self._redraw_icons)

    def _toggle_play(self) -> None:
        if self._stepper.playing:
            self._stepper.pause()
        else:
            self._stepper.play()

    def _choose_speed(self, action: QAction) -> None:
        self._stepper.playback.set_speed(float(action.data()))

    def _follow_speed(self) -> None:
        speed = self._stepper.playback.speed
        for action in self._speeds.actions():
            action.setChecked(action.data() == speed)
        self.speed_button.setText(_speed_text(speed))
        name = self.tr("Speed: {speed} steps a second").format(speed=f"{speed:g}")
        self.speed_button.setAccessibleName(name)
        keys = self.tr("Keys: > faster, < slower")
        self.speed_button.setToolTip(f"{name}\n{keys}")

    def _follow_position(self) -> None:
        stepper = self._stepper
        on_button = next((each for each in self._buttons if each.hasFocus()), None)
        at_start, at_end = stepper.position == 0, stepper.at_end
        self.first_button.setDisabled(at_start)
        self.back_button.setDisabled(at_start)
        self.next_button.setDisabled(at_end)
        self.last_button.setDisabled(at_end)
        self.play_button.setDisabled(not stepper.steps)
        if at_end != self._drawn_at_end:
            self._drawn_at_end = at_end
            self._redraw_icons()
        if on_button is not None and not on_button.isEnabled():
            (self.back_button if at_end and not at_start else self.next_button).setFocus()

    def _follow_playing(self) -> None:
        self._redraw_icons()
        self._retranslate()

    def _redraw_icons(self) -> None:
        icons, theme = self._theme.icons, self._theme.theme
        self.first_button.setIcon(icons.icon("first"))
        self.back_button.setIcon(icons.icon("back"))
        self.last_button.setIcon(icons.icon("last"))
        can_go_on = not self._stepper.at_end
        tint = theme.accent_text if can_go_on else theme.text_disabled
        self.next_button.setIcon(icons.icon("next", tint))
        self.play_button.setIcon(icons.icon("pause" if self._stepper.playing else "play"))

    def _retranslate(self) -> None:
        forward = any(step.kind == StepKind.COST_VALUE for step in self._stepper.steps[-1:])
        next_text = self.tr("Next value") if forward else self.tr("Next factor")
        play_text = self.tr("Pause") if self._stepper.playing else self.tr("Play")
        self.next_button.set_words(next_text, self.tr("Next"))
        self.back_button.setText(self.tr("Back") if self._roomy else "")
        self.play_button.setText(play_text if self._roomy else "")
        self.play_button.setFixedWidth(self._play_width() if self._roomy else _NARROW)
        self.back_button.setFixedWidth(
            self.back_button.sizeHint().width() if self._roomy else _NARROW
        )
        named = (
            (self.first_button, self.tr("To the start"), self.tr("Home")),
            (self.back_button, self.tr("Back"), "←"),
            (self.next_button, next_text, "→"),
            (self.play_button, play_text, self.tr("Space")),
            (self.last_button, self.tr("To the end"), self.tr("End")),
        )
        for button, name, key in named:
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({key})")
        self._follow_speed()

    def _play_width(self) -> int:
        metrics = self.play_button.fontMetrics()
        words = (self.tr("Play"), self.tr("Pause"))
        return max(metrics.horizontalAdvance(word) for word in words) + 52

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the words of Back and Play where there is no room for them."""
        super().resizeEvent(event)
        roomy = event.size().width() >= _ROOM_FOR_WORDS
        if roomy != self._roomy:
            self._roomy = roomy
            self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _speed_text(speed: float) -> str:
    return f"{speed:g}×"

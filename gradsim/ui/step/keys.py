"""The keys that walk: they act in the canvases and on the transport's buttons, nowhere else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QWidget

from gradsim.viewmodels.step.stepper import Stepper

_FREE = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.KeypadModifier
_TYPED = _FREE | Qt.KeyboardModifier.ShiftModifier
_FASTER, _SLOWER = (">", "."), ("<", ",")


class StepKeys(QObject):
    """Filters the key presses of the widgets that it watches.

    → ← Home End Page Up and Down walk; Space plays and pauses, except on a button, which keeps it.
    > and < change the speed; so do + and − on buttons and the timeline, while the canvases keep
    those for what they show. P turns predictions on and off. ? asks for the map of the keys.
    """

    predict_pressed = Signal()
    map_wanted = Signal()

    def __init__(self, stepper: Stepper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stepper = stepper

    def watch(self, *widgets: QWidget) -> None:
        """Let the keys act while one of `widgets` has the focus."""
        for widget in widgets:
            widget.installEventFilter(self)

    def press(self, key: int) -> bool:
        """Do what `key` does; False where it does nothing."""
        stepper = self._stepper
        match key:
            case Qt.Key.Key_Right:
                stepper.next()
            case Qt.Key.Key_Left:
                stepper.back()
            case Qt.Key.Key_Home:
                stepper.first()
            case Qt.Key.Key_End:
                stepper.last()
            case Qt.Key.Key_PageDown:
                stepper.page(1)
            case Qt.Key.Key_PageUp:
                stepper.page(-1)
            case Qt.Key.Key_Space:
                stepper.pause() if stepper.playing else stepper.play()
            case Qt.Key.Key_P:
                self.predict_pressed.emit()
            case _:
                return False
        return True

    def type(self, text: str, watched: QObject) -> bool:
        """Do what the character `text` means on `watched`; False where it means nothing."""
        plain = isinstance(watched, QAbstractButton | QAbstractSlider)
        if text == "?":
            self.map_wanted.emit()
        elif text in _FASTER or (plain and text in ("+", "=")):
            self._stepper.playback.change_speed(1)
        elif text in _SLOWER or (plain and text in ("-", "_")):
            self._stepper.playback.change_speed(-1)
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that walk."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.text() and not event.modifiers() & ~_TYPED and self.type(event.text(), watched):
            return True
        if event.modifiers() & ~_FREE:
            return False
        if event.key() == Qt.Key.Key_Space and isinstance(watched, QAbstractButton):
            return False
        return self.press(event.key())

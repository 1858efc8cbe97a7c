"""The controls of a nudge: a slider and fields whose arrow keys go in fine or coarse steps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gradsim.ui.builder.fields import NumberField
from gradsim.ui.builder.gesture_slider import GestureSlider
from gradsim.viewmodels.builder.number_text import Stepping
from gradsim.viewmodels.step.nudge.range import COARSE, SLIDER_STEPS, field_text

_KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -COARSE,
    Qt.Key.Key_PageUp: COARSE,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def steps_of(event: QKeyEvent) -> int:
    """How many fine steps a key asks for; 0 for other keys."""
    steps = _KEYS.get(Qt.Key(event.key()), 0)
    shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    return steps * COARSE if shift and abs(steps) == 1 else steps


class NudgeSlider(GestureSlider):
    """Its arrow keys ask for steps, which are finer than its pixels."""

    stepped = Signal(int)
    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, SLIDER_STEPS)
        self.setPageStep(SLIDER_STEPS // 20)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows: fine, with Shift ten times as far; Enter keeps."""
        steps = steps_of(event)
        if steps:
            self.stepped.emit(steps)
        elif event.key() in _ENTER:
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)


class _Exact(Stepping, frozen=True):
    """No bounds; eight figures."""

    def text(self, value: float) -> str:
        return field_text(value)


class NudgeField(NumberField):
    """A field for the value or the change; Enter takes what is typed, and keeps if nothing is."""

    fine_stepped = Signal(int)
    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_Exact(-1e308, 1e308, 0.001, integer=False), parent)

    @property
    def _typed(self) -> bool:
        number = self.number()
        shown = "" if number is None else field_text(number)
        return self.refused or self.lineEdit().text() != shown

    def stepBy(self, steps: int) -> None:
        """Fine steps, which whoever holds the number takes."""
        self.fine_stepped.emit(steps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ and ↓ step, with Shift ten times as far."""
        upright = event.key() in (
            Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
        )  # fmt: skip
        if upright:
            self.fine_stepped.emit(steps_of(event))
            return
        if event.key() in _ENTER:
            typed = self._typed
            super().keyPressEvent(event)
            event.accept()
            if not typed:
                self.confirmed.emit()
            return
        super().keyPressEvent(event)

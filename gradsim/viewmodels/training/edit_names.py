"""What the undo steps of a training run are called."""

from __future__ import annotations

from typing import Final

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.messages import Message

_TAKE = QT_TRANSLATE_NOOP("Undo", "Training run of {steps} steps")
PUT_BACK: Final = Message.of(
    "Undo", QT_TRANSLATE_NOOP("Undo", "Put back the numbers before the run")
)
RETURN: Final = Message.of("Undo", QT_TRANSLATE_NOOP("Undo", "Take the edit back"))


def taken(steps: int) -> Message:
    """The numbers after so many steps are typed in."""
    return Message.of("Undo", _TAKE, steps=steps)

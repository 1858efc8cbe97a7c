"""A drag up or down on a thing of the diagram, which nudges the number that it stands for."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from gradsim.engine.nudge.lever import Lever
from gradsim.viewmodels.step.diagram.hits import Target
from gradsim.viewmodels.step.nudge.levers import lever_at
from gradsim.viewmodels.step.nudge.nudge import Nudge

_BEGINS = 4.0
"""Pixels after which a press is a drag and no click."""
_ACROSS = 180.0
"""Pixels from the middle of the range to its end."""
_FINER = 0.1

Modifiers = Qt.KeyboardModifier


class DiagramHand:
    """Holds one number from press to release: with Alt, or without while its page is open."""

    def __init__(self, nudge: Nudge) -> None:
        self._nudge = nudge
        self._target: Target | None = None
        self._from = QPointF()
        self._start = 0.0
        self._moving = False

    @property
    def nudge(self) -> Nudge:
        """What is moved."""
        return self._nudge

    @property
    def holds(self) -> bool:
        """Whether a number is in the hand."""
        return self._target is not None

    @property
    def moving(self) -> bool:
        """Whether the press has become a drag."""
        return self._moving

    def takes(self, target: Target | None, modifiers: Modifiers) -> bool:
        """Whether a drag on `target` would nudge."""
        asked = self._nudge.watched or bool(modifiers & Modifiers.AltModifier)
        return asked and target is not None and self.lever_of(target) is not None

    def lever_of(self, target: Target) -> Lever | None:
        """The number that a thing of the diagram stands for; None where there is none to nudge."""
        result = self._nudge.result
        if result is None or self._nudge.needs_sample:
            return None
        return lever_at(target, result.project.network)

    def press(self, target: Target | None, place: QPointF, modifiers: Modifiers) -> bool:
        """Take hold of what `target` stands for; False where there is nothing to nudge."""
        self._moving = False
        self._target = target if self.takes(target, modifiers) else None
        self._from = place
        return self._target is not None

    def move(self, place: QPointF, modifiers: Modifiers) -> None:
        """Move the number by as much as the hand went up; with Shift a tenth of that."""
        if self._target is None:
            return
        if not self._moving:
            if (place - self._from).manhattanLength() < _BEGINS:
                return
            lever = self.lever_of(self._target)
            if lever is None:
                return
            self._moving = True
            self._nudge.grab(lever)
            self._start = self._nudge.value if self._nudge.lever is not None else 0.0
        if self._nudge.lever is None:
            return
        finer = _FINER if modifiers & Modifiers.ShiftModifier else 1.0
        reach = self._nudge.range
        up = (self._from.y() - place.y()) / _ACROSS * reach.reach * finer
        steps = round(up / reach.notch)
        self._nudge.move_to(reach.stepped(self._start, steps))

    def release(self) -> bool:
        """Let go; whether there was a drag, so that it is no click."""
        moved, self._target, self._moving = self._moving, None, False
        return moved

    def choose(self, target: Target) -> None:
        """After a click, while the page is open: the number to nudge next."""
        lever = self.lever_of(target) if self._nudge.watched else None
        if lever is not None:
            self._nudge.choose(lever)

    def press_key(self, key: int, modifiers: Modifiers) -> bool:
        """Escape puts back, Enter keeps, Alt with ↑ and ↓ nudges; False for other keys."""
        nudge = self._nudge
        if key == Qt.Key.Key_Escape and nudge.live:
            nudge.put_back()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and nudge.live:
            nudge.keep()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and modifiers & Modifiers.AltModifier:
            coarse = 10 if modifiers & Modifiers.ShiftModifier else 1
            nudge.step(coarse if key == Qt.Key.Key_Up else -coarse)
            nudge.grabbed.emit()
        else:
            return False
        return True

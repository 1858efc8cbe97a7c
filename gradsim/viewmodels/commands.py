"""The one undo command: it swaps whole projects, and merges within one gesture only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand, QUndoStack

from gradsim.viewmodels.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradsim.project.model import Project

_MERGEABLE = 1
_NEVER = -1


class EditCommand(QUndoCommand):
    """Replaces the project `before` by `after`; `push` of the undo stack calls `redo` itself.

    Commands with the same `gesture` (one drag of one slider) merge into one undo step; two
    gestures never do, nor does a command without one. A gesture that ends where it began
    leaves no step behind.
    """

    def __init__(
        self,
        name: Message,
        before: Project,
        after: Project,
        put: Callable[[Project], None],
        gesture: object | None = None,
    ) -> None:
        super().__init__()
        self.name = name
        self.gesture = gesture
        self._before = before
        self._after = after
        self._put = put

    @property
    def before(self) -> Project:
        """The project that undo puts back."""
        return self._before

    @property
    def after(self) -> Project:
        """The project that redo puts in."""
        return self._after

    def redo(self) -> None:
        """Put the new project in."""
        self._put(self._after)

    def undo(self) -> None:
        """Put the old project back."""
        self._put(self._before)

    def id(self) -> int:
        """Merging is asked for only between commands that belong to a gesture."""
        return _NEVER if self.gesture is None else _MERGEABLE

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Swallow the next command of the same gesture."""
        if not isinstance(other, EditCommand) or other.gesture != self.gesture:
            return False
        self._after = other._after
        self.name = other.name
        self.setObsolete(self._after == self._before)
        return True


def steps_of(stack: QUndoStack) -> list[EditCommand]:
    """The steps of the history, those that were undone among them."""
    found = map(stack.command, range(stack.count()))
    return [each for each in found if isinstance(each, EditCommand)]


def stands_in(stack: QUndoStack, project: Project) -> bool:
    """Whether undo or redo puts in this very project: it is no new one."""
    return any(project is each.before or project is each.after for each in steps_of(stack))

"""Whether what is unsaved was made in challenges alone; it knows no challenge itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand

from gradsim.project.model import Project
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.messages import Message


class Unsaved(QObject):
    """Nobody need be asked about what was made while `at_work` on a challenge.

    What was saved, opened or taken in from elsewhere is the person's own, and so is what is edited
    at any other time.
    """

    def __init__(
        self, document: Document, at_work: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._at_work = document, at_work
        self._origins: tuple[object, ...] = ()
        """Of the challenges that followed each other; none where something is the person's own."""
        self._newest: QUndoCommand | None = None
        document.project_changed.connect(self._follow_project)
        document.loaded.connect(self._follow_project)
        document.modified_changed.connect(self._follow_saving)
        document.undo_stack.indexChanged.connect(self._follow_history)

    @property
    def disposable(self) -> bool:
        """Whether all that is unsaved was made in challenges."""
        return bool(self._origins)

    def open(self, name: Message, project: Project) -> None:
        """Make the `project` of a challenge the open one, as an undo step called `name`."""
        document, origins = self._document, self._origins
        document.replace(name, project)
        if document.open_project is project:  # begun again where it began, it leaves no step
            self._origins = (*origins, document.origin)

    def _follow_project(self) -> None:
        """Undo may go back to before the challenges; another network may be taken in."""
        if self._document.origin not in self._origins:
            self._origins = ()

    def _follow_saving(self, modified: bool) -> None:
        if not modified:
            self._origins = ()

    def _follow_history(self) -> None:
        """Undo and redo only move along the history; an edit ends it with a step of its own."""
        stack = self._document.undo_stack
        newest = stack.command(stack.count() - 1)
        if newest is not self._newest and not self._at_work():
            self._origins = ()
        self._newest = newest

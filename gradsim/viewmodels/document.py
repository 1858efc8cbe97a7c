"""The open project, its file and its undo history; the one place that holds what is edited."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from gradsim.viewmodels.commands import EditCommand
from gradsim.viewmodels.messages import Message

if TYPE_CHECKING:
    from gradsim.project.model import Project


class Document(QObject):
    """Holds one immutable project and replaces it through undoable edits."""

    project_changed = Signal()
    path_changed = Signal()
    modified_changed = Signal(bool)
    loaded = Signal()
    """Another project took the place of the open one (after `project_changed`)."""

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._path: Path | None = None
        self._undo_stack = QUndoStack(self)
        self._undo_stack.cleanChanged.connect(self._report_clean)

    @property
    def project(self) -> Project:
        """The project as it stands."""
        return self._project

    @property
    def path(self) -> Path | None:
        """The file that it came from or was last saved to."""
        return self._path

    @property
    def undo_stack(self) -> QUndoStack:
        """The history; `edit` fills it."""
        return self._undo_stack

    @property
    def modified(self) -> bool:
        """Whether the project differs from what was last loaded or saved."""
        return not self._undo_stack.isClean()

    def edit(self, name: Message, project: Project, gesture: object | None = None) -> None:
        """Make `project` the open one, as an undo step called `name`.

        Steps of the same `gesture` (any object made for one drag) merge. A project equal to the
        open one leaves no step.
        """
        if project == self._project:
            return
        self._undo_stack.push(EditCommand(name, self._project, project, self._put, gesture))

    def replace(self, name: Message, project: Project) -> None:
        """Make `project`, which stands in no file, the open one, as an undo step called `name`.

        Its undo also gives the file back, so that saving never writes one over the other.
        """
        before = self._path

        def put(which: Project) -> None:
            self._put(which)
            self._set_path(None if which is project else before)

        if project != self._project:
            self._undo_stack.push(EditCommand(name, self._project, project, put))

    def undo_name(self) -> Message | None:
        """What Undo would take back."""
        return self._name_at(self._undo_stack.index() - 1)

    def redo_name(self) -> Message | None:
        """What Redo would do again."""
        return self._name_at(self._undo_stack.index())

    def load(self, project: Project, path: Path | None = None) -> None:
        """Open `project` in place of the present one, with an empty history."""
        self._undo_stack.clear()
        self._put(project)
        self._set_path(path)
        self.loaded.emit()

    def mark_saved(self, path: Path) -> None:
        """Note that the project now stands in the file `path`."""
        self._set_path(path)
        self._undo_stack.setClean()

    def _put(self, project: Project) -> None:
        if project is not self._project:
            self._project = project
            self.project_changed.emit()

    def _set_path(self, path: Path | None) -> None:
        if path != self._path:
            self._path = path
            self.path_changed.emit()

    def _name_at(self, index: int) -> Message | None:
        if not 0 <= index < self._undo_stack.count():
            return None
        command = self._undo_stack.command(index)
        return command.name if isinstance(command, EditCommand) else None

    def _report_clean(self, clean: bool) -> None:
        self.modified_changed.emit(not clean)

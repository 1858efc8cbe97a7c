"""The open project, its file and its undo history; the one place that holds what is edited."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from gradsim.viewmodels.commands import EditCommand
from gradsim.viewmodels.messages import Message

if TYPE_CHECKING:
    from gradsim.project.model import Project


class _Origin:
    """What a project was opened as: the file that it is saved to, and what stands there."""

    def __init__(self, path: Path | None, saved: Project | None) -> None:
        self.path, self.saved = path, saved


class Document(QObject):
    """Holds one immutable project and replaces it through undoable edits.

    Another state of it can be looked at, as it was at an earlier moment: `project` is then that
    one, and everything shows it, while `open_project`, its file and its history stay as they are.
    An edit begins from what is shown.
    """

    project_changed = Signal()
    path_changed = Signal()
    modified_changed = Signal(bool)
    loaded = Signal()
    """Another project took the place of the open one (after `project_changed`)."""

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = project
        self._looked: Project | None = None
        self._step: int | None = None
        self.edited_at_look = False
        """Whether the open project came of an edit of what was looked at."""
        self._origin = _Origin(None, project)
        self._modified = False
        self._undo_stack = QUndoStack(self)

    @property
    def project(self) -> Project:
        """The project that is shown, and that edits begin from."""
        return self._open if self._looked is None else self._looked

    @property
    def open_project(self) -> Project:
        """The project that is saved, whatever is looked at."""
        return self._open

    @property
    def step_back(self) -> int | None:
        """The step of a run that is shown in place of the open project; None while that one is."""
        return self._step

    @property
    def path(self) -> Path | None:
        """The file that it came from or was last saved to."""
        return self._origin.path

    @property
    def origin(self) -> object:
        """What it was opened as: another one after each load and replacement, the same through
        all edits."""
        return self._origin

    @property
    def undo_stack(self) -> QUndoStack:
        """The history; `edit` fills it."""
        return self._undo_stack

    @property
    def modified(self) -> bool:
        """Whether the project differs from what was last loaded or saved."""
        return self._modified

    def edit(self, name: Message, project: Project, gesture: object | None = None) -> None:
        """Make `project` the open one, as an undo step called `name`.

        Steps of the same `gesture` (any object made for one drag) merge. A project equal to the
        open one leaves no step.
        """
        if project == self.project:
            return
        put = self._put if self._looked is None else self._put_edited_at_look
        self._undo_stack.push(EditCommand(name, self._open, project, put, gesture))

    def look(self, project: Project, step: int) -> None:
        """Show `project`, the open one after `step` steps of its run, and edit nothing."""
        if project == self._open:
            self.look_home()
        elif project is not self._looked:
            self._looked, self._step = project, step
            self.project_changed.emit()

    def look_home(self) -> None:
        """Show the open project again."""
        if self._looked is not None:
            self._looked = self._step = None
            self.project_changed.emit()

    def keep(self, name: Message) -> None:
        """Make what is looked at the open project, as an undo step called `name`."""
        if self._looked is not None:
            self._undo_stack.push(EditCommand(name, self._open, self._looked, self._put))

    def go_back(self, wanted: Callable[[Project], bool]) -> bool:
        """Undo, or do again, up to the nearest project that is `wanted`; False where none is."""
        stack = self._undo_stack
        commands = [self._command(index) for index in range(stack.count())]
        states = [each.before for each in commands[:1] if each is not None]
        states += [each.after for each in commands if each is not None]
        found = [index for index, project in enumerate(states) if wanted(project)]
        if not found:
            return False
        stack.setIndex(min(found, key=lambda index: abs(index - stack.index())))
        return True

    def replace(self, name: Message, project: Project) -> None:
        """Make `project`, which stands in no file, the open one, as an undo step called `name`.

        Its undo also gives the file back, so that saving never writes one over the other.
        """
        before, fresh = self._origin, _Origin(None, None)

        def put(which: Project) -> None:
            self._put_as(fresh if which is project else before, which)

        if project != self._open:
            self._undo_stack.push(EditCommand(name, self._open, project, put))
        else:
            self.look_home()

    def take(self, name: Message, project: Project, origin: object) -> None:
        """Make `project` the open one, as an undo step called `name`, whatever is looked at: an
        edit where it comes from this document's `origin`; from any other it does not take over
        the file."""
        if origin is not self._origin:
            self.replace(name, project)
        elif project != self._open:
            self._undo_stack.push(EditCommand(name, self._open, project, self._put))
        else:
            self.look_home()

    def undo_name(self) -> Message | None:
        """What Undo would take back."""
        return self._name_at(self._undo_stack.index() - 1)

    def redo_name(self) -> Message | None:
        """What Redo would do again."""
        return self._name_at(self._undo_stack.index())

    def load(self, project: Project, path: Path | None = None) -> None:
        """Open `project` in place of the present one, with an empty history."""
        self._undo_stack.clear()
        self._put_as(_Origin(path, project), project)
        self.loaded.emit()

    def mark_saved(self, path: Path) -> None:
        """Note that the project now stands in the file `path`."""
        changed = path != self._origin.path
        self._origin.path, self._origin.saved = path, self._open
        # From here on no gesture goes on merging into the step that was saved.
        self._undo_stack.setClean()
        if changed:
            self.path_changed.emit()
        self._compare_with_saved()

    def shut_down(self) -> None:
        """Tell nothing any more: the history is taken down with the program."""
        self._undo_stack.blockSignals(True)

    def _put_edited_at_look(self, project: Project) -> None:
        self._put(project, at_look=True)

    def _put(self, project: Project, *, at_look: bool = False) -> None:
        self.edited_at_look = at_look
        if project is not self._open or self._looked is not None:
            self._open = project
            self._looked = self._step = None
            self.project_changed.emit()
        self._compare_with_saved()

    def _put_as(self, origin: _Origin, project: Project) -> None:
        changed = origin.path != self._origin.path
        self._origin = origin
        self._put(project)
        if changed:
            self.path_changed.emit()

    def _compare_with_saved(self) -> None:
        saved = self._origin.saved
        modified = saved is None or self._open != saved
        if modified != self._modified:
            self._modified = modified
            self.modified_changed.emit(modified)

    def _name_at(self, index: int) -> Message | None:
        command = self._command(index)
        return None if command is None else command.name

    def _command(self, index: int) -> EditCommand | None:
        if not 0 <= index < self._undo_stack.count():
            return None
        command = self._undo_stack.command(index)
        return command if isinstance(command, EditCommand) else None

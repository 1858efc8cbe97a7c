"""The builder's one way into the document: an edit becomes an undo step, or a refusal in its place.

It owns which control of the builder shows a refusal or a note; the controls only ask for theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Signal

from gradsim.engine.problems import Problem
from gradsim.project.edits import Note, notes
from gradsim.project.model import Project
from gradsim.viewmodels.builder.cells import read_number
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.messages import Message

_OF_LAYERS = frozenset(
    {
        "units", "activation", "weights", "bias", "gain", "apply", "normalization", "residual",
        "dropout",
    }
)  # fmt: skip


class Editor(QObject):
    """Applies pure edits to the document and keeps what was refused, by the control's name."""

    problem_changed = Signal(str)
    """A control's refusal came or went; its name is the argument."""
    note_changed = Signal(str)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._problems: dict[str, Problem] = {}
        self._notes: dict[str, tuple[Message, ...]] = {}
        self._gesture: object | None = None
        self._gesture_start: Project | None = None
        document.project_changed.connect(self.clear)

    @property
    def document(self) -> Document:
        """The document that is edited."""
        return self._document

    def apply(
        self,
        control: str,
        name: Message,
        edit: Callable[[Project], Project],
        gesture: object | None = None,
    ) -> bool:
        """Do `edit` as an undo step called `name`; where it is refused, say so at `control`.

        Edits with the same `gesture` become one undo step. What the edit did beside what was
        asked (typed numbers cut or filled up) is noted at the control. Returns whether the edit
        was accepted.
        """
        before = self._start_of(gesture)
        try:
            project = edit(self._document.project)
        except Problem as problem:
            self.refuse(control, problem)
            return False
        self.accept(control)
        self._document.edit(name, project, gesture)
        told = tuple(map(_message, notes(before, project)))
        if told:
            self._notes[control] = told
            self.note_changed.emit(control)
        return True

    def enter(self, control: str, text: str, take: Callable[[float], None]) -> None:
        """Hand the number in `text` to `take`; where there is none, say so at `control`."""
        try:
            value = read_number(text)
        except Problem as problem:
            self.refuse(control, problem)
        else:
            take(value)

    def refuse(self, control: str, problem: Problem) -> None:
        """Show `problem` at `control` until it is mended or the project changes."""
        self._problems[control] = problem
        self.problem_changed.emit(control)

    def accept(self, control: str) -> None:
        """Take back what `control` was refused or told."""
        if self._problems.pop(control, None) is not None:
            self.problem_changed.emit(control)
        if self._notes.pop(control, None) is not None:
            self.note_changed.emit(control)

    def problem(self, control: str) -> Problem | None:
        """Why the last entry at `control` was refused, if it was."""
        return self._problems.get(control)

    def refuses_number(self, fields: Collection[str], choices: Collection[str]) -> bool:
        """Whether a number is refused in one of `fields`, or among the options of `choices`.

        A field then shows another number than the one that holds.
        """
        return any(
            control in fields or ("." in control and control.partition(".")[0] in choices)
            for control in self._problems
        )

    def notes(self, control: str) -> tuple[Message, ...]:
        """What there is to say about the last entry at `control`."""
        return self._notes.get(control, ())

    def clear(self) -> None:
        """Take back every refusal and note: the controls show the project as it stands."""
        for control in {*self._problems, *self._notes}:
            self.accept(control)

    def forget_about_layers(self) -> None:
        """Take back what was refused and told at controls that show the selected layers."""
        for control in {*self._problems, *self._notes}:
            if control.partition(".")[0] in _OF_LAYERS:
                self.accept(control)

    def _start_of(self, gesture: object | None) -> Project:
        """The project as it was before the gesture; a gesture's notes tell of the whole of it."""
        if gesture is None or gesture is not self._gesture or self._gesture_start is None:
            self._gesture, self._gesture_start = gesture, self._document.project
        return self._gesture_start


def _message(note: Note) -> Message:
    return Message("Note", note.template, dict(note.arguments))

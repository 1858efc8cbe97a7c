"""What can be done to whole layers: add, insert, duplicate, delete, move, draw again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project import edits
from gradsim.project.model import Project
from gradsim.viewmodels.builder.editor import Editor
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.selection import Selection

LAYERS_CONTROL = "layers"


class LayerActions(QObject):
    """Edits the order of the layers as undo steps, and selects what came of it.

    Refusals stand at the control `LAYERS_CONTROL` of the editor.
    """

    def __init__(self, editor: Editor, selection: Selection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._selection = selection

    @property
    def _document(self) -> Document:
        return self._editor.document

    def add(self) -> None:
        """A new hidden layer before the output, like the last hidden one."""
        self._do_and_select_new(QT_TRANSLATE_NOOP("BuilderEdit", "Add layer"), edits.add_layer)

    def insert_before(self, layer_id: int) -> None:
        """A new layer in front of this one."""
        position = self._document.project.index_of(layer_id)
        self._insert_at(position)

    def insert_after(self, layer_id: int) -> None:
        """A new layer behind this one; behind the output it becomes the output."""
        position = self._document.project.index_of(layer_id) + 1
        self._insert_at(position)

    def _insert_at(self, position: int) -> None:
        def insert(project: Project) -> Project:
            return edits.insert_layer(project, position)

        self._do_and_select_new(QT_TRANSLATE_NOOP("BuilderEdit", "Insert layer"), insert)

    def duplicate(self, layer_ids: Sequence[int]) -> None:
        """A copy of each of these layers."""

        def duplicate(project: Project) -> Project:
            return edits.duplicate_layers(project, layer_ids)

        if layer_ids:
            self._do_and_select_new(QT_TRANSLATE_NOOP("BuilderEdit", "Duplicate layers"), duplicate)

    def delete(self, layer_ids: Sequence[int]) -> None:
        """The network without these layers; the last one cannot go."""

        def delete(project: Project) -> Project:
            return edits.delete_layers(project, layer_ids)

        if layer_ids:
            self._do(QT_TRANSLATE_NOOP("BuilderEdit", "Delete layers"), delete)

    def move_before(self, layer_ids: Sequence[int], position: int) -> bool:
        """These layers together in front of what stands at `position` (from 0) now."""

        def move(project: Project) -> Project:
            return edits.move_layers(project, layer_ids, position)

        present = set(self._document.project.layer_ids)
        if not layer_ids or not present.issuperset(layer_ids):
            return False
        done = self._do(QT_TRANSLATE_NOOP("BuilderEdit", "Move layers"), move)
        if done:
            self._selection.select(layer_ids)
        return done

    def move_up(self, layer_ids: Sequence[int]) -> None:
        """These layers together, one place towards the input."""
        rows = self._rows(layer_ids)
        if rows and rows != list(range(len(rows))):
            self.move_before(layer_ids, max(rows[0] - 1, 0))

    def move_down(self, layer_ids: Sequence[int]) -> None:
        """These layers together, one place towards the output."""
        rows = self._rows(layer_ids)
        count = len(self._document.project.layers)
        if rows and rows != list(range(count - len(rows), count)):
            self.move_before(layer_ids, min(rows[-1] + 2, count))

    def any_typed(self, layer_ids: Sequence[int]) -> bool:
        """Whether numbers are typed into one of these layers."""
        return any(map(self._document.project.is_typed, layer_ids))

    def can_delete(self, layer_ids: Sequence[int]) -> bool:
        """Whether a layer would be left."""
        return 0 < len(layer_ids) < len(self._document.project.layers)

    def redraw(self, layer_ids: Sequence[int]) -> None:
        """Forget the numbers typed into these layers and draw them again."""

        def redraw(project: Project) -> Project:
            return edits.redraw_layers(project, layer_ids)

        if layer_ids:
            self._do(QT_TRANSLATE_NOOP("BuilderEdit", "Redraw layers"), redraw)

    def _rows(self, layer_ids: Sequence[int]) -> list[int]:
        wanted = set(layer_ids)
        return [i for i, each in enumerate(self._document.project.layer_ids) if each in wanted]

    def _do(self, template: str, edit: Callable[[Project], Project]) -> bool:
        return self._editor.apply(LAYERS_CONTROL, Message("BuilderEdit", template), edit)

    def _do_and_select_new(self, template: str, edit: Callable[[Project], Project]) -> None:
        known = set(self._document.project.layer_ids)
        if self._do(template, edit):
            self._selection.select(set(self._document.project.layer_ids) - known)

"""Sets what the selected layers are set to, all of them at once and one undo step each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project import edits
from gradsim.project.model import Project
from gradsim.viewmodels.builder.cells import whole
from gradsim.viewmodels.builder.edit_names import edit_name
from gradsim.viewmodels.builder.editor import Editor
from gradsim.viewmodels.builder.selected_layers import (
    Kind,
    SelectedLayers,
    choice_of,
    has_recommendation,
    options_of,
    recommended_for,
)
from gradsim.viewmodels.builder.shared import Shared
from gradsim.viewmodels.selection import Selection

_SETTERS: dict[Kind, Callable[[Project, Iterable[int], Choice], Project]] = {
    "activation": edits.set_activation,
    "weights": edits.set_weights,
    "bias": edits.set_bias,
}
_NAMES: dict[Kind, str] = {
    "activation": QT_TRANSLATE_NOOP("BuilderEdit", "Set activation of {layers}"),
    "weights": QT_TRANSLATE_NOOP("BuilderEdit", "Set weights of {layers}"),
    "bias": QT_TRANSLATE_NOOP("BuilderEdit", "Set biases of {layers}"),
}

_FIELDS = frozenset({"units", "gain", "dropout"})
_CHOICES = frozenset({"activation", "weights", "bias", "normalization", "residual"})
_GAIN_NAME = QT_TRANSLATE_NOOP("BuilderEdit", "Set gain of {layers}")


class Inspector(QObject):
    """The settings of the selected layers, edited together."""

    changed = Signal()

    def __init__(self, editor: Editor, selection: Selection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._selection = selection
        self._selected = SelectedLayers.of(self.project, selection.layer_ids)
        selection.changed.connect(self._turn)
        editor.document.project_changed.connect(self._follow)

    @property
    def project(self) -> Project:
        """The project as it stands."""
        return self._editor.document.project

    @property
    def selected(self) -> SelectedLayers:
        """The selected layers and what they are set to."""
        return self._selected

    @property
    def number_refused(self) -> bool:
        """Whether a number of the selected layers was refused: what is shown does not hold."""
        return self._editor.refuses_number(_FIELDS, _CHOICES)

    def enter_units(self, text: str) -> None:
        """Take the typed number of units."""
        self._editor.enter("units", text, self.set_units)

    def set_units(self, value: float, gesture: object | None = None) -> None:
        """So many units in each selected layer."""
        self._apply(
            "units",
            QT_TRANSLATE_NOOP("BuilderEdit", "Set units of {layers}"),
            lambda project: edits.set_units(project, self._selected.ids, whole(value)),
            gesture,
        )

    def choose(self, kind: Kind, name: str) -> None:
        """Another activation, weight initializer or bias initializer, by its own definition.

        Options that both the old and the new one take stay, except the gain: it starts at 1 again,
        for a Xavier gain carried into He would multiply in a factor that nobody asked for.
        """
        before = Shared.of(choice_of(layer, kind) for layer in self._selected.layers).value
        taken = {option.name for option in options_of(kind, name)} - {"gain"}
        kept = {} if before is None else before.as_mapping()
        choice = Choice.of(name, **{key: kept[key] for key in taken & kept.keys()})
        self._apply(
            kind, _NAMES[kind], lambda project: _SETTERS[kind](project, self._selected.ids, choice)
        )

    def enter_option(self, kind: Kind, name: str, text: str) -> None:
        """Take the typed value of one option."""
        self._editor.enter(f"{kind}.{name}", text, lambda value: self.set_option(kind, name, value))

    def set_option(
        self, kind: Kind, name: str, value: float, gesture: object | None = None
    ) -> None:
        """One option of that choice, in every selected layer; their other options stay apart."""

        def set_option(project: Project) -> Project:
            groups: dict[Choice, list[int]] = {}
            for layer in self._selected.layers:
                groups.setdefault(choice_of(layer, kind), []).append(layer.id)
            for choice, layer_ids in groups.items():
                project = _SETTERS[kind](project, layer_ids, choice.with_option(name, value))
            return project

        self._apply(f"{kind}.{name}", _NAMES[kind], set_option, gesture)

    def enter_gain(self, text: str) -> None:
        """Take the typed gain."""
        self._editor.enter("gain", text, self.set_gain)

    def set_gain(self, value: float, gesture: object | None = None) -> None:
        """One gain for every selected layer that has one."""
        self._apply(
            "gain",
            _GAIN_NAME,
            lambda project: edits.set_gain(project, self._selected.ids, value),
            gesture,
        )

    def use_recommended_gain(self) -> None:
        """The gain that the field recommends for each selected layer's activation."""

        def recommend(project: Project) -> Project:
            groups: dict[float, list[int]] = {}
            for layer in self._selected.layers:
                if has_recommendation(layer) and not project.is_typed(layer.id):
                    groups.setdefault(recommended_for(layer), []).append(layer.id)
            for gain, layer_ids in groups.items():
                project = edits.set_gain(project, layer_ids, gain)
            return project

        self.apply_gain(recommend)

    def apply_gain(self, edit: Callable[[Project], Project]) -> None:
        """Do an edit of the selected layers' gains, as one undo step with its refusal here."""
        self._apply("gain", _GAIN_NAME, edit)

    def apply_to_hidden(self) -> None:
        """Give every hidden layer all that this one has but its width."""
        if self._selected.can_be_applied_to_hidden():
            layer_id = self._selected.layers[0].id
            self._apply(
                "apply",
                QT_TRANSLATE_NOOP("BuilderEdit", "Apply {layers} to every hidden layer"),
                lambda project: edits.apply_to_hidden(project, layer_id),
            )

    def redraw(self) -> None:
        """Forget the numbers typed into the selected layers and draw them again."""
        self._apply(
            "weights",
            QT_TRANSLATE_NOOP("BuilderEdit", "Redraw {layers}"),
            lambda project: edits.redraw_layers(project, self._selected.ids),
        )

    def _apply(
        self,
        control: str,
        template: str,
        edit: Callable[[Project], Project],
        gesture: object | None = None,
    ) -> None:
        if self._selected.layers:
            name = edit_name(template, self.project, self._selected.ids)
            if not self._editor.apply(control, name, edit, gesture) and control in _SETTERS:
                # A list shows what was picked from it; what holds is another.
                self.changed.emit()

    def _turn(self) -> None:
        """Other layers are selected: what was refused to the last ones is no matter of theirs."""
        self._editor.forget_about_layers()
        self._follow()

    def _follow(self) -> None:
        self._selected = SelectedLayers.of(self.project, self._selection.layer_ids)
        self.changed.emit()

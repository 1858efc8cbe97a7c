"""Sets the remedies of the selected layers, all of them at once and one undo step each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from PySide6.QtCore import QObject, Signal

from gradsim.engine.network import Mode
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.remedies import NORMALIZATIONS
from gradsim.engine.remedies.residual import Form
from gradsim.project import edits
from gradsim.project.model import Project
from gradsim.viewmodels.builder.edit_names import edit_name
from gradsim.viewmodels.builder.editor import Editor
from gradsim.viewmodels.builder.remedies.said import NONE
from gradsim.viewmodels.builder.remedies.selected import SelectedRemedies
from gradsim.viewmodels.builder.selected_layers import SelectedLayers
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.selection import Selection

_NORMALIZATION = QT_TRANSLATE_NOOP("BuilderEdit", "Set normalization of {layers}")
_RESIDUAL = QT_TRANSLATE_NOOP("BuilderEdit", "Set residual connection of {layers}")
_DROPOUT = QT_TRANSLATE_NOOP("BuilderEdit", "Set dropout of {layers}")
_FORGET = QT_TRANSLATE_NOOP("BuilderEdit", "Reset γ and β of {layers}")

NORMALIZATION_CONTROL, RESIDUAL_CONTROL = "normalization", "residual"
DROPOUT_CONTROL, MODE_CONTROL = "dropout", "mode"


class RemedyPanel(QObject):
    """The remedies of the selected layers, edited together, and the network's mode."""

    changed = Signal()

    def __init__(self, editor: Editor, selection: Selection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._selection = selection
        self._read()
        selection.changed.connect(self._follow)
        editor.document.project_changed.connect(self._follow)

    @property
    def project(self) -> Project:
        """The project as it stands."""
        return self._editor.document.project

    @property
    def selected(self) -> SelectedRemedies:
        """The remedies of the selected layers."""
        return self._selected

    def choose_normalization(self, name: str) -> None:
        """Another normalization or none; options that both take stay."""
        rule = None if name == NONE else Choice.of(name, **self._kept_options(name))
        self._apply(
            NORMALIZATION_CONTROL,
            _NORMALIZATION,
            lambda project: edits.set_normalization(project, self._ids, rule),
        )

    def enter_option(self, name: str, text: str) -> None:
        """Take the typed value of one option of the normalization."""
        control = f"{NORMALIZATION_CONTROL}.{name}"
        self._editor.enter(control, text, lambda value: self.set_option(name, value))

    def set_option(self, name: str, value: float, gesture: object | None = None) -> None:
        """One option of the normalization, in every selected layer that has one."""
        self._apply(
            f"{NORMALIZATION_CONTROL}.{name}",
            _NORMALIZATION,
            lambda project: edits.set_normalization_option(project, self._ids, name, value),
            gesture,
        )

    def choose_form(self, name: str) -> None:
        """A residual connection of another form, or none; scales stay."""
        form = None if name == NONE else cast("Form", name)
        self._apply(
            RESIDUAL_CONTROL,
            _RESIDUAL,
            lambda project: edits.set_residual_form(project, self._ids, form),
        )

    def enter_scale(self, _name: str, text: str) -> None:
        """Take the typed α."""
        self._editor.enter(
            f"{RESIDUAL_CONTROL}.scale", text, lambda value: self.set_scale("scale", value)
        )

    def set_scale(self, _name: str, value: float, gesture: object | None = None) -> None:
        """One α for every selected layer that has a residual connection."""
        self._apply(
            f"{RESIDUAL_CONTROL}.scale",
            _RESIDUAL,
            lambda project: edits.set_residual_scale(project, self._ids, value),
            gesture,
        )

    def enter_dropout(self, text: str) -> None:
        """Take the typed probability."""
        self._editor.enter(DROPOUT_CONTROL, text, self.set_dropout)

    def set_dropout(self, value: float, gesture: object | None = None) -> None:
        """One probability of silence for every selected layer."""
        self._apply(
            DROPOUT_CONTROL,
            _DROPOUT,
            lambda project: edits.set_dropout(project, self._ids, value),
            gesture,
        )

    def choose_mode(self, name: str) -> None:
        """Training or evaluation, for the whole network."""
        mode = cast("Mode", name)
        title = Message("BuilderEdit", QT_TRANSLATE_NOOP("BuilderEdit", "Set mode"))
        self._editor.apply(MODE_CONTROL, title, lambda project: edits.set_mode(project, mode))

    def forget_values(self) -> None:
        """Put γ, β and the running statistics of the selected layers where they begin."""
        self._apply(
            NORMALIZATION_CONTROL,
            _FORGET,
            lambda project: edits.forget_remedy_values(project, self._ids),
        )

    @property
    def _ids(self) -> Iterable[int]:
        return tuple(layer.id for layer in self._selected.layers)

    def _kept_options(self, name: str) -> dict[str, float]:
        taken = {option.name for option in NORMALIZATIONS[name].options}
        return {
            each.option.name: each.shared.value
            for each in self._selected.options()
            if each.option.name in taken and each.shared.value is not None
        }

    def _apply(
        self,
        control: str,
        template: str,
        edit: Callable[[Project], Project],
        gesture: object | None = None,
    ) -> None:
        if self._selected.layers:
            name = edit_name(template, self.project, tuple(self._ids))
            lists = (NORMALIZATION_CONTROL, RESIDUAL_CONTROL)
            if not self._editor.apply(control, name, edit, gesture) and control in lists:
                # A list shows what was picked from it; what holds is another.
                self.changed.emit()

    def _read(self) -> None:
        layers = SelectedLayers.of(self.project, self._selection.layer_ids)
        self._selected = SelectedRemedies(layers.layers, layers.parameters)

    def _follow(self) -> None:
        self._read()
        self.changed.emit()

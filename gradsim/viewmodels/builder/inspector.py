"""What the selected layers are set to, and the edits that set them, one undo step each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.initializers import INITIALIZERS, recommended_gain
from gradsim.engine.network import Layer
from gradsim.engine.options import Choice, Option, resolved_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project import edits
from gradsim.project.datasets.loading import output_lock
from gradsim.project.model import Project
from gradsim.viewmodels.builder.cells import read_number, whole
from gradsim.viewmodels.builder.edit_names import edit_name
from gradsim.viewmodels.builder.editor import Editor
from gradsim.viewmodels.builder.shared import OptionValue, Shared
from gradsim.viewmodels.selection import Selection

Kind = Literal["activation", "weights", "bias"]

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

_GAIN_NAME = QT_TRANSLATE_NOOP("BuilderEdit", "Set gain of {layers}")


class Inspector(QObject):
    """The settings of the selected layers, edited together."""

    changed = Signal()

    def __init__(self, editor: Editor, selection: Selection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._selection = selection
        self._layers = self._read()
        selection.changed.connect(self._follow)
        editor.document.project_changed.connect(self._follow)

    @property
    def project(self) -> Project:
        """The project as it stands."""
        return self._editor.document.project

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The selected layers, in network order."""
        return self._layers

    @property
    def layer_ids(self) -> tuple[int, ...]:
        """Their ids."""
        return tuple(layer.id for layer in self._layers)

    def title(self) -> str:
        """“Layer 3 (output)”, “Layers 2–4”, or how many layers are selected."""
        translate = QCoreApplication.translate
        rows = [self.project.index_of(each) + 1 for each in self.layer_ids]
        if not rows:
            return translate("Inspector", "No layer selected")
        if len(rows) == 1:
            output = rows[0] == len(self.project.layers)
            one = (
                translate("Inspector", "Layer {layer} (output)")
                if output
                else translate("Inspector", "Layer {layer}")
            )
            return one.format(layer=rows[0])
        if rows[-1] - rows[0] == len(rows) - 1:
            span = translate("Inspector", "Layers {first}–{last}")
            return span.format(first=rows[0], last=rows[-1])
        return translate("Inspector", "{count} layers").format(count=len(rows))

    def units(self) -> Shared[int]:
        """Units of the selected layers."""
        return Shared.of(layer.units for layer in self._layers)

    def units_lock(self) -> Problem | None:
        """Why the width cannot be changed freely: real data fix that of the output."""
        output = self.project.output.id
        return output_lock(self.project) if output in self.layer_ids else None

    def choice(self, kind: Kind) -> Shared[str]:
        """The name of the activation, the initializer of the weights, or that of the biases."""
        return Shared.of(_choice(layer, kind).name for layer in self._layers)

    def options(self, kind: Kind) -> tuple[OptionValue, ...]:
        """The options of that choice with their values, where all selected layers chose the same.

        The gain is not among them: that of the weights has a control of its own, and a bias does
        without.
        """
        name = self.choice(kind).value
        if name is None:
            return ()
        allowed = _options(kind, name)
        values = [resolved_options(_choice(layer, kind), allowed) for layer in self._layers]
        return tuple(
            OptionValue(option, Shared.of(value[option.name] for value in values))
            for option in allowed
            if option.name != "gain"
        )

    def activation(self) -> Shared[Choice]:
        """The activation with its options, where all selected layers agree on both."""
        return Shared.of(layer.activation for layer in self._layers)

    def softmax_allowed(self) -> bool:
        """Whether only the output is selected, where alone softmax may stand."""
        return self.layer_ids == (self.project.output.id,)

    def gain(self) -> OptionValue | None:
        """The gain of the selected layers that have one; None where none does."""
        gains = [
            (option, layer.weights.as_mapping().get("gain", option.default))
            for layer in self._layers
            for option in INITIALIZERS[layer.weights.name].options
            if option.name == "gain" and layer.weights.name != "zeros"
        ]
        if not gains:
            return None
        return OptionValue(gains[0][0], Shared.of(value for _, value in gains))

    def recommended(self) -> Shared[float] | None:
        """The gain that the field recommends for these activations; None where it names none."""
        named = [layer for layer in self._layers if has_recommendation(layer)]
        return Shared.of(map(_recommended, named)) if named else None

    def follows_recommendation(self) -> bool:
        """Whether every selected layer for which a gain is recommended has it."""
        return all(
            layer.weights.as_mapping().get("gain", 1.0) == _recommended(layer)
            for layer in self._layers
            if has_recommendation(layer)
        )

    def typed(self) -> Shared[bool]:
        """Whether numbers are typed into the selected layers, so that they are not drawn."""
        project = self.project
        return Shared.of(project.is_typed(each) for each in self.layer_ids)

    def can_apply_to_hidden(self) -> bool:
        """Whether one layer is selected and there are hidden layers to be made like it."""
        return len(self._layers) == 1 and len(self.project.layers) > 1

    def enter_units(self, text: str) -> None:
        """Take the typed number of units."""
        self._enter("units", text, self.set_units)

    def set_units(self, value: float, gesture: object | None = None) -> None:
        """So many units in each selected layer."""
        self._apply(
            "units",
            QT_TRANSLATE_NOOP("BuilderEdit", "Set units of {layers}"),
            lambda project: edits.set_units(project, self.layer_ids, whole(value)),
            gesture,
        )

    def choose(self, kind: Kind, name: str) -> None:
        """Another activation, weight initializer or bias initializer, by its own definition.

        Options that both the old and the new one take stay, except the gain: it starts at 1 again,
        for a Xavier gain carried into He would multiply in a factor that nobody asked for.
        """
        before = Shared.of(_choice(layer, kind) for layer in self._layers).value
        taken = {option.name for option in _options(kind, name)} - {"gain"}
        kept = {} if before is None else before.as_mapping()
        choice = Choice.of(name, **{key: kept[key] for key in taken & kept.keys()})
        self._apply(
            kind, _NAMES[kind], lambda project: _SETTERS[kind](project, self.layer_ids, choice)
        )

    def enter_option(self, kind: Kind, name: str, text: str) -> None:
        """Take the typed value of one option."""
        self._enter(f"{kind}.{name}", text, lambda value: self.set_option(kind, name, value))

    def set_option(
        self, kind: Kind, name: str, value: float, gesture: object | None = None
    ) -> None:
        """One option of that choice, in every selected layer; their other options stay apart."""

        def set_option(project: Project) -> Project:
            groups: dict[Choice, list[int]] = {}
            for layer in self._layers:
                groups.setdefault(_choice(layer, kind), []).append(layer.id)
            for choice, layer_ids in groups.items():
                project = _SETTERS[kind](project, layer_ids, choice.with_option(name, value))
            return project

        self._apply(f"{kind}.{name}", _NAMES[kind], set_option, gesture)

    def enter_gain(self, text: str) -> None:
        """Take the typed gain."""
        self._enter("gain", text, self.set_gain)

    def set_gain(self, value: float, gesture: object | None = None) -> None:
        """One gain for every selected layer that has one."""
        self._apply(
            "gain",
            _GAIN_NAME,
            lambda project: edits.set_gain(project, self.layer_ids, value),
            gesture,
        )

    def use_recommended_gain(self) -> None:
        """The gain that the field recommends for each selected layer's activation."""

        def recommend(project: Project) -> Project:
            groups: dict[float, list[int]] = {}
            for layer in self._layers:
                if has_recommendation(layer) and not project.is_typed(layer.id):
                    groups.setdefault(_recommended(layer), []).append(layer.id)
            for gain, layer_ids in groups.items():
                project = edits.set_gain(project, layer_ids, gain)
            return project

        self._apply("gain", _GAIN_NAME, recommend)

    def apply_to_hidden(self) -> None:
        """Give every hidden layer this layer's activation, weights, gain and bias; widths stay."""
        if self.can_apply_to_hidden():
            layer_id = self._layers[0].id
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
            lambda project: edits.redraw_layers(project, self.layer_ids),
        )

    def _enter(self, control: str, text: str, take: Callable[[float], None]) -> None:
        try:
            value = read_number(text)
        except Problem as problem:
            self._editor.refuse(control, problem)
        else:
            take(value)

    def _apply(
        self,
        control: str,
        template: str,
        edit: Callable[[Project], Project],
        gesture: object | None = None,
    ) -> None:
        if self._layers:
            name = edit_name(template, self.project, self.layer_ids)
            self._editor.apply(control, name, edit, gesture)

    def _read(self) -> tuple[Layer, ...]:
        wanted = set(self._selection.layer_ids)
        return tuple(layer for layer in self.project.layers if layer.id in wanted)

    def _follow(self) -> None:
        self._layers = self._read()
        self.changed.emit()


def _choice(layer: Layer, kind: Kind) -> Choice:
    return {"activation": layer.activation, "weights": layer.weights, "bias": layer.bias}[kind]


def _options(kind: Kind, name: str) -> tuple[Option, ...]:
    table = ACTIVATIONS if kind == "activation" else INITIALIZERS
    return tuple(table[name].options)


def has_recommendation(layer: Layer) -> bool:
    """Whether the field recommends a gain for this initializer (the He pair holds √2 already)."""
    name = layer.weights.name
    return INITIALIZERS[name].scales_with_activation or name in ("he_normal", "he_uniform")


def _recommended(layer: Layer) -> float:
    return recommended_gain(layer.weights.name, layer.activation)

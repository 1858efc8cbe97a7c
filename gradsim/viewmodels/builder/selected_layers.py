"""What the selected layers are set to: one value each, or mixed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.initialization import TypedLayer
from gradsim.engine.initializers import INITIALIZERS, recommended_gain
from gradsim.engine.network import Layer
from gradsim.engine.options import Choice, Option, resolved_options
from gradsim.engine.problems import Problem
from gradsim.project.datasets.loading import output_lock
from gradsim.project.model import Project, is_drawn
from gradsim.viewmodels.builder.shared import OptionValue, Shared
from gradsim.viewmodels.notation import layer_number

Kind = Literal["activation", "weights", "bias"]


class SelectedLayers(Struct, frozen=True, eq=False):
    """Some layers of one project, in network order.

    `numbers` count them from 1; `parameters` hold what is typed into each, None where it is drawn.
    """

    project: Project
    numbers: tuple[int, ...]
    layers: tuple[Layer, ...]
    parameters: tuple[TypedLayer | None, ...]

    @classmethod
    def of(cls, project: Project, layer_ids: Iterable[int]) -> SelectedLayers:
        """The layers of `project` with these ids."""
        wanted = set(layer_ids)
        rows = [row for row, layer in enumerate(project.layers) if layer.id in wanted]
        return cls(
            project,
            tuple(row + 1 for row in rows),
            tuple(project.layers[row] for row in rows),
            tuple(project.parameters[row] for row in rows),
        )

    @property
    def ids(self) -> tuple[int, ...]:
        """Their persistent ids."""
        return tuple(layer.id for layer in self.layers)

    def title(self) -> str:
        """“Layer 3 (output)”, “Layers 2–4”, or how many layers are selected."""
        translate = QCoreApplication.translate
        rows = self.numbers
        if not rows:
            return translate("Inspector", "No layer selected")
        if len(rows) == 1:
            output = rows[0] == len(self.project.layers)
            one = (
                translate("Inspector", "Layer {layer} (output)")
                if output
                else translate("Inspector", "Layer {layer}")
            )
            return one.format(layer=layer_number(rows[0]))
        if rows[-1] - rows[0] == len(rows) - 1:
            span = translate("Inspector", "Layers {first}–{last}")
            return span.format(first=layer_number(rows[0]), last=layer_number(rows[-1]))
        return translate("Inspector", "{count} layers").format(count=len(rows))

    def units(self) -> Shared[int]:
        """Units of the selected layers."""
        return Shared.of(layer.units for layer in self.layers)

    def units_lock(self) -> Problem | None:
        """Why the width cannot be changed freely: real data fix that of the output."""
        output = self.project.output.id
        return output_lock(self.project) if output in self.ids else None

    def choice(self, kind: Kind) -> Shared[str]:
        """The name of the activation, the initializer of the weights, or that of the biases."""
        return Shared.of(choice_of(layer, kind).name for layer in self.layers)

    def options(self, kind: Kind) -> tuple[OptionValue, ...]:
        """The options of that choice with their values, where all selected layers chose the same.

        The gain is not among them: that of the weights has a control of its own, and a bias does
        without.
        """
        name = self.choice(kind).value
        if name is None:
            return ()
        allowed = options_of(kind, name)
        values = [resolved_options(choice_of(layer, kind), allowed) for layer in self.layers]
        return tuple(
            OptionValue(option, Shared.of(value[option.name] for value in values))
            for option in allowed
            if option.name != "gain"
        )

    def activation(self) -> Shared[Choice]:
        """The activation with its options, where all selected layers agree on both."""
        return Shared.of(layer.activation for layer in self.layers)

    def softmax_allowed(self) -> bool:
        """Whether only the output is selected, where alone softmax may stand."""
        return self.ids == (self.project.output.id,)

    def gain(self) -> OptionValue | None:
        """The gain of the selected layers that have one; None where none does."""
        gains = [
            (option, layer.weights.as_mapping().get("gain", option.default))
            for layer in self.layers
            for option in INITIALIZERS[layer.weights.name].options
            if option.name == "gain" and layer.weights.name != "zeros"
        ]
        if not gains:
            return None
        return OptionValue(gains[0][0], Shared.of(value for _, value in gains))

    def recommended(self) -> Shared[float] | None:
        """The gain that the field recommends for these activations; None where it names none."""
        named = [layer for layer in self.layers if has_recommendation(layer)]
        return Shared.of(map(recommended_for, named)) if named else None

    def follows_recommendation(self) -> bool:
        """Whether every selected layer for which a gain is recommended has it."""
        return all(
            layer.weights.as_mapping().get("gain", 1.0) == recommended_for(layer)
            for layer in self.layers
            if has_recommendation(layer)
        )

    def typed(self) -> Shared[bool]:
        """Whether weights or biases are typed into the selected layers, so not drawn."""
        return Shared.of(not is_drawn(each) for each in self.parameters)

    def can_be_applied_to_hidden(self) -> bool:
        """Whether one layer is selected and there are hidden layers to be made like it."""
        return len(self.layers) == 1 and len(self.project.layers) > 1


def choice_of(layer: Layer, kind: Kind) -> Choice:
    """The rule that the layer chose for `kind`."""
    return {"activation": layer.activation, "weights": layer.weights, "bias": layer.bias}[kind]


def options_of(kind: Kind, name: str) -> tuple[Option, ...]:
    """The options of a rule that may stand at `kind`."""
    table = ACTIVATIONS if kind == "activation" else INITIALIZERS
    return tuple(table[name].options)


def has_recommendation(layer: Layer) -> bool:
    """Whether the field recommends a gain for this initializer (the He pair holds √2 already)."""
    name = layer.weights.name
    return INITIALIZERS[name].scales_with_activation or name in ("he_normal", "he_uniform")


def recommended_for(layer: Layer) -> float:
    """The gain that the field recommends with the layer's activation."""
    return recommended_gain(layer.weights.name, layer.activation)

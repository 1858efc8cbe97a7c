"""A layer in words: its card's second line, and the whole of it for a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gradsim.engine.initialization import TypedLayer
from gradsim.engine.initializers import INITIALIZERS
from gradsim.engine.network import Layer
from gradsim.engine.options import resolved_options
from gradsim.project.model import is_drawn
from gradsim.viewmodels.builder.number_text import short_number
from gradsim.viewmodels.builder.remedies.said import remedies_words
from gradsim.viewmodels.notation import layer_number
from gradsim.viewmodels.words import activation_label, initializer_label, translated

translate = QCoreApplication.translate


def weights_words(layer: Layer) -> str:
    """The initializer with what is set on it: “Glorot normal · gain 1.00”.

    The gain stands there always where it is the only option, and elsewhere when it is not 1.
    """
    name = layer.weights.name
    options = INITIALIZERS[name].options
    values = resolved_options(layer.weights, options)
    parts = [short(initializer_label(name))]
    for option in options:
        value = values[option.name]
        if option.name == "gain" and (name == "zeros" or (len(options) > 1 and value == 1.0)):
            continue
        label = translated("Option", option.label or option.name)
        number = str(int(value)) if option.integer else short_number(value)
        parts.append(f"{label.lower()} {number}")
    return " · ".join(parts)


def short(label: str) -> str:
    """A label without what it explains in parentheses at its end."""
    return label.rpartition("(")[0].rstrip() if label.endswith(")") else label


def typed_words(layer: Layer, typed: TypedLayer) -> str:
    """What of the layer is typed in, in place of its initializer; a chip says that it is."""
    if is_drawn(typed):
        return weights_words(layer)
    if typed.weights is None:
        return " · ".join(
            (
                short(initializer_label(layer.weights.name)),
                translate("LayerWords", "biases"),
            )
        )
    if typed.biases is None:
        return translate("LayerWords", "weights")
    return translate("LayerWords", "weights and biases")


def layer_summary(number: int, layer: Layer, typed: TypedLayer | None) -> str:
    """The whole card in one line, as a screen reader says it."""
    said = translate("LayerWords", "Layer {number}: {units} × {activation}, {weights}").format(
        number=layer_number(number),
        units=layer.units,
        activation=short(activation_label(layer.activation.name)),
        weights=_numbers_words(layer, typed),
    )
    remedies = remedies_words(layer)
    return f"{said}, {remedies}" if remedies else said


def _numbers_words(layer: Layer, typed: TypedLayer | None) -> str:
    if typed is None or is_drawn(typed):
        return weights_words(layer)
    said = translate("LayerWords", "{numbers} typed in")
    return said.format(numbers=typed_words(layer, typed))

"""What the diagram says of each of its things: a title, rows of name and value, a hint."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gradsim.viewmodels.step.diagram_hits import Target, TargetKind
from gradsim.viewmodels.step.diagram_text import exact_number
from gradsim.viewmodels.step.diagram_values import DiagramValues, Standing
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.steps import Symbol
from gradsim.viewmodels.words import activation_label, cost_label, count, number

_SHOWN_OUTPUTS = 4

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Description:
    """One thing in words, in the present language."""

    title: str
    rows: tuple[tuple[str, str], ...] = ()
    hint: str = ""

    @property
    def sentence(self) -> str:
        """All of it on one line, for screen readers."""
        return "; ".join((self.title, *(f"{name} = {value}" for name, value in self.rows)))


def describe(target: Target, values: DiagramValues) -> Description:
    """The exact numbers of `target`."""
    match target.kind:
        case TargetKind.UNIT if target.layer == 0:
            return _input(target.unit, values)
        case TargetKind.UNIT:
            return _unit(target.layer, target.unit, values)
        case TargetKind.EDGE:
            return _edge(target.layer, target.unit, target.source, values)
        case TargetKind.COST:
            return _cost(values)
        case TargetKind.LAYER:
            return _layer(target.layer, values)
        case TargetKind.FOLD:
            return _fold(target, values)
        case _:
            return _cut(target, values)


def weight_symbol(layer: int, unit: int, source: int) -> str:
    """``∂C/∂w₂₁⁽³⁾``."""
    return f"∂C/∂{Symbol('w', layer, (unit, source)).text}"


def bias_symbol(layer: int, unit: int) -> str:
    """``∂C/∂b₂⁽³⁾``."""
    return f"∂C/∂{Symbol('b', layer, (unit,)).text}"


def standing_text(standing: Standing) -> str:
    """The short text beside the mark of a magnitude that has no place on the scale."""
    return {
        Standing.OK: "",
        Standing.ZERO: "0",
        Standing.UNDERFLOW: translate("Diagram", "underflow"),
        Standing.OVERFLOW: "∞",
        Standing.NAN: "NaN",
    }[standing]


def _input(unit: int, values: DiagramValues) -> Description:
    value = float(values.units(0).activation[unit - 1])
    title = translate("Diagram", "Input {unit}").format(unit=unit)
    return Description(title, ((_mean(f"x{Symbol('', None, (unit,)).text}", values),
                                exact_number(value)),))  # fmt: skip


def _unit(layer: int, unit: int, values: DiagramValues) -> Description:
    column = values.units(layer)
    name = values.result.project.network.layers[layer - 1].activation.name
    rows: list[tuple[str, str]] = []

    def add(letter: str, array: object, suffix: str = "") -> None:
        if array is not None:
            symbol = Symbol(letter, layer, (unit,)).text + suffix
            rows.append((_mean(symbol, values), exact_number(float(array[unit - 1]))))  # type: ignore[index]

    add("b", values.result.forward.parameters.biases[layer - 1])
    add("z", column.pre_activation)
    add("a", column.activation)
    if column.derivative is not None:
        rows.append((_mean("f′(z)", values), exact_number(float(column.derivative[unit - 1]))))
    z = Symbol("z", layer, (unit,)).text
    delta = column.delta_of(unit)
    if delta is not None and values.batch:
        rows.append(
            (
                translate("Diagram", "mean {quantity}").format(quantity=f"|∂C/∂{z}|"),
                exact_number(delta),
            )
        )
    elif delta is not None:
        rows.append((f"∂C/∂{z}", exact_number(delta)))
    standing = column.standing(unit)
    if delta is not None and standing is Standing.OK:
        rows.append(("log₁₀", number(delta.log10_abs, 4)))
    elif standing is Standing.UNDERFLOW:
        rows.append(("log₁₀", standing_text(standing)))
    gradient = values.bias_gradient(layer, unit)
    if gradient is not None:
        rows.append((bias_symbol(layer, unit), exact_number(gradient)))
    title = translate("Diagram", "Layer {layer}, unit {unit}: {activation}").format(
        layer=layer, unit=unit, activation=activation_label(name)
    )
    hint = translate("Diagram", "Click: go to its factor. Double-click: unroll {gradient}.").format(
        gradient=bias_symbol(layer, unit)
    )
    return Description(title, tuple(rows), hint)


def _edge(layer: int, unit: int, source: int, values: DiagramValues) -> Description:
    weight = values.weight(layer, unit, source)
    rows = [(Symbol("w", layer, (unit, source)).text, exact_number(weight))]
    before = values.units(layer - 1).activation[source - 1]
    letter = Symbol("a", layer - 1, (source,)) if layer > 1 else Symbol("x", None, (source,))
    rows.append((_mean(letter.text, values), exact_number(float(before))))
    gradient = values.weight_gradient(layer, unit, source)
    symbol = weight_symbol(layer, unit, source)
    if gradient is not None:
        rows.append((symbol, exact_number(gradient)))
    title = translate(
        "Diagram", "Weight of layer {layer}: from unit {source} to unit {unit}"
    ).format(layer=layer, source=source, unit=unit)
    return Description(
        title,
        tuple(rows),
        translate("Diagram", "Click: unroll {gradient}.").format(gradient=symbol),
    )


def _cost(values: DiagramValues) -> Description:
    network = values.result.project.network
    rows = [(_mean("C", values), exact_number(values.cost))]
    outputs = values.units(values.shape.depth).activation
    for unit, (output, wanted) in enumerate(zip(outputs, values.targets, strict=True), start=1):
        if unit > _SHOWN_OUTPUTS:
            break
        index = Symbol("", None, (unit,)).text if len(outputs) > 1 else ""
        rows.append((_mean(f"a{index}, y{index}", values),
                     f"{exact_number(float(output))}, {exact_number(float(wanted))}"))  # fmt: skip
    title = translate("Diagram", "Cost: {cost}").format(cost=cost_label(network.cost))
    return Description(title, tuple(rows), translate("Diagram", "Click: go to its factor."))


def _layer(layer: int, values: DiagramValues) -> Description:
    if layer == 0:
        return Description(
            translate("Diagram", "Inputs: {units}").format(units=count(values.shape.inputs))
        )
    spec = values.result.project.network.layers[layer - 1]
    title = translate("Diagram", "Layer {layer}: {units} × {activation}").format(
        layer=layer, units=count(spec.units), activation=activation_label(spec.activation.name)
    )
    log10 = float(values.result.measurement.layers[layer - 1].delta.log10_l2)
    rows = ((f"log₁₀ ‖∂C/∂{Symbol('z', layer).text}‖", number(log10, 4)),)
    return Description(title, rows if math.isfinite(log10) else ())


def _fold(target: Target, values: DiagramValues) -> Description:
    title = translate("Diagram", "Layer {layer}: units {first} to {last}").format(
        layer=target.layer, first=target.unit, last=target.source
    )
    activations = values.units(target.layer).activation[target.unit - 1 : target.source]
    rows = (
        (translate("Diagram", "smallest a"), exact_number(float(activations.min()))),
        (translate("Diagram", "largest a"), exact_number(float(activations.max()))),
    )
    return Description(title, rows, translate("Diagram", "The outline reaches each of them."))


def _cut(target: Target, values: DiagramValues) -> Description:
    if target.kind is TargetKind.CUT_LEFT:
        title = translate("Diagram", "Earlier layers: {layers}").format(layers=count(target.layer))
    else:
        later = values.shape.depth - target.layer + 1
        title = translate("Diagram", "Later layers: {layers}").format(layers=count(later))
    return Description(title, (), translate("Diagram", "Click: show them."))


def _mean(symbol: str, values: DiagramValues) -> str:
    """A symbol, told to be a mean over the batch; weights and biases have no mean."""
    if not values.batch or symbol.startswith("b"):
        return symbol
    return translate("Diagram", "mean {quantity}").format(quantity=symbol)


def scaled_text(value: Scaled | None) -> str:
    """A number of any magnitude in four figures; empty for None."""
    return "" if value is None else exact_number(value, 4)

"""What the diagram says of each of its things: a title, rows of name and value, a hint."""

from __future__ import annotations

import math

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from gradsim.engine.chain import FactorKind
from gradsim.engine.remedies.letters import letters_of
from gradsim.viewmodels.builder.remedies.said import remedies_words
from gradsim.viewmodels.notation import layer_number, unit_number
from gradsim.viewmodels.step.diagram.hits import Target, TargetKind
from gradsim.viewmodels.step.diagram.remedies import way_sign
from gradsim.viewmodels.step.diagram.values import DiagramValues, Standing
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.parameters import normalized_at
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL, Symbol, gradient_text
from gradsim.viewmodels.words import activation_label, cost_label, count, number

_SHOWN_OUTPUTS = 4

UNSAID = "?"
"""Stands for a number that is still to be asked for."""

translate = QCoreApplication.translate


class Description(Struct, frozen=True):
    """One thing in words, in the present language."""

    title: str
    rows: tuple[tuple[str, str], ...] = ()
    hint: str = ""

    @property
    def sentence(self) -> str:
        """All of it on one line, for screen readers."""
        return "; ".join((self.title, *(f"{name} = {value}" for name, value in self.rows)))


def describe(target: Target, values: DiagramValues, unrolls: bool = False) -> Description:
    """The exact numbers of `target`; `unrolls` says whether a click unrolls its gradient."""
    match target.kind:
        case TargetKind.UNIT if target.layer == 0:
            return _input(target.unit, values)
        case TargetKind.UNIT:
            return _unit(target, values, unrolls)
        case TargetKind.EDGE:
            return _edge(target, values, unrolls)
        case TargetKind.COST:
            return _cost(values)
        case TargetKind.LAYER:
            return _layer(target.layer, values)
        case TargetKind.WAY:
            return _way(target.layer, values)
        case TargetKind.FOLD:
            return _fold(target, values)
        case _:
            return _cut(target, values)


def gradient_symbol(target: Target, values: DiagramValues) -> str:
    """What unrolling `target` unrolls: ``∂C/∂w₂₁⁽³⁾`` of an edge, ``∂C/∂b₂⁽³⁾`` of a unit."""
    if target.kind is TargetKind.EDGE:
        return values.gradient("w", target.layer, target.unit, target.source)
    return values.gradient("b", target.layer, target.unit)


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
    title = translate("Diagram", "Input {unit}").format(unit=unit_number(unit))
    told = (_mean(Symbol("x", None, (unit,)).text, values), _exact(value))
    return Description(title, (told, *_learned(0, unit, values)))


def _unit(target: Target, values: DiagramValues, unrolls: bool) -> Description:
    layer, unit = target.layer, target.unit
    column, veil = values.units(layer), values.veil
    name = values.result.project.network.layers[layer - 1].activation.name
    rows: list[tuple[str, str]] = []

    def add(letter: str, array: object, unsaid: bool = False) -> None:
        if array is not None:
            symbol = values.symbol(letter, layer, unit)
            told = UNSAID if unsaid else _exact(float(array[unit - 1]))  # type: ignore[index]
            rows.append((_mean(symbol, values), told))

    add("b", values.result.forward.parameters.biases[layer - 1])
    rows.extend(_learned(layer, unit, values))
    add("z", column.pre_activation, veil.hides_sum(layer))
    add("a", column.activation, veil.hides_activation(layer))
    if not veil.gradients:
        rows.extend(_unit_gradients(target, values))
    unrolled = gradient_symbol(target, values)
    title = translate("Diagram", "Layer {layer}, unit {unit}: {activation}").format(
        layer=layer, unit=unit, activation=activation_label(name)
    )
    if unrolls:
        hint = translate("Diagram", "Click: unroll {gradient}.").format(gradient=unrolled)
    else:
        hint = translate("Diagram", "Click: go to its factor. Double-click: unroll {gradient}.")
        hint = hint.format(gradient=unrolled)
    return Description(title, tuple(rows), hint)


def _unit_gradients(target: Target, values: DiagramValues) -> list[tuple[str, str]]:
    """f′ and what is differentiated by the unit."""
    layer, unit = target.layer, target.unit
    column = values.units(layer)
    rows: list[tuple[str, str]] = []
    if column.derivative is not None:
        slope = f"f′({values.argument(layer)})"
        rows.append((_mean(slope, values), _exact(float(column.derivative[unit - 1]))))
    by_z = values.gradient("z", layer, unit)
    delta = column.delta_of(unit)
    if delta is not None and values.batch:
        rows.append(
            (
                translate("Diagram", "mean {quantity}").format(quantity=f"|{by_z}|"),
                _exact(delta),
            )
        )
    elif delta is not None:
        rows.append((by_z, _exact(delta)))
    standing = column.standing(unit)
    if delta is not None and standing is Standing.OK:
        rows.append((f"log₁₀ |{by_z}|", number(delta.log10_abs, 4)))
    elif standing is Standing.UNDERFLOW:
        rows.append((f"log₁₀ |{by_z}|", standing_text(standing)))
    gradient = values.bias_gradient(layer, unit)
    if gradient is not None:
        rows.append((gradient_symbol(target, values), _exact(gradient)))
    for address in normalized_at(layer, unit, values.result.project.network):
        found = values.learned_gradient(address)
        if found is not None:
            name = values.gradient(address.kind, address.layer, address.unit)
            rows.append((name, _exact(found)))
    return rows


def _learned(layer: int, unit: int, values: DiagramValues) -> list[tuple[str, str]]:
    """γ and β of the normalization that a unit goes through."""
    return [
        (values.symbol(each.kind, each.layer, each.unit), _exact(values.learned(each)))
        for each in normalized_at(layer, unit, values.result.project.network)
    ]


def _edge(target: Target, values: DiagramValues, unrolls: bool) -> Description:
    layer, unit, source = target.layer, target.unit, target.source
    weight = values.weight(layer, unit, source)
    rows = [(values.symbol("w", layer, unit, source), _exact(weight))]
    before = _exact(float(values.units(layer - 1).activation[source - 1]))
    hidden = values.veil.hides_activation(layer - 1)
    symbol = _mean(values.symbol("a", layer - 1, source), values)
    rows.append((symbol, UNSAID if hidden else before))
    gradient = values.weight_gradient(layer, unit, source)
    symbol = gradient_symbol(target, values)
    if gradient is not None and not values.veil.gradients:
        rows.append((symbol, _exact(gradient)))
    title = translate(
        "Diagram", "Weight of layer {layer}: from unit {source} to unit {unit}"
    ).format(layer=layer_number(layer), source=unit_number(source), unit=unit_number(unit))
    if unrolls:
        hint = translate("Diagram", "Click: unroll {gradient}.").format(gradient=symbol)
    else:
        hint = translate("Diagram", "Click: go to its factor.")
    return Description(title, tuple(rows), hint)


def _cost(values: DiagramValues) -> Description:
    network = values.result.project.network
    veil = values.veil
    rows = [(_mean(COST_SYMBOL.text, values), UNSAID if veil.cost else _exact(values.cost))]
    outputs = values.units(values.shape.depth).activation
    for unit, (output, wanted) in enumerate(zip(outputs, values.targets, strict=True), start=1):
        if unit > _SHOWN_OUTPUTS:
            break
        index = Symbol("", None, (unit,)).text if len(outputs) > 1 else ""
        told = UNSAID if veil.hides_activation(values.shape.depth) else _exact(float(output))
        rows.append((_mean(f"a{index}, y{index}", values), f"{told}, {_exact(float(wanted))}"))
    title = translate("Diagram", "Cost: {cost}").format(cost=cost_label(network.cost))
    return Description(title, tuple(rows), translate("Diagram", "Click: go to its factor."))


def _layer(layer: int, values: DiagramValues) -> Description:
    if layer == 0:
        return Description(
            translate("Diagram", "Inputs: {units}").format(units=count(values.shape.inputs))
        )
    spec = values.result.project.network.layers[layer - 1]
    title = translate("Diagram", "Layer {layer}: {units} × {activation}").format(
        layer=layer_number(layer),
        units=count(spec.units),
        activation=activation_label(spec.activation.name),
    )
    log10 = float(values.result.measurement.layers[layer - 1].delta.log10_l2)
    rows = ((f"log₁₀ ‖{gradient_text(Symbol('z', layer))}‖", number(log10, 4)),)
    told = math.isfinite(log10) and not values.veil.gradients
    remedies = remedies_words(spec)
    if remedies:
        worn = ((translate("Diagram", "remedies"), remedies),)
        return Description(title, (*worn, *rows) if told else worn)
    return Description(title, rows if told else ())


def _way(layer: int, values: DiagramValues) -> Description:
    """The residual connection past a layer, and how much of a gradient takes it."""
    network = values.result.project.network
    residual = network.layers[layer - 1].residual
    title = translate("Diagram", "The way past layer {layer}").format(layer=layer_number(layer))
    above, below = Symbol("a", layer), Symbol("a", layer - 1)
    rows = []
    if residual is not None:
        past = below.text if way_sign(network, layer) == "+1" else f"P {below.text}"
        branch = letters_of(network, layer)[FactorKind.residual][1]
        value = f"{past} + {numeral(residual.scale)} {Symbol(branch.letter, branch.layer).text}"
        rows.append((above.text, value))
    found = values.passing(layer)
    if found is not None and not values.veil.gradients:
        through, past_norm = found
        rows.append((translate("Diagram", "‖gradient‖ through the layer"), _exact(through)))
        rows.append((translate("Diagram", "‖gradient‖ past it"), _exact(past_norm)))
    return Description(title, tuple(rows), translate("Diagram", "Click: go to its factor."))


def _fold(target: Target, values: DiagramValues) -> Description:
    title = translate("Diagram", "Layer {layer}: units {first} to {last}").format(
        layer=layer_number(target.layer),
        first=unit_number(target.unit),
        last=unit_number(target.source),
    )
    activations = values.units(target.layer).activation[target.unit - 1 : target.source]
    ends = (_exact(float(activations.min())), _exact(float(activations.max())))
    if values.veil.hides_activation(target.layer):
        ends = (UNSAID, UNSAID)
    rows = (
        (translate("Diagram", "smallest a"), ends[0]),
        (translate("Diagram", "largest a"), ends[1]),
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


def _exact(value: Scaled | float) -> str:
    """Six figures, at any magnitude."""
    return numeral(value, 6)

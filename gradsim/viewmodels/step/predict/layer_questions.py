"""Questions about one entry of a whole layer's gradient, chosen by chance."""

from __future__ import annotations

import random

import numpy as np

from gradsim.engine.chain import ChainFactor
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.numerals import factor_tex, numeral_tex
from gradsim.viewmodels.step.predict.building import ENTRY, Draft, quantity
from gradsim.viewmodels.step.predict.layers import (
    below,
    indices,
    input_neighbours,
    others,
    rule_of,
    slope_formulas,
    slope_neighbours,
    slope_of,
    sum_of,
    units_below,
    units_of,
    value_of,
)
from gradsim.viewmodels.step.predict.question import Hint, Numbers, Visible
from gradsim.viewmodels.step.predict.shared_questions import cost_draft, shortcut_draft, slope_hints
from gradsim.viewmodels.step.predict.situation import Part, Situation
from gradsim.viewmodels.step.predict.terms import summed
from gradsim.viewmodels.step.predict.topics import Topic
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.values import (
    activation_value,
    bias_value,
    pre_activation_value,
    weight_value,
)
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL, Step, StepKind, Symbol, derivative_tex
from gradsim.viewmodels.step.walk.walk import Walk


def entry_draft(
    walk: Walk, result: SimulationResult, index: int, chance: random.Random
) -> Draft | None:
    """The question after one entry of what step `index` of a layer walk leaves.

    None where there is no formula to ask for: of a remedy, and of a softmax without cross-entropy.
    """
    step, factor = walk.steps[index], walk.factors[index]
    unit = chance.randint(1, units_of(result, step.layer))
    match step.kind:
        case StepKind.COST:
            return cost_draft(result, step, unit, _left(factor, 0, unit - 1))
        case StepKind.ACTIVATION if rule_of(result, step.layer).elementwise:
            return _delta(result, step, factor, unit)
        case StepKind.ACTIVATION if factor.fused:
            return shortcut_draft(result, step, unit, _left(factor, 0, unit - 1), _about())
        case StepKind.SHORTCUT:
            return shortcut_draft(result, step, unit, _left(factor, 0, unit - 1), _about())
        case StepKind.WEIGHTS:
            source = chance.randint(1, units_below(result, step.layer))
            return _weight_gradient(result, step, factor, unit, source)
        case StepKind.BIAS:
            return _bias_gradient(result, step, factor, unit)
        case StepKind.PREVIOUS_ACTIVATION:
            source = chance.randint(1, units_below(result, step.layer))
            return _passed_back(result, step, factor, source)
        case _:
            return None


def _left(factor: ChainFactor, *where: int) -> Scaled:
    return Scaled.of(float(factor.product[where]), int(np.asarray(factor.product_exponent)))


def _arriving(factor: ChainFactor, unit: int) -> Scaled:
    return Scaled.of(float(factor.upstream[0, unit - 1]), int(np.asarray(factor.upstream_exponent)))


def _gradient(letter: str, layer: int, result: SimulationResult, *units: int) -> tuple[str, str]:
    """TeX and text of ∂C by one entry."""
    below = Symbol(letter, layer, indices(result, *units))
    return derivative_tex(COST_SYMBOL, below), f"∂{COST_SYMBOL.text}/∂{below.text}"


def _by_z(result: SimulationResult, factor: ChainFactor, layer: int, unit: int) -> Visible:
    """∂C/∂z of a unit, which arrives at the linear part, as δ."""
    shown = quantity("δ", layer, indices(result, unit), _arriving(factor, unit))
    whole = f"{shown.name} = {_gradient('z', layer, result, unit)[1]}"
    return Visible(shown.name, whole, shown.number, (*shown.others,))


def _delta(result: SimulationResult, step: Step, factor: ChainFactor, unit: int) -> Draft:
    layer = step.layer
    arriving, right = _arriving(factor, unit), _left(factor, 0, unit - 1)
    z, a = pre_activation_value(result, layer, unit), activation_value(result, layer, unit)
    by_a = _gradient("a", layer, result, unit)[1]
    visible = (
        Visible("u", by_a, arriving),
        quantity("z", layer, indices(result, unit), z, lone=True),
        quantity("a", layer, indices(result, unit), a, lone=True),
    )
    tex, text = _gradient("z", layer, result, unit)
    situation = Situation(
        Topic.DELTA,
        right.value,
        {"u": arriving.value, "z": z.value, "a": a.value},
        rule_of(result, layer).name,
        by_a,
        neighbours=slope_neighbours(result, layer, unit, arriving.value),
        value_at=value_of(result, layer),
        slope_at=slope_of(result, layer),
    )
    hints = slope_hints(result, layer, unit, tex, arriving=arriving)
    return Draft(situation, step.kind, tex, text, right, visible,
                 slope_formulas(result, layer, arriving=True), hints, _about())  # fmt: skip


def _weight_gradient(
    result: SimulationResult, step: Step, factor: ChainFactor, unit: int, source: int
) -> Draft:
    layer = step.layer
    right = _left(factor, unit - 1, source - 1)
    delta, incoming = _arriving(factor, unit), activation_value(result, layer - 1, source)
    letter, there = below(result, layer, source)
    own_d = _by_z(result, factor, layer, unit)
    own_x = quantity(letter, there, indices(result, source), incoming)
    visible = [own_d, *(_by_z(result, factor, layer, each)
                        for each in others(units_of(result, layer), unit, 1))]  # fmt: skip
    visible += [
        own_x,
        *(quantity(letter, there, indices(result, each),
                   activation_value(result, layer - 1, each))
          for each in others(units_below(result, layer), source, 1)),
    ]  # fmt: skip
    weight = weight_value(result, layer, unit, source)
    neighbours = [
        Part(_gradient("z", layer, result, each)[1],
             _arriving(factor, each).value * incoming.value)
        for each in others(units_of(result, layer), unit)
    ]  # fmt: skip
    neighbours += input_neighbours(result, layer, source, delta.value)
    tex, text = _gradient("w", layer, result, unit, source)
    situation = Situation(
        Topic.WEIGHT_GRADIENT,
        right.value,
        {"d": delta.value, "x": incoming.value, "w": weight.value},
        "",
        text,
        neighbours=tuple(neighbours),
    )
    x_tex = Symbol(letter, there, indices(result, source)).tex
    by_z = _gradient("z", layer, result, unit)[0]
    hints = (
        Hint(rf"{tex} = {by_z}\,{x_tex}"),
        Hint(rf"{tex} = {numeral_tex(delta)} \times {factor_tex(incoming)}"),
    )
    return Draft(situation, step.kind, tex, text, right, tuple(visible),
                 (lambda numbers: numbers[own_d.name] * numbers[own_x.name],), hints,
                 _about())  # fmt: skip


def _bias_gradient(result: SimulationResult, step: Step, factor: ChainFactor, unit: int) -> Draft:
    layer = step.layer
    right, bias = _left(factor, unit - 1), bias_value(result, layer, unit)
    own = _by_z(result, factor, layer, unit)
    near = others(units_of(result, layer), unit, 2)
    visible = (own, *(_by_z(result, factor, layer, each) for each in near),
               quantity("b", layer, indices(result, unit), bias))  # fmt: skip
    tex, text = _gradient("b", layer, result, unit)
    situation = Situation(
        Topic.BIAS_GRADIENT,
        right.value,
        {"d": own.number.value, "b": bias.value},
        "",
        text,
        neighbours=tuple(
            Part(_gradient("z", layer, result, each)[1], _arriving(factor, each).value)
            for each in others(units_of(result, layer), unit)
        ),
    )
    by_z = _gradient("z", layer, result, unit)[0]
    hints = (
        Hint(rf"{tex} = {by_z} \times 1"),
        Hint(rf"{tex} = {numeral_tex(own.number)} \times 1"),
    )
    return Draft(situation, step.kind, tex, text, right, visible,
                 (lambda numbers: numbers[own.name],), hints, _about())  # fmt: skip


def _passed_back(result: SimulationResult, step: Step, factor: ChainFactor, source: int) -> Draft:
    layer, count = step.layer, units_of(result, step.layer)
    right = _left(factor, 0, source - 1)
    deltas = [_arriving(factor, each) for each in range(1, count + 1)]
    pairs = [
        (quantity("w", layer, indices(result, each, source),
                  weight_value(result, layer, each, source)),
         _by_z(result, factor, layer, each))
        for each in range(1, count + 1)
    ]  # fmt: skip
    terms = summed(pairs)
    weights = result.forward.parameters.weights[layer - 1]
    values = [each.value for each in deltas]

    def through(column: int) -> float:
        return sum_of(float(weights[row, column - 1]) * values[row] for row in range(count))

    letter, there = below(result, layer, source)
    near = [Part(Symbol(letter, there, indices(result, each)).text, through(each))
            for each in others(units_below(result, layer), source)]  # fmt: skip
    if units_below(result, layer) == count and count > 1:
        crossed = sum_of(float(weights[source - 1, row]) * values[row] for row in range(count))
        row = Symbol("W", layer).text
        near.append(Part(f"({row})ᵀ", crossed))
    tex, text = _gradient("a", layer - 1, result, source)
    situation = Situation(
        Topic.PASSED_BACK,
        right.value,
        {"dsum": sum_of(values)},
        "",
        text,
        parts=terms.parts,
        neighbours=tuple(near),
    )
    hints = Hint(f"{tex} = {terms.symbols}"), Hint(f"{tex} = {terms.numbers}")

    def formula(numbers: Numbers) -> float:
        return terms.total(numbers)

    return Draft(situation, step.kind, tex, text, right, terms.visible, (formula,), hints,
                 _about())  # fmt: skip


def _about() -> Message:
    return Message.of("Prediction", ENTRY)

"""Questions about the scalar factors of one path."""

from __future__ import annotations

from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.numerals import numeral_tex
from gradsim.viewmodels.step.predict.building import (
    ALWAYS_ONE,
    Draft,
    about_factor,
    quantity,
)
from gradsim.viewmodels.step.predict.layers import (
    below,
    below_text,
    indices,
    input_neighbours,
    others,
    rule_of,
    slope_formulas,
    slope_neighbours,
    slope_of,
    units_below,
    units_of,
    value_of,
)
from gradsim.viewmodels.step.predict.question import Hint, Numbers
from gradsim.viewmodels.step.predict.shared_questions import (
    cost_draft,
    shortcut_draft,
    slope_hints,
    stands,
    visible_tex,
)
from gradsim.viewmodels.step.predict.situation import Part, Situation
from gradsim.viewmodels.step.predict.topics import Topic
from gradsim.viewmodels.step.values import (
    activation_value,
    bias_value,
    pre_activation_value,
    weight_value,
)
from gradsim.viewmodels.step.walk.steps import Step, StepKind, Symbol
from gradsim.viewmodels.step.walk.walk import Walk

_SHOWN_NEIGHBOURS = 2


def factor_draft(walk: Walk, result: SimulationResult, index: int) -> Draft | None:
    """The question after factor `index` of a parameter walk; None of one that a remedy makes."""
    step = walk.steps[index]
    assert step.value is not None
    assert step.unit is not None
    match step.kind:
        case StepKind.COST:
            return cost_draft(result, step, step.unit, step.value)
        case StepKind.SHORTCUT:
            return shortcut_draft(result, step, step.unit, step.value, about_factor())
        case StepKind.ACTIVATION:
            if rule_of(result, step.layer).elementwise:
                return _activation(walk, result, index)
            return _softmax(result, step)
        case StepKind.WEIGHTS:
            return _weights(result, step)
        case StepKind.BIAS:
            return _bias(result, step)
        case StepKind.PREVIOUS_ACTIVATION:
            return _previous(result, step)
        case _:
            return None


def _activation(walk: Walk, result: SimulationResult, index: int) -> Draft:
    step = walk.steps[index]
    assert step.value is not None
    assert step.unit is not None
    layer, unit = step.layer, step.unit
    z, a = pre_activation_value(result, layer, unit), activation_value(result, layer, unit)
    visible = (
        quantity("z", layer, indices(result, unit), z, lone=True),
        quantity("a", layer, indices(result, unit), a, lone=True),
    )
    situation = Situation(
        Topic.ACTIVATION,
        step.value.value,
        {"z": z.value, "a": a.value},
        rule_of(result, layer).name,
        step.symbol,
        neighbours=slope_neighbours(result, layer, unit),
        value_at=value_of(result, layer),
        slope_at=slope_of(result, layer),
    )
    return Draft(
        situation,
        step.kind,
        step.tex,
        step.symbol,
        step.value,
        visible,
        slope_formulas(result, layer, arriving=False),
        slope_hints(result, layer, unit, step.tex),
    )


def _softmax(result: SimulationResult, step: Step) -> Draft:
    assert step.value is not None
    assert step.unit is not None
    layer, unit, source = step.layer, step.unit, step.source or step.unit
    own, other = activation_value(result, layer, unit), activation_value(result, layer, source)
    visible = [quantity("a", layer, (unit,), own)]
    if source != unit:
        visible.append(quantity("a", layer, (source,), other))
    visible.append(quantity("z", layer, (source,), pre_activation_value(result, layer, source)))
    first, second = visible[0].name, visible[1].name

    def formula(numbers: Numbers) -> float:
        a = numbers[first]
        return a * (1 - a) if source == unit else -a * numbers[second]

    crossed = source != unit
    numbers = {"a": own.value} if crossed else {}
    situation = Situation(Topic.SOFTMAX, step.value.value, numbers, "softmax", step.symbol)
    a, b = (Symbol("a", layer, (each,)).tex for each in (unit, source))
    p, q = numeral_tex(own), numeral_tex(other)
    hints = (
        Hint(rf"{step.tex} = -{a}\,{b}" if crossed else rf"{step.tex} = {a}\,(1-{a})"),
        Hint(rf"{step.tex} = -{p} \times {q}" if crossed else rf"{step.tex} = {p}\,(1-{p})"),
    )
    return Draft(situation, step.kind, step.tex, step.symbol, step.value, tuple(visible),
                 (formula,), hints)  # fmt: skip


def _weights(result: SimulationResult, step: Step) -> Draft:
    assert step.value is not None
    assert step.unit is not None
    layer, unit, source = step.layer, step.unit, step.source or 1
    letter, there = below(result, layer, source)
    near = (source, *others(units_below(result, layer), source, _SHOWN_NEIGHBOURS))
    visible = [
        quantity(letter, there, indices(result, each), activation_value(result, layer - 1, each))
        for each in sorted(near)
    ]
    weight = weight_value(result, layer, unit, source)
    z = pre_activation_value(result, layer, unit)
    visible.append(quantity("w", layer, indices(result, unit, source), weight))
    visible.append(quantity("z", layer, indices(result, unit), z))
    numbers = {"w": weight.value, "a": activation_value(result, layer, unit).value}
    if layer > 1:
        numbers["zx"] = pre_activation_value(result, layer - 1, source).value
    asked = Symbol(letter, None, indices(result, source)).text
    situation = Situation(
        Topic.WEIGHTS,
        step.value.value,
        numbers,
        "",
        step.symbol,
        neighbours=input_neighbours(result, layer, source),
    )
    z_tex = Symbol("z", layer, indices(result, unit)).tex
    w_tex = Symbol("w", layer, indices(result, unit, source)).tex
    x_tex = Symbol(letter, there, indices(result, source)).tex
    hints = (
        Hint(rf"{z_tex} = {w_tex}\,{x_tex} + \ldots"),
        stands(below_text(result, layer, source)),
    )
    return Draft(situation, step.kind, step.tex, step.symbol, step.value, tuple(visible),
                 (lambda numbers: numbers[asked],), hints)  # fmt: skip


def _bias(result: SimulationResult, step: Step) -> Draft:
    assert step.value is not None
    assert step.unit is not None
    layer, unit = step.layer, step.unit
    bias, z = bias_value(result, layer, unit), pre_activation_value(result, layer, unit)
    visible = (
        quantity("b", layer, indices(result, unit), bias),
        quantity("z", layer, indices(result, unit), z),
    )
    situation = Situation(Topic.BIAS, 1.0, {"b": bias.value}, "", step.symbol)
    z_tex, b_tex = visible_tex("z", layer, result, unit), visible_tex("b", layer, result, unit)
    hints = (
        Hint(rf"{z_tex} = \ldots + {b_tex}"),
        Hint(sentence=Message.of("Prediction", ALWAYS_ONE)),
    )
    return Draft(situation, step.kind, step.tex, step.symbol, step.value, visible,
                 (_one,), hints)  # fmt: skip


def _one(numbers: Numbers) -> float:
    del numbers
    return 1.0


def _previous(result: SimulationResult, step: Step) -> Draft:
    assert step.value is not None
    assert step.unit is not None
    layer, unit, source = step.layer, step.unit, step.source or 1
    near = others(units_below(result, layer), source)
    shown = sorted((source, *near[:_SHOWN_NEIGHBOURS]))
    neighbours = [((unit, each), weight_value(result, layer, unit, each)) for each in near]
    for each in others(units_of(result, layer), unit):
        neighbours.append(((each, source), weight_value(result, layer, each, source)))
    incoming = activation_value(result, layer - 1, source)
    letter, there = below(result, layer, source)
    visible = [
        quantity("w", layer, indices(result, unit, each), weight_value(result, layer, unit, each))
        for each in shown
    ]
    visible.append(quantity(letter, there, indices(result, source), incoming))
    asked = Symbol("w", None, indices(result, unit, source)).text
    situation = Situation(
        Topic.PREVIOUS_ACTIVATION,
        step.value.value,
        {"x": incoming.value},
        "",
        step.symbol,
        neighbours=tuple(
            Part(Symbol("w", layer, indices(result, *where)).text, number.value)
            for where, number in neighbours
        ),
    )
    z_tex, w_tex = (visible_tex("z", layer, result, unit),
                    visible_tex("w", layer, result, unit, source))  # fmt: skip
    x_tex = Symbol(letter, there, indices(result, source)).tex
    hints = (
        Hint(rf"{z_tex} = {w_tex}\,{x_tex} + \ldots"),
        stands(Symbol("w", layer, indices(result, unit, source)).text),
    )
    return Draft(situation, step.kind, step.tex, step.symbol, step.value, tuple(visible),
                 (lambda numbers: numbers[asked],), hints)  # fmt: skip

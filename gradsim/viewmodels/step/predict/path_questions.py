"""Questions about the scalar factors of one path."""

from __future__ import annotations

import re

import numpy as np

from gradsim.engine.costs import cost_of
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.formula import equals
from gradsim.viewmodels.step.numerals import numeral_tex
from gradsim.viewmodels.step.path_formulas import symbol_tex
from gradsim.viewmodels.step.predict.building import (
    ALWAYS_ONE,
    STANDS_THERE,
    Draft,
    quantity,
)
from gradsim.viewmodels.step.predict.layers import (
    below,
    below_text,
    cost_derivatives,
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
from gradsim.viewmodels.step.predict.question import Hint, Numbers, Visible
from gradsim.viewmodels.step.predict.situation import Part, Situation
from gradsim.viewmodels.step.predict.topics import Topic
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.steps import Step, StepKind, Symbol
from gradsim.viewmodels.step.values import (
    activation_value,
    bias_value,
    pre_activation_value,
    target_value,
    weight_value,
)
from gradsim.viewmodels.step.walk import Walk

_SHOWN_NEIGHBOURS = 2
_BRACKETED = re.compile(r"-\(([\d.]+)\)")
"""A minus before a bracketed number that needs no brackets."""


def factor_draft(walk: Walk, result: SimulationResult, index: int) -> Draft:
    """The question after the factor `index` of a parameter walk."""
    step = walk.steps[index]
    assert step.value is not None
    assert step.unit is not None
    match step.kind:
        case StepKind.COST:
            return cost_draft(result, step, step.unit, step.value)
        case StepKind.ACTIVATION:
            if rule_of(result, step.layer).elementwise:
                return _activation(walk, result, index)
            return _softmax(result, step)
        case StepKind.WEIGHTS:
            return _weights(result, step)
        case StepKind.BIAS:
            return _bias(result, step)
        case _:
            return _previous(result, step)


def cost_draft(result: SimulationResult, step: Step, unit: int, right: Scaled) -> Draft:
    """∂C/∂a of one output."""
    network = result.project.network
    cost = cost_of(network.cost)
    depth, outputs = step.depth, network.layers[-1].units
    output, target = activation_value(result, depth, unit), target_value(result, unit)
    shown = [quantity("a", depth, indices(result, unit), output, lone=True)]
    letter = "y" if cost.uses_targets else "r"
    shown.append(quantity(letter, None, indices(result, unit), target, lone=True))
    if cost.name == "mean_squared_error":
        shown.append(Visible("n", "n", Scaled.of(float(outputs))))
    share = float(outputs)

    def formula(numbers: Numbers) -> float:
        a, y = np.array([[numbers["a"]]]), np.array([[numbers[letter]]])
        with np.errstate(all="ignore"):
            alone = float(np.asarray(cost.derivative(a, y))[0, 0])
        return alone / share if cost.name == "mean_squared_error" else alone

    a, y = output.value, target.value
    with np.errstate(all="ignore"):
        itself = float(np.asarray(cost.sample_costs(np.array([[a]]), np.array([[y]])))[0])
    if cost.name == "mean_squared_error":
        itself /= share
    slopes = cost_derivatives(result)
    asked = Symbol("a", depth, indices(result, unit))
    step_asked = Step(StepKind.COST, depth, depth, unit=unit, bare=step.bare)
    situation = Situation(
        Topic.COST,
        right.value,
        {"a": a, "y": y, "n": share, "c": itself},
        cost.name,
        asked.text,
        neighbours=tuple(
            Part(Symbol("a", depth, indices(result, each)).text, slopes[each - 1])
            for each in others(outputs, unit)
        ),
    )
    symbols = cost.derivative_tex.replace("_j", "")
    numbers = cost.with_numbers(numeral_tex(output), numeral_tex(target), str(outputs))
    numbers = _BRACKETED.sub(r"-\1", numbers)
    second = (
        Hint(rf"{step_asked.tex} = {numbers}")
        if cost.uses_targets
        else _stands(Symbol(letter, None, indices(result, unit)).text)
    )
    hints = Hint(rf"{step_asked.tex} = {symbols}"), second
    return Draft(situation, StepKind.COST, step_asked.tex, step_asked.symbol, right,
                 tuple(shown), (formula,), hints)  # fmt: skip


def slope_hints(
    result: SimulationResult, layer: int, unit: int, left: str, *, arriving: Scaled | None = None
) -> tuple[Hint, Hint]:
    """f′ in symbols, then with z and a put in, but not worked out."""
    rule = rule_of(result, layer)
    z, a = pre_activation_value(result, layer, unit), activation_value(result, layer, unit)
    times_symbol = "" if arriving is None else r"u\,"
    name = rf"{symbol_tex(rule.symbol)}^{{\prime}}"
    parts = (f"{name}(z)", *rule.derivative_tex.split(" = "))
    symbols = equals(left, *(f"{times_symbol}{part}" for part in parts))
    if "{d}" in rule.numbers_tex:
        numbers = rf"{name}({numeral_tex(z)})"
    else:
        numbers = rule.with_numbers(numeral_tex(z), numeral_tex(a), "?")
    if arriving is not None:
        numbers = rf"{numeral_tex(arriving)} \times {numbers}"
    return Hint(symbols), Hint(rf"{left} = {numbers}")


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
        _stands(below_text(result, layer, source)),
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


def visible_tex(letter: str, layer: int, result: SimulationResult, *units: int) -> str:
    """The TeX of a quantity of `layer`."""
    return Symbol(letter, layer, indices(result, *units)).tex


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
        _stands(Symbol("w", layer, indices(result, unit, source)).text),
    )
    return Draft(situation, step.kind, step.tex, step.symbol, step.value, tuple(visible),
                 (lambda numbers: numbers[asked],), hints)  # fmt: skip


def _stands(symbol: str) -> Hint:
    return Hint(sentence=Message.of("Prediction", STANDS_THERE, symbol=symbol))

"""Questions of the forward lens: z or a of one unit, and the cost."""

from __future__ import annotations

import math
import random

import numpy as np

from gradsim.engine.costs import cost_of
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.formula import equals
from gradsim.viewmodels.step.layer_formulas import cost_formula
from gradsim.viewmodels.step.numerals import factor_tex, numeral_tex
from gradsim.viewmodels.step.path_formulas import symbol_tex
from gradsim.viewmodels.step.predict.building import VALUE, Draft, quantity
from gradsim.viewmodels.step.predict.layers import (
    MOST_SHOWN,
    below,
    indices,
    others,
    rule_of,
    slope_of,
    units_below,
    units_of,
    value_of,
)
from gradsim.viewmodels.step.predict.question import Hint, Numbers, Visible
from gradsim.viewmodels.step.predict.situation import Part, Situation
from gradsim.viewmodels.step.predict.terms import summed
from gradsim.viewmodels.step.predict.topics import Topic
from gradsim.viewmodels.step.steps import COST_SYMBOL, Step, StepKind, Symbol
from gradsim.viewmodels.step.values import (
    activation_value,
    bias_value,
    pre_activation_value,
    target_value,
    weight_value,
)
from gradsim.viewmodels.step.walk import Walk

_MOST_OUTPUTS = 3


def value_draft(
    walk: Walk, result: SimulationResult, index: int, chance: random.Random
) -> Draft | None:
    """The question after one unit's number in step `index` of a forward walk."""
    step = walk.steps[index]
    unit = chance.randint(1, units_of(result, step.layer))
    match step.kind:
        case StepKind.PRE_ACTIVATION:
            return _weighted_sum(result, step, unit)
        case StepKind.ACTIVATION_VALUE:
            return _activated(result, step, unit)
        case _:
            return _cost(result, step)


def _weighted_sum(result: SimulationResult, step: Step, unit: int) -> Draft:
    layer = step.layer
    right, bias = pre_activation_value(result, layer, unit), bias_value(result, layer, unit)
    count = units_below(result, layer)
    letter, there = below(result, layer, 1)
    pairs = [
        (quantity("w", layer, indices(result, unit, each),
                  weight_value(result, layer, unit, each)),
         quantity(letter, there, indices(result, each),
                  activation_value(result, layer - 1, each)))
        for each in range(1, count + 1)
    ]  # fmt: skip
    own_bias = quantity("b", layer, indices(result, unit), bias)
    terms = summed(pairs, own_bias)
    near = [
        Part(Symbol("z", layer, indices(result, each)).text,
             pre_activation_value(result, layer, each).value)
        for each in others(units_of(result, layer), unit)
    ]  # fmt: skip
    symbol = Symbol("z", layer, indices(result, unit))
    situation = Situation(
        Topic.WEIGHTED_SUM,
        right.value,
        {"b": bias.value, "a": activation_value(result, layer, unit).value},
        "",
        symbol.text,
        parts=terms.parts,
        neighbours=tuple(near),
    )
    hints = Hint(f"{symbol.tex} = {terms.symbols}"), Hint(f"{symbol.tex} = {terms.numbers}")

    def formula(numbers: Numbers) -> float:
        return terms.total(numbers)

    return Draft(situation, step.kind, symbol.tex, symbol.text, right, terms.visible, (formula,),
                 hints, _about())  # fmt: skip


def _activated(result: SimulationResult, step: Step, unit: int) -> Draft | None:
    layer, rule = step.layer, rule_of(result, step.layer)
    right, z = activation_value(result, layer, unit), pre_activation_value(result, layer, unit)
    symbol = Symbol("a", layer, indices(result, unit))
    if not rule.elementwise:
        return _softmax(result, step, unit)
    visible = (quantity("z", layer, indices(result, unit), z, lone=True),)
    value = value_of(result, layer)
    near = [
        Part(symbol_of.text, activation_value(result, layer, each).value)
        for each, symbol_of in (
            (each, Symbol("a", layer, indices(result, each)))
            for each in others(units_of(result, layer), unit)
        )
    ]
    situation = Situation(
        Topic.ACTIVATED,
        right.value,
        {"z": z.value, "a": right.value},
        rule.name,
        symbol.text,
        neighbours=tuple(near),
        value_at=value,
        slope_at=slope_of(result, layer),
    )
    name = symbol_tex(rule.symbol)
    hints = (
        Hint(equals(symbol.tex, f"{name}(z)", rule.tex)),
        Hint(rf"{symbol.tex} = {name}({numeral_tex(z)})"),
    )
    return Draft(situation, step.kind, symbol.tex, symbol.text, right, visible,
                 (lambda numbers: value(numbers["z"]),), hints, _about())  # fmt: skip


def _softmax(result: SimulationResult, step: Step, unit: int) -> Draft | None:
    layer, count = step.layer, units_of(result, step.layer)
    if count > MOST_SHOWN:
        return None
    right = activation_value(result, layer, unit)
    visible = tuple(
        quantity("z", layer, indices(result, each), pre_activation_value(result, layer, each))
        for each in range(1, count + 1)
    )
    symbol = Symbol("a", layer, indices(result, unit))
    own = visible[unit - 1].name

    def formula(numbers: Numbers) -> float:
        return 1.0 / math.fsum(math.exp(numbers[each.name] - numbers[own]) for each in visible)

    situation = Situation(
        Topic.ACTIVATED,
        right.value,
        {"z": visible[unit - 1].number.value, "a": right.value},
        rule_of(result, layer).name,
        symbol.text,
        neighbours=tuple(
            Part(Symbol("a", layer, indices(result, each)).text,
                 activation_value(result, layer, each).value)
            for each in others(count, unit)
        ),
    )  # fmt: skip
    below_line = " + ".join(rf"e^{{{numeral_tex(each.number)}}}" for each in visible)
    hints = (
        Hint(rf"{symbol.tex} = {rule_of(result, layer).tex}"),
        Hint(
            rf"{symbol.tex} = \frac{{e^{{{numeral_tex(visible[unit - 1].number)}}}}}"
            rf"{{{below_line}}}"
        ),
    )
    return Draft(situation, step.kind, symbol.tex, symbol.text, right, visible, (formula,), hints,
                 _about())  # fmt: skip


def _cost(result: SimulationResult, step: Step) -> Draft | None:
    network = result.project.network
    cost, count = cost_of(network.cost), network.layers[-1].units
    if count > _MOST_OUTPUTS:
        return None
    letter = "y" if cost.uses_targets else "r"
    outputs = [activation_value(result, step.depth, each) for each in range(1, count + 1)]
    targets = [target_value(result, each) for each in range(1, count + 1)]
    lone = count == 1
    shown_a = [quantity("a", step.depth, indices(result, unit), each, lone=lone)
               for unit, each in enumerate(outputs, start=1)]  # fmt: skip
    shown_y = [quantity(letter, None, indices(result, unit), each, lone=lone)
               for unit, each in enumerate(targets, start=1)]  # fmt: skip

    def formula(numbers: Numbers) -> float:
        a = np.array([[numbers[each.name] for each in shown_a]])
        y = np.array([[numbers[each.name] for each in shown_y]])
        with np.errstate(all="ignore"):
            return float(np.asarray(cost.sample_costs(a, y))[0])

    symbols, right = cost_formula(result)
    situation = Situation(
        Topic.COST_VALUE,
        right.value,
        {"a": outputs[0].value, "y": targets[0].value, "n": float(count)} if lone
        else {"n": float(count)},
        cost.name,
        COST_SYMBOL.text,
    )  # fmt: skip
    second = Hint(rf"{symbols},\ {_given(shown_a, shown_y)}")
    return Draft(situation, step.kind, COST_SYMBOL.tex, COST_SYMBOL.text, right,
                 (*shown_a, *shown_y), (formula,), (Hint(symbols), second), _about())  # fmt: skip


def _given(*groups: list[Visible]) -> str:
    texts = []
    for group in groups:
        for each in group:
            digits = each.name[1:].translate(_PLAIN)
            name = f"{each.name[0]}_{{{digits}}}" if digits else each.name
            texts.append(f"{name} = {factor_tex(each.number)}")
    return r",\ ".join(texts)


def _about() -> Message:
    return Message.of("Prediction", VALUE)


_PLAIN = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")

"""Questions of the forward lens: z or a of one unit, and the cost."""

from __future__ import annotations

import math
import random

import numpy as np

from gradsim.engine.costs import cost_of
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.digits import plain_subscript
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.card.formula import equals
from gradsim.viewmodels.step.card.layer_formulas import cost_formula
from gradsim.viewmodels.step.card.path_formulas import symbol_tex
from gradsim.viewmodels.step.numerals import factor_tex, numeral_tex
from gradsim.viewmodels.step.predict.building import VALUE, Draft, quantity
from gradsim.viewmodels.step.predict.layers import (
    MOST_SHOWN,
    below,
    indices,
    others,
    rule_of,
    slope_of,
    sum_of,
    units_below,
    units_of,
    value_of,
)
from gradsim.viewmodels.step.predict.question import Hint, Numbers, Visible
from gradsim.viewmodels.step.predict.situation import Part, Situation
from gradsim.viewmodels.step.predict.terms import summed
from gradsim.viewmodels.step.predict.topics import Topic
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.values import (
    activation_value,
    bias_value,
    pre_activation_value,
    target_value,
    weight_value,
)
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL, Step, StepKind, Symbol
from gradsim.viewmodels.step.walk.walk import Walk

_MOST_OUTPUTS = 3


def value_draft(
    walk: Walk, result: SimulationResult, index: int, chance: random.Random
) -> Draft | None:
    """The question after one unit's number in step `index` of a forward walk; None of a remedy."""
    step = walk.steps[index]
    unit = chance.randint(1, units_of(result, step.layer))
    match step.kind:
        case StepKind.PRE_ACTIVATION:
            return _weighted_sum(result, step, unit)
        case StepKind.ACTIVATION_VALUE:
            return _activated(result, step, unit)
        case StepKind.COST_VALUE:
            return _cost(result, step)
        case _:
            return None


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
        Hint(equals(symbol.tex, f"{name}(z)", *rule.tex.split(" = "))),
        Hint(rf"{symbol.tex} = {name}({numeral_tex(z)})"),
    )
    return Draft(situation, step.kind, symbol.tex, symbol.text, right, visible,
                 (lambda numbers: value(numbers["z"]),), hints, _about())  # fmt: skip


def _softmax(result: SimulationResult, step: Step, unit: int) -> Draft:
    """e^z over the sum of all; of many outputs the others' e^z are shown as one number r."""
    layer, count = step.layer, units_of(result, step.layer)
    right, rule = activation_value(result, layer, unit), rule_of(result, layer)
    symbol = Symbol("a", layer, indices(result, unit))
    all_z = [pre_activation_value(result, layer, each) for each in range(1, count + 1)]
    shown = range(1, count + 1) if count <= MOST_SHOWN else (unit,)
    by_unit = {each: quantity("z", layer, indices(result, each), all_z[each - 1]) for each in shown}
    own, visible = by_unit[unit], tuple(by_unit.values())
    rest = [z.value for each, z in enumerate(all_z, start=1) if each not in by_unit]
    if rest:
        with np.errstate(over="ignore"):
            summed_rest = float(np.exp(np.array(rest)).sum())
        words = Message.of("Prediction", _REST_OF_SOFTMAX)
        visible = (*visible, Visible("r", words, Scaled.of(summed_rest)))

    def formula(numbers: Numbers) -> float:
        powers = math.fsum(math.exp(numbers[each.name]) for each in by_unit.values())
        return math.exp(numbers[own.name]) / (powers + (numbers["r"] if rest else 0.0))

    situation = Situation(
        Topic.ACTIVATED,
        right.value,
        {"z": own.number.value, "a": right.value},
        rule.name,
        symbol.text,
        neighbours=tuple(
            Part(
                Symbol("a", layer, indices(result, each)).text,
                activation_value(result, layer, each).value,
            )
            for each in others(count, unit)
        ),
    )
    below_line = " + ".join(rf"e^{{{numeral_tex(each.number)}}}" for each in by_unit.values())
    if rest:
        below_line = f"{below_line} + {numeral_tex(visible[-1].number)}"
    above_line = rf"e^{{{numeral_tex(own.number)}}}"
    hints = (
        Hint(rf"{symbol.tex} = {rule.tex}"),
        Hint(rf"{symbol.tex} = \frac{{{above_line}}}{{{below_line}}}"),
    )
    return Draft(
        situation, step.kind, symbol.tex, symbol.text, right, visible, (formula,), hints, _about()
    )


def _cost(result: SimulationResult, step: Step) -> Draft:
    """C of the sample; of many outputs those that cost most, the others' share as one number r."""
    network = result.project.network
    cost, count = cost_of(network.cost), network.layers[-1].units
    outputs = [activation_value(result, step.depth, each) for each in range(1, count + 1)]
    targets = [target_value(result, each) for each in range(1, count + 1)]
    share = 1.0 / count if cost.name == "mean_squared_error" else 1.0

    def alone(a: float, y: float) -> float:
        with np.errstate(all="ignore"):
            return share * float(np.asarray(cost.sample_costs(np.array([[a]]), np.array([[y]])))[0])

    each_costs = [alone(a.value, y.value) for a, y in zip(outputs, targets, strict=True)]
    shown = list(range(1, count + 1))
    if count > _MOST_OUTPUTS:
        shown.sort(key=lambda unit: -abs(each_costs[unit - 1]))
        shown = sorted(shown[: _MOST_OUTPUTS - 1])
    letter, lone = "y" if cost.uses_targets else "r", count == 1
    pairs = [
        (
            quantity("a", step.depth, indices(result, unit), outputs[unit - 1], lone=lone),
            quantity(letter, None, indices(result, unit), targets[unit - 1], lone=lone),
        )
        for unit in shown
    ]
    visible = tuple(each for pair in pairs for each in pair)
    rest = [each for unit, each in enumerate(each_costs, start=1) if unit not in shown]
    if rest:
        words = Message.of("Prediction", _REST_OF_COST)
        visible = (*visible, Visible("s", words, Scaled.of(sum_of(rest))))

    def formula(numbers: Numbers) -> float:
        costs = (alone(numbers[one.name], numbers[other.name]) for one, other in pairs)
        return math.fsum((*costs, numbers["s"] if rest else 0.0))

    symbols, right = cost_formula(result)
    numbers = {"n": float(count)}
    if lone:
        numbers |= {"a": outputs[0].value, "y": targets[0].value}
    situation = Situation(
        Topic.COST_VALUE, right.value, numbers, cost.name, COST_SYMBOL.text,
        parts=tuple(Part(f"{one.name}, {other.name}", alone(one.number.value, other.number.value))
                    for one, other in pairs),
    )  # fmt: skip
    second = Hint(rf"{symbols},\ {_given(visible)}")
    return Draft(situation, step.kind, COST_SYMBOL.tex, COST_SYMBOL.text, right, visible,
                 (formula,), (Hint(symbols), second), _about())  # fmt: skip


def _given(visible: tuple[Visible, ...]) -> str:
    texts = []
    for each in visible:
        digits = plain_subscript(each.name[1:])
        name = f"{each.name[0]}_{{{digits}}}" if digits else each.name
        texts.append(rf"{name}\!=\!{factor_tex(each.number)}")
    return r",\ ".join(texts)


def _about() -> Message:
    return Message.of("Prediction", VALUE)


_REST_OF_SOFTMAX = QT_TRANSLATE_NOOP("Prediction", "the sum of eᶻ over the other outputs")
_REST_OF_COST = QT_TRANSLATE_NOOP("Prediction", "what the other outputs cost together")

"""The formulas of one path's scalar factors, with the numbers of its units put in."""

from __future__ import annotations

import re

from gradsim.engine.activations import activation_of
from gradsim.engine.costs import cost_of
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.card.formula import Formula, equals, with_result
from gradsim.viewmodels.step.card.remedied_path_formulas import named_slope, remedied_factor
from gradsim.viewmodels.step.numerals import factor_tex, numeral_tex
from gradsim.viewmodels.step.values import (
    activation_value,
    argument_value,
    branch_value,
    target_value,
)
from gradsim.viewmodels.step.walk.remedy_values import argument_of
from gradsim.viewmodels.step.walk.steps import Family, Step, StepKind, Symbol
from gradsim.viewmodels.step.walk.walk import Walk

_BRACKETED = re.compile(r"-\(([\d.]+)\)(?!\^)")
"""A minus before a bracketed number that needs no brackets."""


def formula(walk: Walk, result: SimulationResult, index: int) -> Formula:
    """The formula of the factor `index` of a parameter walk."""
    step = walk.steps[index]
    assert step.value is not None
    match step.kind:
        case StepKind.COST:
            symbols, numbers = _cost(step, result)
        case StepKind.SHORTCUT:
            symbols, numbers = _shortcut(step, result)
        case StepKind.ACTIVATION:
            symbols, numbers = _activation(step, result)
        case StepKind.BIAS:
            symbols, numbers = "1", ""
        case StepKind.WEIGHTS:
            symbols = step.multiplied.tex
            numbers = numeral_tex(step.value)
        case _ if step.family is Family.REMEDY:
            symbols, numbers = remedied_factor(step, result)
        case StepKind.PREVIOUS_ACTIVATION:
            symbols = Symbol("w", step.layer, _indices(step, step.unit, step.source)).tex
            numbers = numeral_tex(step.value)
        case _:
            raise AssertionError(step.kind)
    return Formula(
        equals(step.tex, symbols),
        step.symbol,
        with_result(numbers, step.value) if numbers else "",
    )


def _indices(step: Step, *units: int | None) -> tuple[int, ...]:
    return () if step.bare else tuple(unit for unit in units if unit)


def _cost(step: Step, result: SimulationResult) -> tuple[str, str]:
    cost = cost_of(result.project.network.cost)
    assert step.unit is not None
    assert step.value is not None
    output, target = (
        activation_value(result, step.depth, step.unit),
        target_value(result, step.unit),
    )
    index = "" if step.bare else Symbol("", None, (step.unit,)).tex
    formula = cost.derivative_tex.replace("_j", index)
    units = result.project.network.layers[-1].units
    numbers = cost.with_numbers(numeral_tex(output), numeral_tex(target), str(units))
    return formula, _BRACKETED.sub(r"-\1", numbers)


def _shortcut(step: Step, result: SimulationResult) -> tuple[str, str]:
    assert step.unit is not None
    output = activation_value(result, step.depth, step.unit)
    target = target_value(result, step.unit)
    units = _indices(step, step.unit)
    symbols = f"{Symbol('a', step.depth, units).tex} - {Symbol('y', None, units).tex}"
    return symbols, f"{numeral_tex(output)} - {factor_tex(target)}"


def _activation(step: Step, result: SimulationResult) -> tuple[str, str]:
    choice = result.project.network.layers[step.layer - 1].activation
    rule = activation_of(choice)
    assert step.unit is not None
    assert step.value is not None
    if not rule.elementwise:
        return _softmax(step, result)
    z = argument_value(result, step.layer, step.unit)
    a = branch_value(result, step.layer, step.unit)
    numbers = rule.with_numbers(numeral_tex(z), numeral_tex(a), numeral_tex(step.value))
    argument = argument_of(step, result)
    return named_slope(symbol_tex(rule.symbol), argument, rule.derivative_tex), numbers


def _softmax(step: Step, result: SimulationResult) -> tuple[str, str]:
    assert step.unit is not None
    source = step.source or step.unit
    own = activation_value(result, step.layer, step.unit)
    if source == step.unit:
        name = Symbol("a", None, (step.unit,)).tex
        return rf"{name}\,(1-{name})", rf"{numeral_tex(own)}\,(1-{numeral_tex(own)})"
    other = activation_value(result, step.layer, source)
    return (
        rf"-{Symbol('a', None, (step.unit,)).tex}\,{Symbol('a', None, (source,)).tex}",
        rf"-{numeral_tex(own)} \times {numeral_tex(other)}",
    )


def symbol_tex(symbol: str) -> str:
    """An activation's short symbol inside a formula: letters upright, σ as itself."""
    if symbol == "σ":
        return r"\sigma"
    return "f" if len(symbol) > 6 else rf"\mathrm{{{symbol}}}"

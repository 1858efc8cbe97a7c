"""What the questions of several lenses share: ∂C/∂a or a − y of an output, hints for a slope."""

from __future__ import annotations

import re

import numpy as np

from gradsim.engine.costs import cost_of
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.card.formula import equals
from gradsim.viewmodels.step.card.path_formulas import symbol_tex
from gradsim.viewmodels.step.numerals import factor_tex, numeral_tex
from gradsim.viewmodels.step.predict.building import (
    STANDS_THERE,
    Draft,
    quantity,
)
from gradsim.viewmodels.step.predict.layers import (
    cost_derivatives,
    indices,
    others,
    rule_of,
)
from gradsim.viewmodels.step.predict.question import Hint, Numbers, Visible
from gradsim.viewmodels.step.predict.situation import Part, Situation
from gradsim.viewmodels.step.predict.topics import Topic
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.values import (
    activation_value,
    pre_activation_value,
    target_value,
)
from gradsim.viewmodels.step.walk.steps import Step, StepKind, Symbol

_BRACKETED = re.compile(r"-\(([\d.]+)\)")
"""A minus before a bracketed number that needs no brackets."""


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
        else stands(Symbol(letter, None, indices(result, unit)).text)
    )
    hints = Hint(rf"{step_asked.tex} = {symbols}"), second
    return Draft(situation, StepKind.COST, step_asked.tex, step_asked.symbol, right,
                 tuple(shown), (formula,), hints)  # fmt: skip


def shortcut_draft(
    result: SimulationResult, step: Step, unit: int, right: Scaled, about: Message
) -> Draft:
    """∂C/∂z of one output (∂C/∂u after a normalization) of a fused pair: a − y."""
    depth = step.depth
    a, y = activation_value(result, depth, unit), target_value(result, unit)
    shown = (
        quantity("a", depth, indices(result, unit), a, lone=True),
        quantity("y", None, indices(result, unit), y, lone=True),
    )

    def asked(each: int) -> Step:
        return Step(StepKind.SHORTCUT, depth, depth, unit=each, bare=step.bare, of=step.of)

    fused = next(factor for factor in result.factors if factor.fused)
    exponent = int(np.asarray(fused.product_exponent))
    own = asked(unit)
    situation = Situation(
        Topic.SHORTCUT,
        right.value,
        {"a": a.value, "y": y.value},
        "",
        own.symbol,
        neighbours=tuple(
            Part(asked(each).symbol, Scaled.of(float(fused.product[0, each - 1]), exponent).value)
            for each in others(fused.product.shape[-1], unit)
        ),
    )
    hints = (
        Hint(f"{own.tex} = a-y"),
        Hint(f"{own.tex} = {numeral_tex(a)}-{factor_tex(y)}"),
    )
    return Draft(situation, step.kind, own.tex, own.symbol, right, shown,
                 (lambda numbers: numbers["a"] - numbers["y"],), hints, about)  # fmt: skip


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


def visible_tex(letter: str, layer: int, result: SimulationResult, *units: int) -> str:
    """The TeX of a quantity of `layer`."""
    return Symbol(letter, layer, indices(result, *units)).tex


def stands(symbol: str) -> Hint:
    """The hint that there is nothing to compute."""
    return Hint(sentence=Message.of("Prediction", STANDS_THERE, symbol=symbol))

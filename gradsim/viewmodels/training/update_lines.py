"""The last step of one weight as lines: what the rule says in symbols, and the same in numbers."""

from __future__ import annotations

from dataclasses import dataclass

from gradsim.engine.training.last_update import WeightUpdate
from gradsim.engine.training.plan import Plan
from gradsim.viewmodels.step.steps import Symbol, gradient_text
from gradsim.viewmodels.words import MINUS, number

_DIGITS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """left = formula = numbers; where there is nothing to put in, `numbers` is the value alone."""

    left: str
    formula: str
    numbers: str

    @property
    def text(self) -> str:
        """In one piece."""
        return f"{self.left} = {self.formula} = {self.numbers}"


def update_lines(update: WeightUpdate, plan: Plan, weight: Symbol) -> tuple[Line, ...]:
    """g, the terms of the rule, and the weight before and after.

    g is written as it was made: ∂C/∂w, what the penalties add, and how it was clipped.
    """
    w = weight.text
    made = gradient_text(weight)
    if plan.l2:
        made += f" + λ₂ {w}"
    if plan.l1:
        made += f" + λ₁ sign {w}"
    if plan.clip != "none":
        made = f"clip({made})"
    lines = [Line("g", made, _shown(update.gradient))]
    for term in update.terms:
        told = term.pattern.format(*map(_inner, term.numbers))
        left = f"Δ{w}" if term.symbol == "Δw" else term.symbol
        lines.append(Line(left, term.formula, f"{told} = {_shown(term.value)}"))
    change = update.terms[-1].value
    lines.append(
        Line(
            w,
            f"{w} + Δ{w}",
            f"{_shown(update.before)} + {_inner(change)} = {_shown(update.after)}",
        )
    )
    return tuple(lines)


def _shown(value: float) -> str:
    return number(value, _DIGITS)


def _inner(value: float) -> str:
    """A number within a formula: in brackets where it is negative, or written as a power."""
    text = number(value)
    return f"({text})" if text.startswith(MINUS) or "·" in text else text

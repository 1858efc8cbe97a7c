"""The last step of one weight as lines: what the rule says in symbols, and the same in numbers."""

from __future__ import annotations

from msgspec import Struct

from gradsim.engine.network import Network
from gradsim.engine.remedies import normalization_of
from gradsim.engine.remedies.drawing import normalized_units
from gradsim.engine.training.last_update import WeightUpdate
from gradsim.engine.training.plan import Plan
from gradsim.viewmodels.step.walk.steps import Symbol, gradient_text
from gradsim.viewmodels.words import MINUS, number

_DIGITS = 5


class Line(Struct, frozen=True):
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

    g is written as it was made: ∂C/∂w, what the penalties add, and how it was clipped. Where
    max-norm holds the weights of the unit, its factor stands at the end. γ and β meet neither.
    """
    w = weight.text
    made = gradient_text(weight)
    if weight.letter == "w":
        if plan.l2:
            made += f" + λ₂ {w}"
        if plan.l1:
            made += f" + λ₁ sign {w}"
        # The first layer is handed no gradient on, so Ω has no term there.
        if plan.omega and (weight.layer or 0) > 1:
            made += f" + λ ∂Ω/∂{w}"
    if plan.clip != "none":
        made = f"clip({made})"
    lines = [Line("g", made, _shown(update.gradient))]
    for term in update.terms:
        told = term.pattern.format(*map(_inner, term.numbers))
        left = f"Δ{w}" if term.symbol == "Δw" else term.symbol
        lines.append(Line(left, term.formula, f"{told} = {_shown(term.value)}"))
    change = update.terms[-1].value
    formula, told = f"{w} + Δ{w}", f"{_shown(update.before)} + {_inner(change)}"
    if plan.max_norm and weight.letter == "w":
        formula = f"({formula}) × min(1, c/‖w‖)"
        told = f"({told}) × {_shown(update.held)}"
    lines.append(Line(w, formula, f"{told} = {_shown(update.after)}"))
    return tuple(lines)


def learned_counts(network: Network, layer: int) -> dict[str, tuple[int, ...]]:
    """What layer `layer` learns, by letter: of w how many units and sources, of γ and β units."""
    widths = network.widths
    found: dict[str, tuple[int, ...]] = {"w": (widths[layer], widths[layer - 1])}
    normalization = network.layers[layer - 1].normalization
    if normalization is not None:
        found["γ"] = (normalized_units(network, layer),)
        if normalization_of(normalization).shifts:
            found["β"] = found["γ"]
    return found


def _shown(value: float) -> str:
    return number(value, _DIGITS)


def _inner(value: float) -> str:
    """A number within a formula: in brackets where it is negative, or written as a power."""
    text = number(value)
    return f"({text})" if text.startswith(MINUS) or "·" in text else text

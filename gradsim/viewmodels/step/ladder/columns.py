"""The columns of the ladder: each factor as a scalar, with indices, and as a matrix."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.activations import activation_of
from gradsim.engine.network import Network
from gradsim.viewmodels.notation import current
from gradsim.viewmodels.step.card.path_formulas import symbol_tex
from gradsim.viewmodels.step.card.plain_formula import plain_formula
from gradsim.viewmodels.step.ladder.lettered import (
    lettered_step,
    lettered_tex,
    lettered_text,
    short_form,
)
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.walk.steps import Step, StepKind, Symbol
from gradsim.viewmodels.step.walk.walk import Lens, Walk

State = Literal["done", "current", "future"]
UNKNOWN = "?"

_FORWARD_KIND = {
    StepKind.COST: StepKind.COST_VALUE,
    StepKind.ACTIVATION: StepKind.ACTIVATION_VALUE,
    StepKind.PREVIOUS_ACTIVATION: StepKind.PRE_ACTIVATION,
    StepKind.WEIGHTS: StepKind.PRE_ACTIVATION,
    StepKind.BIAS: StepKind.PRE_ACTIVATION,
}


class Written(Struct, frozen=True):
    """A formula as TeX with its plain stand-in."""

    tex: str
    text: str


class Column(Struct, frozen=True):
    """One factor on the three rungs.

    index : its place from the cost on. step : the factor of the path, with its units.
    walk_index : the step of the open walk that stands for it, where there is one.
    scalar, scalar_form : ∂a^(L)/∂z^(L) and what it is, σ′(z^(L)).
    indexed, number : the same of the path's units, and its number ("?" before it is revealed).
    matrix, shape : diag σ′, (W^(l))ᵀ, … and "3 × 2".
    """

    index: int
    step: Step
    walk_index: int | None
    state: State
    scalar: Written
    scalar_form: Written
    indexed: Written
    number: str
    matrix: Written
    shape: str


def columns_of(
    network: Network, path_steps: tuple[Step, ...], walk: Walk, position: int
) -> tuple[Column, ...]:
    """The columns of the path `path_steps`, as far revealed as `walk` is at `position`."""
    places = {(step.kind, step.layer): index for index, step in enumerate(walk.steps)}
    found: list[Column] = []
    for index, step in enumerate(path_steps):
        kind = _FORWARD_KIND[step.kind] if walk.lens == Lens.FORWARD else step.kind
        place = places.get((kind, step.layer))
        found.append(_column(network, index, step, place, _state(place, position)))
    return tuple(found)


def _state(place: int | None, position: int) -> State:
    if place is None or place >= position:
        return "future"
    return "current" if place == position - 1 else "done"


def _column(network: Network, index: int, step: Step, place: int | None, state: State) -> Column:
    chain = lettered_step(step)
    form = short_form(chain, network)
    number = UNKNOWN if state == "future" or step.value is None else numeral(step.value)
    matrix, shape = _matrix(network, step)
    return Column(
        index,
        step,
        place,
        state,
        Written(lettered_tex(chain.tex), lettered_text(chain.symbol)),
        Written(form, plain_formula(form)),
        Written(step.tex, step.symbol),
        number,
        matrix,
        shape,
    )


def _matrix(network: Network, step: Step) -> tuple[Written, str]:
    """The factor as a matrix with its shape; in numerator layout gradients are rows, and W stands
    as it is."""
    layer, rows = step.layer, current().transposed
    units, inputs = network.layers[layer - 1].units, network.fan_in(layer)
    match step.kind:
        case StepKind.COST | StepKind.SHORTCUT:
            form = short_form(replace(step, unit=None, bare=True), network)
            shape = _shape(1, units) if rows else _shape(units, 1)
            return Written(form, plain_formula(form)), shape
        case StepKind.ACTIVATION:
            rule = activation_of(network.layers[layer - 1].activation)
            z = Symbol("z", layer)
            if not rule.elementwise:
                form = rule.derivative_tex
                return Written(form, plain_formula(form)), _shape(units, units)
            tex = rf"\mathrm{{diag}}\,{symbol_tex(rule.symbol)}^{{\prime}}({z.tex})"
            return Written(tex, f"diag {rule.symbol}′({z.text})"), _shape(units, units)
        case StepKind.WEIGHTS:
            below = Symbol("a", layer - 1) if layer > 1 else Symbol("x")
            if rows:
                return Written(below.tex, below.text), _shape(inputs, 1)
            return Written(rf"({below.tex})^{{T}}", f"({below.text})ᵀ"), _shape(1, inputs)
        case StepKind.BIAS:
            return Written("1", "1"), _shape(1, 1)
        case StepKind.PREVIOUS_ACTIVATION:
            matrix = Symbol("W", layer)
            if rows:
                return Written(matrix.tex, matrix.text), _shape(units, inputs)
            return Written(rf"({matrix.tex})^{{T}}", f"({matrix.text})ᵀ"), _shape(inputs, units)
        case _:
            raise AssertionError(step.kind)


def _shape(rows: int, columns: int) -> str:
    return f"{rows:,} × {columns:,}"

"""The formulas of remedies: normalization, dropout, residual connections and penalties."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.chain import FactorKind
from gradsim.engine.options import Choice
from gradsim.engine.remedies import Normalization, normalization_of
from gradsim.engine.remedies.letters import letters_of
from gradsim.viewmodels.notation import current
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.formula import Formula, Grid, equals
from gradsim.viewmodels.step.numerals import factor_tex, numeral, numeral_tex
from gradsim.viewmodels.step.penalties import penalty_of, terms_tex, terms_text
from gradsim.viewmodels.step.remedy_values import value_of
from gradsim.viewmodels.step.running import is_single, left_by, met_by, size_of
from gradsim.viewmodels.step.steps import Step, StepKind, Symbol, gradient_tex, gradient_text
from gradsim.viewmodels.step.walk import Walk

Array = npt.NDArray[Any]

VALUES = frozenset({StepKind.NORMALIZED_VALUE, StepKind.DROPPED_VALUE, StepKind.RESIDUAL_VALUE})


def value_formula(step: Step, result: SimulationResult) -> Formula:
    """u = N(z), d = m/(1 − p) ⊙ h, or a = a⁽ˡ⁻¹⁾ + α·(branch)."""
    forward, number = result.forward, step.layer
    inner = forward.layers[number - 1].inner
    assert inner is not None
    letters = letters_of(result.project.network, number)
    values, exponent = value_of(step, result)
    here = step.numerator
    end = Grid(here.text, _columns(values), exponent, "=")
    if step.kind is StepKind.NORMALIZED_VALUE:
        start = _symbol(letters[FactorKind.normalization][1])
        entry = _normalization(result, number)
        right = entry.tex.replace("z", "{" + start.tex + "}")
        before = forward.layers[number - 1].pre_activation
        if inner.activates_first:
            before = _below(result, number)
        two = (Grid(start.text, _columns(before)), _joined(end, "→"))
        return Formula(f"{here.tex} = {right}", f"{here.text} = {entry.symbol}({start.text})",
                       grids=two)  # fmt: skip
    if step.kind is StepKind.DROPPED_VALUE:
        h, mask = _symbol(letters[FactorKind.dropout][1]), inner.mask
        assert mask is not None
        grids = (Grid(h.text, _columns(inner.value)),
                 Grid("m/(1−p)", _columns(mask), 0, "⊙"), end)  # fmt: skip
        return Formula(rf"{here.tex} = \frac{{m}}{{1 - p}} \odot {h.tex}",
                       f"{here.text} = m/(1−p) ⊙ {h.text}", grids=grids)  # fmt: skip
    assert inner.residual is not None
    branch, below = _symbol(letters[FactorKind.residual][1]), Symbol("a", number - 1)
    scale = factor_tex(inner.residual.scale)
    past_tex = below.tex if inner.projection is None else rf"P\,{below.tex}"
    past_text = below.text if inner.projection is None else f"P {below.text}"
    before = _below(result, number)
    past = before if inner.projection is None else before @ inner.projection.T
    grids = (Grid(past_text, _columns(past)),
             Grid(f"α {branch.text}", _columns(values - past), 0, "+"), end)  # fmt: skip
    return Formula(rf"{here.tex} = {past_tex} + {scale}\,{branch.tex}",
                   f"{here.text} = {past_text} + α {branch.text}", grids=grids)  # fmt: skip


def factor_formula(walk: Walk, result: SimulationResult, index: int) -> Formula:
    """What a remedy makes of the gradient that meets it."""
    step, factor = walk.steps[index], walk.factors[index]
    below = step.denominator
    assert below is not None
    gradient, name = gradient_tex(below), gradient_text(below)
    arriving = gradient_tex(step.numerator)
    shift, met = int(np.asarray(factor.product_exponent)), int(np.asarray(factor.upstream_exponent))
    upstream = Grid(gradient_text(step.numerator), _gradient(factor.upstream), met)
    end = Grid(name, _gradient(factor.product), shift, "=")
    match step.kind:
        case StepKind.RESIDUAL:
            alpha = float(factor.local.ravel()[0])
            right = rf"{factor_tex(alpha)}\,{arriving}"
            return Formula(equals(gradient, rf"\alpha\,{arriving}", right), name,
                           grids=(upstream, _joined(end, f"× {numeral(alpha)} =")))  # fmt: skip
        case StepKind.DROPOUT:
            mask = Grid("m/(1−p)", _gradient(factor.local), 0, "⊙")
            return Formula(equals(gradient, rf"{arriving} \odot \frac{{m}}{{1 - p}}"), name,
                           grids=(upstream, mask, end))  # fmt: skip
        case StepKind.NORMALIZATION_SCALE:
            standard = Grid("x̂", _gradient(factor.local), 0, "⊙")
            return Formula(equals(gradient, rf"\sum_n {arriving} \odot \hat{{x}}"), name,
                           grids=(upstream, standard, _joined(end, "Σ =")))  # fmt: skip
        case StepKind.NORMALIZATION_SHIFT:
            return Formula(equals(gradient, rf"\sum_n {arriving}"), name,
                           grids=(upstream, _joined(end, "Σ =")))  # fmt: skip
        case StepKind.NORMALIZATION:
            return _normalized_back(result, step, gradient, name, arriving, upstream, end)
        case StepKind.SKIP:
            return _skip(walk, index, gradient, name, upstream, end)
        case _:
            return _penalized(walk, result, index)


def _normalized_back(
    result: SimulationResult,
    step: Step,
    gradient: str,
    name: str,
    arriving: str,
    upstream: Grid,
    end: Grid,
) -> Formula:
    inner = result.forward.layers[step.layer - 1].inner
    assert inner is not None
    normalized = inner.normalized
    assert normalized is not None
    if not normalized.coupled:
        right = r"\frac{\gamma}{\sqrt{v + \epsilon}} \odot g"
    else:
        right = _normalization(result, step.layer).derivative_tex
    meant = rf",\; g = {arriving}" if "h" not in right.replace("hat", "") else (
        rf",\; h = \gamma \odot {arriving}"
    )  # fmt: skip
    standard = Grid("x̂", _gradient(normalized.standard), 0, ",")
    grids = (upstream, standard, _joined(end, "→"))
    return Formula(f"{gradient} = {right}{meant}", name, grids=grids)


def _penalized(walk: Walk, result: SimulationResult, index: int) -> Formula:
    """∂C/∂W⁽ˡ⁾ + λW⁽ˡ⁾, the penalties written out one by one."""
    step, factor = walk.steps[index], walk.factors[index]
    below = step.denominator
    assert below is not None
    penalty = penalty_of(result)
    gradient, name = gradient_tex(below), gradient_text(below)
    symbols = f"{gradient} + {terms_tex(penalty, below)}"
    text = terms_text(penalty, below)
    met, left = int(np.asarray(factor.upstream_exponent)), int(np.asarray(factor.product_exponent))
    if is_single(factor):
        arrived, end = met_by(walk, result, index), left_by(walk, result, index)
        added = factor_tex(size_of(factor.local, factor.local_exponent))
        numbers = f"= {numeral_tex(arrived)} + {added} = {numeral_tex(end)}"
        return Formula(symbols, f"{name} + {text}", numbers, f"= {numeral(end)}")
    grids = (
        Grid(name, _matrix(factor.upstream), met),
        Grid(text, _matrix(factor.local), 0, "+"),
        Grid(f"{name} + {text}", _matrix(factor.product), left, "="),
    )
    return Formula(symbols, f"{name} + {text}", grids=grids)


def _skip(walk: Walk, index: int, gradient: str, name: str, upstream: Grid, end: Grid) -> Formula:
    """∂C/∂a⁽ˡ⁻¹⁾ = what came through the layer + ∂C/∂a⁽ˡ⁾."""
    step, factor = walk.steps[index], walk.factors[index]
    number = step.layer
    arrived = next(
        each for each in walk.factors if each.layer == number and each.kind is FactorKind.residual
    )
    above = Symbol("a", number)
    past = arrived.upstream
    label_tex, label = gradient_tex(above), gradient_text(above)
    if factor.local.ndim > 1:
        past = past @ factor.local
        label_tex = rf"P^{{T}}\,{label_tex}"
        label = f"Pᵀ {label}"
    through = Grid(f"{name} ({step.layer})", _gradient(factor.upstream), upstream.exponent)
    grids = (through,
             Grid(label, _gradient(past), int(np.asarray(arrived.upstream_exponent)), "+"),
             end)  # fmt: skip
    return Formula(rf"{gradient} \leftarrow {gradient} + {label_tex}", f"{name} + {label}",
                   grids=grids)  # fmt: skip


def _normalization(result: SimulationResult, number: int) -> Normalization:
    choice = result.project.network.layers[number - 1].normalization
    assert isinstance(choice, Choice)
    return normalization_of(choice)


def _below(result: SimulationResult, number: int) -> Array:
    """a⁽ˡ⁻¹⁾ as plain numbers."""
    if number == 1:
        return result.forward.inputs
    below = result.forward.layers[number - 2]
    return np.ldexp(below.activation, int(np.asarray(below.exponent)))


def _symbol(variable: Any) -> Symbol:
    return Symbol(variable.letter, variable.layer)


def _columns(values: Array) -> Array:
    return np.atleast_2d(values).T


def _matrix(values: Array) -> Array:
    """A gradient by a matrix: of its shape, or of its transpose's in numerator layout."""
    return values.T if current().transposed else values


def _gradient(values: Array) -> Array:
    """Units down, samples across; the other way round in numerator layout."""
    rows = np.atleast_2d(values)
    return rows if current().transposed else rows.T


def _joined(grid: Grid, join: str) -> Grid:
    return Grid(grid.label, grid.values, grid.exponent, join)

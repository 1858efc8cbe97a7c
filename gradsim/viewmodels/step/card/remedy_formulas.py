"""The formulas of remedies: normalization, dropout, residual connections and penalties."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.chain import FactorKind
from gradsim.engine.options import Choice
from gradsim.engine.remedies import Normalization, normalization_of
from gradsim.engine.remedies.letters import letters_of
from gradsim.engine.remedies.passing import Inner
from gradsim.viewmodels.notation import current
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.card.formula import Formula, Grid, equals
from gradsim.viewmodels.step.card.penalties import penalty_of, terms_tex, terms_text
from gradsim.viewmodels.step.numerals import factor_tex, numeral, numeral_tex
from gradsim.viewmodels.step.walk.remedy_values import value_of
from gradsim.viewmodels.step.walk.running import is_single, left_by, met_by, size_of
from gradsim.viewmodels.step.walk.steps import Step, StepKind, Symbol, gradient_tex, gradient_text
from gradsim.viewmodels.step.walk.walk import Walk

Array = npt.NDArray[Any]

VALUES = frozenset({StepKind.NORMALIZED_VALUE, StepKind.DROPPED_VALUE, StepKind.RESIDUAL_VALUE})


def value_formula(step: Step, result: SimulationResult) -> Formula:
    """u = N(z), d = m/(1 − p) ⊙ h, or a = a⁽ˡ⁻¹⁾ + α·(branch)."""
    number = step.layer
    inner = _inner(result, number)
    letters = letters_of(result.project.network, number)
    values, exponent = value_of(step, result)
    here = step.numerator
    end = Grid(here.text, _columns(values), exponent, "=")
    if step.kind is StepKind.NORMALIZED_VALUE:
        return _normalized(step, result, end)
    if step.kind is StepKind.DROPPED_VALUE:
        h, mask = _symbol(letters[FactorKind.dropout][1]), inner.mask
        assert mask is not None
        grids = (Grid(h.text, _columns(inner.value)),
                 Grid("m/(1−p)", _columns(mask), 0, "⊙"), end)  # fmt: skip
        return Formula(rf"{here.tex} = \frac{{m}}{{1 - p}} \odot {h.tex}",
                       f"{here.text} = m/(1−p) ⊙ {h.text}", grids=grids)  # fmt: skip
    assert inner.residual is not None
    branch, below = _symbol(letters[FactorKind.residual][1]), Symbol("a", number - 1)
    scaled = _times(inner.residual.scale, branch.tex)
    past_tex = below.tex if inner.projection is None else rf"P\,{below.tex}"
    past_text = below.text if inner.projection is None else f"P {below.text}"
    before = _below(result, number)
    past = before if inner.projection is None else before @ inner.projection.T
    grids = (Grid(past_text, _columns(past)),
             Grid(f"α {branch.text}", _columns(values - past), 0, "+"), end)  # fmt: skip
    return Formula(rf"{here.tex} = {past_tex} + {scaled}",
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
    many = result.forward.samples > 1
    total, equal = (r"\sum_n ", "Σ =") if many else ("", "=")
    match step.kind:
        case StepKind.RESIDUAL:
            alpha = float(factor.local.ravel()[0])
            right = _times(alpha, arriving)
            return Formula(equals(gradient, rf"\alpha\,{arriving}", right), name,
                           grids=(upstream, _joined(end, f"× {numeral(alpha)} =")))  # fmt: skip
        case StepKind.DROPOUT:
            mask = Grid("m/(1−p)", _gradient(factor.local), 0, "⊙")
            return Formula(equals(gradient, rf"{arriving} \odot \frac{{m}}{{1 - p}}"), name,
                           grids=(upstream, mask, end))  # fmt: skip
        case StepKind.NORMALIZATION_SCALE:
            standard = Grid("x̂", _gradient(factor.local), 0, "⊙")
            return Formula(equals(gradient, rf"{total}{arriving} \odot \hat{{x}}"), name,
                           grids=(upstream, standard, _joined(end, equal)))  # fmt: skip
        case StepKind.NORMALIZATION_SHIFT:
            return Formula(equals(gradient, f"{total}{arriving}"), name,
                           grids=(upstream, _joined(end, equal)))  # fmt: skip
        case StepKind.NORMALIZATION:
            return _normalized_back(result, step, gradient, name, arriving, upstream, end)
        case StepKind.SKIP:
            return _skip(walk, index, gradient, name, end)
        case StepKind.PENALTY:
            return _penalized(walk, result, index)
        case _:
            raise AssertionError(step.kind)


def _normalized(step: Step, result: SimulationResult, end: Grid) -> Formula:
    """u = γ (x − μ)/√(v + ε) + β, with what stands in it."""
    number, inner = step.layer, _inner(result, step.layer)
    normalized, values = inner.normalized, result.forward.parameters.remedies[number - 1]
    assert normalized is not None
    assert values is not None
    start = _symbol(letters_of(result.project.network, number)[FactorKind.normalization][1])
    entry, here = _normalization(result, number), step.numerator
    right = entry.tex.replace("z", "{" + start.tex + "}")
    before = result.forward.layers[number - 1].pre_activation
    if inner.activates_first:
        before = _below(result, number)
    learned = [Grid("γ", _columns(normalized.scale), 0, ",")]
    if values.shift is not None:
        learned.append(Grid("β", _columns(values.shift), 0, ","))
    spread = _spread(result, number, before)
    numbers = ""
    if all(grid.values.size == 1 for grid in spread):
        # Of one sample they are single numbers, which the formula itself has room for.
        *mean, divisor = (factor_tex(float(grid.values[0, 0])) for grid in spread)
        over = f"{start.tex} - {mean[0]}" if mean else start.tex
        shift = r" + \beta" if entry.shifts else ""
        numbers = rf"= \gamma \frac{{{over}}}{{{divisor}}}{shift}"
        spread = ()
    grids = (Grid(start.text, _columns(before)), *spread, *learned, _joined(end, "→"))
    return Formula(f"{here.tex} = {right}", f"{here.text} = {entry.symbol}({start.text})",
                   numbers, grids=grids)  # fmt: skip


def _spread(result: SimulationResult, number: int, before: Array) -> tuple[Grid, ...]:
    """The mean and what it is divided by, of each unit or of each sample."""
    normalized, entry = _inner(result, number).normalized, _normalization(result, number)
    assert normalized is not None
    with np.errstate(divide="ignore"):
        divisor = 1.0 / normalized.inverse
    if not entry.shifts:
        return (Grid("r", _columns(divisor), 0, ","),)
    if entry.couples_samples and not normalized.coupled:
        values = result.forward.parameters.remedies[number - 1]
        running = None if values is None else values.running_mean
        mean = np.zeros(before.shape[-1]) if running is None else running
    elif normalized.mean is not None:
        mean = normalized.mean
    else:
        mean = np.mean(before, axis=-1, keepdims=True)
    return (Grid("μ", _columns(mean), 0, ","), Grid("√(v+ε)", _columns(divisor), 0, ","))


def _normalized_back(
    result: SimulationResult,
    step: Step,
    gradient: str,
    name: str,
    arriving: str,
    upstream: Grid,
    end: Grid,
) -> Formula:
    normalized, entry = _inner(result, step.layer).normalized, _normalization(result, step.layer)
    assert normalized is not None
    if not normalized.coupled:
        right = r"\frac{\gamma}{\sqrt{v + \epsilon}} \odot g"
    else:
        right = entry.derivative_tex
    # Of a batch γ is the same in every mean and stands before them; else g holds it.
    outside = "gamma" in right
    meant = rf",\; g = {arriving}" if outside else rf",\; g = \gamma \odot {arriving}"
    with np.errstate(divide="ignore"):
        divisor = 1.0 / normalized.inverse
    root, numbers = Grid("√(v+ε)" if entry.shifts else "r", _gradient(divisor), 0, ","), ""
    if divisor.size == 1:
        written, single = (r"\sqrt{v + \epsilon}", "{r}"), numeral_tex(float(divisor[0, 0]))
        numbers = f"= {right.replace(written[0], single).replace(written[1], f'{{{single}}}')}"
    grids = (upstream, Grid("γ", _gradient(normalized.scale), 0, ","),
             Grid("x̂", _gradient(normalized.standard), 0, ","),
             *(() if numbers else (root,)), _joined(end, "→"))  # fmt: skip
    return Formula(f"{gradient} = {right}{meant}", name, numbers, grids)


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
        return Formula(symbols, f"{name} + {text}", numbers)
    grids = (
        Grid(name, _matrix(factor.upstream), met),
        Grid(text, _matrix(factor.local), 0, "+"),
        Grid(f"{name} + {text}", _matrix(factor.product), left, "="),
    )
    return Formula(symbols, f"{name} + {text}", grids=grids)


def _skip(walk: Walk, index: int, gradient: str, name: str, end: Grid) -> Formula:
    """∂C/∂a⁽ˡ⁻¹⁾ = what came through the layer + ∂C/∂a⁽ˡ⁾."""
    step, factor = walk.steps[index], walk.factors[index]
    number, branch = step.layer, walk.steps[index - 1]
    arrived = next(
        each for each in walk.factors if each.layer == number and each.kind is FactorKind.residual
    )
    above = Symbol("a", number)
    past = arrived.upstream
    label_tex, label = gradient_tex(above), gradient_text(above)
    if factor.local.ndim > 1:
        past = past @ factor.local
        if current().transposed:
            label_tex, label = rf"{label_tex}\,P", f"{label} P"
        else:
            label_tex, label = rf"P^{{T}}\,{label_tex}", f"Pᵀ {label}"
    through_tex = rf"{gradient_tex(branch.numerator)}\,{branch.tex}"
    through_text = f"{gradient_text(branch.numerator)} · {branch.symbol}"
    met = int(np.asarray(factor.upstream_exponent))
    grids = (Grid(through_text, _gradient(factor.upstream), met),
             Grid(label, _gradient(past), int(np.asarray(arrived.upstream_exponent)), "+"),
             end)  # fmt: skip
    return Formula(equals(gradient, f"{through_tex} + {label_tex}"), name, grids=grids)


def _times(scale: float, tex: str) -> str:
    """α times what `tex` writes; 1 is not written."""
    return tex if scale == 1.0 else rf"{factor_tex(scale)}\,{tex}"


def _inner(result: SimulationResult, number: int) -> Inner:
    inner = result.forward.layers[number - 1].inner
    assert inner is not None
    return inner


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

"""The formulas of whole layers, backward and forward, with the arrays that stand in them.

Arrays are shown as in the formulas: units down, samples across, so that one sample is a column.
In numerator layout a gradient is a row instead, and ∂C/∂W has the shape of Wᵀ; the numbers are the
same. Then ∂C/∂a⁽ˡ⁻¹⁾ = ∂C/∂z⁽ˡ⁾ W⁽ˡ⁾, the factors in the order of the chain, where with columns it
is (W⁽ˡ⁾)ᵀ ∂C/∂z⁽ˡ⁾.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from gradsim.engine.activations import activation_of
from gradsim.engine.costs import cost_of
from gradsim.viewmodels.notation import current
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.card import remedy_formulas
from gradsim.viewmodels.step.card.formula import Formula, Grid, equals
from gradsim.viewmodels.step.card.path_formulas import symbol_tex
from gradsim.viewmodels.step.numerals import factor_tex, numeral_tex
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.walk.remedy_values import argument_of, fed_into
from gradsim.viewmodels.step.walk.running import left_by
from gradsim.viewmodels.step.walk.steps import (
    COST_SYMBOL,
    Family,
    Step,
    StepKind,
    Symbol,
    gradient_tex,
    gradient_text,
)
from gradsim.viewmodels.step.walk.walk import Walk

Array = npt.NDArray[np.floating]


def formula(walk: Walk, result: SimulationResult, index: int) -> Formula:
    """The formula of step `index` of a layer or forward walk."""
    step = walk.steps[index]
    match step.kind:
        case StepKind.PRE_ACTIVATION:
            return _weighted_sum(step, result)
        case StepKind.ACTIVATION_VALUE:
            return _activated(step, result)
        case StepKind.COST_VALUE:
            return _cost_value(step, result)
        case _ if step.kind in remedy_formulas.VALUES:
            return remedy_formulas.value_formula(step, result)
        case _ if step.family is Family.REMEDY:
            return remedy_formulas.factor_formula(walk, result, index)
        case _:
            return _backward(walk, result, index)


def _columns(values: Array) -> Array:
    """(samples, units) as units down, samples across."""
    return np.atleast_2d(values).T


def _gradient(values: Array) -> Array:
    """A gradient of each sample, (samples, units): units down, or across in numerator layout."""
    rows = np.atleast_2d(values)
    return rows if current().transposed else rows.T


def _matrix(step: Step) -> Symbol:
    return Symbol("w" if step.bare else "W", step.layer)


def _weighted_sum(step: Step, result: SimulationResult) -> Formula:
    z = Symbol("z", step.layer)
    weights, bias = _matrix(step), Symbol("b", step.layer)
    fed, incoming, incoming_exponent = fed_into(step, result)
    symbols = rf"{z.tex} = {weights.tex}\,{fed.tex} + {bias.tex}"
    there = result.forward.layers[step.layer - 1]
    matrix = result.forward.parameters.weights[step.layer - 1]
    shift = result.forward.parameters.biases[step.layer - 1]
    text = f"{z.text} = {weights.text} {fed.text} + {bias.text}"
    exponent = int(np.asarray(there.exponent))
    if there.pre_activation.size == 1 and matrix.size == 1:
        a = Scaled.of(float(incoming.reshape(-1)[0]), incoming_exponent)
        end = Scaled.of(float(there.pre_activation.reshape(-1)[0]), exponent)
        numbers = (
            rf"= {factor_tex(float(matrix[0, 0]))} \times {factor_tex(a)} + "
            rf"{factor_tex(float(shift[0]))} = {numeral_tex(end)}"
        )
        return Formula(symbols, text, numbers)
    grids = (
        Grid(weights.text, matrix),
        Grid(fed.text, _columns(incoming), incoming_exponent, "·"),
        Grid(bias.text, shift[:, None], 0, "+"),
        Grid(z.text, _columns(there.pre_activation), exponent, "="),
    )
    return Formula(symbols, text, grids=grids)


def _activated(step: Step, result: SimulationResult) -> Formula:
    z, a = argument_of(step, result), step.numerator
    rule = activation_of(result.project.network.layers[step.layer - 1].activation)
    there = result.forward.layers[step.layer - 1]
    exponent = int(np.asarray(there.exponent))
    name = symbol_tex(rule.symbol)
    symbols = rf"{a.tex} = {name}({z.tex})"
    text = f"{a.text} = {rule.symbol}({z.text})"
    if there.value.size == 1:
        before = Scaled.of(float(there.argument.reshape(-1)[0]), exponent)
        end = Scaled.of(float(there.value.reshape(-1)[0]), exponent)
        numbers = rf"= {name}({numeral_tex(before)}) = {numeral_tex(end)}"
        return Formula(symbols, text, numbers)
    grids = (
        Grid(z.text, _columns(there.argument), exponent),
        Grid(a.text, _columns(there.value), exponent, "→"),
    )
    return Formula(symbols, text, grids=grids)


def cost_formula(result: SimulationResult) -> tuple[str, Scaled]:
    """``C = …`` as TeX, and the cost itself."""
    cost = cost_of(result.project.network.cost)
    formula = cost.tex
    if result.project.network.layers[-1].units == 1:
        formula = formula.replace(r"\sum_j ", "").replace("_j", "")
    if result.forward.samples > 1:
        formula = rf"\frac{{1}}{{{result.forward.samples}}}\sum_n {formula}"
    return f"{COST_SYMBOL.tex} = {formula}", Scaled.of(float(result.forward.cost))


def _cost_value(step: Step, result: SimulationResult) -> Formula:
    there = result.forward.layers[-1]
    symbols, end = cost_formula(result)
    grids: tuple[Grid, ...] = (
        Grid(
            Symbol("a", step.layer).text,
            _columns(there.activation),
            int(np.asarray(there.exponent)),
        ),
    )
    if cost_of(result.project.network.cost).uses_targets:
        grids += (Grid("y", _columns(result.forward.reference), 0, ","),)
    return Formula(symbols, COST_SYMBOL.text, f"= {numeral_tex(end)}", grids=grids)


def _backward(walk: Walk, result: SimulationResult, index: int) -> Formula:
    step = walk.steps[index]
    below = step.denominator
    assert below is not None
    gradient = gradient_tex(below)
    upstream_name = _upstream(step)
    upstream_tex = "" if upstream_name is None else gradient_tex(upstream_name)
    samples = result.forward.inputs.shape[-2]
    scalar = step.bare and samples == 1
    transposed = current().transposed and not scalar
    local = _local_tex(step, result, samples, transposed)
    match step.kind:
        case StepKind.COST | StepKind.SHORTCUT:
            right = local
        case StepKind.ACTIVATION:
            matrix = not activation_of(
                result.project.network.layers[step.layer - 1].activation
            ).elementwise
            right = rf"{upstream_tex}\,({local})" if matrix else (rf"{upstream_tex} \odot {local}")
        case StepKind.BIAS:
            right = rf"\sum_n {upstream_tex}" if samples > 1 else upstream_tex
        case _:
            # The gradient stands first where its factor is on the right: δ aᵀ, δ W.
            first = (step.kind == StepKind.WEIGHTS) != transposed
            right = rf"{upstream_tex}\,{local}" if first else rf"{local}\,{upstream_tex}"
    if scalar:
        return _bare(walk, result, index, gradient, right.replace(r" \odot ", r"\,"))
    grids = _grids(walk, result, index)
    return Formula(equals(gradient, right), gradient_text(below), grids=grids)


def _bare(walk: Walk, result: SimulationResult, index: int, gradient: str, right: str) -> Formula:
    """A scalar chain: one number times one number."""
    factor, end = walk.factors[index], left_by(walk, result, index)
    step = walk.steps[index]
    right = right.replace("^{T}", "")
    below = step.denominator
    assert below is not None
    text = gradient_text(below)
    if step.begins:
        return Formula(equals(gradient, right), text, f"= {numeral_tex(end)}")
    upstream = Scaled.of(
        float(factor.upstream.reshape(-1)[0]), int(np.asarray(factor.upstream_exponent))
    )
    local = float(factor.local.reshape(-1)[0])
    numbers = rf"= {factor_tex(upstream)} \times {factor_tex(local)} = {numeral_tex(end)}"
    return Formula(equals(gradient, right), text, numbers)


def _upstream(step: Step) -> Symbol | None:
    return None if step.begins else step.numerator


def _local_tex(step: Step, result: SimulationResult, samples: int, transposed: bool) -> str:
    match step.kind:
        case StepKind.COST:
            formula = cost_of(result.project.network.cost).derivative_tex
            formula = formula.replace("_j", "") if step.bare else formula
            return rf"\frac{{1}}{{{samples}}}\,{formula}" if samples > 1 else formula
        case StepKind.SHORTCUT:
            formula = f"{Symbol('a', step.layer).tex} - {Symbol('y').tex}"
            return rf"\frac{{1}}{{{samples}}}\,({formula})" if samples > 1 else formula
        case StepKind.ACTIVATION:
            rule = activation_of(result.project.network.layers[step.layer - 1].activation)
            if not rule.elementwise:
                return rule.derivative_tex
            slopes = rf"{symbol_tex(rule.symbol)}^{{\prime}}({argument_of(step, result).tex})"
            return rf"{slopes}^{{T}}" if transposed else slopes
        case StepKind.WEIGHTS:
            below = fed_into(step, result)[0].tex
            return below if step.bare or transposed else f"({below})^{{T}}"
        case StepKind.BIAS:
            return "1"
        case StepKind.PREVIOUS_ACTIVATION:
            matrix = _matrix(step).tex
            return matrix if step.bare or transposed else rf"({matrix})^{{T}}"
        case _:
            raise AssertionError(step.kind)


def _grids(walk: Walk, result: SimulationResult, index: int) -> tuple[Grid, ...]:
    step, factor = walk.steps[index], walk.factors[index]
    below = step.denominator
    assert below is not None
    exponent = int(np.asarray(factor.product_exponent))
    met = int(np.asarray(factor.upstream_exponent))
    upstream_name = _upstream(step)
    product = factor.product
    end_label, transposed = gradient_text(below), current().transposed
    if step.begins:
        there = result.forward.layers[-1]
        first = Grid(
            Symbol("a", step.layer).text,
            _columns(there.activation),
            int(np.asarray(there.exponent)),
        )
        return (first, Grid("y", _columns(result.forward.reference), 0, ","),
                Grid(end_label, _gradient(product), exponent, "→"))  # fmt: skip
    assert upstream_name is not None
    upstream = Grid(gradient_text(upstream_name), _gradient(factor.upstream), met)
    then = replace(upstream, join="·")
    match step.kind:
        case StepKind.ACTIVATION:
            local = factor.local
            if local.ndim == 3:
                jacobian = Grid(step.symbol, local.mean(axis=0))
                end = Grid(end_label, _gradient(product), exponent, "=")
                if transposed:
                    return upstream, replace(jacobian, join="·"), end
                return jacobian, then, end
            rule = activation_of(result.project.network.layers[step.layer - 1].activation)
            argument = argument_of(step, result).text
            label = f"{rule.symbol}′({argument}){'ᵀ' if transposed else ''}"
            slopes = Grid(label, _gradient(local), 0, "⊙")
            return upstream, slopes, Grid(end_label, _gradient(product), exponent, "=")
        case StepKind.WEIGHTS:
            fed, incoming, incoming_exponent = fed_into(step, result)
            if transposed:
                column = Grid(fed.text, _columns(incoming), incoming_exponent)
                return column, then, Grid(end_label, product.T, exponent, "=")
            label = f"({fed.text})ᵀ"
            row = Grid(label, np.atleast_2d(incoming), incoming_exponent, "·")
            return upstream, row, Grid(end_label, product, exponent, "=")
        case StepKind.BIAS:
            return upstream, Grid(end_label, _gradient(product), exponent, "=")
        case _:
            end = Grid(end_label, _gradient(product), exponent, "=")
            weights = result.forward.parameters.weights[step.layer - 1]
            if transposed:
                return upstream, Grid(_matrix(step).text, weights, 0, "·"), end
            return Grid(f"({_matrix(step).text})ᵀ", weights.T), then, end

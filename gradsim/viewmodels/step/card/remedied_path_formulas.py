"""The formulas of a remedy's factor on one path, with the numbers of its units put in."""

from __future__ import annotations

import math

import numpy as np

from gradsim.engine.chain import FactorKind
from gradsim.engine.remedies import normalization_of
from gradsim.engine.remedies.letters import letters_of
from gradsim.engine.remedies.normalization import Normalized
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.card.formula import equals
from gradsim.viewmodels.step.numerals import factor_tex, numeral_tex
from gradsim.viewmodels.step.values import inner_value
from gradsim.viewmodels.step.walk.steps import Step, StepKind, Symbol

_FIGURES, _MOST_FIGURES = 4, 9


def remedied_factor(step: Step, result: SimulationResult) -> tuple[str, str]:
    """What the factor of a remedy equals, in symbols and in numbers.

    ::

        residual        ∂a_j/∂d_j = α
        dropout         ∂d_j/∂h_j = m_j/(1 − p)
        normalization   ∂u_j/∂z_i = γ_j/√(v + ε) · (δ_ji − 1/n − x̂_j x̂_i/n)
        scale           ∂u_j/∂γ_j = x̂_j = (z_j − μ)/√(v + ε)
        shift           ∂u_j/∂β_j = 1
        past            P_jk, or 1
    """
    assert step.value is not None
    match step.kind:
        case StepKind.RESIDUAL:
            return r"\alpha", numeral_tex(step.value)
        case StepKind.DROPOUT:
            return _dropout(step, result)
        case StepKind.PAST:
            return ("1", "") if step.identity else ("", numeral_tex(step.value))
        case StepKind.NORMALIZATION_SHIFT:
            return "1", ""
        case StepKind.NORMALIZATION_SCALE:
            return _standard(step, result)
        case StepKind.NORMALIZATION:
            return _normalization(step, result)
        case _:
            raise AssertionError(step.kind)


def _dropout(step: Step, result: SimulationResult) -> tuple[str, str]:
    assert step.value is not None
    rate = result.project.network.layers[step.layer - 1].dropout
    kept = "0" if step.value.is_zero else "1"
    unit = Symbol("m", None, () if step.bare or step.unit is None else (step.unit,)).tex
    return rf"\frac{{{unit}}}{{1 - p}}", rf"\frac{{{kept}}}{{1 - {numeral_tex(rate)}}}"


def _normalization(step: Step, result: SimulationResult) -> tuple[str, str]:
    inner = result.forward.layers[step.layer - 1].inner
    choice = result.project.network.layers[step.layer - 1].normalization
    assert inner is not None
    assert inner.normalized is not None
    assert choice is not None
    assert step.unit is not None
    shifts, normalized = normalization_of(choice).shifts, inner.normalized
    j, i = step.unit - 1, (step.source or step.unit) - 1
    units = normalized.standard.shape[-1]
    above = () if step.bare else (step.unit,)
    gamma = Symbol("γ", None, above).tex
    scale = numeral_tex(float(np.ravel(normalized.scale)[j]))
    root, divisor = _root(normalized, j, shifts=shifts)
    if not normalized.coupled:
        return rf"\frac{{{gamma}}}{{{root}}}", rf"\frac{{{scale}}}{{{divisor}}}"
    one, other = (float(normalized.standard[0, at]) for at in (j, i))
    names = [rf"\hat{{x}}{Symbol('', None, () if step.bare else (at + 1,)).tex}" for at in (j, i)]
    share = rf"\frac{{1}}{{{units}}}"
    if i == j:
        left = "1" + (r" - \frac{1}{n}" if shifts else "")
        numbers = "1" + (f" - {share}" if shifts else "")
        symbols = rf"{left} - \frac{{{names[0]}^{{2}}}}{{n}}"
        numbers = rf"{numbers} - \frac{{{factor_tex(one)}^{{2}}}}{{{units}}}"
    else:
        left = r"-\frac{1}{n}" if shifts else ""
        symbols = rf"{left} - \frac{{{names[0]}\,{names[1]}}}{{n}}".strip()
        product = rf"\frac{{{factor_tex(one)} \times {factor_tex(other)}}}{{{units}}}"
        numbers = (f"-{share} - " if shifts else "-") + product
    return (
        rf"\frac{{{gamma}}}{{{root}}}\,({symbols})",
        rf"\frac{{{scale}}}{{{divisor}}}\,({numbers})",
    )


def _standard(step: Step, result: SimulationResult) -> tuple[str, str]:
    """x̂ of the unit: what the normalization takes, less its mean, over its spread."""
    network, parameters = result.project.network, result.forward.parameters
    inner, choice = (
        result.forward.layers[step.layer - 1].inner,
        network.layers[step.layer - 1].normalization,
    )
    assert inner is not None
    assert inner.normalized is not None
    assert choice is not None
    assert step.unit is not None
    shifts, unit = normalization_of(choice).shifts, step.unit
    taken = letters_of(network, step.layer)[FactorKind.normalization][1]
    above = () if step.bare else (unit,)
    name, start = Symbol("", None, above).tex, Symbol(taken.letter, taken.layer, above).tex
    root, divisor = _root(inner.normalized, unit - 1, shifts=shifts)
    x = inner_value(result, taken, unit).value
    if not shifts:
        over, numbers = start, numeral_tex(x)
    else:
        values = parameters.remedies[step.layer - 1]
        units = inner.normalized.standard.shape[-1]
        mean = math.fsum(inner_value(result, taken, each + 1).value for each in range(units))
        mean /= units
        if not inner.normalized.coupled and values is not None and values.running_mean is not None:
            mean = float(values.running_mean[unit - 1])
        digits = _digits(x, mean)
        over = rf"{start} - \mu"
        numbers = f"{numeral_tex(x, digits)} - {factor_tex(mean, digits)}"
    return (
        equals(rf"\hat{{x}}{name}", rf"\frac{{{over}}}{{{root}}}"),
        rf"\frac{{{numbers}}}{{{divisor}}}",
    )


def _digits(x: float, mean: float) -> int:
    """So many figures that four are left of the difference, nine at most."""
    largest, left = max(abs(x), abs(mean)), abs(x - mean)
    if not 0.0 < left < largest or not math.isfinite(largest):
        return _FIGURES
    return min(_FIGURES + math.ceil(math.log10(largest / left)), _MOST_FIGURES)


def _root(normalized: Normalized, unit: int, *, shifts: bool) -> tuple[str, str]:
    """What x is divided by: its symbol and its number."""
    inverse = np.ravel(normalized.inverse)
    with np.errstate(divide="ignore"):
        divisor = float(1.0 / inverse[unit if inverse.size > 1 else 0])
    return r"\sqrt{v + \epsilon}" if shifts else "r", numeral_tex(divisor)


def named_slope(name: str, argument: Symbol, rule_tex: str) -> str:
    """``f′(u) = …``: what f of a layer with remedies takes, put in for z."""
    return equals(rf"{name}^{{\prime}}({argument.letter})", in_letter(rule_tex, argument.letter))


def in_letter(tex: str, letter: str) -> str:
    """A rule of z, as TeX, with another letter for z: ``1-\\tanh^2(u)``."""
    found = []
    for index, character in enumerate(tex):
        around = tex[index - 1 : index] + tex[index + 1 : index + 2]
        alone = character == "z" and not any(each.isalpha() for each in around)
        # "\,z" and "e^{z}" hold a lone z; a command such as "\hbox" never does.
        found.append(letter if alone else character)
    return "".join(found)

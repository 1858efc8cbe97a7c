"""The equation strip: the target, the factors done and to come, and the folded runs between."""

from __future__ import annotations

import math
from collections.abc import Set
from typing import Literal

from msgspec import Struct

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels import words
from gradsim.viewmodels.digits import superscript
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.killing import kills_here
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.scaled import ZERO, Scaled
from gradsim.viewmodels.step.sequence import Fold, folded, line_of
from gradsim.viewmodels.step.walk.remedy_values import value_of
from gradsim.viewmodels.step.walk.running import (
    all_single,
    is_single,
    left_by,
    number_of,
    product_between,
)
from gradsim.viewmodels.step.walk.steps import (
    ADDED,
    Step,
    StepKind,
    Symbol,
    gradient_tex,
    gradient_text,
)
from gradsim.viewmodels.step.walk.walk import Lens, Walk

State = Literal["done", "current", "future"]
UNKNOWN = "?"
_LONGEST_WRITTEN = 10_000
"""Bits of an integer that Python still writes out in full."""


class FactorItem(Struct, frozen=True):
    """One factor: the fraction above, its number (or "?") below.

    `join` is the sign before it: ``×``, ``→`` in the forward lens, ``↳`` before a side branch.
    `kills` says that it makes the running product exactly 0.
    """

    index: int
    step: Step
    state: State
    number: str
    join: str
    kills: bool = False


class FoldItem(Struct, frozen=True):
    """A folded run, written "∏ 41 factors" with its product (or "?") below."""

    fold: Fold
    state: State
    number: str
    join: str
    forward: bool


class Head(Struct, frozen=True):
    """What the equation is of, and the lines of words between it and the factors.

    `equals` is False where the factors are one path of several: then no bare "=" may stand.
    """

    tex: str
    text: str
    equals: bool
    lines: tuple[Message, ...] = ()


class EquationStrip(Struct, frozen=True):
    """Everything that the strip paints, and the same as plain sentences in `narration`."""

    head: Head
    items: tuple[FactorItem | FoldItem, ...]


def equation_strip(
    walk: Walk,
    result: SimulationResult,
    position: int,
    capacity: int,
    opened: Set[int] = frozenset(),
    *,
    guarded: bool = False,
) -> EquationStrip:
    """The strip at `position`, folded so that about `capacity` factors stand side by side.

    `guarded` keeps the sum over paths unsaid until the end, because it is asked for.
    """
    parts = folded(line_of(walk, position), position, capacity, opened)
    items: list[FactorItem | FoldItem] = []
    for place, part in enumerate(parts):
        join = "" if place == 0 else ("→" if walk.lens == Lens.FORWARD else "×")
        if isinstance(part, Fold):
            items.append(_fold_item(walk, result, position, part, join))
        else:
            items.append(_factor_item(walk, result, position, part, join))
    return EquationStrip(_head(walk, position, guarded), tuple(items))


def _state(index: int, position: int) -> State:
    if index == position - 1:
        return "current"
    return "done" if index < position else "future"


def _factor_item(
    walk: Walk, result: SimulationResult, position: int, index: int, join: str
) -> FactorItem:
    step = walk.steps[index]
    state = _state(index, position)
    if step.kind in ADDED:
        join = ""
    elif step.side_branch:
        join = "↳"
    number = UNKNOWN if state == "future" else factor_text(walk, result, index)
    kills = state != "future" and kills_here(walk, result, index)
    return FactorItem(index, step, state, number, join, kills)


def factor_text(walk: Walk, result: SimulationResult, index: int) -> str:
    """The number below a factor; where it stands for an array, marked as a norm or a ratio."""
    number = number_of(walk, result, index)
    step = walk.steps[index]
    if step.value is not None or step.kind == StepKind.COST_VALUE:
        return numeral(number)
    if walk.lens == Lens.FORWARD:
        return numeral(number) if value_of(step, result)[0].size == 1 else f"rms {numeral(number)}"
    factor = walk.factors[index]
    if step.kind is StepKind.SKIP:
        after = numeral(left_by(walk, result, index))
        return (
            after if is_single(factor) else words.text(Message.of("Equation", _NORM, value=after))
        )
    if is_single(factor):
        return numeral(number)
    if not number.is_finite and left_by(walk, result, index).is_zero:
        return numeral(ZERO)
    template = _NORM if step.begins or step.kind is StepKind.PENALTY else _NORM_TIMES
    return words.text(Message.of("Equation", template, value=numeral(number)))


def _fold_item(
    walk: Walk, result: SimulationResult, position: int, fold: Fold, join: str
) -> FoldItem:
    known = fold.last < position
    number = UNKNOWN
    if known:
        number = numeral(product_between(walk, result, fold.indices), 2)
        if walk.lens == Lens.LAYER and not all_single(walk, fold.indices):
            number = words.text(Message.of("Equation", _NORM_TIMES, value=number))
    return FoldItem(fold, "done" if known else "future", number, join, walk.lens == Lens.FORWARD)


def _head(walk: Walk, position: int, guarded: bool) -> Head:
    if walk.lens == Lens.FORWARD:
        return Head("x", "x", equals=False)
    if walk.lens == Lens.LAYER:
        below = _leaves(walk, position)
        return Head(gradient_tex(below), gradient_text(below), equals=True)
    below = parameter_symbol(walk)
    tex, text = gradient_tex(below), gradient_text(below)
    paths = walk.paths
    assert paths is not None
    if paths.paths_total <= 1:
        return Head(tex, text, equals=True)
    shown = position > 0
    others = numeral(others_of(walk)) if shown else UNKNOWN
    known = shown and not (guarded and position < len(walk.steps))
    total = numeral(Scaled.of(paths.total.mantissa, paths.total.exponent)) if known else UNKNOWN
    lines = (
        Message.of(
            "Equation", _PATH, number=str(walk.path_index + 1), total=count(paths.paths_total)
        ),
        Message.of("Equation", _OTHERS, value=others),
        Message.of("Equation", _SUM, value=total),
    )
    return Head(tex, text, equals=False, lines=lines)


def parameter_symbol(walk: Walk) -> Symbol:
    """The parameter of a parameter walk, as the last factor writes it."""
    below = walk.steps[-1].denominator
    assert below is not None
    return below


def _leaves(walk: Walk, position: int) -> Symbol:
    """What the gradient after `position` steps is a gradient by."""
    step = walk.steps[max(position, 1) - 1]
    below = step.denominator
    assert below is not None
    return below


def others_of(walk: Walk) -> Scaled:
    """What all paths but the shown one add up to: the other listed ones and the rest."""
    paths = walk.paths
    assert paths is not None
    terms = [
        paths.remainder,
        *(p.number for i, p in enumerate(paths.paths) if i != walk.path_index),
    ]
    return added(*(Scaled.of(term.mantissa, term.exponent) for term in terms))


def added(*terms: Scaled) -> Scaled:
    """The sum of numbers with exponents of their own."""
    alive = [term for term in terms if not term.is_zero]
    if not alive:
        return Scaled.of(0.0)
    top = max(term.exponent for term in alive)
    return Scaled.of(
        sum(Scaled(term.mantissa, max(term.exponent - top, -1080)).value for term in alive), top
    )


def count(number: int) -> str:
    """A count of paths: in full up to a million, then as a power of ten."""
    if number < 10**6:
        return f"{number:,}"
    if number.bit_length() > _LONGEST_WRITTEN:
        log10 = math.log10(number)
        power, leading = math.floor(log10), 10 ** (log10 % 1)
    else:
        digits = str(number)
        power, leading = len(digits) - 1, float(f"{digits[0]}.{digits[1:17]}")
    text = f"{leading:.1f}"
    if text == "10.0":
        text, power = "1.0", power + 1
    return f"≈ {text}·10{superscript(power)}"


def reached(walk: Walk, result: SimulationResult, position: int) -> Scaled | None:
    """The running product after `position` steps; None at the start."""
    return left_by(walk, result, position - 1) if position else None


_NORM = QT_TRANSLATE_NOOP("Equation", "norm {value}")
_NORM_TIMES = QT_TRANSLATE_NOOP("Equation", "norm × {value}")
_PATH = QT_TRANSLATE_NOOP("Equation", "path {number} of {total}")
_OTHERS = QT_TRANSLATE_NOOP("Equation", "the others add {value}")
_SUM = QT_TRANSLATE_NOOP("Equation", "sum = {value}")

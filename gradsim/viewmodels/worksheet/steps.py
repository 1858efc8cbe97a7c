"""The steps of a walk on paper: the first and last in full, a long middle as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels import words
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.card.card import KIND_LABELS, Card, card
from gradsim.viewmodels.step.card.formula import Grid
from gradsim.viewmodels.step.equation import factor_text
from gradsim.viewmodels.step.numerals import factor_tex, numeral, numeral_tex
from gradsim.viewmodels.step.walk.running import left_by, met_by
from gradsim.viewmodels.step.walk.walk import Lens, Walk
from gradsim.viewmodels.worksheet.blocks import (
    Block,
    Box,
    Cell,
    Equation,
    Gap,
    Heading,
    Line,
    Matrices,
    Table,
)
from gradsim.viewmodels.worksheet.given import say
from gradsim.viewmodels.worksheet.matrices import matrix_of

IN_FULL = 40
"""Steps up to which every one has a box of its own."""
_FIRST, _LAST = 20, 12

Cancelled = Callable[[], bool]


def step_blocks(
    walk: Walk, result: SimulationResult, *, blank: bool, cancelled: Cancelled | None = None
) -> Iterator[Block]:
    """Every step of the walk, in order."""
    count = len(walk.steps)
    yield Heading(say(_VALUES if walk.lens == Lens.FORWARD else _FACTORS))
    if count <= IN_FULL:
        first, last = count, count
    else:
        first, last = _FIRST, count - _LAST
        told = say(_FOLDED, first=_FIRST, last=_LAST, middle=words.count(last - first))
        yield Line((told,), muted=True)
    for index in range(first):
        check_cancelled(cancelled)
        yield _box(walk, result, index, blank=blank)
    if last > first:
        yield _table(walk, result, range(first, last), blank=blank)
    for index in range(last, count):
        check_cancelled(cancelled)
        yield _box(walk, result, index, blank=blank)


def _table(walk: Walk, result: SimulationResult, indices: range, *, blank: bool) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for index in indices:
        value: Cell = Gap() if blank else factor_text(walk, result, index)
        left: Cell = Gap() if blank else numeral(left_by(walk, result, index))
        rows.append((words.count(index + 1), walk.steps[index].symbol, value, left))
    return Table(("", say(_FACTOR), say(_VALUE), _running_label(walk)), tuple(rows))


def _running_label(walk: Walk) -> str:
    if walk.lens == Lens.FORWARD:
        return say(_VALUE)
    return say(_RUNNING if walk.lens == Lens.PARAMETER else _NORM_LEFT)


def _box(walk: Walk, result: SimulationResult, index: int, *, blank: bool) -> Box:
    shown = card(walk, result, index + 1)
    assert shown is not None
    step = walk.steps[index]
    forward = walk.lens == Lens.FORWARD
    title = say(
        _STEP_TITLE if forward else _FACTOR_TITLE,
        number=words.count(index + 1),
        count=words.count(len(walk.steps)),
        kind=words.translated("StepKind", KIND_LABELS[step.kind]),
    )
    blocks: list[Line | Matrices] = [Line((Equation.of(shown.formula.symbols),))]
    if shown.formula.numbers:
        blocks.append(_numbers(shown, blank=blank))
    if shown.formula.grids:
        blocks.append(_matrices(shown.formula.grids, result, blank=blank))
    if walk.lens == Lens.PARAMETER:
        blocks.append(_running(walk, result, index, blank=blank))
    elif not forward and walk.factors[index].product.size > 1:
        label = say(_NORM_LEFT)
        left: str | Gap = Gap() if blank else numeral(left_by(walk, result, index))
        blocks.append(Line((f"{label}:", left)))
    if not blank:
        meaning = " ".join(words.text(sentence) for sentence in shown.sentences)
        blocks.append(Line((meaning,), muted=True))
    return Box(title, step.family, tuple(blocks))


def _numbers(shown: Card, *, blank: bool) -> Line:
    if blank:
        return Line((Equation.of("="), Gap(9.0), Equation.of("="), Gap()))
    return Line((Equation.of(shown.formula.numbers),))


def _running(walk: Walk, result: SimulationResult, index: int, *, blank: bool) -> Line:
    """The product before times the factor, and what is left."""
    label = f"{say(_RUNNING)}:"
    if blank:
        return Line((label, Gap()))
    left = numeral_tex(left_by(walk, result, index))
    if index == 0:
        return Line((label, Equation.of(left)))
    step = walk.steps[index]
    assert step.value is not None
    before = numeral_tex(met_by(walk, result, index))
    return Line((label, Equation.of(rf"{before} \times {factor_tex(step.value)} = {left}")))


def _matrices(grids: tuple[Grid, ...], result: SimulationResult, *, blank: bool) -> Matrices:
    """The arrays; on a blank sheet only those stay that the sheet gives."""
    return Matrices(
        tuple(
            matrix_of(grid, blank=blank and not _is_given(grid, result), above=True)
            for grid in grids
        )
    )


def _is_given(grid: Grid, result: SimulationResult) -> bool:
    forward = result.forward
    given = (
        forward.inputs,
        forward.reference,
        *forward.parameters.weights,
        *forward.parameters.biases,
    )
    return any(np.may_share_memory(grid.values, array) for array in given)


_FACTORS = QT_TRANSLATE_NOOP("Worksheet", "Factors, from the cost backward")
_VALUES = QT_TRANSLATE_NOOP("Worksheet", "Values, from the input forward")
_FOLDED = QT_TRANSLATE_NOOP(
    "Worksheet",
    "A long walk: the first {first} and the last {last} steps stand in full, the {middle} between "
    "them in a table.",
)
_FACTOR = QT_TRANSLATE_NOOP("Worksheet", "Factor")
_VALUE = QT_TRANSLATE_NOOP("Worksheet", "Value")
_RUNNING = QT_TRANSLATE_NOOP("Worksheet", "Running product")
_NORM_LEFT = QT_TRANSLATE_NOOP("Worksheet", "Norm of the gradient")
_FACTOR_TITLE = QT_TRANSLATE_NOOP("Worksheet", "Factor {number} of {count}: {kind}")
_STEP_TITLE = QT_TRANSLATE_NOOP("Worksheet", "Step {number} of {count}: {kind}")

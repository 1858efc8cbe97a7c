"""The matrix of one factor, entry by entry: symbol, number, and whether the path meets it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.chain import ChainFactor
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import current, unit_number
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.card.formula import Grid
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL, Step, StepKind, Symbol

Array = npt.NDArray[np.floating]

_WIDEST_DIAGONAL = 64
"""Above it diag f′ is shown as the column of its diagonal: nearly all of it would be zeros."""


class FactorMatrix(Struct, frozen=True, eq=False):
    """What stands for one factor in the matrix row, as rows and columns of numbers.

    grid : its label and its numbers. framed : row and column (from 0) of the entry that the path
    multiplies. step : the path's factor. diagonal : only the diagonal of diag f′ is shown.
    full : a Jacobian that is not diagonal (softmax). turned : rows and columns are exchanged, as
    numerator layout has it.
    """

    grid: Grid
    framed: tuple[int, int]
    step: Step
    diagonal: bool = False
    full: bool = False
    turned: bool = False

    @property
    def rows(self) -> int:
        """The number of rows."""
        return int(self.grid.values.shape[0])

    @property
    def columns(self) -> int:
        """The number of columns."""
        return int(self.grid.values.shape[1])

    def symbol(self, row: int, column: int) -> str:
        """The entry as plain text: ``w₂₁⁽³⁾``, ``∂a₂⁽³⁾/∂z₂⁽³⁾``, …"""
        layer = self.step.layer
        over, across = self._units(row, column)
        match self.step.kind:
            case StepKind.COST:
                return _derivative(Symbol("a", layer, over))
            case StepKind.ACTIVATION:
                own = over if self.diagonal else across
                return f"∂{Symbol('a', layer, over).text}/∂{Symbol('z', layer, own).text}"
            case StepKind.WEIGHTS:
                return _derivative(Symbol("w", layer, over + across))
            case StepKind.BIAS:
                return _derivative(Symbol("b", layer, over))
            case StepKind.SHORTCUT:
                return _derivative(Symbol("z", layer, over))
            case StepKind.PREVIOUS_ACTIVATION:
                return Symbol("w", layer, across + over).text
            case _:
                raise AssertionError(self.step.kind)

    def _units(self, row: int, column: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The indices over and across of an entry, as they are before anything is turned."""
        if self.turned:
            row, column = column, row
        return ((), ()) if self.step.bare else ((row + 1,), (column + 1,))

    def told(self, row: int, column: int) -> Message:
        """One entry in words: where it stands, its symbol and number, and what it is in row 2."""
        return Message.of(
            "Ladder",
            _ENTRY,
            symbol=self.symbol(row, column),
            value=self.grid.number(row, column),
            row=unit_number(row + 1),
            column=unit_number(column + 1),
            meaning=self._meaning(row, column),
        )

    def _meaning(self, row: int, column: int) -> Message:
        step = self.step
        framed = (row, column) == self.framed
        layer = step.layer
        over, across = self._units(row, column)
        if step.kind in (StepKind.WEIGHTS, StepKind.BIAS):
            delta = _derivative(Symbol("z", layer, over))
            if step.kind == StepKind.BIAS:
                return Message.of("Ladder", _DELTA_ALONE, delta=delta)
            below = Symbol("a", layer - 1, across) if layer > 1 else Symbol("x", None, across)
            template = _OUTER_FRAMED if framed else _OUTER
            return Message.of("Ladder", template, delta=delta, below=below.text)
        if framed:
            return Message.of("Ladder", _FRAMED)
        if step.begins:
            letter = "a" if step.kind == StepKind.COST else "z"
            return Message.of("Ladder", _OTHER_OUTPUT, unit=Symbol(letter, layer, over).text)
        if step.kind == StepKind.ACTIVATION:
            if self.diagonal or self.full or row == column:
                return Message.of("Ladder", _OTHER_UNIT, unit=Symbol("z", layer, across).text)
            return Message.of(
                "Ladder",
                _OFF_DIAGONAL,
                a=Symbol("a", layer, over).text,
                z=Symbol("z", layer, across).text,
            )
        return Message.of(
            "Ladder",
            _OTHER_EDGE,
            below=Symbol("a", layer - 1, over).text,
            above=Symbol("z", layer, across).text,
        )


def matrix_of(step: Step, result: SimulationResult) -> FactorMatrix | None:
    """The matrix of the path's factor `step` in a result of one sample."""
    factor = next((each for each in result.factors if _stands_for(each, step)), None)
    if factor is None or result.sample is None:
        return None
    unit, source = (step.unit or 1) - 1, (step.source or step.unit or 1) - 1
    found = _as_columns(step, factor, result, unit, source)
    if step.kind == StepKind.ACTIVATION or not current().transposed:
        return found
    grid = found.grid
    label = Symbol("w" if step.bare else "W", step.layer).text
    turned = replace(
        grid,
        label=label if step.kind == StepKind.PREVIOUS_ACTIVATION else grid.label,
        values=grid.values.T,
    )
    row, column = found.framed
    return replace(found, grid=turned, framed=(column, row), turned=True)


def _stands_for(factor: ChainFactor, step: Step) -> bool:
    """Whether the engine's factor leaves what the path's factor `step` does."""
    if step.kind == StepKind.SHORTCUT:
        return factor.fused
    return str(factor.kind) == str(step.kind) and factor.layer == step.layer


def _as_columns(
    step: Step, factor: ChainFactor, result: SimulationResult, unit: int, source: int
) -> FactorMatrix:
    """The matrix in denominator layout: gradients are columns."""
    match step.kind:
        case StepKind.COST:
            label = _derivative(Symbol("a", step.layer))
            return FactorMatrix(_left(label, factor), (unit, 0), step)
        case StepKind.ACTIVATION:
            return _slopes(step, factor, unit, source)
        case StepKind.WEIGHTS:
            label = _derivative(Symbol("w" if step.bare else "W", step.layer))
            return FactorMatrix(_left(label, factor), (unit, source), step)
        case StepKind.BIAS:
            label = _derivative(Symbol("b", step.layer))
            return FactorMatrix(_left(label, factor), (unit, 0), step)
        case StepKind.SHORTCUT:
            label = _derivative(Symbol("z", step.layer))
            return FactorMatrix(_left(label, factor), (unit, 0), step)
        case StepKind.PREVIOUS_ACTIVATION:
            weights = result.forward.parameters.weights[step.layer - 1].T
            label = f"({Symbol('w' if step.bare else 'W', step.layer).text})ᵀ"
            return FactorMatrix(Grid(label, weights), (source, unit), step)
        case _:
            raise AssertionError(step.kind)


def _left(label: str, factor: ChainFactor) -> Grid:
    """What the factor leaves, as a matrix of its own or as a column over the units."""
    product = factor.product
    values = product if factor.kind == "weights" else product.reshape(-1, 1)
    return Grid(label, values, int(np.asarray(factor.product_exponent)))


def _slopes(step: Step, factor: ChainFactor, unit: int, source: int) -> FactorMatrix:
    local = np.asarray(factor.local[0])
    a, z = Symbol("a", step.layer), Symbol("z", step.layer)
    label = f"∂{a.text}/∂{z.text}"
    exponent = int(np.asarray(factor.local_exponent))
    if local.ndim == 2:
        return FactorMatrix(Grid(label, local, exponent), (unit, source), step, full=True)
    if local.size > _WIDEST_DIAGONAL:
        column = Grid(label, local.reshape(-1, 1), exponent)
        return FactorMatrix(column, (unit, 0), step, diagonal=True)
    return FactorMatrix(Grid(label, np.diag(local), exponent), (unit, source), step)


def _derivative(below: Symbol) -> str:
    return f"∂{COST_SYMBOL.text}/∂{below.text}"


_ENTRY = QT_TRANSLATE_NOOP("Ladder", "{symbol} = {value}\nrow {row}, column {column}: {meaning}")
_FRAMED = QT_TRANSLATE_NOOP("Ladder", "the factor above it in the row of indices.")
_OTHER_OUTPUT = QT_TRANSLATE_NOOP("Ladder", "paths that start at {unit} multiply by it.")
_OTHER_UNIT = QT_TRANSLATE_NOOP("Ladder", "paths through {unit} multiply by it.")
_OFF_DIAGONAL = QT_TRANSLATE_NOOP("Ladder", "0, for {a} does not depend on {z}: no path runs here.")
_OTHER_EDGE = QT_TRANSLATE_NOOP("Ladder", "paths from {above} to {below} multiply by it.")
_OUTER = QT_TRANSLATE_NOOP("Ladder", "{delta} times {below}.")
_OUTER_FRAMED = QT_TRANSLATE_NOOP("Ladder", "{delta} times {below}, the gradient that is sought.")
_DELTA_ALONE = QT_TRANSLATE_NOOP("Ladder", "{delta} times 1.")

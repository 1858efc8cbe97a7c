"""From a grid to samples: inputs, perhaps standardized, and targets as numbers or classes."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.activations import bind
from gradsim.engine.network import MAXIMUM_UNITS
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.edits.data import set_data
from gradsim.project.limits import MAXIMUM_TYPED
from gradsim.project.model import DataSource, Project
from gradsim.project.own_data.cells import has_comma, is_missing_class, is_too_small, numbers_in
from gradsim.project.own_data.grid import Grid

Floats = npt.NDArray[np.float64]
MOST_CLASSES = 1000
_NO_NUMBER = QT_TRANSLATE_NOOP(
    "Problem", "Line {line}, column “{column}”: “{cell}” is no finite number."
)
_TOO_SMALL = QT_TRANSLATE_NOOP(
    "Problem",
    "Line {line}, column “{column}”: “{cell}” is too small for a 64-bit number, which would be 0.",
)
_COMMA = QT_TRANSLATE_NOOP(
    "Problem",
    "Line {line}, column “{column}”: “{cell}” has a comma. Write a decimal point, and nothing "
    "between thousands.",
)


class Own(Struct, frozen=True, eq=False):
    """inputs : (samples, inputs); targets : (samples, outputs), one-hot where there are classes.

    names : of the inputs; classes : the classes' names, empty for numbers.
    """

    inputs: Floats
    targets: Floats
    names: tuple[str, ...]
    classes: tuple[str, ...]


def own_samples(
    grid: Grid, targets: Iterable[int], *, header: bool, standardize: bool, classes: bool
) -> Own:
    """The samples of `grid`; `targets` are column indices from 0, the other columns are inputs.

    Parameters
    ----------
    standardize : whether each input is brought to mean 0 and standard deviation 1, over all
        samples: (x − mean)/std, the population's; a constant column becomes 0.
    classes : whether the one target column holds classes: each becomes an output, in the order of
        their names (numbers by size).

    Raises
    ------
    Problem
        With the line and column of a cell that is missing or no number where one is needed; or
        where no input or no target is left, or the classes are too few or too many.
    """
    chosen = sorted(set(targets))
    names, rows = grid.names(header), grid.body(header)
    inputs = [index for index in range(len(names)) if index not in chosen]
    if not rows:
        raise Problem(QT_TRANSLATE_NOOP("Problem", "The table has no row of samples."))
    if not chosen:
        raise Problem(QT_TRANSLATE_NOOP("Problem", "Choose at least one column as target."))
    if not inputs:
        raise Problem(QT_TRANSLATE_NOOP("Problem", "At least one column must stay an input."))
    if len(inputs) > MAXIMUM_UNITS:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "{count} inputs are too many; at most {maximum} can be."),
            count=len(inputs),
            maximum=MAXIMUM_UNITS,
        )
    x = np.stack([_numbers(grid, rows, index, header) for index in inputs], axis=1)
    if standardize:
        x = _standardized(x)
    labels: tuple[str, ...] = ()
    if classes:
        y, labels = _one_hot(grid, rows, chosen, header)
    else:
        y = np.stack([_numbers(grid, rows, index, header) for index in chosen], axis=1)
    if x.size + y.size > MAXIMUM_TYPED:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "These samples are {count} numbers; at most {maximum} can stand in a project.",
            ),
            count=x.size + y.size,
            maximum=MAXIMUM_TYPED,
        )
    return Own(x, y, tuple(names[index] for index in inputs), labels)


def own_project(project: Project, own: Own) -> Project:
    """`project` with these samples; its width at both ends follows.

    For classes the output becomes softmax with cross-entropy. For numbers a cost that wants
    classes gives way to the half squared error, and an output activation that does not reach all
    targets to the identity.
    """
    network = project.network
    if own.classes:
        activation, cost = Choice.of("softmax"), "cross_entropy"
    elif network.cost in ("cross_entropy", "binary_cross_entropy"):
        activation, cost = Choice.of("identity"), "half_squared_error"
    else:
        activation, cost = network.layers[-1].activation, network.cost
        if not _reaches(activation, own.targets):
            activation = Choice.of("identity")
    output = replace(network.layers[-1], activation=activation, units=own.targets.shape[1])
    if own.classes:
        # A softmax output has nothing behind it.
        output = replace(output, residual=None, dropout=0.0)
    made = replace(
        project,
        network=replace(network, layers=(*network.layers[:-1], output), cost=cost),
        data=DataSource.of("gaussian"),
    )
    return set_data(made, DataSource.inline(own.inputs.tolist(), own.targets.tolist()))


def _reaches(activation: Choice, targets: Floats) -> bool:
    """Whether the values of an activation span the targets, their limits included."""
    far = 10.0 ** np.arange(1, 300)
    rule = bind(activation)
    if not rule.rule.elementwise:
        return False
    with np.errstate(all="ignore"):
        values = rule.value(np.concatenate([-far[::-1], np.linspace(-10, 10, 2001), far]))
    low, high = np.nanmin(values), np.nanmax(values)
    return bool(low <= targets.min() and targets.max() <= high)


def _standardized(x: Floats) -> Floats:
    """(x − mean)/std of each column, in powers of two near its size, so that nothing overflows."""
    _, exponents = np.frexp(np.abs(x).max(axis=0))
    scaled = np.ldexp(x, -exponents)
    scaled -= scaled.mean(axis=0)
    spread = scaled.std(axis=0)
    # A constant column leaves rounding behind, no spread.
    constant = (x == x[0]).all(axis=0)
    return np.asarray(np.where(constant, 0.0, scaled / np.where(spread > 0, spread, 1.0)))


def _numbers(grid: Grid, rows: tuple[tuple[str, ...], ...], index: int, header: bool) -> Floats:
    numbers = grid.numbers(index, header)
    if numbers is not None:
        return numbers
    found = numbers_in(rows, index)
    if None in found:
        row = found.index(None)
        cell = rows[row][index].strip()
        line, column = grid.line(row, header), grid.names(header)[index]
        if not cell:
            raise _empty(line, column)
        told = _COMMA if has_comma(cell) else _TOO_SMALL if is_too_small(cell) else _NO_NUMBER
        raise Problem(told, cell=cell[:40], line=line, column=column)
    return np.array(found, np.float64)


def _empty(line: int, column: str) -> Problem:
    return Problem(
        QT_TRANSLATE_NOOP("Problem", "Line {line}, column “{column}”: the cell is empty."),
        line=line,
        column=column,
    )


def _one_hot(
    grid: Grid, rows: tuple[tuple[str, ...], ...], chosen: list[int], header: bool
) -> tuple[Floats, tuple[str, ...]]:
    if len(chosen) != 1:
        raise Problem(QT_TRANSLATE_NOOP("Problem", "Classes stand in one column."))
    index = chosen[0]
    cells = [row[index].strip() for row in rows]
    missing = next((row for row, cell in enumerate(cells) if is_missing_class(cell)), None)
    if missing is not None:
        line, column = grid.line(missing, header), grid.names(header)[index]
        if not cells[missing]:
            raise _empty(line, column)
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "Line {line}, column “{column}”: “{cell}” stands for a missing class."
            ),
            cell=cells[missing],
            line=line,
            column=column,
        )
    numeric = grid.numbers(index, header) is not None
    labels = sorted(set(cells), key=(lambda cell: (float(cell), cell)) if numeric else None)
    if not 2 <= len(labels) <= MOST_CLASSES:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "The column has {count} different classes; it needs 2 to {maximum}."
            ),
            count=len(labels),
            maximum=MOST_CLASSES,
        )
    places = {label: place for place, label in enumerate(labels)}
    y = np.zeros((len(cells), len(labels)))
    y[np.arange(len(cells)), [places[cell] for cell in cells]] = 1.0
    return y, tuple(labels)

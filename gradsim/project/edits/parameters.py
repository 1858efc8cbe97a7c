"""Edits of single weights and biases: typing one number freezes its layer as it is."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from gradsim.engine.initialization import TypedLayer
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.datasets.dataset import Array
from gradsim.project.edits.rebuilding import LayerIds, checked, drawn_alone, ids_of
from gradsim.project.evaluation import materialize
from gradsim.project.model import Project
from gradsim.project.validation import not_finite

_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")


def set_weight(project: Project, layer_id: int, unit: int, source: int, value: float) -> Project:
    """w_{unit,source} of the layer (counted from 1) typed; the layer's other numbers freeze."""
    index = project.index_of(layer_id)
    weights, biases = current_numbers(project, layer_id)
    place = f"parameters[{index}].weights"
    row = _position(unit, weights.shape[0], place)
    column = _position(source, weights.shape[1], place)
    weights[row, column] = finite(value, f"{place}[{row}][{column}]")
    return _typed(project, index, weights, biases)


def set_bias_value(project: Project, layer_id: int, unit: int, value: float) -> Project:
    """b_unit of the layer (counted from 1) typed; the layer's other numbers freeze."""
    index = project.index_of(layer_id)
    weights, biases = current_numbers(project, layer_id)
    place = f"parameters[{index}].biases"
    row = _position(unit, biases.shape[0], place)
    biases[row] = finite(value, f"{place}[{row}]")
    return _typed(project, index, weights, biases)


def set_weights_matrix(
    project: Project,
    layer_id: int,
    weights: Sequence[Sequence[float]] | Array,
    biases: Sequence[float] | Array | None = None,
) -> Project:
    """The whole weight matrix (units, fan_in) of a layer, and its biases where given."""
    index = project.index_of(layer_id)
    _, kept = current_numbers(project, layer_id)
    matrix = np.array(weights, dtype=np.float64)
    return _typed(project, index, matrix, kept if biases is None else np.array(biases, np.float64))


def set_numbers(project: Project, numbers: Mapping[int, tuple[Array, Array]]) -> Project:
    """Weights (units, fan_in) and biases (units,) of several layers at once, by layer id.

    Raises
    ------
    Problem
        Where a layer is not there, or a number is not finite.
    """
    parameters = list(project.parameters)
    for layer_id, (weights, biases) in numbers.items():
        index = project.index_of(layer_id)
        for array, part in ((weights, "weights"), (biases, "biases")):
            place = f"parameters[{index}].{part}"
            if not np.isfinite(array).all():
                raise not_finite(place)
        matrix, shift = np.array(weights, np.float64), np.array(biases, np.float64)
        matrix.setflags(write=False)
        shift.setflags(write=False)
        parameters[index] = TypedLayer(weights=matrix, biases=shift)
    return checked(replace(project, parameters=tuple(parameters)))


def paste_weights(
    project: Project, layer_id: int, text: str, unit: int = 1, source: int = 1
) -> Project:
    """Cells from a spreadsheet, laid over the weights from (unit, source) on (counted from 1).

    Raises
    ------
    Problem
        At a cell that is no number, or where the cells reach over the edge of the matrix.
    """
    index = project.index_of(layer_id)
    cells = parse_cells(text)
    weights, biases = current_numbers(project, layer_id)
    _lay(weights, cells, unit, source, f"parameters[{index}].weights")
    return _typed(project, index, weights, biases)


def paste_biases(project: Project, layer_id: int, text: str, unit: int = 1) -> Project:
    """Cells from a spreadsheet, a column or a row, laid over the biases from `unit` on."""
    index = project.index_of(layer_id)
    cells = parse_cells(text)
    if len(cells) == 1:
        cells = [[value] for value in cells[0]]
    weights, biases = current_numbers(project, layer_id)
    _lay(biases[:, np.newaxis], cells, unit, 1, f"parameters[{index}].biases")
    return _typed(project, index, weights, biases)


def redraw_layers(project: Project, layer_ids: LayerIds) -> Project:
    """The named layers drawn from their initializers again, their typed numbers forgotten."""
    named = set(project.indices_of(ids_of(layer_ids)))
    parameters = tuple(
        None if index in named else typed for index, typed in enumerate(project.parameters)
    )
    return checked(replace(project, parameters=parameters))


def current_numbers(project: Project, layer_id: int) -> tuple[Array, Array]:
    """The layer's weights (units, fan_in) and biases (units,) as they are now, free to change."""
    index = project.index_of(layer_id)
    typed = project.parameters[index]
    if typed is not None and typed.weights is not None and typed.biases is not None:
        return np.array(typed.weights), np.array(typed.biases)
    if project.layers[index].weights.name == "lsuv":
        parameters = materialize(project).parameters
        weights, biases = parameters.weights[index], parameters.biases[index]
    else:
        fan_in = project.network.fan_in(index + 1)
        weights, biases = drawn_alone(project.layers[index], fan_in, project.seed)
    if typed is not None:
        weights = weights if typed.weights is None else typed.weights
        biases = biases if typed.biases is None else typed.biases
    return np.array(weights), np.array(biases)


def parse_cells(text: str) -> list[list[float]]:
    """Rows of numbers from text with tabs, semicolons, commas or spaces between the cells.

    Raises
    ------
    Problem
        At an empty cell, a cell that is no finite number, or rows of different lengths.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    if not lines:
        raise Problem(QT_TRANSLATE_NOOP("Problem", "There is nothing to paste."))
    rows = [_parse_row(line, number) for number, line in enumerate(lines, 1)]
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            raise Problem(
                QT_TRANSLATE_NOOP("Problem", "Row {row} has {count} cells; row 1 has {expected}."),
                row=number,
                count=len(row),
                expected=len(rows[0]),
            )
    return rows


def _parse_row(line: str, row: int) -> list[float]:
    for separator in ("\t", ";", ","):
        if separator in line:
            cells = line.split(separator)
            break
    else:
        cells = re.split(r"\s+", line.strip())
    return [parse_number(cell, row, column) for column, cell in enumerate(cells, 1)]


def parse_number(cell: str, row: int, column: int) -> float:
    """The number in one cell; `row` and `column` (from 1) say where it stood."""
    text = cell.strip().replace("−", "-")
    if _NUMBER.fullmatch(text) and math.isfinite(value := float(text)):
        return value
    template = QT_TRANSLATE_NOOP("Problem", "Row {row}, column {column}: “{cell}” is no number.")
    if _NUMBER.fullmatch(text) or text.lstrip("+-").lower() in ("nan", "inf", "infinity"):
        template = QT_TRANSLATE_NOOP(
            "Problem", "Row {row}, column {column}: “{cell}” is no finite number."
        )
    raise Problem(template, row=row, column=column, cell=cell.strip()[:40])


def finite(value: float, place: str) -> float:
    """`value` as a float, if it is a finite one."""
    number = float(value)
    if not math.isfinite(number):
        raise not_finite(place)
    return number


def _lay(target: Array, cells: list[list[float]], unit: int, source: int, place: str) -> None:
    row = _position(unit, target.shape[0], place)
    column = _position(source, target.shape[1], place)
    height, width = len(cells), len(cells[0])
    if row + height > target.shape[0] or column + width > target.shape[1]:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "{height} × {width} cells do not fit here: from this cell on there is room for "
                "{rows} × {columns}.",
            ),
            place=place,
            height=height,
            width=width,
            rows=target.shape[0] - row,
            columns=target.shape[1] - column,
        )
    target[row : row + height, column : column + width] = cells


def _position(number: int, count: int, place: str) -> int:
    if not 1 <= number <= count:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "There is no number {number} here: they go from 1 to {count}."
            ),
            place=place,
            number=number,
            count=count,
        )
    return number - 1


def _typed(project: Project, index: int, weights: Array, biases: Array) -> Project:
    for array in (weights, biases):
        array.setflags(write=False)
    parameters = list(project.parameters)
    parameters[index] = TypedLayer(weights=weights, biases=biases)
    return checked(replace(project, parameters=tuple(parameters)))

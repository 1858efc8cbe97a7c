"""Edits of single weights and biases: typing one number freezes its layer as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from msgspec.structs import replace

from gradsim.engine.initialization import TypedLayer
from gradsim.project.datasets.dataset import Array
from gradsim.project.edits.cells import finite, lay, parse_cells, position
from gradsim.project.edits.rebuilding import LayerIds, checked, drawn_alone, ids_of
from gradsim.project.evaluation import materialize
from gradsim.project.model import Project
from gradsim.project.validation import not_finite


def set_weight(project: Project, layer_id: int, unit: int, source: int, value: float) -> Project:
    """w_{unit,source} of the layer (counted from 1) typed; the layer's other numbers freeze."""
    index = project.index_of(layer_id)
    weights, biases = current_numbers(project, layer_id)
    place = f"parameters[{index}].weights"
    row = position(unit, weights.shape[0], place)
    column = position(source, weights.shape[1], place)
    weights[row, column] = finite(value, f"{place}[{row}][{column}]")
    return _typed(project, index, weights, biases)


def set_bias_value(project: Project, layer_id: int, unit: int, value: float) -> Project:
    """b_unit of the layer (counted from 1) typed; the layer's other numbers freeze."""
    index = project.index_of(layer_id)
    weights, biases = current_numbers(project, layer_id)
    place = f"parameters[{index}].biases"
    row = position(unit, biases.shape[0], place)
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
        kept = parameters[index] or TypedLayer()
        parameters[index] = replace(kept, weights=matrix, biases=shift)
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
    lay(weights, cells, unit, source, f"parameters[{index}].weights")
    return _typed(project, index, weights, biases)


def paste_biases(project: Project, layer_id: int, text: str, unit: int = 1) -> Project:
    """Cells from a spreadsheet, a column or a row, laid over the biases from `unit` on."""
    index = project.index_of(layer_id)
    cells = parse_cells(text)
    if len(cells) == 1:
        cells = [[value] for value in cells[0]]
    weights, biases = current_numbers(project, layer_id)
    lay(biases[:, np.newaxis], cells, unit, 1, f"parameters[{index}].biases")
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


def _typed(project: Project, index: int, weights: Array, biases: Array) -> Project:
    for array in (weights, biases):
        array.setflags(write=False)
    parameters = list(project.parameters)
    kept = parameters[index] or TypedLayer()
    parameters[index] = replace(kept, weights=weights, biases=biases)
    return checked(replace(project, parameters=tuple(parameters)))

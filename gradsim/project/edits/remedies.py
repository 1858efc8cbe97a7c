"""Edits of the remedies: normalization, residual connection, dropout, mode, their typed numbers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from gradsim.engine.initialization import TypedLayer
from gradsim.engine.network import Mode
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.remedies import RemedyValues, Residual
from gradsim.project.datasets.dataset import Array
from gradsim.project.edits.cells import lay, parse_cells, position
from gradsim.project.edits.layers import changed
from gradsim.project.edits.rebuilding import LayerIds, checked
from gradsim.project.model import Project
from gradsim.project.remedy_values import current_values


def set_normalization(project: Project, layer_ids: LayerIds, rule: Choice | None) -> Project:
    """One normalization, or none, for each named layer.

    Typed numbers that the new one does not have are forgotten; γ and β stay where it has them.
    """
    return changed(project, layer_ids, lambda layer: replace(layer, normalization=rule))


def set_residual(project: Project, layer_ids: LayerIds, residual: Residual | None) -> Project:
    """One residual connection, or none, for each named layer."""
    return changed(project, layer_ids, lambda layer: replace(layer, residual=residual))


def set_dropout(project: Project, layer_ids: LayerIds, rate: float) -> Project:
    """One probability of silence for each named layer; at 0 it has no dropout."""
    return changed(project, layer_ids, lambda layer: replace(layer, dropout=float(rate)))


def set_mode(project: Project, mode: Mode) -> Project:
    """Whether remedies act as in training or as in evaluation."""
    return checked(replace(project, network=replace(project.network, mode=mode)))


def set_remedy_value(
    project: Project, layer_id: int, name: str, unit: int, value: float
) -> Project:
    """One number of the layer's normalization typed: `name` of `unit` (counted from 1).

    Weights and biases stay drawn where they are.

    Raises
    ------
    Problem
        Where the layer has no such number, or the number cannot be.
    """
    return _laid(project, layer_id, name, [[float(value)]], unit)


def paste_remedy_values(
    project: Project, layer_id: int, name: str, text: str, unit: int = 1
) -> Project:
    """Cells from a spreadsheet, a column or a row, laid over `name` from `unit` on."""
    cells = parse_cells(text)
    if len(cells) == 1:
        cells = [[value] for value in cells[0]]
    return _laid(project, layer_id, name, cells, unit)


def _laid(
    project: Project, layer_id: int, name: str, cells: list[list[float]], unit: int
) -> Project:
    index = project.index_of(layer_id)
    place = f"parameters[{index}].{name}"
    typed = project.parameters[index] or TypedLayer()
    present = current_values(project.layers[index], typed).get(name)
    if present is None:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "Layer {layer} has no normalization with a “{name}” of its own."
            ),
            place=place,
            layer=index + 1,
            name=name,
        )
    values: Array = np.array(present, dtype=np.float64)
    position(unit, values.size, place)
    lay(values[:, np.newaxis], cells, unit, 1, place)
    values.setflags(write=False)
    remedies = replace(typed.remedies or RemedyValues(), **{name: values})
    parameters = list(project.parameters)
    parameters[index] = replace(typed, remedies=remedies)
    return checked(replace(project, parameters=tuple(parameters)))

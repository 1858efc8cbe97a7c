"""Edits of the remedies: normalization, residual connection, dropout, mode, their typed numbers."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from msgspec.structs import replace

from gradsim.engine.initialization import TypedLayer
from gradsim.engine.network import Layer, Mode
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.remedies import RemedyValues, Residual
from gradsim.engine.remedies.residual import Form
from gradsim.project.datasets.dataset import Array
from gradsim.project.edits.cells import lay, parse_cells
from gradsim.project.edits.layers import changed
from gradsim.project.edits.rebuilding import LayerIds, checked, ids_of
from gradsim.project.model import Project, is_drawn
from gradsim.project.remedy_values import current_values, not_owned


def set_normalization(project: Project, layer_ids: LayerIds, rule: Choice | None) -> Project:
    """One normalization, or none, for each named layer.

    Typed numbers that the new one does not have are forgotten; γ and β stay where it has them.
    """
    return changed(project, layer_ids, lambda layer: replace(layer, normalization=rule))


def set_normalization_option(
    project: Project, layer_ids: LayerIds, name: str, value: float
) -> Project:
    """One option for each named layer that has a normalization."""

    def change(layer: Layer) -> Layer:
        if layer.normalization is None:
            return layer
        return replace(layer, normalization=layer.normalization.with_option(name, value))

    return changed(project, layer_ids, change)


def set_residual(project: Project, layer_ids: LayerIds, residual: Residual | None) -> Project:
    """One residual connection, or none, for each named layer."""
    return changed(project, layer_ids, lambda layer: replace(layer, residual=residual))


def set_residual_form(project: Project, layer_ids: LayerIds, form: Form | None) -> Project:
    """A residual connection of this form, or none, for each named layer; scales stay."""

    def change(layer: Layer) -> Layer:
        residual = None if form is None else replace(layer.residual or Residual(), form=form)
        return replace(layer, residual=residual)

    return changed(project, layer_ids, change)


def set_residual_scale(project: Project, layer_ids: LayerIds, scale: float) -> Project:
    """One scale α for each named layer that has a residual connection."""

    def change(layer: Layer) -> Layer:
        if layer.residual is None:
            return layer
        return replace(layer, residual=replace(layer.residual, scale=float(scale)))

    return changed(project, layer_ids, change)


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
    return set_remedy_values(project, layer_id, name, (value,), unit)


def set_remedy_values(
    project: Project, layer_id: int, name: str, values: Iterable[float], unit: int = 1
) -> Project:
    """Several numbers of the layer's normalization typed, from `unit` on (counted from 1).

    Raises
    ------
    Problem
        Where the layer has no such numbers, they reach over its last unit, or cannot be.
    """
    index = project.index_of(layer_id)
    place = f"parameters[{index}].{name}"
    typed = project.parameters[index] or TypedLayer()
    fan_in = project.network.fan_in(index + 1)
    present = current_values(project.layers[index], typed, fan_in).get(name)
    if present is None:
        raise not_owned(name, index + 1, place)
    column: Array = np.array(present, dtype=np.float64)
    lay(column[:, np.newaxis], [[float(value)] for value in values], unit, 1, place)
    column.setflags(write=False)
    remedies = replace(typed.remedies or RemedyValues(), **{name: column})
    parameters = list(project.parameters)
    parameters[index] = replace(typed, remedies=remedies)
    return checked(replace(project, parameters=tuple(parameters)))


def paste_remedy_values(
    project: Project, layer_id: int, name: str, text: str, unit: int = 1
) -> Project:
    """Cells from a spreadsheet, a column or a row, laid over `name` from `unit` on.

    Raises
    ------
    Problem
        Where they are neither, hold no numbers, or `set_remedy_values` refuses them.
    """
    cells = parse_cells(text)
    column = cells[0] if len(cells) == 1 else [row[0] for row in cells if len(row) == 1]
    if len(cells) > 1 and len(column) != len(cells):
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "These cells are no column: a row holds several.")
        )
    return set_remedy_values(project, layer_id, name, column, unit)


def forget_remedy_values(project: Project, layer_ids: LayerIds) -> Project:
    """The numbers of the named layers' normalizations as before training; weights stay."""
    named = set(project.indices_of(ids_of(layer_ids)))
    parameters = list(project.parameters)
    for index in named:
        typed = parameters[index]
        if typed is not None and typed.remedies is not None:
            parameters[index] = None if is_drawn(typed) else replace(typed, remedies=None)
    return checked(replace(project, parameters=tuple(parameters)))

"""Edits that make weights alike, and the one that makes them differ."""

from __future__ import annotations

import numpy as np
from msgspec.structs import replace

from gradsim.engine.options import Choice
from gradsim.project.edits.cells import finite
from gradsim.project.edits.parameters import current_numbers, set_weight
from gradsim.project.edits.rebuilding import LayerIds, checked, ids_of
from gradsim.project.model import Project


def fill_weights(project: Project, layer_ids: LayerIds, value: float) -> Project:
    """Every weight of the named layers made `value`; biases stay as they are.

    A drawn layer gets the initializer that makes them so (zeros, or constant); where numbers are
    typed they are typed over.

    Raises
    ------
    Problem
        Where `value` is not finite.
    """
    value = finite(value, "network.layers")
    choice = Choice.of("zeros") if value == 0.0 else Choice.of("constant", value=value)
    layers, parameters = list(project.layers), list(project.parameters)
    for index in project.indices_of(ids_of(layer_ids)):
        typed = parameters[index]
        if typed is None or typed.weights is None:
            layers[index] = replace(layers[index], weights=choice)
        else:
            weights = np.full_like(np.array(typed.weights, np.float64), value)
            weights.setflags(write=False)
            parameters[index] = replace(typed, weights=weights)
    network = replace(project.network, layers=tuple(layers))
    return checked(replace(project, network=network, parameters=tuple(parameters)))


def add_to_weight(
    project: Project, layer_id: int, unit: int, source: int, amount: float
) -> Project:
    """`amount` added to w_{unit,source} (counted from 1); the layer's other numbers freeze."""
    weights, _ = current_numbers(project, layer_id)
    rows, columns = weights.shape
    present = weights[min(unit, rows) - 1, min(source, columns) - 1]
    return set_weight(project, layer_id, unit, source, float(present) + amount)

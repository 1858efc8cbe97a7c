"""Edits of the layers: each takes a project and returns another, or raises a Problem."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from gradsim.engine.activations import activation_of
from gradsim.engine.initialization import TypedLayer
from gradsim.engine.initializers import initializer_of
from gradsim.engine.network import Layer
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.edits.rebuilding import LayerIds, ids_of, rebuilt
from gradsim.project.model import Project, is_drawn, new_ids


def add_layer(project: Project) -> Project:
    """A new hidden layer before the output, copying the last hidden one."""
    return insert_layer(project, len(project.layers) - 1)


def insert_layer(project: Project, position: int, layer: Layer | None = None) -> Project:
    """A new layer that will stand at index `position` (from 0); at the end it is the output.

    Without `layer` it copies the settings of the layer before it (the one behind it at the very
    start); next to an output alone it takes the output's width and, for softmax, tanh. It is drawn,
    even where the copied layer is typed.
    """
    position = max(0, min(position, len(project.layers)))
    made = _pattern(project, position) if layer is None else layer
    made = replace(made, id=next(new_ids(project)))
    layers, parameters = list(project.layers), list(project.parameters)
    layers.insert(position, made)
    parameters.insert(position, None)
    return rebuilt(project, layers, parameters)


def _pattern(project: Project, position: int) -> Layer:
    pattern = project.layers[max(position - 1, 0)]
    if position < len(project.layers) and not activation_of(pattern.activation).elementwise:
        return replace(pattern, activation=Choice.of("tanh"))
    return pattern


def duplicate_layers(project: Project, layer_ids: LayerIds) -> Project:
    """A copy of each named layer right behind it, typed numbers included.

    The copy of the output stands before it, as a hidden layer; a softmax there cannot be copied.
    """
    named = set(project.indices_of(ids_of(layer_ids)))
    last = len(project.layers) - 1
    free = new_ids(project)
    layers: list[Layer] = []
    parameters: list[TypedLayer | None] = []
    for index, (layer, typed) in enumerate(zip(project.layers, project.parameters, strict=True)):
        pair = [(layer, typed)]
        if index in named:
            copy = replace(layer, id=next(free))
            pair = [(copy, typed), (layer, typed)] if index == last else [*pair, (copy, typed)]
        for made, numbers in pair:
            layers.append(made)
            parameters.append(numbers)
    return rebuilt(project, layers, parameters)


def delete_layers(project: Project, layer_ids: LayerIds) -> Project:
    """The network without the named layers.

    Raises
    ------
    Problem
        Where no layer would be left, or the layer that becomes the output cannot be one.
    """
    gone = set(project.indices_of(ids_of(layer_ids)))
    if len(gone) == len(project.layers):
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "A network needs at least one layer."),
            place="network.layers",
        )
    kept = [index for index in range(len(project.layers)) if index not in gone]
    layers = [project.layers[index] for index in kept]
    parameters = [project.parameters[index] for index in kept]
    return rebuilt(project, layers, parameters)


def move_layer(project: Project, layer_id: int, position: int) -> Project:
    """The layer at index `position` (from 0) of the new order, its typed numbers with it."""
    index = project.index_of(layer_id)
    position = max(0, min(position, len(project.layers) - 1))
    order = [other for other in range(len(project.layers)) if other != index]
    order.insert(position, index)
    return _reordered(project, order)


def move_layers(project: Project, layer_ids: LayerIds, position: int) -> Project:
    """The named layers together, in their present order, in front of what is at `position` now."""
    named = set(project.indices_of(ids_of(layer_ids)))
    order = [index for index in range(len(project.layers)) if index not in named]
    ahead = sum(1 for index in order if index < position)
    order[ahead:ahead] = sorted(named)
    return _reordered(project, order)


def _reordered(project: Project, order: list[int]) -> Project:
    return rebuilt(
        project,
        [project.layers[index] for index in order],
        [project.parameters[index] for index in order],
    )


def set_units(project: Project, layer_ids: LayerIds, units: int) -> Project:
    """So many units in each named layer."""
    return changed(project, layer_ids, lambda layer: replace(layer, units=units))


def set_activation(project: Project, layer_ids: LayerIds, activation: Choice) -> Project:
    """One activation for each named layer; softmax only for the last."""
    return changed(project, layer_ids, lambda layer: replace(layer, activation=activation))


def set_weights(project: Project, layer_ids: LayerIds, initializer: Choice) -> Project:
    """One initializer for each named layer. Typed layers keep their numbers until redrawn.

    Raises
    ------
    Problem
        Where every named layer is typed, so that nothing would change.
    """
    _refuse_all_typed(project, layer_ids)
    return changed(project, layer_ids, lambda layer: replace(layer, weights=initializer))


def set_gain(project: Project, layer_ids: LayerIds, gain: float) -> Project:
    """One gain for each named layer whose initializer has one.

    Raises
    ------
    Problem
        Where none has, or every named layer is typed.
    """
    _refuse_all_typed(project, layer_ids)
    indices = project.indices_of(ids_of(layer_ids))
    named = [project.layers[index].id for index in indices if has_gain(project.layers[index])]
    if not named and indices:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "The initializer “{initializer}” has no gain."),
            place=f"network.layers[{indices[0]}].weights",
            initializer=project.layers[indices[0]].weights.name,
        )
    return changed(
        project,
        named,
        lambda layer: replace(layer, weights=layer.weights.with_option("gain", gain)),
    )


def has_gain(layer: Layer) -> bool:
    """Whether the layer's initializer takes a gain."""
    return any(option.name == "gain" for option in initializer_of(layer.weights).options)


def set_bias(project: Project, layer_ids: LayerIds, initializer: Choice) -> Project:
    """One bias initializer for each named layer. Typed layers keep their numbers until redrawn."""
    _refuse_all_typed(project, layer_ids)
    return changed(project, layer_ids, lambda layer: replace(layer, bias=initializer))


def apply_to_hidden(project: Project, layer_id: int) -> Project:
    """Activation, initializer, gain, bias and remedies of this layer for every hidden layer.

    Widths stay.

    Typed layers keep their numbers until redrawn.
    """
    pattern = project.layer(layer_id)
    hidden = project.layer_ids[:-1]
    return changed(
        project,
        hidden,
        lambda layer: replace(pattern, id=layer.id, units=layer.units),
    )


def changed(project: Project, layer_ids: LayerIds, change: Callable[[Layer], Layer]) -> Project:
    """The project with `change` made in each named layer, and all that hangs on it."""
    named = set(project.indices_of(ids_of(layer_ids)))
    layers = [
        change(layer) if index in named else layer for index, layer in enumerate(project.layers)
    ]
    return rebuilt(project, layers)


def _refuse_all_typed(project: Project, layer_ids: LayerIds) -> None:
    indices = project.indices_of(ids_of(layer_ids))
    if indices and not any(is_drawn(project.parameters[index]) for index in indices):
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "Layer {layer} has typed numbers; redraw it before choosing how it is drawn.",
            ),
            place=f"parameters[{indices[0]}]",
            layer=indices[0] + 1,
        )

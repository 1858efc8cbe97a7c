"""What follows of itself when a project changes: typed numbers and rows keep up with widths."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from gradsim.engine.initialization import TypedLayer, initialize
from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.project.datasets.dataset import Array
from gradsim.project.datasets.loading import input_lock, output_lock, output_widths
from gradsim.project.model import DataSource, Project, Rows, is_drawn
from gradsim.project.remedy_values import fitted_values, overlaid
from gradsim.project.validation import check_network, check_project

LayerIds = int | Iterable[int]


def ids_of(layer_ids: LayerIds) -> tuple[int, ...]:
    """One id or several, as a tuple."""
    return (layer_ids,) if isinstance(layer_ids, int) else tuple(layer_ids)


def rebuilt(
    project: Project,
    layers: Sequence[Layer] | None = None,
    parameters: Sequence[TypedLayer | None] | None = None,
    *,
    inputs: int | None = None,
) -> Project:
    """The project with other layers or another input width, and all that hangs on them.

    Typed numbers keep the overlap with their new shape and draw the rest, and go with the remedy
    that they belong to; typed samples are cut or filled with zeros.

    Raises
    ------
    Problem
        Where the data fix a width that changed, or the result cannot be.
    """
    network = replace(
        project.network,
        layers=project.network.layers if layers is None else tuple(layers),
        inputs=project.network.inputs if inputs is None else inputs,
    )
    check_network(network)
    changed = replace(
        project,
        network=network,
        parameters=project.parameters if parameters is None else tuple(parameters),
    )
    _check_locks(project, changed)
    data = fitted_data(changed.data, network)
    return checked(changed if data is changed.data else replace(changed, data=data), refit=True)


def checked(project: Project, *, refit: bool = False) -> Project:
    """The project itself, if it can be; with `refit`, its typed numbers in their new shapes.

    The sizes are checked before the numbers are drawn.
    """
    if not refit or all(typed is None for typed in project.parameters):
        check_project(project)
        return project
    bare = replace(project, parameters=(None,) * len(project.layers))
    check_project(bare)
    return replace(project, parameters=_refit(project))


def _check_locks(before: Project, after: Project) -> None:
    lock = input_lock(before)
    if lock is not None and after.network.inputs != before.network.inputs:
        raise lock
    widths = output_widths(after.data)
    lock = output_lock(after)
    if lock is not None and widths is not None and after.output.units not in widths:
        raise lock


def _refit(project: Project) -> tuple[TypedLayer | None, ...]:
    fan_in = project.network.inputs
    fitted: list[TypedLayer | None] = []
    for layer, typed in zip(project.layers, project.parameters, strict=True):
        fitted.append(None if typed is None else _fit_layer(typed, layer, fan_in, project.seed))
        fan_in = layer.units
    return tuple(fitted)


def _fit_layer(typed: TypedLayer, layer: Layer, fan_in: int, seed: int) -> TypedLayer | None:
    remedies = fitted_values(typed.remedies, layer, fan_in)
    if remedies is not typed.remedies:
        typed = replace(typed, remedies=remedies)
    weights, biases = typed.weights, typed.biases
    fits = weights is None or weights.shape == (layer.units, fan_in)
    if fits and (biases is None or biases.shape == (layer.units,)):
        return None if is_drawn(typed) and remedies is None else typed
    drawn_weights, drawn_biases = drawn_alone(layer, fan_in, seed)
    return TypedLayer(
        weights=None if weights is None else overlaid(weights, drawn_weights),
        biases=None if biases is None else overlaid(biases, drawn_biases),
        remedies=remedies,
    )


def drawn_alone(layer: Layer, fan_in: int, seed: int) -> tuple[Array, Array]:
    """What this layer draws: weights (units, fan_in), biases (units,).

    A layer draws from streams of its own, so it can be drawn without the others; ``lsuv``, which
    reads the data, stands here as the orthogonal draw that it starts from.
    """
    weights = Choice.of("orthogonal") if layer.weights.name == "lsuv" else layer.weights
    identity = Choice.of("identity")
    alone = Layer(layer.units, identity, weights=weights, bias=layer.bias, id=layer.id)
    parameters = initialize(Network(inputs=fan_in, layers=(alone,), cost="squared_error"), seed)
    return parameters.weights[0], parameters.biases[0]


def fitted_data(data: DataSource, network: Network) -> DataSource:
    """Typed samples with rows as wide as the network takes; other data as they are.

    A row that is too long is cut; one too short is filled with zeros. For cross-entropy the
    targets are brought back to a sum of 1.
    """
    if data.inputs is None or data.targets is None:
        return data
    inputs = _fit_rows(data.inputs, network.inputs)
    targets = _fit_rows(data.targets, network.layers[-1].units)
    if network.cost == "cross_entropy" and targets is not data.targets:
        targets = tuple(_summing_to_one(row, index) for index, row in enumerate(targets))
    if inputs is data.inputs and targets is data.targets:
        return data
    return replace(data, inputs=inputs, targets=targets)


def _fit_rows(rows: Rows, width: int) -> Rows:
    if width < 1 or all(len(row) == width for row in rows):
        return rows
    return tuple(row[:width] + (0.0,) * (width - len(row)) for row in rows)


def _summing_to_one(row: tuple[float, ...], index: int) -> tuple[float, ...]:
    total = sum(row)
    if total > 0.0:
        return tuple(value / total for value in row)
    return tuple(1.0 if unit == index % len(row) else 0.0 for unit in range(len(row)))

"""A cell: what it sets in the project that it varies, and the project that comes of it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice, product

from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.activations import activation_of
from gradsim.engine.network import Layer, check_depth
from gradsim.engine.options import Choice
from gradsim.project.edits.rebuilding import rebuilt
from gradsim.project.model import Project, new_ids, redrawn


class Cell(Struct, frozen=True):
    """What one cell sets; None leaves it as it is in the project.

    activation, weights : of every hidden layer. weights is the initializer with its options.
    gain : of every hidden layer's initializer.
    depth : the number of layers, the output included, 1 or more.
    width : the units of every hidden layer.
    """

    activation: Choice | None = None
    weights: Choice | None = None
    gain: float | None = None
    depth: int | None = None
    width: int | None = None


def grid_cells(
    activations: Iterable[Choice | None] = (None,),
    initializers: Iterable[Choice | None] = (None,),
    gains: Iterable[float | None] = (None,),
    depths: Iterable[int | None] = (None,),
    widths: Iterable[int | None] = (None,),
) -> tuple[Cell, ...]:
    """Every combination, the last axis fastest."""
    return tuple(Cell(*each) for each in product(activations, initializers, gains, depths, widths))


def cell_project(base: Project, cell: Cell) -> Project:
    """`base` with its hidden layers as `cell` sets them; the output layer and the data stay.

    Layers are added behind the last hidden one, as copies of it with new ids, or taken away there;
    so a deeper network begins with the very layers of the shallower one. A network without hidden
    layers gets them after the pattern of its output, softmax excepted, which becomes tanh. Typed
    numbers stay where their layer does, unless the cell sets how that layer is drawn.

    Raises
    ------
    Problem
        Where such a network cannot be.
    """
    hidden, numbers = list(base.layers[:-1]), list(base.parameters[:-1])
    if cell.depth is not None:
        check_depth(cell.depth)
        wanted = cell.depth - 1
        added = max(0, wanted - len(hidden))
        pattern = hidden[-1] if hidden else _hidden_pattern(base.output)
        hidden = hidden[:wanted] + [
            replace(pattern, id=number) for number in islice(new_ids(base), added)
        ]
        numbers = numbers[:wanted] + [None] * added
    if cell.weights is not None or cell.gain is not None:
        numbers = [redrawn(each) for each in numbers]
    return rebuilt(
        base,
        [*(_set(layer, cell) for layer in hidden), base.output],
        [*numbers, base.parameters[-1]],
    )


def _hidden_pattern(output: Layer) -> Layer:
    if activation_of(output.activation).elementwise:
        return output
    return replace(output, activation=Choice.of("tanh"))


def _set(layer: Layer, cell: Cell) -> Layer:
    made = replace(
        layer,
        activation=cell.activation or layer.activation,
        weights=cell.weights or layer.weights,
        units=layer.units if cell.width is None else cell.width,
    )
    if cell.gain is None:
        return made
    return replace(made, weights=made.weights.with_option("gain", cell.gain))

"""What a sheet gives: the network with its numbers, the sample, and the forward pass."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.costs import cost_of
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels import words
from gradsim.viewmodels.builder.remedies.said import remedies_words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.card.formula import Grid
from gradsim.viewmodels.step.card.layer_formulas import cost_formula
from gradsim.viewmodels.step.numerals import numeral, numeral_tex
from gradsim.viewmodels.step.walk.remedy_values import remedied_values, value_of
from gradsim.viewmodels.step.walk.running import root_mean_square
from gradsim.viewmodels.step.walk.steps import Symbol
from gradsim.viewmodels.worksheet.blocks import (
    Block,
    Cell,
    Equation,
    Gap,
    Heading,
    Line,
    Matrices,
    Table,
)
from gradsim.viewmodels.worksheet.matrices import matrix_of, summary
from gradsim.viewmodels.worksheet.remedies import remedy_grids

LAYERS_WITH_MATRICES = 12
"""Layers up to which every array of the network stands on the sheet."""


def say(template: str, **arguments: object) -> str:
    """A sentence of the context "Worksheet" in the reader's language."""
    return words.text(Message.of("Worksheet", template, **arguments))


def network_blocks(result: SimulationResult) -> Iterator[Block]:
    """A row for each layer, then the matrices."""
    project = result.project
    network, parameters = project.network, result.forward.parameters
    yield Heading(say(_NETWORK))
    header = tuple(say(each) for each in (_LAYER, _UNITS, _ACTIVATION, _WEIGHTS, _BIASES, _DRAWN))
    if not network.plain:
        header = (*header, say(_REMEDIES))
    long = network.depth > LAYERS_WITH_MATRICES
    rows: list[tuple[Cell, ...]] = []
    for index, layer in enumerate(network.layers):
        weights, biases = parameters.weights[index], parameters.biases[index]
        drawn = words.initializer_label(layer.weights.name)
        typed = project.parameters[index]
        if typed is not None and typed.weights is not None:
            drawn = say(_TYPED)
        remedies = () if network.plain else (remedies_words(layer),)
        rows.append(
            (
                Symbol("a", index + 1).text,
                words.count(layer.units),
                words.activation_label(layer.activation.name),
                summary(weights, with_norm=long),
                summary(biases, with_norm=long),
                drawn,
                *remedies,
            )
        )
    yield Table(header, tuple(rows))
    if any(typed is None or typed.weights is None for typed in project.parameters):
        yield Line((say(_SEED, seed=str(project.seed)),), muted=True)
    if not long:
        for index in range(network.depth):
            weights, biases = parameters.weights[index], parameters.biases[index]
            if weights.size > 1:
                grids = (
                    Grid(Symbol("W", index + 1).text, weights),
                    Grid(Symbol("b", index + 1).text, biases[:, None], 0, ","),
                )
                yield Matrices(tuple(matrix_of(grid, blank=False) for grid in grids))
            brought = remedy_grids(result.forward, index + 1)
            if brought:
                yield Matrices(tuple(matrix_of(grid, blank=False) for grid in brought))
    elif any(weights.size > 1 for weights in parameters.weights):
        yield Line((say(_NO_MATRICES, layers=LAYERS_WITH_MATRICES),), muted=True)


def sample_blocks(result: SimulationResult) -> Iterator[Block]:
    """x, y, and the cost's formula."""
    forward = result.forward
    yield Heading(say(_SAMPLE))
    grids = [Grid("x", _columns(forward.inputs))]
    cost = cost_of(result.project.network.cost)
    reference = np.broadcast_to(forward.reference, forward.output.activation.shape)
    grids.append(Grid("y" if cost.uses_targets else "r", _columns(reference), 0, ","))
    yield Matrices(tuple(matrix_of(grid, blank=False) for grid in grids))
    formula, _ = cost_formula(result)
    label = words.cost_label(cost.name)
    yield Line((say(_COST, cost=label), Equation.of(formula)))


def forward_blocks(result: SimulationResult, *, blank: bool) -> Iterator[Block]:
    """z and a of every layer, and the cost."""
    forward = result.forward
    yield Heading(say(_FORWARD))
    if len(forward.layers) <= LAYERS_WITH_MATRICES:
        for index, layer in enumerate(forward.layers):
            exponent = int(np.asarray(layer.exponent))
            grids = _layer_grids(result, index + 1, exponent)
            yield Matrices(tuple(matrix_of(grid, blank=blank) for grid in grids))
    else:
        yield _forward_table(result, blank=blank)
    formula, value = cost_formula(result)
    if blank:
        yield Line((Equation.of(f"{formula} ="), Gap()))
    else:
        yield Line((Equation.of(f"{formula} = {numeral_tex(value)}"),))


def _layer_grids(result: SimulationResult, number: int, exponent: int) -> tuple[Grid, ...]:
    """z and a of one layer; with remedies every value in the order in which it is made."""
    layer, network = result.forward.layers[number - 1], result.project.network
    if network.layers[number - 1].plain:
        return (
            Grid(Symbol("z", number).text, _columns(layer.pre_activation), exponent),
            Grid(Symbol("a", number).text, _columns(layer.activation), exponent, ","),
        )
    steps = remedied_values(network, number, bare=False)
    return tuple(
        Grid(step.numerator.text, _columns(value_of(step, result)[0]), exponent, "," * bool(place))
        for place, step in enumerate(steps)
    )


def _forward_table(result: SimulationResult, *, blank: bool) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for index, layer in enumerate(result.forward.layers):
        exponent = int(np.asarray(layer.exponent))
        cells: tuple[Cell, ...] = (Gap(), Gap())
        if not blank:
            cells = tuple(
                _size(values, exponent) for values in (layer.pre_activation, layer.activation)
            )
        letters = Symbol("z", index + 1).text, Symbol("a", index + 1).text
        rows.append((letters[0], cells[0], letters[1], cells[1]))
    return Table(("", "", "", ""), tuple(rows))


def _size(values: npt.NDArray[Any], exponent: int) -> str:
    number = numeral(root_mean_square(values, exponent))
    return number if values.size == 1 else f"rms {number}"


def _columns(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """(samples, units) as units down, samples across."""
    return np.atleast_2d(values).T


_NETWORK = QT_TRANSLATE_NOOP("Worksheet", "Network")
_LAYER = QT_TRANSLATE_NOOP("Worksheet", "Layer")
_UNITS = QT_TRANSLATE_NOOP("Worksheet", "Units")
_ACTIVATION = QT_TRANSLATE_NOOP("Worksheet", "Activation")
_WEIGHTS = QT_TRANSLATE_NOOP("Worksheet", "Weights")
_BIASES = QT_TRANSLATE_NOOP("Worksheet", "Biases")
_DRAWN = QT_TRANSLATE_NOOP("Worksheet", "Drawn by")
_REMEDIES = QT_TRANSLATE_NOOP("Worksheet", "Remedies")
_TYPED = QT_TRANSLATE_NOOP("Worksheet", "typed")
_SEED = QT_TRANSLATE_NOOP("Worksheet", "Seed of the draws: {seed}")
_NO_MATRICES = QT_TRANSLATE_NOOP(
    "Worksheet", "More than {layers} layers: of larger matrices the shape and the norm stand here."
)
_SAMPLE = QT_TRANSLATE_NOOP("Worksheet", "Input, target and cost")
_COST = QT_TRANSLATE_NOOP("Worksheet", "{cost}:")
_FORWARD = QT_TRANSLATE_NOOP("Worksheet", "Forward pass")

"""What a network is: layers, their choices and the cost, as immutable values without numbers."""

from __future__ import annotations

import operator
from collections.abc import Collection
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.activations import activation_of
from gradsim.engine.costs import cost_of
from gradsim.engine.initializers import initializer_of
from gradsim.engine.layer import Layer
from gradsim.engine.options import check_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.remedies import normalization_of
from gradsim.engine.remedies.checking import check_remedies

__all__ = [
    "MAXIMUM_LAYERS",
    "MAXIMUM_PARAMETERS",
    "MAXIMUM_UNITS",
    "Layer",
    "Mode",
    "Network",
    "check_depth",
    "validate_network",
]

Mode = Literal["train", "evaluate"]

MAXIMUM_UNITS = 10_000
MAXIMUM_LAYERS = 10_000
MAXIMUM_PARAMETERS = 50_000_000


class Network(Struct, frozen=True):
    """Inputs, layers 1..L and the name of the cost.

    mode : in `train` batch normalization takes the statistics of the batch and dropout is at work;
        in `evaluate` the running statistics, and no unit is silent.
    """

    inputs: int
    layers: tuple[Layer, ...]
    cost: str = "squared_error"
    mode: Mode = "train"

    @property
    def evaluating(self) -> bool:
        """Whether remedies act as they do after training."""
        return self.mode == "evaluate"

    @property
    def plain(self) -> bool:
        """Whether no layer has a remedy."""
        return all(layer.plain for layer in self.layers)

    @property
    def evaluated(self) -> Network:
        """The same network, its remedies acting as after training."""
        return self if self.plain or self.evaluating else replace(self, mode="evaluate")

    @property
    def couples_samples(self) -> bool:
        """Whether the samples of a batch depend on each other: batch normalization in training."""
        return any(map(self._couples_samples, self.layers))

    def takes_off_bias(self, number: int) -> bool:
        """Whether layer `number` takes the mean over the batch off right after b was added: nothing
        then depends on b, and ∂C/∂b is 0 exactly (Ioffe & Szegedy 2015, section 3.2)."""
        layer = self.layers[number - 1]
        return self._couples_samples(layer) and not layer.activates_first

    def _couples_samples(self, layer: Layer) -> bool:
        return (
            not self.evaluating
            and layer.normalization is not None
            and normalization_of(layer.normalization).couples_samples
        )

    @property
    def depth(self) -> int:
        """L, the number of layers."""
        return len(self.layers)

    def fan_in(self, layer: int) -> int:
        """The number of units that feed `layer` (counted from 1)."""
        return self.inputs if layer == 1 else self.layers[layer - 2].units

    @property
    def widths(self) -> tuple[int, ...]:
        """Inputs and the units of every layer."""
        return (self.inputs, *[layer.units for layer in self.layers])

    @property
    def parameter_count(self) -> int:
        """The number of weights and biases."""
        widths = self.widths
        weights: int = sum(map(operator.mul, widths, widths[1:]))
        return weights + sum(widths[1:])


def validate_network(network: Network, sound: Collection[int] = ()) -> None:
    """Refuse a network that cannot be built, at the place where it was made.

    `sound` holds ``id()`` of hidden layers that were found to be so before and still live: a deep
    network of which one layer was changed need not be looked through layer by layer.

    Raises
    ------
    Problem
        With a place such as ``network.layers[2].units`` (counted from 0, as in the JSON).
    """
    if network.inputs < 1:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "A network needs at least 1 input, not {inputs}."),
            place="network.inputs",
            inputs=network.inputs,
        )
    if network.inputs > MAXIMUM_UNITS:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "{inputs} inputs are too many; the most is {maximum}."),
            place="network.inputs",
            inputs=network.inputs,
            maximum=MAXIMUM_UNITS,
        )
    check_depth(len(network.layers))
    seen: dict[int, int] = {}
    for index, layer in enumerate(network.layers):
        if id(layer) not in sound:
            _validate_layer(layer, index + 1, len(network.layers), f"network.layers[{index}]")
        if layer.id in seen:
            raise Problem(
                QT_TRANSLATE_NOOP("Problem", "Layers {first} and {layer} have the same id {id}."),
                place=f"network.layers[{index}].id",
                first=seen[layer.id],
                layer=index + 1,
                id=layer.id,
            )
        seen[layer.id] = index + 1
    if network.parameter_count > MAXIMUM_PARAMETERS:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "The network has {count} weights and biases; the most is {maximum}."
            ),
            place="network.layers",
            count=network.parameter_count,
            maximum=MAXIMUM_PARAMETERS,
        )
    _validate_cost(network)


def check_depth(layers: int) -> None:
    """Refuse a number of layers that no network has, which can be asked before any is made.

    Raises
    ------
    Problem
        Where there is none, or more than are held.
    """
    if layers < 1:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "A network needs at least one layer."),
            place="network.layers",
        )
    if layers > MAXIMUM_LAYERS:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "{layers} layers are too many; the most is {maximum}."),
            place="network.layers",
            layers=layers,
            maximum=MAXIMUM_LAYERS,
        )


def _validate_layer(layer: Layer, number: int, depth: int, place: str) -> None:
    if layer.units < 1:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "Layer {layer} has {units} units; it needs at least 1."),
            place=f"{place}.units",
            layer=number,
            units=layer.units,
        )
    if layer.units > MAXIMUM_UNITS:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "Layer {layer} has {units} units; the most is {maximum}."),
            place=f"{place}.units",
            layer=number,
            units=layer.units,
            maximum=MAXIMUM_UNITS,
        )
    if layer.id < 0:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "Layer {layer} has the id {id}; it must be 0 or more."),
            place=f"{place}.id",
            layer=number,
            id=layer.id,
        )
    check_remedies(layer, number, depth, place)
    try:
        activation = activation_of(layer.activation)
    except Problem as problem:
        raise problem.at(f"{place}.activation") from None
    check_options(layer.activation, activation.options, f"{place}.activation")
    if not activation.elementwise and number != depth:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "Softmax can only be the last layer, not layer {layer}."),
            place=f"{place}.activation",
            layer=number,
        )
    for role, choice in (("weights", layer.weights), ("bias", layer.bias)):
        try:
            initializer = initializer_of(choice)
        except Problem as problem:
            raise problem.at(f"{place}.{role}") from None
        check_options(choice, initializer.options, f"{place}.{role}")
        if role == "bias" and not initializer.for_bias:
            raise Problem(
                QT_TRANSLATE_NOOP("Problem", "“{name}” draws weights; a bias cannot use it."),
                place=f"{place}.bias",
                name=choice.name,
            )


def _validate_cost(network: Network) -> None:
    cost = cost_of(network.cost)
    last = network.layers[-1].activation.name
    required = cost.required_activation
    if required is not None and last != required:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "The cost “{cost}” needs “{required}” as the last activation."
            ),
            place="network.cost",
            cost=network.cost,
            required=required,
        )
    output = network.layers[-1]
    if required is not None and (output.residual is not None or output.dropout):
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The cost “{cost}” takes the last activation as it is: the last layer can have "
                "neither a residual connection nor dropout.",
            ),
            place="network.cost",
            cost=network.cost,
        )
    if network.mode not in get_args(Mode):
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "“{mode}” is no mode: it is “train” or “evaluate”."),
            place="network.mode",
            mode=network.mode,
        )

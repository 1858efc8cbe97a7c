"""How large a project may be: the bounds that keep one typed number from filling the memory."""

from __future__ import annotations

from gradsim.engine.network import Network
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem

MAXIMUM_LAYERS = 10_000
MAXIMUM_UNITS = 4_096
MAXIMUM_PARAMETERS = 50_000_000
MAXIMUM_SAMPLES = 100_000
MAXIMUM_VALUES = 50_000_000
"""Activations that one forward pass may hold: samples times units, over all layers."""
MAXIMUM_SEED = 2**31 - 1
MAXIMUM_TITLE = 1_000
MAXIMUM_FILE_BYTES = 64 * 2**20


def check_size(network: Network, samples: int) -> None:
    """Refuse a network that is too large to draw or to run, before anything is allocated.

    Raises
    ------
    Problem
        At the layer count, the width or the sample count that is out of bounds.
    """
    if len(network.layers) > MAXIMUM_LAYERS:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "A network has at most {maximum} layers, not {layers}."),
            place="network.layers",
            maximum=MAXIMUM_LAYERS,
            layers=len(network.layers),
        )
    check_width(network.inputs, "network.inputs")
    for index, layer in enumerate(network.layers):
        check_width(layer.units, f"network.layers[{index}].units")
    parameters = parameter_count(network)
    if parameters > MAXIMUM_PARAMETERS:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The network would have {parameters} weights and biases; at most {maximum} "
                "are held.",
            ),
            place="network.layers",
            parameters=parameters,
            maximum=MAXIMUM_PARAMETERS,
        )
    check_samples(samples)
    units = network.inputs + sum(layer.units for layer in network.layers)
    if samples * units > MAXIMUM_VALUES:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "{samples} samples through {units} units make {values} activations; at most "
                "{maximum} are held. Take fewer samples or smaller layers.",
            ),
            place="data",
            samples=samples,
            units=units,
            values=samples * units,
            maximum=MAXIMUM_VALUES,
        )


def check_width(units: int, place: str) -> None:
    """Refuse a layer or an input wider than what is held; less than 1 is the engine's to refuse."""
    if units > MAXIMUM_UNITS:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "At most {maximum} units fit here, not {units}."),
            place=place,
            maximum=MAXIMUM_UNITS,
            units=units,
        )


def check_samples(samples: int) -> None:
    """Refuse a batch of no samples or of more than are held."""
    if not 1 <= samples <= MAXIMUM_SAMPLES:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "The data have {samples} samples; they need from 1 to {maximum}."
            ),
            place="data",
            samples=samples,
            maximum=MAXIMUM_SAMPLES,
        )


def parameter_count(network: Network) -> int:
    """Weights and biases of all layers: the sum of fan_out · (fan_in + 1)."""
    fan_in = network.inputs
    count = 0
    for layer in network.layers:
        count += layer.units * (fan_in + 1)
        fan_in = layer.units
    return count

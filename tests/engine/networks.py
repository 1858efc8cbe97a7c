"""Small networks that several tests of the engine share."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gradsim.engine.forward import ForwardPass, forward
from gradsim.engine.initialization import Parameters, TypedLayer, initialize
from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice


def network_of(
    inputs: int,
    units: Sequence[int],
    activations: Sequence[str] | str = "tanh",
    cost: str = "half_squared_error",
    weights: Choice = Choice("glorot_normal"),  # noqa: B008 - immutable
    bias: Choice = Choice("normal"),  # noqa: B008 - immutable
) -> Network:
    names = [activations] * len(units) if isinstance(activations, str) else activations
    return Network(
        inputs,
        tuple(
            Layer(width, Choice(name), weights, bias, id=index + 1)
            for index, (width, name) in enumerate(zip(units, names, strict=True))
        ),
        cost,
    )


def pass_of(
    network: Network,
    samples: int = 3,
    seed: int = 0,
    *,
    parameters: Parameters | None = None,
    inputs: np.ndarray | None = None,
    targets: np.ndarray | None = None,
) -> ForwardPass:
    random = np.random.default_rng(seed + 100)
    if inputs is None:
        inputs = random.normal(size=(samples, network.inputs))
    outputs = network.layers[-1].units
    if targets is None:
        targets = random.random((len(inputs), outputs))
        if network.cost == "cross_entropy":
            targets /= targets.sum(axis=1, keepdims=True)
    if parameters is None:
        parameters = initialize(network, seed)
    return forward(network, parameters, inputs, targets)


def typed(*layers: tuple[object, object]) -> tuple[TypedLayer, ...]:
    return tuple(
        TypedLayer(np.asarray(weights, float), np.asarray(biases, float))
        for weights, biases in layers
    )

"""When the mean-field prediction of a profile may be drawn, and why not where it may not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from gradsim.engine.activations import activation_of
from gradsim.engine.initialization import TypedLayer
from gradsim.engine.initializers import initializer_of
from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice, resolved_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.theory.fixed_points import attractors
from gradsim.engine.theory.length_map import LengthMap

_INDEPENDENT = frozenset({"normal", "uniform", "truncated"})
"""Families whose entries are drawn independently of one another."""
NARROW = 1.0
"""The most that Σ 1/n over the layers may be: the log-variance of a profile grows with it."""
BIAS_SHARE = 0.05
"""The most of Var(z) that a bias which is not normal may make up."""


class Obstacle(StrEnum):
    """What the prediction rests on and a network may lack."""

    cost = "cost"
    typed = "typed"
    output = "output"
    correlated = "correlated"
    data_dependent = "data_dependent"
    bias = "bias"
    narrow = "narrow"
    attractors = "attractors"
    remedies = "remedies"


SENTENCES = {
    Obstacle.cost: QT_TRANSLATE_NOOP(
        "Theory",
        "With this cost the gradient at the output depends on the weights, which theory leaves "
        "out: choose the cost “probe” to see its line.",
    ),
    Obstacle.typed: QT_TRANSLATE_NOOP(
        "Theory", "The weights of layer {layer} are typed: theory speaks of drawn ones."
    ),
    Obstacle.output: QT_TRANSLATE_NOOP(
        "Theory", "Softmax mixes its units: theory speaks of activations that act on each alone."
    ),
    Obstacle.correlated: QT_TRANSLATE_NOOP(
        "Theory", "The weights of layer {layer} are not drawn independently of one another."
    ),
    Obstacle.data_dependent: QT_TRANSLATE_NOOP(
        "Theory", "The weights of layer {layer} are fitted to the data, which theory leaves out."
    ),
    Obstacle.bias: QT_TRANSLATE_NOOP(
        "Theory", "The biases of layer {layer} are not normal and too large to be taken for it."
    ),
    Obstacle.narrow: QT_TRANSLATE_NOOP(
        "Theory",
        "The network is too narrow for its depth: single draws differ too much for one line.",
    ),
    Obstacle.attractors: QT_TRANSLATE_NOOP(
        "Theory",
        "With this gain the signal either dies out or stays large, by the luck of the draw: there "
        "is no one line.",
    ),
    Obstacle.remedies: QT_TRANSLATE_NOOP(
        "Theory", "Layer {layer} has a remedy: the theory drawn here is that of plain layers."
    ),
}
"""One English sentence each, translation context "Theory"; some name a layer."""


class NoLine(Struct, frozen=True):
    """Why no line is drawn; `layer` (from 1) where one layer is the reason."""

    obstacle: Obstacle
    layer: int | None = None


def length_maps(network: Network) -> tuple[LengthMap, ...]:
    """The length map of each layer 1..L; the network has no obstacle."""
    return tuple(_length_map(network, layer) for layer in range(1, network.depth + 1))


def obstacle(network: Network, typed: Sequence[TypedLayer | None] = ()) -> NoLine | None:
    """The first reason against a line for `network`, or None where theory holds.

    Parameters
    ----------
    typed : sequence of TypedLayer or None
        Exact values that take the place of draws, one entry per layer.

    Source: Hanin 2018 for narrow networks; Poole et al. 2016 for the fixed points.
    """
    if network.cost != "probe":
        return NoLine(Obstacle.cost)
    for number, layer in enumerate(network.layers, 1):
        if not layer.plain:
            return NoLine(Obstacle.remedies, number)
        given = typed[number - 1] if number <= len(typed) else None
        if given is not None and (given.weights is not None or given.biases is not None):
            return NoLine(Obstacle.typed, number)
        if not activation_of(layer.activation).elementwise:
            return NoLine(Obstacle.output, number)
        weights = initializer_of(layer.weights)
        if weights.data_dependent:
            return NoLine(Obstacle.data_dependent, number)
        if weights.family.name not in _INDEPENDENT and weights.family.name != "zeros":
            return NoLine(Obstacle.correlated, number)
        if _bias_variance(network, number, layer) is None or not bias_passes_for_normal(
            layer.bias, _length_map(network, number)
        ):
            return NoLine(Obstacle.bias, number)
    if sum(1.0 / layer.units for layer in network.layers[:-1]) > NARROW:
        return NoLine(Obstacle.narrow)
    for number, length_map in _distinct(length_maps(network)):
        if len(attractors(length_map)) > 1:
            return NoLine(Obstacle.attractors, number)
    return None


def bias_passes_for_normal(bias: Choice, length_map: LengthMap) -> bool:
    """Whether theory, which has z normal, may take biases drawn by `bias` for normal ones.

    They are 0 or normal, or so small a part of Var(z), where layers of `length_map` settle, that
    their shape does not tell. σ_b² is that of `length_map`.
    """
    if initializer_of(bias).family.name in ("zeros", "normal"):
        return True
    settled = attractors(length_map)
    q = settled[-1] if settled else 1.0
    return length_map.bias_variance <= BIAS_SHARE * q


def _distinct(maps: Sequence[LengthMap]) -> Iterator[tuple[int, LengthMap]]:
    seen: set[LengthMap] = set()
    for number, length_map in enumerate(maps, 1):
        if length_map not in seen:
            seen.add(length_map)
            yield number, length_map


def _length_map(network: Network, number: int) -> LengthMap:
    layer, fan_in = network.layers[number - 1], network.fan_in(number)
    weights = initializer_of(layer.weights)
    variance = weights.variance(
        fan_in, layer.units, **resolved_options(layer.weights, weights.options)
    )
    return LengthMap(
        layer.activation, fan_in * (variance or 0.0), _bias_variance(network, number, layer) or 0.0
    )


def _bias_variance(network: Network, number: int, layer: Layer) -> float | None:
    bias = initializer_of(layer.bias)
    options = resolved_options(layer.bias, bias.options)
    return bias.variance(network.fan_in(number), layer.units, **options)

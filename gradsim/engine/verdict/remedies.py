"""Which initializer suits which activation, and whether the one chosen already does."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from gradsim.engine.activations import activation_of
from gradsim.engine.initializers import initializer_of, recommended_gain
from gradsim.engine.options import Choice, resolved_options
from gradsim.engine.verdict.records import Remedy

if TYPE_CHECKING:
    from gradsim.engine.network import Layer, Network

# Half of what reaches them is cut off, so their weights need He's factor of two.
_ONE_SIDED = frozenset(
    {"relu", "leaky_relu", "relu6", "elu", "celu", "gelu", "gelu_tanh", "silu", "mish",
     "softplus", "hardswish"}
)  # fmt: skip

# The activations whose slope is exactly 0 over a whole range.
_BLOCKING = frozenset({"relu", "relu6", "hardswish", "hardsigmoid", "hardtanh"})

# Variances this close are one choice under two names (Glorot and LeCun in a square layer).
_SAME_VARIANCE = 1.25


@lru_cache(maxsize=256)
def suited_weights(activation: Choice) -> Choice:
    """The initializer that the field recommends for `activation`, with its gain.

    He for one-sided activations, LeCun for SELU, Glorot with the recommended gain for the rest
    (He et al. 2015; Klambauer et al. 2017; Glorot & Bengio 2010).
    """
    if activation.name in _ONE_SIDED:
        return Choice.of("he_normal")
    if activation.name == "selu":
        return Choice.of("lecun_normal")
    gain = recommended_gain("glorot_normal", activation)
    return Choice.of("glorot_normal") if gain == 1.0 else Choice.of("glorot_normal", gain=gain)


def weights_suit(network: Network, layer: int, activation: Choice | None = None) -> bool:
    """Whether layer `layer` (from 1) draws weights of about the variance that is recommended.

    `activation` asks for another activation than the layer's own. Constant weights never suit;
    identity and lsuv, whose variance is no one number, count as suited.
    """
    here = network.layers[layer - 1]
    return _suit(here.weights, activation or here.activation, network.fan_in(layer), here.units)


def better_weights(
    network: Network, layers: Sequence[int], activation: Choice | None = None
) -> list[Remedy]:
    """Suited weights for those of `layers` that have others, one remedy per choice."""
    chosen: dict[Choice, list[int]] = {}
    for layer in layers:
        if not weights_suit(network, layer, activation):
            wanted = suited_weights(activation or network.layers[layer - 1].activation)
            chosen.setdefault(wanted, []).append(layer)
    return [Remedy("weights", choice, tuple(where)) for choice, where in chosen.items()]


def against_vanishing(network: Network, activations_took_more: bool) -> tuple[Remedy, ...]:
    """ReLU with He where the slopes took the gradient, else weights of the right variance."""
    hidden = _hidden(network)
    squashing = [layer for layer in hidden if _slope_below_one(network.layers[layer - 1])]
    relu = Choice.of("relu")
    if activations_took_more and squashing:
        return (
            Remedy("activation", relu, tuple(squashing)),
            *better_weights(network, squashing, relu),
        )
    weights = better_weights(network, hidden) or better_weights(network, [network.depth])
    if weights:
        return tuple(weights)
    bent = [
        layer
        for layer in hidden
        if network.layers[layer - 1].activation.name not in _ONE_SIDED | {"identity", "selu"}
    ]
    if not bent:
        return ()
    return (Remedy("activation", relu, tuple(bent)), *better_weights(network, bent, relu))


def against_exploding(network: Network) -> tuple[Remedy, ...]:
    """Weights of the right variance in the hidden layers; where they have it, in the last one."""
    hidden = better_weights(network, _hidden(network))
    return tuple(hidden or better_weights(network, [network.depth]))


def against_dead_units(network: Network, layers: Sequence[int]) -> tuple[Remedy, ...]:
    """A slope on the left, weights of the right variance, and no bias that pushes units off."""
    leaky = Choice.of("leaky_relu")
    blocking = tuple(
        layer for layer in layers if network.layers[layer - 1].activation.name in _BLOCKING
    )
    remedies = [Remedy("activation", leaky, blocking)] if blocking else []
    remedies += better_weights(network, layers, leaky if blocking else None)
    biased = tuple(layer for layer in layers if network.layers[layer - 1].bias.name != "zeros")
    if biased:
        remedies.append(Remedy("bias", Choice.of("zeros"), biased))
    return tuple(remedies)


def instead_of_equal_weights(network: Network, layers: Sequence[int]) -> tuple[Remedy, ...]:
    """Random weights of the right variance, for zero or constant ones.

    One remedy per initializer, with the gain that suits the lowest of its layers: it takes all of
    them together to let the gradient through.
    """
    chosen: dict[str, tuple[Choice, list[int]]] = {}
    for layer in layers:
        choice = suited_weights(network.layers[layer - 1].activation)
        chosen.setdefault(choice.name, (choice, []))[1].append(layer)
    return tuple(Remedy("weights", choice, tuple(where)) for choice, where in chosen.values())


def _hidden(network: Network) -> list[int]:
    return list(range(1, len(network.layers)))


def _slope_below_one(layer: Layer) -> bool:
    activation = activation_of(layer.activation)
    return activation.elementwise and activation.maximum_slope(**layer.activation.as_mapping()) < 1


@lru_cache(maxsize=1024)
def _suit(weights: Choice, activation: Choice, fan_in: int, fan_out: int) -> bool:
    if weights.name == "constant":
        return False
    wanted = _variance(suited_weights(activation), fan_in, fan_out)
    actual = _variance(weights, fan_in, fan_out)
    if wanted is None or actual is None:
        return True
    return actual > 0.0 and abs(math.log(actual / wanted)) <= math.log(_SAME_VARIANCE)


def _variance(choice: Choice, fan_in: int, fan_out: int) -> float | None:
    rule = initializer_of(choice)
    variance = rule.variance(fan_in, fan_out, **resolved_options(choice, rule.options))
    return None if variance is None else float(variance)

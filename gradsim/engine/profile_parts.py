"""How many decades lie between two layers of a gradient profile, and what took or gave them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gradsim.engine.attribution_weights import bias_samples_log10, weight_gradient_parts
from gradsim.engine.statistics import logarithms
from gradsim.engine.verdict_records import Quantity, Statistic

if TYPE_CHECKING:
    from gradsim.engine.measurement import Measurement
    from gradsim.engine.network import Network
    from gradsim.engine.statistics import Magnitude


@dataclass(frozen=True, slots=True)
class ProfileParts:
    """The parts of log₁₀(size at layer 1 / size at layer L); their sum is exactly that.

    activation, weights, remedies : over the layers between, as the attribution has them.
    inputs : the change of ‖a^(l−1)‖ (weight gradients only).
    samples : the change of how far samples cancel (weight and bias gradients).
    sizes : −½ log₁₀ of the ratio of the numbers of entries (RMS only).
    """

    activation: float = 0.0
    weights: float = 0.0
    remedies: float = 0.0
    inputs: float = 0.0
    samples: float = 0.0
    sizes: float = 0.0

    @property
    def total(self) -> float:
        """Their sum."""
        return math.fsum(
            (self.activation, self.weights, self.remedies, self.inputs, self.samples, self.sizes)
        )


def magnitudes(measurement: Measurement, quantity: Quantity) -> list[Magnitude]:
    """The quantity's magnitude at every layer, from layer 1 on."""
    return [getattr(layer, quantity) for layer in measurement.layers]


def sizes_log10(measurement: Measurement, quantity: Quantity, statistic: Statistic) -> list[float]:
    """log₁₀ of the quantity's size at every layer; -inf for zero, nan, inf as they are."""
    sizes = logarithms(magnitudes(measurement, quantity), statistic)
    return [float(size) for size in sizes]


def fair_statistic(network: Network, quantity: Quantity) -> Statistic:
    """L2 where the quantity has as many entries at every layer, else RMS."""
    entries = set(entry_counts(network, quantity))
    return "l2" if len(entries) == 1 else "rms"


def entry_counts(network: Network, quantity: Quantity) -> list[int]:
    """How many entries the quantity has at each layer (per sample, where it has samples)."""
    if quantity == "weight_gradient":
        return [
            layer.units * network.fan_in(number)
            for number, layer in enumerate(network.layers, start=1)
        ]
    return [layer.units for layer in network.layers]


def profile_parts(
    measurement: Measurement, network: Network, quantity: Quantity, statistic: Statistic
) -> ProfileParts:
    """What lies between layer L and layer 1, part by part (no ensemble axes)."""
    layers = measurement.layers
    # ∂C/∂a^(l) has met the f′ of the layers above l only, δ^(l) that of layer l too.
    met = layers[1:] if quantity == "activation_gradient" else layers[:-1]
    activation = math.fsum(float(layer.attribution.activation_log10) for layer in met)
    below = [layer.attribution for layer in layers[:-1]]
    weights = math.fsum(float(attribution.weights_log10) for attribution in below)
    remedies = math.fsum(float(attribution.remedies_log10) for attribution in below)
    inputs = samples = sizes = 0.0
    if quantity == "weight_gradient":
        first, last = weight_gradient_parts(layers[0]), weight_gradient_parts(layers[-1])
        inputs = first.inputs_log10 - last.inputs_log10
        samples = first.samples_log10 - last.samples_log10
    elif quantity == "bias_gradient":
        ends = [bias_samples_log10(end.bias_gradient, end.delta) for end in (layers[0], layers[-1])]
        samples = ends[0] - ends[1]
    if statistic == "rms":
        entries = entry_counts(network, quantity)
        sizes = -0.5 * float(np.log10(entries[0] / entries[-1]))
    return ProfileParts(activation, weights, remedies, inputs, samples, sizes)

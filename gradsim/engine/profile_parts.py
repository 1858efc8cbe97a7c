"""How many decades lie between two layers of a gradient profile, and what took or gave them."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from gradsim.engine.attribution_weights import bias_samples_log10, weight_samples_log10
from gradsim.engine.verdict.records import Quantity, Statistic

if TYPE_CHECKING:
    from gradsim.engine.columns import Floats
    from gradsim.engine.measurement import Measurement
    from gradsim.engine.network import Network


class ProfileParts(Struct, frozen=True):
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


def sizes_log10(measurement: Measurement, quantity: Quantity, statistic: Statistic) -> list[float]:
    """log₁₀ of the quantity's size at every layer; -inf for zero, nan, inf as they are."""
    sizes: list[float] = measurement.columns.log10(quantity, statistic).tolist()
    return sizes


def fair_statistic(network: Network, quantity: Quantity) -> Statistic:
    """L2 where the quantity has as many entries at every layer, else RMS."""
    entries = set(entry_counts(network, quantity))
    return "l2" if len(entries) == 1 else "rms"


def entry_counts(network: Network, quantity: Quantity) -> list[int]:
    """How many entries the quantity has at each layer (per sample, where it has samples)."""
    if quantity == "weight_gradient":
        return [fan_in * fan_out for fan_in, fan_out in pairwise(network.widths)]
    return [layer.units for layer in network.layers]


def profile_parts(
    measurement: Measurement, network: Network, quantity: Quantity, statistic: Statistic
) -> ProfileParts:
    """What lies between layer L and layer 1, part by part (no ensemble axes)."""
    columns = measurement.columns
    # ∂C/∂a^(l) has met the f′ of the layers above l only, δ^(l) that of layer l too.
    met = columns.activation[1:] if quantity == "activation_gradient" else columns.activation[:-1]
    activation = math.fsum(met.tolist())
    weights = math.fsum(columns.weights[:-1].tolist())
    remedies = math.fsum(columns.remedies[:-1].tolist())
    if columns.own is not None and quantity == "activation_gradient":
        activation, weights, remedies = (math.fsum(each[1:].tolist()) for each in columns.own)
    inputs = samples = sizes = 0.0
    if quantity == "weight_gradient":
        inputs = _across(columns.inputs)
        samples = _across(weight_samples_log10(columns))
    elif quantity == "bias_gradient":
        samples = _across(bias_samples_log10(columns))
    if statistic == "rms":
        entries = entry_counts(network, quantity)
        sizes = -0.5 * float(np.log10(entries[0] / entries[-1]))
    return ProfileParts(activation, weights, remedies, inputs, samples, sizes)


def _across(column: Floats) -> float:
    """Layer 1 less layer L; nan where neither has a size above 0."""
    with np.errstate(invalid="ignore"):
        return float(column[0] - column[-1])

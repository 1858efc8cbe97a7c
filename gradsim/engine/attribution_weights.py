"""What ‖∂C/∂W‖ of each layer is made of, in decades that add up exactly.

The engine's attribution explains ‖δ‖. A weight gradient is δ^(l)ᵀ a^(l−1), so two more parts lead
from one to the other::

    log₁₀‖∂C/∂W^(l)‖ = log₁₀‖δ^(l)‖ + log₁₀‖a^(l−1)‖ + log₁₀( ‖δ^(l)ᵀ a^(l−1)‖ / ‖δ^(l)‖‖a^(l−1)‖ )

(all Frobenius norms over the samples at hand). The last part is 0 for one sample and below 0 for
a batch, where samples cancel; for a bias gradient, which has no a^(l−1), it is
log₁₀( ‖Σ_samples δ^(l)‖ / ‖δ^(l)‖ ) and may exceed 0, where samples agree.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gradsim.engine.statistics import logarithms

if TYPE_CHECKING:
    from gradsim.engine.measurement import LayerMeasurement, Measurement
    from gradsim.engine.statistics import Magnitude


@dataclass(frozen=True, slots=True)
class WeightGradientParts:
    """The parts of log₁₀‖∂C/∂W‖ of one layer; `delta_log10 + inputs_log10 + samples_log10 = total`.

    delta_log10 : log₁₀‖δ^(l)‖; inputs_log10 : log₁₀‖a^(l−1)‖; samples_log10 : what samples cancel
    (≤ 0). Where the layer's δ or inputs are zero or no number, the last part is nan.
    """

    layer: int
    total_log10: float
    delta_log10: float
    inputs_log10: float
    samples_log10: float


def weight_gradient_attribution(measurement: Measurement) -> tuple[WeightGradientParts, ...]:
    """The parts of every layer's log₁₀‖∂C/∂W‖, from layer 1 on (no ensemble axes)."""
    layers = measurement.layers
    totals = logarithms([layer.weight_gradient for layer in layers], "l2")
    deltas = logarithms([layer.delta for layer in layers], "l2")
    return tuple(
        _parts(layer, float(total), float(delta))
        for layer, total, delta in zip(layers, totals, deltas, strict=True)
    )


def weight_gradient_parts(layer: LayerMeasurement) -> WeightGradientParts:
    """The parts of one layer's log₁₀‖∂C/∂W‖ (no ensemble axes)."""
    return _parts(layer, float(layer.weight_gradient.log10_l2), float(layer.delta.log10_l2))


def _parts(layer: LayerMeasurement, total: float, delta: float) -> WeightGradientParts:
    inputs = float(layer.activation_norm_log10)
    return WeightGradientParts(
        layer.layer, total, delta, inputs, _difference(total, delta + inputs)
    )


def bias_samples_log10(bias_gradient: Magnitude, delta: Magnitude) -> float:
    """log₁₀( ‖∂C/∂b‖ / ‖δ‖ ): 0 for one sample."""
    return _difference(float(bias_gradient.log10_l2), float(delta.log10_l2))


def _difference(left: float, right: float) -> float:
    """left − right where both are finite, else nan."""
    return left - right if math.isfinite(left) and math.isfinite(right) else math.nan

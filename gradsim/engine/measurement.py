"""Everything that the Gradients workspace plots about one forward and backward pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.activations import activation_of
from gradsim.engine.attribution import Attribution, attribute
from gradsim.engine.backward import chain_factors
from gradsim.engine.cancellation import Cancelled
from gradsim.engine.chain import ChainFactor, FactorKind
from gradsim.engine.forward import ForwardPass
from gradsim.engine.options import resolved_options
from gradsim.engine.scaling import no_exponent
from gradsim.engine.statistics import Magnitude, magnitude, mean_and_std, saturated_and_dead

Array = npt.NDArray[Any]

__all__ = ["Cancelled", "LayerMeasurement", "Measurement", "measure"]


@dataclass(frozen=True, slots=True, eq=False)
class LayerMeasurement:
    """The statistics of one layer (numbered from 1).

    weight_gradient, bias_gradient, delta, activation_gradient : ∂C/∂W, ∂C/∂b, ∂C/∂z, ∂C/∂a.
    activation_mean, activation_std : of a^(l) over samples and units, population std.
    saturated_fraction, dead_fraction : None for identity and softmax.
    activation_norm_log10 : log₁₀‖a^(l−1)‖, what meets δ^(l) in ∂C/∂W^(l).
    """

    layer: int
    units: int
    activation_name: str
    weight_gradient: Magnitude
    bias_gradient: Magnitude
    delta: Magnitude
    activation_gradient: Magnitude
    activation_mean: Array
    activation_std: Array
    saturated_fraction: Array | None
    dead_fraction: Array | None
    attribution: Attribution
    activation_norm_log10: Array


@dataclass(frozen=True, slots=True, eq=False)
class Measurement:
    """The statistics of layers 1..L, the cost, and ‖∂C/∂a^(L)‖ from which attribution starts."""

    cost: Array
    layers: tuple[LayerMeasurement, ...]
    output_gradient: Magnitude
    overflow_layer: int | None


def measure(
    forward: ForwardPass,
    *,
    batch_mean: bool = True,
    factors: Iterable[ChainFactor] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Measurement:
    """Run the backward traversal and keep of each factor only its statistics.

    Parameters
    ----------
    factors : iterable of ChainFactor, optional
        A traversal of `forward` that is already there; `batch_mean` is then its own.

    Raises
    ------
    Cancelled
        Where `cancelled` says so, checked per layer.
    """
    if factors is None:
        factors = chain_factors(forward, batch_mean=batch_mean, cancelled=cancelled)
    return _measure_factors(forward, factors)


def _measure_factors(forward: ForwardPass, factors: Iterable[ChainFactor]) -> Measurement:
    layers: list[LayerMeasurement] = []
    arriving: Magnitude | None = None
    output: Magnitude | None = None
    delta: Magnitude | None = None
    next_delta: Magnitude | None = None
    weight: Magnitude | None = None
    fractions: tuple[Array | None, Array | None] = (None, None)
    for factor in factors:
        size = magnitude(factor.product, factor.product_exponent, factor.underflow)
        if factor.kind is FactorKind.cost:
            arriving = output = size
        elif factor.kind is FactorKind.activation:
            delta, fractions = size, _fractions(forward, factor)
        elif factor.kind is FactorKind.weights:
            weight = size
        elif factor.kind is FactorKind.bias:
            assert arriving is not None
            assert delta is not None
            assert weight is not None
            layers.append(
                _layer(forward, factor.layer, weight, size, delta, arriving, next_delta, fractions)
            )
            next_delta = delta
        elif factor.kind is FactorKind.previous_activation:
            arriving = size
    assert output is not None
    layers.reverse()
    return Measurement(forward.cost, tuple(layers), output, forward.overflow_layer)


def _fractions(forward: ForwardPass, factor: ChainFactor) -> tuple[Array | None, Array | None]:
    choice = forward.network.layers[factor.layer - 1].activation
    rule = activation_of(choice)
    if not rule.saturates:
        return None, None
    return saturated_and_dead(factor.local, rule, resolved_options(choice, rule.options))


def _layer(
    forward: ForwardPass,
    number: int,
    weight: Magnitude,
    bias: Magnitude,
    delta: Magnitude,
    arriving: Magnitude,
    next_delta: Magnitude | None,
    fractions: tuple[Array | None, Array | None],
) -> LayerMeasurement:
    layer, passed = forward.network.layers[number - 1], forward.layers[number - 1]
    shape = forward.parameters.ensemble_shape
    mean, std = mean_and_std(passed.activation, len(shape))
    if passed.exponent.any():
        with np.errstate(over="ignore", under="ignore"):
            mean = np.ldexp(mean, passed.exponent.astype(np.int32))
            std = np.ldexp(std, passed.exponent.astype(np.int32))
    zero = no_exponent(shape)
    if number == 1:
        inputs = np.broadcast_to(forward.inputs, shape + forward.inputs.shape[-2:])
        before = magnitude(inputs, zero, np.zeros(shape, np.bool_))
    else:
        feeding = forward.layers[number - 2]
        exponent = np.broadcast_to(feeding.exponent, shape)
        before = magnitude(feeding.activation, exponent, feeding.underflow)
    return LayerMeasurement(
        number, layer.units, layer.activation.name, weight, bias, delta, arriving, mean, std,
        fractions[0], fractions[1], attribute(delta, arriving, next_delta), before.log10_l2,
    )  # fmt: skip

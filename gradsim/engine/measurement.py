"""Everything that the Gradients workspace plots about one forward and backward pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.arithmetic import arithmetic_of
from gradsim.engine.attribution import Attribution, attribute
from gradsim.engine.backward import traverse
from gradsim.engine.cancellation import Cancelled
from gradsim.engine.chain import ChainFactor, FactorKind
from gradsim.engine.forward import ForwardPass
from gradsim.engine.reductions import reductions_for
from gradsim.engine.scaling import LOG10_2
from gradsim.engine.statistics import Magnitude

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
    with np.errstate(over="ignore", under="ignore", invalid="ignore", divide="ignore"):
        sums = _Sums(forward)
        for factor in traverse(forward, batch_mean, cancelled) if factors is None else factors:
            sums.add(factor)
        return sums.measurement()


class _Sums:
    """What is summed while the factors pass, and the measurement made of it."""

    def __init__(self, forward: ForwardPass) -> None:
        parameters = forward.parameters
        self._forward = forward
        self._arithmetic = arithmetic_of(parameters.dtype, parameters.ensemble_shape)
        self._reductions = reductions_for(self._arithmetic)
        # In the order of the factors: ∂C/∂a, δ, ∂C/∂W, ∂C/∂b of layer L, then of L − 1, …
        self._gradients: list[tuple[Any, Any, Any, Any, int]] = []
        self._underflow: list[Any] = []
        self._saturation: list[tuple[Any, Any] | None] = []

    def add(self, factor: ChainFactor) -> None:
        """Take the statistics of one factor."""
        left = factor.left
        total, peak = self._reductions.sizes(left.array)
        count = left.array.size // max(left.squares.size, 1)
        self._gradients.append((left.squares, total, peak, left.exponent, count))
        self._underflow.append(left.underflow)
        if factor.kind is FactorKind.activation:
            rule = self._forward.layers[factor.layer - 1].rule
            below = rule.saturated_below
            self._saturation.append(
                None
                if below is None
                else self._reductions.saturated_and_dead(
                    factor.local, below, rule.rule.nonnegative_slope
                )
            )

    def measurement(self) -> Measurement:
        """The measurement, once every factor has passed."""
        forward = self._forward
        magnitudes = self._magnitudes()
        means, stds, norms = self._activations()
        layers: list[LayerMeasurement] = []
        next_delta: Magnitude | None = None
        for position, number in enumerate(range(forward.network.depth, 0, -1)):
            arriving, delta, weight, bias = magnitudes[4 * position : 4 * position + 4]
            layer = forward.network.layers[number - 1]
            saturated, dead = self._fractions(position, layer.units)
            layers.append(
                LayerMeasurement(
                    number,
                    layer.units,
                    layer.activation.name,
                    weight,
                    bias,
                    delta,
                    arriving,
                    means[number],
                    stds[number],
                    saturated,
                    dead,
                    attribute(delta, arriving, next_delta),
                    norms[number - 1],
                )
            )
            next_delta = delta
        layers.reverse()
        return Measurement(forward.cost, tuple(layers), magnitudes[0], forward.overflow_layer)

    def _magnitudes(self) -> list[Magnitude]:
        squares, totals, peaks, exponents, counts = zip(*self._gradients, strict=True)
        l2 = np.sqrt(np.array(squares, np.float64))
        count = np.array(counts, np.float64).reshape(-1, *(1,) * (l2.ndim - 1))
        rms = l2 / np.sqrt(count)
        mean = np.array(totals, np.float64) / count
        peak = np.array(peaks, np.float64)
        return [
            Magnitude(*measures)
            for measures in zip(l2, rms, mean, peak, exponents, self._underflow, strict=True)
        ]

    def _activations(self) -> tuple[Array, Array, Array]:
        """Mean and std of a^(l), and log₁₀‖a^(l)‖, for l = 0..L."""
        forward = self._forward
        arrays = [forward.inputs, *(layer.activation for layer in forward.layers)]
        moments = [self._reductions.moments(array) for array in arrays]
        means, variances = (np.array(part, np.float64) for part in zip(*moments, strict=True))
        widths = np.array(forward.network.widths, np.float64) * forward.samples
        squares = (variances + means * means) * widths.reshape(-1, *(1,) * (means.ndim - 1))
        norms, stds = 0.5 * np.log10(squares), np.sqrt(variances)
        zero = self._arithmetic.zero
        if any(layer.exponent is not zero for layer in forward.layers):
            exponents = np.array([zero, *(layer.exponent for layer in forward.layers)])
            norms += exponents * LOG10_2
            bits = exponents.astype(np.int32)
            means, stds = np.ldexp(means, bits), np.ldexp(stds, bits)
        return means, stds, norms

    def _fractions(self, position: int, units: int) -> tuple[Array | None, Array | None]:
        counted = self._saturation[position]
        if counted is None:
            return None, None
        saturated, dead = counted
        samples = self._forward.samples
        return (
            np.asarray(saturated / (samples * units), np.float64),
            np.asarray(dead / units, np.float64),
        )

"""Everything that the Gradients workspace plots about one forward and backward pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.backward import traverse
from gradsim.engine.cancellation import Cancelled
from gradsim.engine.chain import ChainFactor, FactorKind
from gradsim.engine.columns import Columns
from gradsim.engine.forward import ForwardPass
from gradsim.engine.layer_measurement import LayerMeasurement
from gradsim.engine.reductions import Fractions, Moments, reductions_for
from gradsim.engine.remedies.measuring import measure_layers
from gradsim.engine.scaling import shifted
from gradsim.engine.statistics import Magnitude

Array = npt.NDArray[Any]

__all__ = ["Cancelled", "LayerMeasurement", "Measurement", "measure"]

_ACTIVATION, _WEIGHTS, _COST = FactorKind.activation, FactorKind.weights, FactorKind.cost


@dataclass(frozen=True, slots=True, eq=False)
class Measurement:
    """The statistics of layers 1..L, the cost, and ‖∂C/∂a^(L)‖ from which attribution starts."""

    cost: Array
    layers: tuple[LayerMeasurement, ...]
    output_gradient: Magnitude
    overflow_layer: int | None
    _columns: list[Columns] = field(default_factory=list, init=False, repr=False)

    @property
    def columns(self) -> Columns:
        """The statistics of all layers side by side, made once; not for ensembles."""
        if not self._columns:
            self._columns.append(Columns(self.layers))
        return self._columns[0]


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
    if not forward.network.plain:
        steps = traverse(forward, batch_mean, cancelled) if factors is None else factors
        with np.errstate(over="ignore", under="ignore", invalid="ignore", divide="ignore"):
            layers = measure_layers(forward, steps)
        output = layers[-1].activation_gradient
        return Measurement(forward.cost, layers, output, forward.overflow_layer)
    reductions = reductions_for(forward.arithmetic, forward.samples, forward.network.widths)
    # In the order of the factors: ∂C/∂a, δ, ∂C/∂W, ∂C/∂b of layer L, then of L − 1, …; of a^(L)
    # and then of what each layer was fed, while it is still in the processor's cache.
    take = reductions.take
    with np.errstate(over="ignore", under="ignore", invalid="ignore", divide="ignore"):
        for factor in traverse(forward, batch_mean, cancelled) if factors is None else factors:
            take(factor.left)
            kind = factor.kind
            if kind is _ACTIVATION:
                passed = forward.layers[factor.layer - 1]
                reductions.take_slope(factor.local_rule, passed.rule)
            elif kind is _WEIGHTS:
                reductions.take_activation(factor.local)
            elif kind is _COST:
                reductions.take_activation(forward.output.activation)
        layers = _layers(
            forward, reductions.magnitudes(), reductions.moments(), reductions.fractions()
        )
    output = layers[-1].activation_gradient
    return Measurement(forward.cost, layers, output, forward.overflow_layer)


def _layers(
    forward: ForwardPass,
    gradients: list[Magnitude],
    moments: list[Moments],
    fractions: list[Fractions],
) -> tuple[LayerMeasurement, ...]:
    """The layers 1..L of statistics that came from layer L down to layer 1."""
    found: list[LayerMeasurement] = []
    arithmetic = forward.arithmetic
    next_delta: Magnitude | None = None
    number = forward.network.depth
    for (mean, std, _, _), (_, _, fed, further), (saturated, dead) in zip(
        moments, moments[1:], fractions, strict=False
    ):
        first = 4 * len(found)
        arriving, delta, weight, bias = gradients[first : first + 4]
        layer, passed = forward.network.layers[number - 1], forward.layers[number - 1]
        if passed.exponent is not arithmetic.zero:
            mean, std = shifted(mean, passed.exponent), shifted(std, passed.exponent)
        exponent, underflow = arithmetic.zero, arithmetic.kept
        if number > 1:
            before = forward.layers[number - 2]
            exponent, underflow = before.exponent, before.underflow
        if further is not arithmetic.zero:
            exponent = exponent + further
        found.append(
            LayerMeasurement(
                number, layer.units, layer.activation.name, weight, bias, delta, arriving,
                mean, std, saturated, dead, next_delta, fed, exponent, underflow,
            )
        )  # fmt: skip
        next_delta = delta
        number -= 1
    found.reverse()
    return tuple(found)

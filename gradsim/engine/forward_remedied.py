"""The forward pass through one layer with remedies, and whether it left the range of floats."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.activations import BoundActivation
from gradsim.engine.arithmetic import Arithmetic
from gradsim.engine.forward_layer import ForwardLayer, lost_activations
from gradsim.engine.initialization import Parameters
from gradsim.engine.network import Network
from gradsim.engine.remedies.passing import Circumstances, pass_layer
from gradsim.engine.scaling import largest, shifted

Array = npt.NDArray[Any]


def remedied_layer(
    network: Network,
    index: int,
    parameters: Parameters,
    layers: list[ForwardLayer],
    inputs: Array,
    rule: BoundActivation,
    arithmetic: Arithmetic,
    circumstances: Circumstances,
) -> tuple[ForwardLayer, bool]:
    """A layer with remedies, which takes true numbers, and whether one is no finite number."""
    before, lost, ensemble = inputs, arithmetic.kept, len(arithmetic.shape)
    if layers:
        below = layers[-1]
        before, lost = below.activation, lost_activations(below, arithmetic)
        if below.exponent is not arithmetic.zero:
            before = shifted(before, below.exponent)
    values = parameters.remedies[index] if parameters.remedies else None
    numbers = (parameters.weights[index], parameters.biases[index], values)
    z, a, inner = pass_layer(
        network.layers[index], index + 1, numbers, before, rule, arithmetic, circumstances
    )
    underflow, overflowed = arithmetic.kept, False
    if not (arithmetic.square_sum(z)[1] and arithmetic.square_sum(a)[1]):
        peak = largest(z, ensemble)
        fed, weights = largest(inner.fed, inner.fed.ndim - 2), largest(numbers[0], ensemble)
        vanished = (fed > 0) & (weights > 0) & (fed * weights < arithmetic.tiny)
        underflow = (peak < arithmetic.tiny) & (lost | vanished | (peak > 0))
        # 0·∞ of a normalization with ε = 0 is NaN, and beyond every float like an infinite number.
        overflowed = not (np.isfinite(z).all() and np.isfinite(a).all())
    return ForwardLayer(z, a, arithmetic.zero, np.asarray(underflow), rule, inner), overflowed

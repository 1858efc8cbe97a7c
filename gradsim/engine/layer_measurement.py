"""The statistics of one layer in one forward and backward pass."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.attribution import Attribution, attribute
from gradsim.engine.scaling import BoolArray, IntArray, log10_magnitude
from gradsim.engine.statistics import Magnitude

Array = npt.NDArray[Any]


class LayerMeasurement(Struct, frozen=True, eq=False, gc=False):
    """The statistics of one layer (numbered from 1).

    weight_gradient, bias_gradient, delta, activation_gradient : ∂C/∂W, ∂C/∂b, ∂C/∂z, ∂C/∂a.
    activation_mean, activation_std : of a^(l) over samples and units, population std.
    saturated_fraction, dead_fraction : None for identity and softmax.
    next_delta : ∂C/∂z of layer l + 1, None for the last layer.
    fed_squares, fed_exponent, fed_underflow : Σ(a^(l−1))², with the exponent of a^(l−1); in a
        residual connection of form `pre`, of what W meets there.
    parts, own_parts : in a network with remedies the decades between δ^(l+1) and δ^(l), and those
        between ∂C/∂a^(l) and ∂C/∂a^(l−1); None in a plain one, where they follow from the rest.
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
    next_delta: Magnitude | None
    fed_squares: Array
    fed_exponent: IntArray
    fed_underflow: BoolArray
    parts: Attribution | None = None
    own_parts: Attribution | None = None

    @property
    def attribution(self) -> Attribution:
        """Which part of the change of ‖δ‖ is the activation's, the weights', the remedies'."""
        if self.parts is not None:
            return self.parts
        return attribute(self.delta, self.activation_gradient, self.next_delta)

    @property
    def activation_norm_log10(self) -> Array:
        """log₁₀‖a^(l−1)‖, what meets δ^(l) in ∂C/∂W^(l); nan where it was lost."""
        norm = log10_magnitude(np.sqrt(self.fed_squares), self.fed_exponent)
        return np.where(self.fed_underflow & (norm == -np.inf), np.nan, norm)

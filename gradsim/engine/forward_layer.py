"""What the forward pass leaves of one layer: z and a, and whether numbers were lost in it."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.activations import BoundActivation
from gradsim.engine.arithmetic import Arithmetic
from gradsim.engine.remedies.passing import Inner
from gradsim.engine.scaling import BoolArray, IntArray, largest

Array = npt.NDArray[Any]


class ForwardLayer(Struct, frozen=True, eq=False, gc=False):
    """z and a of one layer, (…, samples, units) each.

    exponent : int64 of ensemble shape
        The true values are array·2^exponent. 0 unless a homogeneous layer left the safe range.
    underflow : bool of ensemble shape
        Some of the layer's numbers were too small for a float and were lost, here or before.
    rule : the activation f of the layer.
    inner : what stands between z and a where the layer has remedies, else None.
    """

    pre_activation: Array
    activation: Array
    exponent: IntArray
    underflow: BoolArray
    rule: BoundActivation
    inner: Inner | None = None

    @property
    def argument(self) -> Array:
        """What f takes: z, or what a normalization made of it."""
        return self.pre_activation if self.inner is None else self.inner.argument

    @property
    def value(self) -> Array:
        """f of it: a, unless dropout or a residual connection follow."""
        return self.activation if self.inner is None else self.inner.value

    @property
    def slope(self) -> Array:
        """f′, (…, samples, units)."""
        with np.errstate(over="ignore", under="ignore"):
            return self.rule.slope(self.argument, self.value)


def lost_activations(layer: ForwardLayer, arithmetic: Arithmetic) -> BoolArray:
    """Whether all of a layer's activations are 0, or short of digits, though they should not be.

    They are where z was lost, and where f itself ran out of range: sigmoid(−800) is not 0.
    """
    ensemble = len(arithmetic.shape)
    peak = largest(layer.activation, ensemble)
    nonzero_input = layer.underflow
    if not layer.rule.rule.flat:
        nonzero_input = nonzero_input | (largest(layer.pre_activation, ensemble) > 0)
    return np.asarray(
        (layer.exponent == 0) & (peak < arithmetic.tiny) & (nonzero_input | (peak > 0))
    )

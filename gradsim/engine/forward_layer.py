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

    They are where z was lost, and where f itself ran out of range: sigmoid(−800) is not 0. What
    γ = 0 or dropout made 0 is 0.
    """
    peak = largest(layer.activation, len(arithmetic.shape))
    small = np.asarray((layer.exponent == 0) & (peak < arithmetic.tiny))
    if not np.count_nonzero(small):
        return small
    more = _meant_more(layer, layer.underflow[..., None, None])
    return np.asarray(small & ((peak > 0) | more.any(axis=(-2, -1))))


def _meant_more(layer: ForwardLayer, lost: BoolArray) -> BoolArray:
    """Which activations of 0 should be something else where z was, or was not, `lost`."""
    f_reaches_0, inner = layer.rule.rule.flat, layer.inner
    if inner is None:
        return np.asarray(lost | ((layer.pre_activation != 0) & (not f_reaches_0)))
    scale = 1.0 if inner.residual is None else inner.residual.scale
    if inner.activates_first:
        return np.asarray((lost | (layer.pre_activation != 0)) & (scale != 0))
    made = inner.normalized
    if made is not None:
        kept = (made.standard != 0) | (lost & (not made.always_zero))
        lost = kept & (made.scale != 0) & (inner.argument == 0)
    more = lost | ((inner.argument != 0) & (not f_reaches_0))
    passing = True if inner.mask is None else inner.mask != 0
    return np.asarray(more & passing & (scale != 0))

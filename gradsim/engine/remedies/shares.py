"""How many decades each kind of remedy took or gave on the way back, layer by layer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from gradsim.engine.attribution import decades_between
from gradsim.engine.chain import ChainFactor, FactorKind, Gradient
from gradsim.engine.scaling import log10_magnitude

Array = npt.NDArray[Any]

NORMALIZATION: Final = "normalization"
RESIDUAL: Final = "residual"
DROPOUT: Final = "dropout"

_KINDS: Final = {
    FactorKind.normalization: NORMALIZATION,
    FactorKind.residual: RESIDUAL,
    FactorKind.skip: RESIDUAL,
    FactorKind.dropout: DROPOUT,
}
_ASIDE: Final = {
    FactorKind.weights,
    FactorKind.bias,
    FactorKind.normalization_scale,
    FactorKind.normalization_shift,
    FactorKind.penalty,
}
"""Factors whose product is not carried further back."""


def remedy_shares(factors: Iterable[ChainFactor], quantity: str) -> dict[str, dict[int, float]]:
    """The decades of each kind of remedy in each layer (from 1) that has it, between the last
    layer's gradient and the first's.

    A residual connection does all that its scale and the way past the layer do. Over all kinds and
    layers they add up to the remedies' part of a profile; nan where an end is 0 or lost.
    """
    found: dict[str, dict[int, float]] = {}
    between = quantity == "activation_gradient"
    carried: Array = np.zeros(())
    for factor in factors:
        if factor.kind is FactorKind.weights and quantity != "activation_gradient":
            # δ^(l), and what is formed of it, is what arrives at the weights.
            between = factor.layer > 1
        if factor.kind in _ASIDE:
            continue
        arrived, carried = carried, _log10_size(factor.left)
        if factor.kind not in _KINDS or not between:
            continue
        if quantity == "activation_gradient" and factor.layer == 1:
            continue
        layers = found.setdefault(_KINDS[factor.kind], {})
        decades = float(decades_between(carried, arrived))
        layers[factor.layer] = layers.get(factor.layer, 0.0) + decades
    return found


def _log10_size(gradient: Gradient) -> Array:
    size = log10_magnitude(np.sqrt(np.asarray(gradient.squares, np.float64)), gradient.exponent)
    return np.where(np.isneginf(size) & gradient.underflow, np.nan, size)

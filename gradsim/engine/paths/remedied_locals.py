"""What the factors of dropout, normalizations and residual connections are for one path.

A layer or RMS normalization mixes the units, so that every z_i reaches every u_j and paths branch,
as they do at a softmax; evaluated batch normalization and dropout multiply each unit alone.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.chain import ChainFactor, FactorKind
from gradsim.engine.forward import ForwardPass
from gradsim.engine.paths.passages import ScaledArray
from gradsim.engine.remedies import normalization_of
from gradsim.engine.scaled_numbers import normalized

WAYS = frozenset(
    {FactorKind.residual, FactorKind.dropout, FactorKind.normalization, FactorKind.skip}
)
"""The kinds of a remedy that stand on a path."""


def remedied_local(forward: ForwardPass, factor: ChainFactor) -> ScaledArray:
    """The local derivative of a remedy, of the one sample of `forward`.

    ::

        residual        α             (units,)
        dropout         m/(1 − p)     (units,)
        normalization   ∂u_j/∂z_i     (units, units); γ/√(v + ε), (units,), with fixed statistics
        skip            1             (units,), or P, (units, units below)
    """
    layer = forward.network.layers[factor.layer - 1]
    if factor.kind is FactorKind.residual:
        return normalized(np.full(layer.units, float(factor.local)))
    if factor.kind is FactorKind.dropout:
        return normalized(factor.local[0])
    if factor.kind is FactorKind.skip:
        return normalized(factor.local if factor.local.ndim == 2 else np.ones(layer.units))
    inner = forward.layers[factor.layer - 1].inner
    assert inner is not None
    assert inner.normalized is not None
    if inner.normalized.coupled:
        return normalized(_jacobian(forward, factor.layer))
    return normalized(factor.local[0])


def _jacobian(forward: ForwardPass, number: int) -> npt.NDArray[Any]:
    """∂u_j/∂z_i of the one sample, (units, units): the way back takes each eⱼᵀ to its row."""
    inner = forward.layers[number - 1].inner
    choice = forward.network.layers[number - 1].normalization
    assert inner is not None
    assert inner.normalized is not None
    assert choice is not None
    entry = normalization_of(choice)
    units = inner.normalized.standard.shape[-1]
    rows = [entry.backward(each[None], inner.normalized)[0] for each in np.eye(units)]
    return np.asarray(rows, np.float64)

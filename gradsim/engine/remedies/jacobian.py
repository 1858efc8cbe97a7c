"""∂a^(l)/∂a^(l−1) of a layer with remedies, for one sample."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from gradsim.engine.forward import ForwardPass
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.remedies import normalization_of
from gradsim.engine.remedies.normalization import Normalized
from gradsim.engine.remedies.passing import Inner

Floats = npt.NDArray[np.float64]


def refuse_coupled_samples(forward: ForwardPass) -> None:
    """Refuse a pass in which no sample stands by itself.

    Raises
    ------
    Problem
        With the first layer whose batch normalization takes the statistics of the batch.
    """
    if not forward.network.couples_samples:
        return
    for number, layer in enumerate(forward.network.layers, 1):
        if layer.normalization is None:
            continue
        if normalization_of(layer.normalization).couples_samples:
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "Batch normalization in layer {layer} ties the samples of the batch together, "
                    "so no sample has a gradient of its own. In evaluation each has one.",
                ),
                place=f"network.layers[{number - 1}].normalization",
                layer=number,
            )


def remedied_jacobian(forward: ForwardPass, number: int, row: int) -> tuple[Floats, ...]:
    """∂a^(l)/∂a^(l−1) of one sample as one (fan_out, fan_in) matrix.

    post : P + α diag m diag f′ J W, pre : P + α W diag m diag f′ J, where J is the Jacobian of the
    normalization, and each part stands only where the layer has it.
    """
    passed = forward.layers[number - 1]
    inner = passed.inner
    assert inner is not None
    weights = np.asarray(forward.parameters.weights[number - 1], np.float64)
    diagonal = passed.slope[row].astype(np.float64)
    if inner.mask is not None:
        diagonal = diagonal * inner.mask[row]
    branch = np.diag(diagonal)
    if not passed.rule.rule.elementwise:
        value = inner.value[row].astype(np.float64)
        branch = np.diag(value) - np.outer(value, value)
    if inner.normalized is not None:
        choice = forward.network.layers[number - 1].normalization
        assert choice is not None
        entry = normalization_of(choice)
        # The way back takes each row vᵀ to vᵀ J.
        one = _row(inner.normalized, row)
        branch = np.vstack([entry.backward(each[None], one) for each in branch])
    whole = weights @ branch if inner.activates_first else branch @ weights
    if inner.residual is not None:
        past = np.eye(*whole.shape) if inner.projection is None else inner.projection
        whole = past + inner.residual.scale * whole
    return (np.asarray(whole, np.float64),)


def row_of(inner: Inner, row: int) -> Inner:
    """What stands inside a layer for one sample (from 0), which keeps an axis of its own."""
    rows = (..., slice(row, row + 1), slice(None))
    return replace(
        inner,
        fed=inner.fed[rows],
        argument=inner.argument[rows],
        value=inner.value[rows],
        mask=None if inner.mask is None else inner.mask[rows],
        normalized=None if inner.normalized is None else _row(inner.normalized, row),
    )


def _row(normalized: Normalized, row: int) -> Normalized:
    """What the way back of one sample needs."""
    inverse = normalized.inverse
    if inverse.shape[-2] > 1:
        inverse = inverse[..., row : row + 1, :]
    rows = (..., slice(row, row + 1), slice(None))
    return replace(
        normalized,
        value=normalized.value[rows],
        standard=normalized.standard[rows],
        inverse=inverse,
    )

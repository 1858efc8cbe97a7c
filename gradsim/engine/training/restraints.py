"""What holds a step back: penalties and clipping on its gradient, max-norm on its weights."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from gradsim.engine.training.plan import Plan

Floats = npt.NDArray[np.float64]

_NORM_GUARD = 1e-6  # torch.nn.utils.clip_grad_norm_


def add_penalties(plan: Plan, on_weights: Floats, vector: Floats, gradient: Floats) -> float:
    """Add +λ₂w and +λ₁ sign w to the gradient of the weights; the penalties' cost.

    Parameters
    ----------
    on_weights : 1 where `vector` and `gradient` hold a weight, 0 elsewhere
    """
    if not plan.l1 and not plan.l2:
        return 0.0
    weights = vector * on_weights
    gradient += plan.l2 * weights
    if plan.l1:
        gradient += plan.l1 * np.sign(weights)
    return float(plan.l1 * np.abs(weights).sum() + 0.5 * plan.l2 * (weights @ weights))


def clip(plan: Plan, gradient: Floats) -> float:
    """Hold the gradient to the plan's bound; the factor where its norm was clipped.

    By norm g ← g·min(1, θ/(‖g‖ + 10⁻⁶)), ‖g‖ over all parameters, after penalties; by value
    each entry into [−θ, θ]. Source: Pascanu, Mikolov & Bengio 2013.
    """
    if plan.clip == "value":
        np.clip(gradient, -plan.clip_at, plan.clip_at, out=gradient)
    elif plan.clip == "norm":
        with np.errstate(over="ignore"):
            norm = float(np.linalg.norm(gradient))
        if norm == math.inf:
            return _hold_long(gradient, plan.clip_at)
        factor = min(1.0, plan.clip_at / (norm + _NORM_GUARD))
        if factor < 1.0:
            gradient *= factor
        return factor
    return 1.0


def hold(plan: Plan, matrices: Iterable[Floats]) -> tuple[Floats, ...]:
    """Hold the norm of the weights into every unit to the plan's bound; the factors, layer by
    layer, none where there is no bound. Source: Srebro & Shraibman 2005."""
    bound = plan.max_norm
    if not bound:
        return ()
    factors = []
    for weights in matrices:
        norms = _row_norms(weights)
        factor = np.minimum(1.0, bound / np.maximum(norms, np.finfo(np.float64).tiny))
        for row in np.flatnonzero(np.isinf(norms)):
            factor[row] = _hold_long(weights[row], bound)
        weights *= np.where(np.isinf(norms), 1.0, factor)[:, None]
        factors.append(factor)
    return tuple(factors)


def _hold_long(vector: Floats, bound: float) -> float:
    """Hold the norm of a vector whose squares leave float64, though its norm may not; the factor.

    Squares leave it long before the numbers do, and the bound may lie beyond both.
    """
    peak = float(np.abs(vector).max())
    scaled = vector / peak
    share = bound / float(np.linalg.norm(scaled))
    if share < peak:
        np.multiply(scaled, share, out=vector)
    return min(1.0, share / peak)


def _row_norms(weights: Floats) -> Floats:
    with np.errstate(over="ignore"):
        return np.asarray(np.sqrt(np.square(weights).sum(axis=1)))

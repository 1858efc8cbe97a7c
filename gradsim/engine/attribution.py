"""Which part of a gradient's gain or loss is the activation's, and which the weights'."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.statistics import Magnitude

Array = npt.NDArray[Any]


class Attribution(Struct, frozen=True, eq=False):
    """Decades that one layer adds to ‖δ‖, float64 of ensemble shape, nan where an end is zero.

    weights_log10 = log₁₀(‖W^(l+1)ᵀ δ^(l+1)‖ / ‖δ^(l+1)‖), 0 for the last layer;
    activation_log10 = log₁₀(‖δ^(l)‖ / ‖∂C/∂a^(l)‖), less what remedies took of it;
    remedies_log10 : what normalization, dropout and residual connections did, 0 without them.
    Over the layers l..L all of them add up to log₁₀(‖δ^(l)‖ / ‖∂C/∂a^(L)‖).
    """

    activation_log10: Array
    weights_log10: Array
    remedies_log10: Array


def attribute(
    delta: Magnitude, activation_gradient: Magnitude, next_delta: Magnitude | None
) -> Attribution:
    """The parts of one layer, from ‖δ^(l)‖, ‖∂C/∂a^(l)‖ and ‖δ^(l+1)‖ (None for the last)."""
    arriving, leaving = activation_gradient.log10_l2, delta.log10_l2
    nothing = np.zeros(np.shape(arriving))[()]
    return Attribution(
        decades_between(leaving, arriving),
        nothing if next_delta is None else decades_between(arriving, next_delta.log10_l2),
        nothing,
    )


def decades_between(after: Array, before: Array) -> Array:
    """after − before where both are finite, else nan."""
    if not np.ndim(after):
        known = math.isfinite(after) and math.isfinite(before)
        return after - before if known else np.float64(math.nan)  # type: ignore[return-value]
    with np.errstate(invalid="ignore"):
        difference = np.asarray(after - before)
    return np.where(np.isfinite(difference), difference, np.nan)

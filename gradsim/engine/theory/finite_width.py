"""The exact drift and spread of ln ‖δ‖ at finite width, where they are known: identity and ReLU."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.initializers import initializer_of
from gradsim.engine.network import Network
from gradsim.engine.theory.conditions import length_maps, obstacle

Floats = npt.NDArray[np.float64]

_LN10 = math.log(10.0)


class FiniteWidth(Struct, frozen=True, eq=False):
    """log₁₀(‖δ^l‖ / ‖δ^L‖) of one sample over the draws; layer 1 first, (L,) float64 each.

    mean, std : of the logarithm; exact for Gaussian weights without biases.
    """

    mean: Floats
    std: Floats


def finite_width(network: Network) -> FiniteWidth | None:
    """The law of one sample's profile, or None where it is not known.

    Going back from layer l + 1 to l, ‖δ^l‖² = Var(w^(l+1)) χ²_K ‖δ^(l+1)‖² with K = n_l for
    identity and K ~ Binomial(n_l, ½), K ≥ 1, for ReLU, independently in each layer.

    Source: Hanin 2018; Hanin & Nica 2019.
    """
    known = obstacle(network)
    if known is not None and known.obstacle != "narrow":
        return None
    names = {layer.activation.name for layer in network.layers}
    gaussian = all(
        initializer_of(layer.weights).family.name == "normal"
        and initializer_of(layer.bias).family.name == "zeros"
        for layer in network.layers
    )
    if not gaussian or names - {"relu", "identity"}:
        return None
    mean, variance = np.zeros(network.depth), np.zeros(network.depth)
    maps = length_maps(network)
    for index in range(network.depth - 2, -1, -1):
        layer = network.layers[index]
        drift, spread = _log_chi_squared(layer.units, layer.activation.name == "relu")
        with np.errstate(divide="ignore"):
            scale = float(np.log(maps[index + 1].weight_variance / layer.units))
        mean[index] = mean[index + 1] + 0.5 * (drift + scale)
        variance[index] = variance[index + 1] + 0.25 * spread
    return FiniteWidth(mean / _LN10, np.sqrt(variance) / _LN10)


@lru_cache(maxsize=256)
def _log_chi_squared(units: int, rectified: bool) -> tuple[float, float]:
    """Mean and variance of ln χ²_K: ψ(K/2) + ln 2 and ψ₁(K/2), mixed over K ~ Binomial."""
    from scipy.special import digamma, gammaln, polygamma

    if not rectified:
        return float(digamma(units / 2) + math.log(2.0)), float(polygamma(1, units / 2))
    k: Any = np.arange(1, units + 1)
    weight = np.exp(gammaln(units + 1) - gammaln(k + 1) - gammaln(units - k + 1))
    if not np.all(np.isfinite(weight)):
        logs = gammaln(units + 1) - gammaln(k + 1) - gammaln(units - k + 1)
        weight = np.exp(logs - logs.max())
    weight = weight / weight.sum()
    means = digamma(k / 2) + math.log(2.0)
    mean = float(weight @ means)
    return mean, float(weight @ (polygamma(1, k / 2) + np.square(means - mean)))

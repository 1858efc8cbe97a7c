"""What a finite width adds to the mean-field prediction: its first order in 1/n, layer by layer."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.initializers import initializer_of
from gradsim.engine.network import Network
from gradsim.engine.theory.conditions import length_maps
from gradsim.engine.theory.fluctuations import LayerMoments, layer_moments
from gradsim.engine.theory.length_map import LengthMap

Floats = npt.NDArray[np.float64]


class WidthCorrection(Struct, frozen=True, eq=False):
    """The first order in 1/n of one sample; (L,) float64 each, layer 1 first.

    second_moment : what is added to ln E a².
    delta, delta_share : ln E‖δ^l‖² gains ``delta + (share − 1)·delta_share``, where
        share = (Σ_j g_j)² / Σ_j g_j² of the gradient g = ∂C/∂a^(L), 1 on average over random g.
    """

    second_moment: Floats
    delta: Floats
    delta_share: Floats


def is_gaussian(network: Network) -> bool:
    """Whether every weight and bias is drawn from a normal distribution, as the correction asks.

    Other independent draws have a fourth cumulant, which enters at the same order.
    """
    return all(
        initializer_of(layer.weights).family.name == "normal"
        and initializer_of(layer.bias).family.name in ("normal", "zeros")
        for layer in network.layers
    )


def width_correction(
    network: Network, log_length: Floats, *, cancelled: Callable[[], bool] | None = None
) -> WidthCorrection:
    """The correction along the path of lengths `log_length` = ln q^l, (L,), of one sample.

    Given the layers before, the z of a layer are independent N(0, q^l); but q^l itself is an
    average over n units and fluctuates by O(n^−½). With t^l the relative deviation of q^l,
    ρ = 1 − σ_b²/q^(l+1) and the moments of :class:`LayerMoments`, to the order 1/n

    - E t and Var t follow from t^(l+1) = ρ [(qA′/A) t + ½ (q²A″/A) t² + η],
      Var η = (E a⁴/A² − 1)/n;
    - E‖δ^l‖² is the average of a product of the layers' mean f′², each of which follows t and
      fluctuates with η of the same units: ln E gains its mean shift and every covariance;
    - W^(l+1) is used forward and back. Given z^(l+1), its part along a^l is known, by which
      χ_l gains (E a²f′²/(A F)) ρ (u − 1)/n, where u = E (z·δ)²/(q ‖δ‖²) of layer l + 1, and
      u^l = (E z a f′)²/(A q F) · ρ (u^(l+1) − 1) + E z²f′²/(q F).

    Sources: the expansion in 1/n, Roberts, Yaida & Hanin 2022, ch. 4, 5 and 9; weights given the
    forward pass, Bayati & Montanari 2011. The sum is exact to the order 1/n for Gaussian draws
    and a gradient ∂C/∂a^(L) that does not depend on the weights.
    """
    maps = length_maps(network)
    widths = [layer.units for layer in network.layers]
    moments = []
    for length_map, log_q in zip(maps, log_length, strict=True):
        check_cancelled(cancelled)
        moments.append(layer_moments(length_map.activation, float(np.round(log_q, 12))))
    shares = [
        _weights_share(length_map, float(log_q))
        for length_map, log_q in zip(maps, log_length, strict=True)
    ]
    mean, variance = _fluctuations(moments, shares, widths)
    second = np.array(
        [
            each.length_slope * shift + 0.5 * each.length_bend * spread
            for each, shift, spread in zip(moments, mean, variance, strict=True)
        ]
    )
    delta, share = _going_back(moments, shares, widths, mean, variance)
    return WidthCorrection(second, delta, share)


def _weights_share(length_map: LengthMap, log_q: float) -> float:
    """ρ, the part of Var(z) that does not come from the bias."""
    if length_map.bias_variance == 0.0:
        return 1.0
    return float(-np.expm1(np.log(length_map.bias_variance) - log_q))


def _fluctuations(
    moments: list[LayerMoments], shares: list[float], widths: list[int]
) -> tuple[Floats, Floats]:
    """E t and Var t of every layer; the first layer's q comes from the data and is exact."""
    mean, variance = np.zeros(len(moments)), np.zeros(len(moments))
    for index in range(len(moments) - 1):
        here, rho = moments[index], shares[index + 1]
        passed = rho * here.length_slope
        mean[index + 1] = passed * mean[index] + 0.5 * rho * here.length_bend * variance[index]
        fresh = rho * rho * here.length_spread / widths[index]
        variance[index + 1] = passed * passed * variance[index] + fresh
    return mean, variance


def _going_back(
    moments: list[LayerMoments],
    shares: list[float],
    widths: list[int],
    mean: Floats,
    variance: Floats,
) -> tuple[Floats, Floats]:
    """What ln E‖δ^l‖² gains, and by how much it follows the share of ∂C/∂a^(L)."""
    last = moments[-1]
    gained, by_share = np.zeros(len(moments)), np.zeros(len(moments))
    gained[-1] = last.slope_slope * mean[-1] + 0.5 * last.slope_bend * variance[-1]
    radial, radial_share = last.radial - 1.0, last.aligned  # u − 1, and its slope in the share
    reach = 0.0  # by how much all layers behind the next one follow its t
    for index in range(len(moments) - 2, -1, -1):
        here, behind, rho = moments[index], moments[index + 1], shares[index + 1]
        further = shares[index + 2] * behind.length_slope if index + 2 < len(moments) else 0.0
        reach = behind.slope_slope + further * reach
        together = (
            here.length_slope * here.slope_slope * variance[index]
            + (here.shared - 1.0) / widths[index]
        )
        reused = here.shared * rho / widths[index]
        gained[index] = (
            gained[index + 1]
            + here.slope_slope * mean[index]
            + 0.5 * here.slope_bend * variance[index]
            + reach * rho * together
            + reused * radial
        )
        by_share[index] = by_share[index + 1] + reused * radial_share
        radial = here.carried * rho * radial + here.radial - 1.0
        radial_share = here.carried * rho * radial_share
    return gained, by_share

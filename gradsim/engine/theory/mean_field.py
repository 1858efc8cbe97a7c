"""The prediction of a whole profile: Var(z), E a² and E‖δ‖², with the 1/n correction."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.activations import bind
from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.network import Network
from gradsim.engine.theory.conditions import length_maps
from gradsim.engine.theory.gaussian_averages import mean_square, mean_square_slope
from gradsim.engine.theory.length_map import LengthMap
from gradsim.engine.theory.width_correction import is_gaussian, width_correction

Floats = npt.NDArray[np.float64]

_FEWEST_PLACES, _PLACES = 6, 33
_PER_E_FOLD = 14
"""So many lengths stand for all samples, by how far these lie apart; between them the logarithms
are interpolated."""
_PATHS = 5
"""So many samples' paths have their correction computed; between them it is interpolated."""
LARGEST_CORRECTION = 1.0
"""Beyond a change of ln E by this the first order in 1/n is not the whole of it."""
_LN10 = math.log(10.0)


class MeanField(Struct, frozen=True, eq=False):
    """What is expected of each layer over the draws of the weights; layer 1 first.

    log10_length : (L, samples), log₁₀ of q^l = E z² of a unit, for each sample.
    log10_second_moment : (L,), log₁₀ of E a² over samples and units.
    log10_delta : (L,), ½·log₁₀ E‖δ^l‖², δ^l = ∂C/∂z^l as a (samples, units) array: the root of
        the mean square over seeds of the measured ‖δ^l‖.
    corrected : whether the last two hold the first order in 1/n; `log10_length` never does.
    """

    log10_length: Floats
    log10_second_moment: Floats
    log10_delta: Floats
    corrected: bool = False


def mean_field(
    network: Network,
    input_squares: Floats,
    output_squares: Floats,
    output_shares: Floats | None = None,
    *,
    cancelled: Callable[[], bool] | None = None,
) -> MeanField:
    """The prediction for a network without :func:`~conditions.obstacle`.

    q^1 = σ_w² mean(x²) + σ_b², q^(l+1) = σ_w² E f(√q^l x)² + σ_b²; going back
    E‖δ^l‖² = χ_l E‖δ^(l+1)‖² with χ_l = fan_in^(l+1) Var(w^(l+1)) E f′(√q^l x)².

    Parameters
    ----------
    input_squares : (samples,) float64
        mean(x²) over the inputs of each sample.
    output_squares : (samples,) float64
        ‖∂C/∂a^(L)‖² of each sample, which must not depend on the weights; with 1/N² where the
        cost is a mean over N samples.
    output_shares : (samples,) float64, optional
        (Σ_j g_j)²/Σ_j g_j² of g = ∂C/∂a^(L) of each sample. With them the prediction is with the
        1/n correction (:func:`~width_correction.width_correction`), where draws are Gaussian and
        it stays below `LARGEST_CORRECTION` in ln E; without them, or else, of infinite width.

    Source: Saxe et al. 2013; Poole et al. 2016; Schoenholz et al. 2017.

    Raises
    ------
    Cancelled
        Where `cancelled` says so, checked per layer.
    """
    maps = length_maps(network)
    logs = np.empty((len(maps), len(input_squares)))
    with np.errstate(divide="ignore", invalid="ignore"):
        known = np.log(np.asarray(input_squares, np.float64))
        moments = np.empty(logs.shape)
        incoming = known
        for index, length_map in enumerate(maps):
            check_cancelled(cancelled)
            logs[index] = np.logaddexp(
                np.log(length_map.weight_variance) + incoming, np.log(length_map.bias_variance)
            )
            if index and length_map == maps[index - 1] and _same(logs[index], logs[index - 1]):
                moments[index] = moments[index - 1]
            else:
                moments[index] = _log_moment(length_map, logs[index], slope=False)
            incoming = moments[index]
        slopes = _slopes(maps, logs, cancelled)
        outputs = np.log(np.asarray(output_squares, np.float64))
        squares = _going_back(maps, slopes, outputs)
        found = MeanField(
            logs / _LN10, _over_samples(moments, mean=True), 0.5 * _over_samples(squares)
        )
        if output_shares is None or not is_gaussian(network):
            return found
        second, delta = _corrections(network, logs, np.asarray(output_shares), cancelled)
        # Of a sum over samples the first order is the mean of theirs, weighted by their parts.
        second = np.sum(_parts(moments) * second, axis=1)
        delta = np.sum(_parts(squares) * delta, axis=1)
        if not max(np.abs(second).max(), np.abs(delta).max()) <= LARGEST_CORRECTION:
            return found  # nan too
        return MeanField(
            found.log10_length,
            found.log10_second_moment + second / _LN10,
            found.log10_delta + 0.5 * delta / _LN10,
            corrected=True,
        )


def probe_squares(reference: npt.NDArray[np.floating], *, batch_mean: bool) -> Floats:
    """‖∂C/∂a^(L)‖² of each sample under the cost `probe`, whose r is `reference`, (samples, units).

    r·a has the gradient r, whatever the weights; over a batch it is r/N.
    """
    share = 1.0 / reference.shape[0] if batch_mean else 1.0
    return np.asarray(np.square(share * reference.astype(np.float64)).sum(axis=1))


def probe_shares(reference: npt.NDArray[np.floating]) -> Floats:
    """(Σ_j g_j)²/Σ_j g_j² of each sample under the cost `probe`, whatever its mean is over."""
    r = reference.astype(np.float64)
    return np.asarray(np.square(r.sum(axis=1)) / np.square(r).sum(axis=1))


def _over_samples(logarithms: Floats, *, mean: bool = False) -> Floats:
    """log₁₀ of the sum over samples (or the mean) of what has these natural logarithms, (L,)."""
    total = np.logaddexp.reduce(logarithms, axis=1)
    return np.asarray((total - (math.log(logarithms.shape[1]) if mean else 0.0)) / _LN10)


def _parts(logarithms: Floats) -> Floats:
    """The part that each sample has in the sum, (L, samples)."""
    parts = np.exp(logarithms - logarithms.max(axis=1, keepdims=True))
    return np.asarray(parts / parts.sum(axis=1, keepdims=True))


def _same(one: Floats, other: Floats) -> bool:
    return bool(np.abs(one - other).max() < 1e-13)


def _slopes(
    maps: tuple[LengthMap, ...], logs: Floats, cancelled: Callable[[], bool] | None
) -> Floats:
    """ln E f′² of each layer and sample, (L, samples)."""
    found = np.empty(logs.shape)
    for index, length_map in enumerate(maps):
        check_cancelled(cancelled)
        if index and length_map == maps[index - 1] and _same(logs[index], logs[index - 1]):
            found[index] = found[index - 1]
        else:
            found[index] = _log_moment(length_map, logs[index], slope=True)
    return found


def _going_back(maps: tuple[LengthMap, ...], slopes: Floats, output: Floats) -> Floats:
    """ln E‖δ^l‖² of each layer and sample, (L, samples)."""
    found = np.empty(slopes.shape)
    gradient = output
    for index in range(len(maps) - 1, -1, -1):
        found[index] = gradient + slopes[index]
        # Wᵀδ has fan_in entries of variance Var(w)‖δ‖² each, which together are σ_w²‖δ‖².
        gradient = found[index] + np.log(maps[index].weight_variance)
    return found


def _corrections(
    network: Network, logs: Floats, shares: Floats, cancelled: Callable[[], bool] | None
) -> tuple[Floats, Floats]:
    """What ln E a² and ln E‖δ‖² gain, (L, samples); nan where a layer's moments are not known."""
    if not np.isfinite(logs).all():
        return np.full((1, 1), np.nan), np.full((1, 1), np.nan)
    order = np.argsort(logs[0])
    places = np.unique(logs[0][order], return_index=True)[1]
    chosen = order[places[np.linspace(0, places.size - 1, min(_PATHS, places.size)).astype(int)]]
    with np.errstate(invalid="ignore", divide="ignore"):
        paths = [width_correction(network, logs[:, at], cancelled=cancelled) for at in chosen]

    def between(values: list[Floats]) -> Floats:
        known = np.stack(values, axis=1)
        return np.stack([np.interp(logs[0], logs[0][chosen], row) for row in known])

    second = between([each.second_moment for each in paths])
    delta = between([each.delta for each in paths])
    return second, delta + (shares - 1.0) * between([each.delta_share for each in paths])


def _log_moment(length_map: LengthMap, log_q: Floats, *, slope: bool) -> Floats:
    """ln E f² or ln E f′² at each of the lengths e^log_q, (samples,)."""
    rule = bind(length_map.activation)
    moment = mean_square_slope if slope else mean_square
    if rule.rule.homogeneous:
        constant = float(np.log(moment(rule, 1.0)))
        return np.full(log_q.shape, constant) if slope else constant + log_q
    low, high = float(log_q.min()), float(log_q.max())
    if low == high or high - low < 1e-12:
        return np.full(log_q.shape, np.log(moment(rule, np.exp(0.5 * log_q[0]))))
    apart = min(_PER_E_FOLD * (high - low), _PLACES)
    count = max(math.ceil(apart), _FEWEST_PLACES)
    if log_q.size <= count or not math.isfinite(high - low):
        return np.log(moment(rule, np.exp(0.5 * log_q)))
    places = np.linspace(low, high, count)
    from scipy.interpolate import CubicSpline

    spline = CubicSpline(places, np.log(moment(rule, np.exp(0.5 * places))))
    return np.asarray(spline(log_q))

"""The mean-field prediction of a whole profile: Var(z), E a² and E‖δ‖² of every layer."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gradsim.engine.activations import bind
from gradsim.engine.network import Network
from gradsim.engine.theory.conditions import length_maps
from gradsim.engine.theory.gaussian_averages import mean_square, mean_square_slope
from gradsim.engine.theory.length_map import LengthMap

Floats = npt.NDArray[np.float64]

_PLACES = 33
"""So many lengths stand for all samples; between them the logarithms are interpolated."""
_LN10 = math.log(10.0)


@dataclass(frozen=True, slots=True, eq=False)
class MeanField:
    """What is expected of each layer over the draws of the weights; layer 1 first.

    log10_length : (L, samples), log₁₀ of q^l = E z² of a unit, for each sample.
    log10_second_moment : (L,), log₁₀ of E a² over samples and units.
    log10_delta : (L,), ½·log₁₀ E‖δ^l‖², δ^l = ∂C/∂z^l as a (samples, units) array: the root of
        the mean square over seeds of the measured ‖δ^l‖.
    """

    log10_length: Floats
    log10_second_moment: Floats
    log10_delta: Floats


def mean_field(network: Network, input_squares: Floats, output_squares: Floats) -> MeanField:
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

    Source: Saxe et al. 2013; Poole et al. 2016; Schoenholz et al. 2017.
    """
    maps = length_maps(network)
    logs = np.empty((len(maps), len(input_squares)))
    with np.errstate(divide="ignore"):
        known = np.log(np.asarray(input_squares, np.float64))
        seconds = np.empty(len(maps))
        incoming = known
        for index, length_map in enumerate(maps):
            logs[index] = np.logaddexp(
                np.log(length_map.weight_variance) + incoming, np.log(length_map.bias_variance)
            )
            incoming = _log_moment(length_map, logs[index], slope=False)
            seconds[index] = np.logaddexp.reduce(incoming) - math.log(incoming.size)
        deltas = _going_back(maps, logs, np.log(np.asarray(output_squares, np.float64)))
    return MeanField(logs / _LN10, seconds / _LN10, 0.5 * deltas / _LN10)


def probe_squares(reference: npt.NDArray[np.floating], *, batch_mean: bool) -> Floats:
    """‖∂C/∂a^(L)‖² of each sample under the cost `probe`, whose r is `reference`, (samples, units).

    r·a has the gradient r, whatever the weights; over a batch it is r/N.
    """
    share = 1.0 / reference.shape[0] if batch_mean else 1.0
    return np.asarray(np.square(share * reference.astype(np.float64)).sum(axis=1))


def _going_back(maps: tuple[LengthMap, ...], logs: Floats, output: Floats) -> Floats:
    """ln E‖δ^l‖² of each layer, (L,)."""
    found = np.empty(len(maps))
    gradient = output
    for index in range(len(maps) - 1, -1, -1):
        delta = gradient + _log_moment(maps[index], logs[index], slope=True)
        found[index] = np.logaddexp.reduce(delta)
        # Wᵀδ has fan_in entries of variance Var(w)‖δ‖² each, which together are σ_w²‖δ‖².
        gradient = delta + np.log(maps[index].weight_variance)
    return found


def _log_moment(length_map: LengthMap, log_q: Floats, *, slope: bool) -> Floats:
    """ln E f² or ln E f′² at each of the lengths e^log_q, (samples,)."""
    rule = bind(length_map.activation)
    moment = mean_square_slope if slope else mean_square
    if rule.rule.homogeneous:
        constant = float(np.log(moment(rule, 1.0)))
        return np.full(log_q.shape, constant) if slope else constant + log_q
    low, high = float(log_q.min()), float(log_q.max())
    if high - low < 1e-12 or log_q.size <= _PLACES:
        return np.log(moment(rule, np.exp(0.5 * log_q)))
    places = np.linspace(low, high, _PLACES)
    from scipy.interpolate import CubicSpline

    spline = CubicSpline(places, np.log(moment(rule, np.exp(0.5 * places))))
    return np.asarray(spline(log_q))

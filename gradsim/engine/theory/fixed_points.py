"""Where the length map of a deep network settles, how fast, and which gain keeps ‖δ‖."""

from __future__ import annotations

import itertools
import math

import numpy as np
from msgspec.structs import replace

from gradsim.engine.activations import bind
from gradsim.engine.options import Choice
from gradsim.engine.theory.gaussian_averages import composite_rule
from gradsim.engine.theory.length_map import LengthMap, moment_table, slope_moment
from gradsim.engine.theory.roots import root_between

_FLAT = 1e-9
"""Relative growth that counts as none."""


def attractors(length_map: LengthMap) -> tuple[float, ...]:
    """The values of q towards which layer after layer leads, in ascending order.

    0 and inf are among them where q dies out or grows without end; inf also where large q, but
    not small ones, stay what they are (GELU with He). Where every q stays what it is (ReLU with
    He) there is none.
    """
    if bind(length_map.activation).rule.homogeneous:
        return _of_homogeneous(length_map)
    table = moment_table(length_map.activation)
    next_q = length_map.weight_variance * table.second + length_map.bias_variance
    growth = next_q / table.q - 1.0
    moving = np.flatnonzero(np.abs(growth) > _FLAT)
    if not moving.size:
        return ()
    found: list[float] = []
    if growth[moving[0]] < 0:
        found.append(0.0)
    for low, high in itertools.pairwise(moving):
        if growth[low] > 0 > growth[high]:
            found.append(_crossing(length_map, float(table.q[low]), float(table.q[high])))
    if growth[moving[-1]] > 0 or moving[-1] < np.flatnonzero(np.isfinite(growth))[-1]:
        found.append(math.inf)
    return tuple(found)


def _of_homogeneous(length_map: LengthMap) -> tuple[float, ...]:
    factor = length_map.steepness(1.0)
    bias = length_map.bias_variance
    if abs(factor - 1.0) < _FLAT:
        return () if bias == 0.0 else (math.inf,)
    if factor > 1.0:
        return (math.inf,)
    return (bias / (1.0 - factor),)


def _crossing(length_map: LengthMap, low: float, high: float) -> float:
    root = root_between(
        lambda log_q: length_map(math.exp(log_q)) / math.exp(log_q) - 1.0,
        math.log(low),
        math.log(high),
        1e-13,
    )
    return math.exp(root)


def depth_scale(factor: float) -> float:
    """ξ = 1/|ln factor|: over so many layers what is multiplied by `factor` changes e-fold."""
    if factor <= 0.0 or factor == math.inf:
        return 0.0
    logarithm = abs(math.log(factor))
    return math.inf if logarithm < _FLAT else 1.0 / logarithm


def length_depth(length_map: LengthMap) -> float | None:
    """ξ_q: over how many layers q forgets where it started; None without a single, finite q*."""
    settled = attractors(length_map)
    if len(settled) != 1 or not math.isfinite(settled[0]):
        return None
    return depth_scale(length_map.steepness(settled[0]))


def correlation_depth(length_map: LengthMap) -> float | None:
    """ξ_c: over how many layers two inputs grow alike, or apart to their fixed likeness c*.

    None without a single, finite, positive q*. Source: Schoenholz et al. 2017, eq. 9.
    """
    settled = attractors(length_map)
    if len(settled) != 1 or not 0.0 < settled[0] < math.inf:
        return None
    q = settled[0]
    chi = length_map.susceptibility(q)
    if chi <= 1.0:
        return depth_scale(chi)

    def drift(c: float) -> float:
        return _correlated(length_map, q, c, slopes=False) / q - c

    high = 1.0 - 1e-6
    if drift(0.0) <= 0.0 or drift(high) >= 0.0:
        return None if drift(0.0) > 0.0 else depth_scale(_correlated(length_map, q, 0.0, True))
    settled_at = root_between(drift, 0.0, high, 1e-12)
    return depth_scale(_correlated(length_map, q, settled_at, slopes=True))


def _correlated(length_map: LengthMap, q: float, c: float, slopes: bool) -> float:
    """σ_w² E[f(u) f(v)] + σ_b² (or σ_w² E[f′(u) f′(v)]) for u, v of variance q, correlation c."""
    rule = bind(length_map.activation)
    places, weights = composite_rule(np.linspace(-8.0, 8.0, 25))
    u = math.sqrt(q) * places[:, None]
    v = math.sqrt(q) * (c * places[:, None] + math.sqrt(1.0 - c * c) * places[None, :])
    if slopes:
        left, right = rule.both(u)[1], rule.both(v)[1]
    else:
        left, right = rule.value(u), rule.value(v)
    average = float(weights @ ((left * right) @ weights))
    return length_map.weight_variance * average + (0.0 if slopes else length_map.bias_variance)


def settled_susceptibility(length_map: LengthMap) -> float | None:
    """χ(q*), the factor of E‖δ‖² per layer deep in the network.

    None where there are several attractors, or where q grows without end and f is not
    homogeneous.
    """
    if bind(length_map.activation).rule.homogeneous:
        return length_map.susceptibility(1.0)
    settled = attractors(length_map)
    if len(settled) != 1 or not math.isfinite(settled[0]):
        return None
    return length_map.susceptibility(settled[0])


def critical_weight_variance(length_map: LengthMap) -> float | None:
    """The σ_w² at which χ(q*) = 1, so that ‖δ‖ neither vanishes nor explodes with depth.

    The activation and σ_b² are those of `length_map`. A fixed point q* asks for
    σ_w² = (q* − σ_b²) / E f²; along these, χ = 1 is sought. None where no single attractor has
    it. Source: Poole et al. 2016; Schoenholz et al. 2017 (the edge of chaos).
    """
    activation, bias = length_map.activation, length_map.bias_variance
    if bind(activation).rule.homogeneous:
        return 1.0 / slope_moment(activation, 1.0)
    table = moment_table(activation)
    q = table.q[table.q > bias]
    if not q.size:
        return None  # the biases alone are beyond the table
    chi = (q - bias) / table.second[-q.size :] * table.slope[-q.size :]
    candidates = []
    if bias == 0.0:
        # Where q dies out on both sides of the edge, the edge itself lies at q* = 0.
        candidates.append(1.0 / slope_moment(activation, 0.0))
    known = np.isfinite(chi)
    crossings = known[1:] & known[:-1] & (np.diff(np.sign(chi - 1.0)) != 0)
    for low in np.flatnonzero(crossings):
        candidates.append(_edge(activation, bias, float(q[low]), float(q[low + 1])))
    for candidate in candidates:
        settled = settled_susceptibility(replace(length_map, weight_variance=candidate))
        if settled is not None and abs(settled - 1.0) < _AT_THE_EDGE:
            return candidate
    return None


_AT_THE_EDGE = 1e-6


def _edge(activation: Choice, bias: float, low: float, high: float) -> float:
    """The σ_w² of the q between `low` and `high` at which χ = 1."""

    def variance(log_q: float) -> float:
        q = math.exp(log_q)
        return (q - bias) / LengthMap(activation, 1.0).second_moment(q)

    def excess(log_q: float) -> float:
        return variance(log_q) * slope_moment(activation, math.exp(log_q)) - 1.0

    ends = math.log(low), math.log(high)
    if excess(ends[0]) * excess(ends[1]) > 0:
        return variance(ends[0])
    return variance(root_between(excess, *ends, 1e-13))

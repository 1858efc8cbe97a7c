"""Averages over a Gaussian by quadrature, exact to rounding for every activation of the table."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.activations import BoundActivation

Floats = npt.NDArray[np.float64]
Several = Callable[[Floats], tuple[Floats, ...]]
"""What several functions make of the same z."""

_REACH = 9.5
"""Beyond so many standard deviations a Gaussian holds less than 10^−20 of its weight."""
_NODES = 12
_FEWEST, _MOST = 20, 1200
_PANELS_PER_STD = 8
_AGREES = 1e-9
"""Two sets of panels that agree so far have both followed the function."""
# Activations change over distances of about 1 in z; panels narrow towards where they do.
NEAREST, _WIDER = 0.25, 3.0


def gaussian_average(
    function: Callable[[Floats], Floats],
    std: Any,
    features: tuple[float, ...] = (),
    nearest: float = NEAREST,
) -> Floats:
    """E f(z) for z ~ N(0, std²), by Gauss–Legendre panels that end at the features of f.

    Parameters
    ----------
    function : callable
        f, elementwise, float64 to float64.
    std : () or (n,)
        Standard deviations, finite and ≥ 0.
    features : tuple of float
        Where f or f′ jumps. The origin, around which activations bend, always counts as one.

    nearest : float
        How near to a feature the panels begin; see :func:`nearest_of`.

    Returns
    -------
    (n,) or () float64, as `std`; nan where a function that oscillates for ever (sine) goes
    faster than the panels follow.
    """
    (found,) = _averages(lambda z: (function(z),), std, features, nearest)
    return found


def _averages(
    functions: Several, std: Any, features: tuple[float, ...], nearest: float
) -> list[Floats]:
    """As :func:`gaussian_average`, of several functions over the same nodes."""
    deviations = np.atleast_1d(np.asarray(std, np.float64))
    narrow = deviations <= _alike_up_to(features, nearest)
    averages = [np.empty(deviations.shape) for _ in functions(np.zeros(1))]
    if narrow.any():
        for column, values in zip(averages, _narrow(functions, deviations[narrow]), strict=True):
            column[narrow] = values
    for place in np.flatnonzero(~narrow):
        for column, value in zip(
            averages, _each(functions, float(deviations[place]), features, nearest), strict=True
        ):
            column[place] = value
    return [column.reshape(np.shape(std)) for column in averages]


def _alike_up_to(features: tuple[float, ...], nearest: float) -> float:
    """The standard deviation up to which the panels are the same: but for the origin, all that
    they would narrow towards lies beyond their reach."""
    distances = [abs(feature + by) for feature in features for by in (0.0, -nearest, nearest)]
    return min([nearest, *(each for each in distances if each > 0.0)]) / _REACH


def _narrow(functions: Several, std: Floats) -> list[Floats]:
    """The averages for standard deviations up to :func:`_alike_up_to`, side by side."""
    places, weights = composite_rule(np.linspace(-_REACH, _REACH, _FEWEST + 1))
    return [np.sum(values * weights, axis=-1) for values in functions(std[:, None] * places)]


def _each(
    functions: Several, std: float, features: tuple[float, ...], nearest: float
) -> list[float]:
    panels = int(np.clip(np.ceil(_PANELS_PER_STD * std), _FEWEST, _MOST))
    averages = _over_panels(functions, std, features, panels, nearest)
    if _PANELS_PER_STD * std > _MOST:
        again = _over_panels(functions, std, features, panels + 7, nearest)
        return [
            math.nan if abs(second - first) > _AGREES * abs(first) else first
            for first, second in zip(averages, again, strict=True)
        ]
    return averages


def _over_panels(
    functions: Several, std: float, features: tuple[float, ...], panels: int, nearest: float
) -> list[float]:
    places, weights = _nodes(std, features, panels, nearest)
    # Not by BLAS: in products this long its threads would wait for each other by spinning.
    return [float(np.sum(values * weights)) for values in functions(std * places)]


def gaussian_nodes(
    std: float, features: tuple[float, ...] = (), nearest: float = NEAREST
) -> tuple[Floats, Floats]:
    """Nodes x and weights w with Σ w g(x) = E g(x), x ~ N(0, 1), for many g of z = std·x at once.

    `std` > 0; the panels end where :func:`gaussian_average` lets them, and are as many.
    """
    panels = int(np.clip(np.ceil(_PANELS_PER_STD * std), _FEWEST, _MOST))
    return _nodes(std, features, panels, nearest)


def _nodes(
    std: float, features: tuple[float, ...], panels: int, nearest: float
) -> tuple[Floats, Floats]:
    edges = [np.linspace(-_REACH, _REACH, panels + 1)]
    steps = max(1, math.ceil(math.log(_REACH * std / nearest, _WIDER)))
    distances = nearest * _WIDER ** np.arange(steps)
    for feature in {0.0, *features}:
        edges.append(np.concatenate([[feature], feature - distances, feature + distances]) / std)
    places = np.sort(np.clip(np.concatenate(edges), -_REACH, _REACH))
    # Like np.unique, whose first call imports masked arrays: longer than the average itself.
    return composite_rule(places[np.diff(places, prepend=-np.inf) > 0])


def composite_rule(edges: Floats) -> tuple[Floats, Floats]:
    """Nodes x and weights w with Σ w g(x) = ∫ g(x) φ(x) dx over the panels between `edges`.

    Parameters
    ----------
    edges : (p + 1,) float64, ascending

    Returns
    -------
    two arrays, (12 p,) float64
    """
    nodes, weights = _legendre()
    half = 0.5 * np.diff(edges)[:, None]
    places = (0.5 * (edges[1:] + edges[:-1])[:, None] + half * nodes).ravel()
    density = np.exp(-0.5 * places * places) / np.sqrt(2 * np.pi)
    return places, (half * weights).ravel() * density


@lru_cache(maxsize=1)
def _legendre() -> tuple[Floats, Floats]:
    """Gauss's nodes and weights on [−1, 1]: eigenvalues of the polynomials' recurrence.

    NumPy's own stand in a package that takes longer to load than a critical gain to find.

    Source: Golub & Welsch 1969, Mathematics of Computation 23(106).
    """
    k = np.arange(1.0, _NODES)
    beside = k / np.sqrt(4 * k * k - 1)
    nodes, vectors = np.linalg.eigh(np.diag(beside, 1) + np.diag(beside, -1))
    return nodes, 2 * np.square(vectors[0])


def features_of(activation: BoundActivation) -> tuple[float, ...]:
    """Where f′ or f″ of an activation jumps."""
    rule, options = activation.rule, activation.options
    return (*rule.kinks(**options), *rule.bends(**options))


def nearest_of(activation: BoundActivation) -> float:
    """How near to its features the panels of an activation begin: a quarter of the distance over
    which it bends, which is 1 but for a CELU with a small α."""
    alpha = activation.options["alpha"] if activation.rule.name == "celu" else 1.0
    return NEAREST * min(1.0, alpha)


def mean_square(activation: BoundActivation, std: Any) -> Floats:
    """E f(z)² for z ~ N(0, std²)."""
    return _average_of(lambda z: np.square(activation.value(z)), activation, std)


def mean_square_slope(activation: BoundActivation, std: Any) -> Floats:
    """E f′(z)² for z ~ N(0, std²)."""
    return _average_of(lambda z: np.square(activation.both(z)[1]), activation, std)


def mean_squares(activation: BoundActivation, std: Any) -> tuple[Floats, Floats]:
    """E f(z)² and E f′(z)² for z ~ N(0, std²): nodes and f are formed once for both."""

    def squares(z: Floats) -> tuple[Floats, Floats]:
        a, slope = activation.both(z)
        return np.square(a), np.square(slope)

    second, slope = _averages(squares, std, features_of(activation), nearest_of(activation))
    return second, slope


def _average_of(
    function: Callable[[Floats], Floats], activation: BoundActivation, std: Any
) -> Floats:
    return gaussian_average(function, std, features_of(activation), nearest_of(activation))

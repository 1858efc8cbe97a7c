"""The moments of one layer from which the first order in 1/width of a profile is made."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from gradsim.engine.activations import bind
from gradsim.engine.options import Choice
from gradsim.engine.theory.gaussian_averages import features_of, gaussian_nodes, nearest_of


class LayerMoments(NamedTuple):
    """Averages over z ~ N(0, q), without units; a = f(z), d = f′(z), A = E a², F = E d².

    length_slope, length_bend : q A′/A and q² A″/A, by how much A follows a change of q.
    length_spread : E a⁴/A² − 1, the variance of a² over A².
    slope_slope, slope_bend : q F′/F and q² F″/F.
    shared : E a²d² / (A F); 1 where a² and d² are not correlated.
    carried : (E z a d)² / (A q F), what of the radial part z·δ comes through one layer.
    radial : E z²d² / (q F), the radial part of a δ that knows nothing of z.
    aligned : (E z d)² / (q F), what a gradient the same for all units adds to that.
    """

    length_slope: float
    length_bend: float
    length_spread: float
    slope_slope: float
    slope_bend: float
    shared: float
    carried: float
    radial: float
    aligned: float


@lru_cache(maxsize=4096)
def layer_moments(activation: Choice, log_q: float) -> LayerMoments:
    """The moments where Var(z) = e^log_q, by quadrature.

    Derivatives in q are averages with Hermite polynomials: with x = z/√q,
    q dE g/dq = ½ E g (x² − 1) and q² d²E g/dq² = ¼ E g (x⁴ − 6x² + 3), for kinked g too.
    """
    rule = bind(activation)
    std = 1.0 if rule.rule.homogeneous else math.exp(0.5 * log_q)
    x, weights = gaussian_nodes(std, features_of(rule), nearest_of(rule))
    z = std * x
    a, d = rule.both(z)
    # Of a and d only ratios are told: scaled first, their powers neither over- nor underflow.
    a, d = _scaled(a), _scaled(d)
    a2, d2, x2 = np.square(a), np.square(d), np.square(x)
    first, second = 0.5 * (x2 - 1.0), 0.25 * (np.square(x2) - 6.0 * x2 + 3.0)
    length, slope = float(weights @ a2), float(weights @ d2)
    return LayerMoments(
        length_slope=float(weights @ (a2 * first)) / length,
        length_bend=float(weights @ (a2 * second)) / length,
        length_spread=float(weights @ np.square(a2)) / length**2 - 1.0,
        slope_slope=float(weights @ (d2 * first)) / slope,
        slope_bend=float(weights @ (d2 * second)) / slope,
        shared=float(weights @ (a2 * d2)) / (length * slope),
        carried=float(weights @ (x * a * d)) ** 2 / (length * slope),
        radial=float(weights @ (x2 * d2)) / slope,
        aligned=float(weights @ (x * d)) ** 2 / slope,
    )


def _scaled(values: np.ndarray) -> np.ndarray:
    largest = float(np.max(np.abs(values)))
    return values / largest if largest > 0.0 and math.isfinite(largest) else values

"""The length map: what one layer of infinite width makes of Var(z), and how it treats δ."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.activations import bind
from gradsim.engine.options import Choice
from gradsim.engine.theory.gaussian_averages import (
    features_of,
    gaussian_average,
    mean_square,
    mean_square_slope,
    mean_squares,
    nearest_of,
)

Floats = npt.NDArray[np.float64]


class LengthMap(Struct, frozen=True):
    """One kind of layer: q ↦ σ_w² E f(√q x)² + σ_b², and χ(q) = σ_w² E f′(√q x)².

    Parameters
    ----------
    activation : Choice
        f, elementwise.
    weight_variance : float
        σ_w² = fan_in · Var(w).
    bias_variance : float
        σ_b² = Var(b).

    Source: Saxe et al. 2013; Poole et al. 2016; Schoenholz et al. 2017.
    """

    activation: Choice
    weight_variance: float
    bias_variance: float = 0.0

    @property
    def linear(self) -> bool:
        """Whether q is only multiplied: f(c·z) = c·f(z) and no bias."""
        return bind(self.activation).rule.homogeneous and self.bias_variance == 0.0

    def __call__(self, q: float) -> float:
        """The next q."""
        return self.weight_variance * self.second_moment(q) + self.bias_variance

    def second_moment(self, q: float) -> float:
        """E a² where Var(z) = q."""
        rule = bind(self.activation)
        if rule.rule.homogeneous:
            return float(mean_square(rule, 1.0)) * q
        return float(mean_square(rule, math.sqrt(q)))

    def susceptibility(self, q: float) -> float:
        """χ(q): by how much one such layer multiplies E‖δ‖², going back."""
        return self.weight_variance * slope_moment(self.activation, q)

    def steepness(self, q: float) -> float:
        """dq′/dq = σ_w² E[f(z) f′(z) z] / q."""
        rule = bind(self.activation)
        if rule.rule.homogeneous:
            return self.weight_variance * float(mean_square(rule, 1.0))
        q = max(q, _LEAST)

        def integrand(z: Floats) -> Floats:
            a, slope = rule.both(z)
            return np.asarray(a * slope * z)

        average = gaussian_average(integrand, math.sqrt(q), features_of(rule), nearest_of(rule))
        return self.weight_variance * float(average) / q


_LEAST = 1e-30
"""Instead of 0, so that a kink at the origin is seen from both of its sides."""


def slope_moment(activation: Choice, q: float) -> float:
    """E f′(z)² where Var(z) = q; at q = 0 the limit from above."""
    rule = bind(activation)
    std = 1.0 if rule.rule.homogeneous else math.sqrt(max(q, _LEAST))
    return float(mean_square_slope(rule, std))


class MomentTable(NamedTuple):
    """E f² and E f′² of one activation at many q, each (n,) float64; q ascends."""

    q: Floats
    second: Floats
    slope: Floats


@lru_cache(maxsize=64)
def moment_table(activation: Choice) -> MomentTable:
    """The moments of an activation from q = 10^−24 to 10^10, six to a decade."""
    rule = bind(activation)
    q = np.logspace(-24.0, 10.0, 205)
    std = np.sqrt(q)
    return MomentTable(q, *mean_squares(rule, std))

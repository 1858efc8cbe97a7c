"""Quadrature gives the averages over a Gaussian to rounding, for every activation."""

from __future__ import annotations

import math

import mpmath
import numpy as np
import pytest

from gradsim.engine.activations import ACTIVATIONS, bind
from gradsim.engine.options import Choice
from gradsim.engine.theory.gaussian_averages import (
    composite_rule,
    features_of,
    gaussian_average,
    mean_square,
    mean_square_slope,
    mean_squares,
)

ELEMENTWISE = [name for name, rule in ACTIVATIONS.items() if rule.elementwise]


def test_one_panel_has_the_nodes_and_weights_of_gauss_and_legendre() -> None:
    nodes, weights = np.polynomial.legendre.leggauss(12)
    places, found = composite_rule(np.array([-1.0, 1.0]))
    np.testing.assert_allclose(places, nodes, rtol=0, atol=2e-16 * 4)
    density = np.exp(-0.5 * nodes**2) / math.sqrt(2 * math.pi)
    np.testing.assert_allclose(found, weights * density, rtol=3e-14)


def adaptively(function: object, std: float, features: tuple[float, ...]) -> float:
    """The same average by mpmath's tanh-sinh rule between the features."""
    places = sorted({-12.0, 12.0, *(f / std for f in (0.0, *features) if abs(f / std) < 12)})

    def integrand(x: mpmath.mpf) -> mpmath.mpf:
        value = function(np.array([std * float(x)]))[0]  # type: ignore[operator]
        return mpmath.mpf(float(value)) * mpmath.npdf(x)

    return float(mpmath.quad(integrand, places, maxdegree=8))


@pytest.mark.parametrize("name", ELEMENTWISE)
@pytest.mark.parametrize("std", [0.02, 0.03, 0.8, 6.0])
def test_second_moments_and_slopes_agree_with_an_adaptive_rule(name: str, std: float) -> None:
    rule = bind(Choice(name))
    features = features_of(rule)
    expected = adaptively(lambda z: np.square(rule.value(z)), std, features)
    assert float(mean_square(rule, std)) == pytest.approx(expected, rel=1e-11)
    expected = adaptively(lambda z: np.square(rule.slope(z, rule.value(z))), std, features)
    assert float(mean_square_slope(rule, std)) == pytest.approx(expected, rel=1e-11)


@pytest.mark.parametrize("std", [1e-9, 0.5, 3.0, 1e4])
def test_relu_keeps_half_the_variance_and_half_the_gradient(std: float) -> None:
    rule = bind(Choice("relu"))
    assert float(mean_square(rule, std)) == pytest.approx(std * std / 2, rel=1e-13)
    assert float(mean_square_slope(rule, std)) == pytest.approx(0.5, rel=1e-13)


@pytest.mark.parametrize("std", [0.1, 2.0, 40.0])
def test_sine_has_its_closed_form(std: float) -> None:
    exact = (1 - math.exp(-2 * std * std)) / 2
    assert float(mean_square(bind(Choice("sin")), std)) == pytest.approx(exact, rel=1e-11)


def test_what_oscillates_too_fast_to_follow_is_not_a_number() -> None:
    assert math.isnan(float(mean_square(bind(Choice("sin")), 1e6)))


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "softsign"])
def test_saturating_activations_are_resolved_at_any_spread(name: str) -> None:
    rule = bind(Choice(name))
    wide = 1e5
    # Far out only the strip around 0, of width ~ 1/std, has a slope: ∫f′² dz · φ(0)/std.
    z = np.linspace(-400, 400, 4_000_001)
    area = float(np.square(rule.slope(z, rule.value(z))).sum() * (z[1] - z[0]))
    expected = area / (wide * math.sqrt(2 * math.pi))
    assert float(mean_square_slope(rule, wide)) == pytest.approx(expected, rel=1e-5)


def test_many_spreads_are_averaged_at_once() -> None:
    found = gaussian_average(np.square, np.array([0.0, 1.0, 2.0]))
    assert found == pytest.approx([0.0, 1.0, 4.0], rel=1e-13)


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_both_moments_at_once_are_each_by_itself(name: str) -> None:
    rule = bind(Choice(name))
    std = np.array([0.0, 12.0, 1e-9, 0.7, 0.02, 400.0])
    second, slope = mean_squares(rule, std)
    np.testing.assert_array_equal(second, mean_square(rule, std))
    np.testing.assert_array_equal(slope, mean_square_slope(rule, std))


@pytest.mark.parametrize("alpha", [0.01, 1e-3, 1e-6])
@pytest.mark.parametrize("std", [1e-4, 0.1, 1.0])
def test_a_celu_that_bends_sharply_is_followed(alpha: float, std: float) -> None:
    """E f′² = ½ + E[e^(2z/α); z < 0] = ½ + e^(2s²/α²) Φ(−2s/α)."""
    with mpmath.workdps(60):
        steep = 2 * mpmath.mpf(std) / mpmath.mpf(alpha)
        left = mpmath.exp(steep**2 / 2) * mpmath.erfc(steep / mpmath.sqrt(2)) / 2
        expected = float(mpmath.mpf(1) / 2 + left)
    found = float(mean_square_slope(bind(Choice.of("celu", alpha=alpha)), std))
    assert found == pytest.approx(expected, rel=1e-10)

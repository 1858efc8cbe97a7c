"""Fixed points, critical gains and depth scales against published numbers and exact laws."""

from __future__ import annotations

import math

import pytest

from gradsim.engine.options import Choice
from gradsim.engine.theory.fixed_points import (
    attractors,
    correlation_depth,
    critical_weight_variance,
    length_depth,
    settled_susceptibility,
)
from gradsim.engine.theory.length_map import LengthMap


def test_selu_under_lecun_settles_at_one() -> None:
    # Klambauer et al. 2017: the constants are chosen for the fixed point (0, 1).
    assert attractors(LengthMap(Choice("selu"), 1.0)) == pytest.approx((1.0,), rel=1e-12)


def test_relu_under_he_settles_nowhere_and_keeps_the_gradient() -> None:
    he = LengthMap(Choice("relu"), 2.0)
    assert attractors(he) == ()
    assert settled_susceptibility(he) == pytest.approx(1.0, rel=1e-13)


def test_relu_dies_out_below_and_explodes_above_he() -> None:
    assert attractors(LengthMap(Choice("relu"), 1.9)) == (0.0,)
    assert attractors(LengthMap(Choice("relu"), 2.1)) == (math.inf,)
    # With a bias q settles where σ_w² q/2 + σ_b² = q.
    assert attractors(LengthMap(Choice("relu"), 1.0, 0.3)) == pytest.approx((0.6,), rel=1e-12)


@pytest.mark.parametrize("name", ["gelu", "silu"])
def test_gates_with_he_gain_have_two_ends(name: str) -> None:
    assert attractors(LengthMap(Choice(name), 2.0)) == (0.0, math.inf)
    assert settled_susceptibility(LengthMap(Choice(name), 2.0)) is None


@pytest.mark.parametrize(
    ("name", "critical"), [("tanh", 1.0), ("relu", 2.0), ("identity", 1.0), ("hardtanh", 1.0)]
)
def test_critical_variances_without_bias(name: str, critical: float) -> None:
    found = critical_weight_variance(LengthMap(Choice(name), 1.0))
    assert found == pytest.approx(critical, rel=1e-9)


def test_critical_variance_of_tanh_with_bias_is_the_published_one() -> None:
    # Schoenholz et al. 2017, section 5: σ_b² = 0.05 is critical at σ_w² ≈ 1.76.
    found = critical_weight_variance(LengthMap(Choice("tanh"), 1.0, 0.05))
    assert found == pytest.approx(1.76, abs=0.005)


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "selu", "elu", "softsign", "leaky_relu"])
@pytest.mark.parametrize("bias", [0.0, 0.05])
def test_at_the_critical_variance_the_gradient_is_kept(name: str, bias: float) -> None:
    length_map = LengthMap(Choice(name), 1.0, bias)
    critical = critical_weight_variance(length_map)
    if critical is None:
        return
    at_edge = LengthMap(Choice(name), critical, bias)
    assert settled_susceptibility(at_edge) == pytest.approx(1.0, abs=1e-6)


def test_sigmoid_needs_a_gain_above_four_to_keep_its_gradient() -> None:
    # σ′ ≤ ¼, so χ ≤ σ_w²/16.
    critical = critical_weight_variance(LengthMap(Choice("sigmoid"), 1.0))
    assert critical is not None
    assert critical > 16.0


def test_depth_scales_of_identity_are_exact() -> None:
    length_map = LengthMap(Choice("identity"), 0.5, 0.1)
    assert length_depth(length_map) == pytest.approx(1 / math.log(2), rel=1e-12)
    assert correlation_depth(length_map) == pytest.approx(1 / math.log(2), rel=1e-12)


def test_depth_scales_diverge_at_the_edge() -> None:
    near, far = (
        correlation_depth(LengthMap(Choice("tanh"), variance, 0.05)) for variance in (1.74, 1.4)
    )
    assert near is not None
    assert far is not None
    assert near > 10 * far


@pytest.mark.parametrize("name", ["softplus", "tanh"])
def test_biases_beyond_all_lengths_leave_no_critical_variance(name: str) -> None:
    assert critical_weight_variance(LengthMap(Choice(name), 1.0, 1e12)) is None

"""Places, points, slopes and theory of scans over depth and gain."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gradsim.engine.options import Choice
from gradsim.engine.theory.conditions import Obstacle
from gradsim.project import edits
from gradsim.project.scans import (
    ScanAxis,
    cell_at,
    depth_places,
    gain_places,
    measure_point,
    upper_half_fit,
)
from gradsim.project.scans.theory import critical_gain, depth_theory
from gradsim.project.sweeps import cell_project
from tests.viewmodels.gradients.desk import deep


def test_depths_run_evenly_from_1_to_the_top_coarse_first() -> None:
    levels = depth_places(100)
    assert levels[0] == (1, 26, 50, 75, 100)
    flat = [depth for level in levels for depth in level]
    assert len(set(flat)) == len(flat) == 20
    assert {2, 3, 5} <= set(flat)
    assert sorted(each for level in depth_places(3) for each in level) == [1, 2, 3]


@pytest.mark.parametrize("top", [20, 50, 200, 500, 1000])
def test_every_scan_of_depths_has_both_ends_and_no_depth_twice(top: int) -> None:
    flat = [depth for level in depth_places(top) for depth in level]
    assert (min(flat), max(flat)) == (1, top)
    assert len(set(flat)) == len(flat)


def test_gains_are_even_in_their_logarithm() -> None:
    flat = sorted(gain for level in gain_places(0.25, 4.0) for gain in level)
    assert (flat[0], flat[-1], len(flat)) == (0.25, 4.0, 17)
    np.testing.assert_allclose(np.diff(np.log10(flat)), np.log10(16.0) / 16, rtol=1e-4)
    assert 1.0 in flat


def test_one_layer_is_its_own_first_and_last() -> None:
    point = measure_point(deep(5, 4), cell_at(ScanAxis.depth, 1), 3, 1)
    np.testing.assert_array_equal(point.ratios["delta", "l2"], np.zeros(3))


def test_a_dead_network_has_a_ratio_of_zero_and_an_impossible_one_a_problem() -> None:
    base = deep(5, 4, "tanh", Choice.of("zeros"))
    point = measure_point(base, cell_at(ScanAxis.depth, 4), 3, 1)
    assert np.all(np.isneginf(point.ratios["delta", "l2"]))
    assert measure_point(base, cell_at(ScanAxis.depth, 0), 3, 1).problem is not None


def test_a_straight_line_is_found_again_with_its_residual() -> None:
    depths = np.array([1.0, 10.0, 20.0, 30.0, 40.0, 50.0])
    exact = upper_half_fit(depths, -0.25 * depths + 3.0)
    assert exact is not None
    assert exact.slope == pytest.approx(-0.25)
    assert exact.intercept == pytest.approx(3.0)
    assert (exact.low, exact.high, exact.points) == (30.0, 50.0, 3)
    assert exact.residual == pytest.approx(0.0, abs=1e-12)
    bent = upper_half_fit(depths, np.array([0.0, 9.0, 9.0, 0.0, 1.0, 0.0]))
    assert bent is not None
    assert bent.slope == pytest.approx(0.0, abs=1e-12)
    assert bent.residual == pytest.approx(math.sqrt(2.0) / 3.0)


def test_points_without_a_size_bear_no_line() -> None:
    depths = np.array([1.0, 30.0, 40.0, 50.0])
    assert upper_half_fit(depths, np.array([0.0, -1.0, math.nan, -2.0])) is None
    assert upper_half_fit(np.zeros(0), np.zeros(0)) is None


def test_theorys_slope_of_a_vanishing_network_is_the_measured_one() -> None:
    base = edits.set_cost(deep(6, 128, "tanh", Choice.of("lecun_normal", gain=0.7)), "probe")
    theory = depth_theory(base, 40)
    assert theory is not None
    assert theory.no_line is None
    assert theory.slope == pytest.approx(math.log10(0.7), abs=1e-6)
    depths = np.array([20.0, 30.0, 35.0, 40.0])
    medians = [
        float(
            measure_point(base, cell_at(ScanAxis.depth, each), 8, 1).spread("delta", "l2").median[0]
        )
        for each in depths
    ]
    fit = upper_half_fit(depths, np.array(medians))
    assert fit is not None
    assert fit.slope == pytest.approx(theory.slope, abs=0.015)


def test_the_exact_slope_of_narrow_relu_layers_is_told_beside_the_obstacle() -> None:
    base = edits.set_cost(deep(6, 8, "relu", Choice.of("he_normal")), "probe")
    theory = depth_theory(base, 60)
    assert theory is not None
    assert theory.no_line is not None
    assert theory.no_line.obstacle is Obstacle.narrow
    assert theory.exact is not None
    assert -0.15 < theory.exact < -0.05


def test_another_cost_bars_theory_but_no_critical_gain() -> None:
    base = deep(6, 64, "tanh", Choice.of("lecun_normal", gain=2.0))
    theory = depth_theory(base, 20)
    assert theory is not None
    assert theory.no_line is not None
    assert theory.no_line.obstacle is Obstacle.cost
    assert critical_gain(base) == pytest.approx(1.0, abs=1e-6)


def test_biases_are_weighed_at_the_critical_gain_itself() -> None:
    def with_biases(limit: float, gain: float) -> float | None:
        project = deep(6, 8, "tanh", Choice.of("lecun_normal", gain=gain))
        bias = Choice.of("uniform", limit=limit)
        return critical_gain(edits.set_bias(project, project.layer_ids, bias))

    assert with_biases(3.0, 1.0) is None
    # With gain 0.1 they are most of Var(z), at the edge next to nothing of it.
    assert with_biases(0.05, 0.1) == pytest.approx(with_biases(0.05, 1.0))
    assert with_biases(0.05, 0.1) is not None


def test_the_critical_gain_keeps_the_gradient() -> None:
    base = edits.set_cost(deep(20, 128, "relu", Choice.of("lecun_normal")), "probe")
    gain = critical_gain(base)
    assert gain == pytest.approx(math.sqrt(2.0), rel=1e-6)
    assert gain is not None
    at, below = (
        measure_point(base, cell_at(ScanAxis.gain, each), 8, 1).spread("delta", "l2").median[0]
        for each in (gain, gain / 2)
    )
    assert abs(at) < 0.5
    assert below < -4.0


def test_what_theory_does_not_know_is_none() -> None:
    assert critical_gain(deep(6, 8, "tanh", Choice.of("orthogonal"))) is None
    assert critical_gain(deep(6, 8, "tanh", Choice.of("zeros"))) is None
    mixed = deep(6, 8)
    mixed = edits.set_activation(mixed, mixed.layer_ids[:1], Choice.of("relu"))
    assert critical_gain(mixed) is None
    assert depth_theory(deep(6, 8), 2) is None


def test_a_deeper_network_begins_with_the_layers_of_the_shallower() -> None:
    base = deep(4, 8)
    deeper = cell_project(base, cell_at(ScanAxis.depth, 7))
    assert deeper.layers[:3] == base.layers[:3]
    assert deeper.layers[-1] == base.layers[-1]

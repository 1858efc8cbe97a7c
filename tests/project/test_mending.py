"""Fifty sigmoid layers do not learn; each remedy in turn is measured on the same network."""

from __future__ import annotations

import pytest

from tests.benchmarks.mending import (
    ALONE,
    GUESSING,
    OMEGA,
    OVER_UNITS,
    PLAN,
    REMEDIES,
    Mended,
    mended,
    sigmoid_layers,
)

STEPS, FEW = 60, 15
SETTLED = {"batch normalization": 140}
"""After how many steps the cost has settled: before, the rounding of a sum may tell where it is."""
BARE = sigmoid_layers(units=24)


@pytest.fixture(scope="module")
def untouched() -> Mended:
    return mended("nothing", BARE, STEPS)


def test_fifty_sigmoid_layers_do_not_learn(untouched: Mended) -> None:
    assert BARE.network.depth == 50
    assert untouched.before < 1e-28
    assert untouched.after == pytest.approx(untouched.before, rel=0.2)
    assert untouched.cost == pytest.approx(GUESSING, abs=1e-3), "the last layer learnt to say ½"
    assert not untouched.learns


@pytest.mark.parametrize("name", REMEDIES)
def test_a_remedy_brings_the_gradient_to_the_first_layer_and_it_learns(
    name: str, untouched: Mended
) -> None:
    project = REMEDIES[name](BARE)
    assert project.training == PLAN, "the same plan"
    assert project.network.widths == BARE.network.widths
    found = mended(name, project, SETTLED.get(name, STEPS))
    assert found.before > 1e24 * untouched.before
    assert found.learns
    assert found.cost < untouched.cost - 0.1


@pytest.mark.parametrize("name", ALONE)
def test_what_mends_other_troubles_brings_no_gradient_by_itself(name: str) -> None:
    found = mended(name, ALONE[name](BARE), FEW)
    assert max(found.before, found.after) < 1e-26
    assert not found.learns


@pytest.mark.parametrize("name", ["layer normalization", "RMS normalization"])
def test_normalized_over_units_sigmoids_gain_decades_and_not_enough(
    name: str, untouched: Mended
) -> None:
    found = mended(name, OVER_UNITS[name](BARE), FEW)
    assert 1e8 * untouched.before < found.before < 1e-15
    assert not found.learns


@pytest.mark.parametrize("name", ["tanh, layer norm.", "tanh, RMS norm."])
def test_normalized_over_units_tanh_loses_nothing(name: str) -> None:
    assert 0.1 < mended(name, OVER_UNITS[name](BARE), 2).before < 100.0


def test_omega_brings_the_gradient_back_step_by_step(untouched: Mended) -> None:
    found = mended("Ω", OMEGA["Ω penalty"](BARE), STEPS)
    assert found.before == untouched.before, "it does not change the network, it pulls its weights"
    assert found.after > 1e15 * untouched.before
    assert not found.learns, "so far the cost is that of guessing"

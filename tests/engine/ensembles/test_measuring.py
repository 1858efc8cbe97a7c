"""An ensemble is the loop over its members, however it is grouped."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine import Cancelled, Choice, Problem, forward, initialize, measure
from gradsim.engine.columns import GRADIENTS
from gradsim.engine.ensembles import joined, measure_ensemble, measuring
from gradsim.engine.initialization import TypedLayer
from gradsim.engine.remedies import Residual
from tests.engine.networks import network_of

X = np.random.default_rng(1).normal(size=(5, 4))
Y = np.random.default_rng(2).random((5, 3))
SEEDS = (3, 0, 11, 7)


@pytest.mark.parametrize("activation", ["tanh", "relu", "softmax", "identity", "gelu"])
@pytest.mark.parametrize("threads", [1, 2])
def test_every_member_is_the_network_of_its_seed(
    activation: str, threads: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measuring, "GROUP_ENTRIES", 2 * 5 * 6)
    hidden = "tanh" if activation == "softmax" else activation
    network = network_of(4, (6, 6, 3), (hidden, hidden, activation))
    found = measure_ensemble(network, SEEDS, X, Y, threads=threads)
    assert found.seeds == SEEDS
    for member, seed in enumerate(SEEDS):
        alone = measure(forward(network, initialize(network, seed), X, Y))
        assert found.cost[member] == pytest.approx(float(alone.cost), rel=1e-12)
        for name in GRADIENTS:
            for statistic in ("l2", "rms", "mean_abs", "max_abs"):
                np.testing.assert_allclose(
                    found.log10(name, statistic)[member],  # type: ignore[arg-type]
                    alone.columns.log10(name, statistic),  # type: ignore[arg-type]
                    rtol=1e-11,
                    atol=1e-12,
                )
        np.testing.assert_allclose(
            found.activation_decades[member], alone.columns.activation, atol=1e-12
        )
        np.testing.assert_allclose(found.weights_decades[member], alone.columns.weights, atol=1e-12)
        for index, layer in enumerate(alone.layers):
            assert found.activation_mean[member, index] == pytest.approx(
                float(layer.activation_mean), rel=1e-11, abs=1e-14
            )
            assert found.log10_second_moment[member, index] == pytest.approx(
                np.log10(float(layer.activation_mean) ** 2 + float(layer.activation_std) ** 2),
                abs=1e-11,
            )
            saturated = found.saturated_fraction[member, index]
            if layer.saturated_fraction is None:
                assert np.isnan(saturated)
            else:
                assert saturated == pytest.approx(float(layer.saturated_fraction), rel=1e-14)


@pytest.mark.parametrize("activation", ["tanh", "relu"])
def test_a_first_layer_that_activates_the_inputs_is_measured_for_every_member(
    activation: str,
) -> None:
    plain = network_of(4, (4, 3), (activation, "identity"))
    first = replace(plain.layers[0], residual=Residual(0.5, "pre"))
    network = replace(plain, layers=(first, plain.layers[1]))
    found = measure_ensemble(network, SEEDS, X, Y)
    for member, seed in enumerate(SEEDS):
        alone = measure(forward(network, initialize(network, seed), X, Y))
        np.testing.assert_allclose(
            found.log10("delta", "l2")[member], alone.columns.log10("delta", "l2"), atol=1e-12
        )
        for name in ("saturated_fraction", "dead_fraction"):
            one, told = getattr(alone.layers[0], name), getattr(found, name)[member, 0]
            assert np.isnan(told) if one is None else told == float(one)


def test_groups_never_hold_more_than_they_may() -> None:
    deep = network_of(8, (8,) * 1000)
    assert measuring.group_size(deep, 128, 200) * 8 * 3 * 128 * 8008 <= measuring.GROUP_BYTES
    assert measuring.group_size(network_of(1000, (1000,) * 10), 128, 200) == 1
    assert measuring.group_size(network_of(2, (3, 1)), 1, 200) == 200


def test_profiles_of_seeds_measured_apart_join_to_those_measured_together() -> None:
    network = network_of(4, (6, 3))
    whole = measure_ensemble(network, SEEDS, X, Y)
    parts = joined([measure_ensemble(network, SEEDS[:2], X, Y),
                    measure_ensemble(network, SEEDS[2:], X, Y)])  # fmt: skip
    assert parts.seeds == whole.seeds
    for name in GRADIENTS:
        np.testing.assert_array_equal(parts.log10(name, "l2"), whole.log10(name, "l2"))
    np.testing.assert_array_equal(parts.cost, whole.cost)
    np.testing.assert_array_equal(parts.output_gradient.squares, whole.output_gradient.squares)


def test_first_to_last_compares_the_ends_of_each_member() -> None:
    found = measure_ensemble(network_of(4, (6, 6, 3), "sigmoid"), SEEDS, X, Y)
    sizes = found.log10("delta", "rms")
    np.testing.assert_array_equal(found.first_to_last("delta", "rms"), sizes[:, 0] - sizes[:, -1])


def test_zero_weights_leave_an_exact_zero_below_them() -> None:
    network = network_of(4, (6, 3), weights=Choice("zeros"))
    found = measure_ensemble(network, SEEDS, X, Y)
    np.testing.assert_array_equal(found.first_to_last("delta", "l2"), -np.inf)
    assert all(state == "zero" for state in found.gradients["delta"].state[:, 0])  # type: ignore[index]


def test_typed_numbers_are_those_of_every_member() -> None:
    network = network_of(4, (6, 3))
    given = TypedLayer(np.full((6, 4), 0.25), np.zeros(6))
    found = measure_ensemble(network, SEEDS, X, Y, typed=(given, None))
    assert np.ptp(found.activation_mean[:, 0]) == 0
    assert np.ptp(found.activation_mean[:, 1]) > 0


def test_lsuv_reads_the_data_that_it_is_given() -> None:
    network = network_of(4, (6, 3), weights=Choice("lsuv"), bias=Choice("zeros"))
    found = measure_ensemble(network, (5, 6), X[:1], Y[:1], drawn_on=X)
    drawn = initialize(network, 5, inputs=X)
    alone = measure(forward(network, drawn, X[:1], Y[:1]))
    np.testing.assert_allclose(found.log10("delta", "l2")[0], alone.columns.log10("delta", "l2"))


def test_progress_counts_the_seeds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "GROUP_ENTRIES", 2 * 5 * 6)
    told: list[int] = []
    measure_ensemble(network_of(4, (6, 3)), SEEDS[:3], X, Y, progress=told.append)
    assert told == [2, 3]


def test_a_cancelled_ensemble_stops() -> None:
    with pytest.raises(Cancelled):
        measure_ensemble(network_of(4, (6, 3)), SEEDS, X, Y, cancelled=lambda: True)


@pytest.mark.parametrize("seeds", [(), tuple(range(1001))])
def test_no_seed_and_too_many_are_refused(seeds: tuple[int, ...]) -> None:
    with pytest.raises(Problem, match="from 1 to 1000 seeds"):
        measure_ensemble(network_of(4, (6, 3)), seeds, X, Y)


@pytest.mark.parametrize("seeds", [(3,), (3, 0, 11)])
def test_a_group_of_one_is_recorded_as_a_larger_one_is(
    seeds: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measuring, "GROUP_ENTRIES", 2 * 5 * 6)
    network = network_of(4, (6, 3), ("relu", "softmax"))
    found = measure_ensemble(network, seeds, X, Y)
    assert found.saturated_fraction.shape == (len(seeds), 2)
    assert np.isnan(found.saturated_fraction[:, 1]).all()
    assert not np.isnan(found.saturated_fraction[:, 0]).any()


def test_the_spread_of_activations_far_from_zero_keeps_its_digits() -> None:
    network = network_of(4, (6, 3), "identity", bias=Choice("constant", (("value", 1e7),)))
    found = measure_ensemble(network, SEEDS, X, Y)
    for member, seed in enumerate(SEEDS):
        alone = measure(forward(network, initialize(network, seed), X, Y))
        for index, layer in enumerate(alone.layers):
            assert found.activation_std[member, index] == pytest.approx(
                float(layer.activation_std), rel=1e-7
            )


@pytest.mark.parametrize("scale", [1e-3, 1.0, 30.0])
@pytest.mark.parametrize("activation", ["tanh", "relu", "sigmoid", "gelu", "sin", "hardsigmoid"])
def test_saturated_and_dead_are_counted_as_for_one_network(activation: str, scale: float) -> None:
    network = network_of(4, (30, 6, 3), activation, weights=Choice.of("normal", std=scale))
    found = measure_ensemble(network, SEEDS, X, Y)
    for member, seed in enumerate(SEEDS):
        alone = measure(forward(network, initialize(network, seed), X, Y))
        for index, layer in enumerate(alone.layers):
            for many, one in (
                (found.saturated_fraction, layer.saturated_fraction),
                (found.dead_fraction, layer.dead_fraction),
            ):
                assert one is not None
                assert many[member, index] == pytest.approx(float(one), abs=1e-14)


@pytest.mark.parametrize("seeds", [1, 8, 20, 23, 100, 200])
def test_groups_share_the_seeds_evenly_between_two_threads(seeds: int) -> None:
    network = network_of(64, (64,) * 30)
    size = measuring.group_size(network, 128, seeds)
    groups = -(-seeds // size)
    assert groups == 1 or groups % 2 == 0
    assert size * groups - seeds < groups

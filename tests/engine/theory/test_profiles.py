"""The predicted profiles lie where ensembles of real networks do; where they cannot, none is."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.forward import forward
from gradsim.engine.initialization import TypedLayer, initialize
from gradsim.engine.measurement import measure
from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.engine.theory.conditions import SENTENCES, Obstacle, obstacle
from gradsim.engine.theory.finite_width import finite_width
from gradsim.engine.theory.mean_field import mean_field, probe_squares

GAINS = {"sigmoid": 1.0, "tanh": 1.0, "selu": 1.0, "relu": 2.0**0.5}


def stack(
    name: str, depth: int, width: int, *, gain: float = 1.0, bias: float = 0.0, **more: str
) -> Network:
    layer = Layer(
        width,
        Choice(name),
        Choice.of(more.get("weights", "lecun_normal"), gain=gain),
        Choice.of("normal", std=bias) if bias else Choice("zeros"),
    )
    layers = tuple(
        Layer(layer.units, layer.activation, layer.weights, layer.bias, id=n + 1)
        for n in range(depth)
    )
    return Network(width, layers, more.get("cost", "probe"))


def measured(network: Network, seeds: int, samples: int) -> tuple[np.ndarray, np.ndarray, object]:
    """log₁₀‖δ^l‖ of each seed, (seeds, L); log₁₀ of Σa² per layer; the forward pass."""
    parameters = initialize(network, range(seeds))
    inputs = np.random.default_rng(5).standard_normal((samples, network.inputs))
    targets = np.zeros((samples, network.layers[-1].units))
    result = forward(network, parameters, inputs, targets, probe_seed=3)
    measurement = measure(result)
    logs = np.stack([layer.delta.log10_l2 for layer in measurement.layers], axis=-1)
    moments = np.array([np.log10(np.square(layer.activation).mean()) for layer in result.layers])
    return logs, moments, result


def root_mean_square(logs: np.ndarray) -> np.ndarray:
    top = logs.max(axis=0)
    return top + 0.5 * np.log10(np.mean(10 ** (2 * (logs - top)), axis=0))


@pytest.mark.parametrize("name", list(GAINS))
@pytest.mark.parametrize("bias", [0.0, 0.2])
def test_the_line_lies_within_the_bootstrap_interval_of_what_is_measured(
    name: str, bias: float
) -> None:
    network = stack(name, 15, 128, gain=GAINS[name], bias=bias)
    assert obstacle(network) is None
    logs, moments, result = measured(network, seeds=100, samples=4)
    predicted = mean_field(
        network,
        np.square(result.inputs).mean(axis=1),
        probe_squares(result.reference, batch_mean=True),
    )
    draws = np.random.default_rng(0).integers(0, len(logs), (2000, len(logs)))
    resampled = np.stack([root_mean_square(logs[draw]) for draw in draws])
    low, high = np.quantile(resampled, [0.005, 0.995], axis=0)
    # A network of finite width is off by O(1/width) per layer: a hundredth of a decade here.
    inside = (predicted.log10_delta > low - 0.01) & (predicted.log10_delta < high + 0.01)
    assert inside.mean() >= 0.9
    assert predicted.log10_second_moment == pytest.approx(moments, abs=0.05)


def test_a_thousand_layers_are_predicted_beyond_floating_point() -> None:
    network = stack("relu", 1000, 4096, gain=0.01)
    predicted = mean_field(network, np.ones(1), np.ones(1))
    # Each layer multiplies ‖δ‖ and the signal by 0.01/√2.
    per_layer = np.log10(0.01 / np.sqrt(2))
    slopes = np.diff(predicted.log10_delta)
    assert slopes == pytest.approx(np.full(999, -per_layer), rel=1e-12)
    assert predicted.log10_length[-1, 0] == pytest.approx(2 * (-2 + 999 * per_layer), rel=1e-12)


def test_many_samples_are_interpolated_without_loss() -> None:
    network = stack("tanh", 10, 64, gain=1.3, bias=0.1)
    squares = np.random.default_rng(2).uniform(0.2, 4.0, 300)
    together = mean_field(network, squares, np.ones(300))
    alone = [mean_field(network, squares[i : i + 1], np.ones(1)) for i in range(0, 300, 50)]
    for place, single in zip(range(0, 300, 50), alone, strict=True):
        assert together.log10_length[:, place] == pytest.approx(single.log10_length[:, 0], abs=1e-7)


@pytest.mark.parametrize(("name", "gain"), [("identity", 1.0), ("relu", 2.0**0.5)])
def test_finite_width_gives_drift_and_spread(name: str, gain: float) -> None:
    network = stack(name, 12, 16, gain=gain)
    law = finite_width(network)
    assert law is not None
    logs, _, _ = measured(network, seeds=400, samples=1)
    alive = np.isfinite(logs).all(axis=1)
    relative = logs[alive] - logs[alive, -1:]
    error = relative.std(axis=0) / np.sqrt(alive.sum())
    assert np.all(np.abs(relative.mean(axis=0) - law.mean) <= 4 * error + 1e-12)
    assert relative.std(axis=0)[:-1] == pytest.approx(law.std[:-1], rel=0.15)


@pytest.mark.parametrize(
    ("network", "reason", "layer"),
    [
        (stack("tanh", 4, 64, cost="half_squared_error"), Obstacle.cost, None),
        (stack("tanh", 4, 64, weights="orthogonal"), Obstacle.correlated, 1),
        (stack("tanh", 4, 64, weights="lsuv"), Obstacle.data_dependent, 1),
        (stack("gelu", 50, 256, gain=2.0**0.5), Obstacle.attractors, 1),
        (stack("relu", 50, 8, gain=2.0**0.5), Obstacle.narrow, None),
        (stack("softmax", 1, 64), Obstacle.output, 1),
    ],
)
def test_where_theory_does_not_hold_the_reason_is_named(
    network: Network, reason: Obstacle, layer: int | None
) -> None:
    found = obstacle(network)
    assert found is not None
    assert (found.obstacle, found.layer) == (reason, layer)


def test_typed_weights_have_no_line() -> None:
    network = stack("tanh", 2, 4)
    found = obstacle(network, (None, TypedLayer(np.eye(4), None)))
    assert found is not None
    assert (found.obstacle, found.layer) == (Obstacle.typed, 2)


def test_every_obstacle_has_its_sentence() -> None:
    assert set(SENTENCES) == set(Obstacle)

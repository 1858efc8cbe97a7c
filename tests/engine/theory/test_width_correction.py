"""The first order in 1/width is what ensembles of narrow networks show, and what lines need."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.ensembles import measure_ensemble
from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.engine.streams import probe_directions
from gradsim.engine.theory.conditions import Obstacle, obstacle
from gradsim.engine.theory.fluctuations import layer_moments
from gradsim.engine.theory.gaussian_averages import gaussian_average
from gradsim.engine.theory.mean_field import MeanField, mean_field, probe_shares, probe_squares
from gradsim.engine.theory.width_correction import width_correction

GAINS = {"sigmoid": 1.0, "tanh": 1.0, "relu": 2.0**0.5, "selu": 1.0}
PROBE_SEED = 3


def stack(
    name: str,
    depth: int,
    width: int,
    *,
    gain: float,
    bias: float = 0.0,
    weights: str = "lecun_normal",
) -> Network:
    layers = tuple(
        Layer(
            width,
            Choice(name),
            Choice.of(weights, gain=gain),
            Choice.of("normal", std=bias) if bias else Choice("zeros"),
            id=number,
        )
        for number in range(1, depth + 1)
    )
    return Network(width, layers, "probe")


def inputs_of(network: Network, samples: int) -> np.ndarray:
    return np.random.default_rng(5).standard_normal((samples, network.inputs))


def predicted(network: Network, samples: int, *, corrected: bool = True) -> MeanField:
    reference = probe_directions(PROBE_SEED, 1, samples, network.layers[-1].units)
    return mean_field(
        network,
        np.square(inputs_of(network, samples)).mean(axis=1),
        probe_squares(reference, batch_mean=True),
        probe_shares(reference) if corrected else None,
    )


def measured(network: Network, seeds: int, samples: int) -> tuple[np.ndarray, np.ndarray]:
    """log₁₀‖δ^l‖ and log₁₀ E a² of each seed, (seeds, L)."""
    x = inputs_of(network, samples)
    targets = np.zeros((samples, network.layers[-1].units))
    logs, moments = [], []
    for start in range(0, seeds, 500):
        found = measure_ensemble(
            network, range(start, min(start + 500, seeds)), x, targets, probe_seed=PROBE_SEED
        )
        logs.append(found.log10("delta", "l2"))
        moments.append(found.log10_second_moment)
    return np.concatenate(logs), np.concatenate(moments)


def root_mean_square(logs: np.ndarray) -> np.ndarray:
    """log₁₀ of the root of the mean square over seeds of 10^logs, (L,)."""
    top = logs.max(axis=0)
    return top + 0.5 * np.log10(np.mean(10 ** (2 * (logs - top)), axis=0))


def shares_inside(network: Network, seeds: int, samples: int) -> tuple[float, float]:
    """The shares of layers whose ‖δ‖, and E a², lie in the 99 % bootstrap interval."""
    logs, moments = measured(network, seeds, samples)
    line = predicted(network, samples)
    assert line.corrected
    draws = np.random.default_rng(0).integers(0, seeds, (1000, seeds))
    found = []
    for values, drawn in (
        (logs, line.log10_delta),
        (0.5 * moments, 0.5 * line.log10_second_moment),
    ):
        resampled = np.stack([root_mean_square(values[draw]) for draw in draws])
        low, high = np.quantile(resampled, [0.005, 0.995], axis=0)
        found.append(float(np.mean((drawn >= low - 1e-12) & (drawn <= high + 1e-12))))
    return found[0], found[1]


@pytest.mark.parametrize("samples", [1, 4])
@pytest.mark.parametrize("name", list(GAINS))
def test_the_line_lies_within_the_measured_interval_at_nine_layers_in_ten(
    name: str, samples: int
) -> None:
    network = stack(name, 20, 96, gain=GAINS[name])
    delta, moment = shares_inside(network, 60, samples)
    assert delta >= 0.9
    assert moment >= 0.9


@pytest.mark.acceptance
@pytest.mark.parametrize("name", list(GAINS))
def test_fifty_layers_of_256_units_lie_where_100_seeds_do(name: str) -> None:
    network = stack(name, 50, 256, gain=GAINS[name])
    assert obstacle(network) is None
    delta, moment = shares_inside(network, 100, 4)
    assert delta >= 0.9
    assert moment >= 0.9


def test_gelu_with_the_gain_of_he_has_a_reason_instead() -> None:
    found = obstacle(stack("gelu", 50, 256, gain=2.0**0.5))
    assert found is not None
    assert found.obstacle is Obstacle.attractors


@pytest.mark.parametrize(
    ("name", "gain", "bias"), [("sigmoid", 2.0, 0.0), ("selu", 1.0, 0.0), ("tanh", 1.3, 0.3)]
)
def test_narrow_networks_are_off_infinite_width_by_the_correction(
    name: str, gain: float, bias: float
) -> None:
    network = stack(name, 6, 24, gain=gain, bias=bias)
    logs, _ = measured(network, 6000, 1)
    measured_here = root_mean_square(logs)
    squares = 10 ** (2 * (logs - measured_here))
    error = 0.5 * squares.std(axis=0) / np.sqrt(len(logs)) / np.log(10)
    corrected = predicted(network, 1).log10_delta
    plain = predicted(network, 1, corrected=False).log10_delta
    # What is left is of the order (depth/width)²: well below the correction itself.
    assert np.all(np.abs(corrected - measured_here) < 4 * error + 0.3 * np.abs(corrected - plain))
    assert np.abs(plain - measured_here).max() > 3 * error[np.abs(plain - measured_here).argmax()]


def test_the_second_moment_shifts_by_the_curvature_of_the_length_map() -> None:
    network = stack("tanh", 8, 16, gain=1.5)
    _, moments = measured(network, 4000, 1)
    mean = np.log10((10**moments).mean(axis=0))
    error = (10**moments).std(axis=0) / (10**moments).mean(axis=0) / np.sqrt(4000) / np.log(10)
    corrected = predicted(network, 1).log10_second_moment
    plain = predicted(network, 1, corrected=False).log10_second_moment
    assert np.all(np.abs(corrected - mean) < 4 * error + 0.004)
    assert np.abs(plain - mean)[-1] > 0.01


def test_without_biases_homogeneous_layers_shift_only_by_what_the_output_asks() -> None:
    """‖δ‖² of ReLU is exact at any width, on average over the directions r."""
    found = width_correction(stack("relu", 9, 16, gain=2.0**0.5), np.zeros(9))
    assert found.second_moment == pytest.approx(np.zeros(9), abs=1e-12)
    assert found.delta == pytest.approx(np.zeros(9), abs=1e-12)
    # u − 1 = (E z f′)²/(q E f′²) (share − 1) = (share − 1)/π stays the same from layer to layer.
    steps = np.arange(8, -1, -1) * 2.0 / 16 / np.pi
    assert found.delta_share == pytest.approx(steps, rel=1e-9)


def test_the_moments_of_tanh_follow_a_change_of_q() -> None:
    at, step = 0.3, 1e-3
    moments = layer_moments(Choice("tanh"), at)

    def second(log_q: float) -> float:
        return float(gaussian_average(lambda z: np.tanh(z) ** 2, np.exp(log_q / 2)))

    # d/d ln q = q d/dq, and d²/d(ln q)² = q² d²/dq² + q d/dq.
    slope = (second(at + step) - second(at - step)) / (2 * step)
    bend = (second(at + step) - 2 * second(at) + second(at - step)) / step**2
    assert moments.length_slope == pytest.approx(slope / second(at), rel=1e-5)
    assert moments.length_bend == pytest.approx((bend - slope) / second(at), rel=1e-4)


def test_uniform_draws_are_predicted_at_infinite_width() -> None:
    network = stack("tanh", 5, 32, gain=1.0, weights="lecun_uniform")
    assert not predicted(network, 1).corrected


def test_too_large_a_correction_is_left_out_whole() -> None:
    network = stack("tanh", 400, 32, gain=1.0)
    plain, line = predicted(network, 1, corrected=False), predicted(network, 1)
    assert not line.corrected
    assert line.log10_delta == pytest.approx(plain.log10_delta, abs=0)


def test_weights_that_are_all_zero_have_no_correction() -> None:
    layers = (Layer(4, Choice("tanh"), Choice("zeros"), Choice("zeros"), id=1),)
    assert not predicted(Network(4, layers, "probe"), 2).corrected

"""Claims that hold exactly, whatever was drawn: laws of the chain rule as tests of the engine."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from gradsim.engine.attribution_weights import weight_samples_log10
from gradsim.engine.backward import chain_factors, gradients
from gradsim.engine.chain import FactorKind
from gradsim.engine.forward import forward
from gradsim.engine.initialization import Parameters, initialize
from gradsim.engine.measurement import measure
from gradsim.engine.options import Choice
from gradsim.engine.scaling import State
from tests.engine.networks import network_of, pass_of

NO_BIAS = Choice("zeros")
ORTHOGONAL = Choice("orthogonal")


@pytest.mark.parametrize("samples", [1, 9])
@pytest.mark.parametrize("depth", [3, 60])
def test_orthogonal_identity_layers_keep_the_norm_of_delta(depth: int, samples: int) -> None:
    network = network_of(12, [12] * depth, "identity", "probe", ORTHOGONAL, NO_BIAS)
    norms = [float(layer.delta.l2) for layer in measure(pass_of(network, samples)).layers]
    assert norms == pytest.approx([norms[-1]] * depth, rel=1e-12)


def test_narrowing_orthogonal_layers_keep_the_norm_of_delta_too() -> None:
    # fan_out ≤ fan_in: the rows are orthonormal, so Wᵀ keeps lengths.
    network = network_of(20, [16, 12, 7, 7, 3], "identity", "probe", ORTHOGONAL, NO_BIAS)
    norms = [float(layer.delta.l2) for layer in measure(pass_of(network, 5)).layers]
    assert norms == pytest.approx([norms[-1]] * 5, rel=1e-12)


def test_an_orthogonal_gain_multiplies_delta_once_a_layer() -> None:
    gain = Choice.of("orthogonal", gain=0.5)
    network = network_of(8, [8] * 40, "identity", "probe", gain, NO_BIAS)
    sizes = [float(layer.delta.log10_l2) for layer in measure(pass_of(network)).layers]
    assert np.diff(sizes) == pytest.approx([-math.log10(0.5)] * 39, abs=1e-12)


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu", "gelu", "identity"])
def test_zero_initialization_kills_every_hidden_gradient_exactly(activation: str) -> None:
    network = network_of(3, [4, 4, 4, 2], activation, weights=Choice("zeros"), bias=NO_BIAS)
    layers = measure(pass_of(network)).layers
    for layer in layers[:-1]:
        for quantity in (layer.weight_gradient, layer.bias_gradient, layer.delta):
            assert quantity.state is State.zero
            assert float(quantity.l2) == 0.0
    # The last bias alone still learns, unless nothing reaches the output either.
    if activation != "relu":
        assert layers[-1].bias_gradient.state is State.ok


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu", "silu"])
def test_constant_initialization_keeps_units_identical_through_training(activation: str) -> None:
    constant = Choice.of("constant", value=0.3)
    network = network_of(3, [4, 4, 2], activation, "half_squared_error", constant, NO_BIAS)
    result = pass_of(network, samples=6)
    parameters = result.parameters
    for _ in range(30):
        slope = gradients(forward(network, parameters, result.inputs, result.targets))
        for layer in (0, 1):
            rows = slope.weights[layer]
            assert np.ptp(rows, axis=0).max() <= 1e-14 * max(np.abs(rows).max(), 1e-300)
        parameters = Parameters(
            tuple(w - 0.5 * g for w, g in zip(parameters.weights, slope.weights, strict=True)),
            tuple(b - 0.5 * g for b, g in zip(parameters.biases, slope.biases, strict=True)),
        )
    for layer in (0, 1):
        rows = parameters.weights[layer]
        assert np.ptp(rows, axis=0).max() <= 1e-13 * np.abs(rows).max()


def test_four_hundred_sigmoid_layers_follow_exact_scaling() -> None:
    # One unit a layer, and biases that put every z exactly at 0: each layer multiplies by w/4.
    depth, weight = 400, 0.5
    network = network_of(1, [1] * depth, "sigmoid", "probe")
    parameters = Parameters(
        tuple(np.array([[weight]]) for _ in range(depth)),
        (np.array([-weight]), *(np.array([-weight / 2]) for _ in range(depth - 1))),
    )
    result = forward(network, parameters, np.ones((1, 1)), np.zeros((1, 1)))
    assert all(layer.pre_activation[0, 0] == 0.0 for layer in result.layers)
    r = abs(float(result.reference[0, 0]))
    for layer in measure(result).layers:
        above = depth - layer.layer
        exact = math.log10(r) + math.log10(0.25) + above * math.log10(weight / 4)
        assert float(layer.delta.log10_l2) == pytest.approx(exact, rel=1e-13)
        inputs = 1.0 if layer.layer == 1 else 0.5
        assert float(layer.weight_gradient.log10_l2) == pytest.approx(
            exact + math.log10(inputs), rel=1e-13
        )
    assert measure(result).layers[0].delta.state is State.underflow


@pytest.mark.parametrize("power", [-700, -40, 3, 500])
@pytest.mark.parametrize("activation", ["relu", "leaky_relu", "identity"])
def test_scaling_homogeneous_layers_by_powers_of_two_shifts_logarithms_exactly(
    activation: str, power: int
) -> None:
    # Scale every matrix by 2^power: ‖δ^(l)‖ gains power·(L−l) binary places, mantissas unchanged.
    network = network_of(5, [6] * 12, activation, "probe", bias=NO_BIAS)
    plain = pass_of(network)
    scaled = Parameters(
        tuple(np.ldexp(matrix, power) for matrix in plain.parameters.weights),
        plain.parameters.biases,
    )
    moved = pass_of(network, parameters=scaled)
    for here, there in zip(measure(plain).layers, measure(moved).layers, strict=True):
        gained = power * (12 - here.layer) * math.log10(2)
        assert float(there.delta.log10_l2) == pytest.approx(
            float(here.delta.log10_l2) + gained, rel=1e-12
        )
        # ∂C/∂W^(l) holds every matrix but its own.
        assert float(there.weight_gradient.log10_l2) == pytest.approx(
            float(here.weight_gradient.log10_l2) + power * 11 * math.log10(2), rel=1e-12
        )


def test_euler_weights_times_their_gradients_are_equal_in_every_layer() -> None:
    # Homogeneous without bias: Σ W∘∂C/∂W is the same number in every layer, a·∂C/∂a at the end.
    network = network_of(4, [7, 5, 6, 3], [*["relu"] * 3, "identity"], bias=NO_BIAS)
    result = pass_of(network, samples=8)
    slope = gradients(result)
    sums = [
        float((w * g).sum()) for w, g in zip(result.parameters.weights, slope.weights, strict=True)
    ]
    last = next(iter(chain_factors(result)))
    expected = float((last.product * result.output.activation).sum())
    assert sums == pytest.approx([expected] * 4, rel=1e-12)


@pytest.mark.parametrize("cost", ["squared_error", "cross_entropy", "binary_cross_entropy"])
def test_a_batch_gradient_is_the_mean_of_its_samples(cost: str) -> None:
    last = {"cross_entropy": "softmax", "binary_cross_entropy": "sigmoid"}.get(cost, "tanh")
    network = network_of(3, [4, 3], ["silu", last], cost)
    result = pass_of(network, samples=7)
    whole = gradients(result)
    singles = [
        gradients(forward(network, result.parameters, result.inputs[[n]], result.targets[[n]]))
        for n in range(7)
    ]
    for layer in (0, 1):
        mean = np.mean([single.weights[layer] for single in singles], axis=0)
        assert whole.weights[layer] == pytest.approx(mean, rel=1e-12, abs=1e-16)


def test_a_single_sample_has_rank_one_weight_gradients() -> None:
    result = pass_of(network_of(5, [6, 4], "tanh"), samples=1)
    for layer in measure(result).layers:
        product = float(layer.delta.log10_l2) + float(layer.activation_norm_log10)
        assert float(layer.weight_gradient.log10_l2) == pytest.approx(product, abs=1e-12)


@pytest.mark.parametrize("samples", [1, 25])
def test_weight_gradient_bars_add_up_and_samples_only_cancel(samples: int) -> None:
    result = pass_of(network_of(5, [6, 4, 3], "relu"), samples=samples)
    columns = measure(result).columns
    cancelled = weight_samples_log10(columns)
    for layer, inputs, part in zip(measure(result).layers, columns.inputs, cancelled, strict=True):
        total = float(layer.delta.log10_l2) + inputs + part
        assert total == pytest.approx(float(layer.weight_gradient.log10_l2), abs=1e-12)
        assert part <= 1e-12
        if samples == 1:
            assert part == pytest.approx(0.0, abs=1e-12)
        else:
            assert part < -1e-3


@pytest.mark.parametrize("depth", [2, 30, 500])
@pytest.mark.parametrize("activation", ["sigmoid", "relu", "sin"])
def test_attribution_telescopes_exactly_at_any_depth(activation: str, depth: int) -> None:
    found = measure(pass_of(network_of(4, [5] * depth, activation, "probe"), samples=3))
    parts = [
        float(layer.attribution.activation_log10) + float(layer.attribution.weights_log10)
        for layer in found.layers
    ]
    for index, layer in enumerate(found.layers):
        expected = float(layer.delta.log10_l2) - float(found.output_gradient.log10_l2)
        if math.isfinite(expected):
            assert math.fsum(parts[index:]) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("shift", [-1000.0, 3.7, 1e4])
def test_softmax_does_not_see_a_common_shift(shift: float) -> None:
    network = network_of(2, [3, 4], ["tanh", "softmax"], "cross_entropy")
    result = pass_of(network, samples=4)
    biases = (result.parameters.biases[0], result.parameters.biases[1] + shift)
    moved = pass_of(network, 4, parameters=Parameters(result.parameters.weights, biases))
    assert float(moved.cost) == pytest.approx(float(result.cost), rel=1e-9)
    for left, right in zip(gradients(result).weights, gradients(moved).weights, strict=True):
        assert right == pytest.approx(left, rel=1e-8, abs=1e-11)
    # δ of a softmax sums to zero over the units.
    delta = next(f.product for f in chain_factors(result) if f.kind is FactorKind.activation)
    assert delta.sum(axis=-1) == pytest.approx(np.zeros(4), abs=1e-16)


def test_permuting_hidden_units_permutes_gradients_and_changes_no_size() -> None:
    network = network_of(3, [5, 4, 2], "tanh")
    result = pass_of(network, samples=6)
    order = np.array([3, 0, 4, 1, 2])
    w, b = result.parameters.weights, result.parameters.biases
    permuted = Parameters((w[0][order], w[1][:, order], w[2]), (b[0][order], b[1], b[2]))
    before = gradients(result)
    after = gradients(pass_of(network, 6, parameters=permuted))
    assert after.weights[0] == pytest.approx(before.weights[0][order], rel=1e-12)
    assert after.weights[1] == pytest.approx(before.weights[1][:, order], rel=1e-12)
    assert after.weights[2] == pytest.approx(before.weights[2], rel=1e-12)


def test_sigmoid_layers_obey_the_bound_of_a_quarter() -> None:
    network = network_of(6, [6] * 15, "sigmoid", "probe")
    result = pass_of(network, samples=1)
    layers = measure(result).layers
    for below, above in itertools.pairwise(layers):
        norm = np.linalg.norm(result.parameters.weights[above.layer - 1], 2)
        assert float(below.delta.l2) <= 0.25 * norm * float(above.delta.l2) * (1 + 1e-12)


def test_an_ensemble_holds_what_each_member_has_alone() -> None:
    network = network_of(3, [5, 4, 2], ["relu", "sigmoid", "identity"])
    seeds = [3, 1, 41]
    one = pass_of(network)
    together = measure(forward(network, initialize(network, seeds), one.inputs, one.targets))
    for index, seed in enumerate(seeds):
        alone = measure(forward(network, initialize(network, seed), one.inputs, one.targets))
        for left, right in zip(together.layers, alone.layers, strict=True):
            assert left.delta.log10_l2[index] == pytest.approx(float(right.delta.log10_l2))
            assert left.weight_gradient.log10_rms[index] == pytest.approx(
                float(right.weight_gradient.log10_rms)
            )

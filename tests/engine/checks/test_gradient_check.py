"""Claims about the gradient check: right rules pass sharply, wrong ones are caught."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib import import_module

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine import activations, backward, costs, output
from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.cancellation import Cancelled
from gradsim.engine.chain import ChainFactor, Gradient
from gradsim.engine.checks import gradient_check
from gradsim.engine.checks.gradient_check import EVERY_PARAMETER, GradientCheck, check
from gradsim.engine.forward import ForwardPass, forward
from gradsim.engine.initialization import Parameters, initialize
from gradsim.engine.measurement import measure
from gradsim.engine.network import Network
from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.engine.verdict.judging import judge
from tests.engine.networks import network_of, pass_of, typed


def checked(result: ForwardPass, **options: object) -> GradientCheck:
    return check(
        result.network,
        result.parameters,
        result.inputs,
        result.targets,
        **options,  # type: ignore
    )


@pytest.mark.parametrize("name", sorted(set(ACTIVATIONS) - {"softmax"}))
def test_every_activation_passes_to_nine_digits(name: str) -> None:
    found = checked(pass_of(network_of(3, [5, 4, 2], name), samples=6))
    assert found.passed
    assert found.agreement.worst_relative_error < 1e-9
    assert found.checked == found.total == 54
    assert found.kinks == 0
    assert found.end_to_end.checked > 0


@pytest.mark.parametrize(
    ("last", "cost"),
    [
        ("softmax", "cross_entropy"),
        ("softmax", "squared_error"),
        ("sigmoid", "binary_cross_entropy"),
        ("identity", "mean_squared_error"),
        ("tanh", "probe"),
    ],
)
def test_every_cost_passes_to_nine_digits(last: str, cost: str) -> None:
    found = checked(pass_of(network_of(3, [5, 4, 3], ["tanh", "gelu", last], cost), samples=5))
    assert found.passed
    assert found.agreement.worst_relative_error < 1e-9


def test_depth_far_below_float_range_is_checked_layer_by_layer() -> None:
    found = checked(pass_of(network_of(3, [6] * 400, "sigmoid", bias=Choice("zeros"))))
    assert found.agreement.worst_relative_error < 1e-9
    assert found.layers[0].checked > 0
    assert 0 < found.end_to_end.eligible < found.end_to_end.total / 4


def test_forward_exponents_are_checked_too() -> None:
    small = Choice.of("normal", std=0.02)
    network = network_of(2, [6] * 300, "leaky_relu", "probe", weights=small, bias=Choice("zeros"))
    result = pass_of(network)
    assert result.layers[-1].exponent != 0
    found = checked(result)
    assert found.agreement.worst_relative_error < 1e-8


def test_zero_weights_are_checked_with_a_direction_of_their_own() -> None:
    network = network_of(3, [4, 4, 2], "tanh", weights=Choice("zeros"), bias=Choice("zeros"))
    found = checked(pass_of(network))
    assert found.passed
    assert found.agreement.worst_relative_error < 1e-9


def test_units_on_their_kink_are_told_and_are_no_error() -> None:
    network = network_of(2, [3, 2], ["relu", "identity"], weights=Choice("zeros"),
                         bias=Choice("zeros"))  # fmt: skip
    found = checked(pass_of(network))
    assert found.passed
    assert found.kinks >= 3


def test_more_parameters_than_ten_thousand_are_sampled_and_labelled() -> None:
    found = checked(pass_of(network_of(40, [200, 100, 3], "tanh"), samples=3))
    assert found.total > EVERY_PARAMETER
    assert 1_900 <= found.checked <= 2_100
    assert all(layer.directions > 0 for layer in found.layers)
    assert found.passed
    assert found.agreement.worst_relative_error < 1e-8


def test_the_seed_fixes_what_is_sampled() -> None:
    result = pass_of(network_of(40, [200, 100, 3], "tanh"), samples=2)
    assert checked(result, seed=3) == checked(result, seed=3)


def test_the_error_is_told_as_it_is_beside_what_the_differences_can_tell() -> None:
    network = network_of(2, [6] * 10, "sigmoid", "squared_error")
    found = checked(pass_of(network)).end_to_end.agreement
    # Rounding explains all of it; what is told is the error all the same.
    assert found.worst_relative_error > 1e-12
    assert found.worst_relative_error < found.known_to < 1e-2
    assert found.unexplained_error <= found.worst_relative_error


def test_a_wrong_gradient_is_more_than_the_differences_explain(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    right = activations.bind(Choice("tanh"))
    wrong = replace(right, slope=lambda z, a: WRONG["sign"](z))
    monkeypatch.setattr(import_module("gradsim.engine.forward"), "bind", lambda choice: wrong)
    found = checked(pass_of(network_of(3, [5, 4], "tanh"), samples=4))
    assert found.unexplained_error > 0.1
    assert found.agreement.worst_relative_error >= 0.99 * found.agreement.unexplained_error


WRONG: dict[str, Callable[..., np.ndarray]] = {
    "sign": lambda z, **_: -(1 - np.tanh(z) ** 2),
    "a millionth too large": lambda z, **_: (1 - np.tanh(z) ** 2) * 1.00001,
    "wrong on the left only": lambda z, **_: (1 - np.tanh(z) ** 2) * np.where(z < 0, 1.01, 1.0),
    "that of the sigmoid": lambda z, **_: np.exp(-z) / (1 + np.exp(-z)) ** 2,
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_activation_derivative_is_caught(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = activations.bind(Choice("tanh"))
    wrong = replace(right, slope=lambda z, a: WRONG[name](z))
    monkeypatch.setattr(import_module("gradsim.engine.forward"), "bind", lambda choice: wrong)
    found = checked(pass_of(network_of(3, [5, 4], "tanh"), samples=4))
    assert not found.passed
    assert not any(layer.passed for layer in found.layers)


def test_a_wrong_cost_derivative_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    right = costs.cost_of("half_squared_error")
    wrong = replace(right, derivative=lambda a, y: 2 * (a - y))
    monkeypatch.setattr(output, "cost_of", lambda name: wrong)
    found = checked(pass_of(network_of(3, [5, 4], "tanh")))
    assert found.cost is not None
    assert found.cost.worst_relative_error == pytest.approx(0.5)
    assert found.end_to_end.agreement.worst_relative_error == pytest.approx(0.5, rel=1e-3)
    assert not found.passed


def test_a_wrong_fused_shortcut_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    right = costs.cost_of("cross_entropy")
    fused = replace(right.fused, delta=lambda z, y: right.fused.delta(z, y) * 1.001)
    wrong = replace(right, fused=fused)
    monkeypatch.setattr(output, "cost_of", lambda name: wrong)
    found = checked(pass_of(network_of(3, [5, 4], ["tanh", "softmax"], "cross_entropy")))
    assert not found.layers[-1].passed


def corrupted(kind: str, change: Callable[[np.ndarray], np.ndarray]) -> Callable[..., object]:
    """A traversal that goes wrong in one kind of factor of layer 2."""
    real = backward.chain_factors

    def traversal(*arguments: object, **options: object) -> object:
        for factor in real(*arguments, **options):
            if factor.kind == kind and factor.layer == 2:
                left = factor.left
                wrong = Gradient(change(left.array), left.squares, left.exponent, left.underflow)
                factor = ChainFactor(
                    factor.index, factor.kind, factor.layer, factor.local_rule,
                    factor.local_exponent, factor.arriving, wrong, factor.fused,
                )  # fmt: skip
            yield factor

    return traversal


@pytest.mark.parametrize("kind", ["weights", "bias", "previous_activation"])
def test_one_wrong_entry_of_any_product_is_caught(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change(product: np.ndarray) -> np.ndarray:
        wrong = product.copy()
        wrong.flat[1] *= 1.001
        return wrong

    monkeypatch.setattr(gradient_check, "chain_factors", corrupted(kind, change))
    found = checked(pass_of(network_of(3, [5, 4, 2], "tanh"), samples=3))
    assert not found.layers[1].passed
    assert found.layers[0].passed
    assert found.layers[2].passed


def test_transposed_weights_on_the_way_down_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    result = pass_of(network_of(4, [4, 4, 4], "tanh"), samples=2)
    transposed = Parameters(
        tuple(matrix.T.copy() for matrix in result.parameters.weights), result.parameters.biases
    )
    real = backward.chain_factors

    def traversal(forward: ForwardPass, **options: object) -> object:
        return real(replace(forward, parameters=transposed), **options)

    monkeypatch.setattr(gradient_check, "chain_factors", traversal)
    assert not checked(result).passed


def test_progress_reaches_its_end_and_cancelling_stops() -> None:
    result = pass_of(network_of(3, [4] * 5, "tanh"))
    heard: list[tuple[int, int]] = []
    checked(result, progress=lambda done, steps: heard.append((done, steps)))
    assert heard == [(n, 6) for n in range(1, 7)]
    with pytest.raises(Cancelled):
        checked(result, cancelled=lambda: True)


@pytest.mark.parametrize(
    ("names", "weights", "target", "words"),
    [
        (["softplus", "softplus", "identity"], (1e200, 1e200, 1.0), 1.0, "layer 2: nothing to"),
        (["softplus", "identity"], (1e200, 1e200), 1.0, "The cost left the range"),
        (["sigmoid", "identity"], (1.0, 1.0), 1e200, "The cost left the range"),
    ],
)
def test_an_overflow_leaves_nothing_to_check_and_is_laid_where_the_verdict_lays_it(
    names: list[str], weights: tuple[float, ...], target: float, words: str
) -> None:
    network = network_of(1, [1] * len(names), names)
    every = typed(*(([[weight]], [0]) for weight in weights))
    parameters = initialize(network, 0, typed=every)
    inputs, targets = np.ones((1, 1)), np.full((1, 1), target)
    with pytest.raises(Problem, match=words):
        check(network, parameters, inputs, targets)
    measured = measure(forward(network, parameters, inputs, targets))
    verdict = judge(measured, network, parameters).text
    assert ("Layer 2" in verdict, "The cost" in verdict) == ("layer 2" in words, "cost" in words)


@pytest.mark.parametrize(
    ("network", "seconds"),
    [
        (network_of(8, [8] * 1000, "tanh"), 12.0),
        (network_of(1000, [1000] * 10, "relu", weights=Choice("he_normal")), 12.0),
        (network_of(16, [64] * 50, "sigmoid"), 8.0),
    ],
    ids=["1000 layers of 8", "10 layers of 1000", "50 layers of 64"],
)
def test_large_networks_take_seconds(network: Network, seconds: float) -> None:
    result = pass_of(network, samples=20)
    started = time.process_time()
    found = checked(result)
    assert time.process_time() - started < seconds
    assert found.passed


@pytest.mark.parametrize("seed", range(25))
def test_no_right_network_is_ever_called_wrong(seed: int) -> None:
    random = np.random.default_rng(seed)
    names = sorted(set(ACTIVATIONS) - {"softmax"})
    units = random.integers(1, 9, size=random.integers(1, 9)).tolist()
    chosen = random.choice(names, size=len(units)).tolist()
    std = float(10 ** random.uniform(-2, 1.3))
    network = network_of(
        3,
        units,
        chosen,
        "squared_error",
        Choice.of("normal", std=std),
        Choice.of("normal", std=0.3),
    )
    result = pass_of(network, samples=6, seed=seed)
    if np.isfinite(result.cost):
        assert checked(result).passed

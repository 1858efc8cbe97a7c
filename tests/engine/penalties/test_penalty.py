"""Penalties: the term that meets a weight's gradient is the slope of the penalty."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from gradsim.engine import Choice, Layer, Network, Problem, chain_factors, forward, initialize
from gradsim.engine.chain import FactorKind
from gradsim.engine.penalties import NO_PENALTY, Penalty, with_penalty
from gradsim.engine.penalties.pascanu import immediate_gradient
from gradsim.engine.training import Plan, Trainer
from tests.engine.remedies.remedied_networks import NETWORKS, data, parameters

PLAIN = Network(
    3, (*(Layer(4, Choice("tanh"), id=n) for n in (1, 2, 3)), Layer(2, id=4)), "squared_error"
)


@pytest.mark.parametrize("penalty", [Penalty(l1=0.3), Penalty(l2=0.2), Penalty(0.1, 0.4)])
def test_the_term_is_the_slope_of_the_penalty(penalty: Penalty) -> None:
    numbers = initialize(PLAIN, 5)
    for layer, weights in enumerate(numbers.weights):
        for place in np.ndindex(weights.shape):
            ends = []
            for step in (1e-6, -1e-6):
                moved = [matrix.copy() for matrix in numbers.weights]
                moved[layer][place] += step
                ends.append(penalty.value(type(numbers)(tuple(moved), numbers.biases)))
            slope = (ends[0] - ends[1]) / 2e-6
            assert penalty.term(weights)[place] == pytest.approx(slope, abs=1e-7)


@pytest.mark.parametrize("name", ["plain", "every kind"])
def test_the_chain_shows_the_term_after_the_weights_gradient(name: str) -> None:
    network = PLAIN if name == "plain" else NETWORKS[name]
    numbers = initialize(PLAIN, 5) if name == "plain" else parameters(network)
    passed = forward(network, numbers, *data())
    penalty = Penalty(l1=0.01, l2=0.5)
    factors = list(with_penalty(chain_factors(passed), passed, penalty))
    assert [factor.index for factor in factors] == list(range(len(factors)))
    for before, factor in itertools.pairwise(factors):
        if factor.kind is FactorKind.penalty:
            assert before.kind is FactorKind.weights
            weights = numbers.weights[factor.layer - 1]
            expected = before.product + 0.5 * weights + 0.01 * np.sign(weights)
            np.testing.assert_allclose(factor.product, expected, rtol=1e-13)
    assert sum(factor.kind is FactorKind.penalty for factor in factors) == network.depth


def test_without_a_penalty_the_chain_is_as_it_was() -> None:
    passed = forward(PLAIN, initialize(PLAIN, 5), *data())
    kinds = [factor.kind for factor in with_penalty(chain_factors(passed), passed, NO_PENALTY)]
    assert kinds == [factor.kind for factor in chain_factors(passed)]


def test_the_immediate_gradient_of_omega_is_the_slope_of_its_surrogate() -> None:
    passed = forward(PLAIN, initialize(PLAIN, 5), *data())
    for factor in chain_factors(passed):
        if factor.kind is not FactorKind.weights or factor.layer == 1:
            continue
        g, slope = factor.upstream, passed.layers[factor.layer - 2].slope
        weights = passed.parameters.weights[factor.layer - 1]

        def surrogate(matrix: object, g: object = g, slope: object = slope) -> float:
            v = (g @ matrix) * slope  # type: ignore[operator]
            return float((np.linalg.norm(v) / np.linalg.norm(g) - 1) ** 2)  # type: ignore[arg-type]

        value, found = immediate_gradient(passed, factor.layer, factor.arriving)
        assert value == pytest.approx(surrogate(weights), rel=1e-12)
        for place in np.ndindex(weights.shape):
            ends = []
            for step in (1e-6, -1e-6):
                moved = weights.copy()
                moved[place] += step
                ends.append(surrogate(moved))
            assert found[place] == pytest.approx((ends[0] - ends[1]) / 2e-6, abs=1e-8)


def test_omega_is_the_sum_over_what_each_layer_did_to_delta() -> None:
    passed = forward(PLAIN, initialize(PLAIN, 5), *data())
    deltas = {
        f.layer: np.linalg.norm(f.upstream)
        for f in chain_factors(passed)
        if f.kind is FactorKind.weights
    }
    for factor in chain_factors(passed):
        if factor.kind is FactorKind.weights and factor.layer > 1:
            value, _ = immediate_gradient(passed, factor.layer, factor.arriving)
            ratio = deltas[factor.layer - 1] / deltas[factor.layer]
            assert value == pytest.approx((ratio - 1) ** 2, rel=1e-12)


def test_training_with_omega_brings_the_layers_nearer_to_keeping_the_gradient() -> None:
    small = Choice.of("lecun_normal", gain=0.5)
    hidden = (Layer(8, Choice("tanh"), small, id=number) for number in range(1, 7))
    deep = Network(3, (*hidden, Layer(2, Choice("identity"), id=9)), "probe")
    inputs = np.random.default_rng(2).normal(size=(20, 3))
    targets = np.zeros((20, 2))
    trainer = Trainer(deep, initialize(deep, 3), inputs, targets, Plan(rate=0.01, omega=10.0))
    first = trainer.step()
    assert first is not None
    for _ in range(60):
        last = trainer.step()
        assert last is not None
    assert last.penalty < 0.3 * first.penalty


def test_omega_is_refused_where_layers_have_remedies() -> None:
    network = NETWORKS["layer_norm"]
    with pytest.raises(Problem, match="plain layers only") as caught:
        Trainer(network, parameters(network), *data(), Plan(omega=1.0))
    assert caught.value.place == "penalty.omega"


def test_an_l2_penalty_alone_shrinks_the_weights_by_one_minus_eta_lambda_a_step() -> None:
    silent = Network(
        3, (Layer(4, Choice("tanh"), id=1), Layer(2, Choice("identity"), id=2)), "squared_error"
    )
    numbers = initialize(silent, 5)
    inputs = np.zeros((5, 3))
    trainer = Trainer(silent, numbers, inputs, np.zeros((5, 2)), Plan(rate=0.1, l2=0.3))
    for _ in range(10):
        trainer.step()
    shrunk = (1 - 0.1 * 0.3) ** 10
    for before, after in zip(numbers.weights, trainer.parameters.weights, strict=True):
        np.testing.assert_allclose(after, before * shrunk, rtol=1e-13)

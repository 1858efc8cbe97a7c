"""Training networks with remedies: what is learned, what is followed, what is the same again."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine import Choice, forward, gradients
from gradsim.engine.training import Plan, Trainer
from tests.engine.remedies.remedied_networks import NETWORKS, data, parameters

TRAINED = [name for name, network in NETWORKS.items() if network.mode == "train"]


def _trainer(name: str, plan: Plan) -> Trainer:
    network = NETWORKS[name]
    return Trainer(network, parameters(network), *data(12), plan, seed=3)


@pytest.mark.parametrize("name", TRAINED)
def test_a_step_of_plain_descent_follows_the_gradient_of_everything_learned(name: str) -> None:
    network = NETWORKS[name]
    numbers = parameters(network)
    trainer = _trainer(name, Plan(rate=0.1))
    assert trainer.step() is not None
    found = gradients(forward(network, numbers, *data(12), mask_step=1))
    after = trainer.parameters
    for index in range(network.depth):
        expected = numbers.weights[index] - 0.1 * found.weight(index + 1)
        np.testing.assert_allclose(after.weights[index], expected, rtol=1e-11, atol=1e-13)
    for number, gradient in found.scales.items():
        before, now = numbers.remedies[number - 1], after.remedies[number - 1]
        assert before is not None
        assert now is not None
        expected = before.scale - 0.1 * gradient.array
        np.testing.assert_allclose(now.scale, expected, rtol=1e-11, atol=1e-13)


def test_running_statistics_are_followed_and_used_in_the_scores() -> None:
    trainer = _trainer("batch_norm", Plan(rate=0.0))
    network = NETWORKS["batch_norm"]
    for _ in range(200):
        trainer.step()
    values = trainer.parameters.remedies[0]
    assert values is not None
    z = forward(network, parameters(network), *data(12)).layers[0].pre_activation
    np.testing.assert_allclose(values.running_mean, z.mean(axis=0), rtol=1e-8)
    np.testing.assert_allclose(values.running_variance, z.var(axis=0, ddof=1), rtol=1e-8)
    evaluated = forward(replace(network, mode="evaluate"), trainer.parameters, *data(12))
    assert trainer.scores().cost == pytest.approx(float(evaluated.cost), rel=1e-12)


@pytest.mark.parametrize("name", ["every kind", "all, pre"])
def test_a_run_goes_on_to_the_bit_where_it_was_left(name: str) -> None:
    plan = Plan(Choice("adam"), rate=0.01, batch=4)
    whole, first, second = (_trainer(name, plan) for _ in range(3))
    for _ in range(20):
        whole.step()
    for _ in range(9):
        first.step()
    second.resume(first.steps, first.memory())
    for _ in range(11):
        second.step()
    for left, right in zip(whole.memory(), second.memory(), strict=True):
        np.testing.assert_array_equal(left, right)


def test_dropout_meets_another_mask_at_every_step() -> None:
    trainer = _trainer("dropout", Plan(rate=0.0))
    costs = {trainer.step().cost for _ in range(10)}  # type: ignore[union-attr]
    assert len(costs) == 10


def test_a_remedied_network_learns() -> None:
    trainer = _trainer("every kind", Plan(Choice("adam"), rate=0.01))
    before = trainer.scores().cost
    for _ in range(300):
        trainer.step()
    assert trainer.scores().cost < 0.5 * before


@pytest.mark.parametrize("bound", [0.5, 1.0])
def test_max_norm_holds_the_weights_into_every_unit(bound: float) -> None:
    trainer = _trainer("residual post", Plan(rate=0.5, max_norm=bound))
    for _ in range(5):
        trainer.step()
    for weights in trainer.parameters.weights:
        assert np.linalg.norm(weights, axis=1).max() <= bound * (1 + 1e-12)


def test_max_norm_is_named_in_the_update_of_a_weight() -> None:
    trainer = _trainer("layer_norm", Plan(rate=0.1, max_norm=0.3))
    trainer.step()
    update = trainer.last_update()
    assert update is not None
    weight = update.of_weight(1, 2, 3)
    assert weight.held < 1.0
    assert (weight.before + weight.terms[-1].value) * weight.held == pytest.approx(
        weight.after, rel=1e-12
    )


@pytest.mark.parametrize("bound", [-1.0, float("nan"), float("inf")])
def test_a_max_norm_that_cannot_be_is_refused(bound: float) -> None:
    from gradsim.engine import Problem

    with pytest.raises(Problem, match="max_norm"):
        _trainer("dropout", Plan(max_norm=bound))

"""A run is gradient descent as written, the same for the same seed, and it says where it broke."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gradsim.engine import Choice, Problem, forward, gradients, initialize, measure
from gradsim.engine.training import OPTIMIZERS, Plan, Trainer
from gradsim.engine.update import Step, updated
from tests.engine.networks import network_of, typed

MAZUR = network_of(2, [2, 2], "sigmoid", "half_squared_error")
MAZUR_NUMBERS = typed(
    ([[0.15, 0.20], [0.25, 0.30]], [0.35, 0.35]), ([[0.40, 0.45], [0.50, 0.55]], [0.60, 0.60])
)
NETWORK = network_of(3, (5, 4, 2), "tanh")
X = np.random.default_rng(1).normal(size=(23, 3))
Y = np.random.default_rng(2).normal(size=(23, 2))


def trainer(plan: Plan, seed: int = 0) -> Trainer:
    return Trainer(NETWORK, initialize(NETWORK, 4), X, Y, plan, seed=seed)


def ran(made: Trainer, steps: int) -> Trainer:
    for _ in range(steps):
        assert made.step() is not None
    return made


def same(one: Trainer, other: Trainer) -> bool:
    return all(np.array_equal(a, b) for a, b in zip(one.memory(), other.memory(), strict=True))


@pytest.mark.parametrize(("steps", "cost"), [(1, 0.291027774), (10_000, 0.000035102)])
def test_mazurs_network_reaches_the_published_costs(steps: int, cost: float) -> None:
    """He holds the biases fixed in print; the costs are those with the weights alone moved."""
    x, y = np.array([[0.05, 0.10]]), np.array([[0.01, 0.99]])
    made = Trainer(MAZUR, initialize(MAZUR, 0, typed=MAZUR_NUMBERS), x, y, Plan(rate=0.5))
    for _ in range(steps):
        biases = [bias.copy() for bias in made.parameters.biases]
        made.step()
        for place, bias in zip(made._flat.biases, biases, strict=True):
            made._flat.vector[place] = bias
    assert made.scores().cost == pytest.approx(cost, abs=6e-10)


def test_a_plain_step_is_that_of_the_update_page() -> None:
    made = ran(trainer(Plan(rate=0.3)), 1)
    drawn = initialize(NETWORK, 4)
    expected = updated(drawn, gradients(forward(NETWORK, drawn, X, Y)), Step(0.3))
    for array, other in zip(made.parameters.weights, expected.weights, strict=True):
        np.testing.assert_allclose(array, other, rtol=1e-14, atol=1e-16)
    for array, other in zip(made.parameters.biases, expected.biases, strict=True):
        np.testing.assert_allclose(array, other, rtol=1e-14, atol=1e-16)


def test_a_record_tells_the_step_it_is_of() -> None:
    made = trainer(Plan(rate=0.3))
    drawn = initialize(NETWORK, 4)
    passed = forward(NETWORK, drawn, X, Y)
    record = made.step()
    assert record is not None
    assert (record.step, record.epoch, record.rate) == (1, 1, 0.3)
    assert record.cost == pytest.approx(float(passed.cost), rel=1e-14)
    found = gradients(passed)
    for index in range(NETWORK.depth):
        size = np.linalg.norm(found.weights[index])
        assert record.log10_weight_gradient[index] == pytest.approx(np.log10(size), abs=1e-12)
        ratio = 0.3 * size / np.linalg.norm(drawn.weights[index])
        assert made.update_ratios()[index] == pytest.approx(np.log10(ratio), abs=1e-12)


@pytest.mark.parametrize("optimizer", list(OPTIMIZERS))
def test_a_run_is_the_same_for_the_same_seed_and_goes_on_to_the_bit(optimizer: str) -> None:
    plan = Plan(Choice(optimizer), rate=0.01, batch=5, validation=0.2, l2=0.001)
    whole = ran(trainer(plan), 20)
    assert same(whole, ran(trainer(plan), 20))
    assert not same(whole, ran(trainer(plan, seed=1), 20))
    first = ran(trainer(plan), 7)
    second = trainer(plan)
    second.resume(first.steps, first.memory())
    assert same(whole, ran(second, 13))


@pytest.mark.parametrize(
    ("activations", "cost"),
    [
        ("tanh", "squared_error"),
        (["relu", "relu", "softmax"], "cross_entropy"),
        (["elu", "gelu", "sigmoid"], "binary_cross_entropy"),
        (["sin", "mish", "softmax"], "half_squared_error"),
        ("selu", "probe"),
    ],
)
def test_the_quick_pass_gives_the_gradient_of_the_chain(
    activations: str | list[str], cost: str
) -> None:
    network = network_of(3, (5, 4, 2), activations, cost)
    targets = np.eye(2)[np.random.default_rng(3).integers(2, size=23)]
    drawn = initialize(network, 4)
    made = Trainer(network, drawn, X, targets, Plan(rate=1.0), probe_seed=9)
    record = made.step()
    passed = forward(network, drawn, X, targets, probe_seed=9)
    found = gradients(passed)
    assert record is not None
    assert record.cost == pytest.approx(float(passed.cost), rel=1e-13)
    for index in range(3):
        moved = drawn.weights[index] - made.parameters.weights[index]
        np.testing.assert_allclose(moved, found.weights[index], rtol=1e-9, atol=1e-14)
        assert record.log10_weight_gradient[index] == pytest.approx(
            np.log10(np.linalg.norm(found.weights[index])), abs=1e-12
        )


def test_a_gradient_beyond_floats_is_still_measured_right() -> None:
    """700 sigmoid layers: the first layers' gradients lie far below what a float can hold."""
    network = network_of(3, (4,) * 700, "sigmoid")
    drawn = initialize(network, 0)
    made = Trainer(network, drawn, X, np.zeros((23, 4)), Plan(rate=0.1))
    record = made.step()
    assert record is not None
    expected = measure(forward(network, drawn, X, np.zeros((23, 4))))
    np.testing.assert_allclose(
        record.log10_weight_gradient, expected.columns.log10("weight_gradient", "l2"), atol=1e-9
    )
    assert record.log10_weight_gradient[0] < -320
    np.testing.assert_array_equal(made.parameters.weights[0], drawn.weights[0])


def test_dead_weights_have_an_exact_zero() -> None:
    network = network_of(3, (4, 2), "tanh", weights=Choice("zeros"))
    record = Trainer(network, initialize(network, 0), X, Y, Plan()).step()
    assert record is not None
    assert record.log10_weight_gradient[0] == -math.inf


def test_numbers_of_another_run_are_not_taken_up() -> None:
    made = trainer(Plan())
    with pytest.raises(ValueError, match="another run"):
        made.resume(1, (np.zeros(3),))


def test_every_epoch_shows_each_sample_once() -> None:
    made = trainer(Plan(batch=5, validation=0.2))
    seen = np.concatenate([made.batches.of_step(step) for step in range(1, 5)])  # type: ignore[arg-type]
    again = np.concatenate([made.batches.of_step(step) for step in range(5, 9)])  # type: ignore[arg-type]
    assert sorted(seen) == sorted(again) == list(range(18))
    assert list(seen) != list(again)
    assert [made.batches.epoch_of(step) for step in (1, 4, 5, 8, 9)] == [1, 1, 2, 2, 3]


def test_an_l2_penalty_alone_shrinks_weights_by_a_factor_a_step() -> None:
    """Where the data send no gradient, w ← (1 − ηλ) w exactly; biases stay."""
    network = network_of(2, (3, 1), "identity", bias=Choice("zeros"))
    drawn = initialize(network, 1)
    x = np.zeros((4, 2))
    made = Trainer(network, drawn, x, np.zeros((4, 1)), Plan(rate=0.1, l2=0.5))
    ran(made, 10)
    for array, start in zip(made.parameters.weights, drawn.weights, strict=True):
        np.testing.assert_allclose(array, start * (1 - 0.05) ** 10, rtol=1e-14)


def test_an_l1_penalty_takes_the_same_from_every_weight() -> None:
    network = network_of(2, (3, 1), "identity", bias=Choice("zeros"))
    drawn = initialize(network, 1)
    made = ran(
        Trainer(network, drawn, np.zeros((4, 2)), np.zeros((4, 1)), Plan(rate=0.1, l1=0.01)), 1
    )
    for array, start in zip(made.parameters.weights, drawn.weights, strict=True):
        np.testing.assert_allclose(array, start - 0.001 * np.sign(start), rtol=1e-13)


def test_clipping_by_norm_keeps_the_direction() -> None:
    plain, clipped = trainer(Plan(rate=1.0)), trainer(Plan(rate=1.0, clip="norm", clip_at=1e-3))
    start = plain.memory()[0]
    free, record = plain.step(), clipped.step()
    assert free is not None
    assert record is not None
    assert free.clipped == 1.0
    long, short = plain.memory()[0] - start, clipped.memory()[0] - start
    np.testing.assert_allclose(short, long * record.clipped, rtol=1e-9, atol=1e-15)
    assert np.linalg.norm(short) == pytest.approx(1e-3, rel=1e-3)


def test_clipping_by_value_bounds_every_entry() -> None:
    made = trainer(Plan(rate=1.0, clip="value", clip_at=1e-3))
    start = made.memory()[0]
    made.step()
    assert np.abs(made.memory()[0] - start).max() == pytest.approx(1e-3, rel=1e-9)


def test_a_rate_that_is_far_too_large_ends_the_run_with_the_place() -> None:
    network = network_of(3, (5, 4, 2), "identity")
    made = Trainer(network, initialize(network, 4), X, Y, Plan(rate=1e6))
    taken = 0
    while made.step() is not None:
        taken += 1
        assert taken < 200
    assert made.divergence is not None
    assert made.divergence.step == taken + 1
    assert made.steps == taken
    assert str(taken + 1) in made.divergence.text
    assert all(np.isfinite(array).all() for array in made.memory())
    assert made.step() is None, "a run that broke stays where it broke"


def test_scores_are_of_the_samples_trained_on_and_of_those_kept_aside() -> None:
    network = network_of(3, (6, 4), ["tanh", "softmax"], "cross_entropy")
    labels = np.eye(4)[np.random.default_rng(5).integers(4, size=23)]
    made = Trainer(
        network, initialize(network, 2), X, labels, Plan(Choice("adam"), rate=0.05, validation=0.3)
    )
    before = made.scores()
    ran(made, 200)
    after = made.scores()
    assert after.cost < before.cost
    assert after.accuracy is not None
    assert after.accuracy == 1.0
    assert after.validation_accuracy is not None
    assert after.validation_cost is not None
    assert 0 <= after.validation_accuracy <= 1
    assert trainer(Plan()).scores().accuracy is None


@pytest.mark.parametrize(
    ("plan", "match"),
    [
        (Plan(Choice("adagrad")), "not known"),
        (Plan(rate=math.nan), "rate"),
        (Plan(rate=-1.0), "rate"),
        (Plan(batch=0), "at least one sample"),
        (Plan(clip="norm", clip_at=0.0), "above 0"),
        (Plan(warm_up=-1), "warm-up"),
        (Plan(validation=0.99), "none is left"),
        (Plan(Choice.of("adam", beta1=1.0)), "beta1"),
        (Plan(schedule=Choice.of("step", every=0)), "every"),
    ],
)
def test_what_cannot_be_carried_out_is_refused(plan: Plan, match: str) -> None:
    with pytest.raises(Problem, match=match):
        trainer(plan)

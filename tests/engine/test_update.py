"""One step of gradient descent: the published numbers, and what first order predicts."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gradsim.engine.backward import gradients
from gradsim.engine.forward import ForwardPass, forward
from gradsim.engine.initialization import initialize
from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.update import (
    Moved,
    Step,
    after,
    costs_along,
    predicted_change,
    squared_norm,
    updated,
)
from tests.engine.networks import network_of, pass_of, typed
from tests.engine.remedies.remedied_networks import NETWORKS, data, parameters

MAZUR = network_of(2, [2, 2], "sigmoid", "half_squared_error")
MAZUR_NUMBERS = typed(
    ([[0.15, 0.20], [0.25, 0.30]], [0.35, 0.35]), ([[0.40, 0.45], [0.50, 0.55]], [0.60, 0.60])
)
ONE = ParameterAddress("w", 2, 1, 2)


def mazur_pass() -> ForwardPass:
    parameters = initialize(MAZUR, 0, typed=MAZUR_NUMBERS)
    return forward(MAZUR, parameters, np.array([[0.05, 0.10]]), np.array([[0.01, 0.99]]))


def test_mazur_after_one_step_with_biases_held() -> None:
    base = mazur_pass()
    there = after(base, gradients(base), Step(0.5, Moved.WEIGHTS))
    first, second = there.parameters.weights
    assert second == pytest.approx(
        np.array(
            [
                [0.35891647971788465, 0.4086661860762334],
                [0.5113012702387375, 0.5613701211079891],
            ]
        ),
        rel=1e-15,
    )
    assert first == pytest.approx(
        np.array(
            [
                [0.1497807161327628, 0.19956143226552567],
                [0.24975114363236958, 0.29950228726473915],
            ]
        ),
        rel=1e-15,
    )
    assert [bias.tolist() for bias in there.parameters.biases] == [[0.35] * 2, [0.6] * 2]
    assert float(there.cost) == pytest.approx(0.29102777369359933, rel=1e-14)


def test_mazur_after_ten_thousand_steps() -> None:
    base = mazur_pass()
    for _ in range(10_000):
        base = after(base, gradients(base), Step(0.5, Moved.WEIGHTS))
    assert float(base.cost) == pytest.approx(3.510187782978851e-05, rel=1e-9)


@pytest.mark.parametrize("text", ["γ:1:2", "β:2:3", "γ:3:1"])
def test_a_step_of_one_gamma_or_beta_moves_it_alone_as_its_gradient_says(text: str) -> None:
    network, address = NETWORKS["every kind"], ParameterAddress.parse(text)
    if address.layer == 2:
        network, address = NETWORKS["layer_norm"], ParameterAddress("β", 2, 3)
    base = forward(network, parameters(network), *data())
    found = gradients(base)
    step = Step(1e-6, Moved.PARAMETER, address)
    there = after(base, found, step)
    change = float(there.cost) - float(base.cost)
    assert change == pytest.approx(predicted_change(found, step).value, rel=1e-3)
    moved = 0
    for before, now in zip(base.parameters.remedies, there.parameters.remedies, strict=True):
        if before is not None and before.scale is not None:
            moved += int((before.scale != now.scale).sum())
            moved += 0 if before.shift is None else int((before.shift != now.shift).sum())
    assert moved == 1
    assert there.parameters.weights == base.parameters.weights


@pytest.mark.parametrize("step", [Moved.WEIGHTS, Moved.ALL, Moved.PARAMETER])
@pytest.mark.parametrize("samples", [1, 5])
def test_small_steps_change_the_cost_as_predicted(step: Moved, samples: int) -> None:
    base = pass_of(network_of(3, [4, 2], "tanh"), samples)
    found = gradients(base)
    wanted = Step(1e-6, step, ONE)
    change = float(after(base, found, wanted).cost) - float(base.cost)
    assert change == pytest.approx(predicted_change(found, wanted).value, rel=1e-4)
    assert change < 0


def test_one_parameter_moves_and_no_other() -> None:
    base = pass_of(network_of(3, [4, 2], "tanh"), 1)
    found = gradients(base)
    moved = updated(base.parameters, found, Step(0.1, Moved.PARAMETER, ONE))
    changed = moved.weights[1] != base.parameters.weights[1]
    assert np.argwhere(changed).tolist() == [[0, 1]]
    expected = base.parameters.weights[1][0, 1] - 0.1 * found.weight(2)[0, 1]
    assert moved.weights[1][0, 1] == pytest.approx(expected, rel=1e-15)
    assert moved.weights[0] is base.parameters.weights[0]


def test_the_squared_norm_is_exact_below_float_range() -> None:
    network = network_of(1, [1] * 700, "sigmoid", weights=Choice.of("constant", value=0.01))
    base = forward(network, initialize(network, 0), np.array([[0.3]]), np.array([[1.0]]))
    found = gradients(base)
    one = Step(0.5, Moved.PARAMETER, ParameterAddress("w", 1, 1, 1))
    norm = squared_norm(found, one)
    assert norm.value == 0.0
    expected = 2 * (
        math.log10(abs(found.weights[0][0, 0])) + int(found.weight_exponents[0]) * math.log10(2)
    )
    assert norm.log10_abs == pytest.approx(expected, rel=1e-12)


def test_costs_along_the_line_begin_at_the_cost_and_hold_each_step() -> None:
    base = pass_of(network_of(3, [4, 2], "tanh"), 3)
    found = gradients(base)
    step = Step(0.2, Moved.ALL)
    costs = costs_along(base, found, step, (0.0, 0.1, 0.2))
    assert costs[0] == float(base.cost)
    assert costs[2] == float(after(base, found, step).cost)


def test_a_step_that_overflows_gives_an_infinite_cost() -> None:
    base = pass_of(network_of(3, [4, 4, 2], "identity", "squared_error"), 2)
    assert costs_along(base, gradients(base), Step(1.0), (1e300,))[0] == math.inf


def test_a_step_of_one_parameter_needs_its_name() -> None:
    base = mazur_pass()
    with pytest.raises(ValueError, match="none is named"):
        updated(base.parameters, gradients(base), Step(0.5, Moved.PARAMETER))

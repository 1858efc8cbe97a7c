"""Claims about the costs: values, derivatives, and pairs that saturation costs no digits."""

from __future__ import annotations

import math

import mpmath
import numpy as np
import pytest

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.costs import COSTS, cost_of
from gradsim.engine.problems import Problem

A = np.array([[0.2, 0.7, 0.1], [0.3, 0.3, 0.4]])
Y = np.array([[0.0, 1.0, 0.0], [0.5, 0.25, 0.25]])


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("squared_error", ((A - Y) ** 2).sum(axis=1)),
        ("half_squared_error", ((A - Y) ** 2).sum(axis=1) / 2),
        ("mean_squared_error", ((A - Y) ** 2).mean(axis=1)),
        (
            "binary_cross_entropy",
            [
                -math.log(0.8) - math.log(0.7) - math.log(0.9),
                -(0.5 * math.log(0.3 * 0.7) + 0.25 * math.log(0.3 * 0.4))
                - 0.75 * math.log(0.7 * 0.6),
            ],
        ),
        (
            "cross_entropy",
            [-math.log(0.7), -0.5 * math.log(0.3) - 0.25 * math.log(0.3 * 0.4)],
        ),
        ("probe", (A * Y).sum(axis=1)),
    ],
)
def test_a_cost_of_each_sample_is_its_formula(name: str, wanted: object) -> None:
    np.testing.assert_allclose(COSTS[name].sample_costs(A, Y), wanted, rtol=1e-14)


@pytest.mark.parametrize("name", COSTS)
def test_a_derivative_is_the_slope_of_the_cost(name: str) -> None:
    cost, step = COSTS[name], 1e-6
    found = cost.derivative(A, Y)
    assert found.shape == A.shape
    for index in np.ndindex(A.shape):
        nudge = np.zeros_like(A)
        nudge[index] = step
        above = cost.sample_costs(A + nudge, Y)[index[0]]
        below = cost.sample_costs(A - nudge, Y)[index[0]]
        assert found[index] == pytest.approx((above - below) / (2 * step), abs=2e-8)


@pytest.mark.parametrize("name", ["binary_cross_entropy", "cross_entropy"])
def test_a_fused_pair_is_the_pair(name: str) -> None:
    cost = COSTS[name]
    fused = cost.fused
    assert fused is not None
    assert cost.fused_with == cost.required_activation
    rule = ACTIVATIONS[cost.required_activation or ""]
    z = np.array([[0.3, -1.2, 2.0], [0.0, 4.0, -3.0]])
    a = rule.value(z)
    output = fused.log_output(z)
    np.testing.assert_allclose(output.log_a, np.log(a), rtol=1e-13)
    np.testing.assert_allclose(fused.sample_costs(output, Y), cost.sample_costs(a, Y), rtol=1e-13)
    mantissa, exponent = fused.output_gradient(output, Y)
    np.testing.assert_allclose(
        np.ldexp(mantissa, int(exponent)), cost.derivative(a, Y), rtol=1e-12, atol=1e-15
    )
    np.testing.assert_allclose(fused.delta(z, Y), a - Y, rtol=1e-13, atol=1e-16)


@pytest.mark.parametrize("margin", [1.0, 20.0, 40.0, 200.0, 700.0, 1500.0])
@pytest.mark.parametrize("right", [True, False])
def test_saturated_cross_entropy_keeps_every_digit(margin: float, right: bool) -> None:
    fused = COSTS["cross_entropy"].fused
    assert fused is not None
    z = np.array([[margin, 0.0, -1.0]])
    y = np.array([[1.0, 0.0, 0.0] if right else [0.0, 1.0, 0.0]])
    with mpmath.workdps(900):
        powers = [mpmath.exp(mpmath.mpf(float(one))) for one in z[0]]
        exact = [power / sum(powers) for power in powers]
        wanted_cost = -mpmath.log(exact[0 if right else 1])
        wanted_delta = [a - mpmath.mpf(float(one)) for a, one in zip(exact, y[0], strict=True)]
        wanted_ratio = mpmath.log(1 / exact[0 if right else 1], 2)
    output = fused.log_output(z)
    assert fused.sample_costs(output, y)[0] == pytest.approx(float(wanted_cost), rel=1e-14)
    for got, wanted in zip(fused.delta(z, y)[0], wanted_delta, strict=True):
        assert got == pytest.approx(float(wanted), rel=1e-13, abs=5e-308)
    mantissa, exponent = fused.output_gradient(output, y)
    assert np.isfinite(mantissa).all()
    found = math.log2(np.abs(mantissa).max()) + int(exponent)
    assert found == pytest.approx(float(wanted_ratio), rel=1e-13, abs=1e-13)


@pytest.mark.parametrize("z", [-1500.0, -710.0, -40.0, -3.0, 0.0, 3.0, 40.0, 710.0, 1500.0])
@pytest.mark.parametrize("y", [0.0, 0.25, 1.0])
def test_saturated_binary_cross_entropy_keeps_every_digit(z: float, y: float) -> None:
    fused = COSTS["binary_cross_entropy"].fused
    assert fused is not None
    with mpmath.workdps(900):
        a = 1 / (1 + mpmath.exp(-mpmath.mpf(z)))
        rest = 1 / (1 + mpmath.exp(mpmath.mpf(z)))
        cost = -(y * mpmath.log(a) + (1 - y) * mpmath.log(rest))
        delta = a - mpmath.mpf(y)
        gradient = abs((1 - y) / rest - y / a)
        bits = mpmath.log(gradient, 2) if gradient else None
    output = fused.log_output(np.array([[z]]))
    target = np.array([[y]])
    found = fused.sample_costs(output, target)[0]
    assert found == pytest.approx(float(cost), rel=1e-14, abs=5e-308)
    delta_found = fused.delta(np.array([[z]]), target)[0, 0]
    assert delta_found == pytest.approx(float(delta), rel=1e-14, abs=5e-308)
    mantissa, exponent = fused.output_gradient(output, target)
    if bits is not None:
        found = math.log2(abs(mantissa[0, 0])) + int(exponent)
        assert found == pytest.approx(float(bits), rel=1e-13, abs=1e-13)


@pytest.mark.parametrize(
    ("name", "targets", "place", "words"),
    [
        ("cross_entropy", [[0.5, 0.4]], "data.targets[0]", "sum to 0.9"),
        ("cross_entropy", [[0.5, 0.5], [1.5, -0.5]], "data.targets[1]", "sample 2 has -0.5"),
        ("binary_cross_entropy", [[0.5, 1.5]], "data.targets[0][1]", "sample 1 has 1.5"),
        ("squared_error", [[0.5, math.nan]], "data.targets", "finite"),
        ("cross_entropy", [[math.inf, 0.5]], "data.targets", "finite"),
    ],
)
def test_targets_that_cannot_be_are_refused_at_their_place(
    name: str, targets: list[list[float]], place: str, words: str
) -> None:
    with pytest.raises(Problem, match=words) as caught:
        COSTS[name].check_targets(np.array(targets))
    assert caught.value.place == place


@pytest.mark.parametrize("name", ["binary_cross_entropy", "cross_entropy", "mean_squared_error"])
def test_proper_targets_are_taken(name: str) -> None:
    COSTS[name].check_targets(np.array([[0.25, 0.75], [1.0, 0.0]]))


def test_an_unknown_cost_is_refused_by_name() -> None:
    with pytest.raises(Problem, match="“hinge”"):
        cost_of("hinge")


@pytest.mark.parametrize("name", COSTS)
def test_everything_that_is_shown_is_there(name: str) -> None:
    cost = COSTS[name]
    assert cost.name == name
    for text in (cost.label, cost.tex, cost.derivative_tex, cost.numbers_tex):
        assert text
        assert text.count("{") == text.count("}")
    assert cost.meaning.endswith(".")
    assert "{a}" not in cost.with_numbers("0.5", "1", "3")

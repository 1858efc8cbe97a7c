"""Claims about every activation: value, derivative, kinks, bounds, and what is said about them."""

from __future__ import annotations

import mpmath
import numpy as np
import pytest

from gradsim.engine.activations import ACTIVATIONS, activation_of, bind, sigmoidal
from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from tests.engine import exact

ELEMENTWISE = [name for name, rule in ACTIVATIONS.items() if rule.elementwise]
WITH_OPTIONS: list[tuple[str, dict[str, float]]] = [
    *((name, {}) for name in ELEMENTWISE),
    ("leaky_relu", {"slope": 0.3}),
    ("leaky_relu", {"slope": 2.0}),
    ("elu", {"alpha": 0.25}),
    ("elu", {"alpha": 2.0}),
    ("celu", {"alpha": 0.5}),
    ("celu", {"alpha": 3.0}),
]
POINTS = np.array(
    [
        *(-800.0, -300.5, -100.25, -60.0, -40.0, -37.5, -36.75, -30.0, -21.0, -20.0, -19.0625),
        *(-12.5, -8.125, -6.5, -5.0, -4.0, -3.25, -2.75, -2.0, -1.5, -1.25, -1.0625, -0.75),
        *(-0.5, -0.1, -1e-3, -1e-6, -1e-10, -1e-200, 1e-200, 1e-10, 1e-6, 1e-3, 0.1, 0.5, 0.75),
        *(0.875, 1.0625, 1.5, 2.0, 2.75, 3.25, 4.0, 5.0, 5.75, 6.5, 8.125, 12.5, 19.0625, 20.0),
        *(21.0, 30.0, 36.75, 37.5, 40.0, 60.0, 100.25, 300.5, 800.0),
    ]
)
# gelu and its like cross 0 in f′, and lose digits of z in e^(−z²/2): there an absolute bound.
_ROUNDING = 2.0**-53
_SMALLEST = 5e-308


def allowed(name: str, z: float, wanted: mpmath.mpf) -> float:
    """How far a good float64 evaluation may be from `wanted`."""
    ulps = 16.0
    if name in {"gelu", "gelu_tanh"}:
        # e^(−z²/2): rounding z² costs z²/2 units, and in gelu_tanh the inner cubic more.
        ulps += 4 * z * z
    if name == "celu":
        # z/α is rounded before e^(z/α).
        ulps += 2 * abs(z)
    bound = ulps * _ROUNDING * abs(float(wanted))
    if name in {"gelu", "gelu_tanh", "silu", "mish"} and -3 < z < -0.5:
        bound += 4 * _ROUNDING
    if name == "sin":
        bound += 2 * _ROUNDING * 2
    return bound + _SMALLEST


@pytest.mark.parametrize(("name", "options"), WITH_OPTIONS)
def test_a_value_keeps_its_digits_everywhere(name: str, options: dict[str, float]) -> None:
    found = ACTIVATIONS[name].value(POINTS, **options)
    for z, got in zip(POINTS, found, strict=True):
        wanted = exact.value(name, z, options)
        assert abs(got - wanted) <= allowed(name, z, wanted), (z, got, wanted)


@pytest.mark.parametrize(("name", "options"), WITH_OPTIONS)
def test_a_derivative_keeps_its_digits_everywhere(name: str, options: dict[str, float]) -> None:
    found = ACTIVATIONS[name].derivative(POINTS, **options)
    for z, got in zip(POINTS, found, strict=True):
        wanted = exact.derivative(name, z, options)
        assert abs(got - wanted) <= allowed(name, z, wanted), (z, got, wanted)


@pytest.mark.parametrize(("name", "options"), WITH_OPTIONS)
def test_the_fast_slope_is_the_derivative(name: str, options: dict[str, float]) -> None:
    rule = bind(Choice.of(name, **options))
    # Also with so many entries that another form may be chosen, near 0 alone and everywhere.
    for z in (POINTS, np.tile(POINTS, 64), np.linspace(-0.9, 0.9, 4096)):
        with np.errstate(over="ignore"):  # as in a pass
            slope = rule.slope(z, rule.value(z))
        wanted = ACTIVATIONS[name].derivative(z, **options)
        # Where f′ crosses 0, only so many digits are there to be kept: see `allowed`.
        crossing = 4 * _ROUNDING * ((z > -3) & (z < -0.5) & (name in {"gelu", "silu", "mish"}))
        assert (np.abs(slope - wanted) <= 2e-15 * np.abs(wanted) + crossing).all()


@pytest.mark.parametrize("fast", [True, False])
def test_the_slope_of_tanh_is_exact_whatever_the_processor_does_fast(
    fast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sigmoidal, "_cosh_is_fast", lambda: fast)
    rule = bind(Choice("tanh"))
    z = np.concatenate([POINTS, np.linspace(-6.0, 6.0, 2000)])
    _, found = rule.both(z)
    for each, got in zip(z, found, strict=True):
        wanted = exact.derivative("tanh", each, {})
        assert abs(got - wanted) <= allowed("tanh", each, wanted), each
    undefined = rule.both(np.where(z == 2.0, np.nan, z))[1]
    np.testing.assert_array_equal(np.isnan(undefined), z == 2.0)


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_value_and_slope_of_any_number_come_without_a_warning(name: str) -> None:
    # Few and many: another form may be chosen for many. A warning is an error in these tests.
    for z in (POINTS, np.tile(POINTS, 64)):
        a, slope = bind(Choice(name)).both(z)
        assert np.isfinite(a).all()
        assert np.isfinite(slope).all()


@pytest.mark.parametrize("name", ELEMENTWISE)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_and_shape_stay_and_arguments_are_left_alone(
    name: str, dtype: type[np.floating]
) -> None:
    rule = ACTIVATIONS[name]
    z = np.linspace(-8, 8, 24).astype(dtype).reshape(2, 3, 4)
    before = z.copy()
    for result in (rule.value(z), rule.derivative(z), bind(Choice(name)).slope(z, rule.value(z))):
        assert result.dtype == dtype
        assert result.shape == z.shape
        assert not np.shares_memory(result, z)
    np.testing.assert_array_equal(z, before)


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_float32_agrees_with_float64(name: str) -> None:
    rule = ACTIVATIONS[name]
    z = np.linspace(-9, 9, 1001).astype(np.float32)
    for single, double in (
        (rule.value(z), rule.value(z.astype(np.float64))),
        (rule.derivative(z), rule.derivative(z.astype(np.float64))),
    ):
        np.testing.assert_allclose(single, double, rtol=3e-5, atol=3e-7)


@pytest.mark.parametrize(("name", "options"), WITH_OPTIONS)
def test_the_largest_slope_is_a_bound_that_is_reached(name: str, options: dict[str, float]) -> None:
    rule = ACTIVATIONS[name]
    z = np.concatenate([np.linspace(-60, 60, 240_001), np.linspace(-4, 4, 80_001)])
    steepest = np.abs(rule.derivative(z, **options)).max()
    bound = rule.maximum_slope(**options)
    assert steepest <= bound * (1 + 1e-15)
    assert steepest >= bound * (1 - 1e-4)


@pytest.mark.parametrize(("name", "options"), WITH_OPTIONS)
def test_kinks_are_where_the_derivative_jumps_and_nowhere_else(
    name: str, options: dict[str, float]
) -> None:
    rule = ACTIVATIONS[name]
    kinks = rule.kinks(**options)
    for kink in kinks:
        left, right = rule.derivative(np.array([kink - 1e-9, kink + 1e-9]), **options)
        assert abs(left - right) > 1e-3
    z = np.arange(-8, 8, 2.0**-12) + 2.0**-13
    jumps = np.abs(np.diff(rule.derivative(z, **options))) > 1e-2 / 4
    places = z[:-1][jumps] + 2.0**-13
    assert sorted(set(np.round(places, 9))) == sorted(kinks)


@pytest.mark.parametrize(
    ("name", "z", "slope"),
    [
        ("relu", 0.0, 0.0),
        ("leaky_relu", 0.0, 0.01),
        ("elu", 0.0, 1.0),
        ("selu", 0.0, 1.0507009873554805 * 1.6732632423543772),
        ("celu", 0.0, 1.0),
        ("mish", 0.0, 0.6),
        ("hardsigmoid", 3.0, 0.0),
        ("hardsigmoid", -3.0, 0.0),
        ("hardtanh", 1.0, 0.0),
        ("hardtanh", -1.0, 0.0),
        ("hardswish", -3.0, 0.0),
        ("hardswish", 3.0, 1.0),
        ("relu6", 0.0, 0.0),
        ("relu6", 6.0, 0.0),
    ],
)
def test_a_kink_has_the_slope_that_is_documented(name: str, z: float, slope: float) -> None:
    assert ACTIVATIONS[name].derivative(np.array([z]))[0] == pytest.approx(slope, rel=1e-15)


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_homogeneous_means_that_positive_factors_pass_through(name: str) -> None:
    rule = ACTIVATIONS[name]
    z = np.linspace(-3, 3, 50)
    passes = np.array_equal(rule.value(4 * z), 4 * rule.value(z))
    assert passes == rule.homogeneous


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_flags_describe_the_derivative(name: str) -> None:
    rule = ACTIVATIONS[name]
    slope = rule.derivative(np.linspace(-9, 9, 10_001))
    assert rule.nonnegative_slope == bool((slope >= 0).all())
    assert rule.slope_is_0_or_1 == (set(np.unique(slope)) == {0.0, 1.0})
    if (slope == 0).mean() > 0.1:
        assert rule.flat


@pytest.mark.parametrize(
    ("name", "z", "minimum"),
    [("gelu", -0.75179, -0.16997), ("silu", -1.27846, -0.27846)],
)
def test_gated_activations_have_their_published_minima(name: str, z: float, minimum: float) -> None:
    assert ACTIVATIONS[name].value(np.array([z]))[0] == pytest.approx(minimum, abs=1e-5)
    assert ACTIVATIONS[name].derivative(np.array([z]))[0] == pytest.approx(0, abs=1e-5)


def test_the_two_gelus_differ_by_at_most_what_is_published() -> None:
    z = np.linspace(-8, 8, 100_001)
    difference = np.abs(ACTIVATIONS["gelu"].value(z) - ACTIVATIONS["gelu_tanh"].value(z)).max()
    assert difference == pytest.approx(4.73e-4, abs=1e-6)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_everything_that_is_shown_is_there(name: str) -> None:
    rule = ACTIVATIONS[name]
    assert rule.name == name
    for text in (rule.label, rule.symbol, rule.tex, rule.derivative_tex, rule.numbers_tex):
        assert text
    assert rule.meaning.endswith(".")
    filled = rule.with_numbers("0.5", "0.25", "0.125")
    assert filled != rule.numbers_tex
    assert filled.count("{") == filled.count("}")


def test_options_are_put_in_when_a_choice_is_bound() -> None:
    steep = bind(Choice.of("leaky_relu", slope=0.5))
    assert steep.value(np.array([-2.0]))[0] == -1.0
    assert steep.options == {"slope": 0.5}
    assert bind(Choice("leaky_relu")).value(np.array([-2.0]))[0] == -0.02


def test_an_unknown_activation_is_refused_by_name() -> None:
    with pytest.raises(Problem, match="“swoosh”"):
        activation_of(Choice("swoosh"))


def test_the_softmax_jacobian_is_diag_a_minus_outer_product() -> None:
    z = np.random.default_rng(0).normal(size=(2, 3, 5))
    a = ACTIVATIONS["softmax"].value(z)
    np.testing.assert_allclose(a.sum(axis=-1), 1, rtol=1e-15)
    jacobian = ACTIVATIONS["softmax"].derivative(z)
    wanted = np.einsum("...i,ij->...ij", a, np.eye(5)) - a[..., :, None] * a[..., None, :]
    np.testing.assert_allclose(jacobian, wanted, rtol=1e-12, atol=1e-16)


def test_a_saturated_softmax_keeps_the_digits_of_its_jacobian() -> None:
    jacobian = ACTIVATIONS["softmax"].derivative(np.array([[50.0, 0.0, -1.0]]))[0]
    rest = float(mpmath.exp(-50) + mpmath.exp(-51))
    assert jacobian[0, 0] == pytest.approx(rest, rel=1e-14)


@pytest.mark.parametrize("name", ["gelu", "silu", "mish"])
def test_a_gate_of_the_smallest_numbers_keeps_its_slope_in_both_formats(name: str) -> None:
    rule = bind(Choice(name))
    for z in (np.array([1.4e-45, 1e-44, -1e-40], np.float32), np.array([5e-324, 1e-310, -1e-300])):
        _, slope = rule.both(z)
        np.testing.assert_allclose(slope, ACTIVATIONS[name].derivative(z), rtol=1e-6)


def test_one_that_is_no_number_leaves_the_others_as_they_are() -> None:
    z = np.array([np.nan, -740.0, 3.0])
    with np.errstate(over="ignore", under="ignore"):
        found = ACTIVATIONS["sigmoid"].value(z)
        alone = ACTIVATIONS["sigmoid"].value(z[1:])
    np.testing.assert_array_equal(found[1:], alone)
    assert found[1] > 0.0

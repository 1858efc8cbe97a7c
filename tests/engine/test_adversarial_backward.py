"""Claims about the backward pass where floats run out, against exact scaling or mpmath."""

from __future__ import annotations

import math
from collections.abc import Callable

import mpmath as mp
import numpy as np
import pytest

from gradsim.engine.backward import chain_factors
from gradsim.engine.forward import ForwardPass, forward
from gradsim.engine.initialization import Parameters
from gradsim.engine.measurement import measure
from gradsim.engine.network import Network
from gradsim.engine.options import Choice
from gradsim.engine.scaling import State
from tests.engine.networks import network_of, pass_of


def one_unit_chain(weights: list[float]) -> Parameters:
    return Parameters(
        tuple(np.array([[weight]]) for weight in weights), tuple(np.zeros(1) for _ in weights)
    )


@pytest.mark.parametrize(
    ("cost", "target", "sent"),
    [
        ("squared_error", 3.0, -6.0),
        ("half_squared_error", -0.5, 0.5),
        ("mean_squared_error", 1e-200, -2e-200),
    ],
)
@pytest.mark.parametrize("weight", [0.01, 1e-30])
def test_an_output_below_float_range_still_misses_its_target(
    cost: str, target: float, sent: float, weight: float
) -> None:
    layers = 200
    network = network_of(1, [1] * layers, "relu", cost, bias=Choice("zeros"))
    parameters = one_unit_chain([weight] * layers)
    result = forward(network, parameters, np.ones((1, 1)), np.full((1, 1), target))
    first = next(iter(chain_factors(result)))
    value = math.ldexp(float(first.product[0, 0]), int(first.product_exponent))
    assert value == pytest.approx(sent, rel=1e-12)
    for factor in chain_factors(result):
        assert np.isfinite(factor.product).all()


def test_an_output_below_float_range_with_target_zero_keeps_its_exponent() -> None:
    layers = 300
    network = network_of(1, [1] * layers, "identity", "half_squared_error", bias=Choice("zeros"))
    result = forward(network, one_unit_chain([0.01] * layers), np.ones((1, 1)), np.zeros((1, 1)))
    for factor in chain_factors(result):
        magnitude = math.log10(abs(float(factor.product.ravel()[0])))
        found = magnitude + int(factor.product_exponent) * math.log10(2)
        # C = ½a², a = 0.01^300: every product is 0.01 to the power of the weights it holds.
        gone = layers - factor.layer
        powers = {
            "cost": layers,
            "activation": layers + gone,
            "weights": layers + gone + factor.layer - 1,
            "bias": layers + gone,
            "previous_activation": layers + gone + 1,
        }[factor.kind]
        assert found == pytest.approx(-2 * powers, rel=1e-12)


def test_the_probe_does_not_see_how_small_the_output_is() -> None:
    network = network_of(1, [1] * 300, "relu", "probe", bias=Choice("zeros"))
    result = forward(network, one_unit_chain([0.01] * 300), np.ones((1, 1)), np.zeros((1, 1)))
    first = next(iter(chain_factors(result)))
    assert first.product[0, 0] == result.reference[0, 0]
    assert int(first.product_exponent) == 0


@pytest.mark.parametrize("cost", ["squared_error", "half_squared_error", "mean_squared_error"])
def test_an_error_whose_double_leaves_the_floats_keeps_its_exponent(cost: str) -> None:
    network = network_of(2, [3, 2], "tanh", cost)
    inputs = np.array([[0.3, -0.8]])
    sizes = [
        measure(pass_of(network, inputs=inputs, targets=np.array([[-size, size]]))).columns
        for size in (1.7e308, 1.7e300)
    ]
    for quantity in ("weight_gradient", "bias_gradient", "delta", "activation_gradient"):
        far, near = (columns.log10(quantity, "l2") for columns in sizes)
        np.testing.assert_allclose(far - near, 8.0, atol=1e-12)


def _logistic(z: mp.mpf) -> mp.mpf:
    return 1 / (1 + mp.exp(-z))


RULES: dict[str, tuple[Callable[[mp.mpf], mp.mpf], Callable[[mp.mpf], mp.mpf]]] = {
    "sigmoid": (_logistic, lambda z: _logistic(z) * _logistic(-z)),
    "tanh": (mp.tanh, lambda z: 1 / mp.cosh(z) ** 2),
    "relu": (lambda z: max(z, mp.mpf(0)), lambda z: mp.mpf(z > 0)),
    "leaky_relu": (
        lambda z: z if z > 0 else z * mp.mpf(0.01),
        lambda z: mp.mpf(1) if z > 0 else mp.mpf(0.01),
    ),
    "identity": (lambda z: z, lambda z: mp.mpf(1)),
    "softplus": (lambda z: mp.log1p(mp.exp(z)), _logistic),
    "gelu": (lambda z: z * mp.ncdf(z), lambda z: mp.ncdf(z) + z * mp.npdf(z)),
    "silu": (
        lambda z: z * _logistic(z),
        lambda z: _logistic(z) * (1 + z * _logistic(-z)),
    ),
}


def exact_norms(result: ForwardPass) -> list[tuple[mp.mpf, mp.mpf]]:
    """(‖δ‖, ‖∂C/∂W‖) of every layer in 50 digits, from the float parameters as they are."""
    network, samples = result.network, result.samples
    number = np.vectorize(lambda x: mp.mpf(float(x)), otypes=[object])
    below, z_of, a_of = number(result.inputs), [], [number(result.inputs)]
    rules = [RULES[layer.activation.name] for layer in network.layers]
    weights = [number(matrix) for matrix in result.parameters.weights]
    for (value, _), matrix, bias in zip(rules, weights, result.parameters.biases, strict=True):
        z = below.dot(matrix.T) + number(bias)
        z_of.append(z)
        below = np.vectorize(value, otypes=[object])(z)
        a_of.append(below)
    if network.cost == "probe":
        gradient = number(result.reference) / samples
    else:
        gradient = 2 * (below - number(result.targets)) / samples
    norms = []
    for index in reversed(range(network.depth)):
        delta = gradient * np.vectorize(rules[index][1], otypes=[object])(z_of[index])
        slope = delta.T.dot(a_of[index])
        norms.append(tuple(mp.sqrt(sum(x * x for x in array.ravel())) for array in (delta, slope)))
        gradient = delta.dot(weights[index])
    return norms[::-1]


@pytest.mark.parametrize("cost", ["probe", "squared_error"])
@pytest.mark.parametrize("scale", [1e-3, 0.3, 3.0, 1e3])
@pytest.mark.parametrize(
    "names",
    [
        ["sigmoid"] * 25,
        ["leaky_relu"] * 10 + ["tanh"] * 3 + ["identity"] * 12,
        ["relu"] * 20 + ["softplus"] + ["relu"] * 4,
        ["identity"] * 30 + ["gelu"],
    ],
    ids=["sigmoid", "mixed", "relu", "identity"],
)
def test_sizes_agree_with_fifty_digits_at_any_scale(
    names: list[str], scale: float, cost: str
) -> None:
    random = np.random.default_rng(len(names))
    network = network_of(2, [2] * len(names), names, cost, bias=Choice("zeros"))
    draws = [random.normal(size=(2, 2)) * scale for _ in names]
    if "relu" in names:
        draws = [np.abs(draw) for draw in draws]
    parameters = Parameters(tuple(draws), tuple(np.zeros(2) for _ in names))
    result = pass_of(network, 2, parameters=parameters, inputs=np.abs(random.normal(size=(2, 2))))
    found = measure(result)
    with mp.workdps(50):
        for layer, exact in zip(found.layers, exact_norms(result), strict=True):
            for size, true in zip((layer.delta, layer.weight_gradient), exact, strict=True):
                if true == 0:
                    assert size.state is State.zero
                elif math.isnan(float(size.log10_l2)):
                    # Saturated beyond floats: not known, and said to be an underflow.
                    assert size.state is State.underflow
                else:
                    assert float(size.log10_l2) == pytest.approx(float(mp.log10(true)), abs=1e-10)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_members_of_an_ensemble_do_not_disturb_each_other(dtype: type) -> None:
    # One member far below float range, one ordinary, one far above it.
    network = network_of(3, [4] * 60, "leaky_relu", "probe", bias=Choice("zeros"))
    random = np.random.default_rng(1)
    factors = (1e-6, 0.7, 1e5)
    draws = [random.normal(size=(4, 3 if layer == 0 else 4)) for layer in range(60)]
    members = [
        Parameters(
            tuple((draw * factor).astype(dtype) for draw in draws),
            tuple(np.zeros(4, dtype) for _ in draws),
        )
        for factor in factors
    ]
    together = Parameters(
        tuple(np.stack([member.weights[layer] for member in members]) for layer in range(60)),
        tuple(np.stack([member.biases[layer] for member in members]) for layer in range(60)),
    )
    inputs = random.normal(size=(5, 3))
    whole = measure(forward(network, together, inputs, np.zeros((5, 4))))
    for index, member in enumerate(members):
        alone = measure(forward(network, member, inputs, np.zeros((5, 4))))
        for left, right in zip(whole.layers, alone.layers, strict=True):
            for name in ("delta", "weight_gradient", "bias_gradient", "activation_gradient"):
                both = getattr(left, name), getattr(right, name)
                assert float(both[0].log10_l2[index]) == pytest.approx(
                    float(both[1].log10_l2), abs=1e-3 if dtype is np.float32 else 1e-10
                )
                assert np.asarray(both[0].state)[index] == both[1].state


@pytest.mark.parametrize("z", [0.0, 3.0, 40.0, 750.0, 5000.0, -750.0, -5000.0])
@pytest.mark.parametrize("y", [0.0, 0.3, 1.0])
def test_a_saturated_sigmoid_with_cross_entropy_is_exact(z: float, y: float) -> None:
    network = network_of(1, [1], "sigmoid", "binary_cross_entropy", bias=Choice("zeros"))
    parameters = Parameters((np.array([[z]]),), (np.zeros(1),))
    result = forward(network, parameters, np.ones((1, 1)), np.array([[y]]))
    sent, activation = list(chain_factors(result))[:2]
    with mp.workdps(3000):
        a, rest = _logistic(mp.mpf(z)), _logistic(-mp.mpf(z))
        yy = mp.mpf(y)
        cost = -(yy * mp.log(a) + (1 - yy) * mp.log(rest))
        delta = a * (1 - yy) - yy * rest
        gradient = delta / (a * rest)
    assert float(result.cost) == pytest.approx(float(cost), rel=1e-13, abs=1e-300)
    assert float(activation.product[0, 0]) == pytest.approx(float(delta), rel=1e-13, abs=1e-300)
    if gradient != 0:
        found = math.log10(abs(float(sent.product[0, 0])))
        found += int(sent.product_exponent) * math.log10(2)
        assert found == pytest.approx(float(mp.log10(abs(gradient))), rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("spread", [0.0, 10.0, 800.0, 1e5])
def test_a_saturated_softmax_with_cross_entropy_is_exact(spread: float) -> None:
    logits = np.array([spread, 0.0, -spread, spread / 3])
    y = np.array([0.1, 0.2, 0.7, 0.0])
    network: Network = network_of(1, [4], "softmax", "cross_entropy", bias=Choice("zeros"))
    parameters = Parameters((logits[:, None],), (np.zeros(4),))
    result = forward(network, parameters, np.ones((1, 1)), y[None])
    sent, activation = list(chain_factors(result))[:2]
    with mp.workdps(200):
        terms = [mp.exp(mp.mpf(z)) for z in logits]
        a = [term / mp.fsum(terms) for term in terms]
        cost = -mp.fsum(mp.mpf(t) * mp.log(p) for t, p in zip(y, a, strict=True) if t)
        delta = [float(p - mp.mpf(t)) for t, p in zip(y, a, strict=True)]
        norm = mp.sqrt(mp.fsum((mp.mpf(t) / p) ** 2 for t, p in zip(y, a, strict=True)))
        norm_log10 = float(mp.log10(norm))
    assert float(result.cost) == pytest.approx(float(cost), rel=1e-13)
    assert activation.product[0] == pytest.approx(np.array(delta), rel=1e-13, abs=1e-16)
    found = math.log10(float(np.linalg.norm(sent.product)))
    found += int(sent.product_exponent) * math.log10(2)
    assert found == pytest.approx(norm_log10, rel=1e-12, abs=1e-12)
    parts = measure(result).layers[0].attribution
    expected = math.log10(float(np.linalg.norm(delta))) - norm_log10
    assert float(parts.activation_log10) == pytest.approx(expected, rel=1e-11, abs=1e-11)

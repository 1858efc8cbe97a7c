"""The engine against PyTorch's autograd in float64.

Where PyTorch itself is rough the truth is elsewhere: softplus switches to z past 20, and its
hardsigmoid multiplies by a rounded 1/6; tests/engine compares those with mpmath.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.backward import chain_factors, gradients
from gradsim.engine.chain import FactorKind
from gradsim.engine.costs import COSTS
from gradsim.engine.forward import forward
from gradsim.engine.initialization import initialize
from gradsim.engine.initializers import INITIALIZERS, recommended_gain
from gradsim.engine.measurement import measure
from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.engine.output_ways import output_ways
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.parameter_paths import parameter_paths
from gradsim.engine.paths.survey import survey_paths
from gradsim.engine.precision import precision_profile
from tests.engine.networks import network_of, pass_of

torch = pytest.importorskip("torch")
functional = torch.nn.functional

pytestmark = pytest.mark.oracle

ELEMENTWISE: dict[str, Callable[..., object]] = {
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "leaky_relu": lambda z, slope=0.01: functional.leaky_relu(z, slope),
    "elu": lambda z, alpha=1.0: functional.elu(z, alpha),
    "selu": functional.selu,
    "celu": lambda z, alpha=1.0: functional.celu(z, alpha),
    "gelu": functional.gelu,
    "gelu_tanh": lambda z: functional.gelu(z, approximate="tanh"),
    "silu": functional.silu,
    "mish": functional.mish,
    "softplus": functional.softplus,
    "softsign": functional.softsign,
    "hardsigmoid": functional.hardsigmoid,
    "hardtanh": functional.hardtanh,
    "hardswish": functional.hardswish,
    "relu6": functional.relu6,
    "sin": torch.sin,
    "identity": lambda z: z * 1.0,
}
WITH_OPTIONS: list[tuple[str, dict[str, float]]] = [
    *((name, {}) for name in ELEMENTWISE),
    ("leaky_relu", {"slope": 0.3}),
    ("elu", {"alpha": 0.4}),
    ("celu", {"alpha": 2.5}),
]
COST_OF_SAMPLE: dict[str, Callable[..., object]] = {
    "squared_error": lambda a, y: ((a - y) ** 2).sum(-1),
    "half_squared_error": lambda a, y: ((a - y) ** 2).sum(-1) / 2,
    "mean_squared_error": lambda a, y: ((a - y) ** 2).mean(-1),
    "binary_cross_entropy": lambda a, y: functional.binary_cross_entropy(
        a, y, reduction="none"
    ).sum(-1),
    "cross_entropy": lambda a, y: -(y * torch.log(a)).sum(-1),
    "probe": lambda a, y: (a * y).sum(-1),
}
# PyTorch's 1/6 is that of float32, and its gelu_tanh cancels on the left.
ROUGH = {"hardsigmoid": (4e-8, 1e-15), "gelu_tanh": (1e-12, 1e-13)}
LAST = {"cross_entropy": "softmax", "binary_cross_entropy": "sigmoid"}


def test_every_activation_and_cost_is_compared() -> None:
    assert set(ELEMENTWISE) == {name for name, rule in ACTIVATIONS.items() if rule.elementwise}
    assert set(COST_OF_SAMPLE) == set(COSTS)


@pytest.mark.parametrize(("name", "options"), WITH_OPTIONS)
def test_values_and_derivatives(name: str, options: dict[str, float]) -> None:
    z = np.concatenate([np.linspace(-12, 12, 4001), [-0.0]])
    tensor = torch.tensor(z, requires_grad=True)
    value = ELEMENTWISE[name](tensor, **options)
    value.sum().backward()  # type: ignore[attr-defined]
    rule, (relative, absolute) = ACTIVATIONS[name], ROUGH.get(name, (1e-12, 2e-15))
    found = value.detach().numpy()  # type: ignore[attr-defined]
    np.testing.assert_allclose(rule.value(z, **options), found, rtol=relative, atol=absolute)
    slope = tensor.grad.numpy()
    np.testing.assert_allclose(rule.derivative(z, **options), slope, rtol=relative, atol=absolute)


@pytest.mark.parametrize(("name", "options"), WITH_OPTIONS)
def test_kinks_have_pytorch_s_slope(name: str, options: dict[str, float]) -> None:
    kinks = ACTIVATIONS[name].kinks(**options)
    for point in {0.0, *kinks}:
        tensor = torch.tensor([point], dtype=torch.float64, requires_grad=True)
        ELEMENTWISE[name](tensor, **options).backward()  # type: ignore[attr-defined]
        found = ACTIVATIONS[name].derivative(np.array([point]), **options)[0]
        relative, absolute = ROUGH.get(name, (1e-12, 1e-15))
        assert found == pytest.approx(tensor.grad.item(), rel=relative, abs=absolute)


def autograd(network: Network, result: object) -> dict[tuple[str, int], np.ndarray]:
    """∂C/∂W, ∂C/∂b, ∂C/∂z and ∂C/∂a of every layer, by autograd."""
    weights = [torch.tensor(w, requires_grad=True) for w in result.parameters.weights]  # type: ignore[attr-defined]
    biases = [torch.tensor(b, requires_grad=True) for b in result.parameters.biases]  # type: ignore[attr-defined]
    kept: list[tuple[str, int, object]] = []
    a = torch.tensor(result.inputs)  # type: ignore[attr-defined]
    for number, layer in enumerate(network.layers, 1):
        z = functional.linear(a, weights[number - 1], biases[number - 1])
        z.retain_grad()
        name = layer.activation.name
        rule = ELEMENTWISE.get(name, lambda t: torch.softmax(t, -1))
        a = rule(z, **layer.activation.as_mapping())
        a.retain_grad()  # type: ignore[attr-defined]
        kept += [("z", number, z), ("a", number, a)]
    reference = torch.tensor(result.reference)  # type: ignore[attr-defined]
    cost = COST_OF_SAMPLE[network.cost](a, reference).mean()  # type: ignore[attr-defined]
    cost.backward()
    assert float(result.cost) == pytest.approx(cost.item(), rel=1e-12)  # type: ignore[attr-defined]
    found = {(what, number): tensor.grad.numpy() for what, number, tensor in kept}  # type: ignore[attr-defined]
    for number, (weight, bias) in enumerate(zip(weights, biases, strict=True), 1):
        found["w", number], found["b", number] = weight.grad.numpy(), bias.grad.numpy()
    return found


_LETTER = {
    FactorKind.cost: ("a", 0),
    FactorKind.activation: ("z", 0),
    FactorKind.weights: ("w", 0),
    FactorKind.bias: ("b", 0),
    FactorKind.previous_activation: ("a", -1),
}


@pytest.mark.parametrize("activation", [n for n in ELEMENTWISE if n != "hardsigmoid"])
@pytest.mark.parametrize("cost", COST_OF_SAMPLE)
def test_every_factor_of_every_pair(activation: str, cost: str) -> None:
    names = [activation, activation, LAST.get(cost, activation)]
    network = network_of(4, [6, 5, 3], names, cost, weights=Choice("lecun_normal"))
    result = pass_of(network, samples=7, seed=3)
    wanted = autograd(network, result)
    for factor in chain_factors(result):
        letter, shift = _LETTER[factor.kind]
        exact = wanted[letter, factor.layer + shift]
        found = np.ldexp(factor.product, int(factor.product_exponent))
        scale = np.abs(exact).max()
        np.testing.assert_allclose(found, exact, rtol=1e-10, atol=1e-13 * scale + 1e-300)


@pytest.mark.parametrize("cost", ["squared_error", "probe"])
def test_softmax_with_other_costs(cost: str) -> None:
    network = network_of(4, [6, 3], ["tanh", "softmax"], cost)
    result = pass_of(network, samples=7)
    wanted = autograd(network, result)
    found = gradients(result)
    for number in (1, 2):
        np.testing.assert_allclose(found.weight(number), wanted["w", number], rtol=1e-11)


@pytest.mark.parametrize("depth", [10, 50])
def test_deep_networks_and_their_statistics(depth: int) -> None:
    weights = Choice.of("glorot_normal", gain=5 / 3)
    network = network_of(16, [16] * depth, "tanh", "mean_squared_error", weights)
    result = pass_of(network, samples=32)
    wanted, measured = autograd(network, result), measure(result)
    for layer in measured.layers:
        for letter, size in (
            ("w", layer.weight_gradient),
            ("b", layer.bias_gradient),
            ("z", layer.delta),
            ("a", layer.activation_gradient),
        ):
            gradient = torch.tensor(wanted[letter, layer.layer])
            absolute = gradient.abs()
            assert float(size.value("l2")) == pytest.approx(gradient.norm().item(), rel=1e-10)
            assert float(size.value("mean_abs")) == pytest.approx(absolute.mean().item(), rel=1e-10)
            assert float(size.value("max_abs")) == pytest.approx(absolute.max().item(), rel=1e-10)
        a = torch.tensor(result.layers[layer.layer - 1].activation)
        assert float(layer.activation_mean) == pytest.approx(a.mean().item(), abs=1e-13)
        assert float(layer.activation_std) == pytest.approx(a.std(correction=0).item(), rel=1e-12)


def test_float32_agrees_to_its_own_precision() -> None:
    network = network_of(8, [16, 16, 4], ["gelu", "tanh", "softmax"], "cross_entropy")
    double = pass_of(network, samples=20)
    wanted = autograd(network, double)
    single = gradients(
        forward(network, initialize(network, 0, dtype=np.float32), double.inputs, double.targets)
    )
    for number in (1, 2, 3):
        np.testing.assert_allclose(single.weight(number), wanted["w", number], rtol=1e-3, atol=1e-6)


@pytest.mark.parametrize(
    ("name", "fill"),
    [
        ("glorot_normal", torch.nn.init.xavier_normal_),
        ("glorot_uniform", torch.nn.init.xavier_uniform_),
        ("he_normal", lambda t: torch.nn.init.kaiming_normal_(t, nonlinearity="relu")),
        ("he_uniform", lambda t: torch.nn.init.kaiming_uniform_(t, nonlinearity="relu")),
        ("lecun_normal", lambda t: torch.nn.init.kaiming_normal_(t, nonlinearity="linear")),
        ("pytorch_default", lambda t: torch.nn.init.kaiming_uniform_(t, a=5**0.5)),
        ("orthogonal", torch.nn.init.orthogonal_),
    ],
)
def test_initializers_have_pytorch_s_variance(name: str, fill: Callable[..., object]) -> None:
    torch.manual_seed(0)
    tensor = torch.empty(400, 250, dtype=torch.float64)
    fill(tensor)
    network = Network(250, (Layer(400, weights=Choice(name), id=1),))
    weights = initialize(network, 0).weights[0]
    assert np.mean(weights**2) == pytest.approx((tensor**2).mean().item(), rel=0.03)
    if "uniform" in name or name == "pytorch_default":
        assert np.abs(weights).max() == pytest.approx(tensor.abs().max().item(), rel=1e-3)


@pytest.mark.parametrize(
    ("activation", "theirs", "argument"),
    [
        (Choice("tanh"), "tanh", None),
        (Choice("relu"), "relu", None),
        (Choice("selu"), "selu", None),
        (Choice("sigmoid"), "sigmoid", None),
        (Choice.of("leaky_relu", slope=0.2), "leaky_relu", 0.2),
    ],
)
def test_recommended_gains_are_pytorch_s(
    activation: Choice, theirs: str, argument: float | None
) -> None:
    wanted = torch.nn.init.calculate_gain(theirs, argument)
    for name in ("glorot_normal", "orthogonal"):
        assert recommended_gain(name, activation) == pytest.approx(wanted, rel=1e-15)
    assert INITIALIZERS["he_normal"].scales_with_activation is False


@pytest.mark.parametrize("kind", ["sigmoid", "softmax"])
@pytest.mark.parametrize("squared", [False, True])
def test_every_way_from_the_cost_to_z_is_autograds(kind: str, squared: bool) -> None:
    cost = "binary_cross_entropy" if kind == "sigmoid" else "cross_entropy"
    result = pass_of(network_of(2, [3, 4], "tanh", "squared_error"), samples=1, seed=8)
    y = np.array([[0.1, 0.2, 0.3, 0.4]])
    ways = output_ways(result, Choice(kind), cost, y)
    z = torch.tensor(result.output.pre_activation, requires_grad=True)
    a = torch.sigmoid(z) if kind == "sigmoid" else torch.softmax(z, -1)
    target = torch.tensor(y)
    if squared:
        ((a - target) ** 2).sum().backward()
    elif kind == "sigmoid":
        functional.binary_cross_entropy(a, target, reduction="sum").backward()
    else:
        (-(target * torch.log(a)).sum()).backward()
    expected = z.grad.numpy()[0]
    found = [ways.squared.delta] if squared else [ways.shortcut, ways.unreduced.delta]
    for delta in found:
        np.testing.assert_allclose(delta, expected, rtol=1e-11, atol=1e-15)


@pytest.mark.parametrize("k", [1, 5])
@pytest.mark.parametrize("shortcut", [False, True])
def test_paths_add_up_to_autograds_gradient(k: int, shortcut: bool) -> None:
    network = network_of(2, [3, 4, 3], ["tanh", "relu", "softmax"], "cross_entropy")
    result = pass_of(network, samples=1, seed=2)
    weights = [torch.tensor(matrix, requires_grad=True) for matrix in result.parameters.weights]
    biases = [torch.tensor(vector) for vector in result.parameters.biases]
    a = torch.tensor(result.inputs)
    for index, activation in enumerate((torch.tanh, torch.relu, torch.log_softmax)):
        z = a @ weights[index].T + biases[index]
        a = activation(z) if index < 2 else activation(z, -1)
    (-(torch.tensor(result.targets) * a).sum()).backward()
    for unit, source in [(1, 1), (2, 1), (3, 2)]:
        address = ParameterAddress("w", 1, unit, source)
        paths = parameter_paths(result, 1, address, k, shortcut=shortcut)
        survey = survey_paths(result, 1, address, shortcut=shortcut)
        expected = weights[0].grad.numpy()[unit - 1, source - 1]
        listed = sum(path.contribution for path in paths.paths) + paths.rest
        scale = survey.magnitude.value
        for found in (listed, survey.net.value, paths.value):
            assert found == pytest.approx(expected, rel=1e-11, abs=1e-12 * scale)


def test_half_precision_is_torch_half_precision_to_its_rounding() -> None:
    network = network_of(6, [8, 8, 8, 3], "tanh", "half_squared_error")
    parameters = initialize(network, 4)
    random = np.random.default_rng(1)
    x, y = random.standard_normal((5, 6)), random.standard_normal((5, 3))
    found = precision_profile(network, parameters, x, y, "float16")
    weights = [torch.tensor(w).half().requires_grad_() for w in parameters.weights]
    a = torch.tensor(x).half()
    for weight, bias in zip(weights, parameters.biases, strict=True):
        a = torch.tanh(functional.linear(a, weight, torch.tensor(bias).half()))
    (0.5 * (a - torch.tensor(y).half()) ** 2).sum(dim=1).mean().backward()
    for layer, weight in enumerate(weights):
        assert weight.grad is not None
        size = float(torch.log10(weight.grad.double().norm()))
        # 11 bits an operation, some ten operations: well within one per cent.
        assert found.log10_weight_gradient[layer] == pytest.approx(size, abs=4e-3)

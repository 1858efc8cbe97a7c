"""Claims about every initializer: its variance, its support, its gain, and the same luck."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.initialization import initialize
from gradsim.engine.initializers import INITIALIZERS, initializer_of, recommended_gain
from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice, resolved_options
from gradsim.engine.problems import Problem

FANS = [(300, 200), (64, 64), (40, 500), (500, 40), (1, 4000), (4000, 1)]
RANDOM = [name for name, entry in INITIALIZERS.items() if entry.family.random]


def drawn(choice: Choice, fan_in: int, fan_out: int, seed: int = 3) -> np.ndarray:
    network = Network(fan_in, (Layer(fan_out, Choice("identity"), choice, id=5),))
    data = np.random.default_rng(8).normal(size=(64, fan_in))
    return initialize(network, seed, inputs=data).weights[0]


@pytest.mark.parametrize(("fan_in", "fan_out"), FANS)
@pytest.mark.parametrize("name", INITIALIZERS)
@pytest.mark.parametrize("gain", [1.0, 0.3])
def test_draws_have_the_variance_that_is_stated(
    name: str, fan_in: int, fan_out: int, gain: float
) -> None:
    choice = Choice.of(name, gain=gain)
    entry = initializer_of(choice)
    stated = entry.variance(fan_in, fan_out, **resolved_options(choice, entry.options))
    if stated is None:
        return
    weights = drawn(choice, fan_in, fan_out)
    # The mean square of n draws scatters by √((κ − 1)/n), κ ≤ 3 but for sparse.
    entries = weights.size if name != "sparse" else fan_out * min(15, fan_in)
    assert np.mean(weights**2) == pytest.approx(stated, rel=5 * math.sqrt(2 / entries) + 1e-12)
    if stated and name != "orthogonal":
        assert abs(weights.mean()) < 5 * math.sqrt(stated / weights.size)


@pytest.mark.parametrize(
    ("name", "std"),
    [
        ("lecun_normal", 1 / math.sqrt(300)),
        ("lecun_uniform", 1 / math.sqrt(300)),
        ("glorot_normal", math.sqrt(2 / 500)),
        ("glorot_uniform", math.sqrt(2 / 500)),
        ("he_normal", math.sqrt(2 / 300)),
        ("he_uniform", math.sqrt(2 / 300)),
        ("pytorch_default", 1 / math.sqrt(900)),
        ("normal", 0.05),
        ("truncated_normal", 0.05),
        ("uniform", 0.05 / math.sqrt(3)),
        ("orthogonal", 1 / math.sqrt(300)),
    ],
)
def test_the_standard_deviation_is_the_published_one(name: str, std: float) -> None:
    assert drawn(Choice(name), 300, 200).std() == pytest.approx(std, rel=0.02)


@pytest.mark.parametrize("name", ["lecun", "glorot", "he"])
def test_the_uniform_twin_has_root_three_times_the_std_as_limit(name: str) -> None:
    entry = INITIALIZERS[f"{name}_uniform"]
    std = math.sqrt(INITIALIZERS[f"{name}_normal"].variance(300, 200))
    weights = drawn(Choice(f"{name}_uniform"), 300, 200)
    assert entry.scale(300, 200) == pytest.approx(math.sqrt(3) * std, rel=1e-15)
    assert np.abs(weights).max() <= math.sqrt(3) * std
    assert np.abs(weights).max() > 0.999 * math.sqrt(3) * std


def test_normal_is_normal_and_truncated_is_truncated() -> None:
    normal = drawn(Choice.of("normal", std=1.0), 400, 400)
    assert np.mean(np.abs(normal) > 2) == pytest.approx(0.0455, abs=0.004)
    assert np.mean(normal**4) == pytest.approx(3, rel=0.05)
    truncated = drawn(Choice.of("truncated_normal", std=1.0), 400, 400)
    assert np.abs(truncated).max() <= 2 / 0.87962566103423978
    assert truncated.std() == pytest.approx(1, rel=0.01)


@pytest.mark.parametrize(("fan_in", "fan_out"), [(30, 30), (30, 20), (20, 30), (1, 7), (7, 1)])
def test_orthogonal_is_orthogonal_along_its_shorter_side(fan_in: int, fan_out: int) -> None:
    weights = drawn(Choice.of("orthogonal", gain=2.0), fan_in, fan_out)
    gram = weights @ weights.T if fan_out <= fan_in else weights.T @ weights
    np.testing.assert_allclose(gram, 4 * np.eye(min(fan_in, fan_out)), atol=1e-13)


def test_orthogonal_does_not_prefer_a_sign() -> None:
    # Without sign(diag R), LAPACK's Q leans one way: the mean of its diagonal is not 0.
    diagonals = [np.diagonal(drawn(Choice("orthogonal"), 8, 8, seed)).mean() for seed in range(400)]
    assert abs(np.mean(diagonals)) < 5 * np.std(diagonals) / math.sqrt(400)


def test_identity_puts_the_gain_on_the_diagonal() -> None:
    np.testing.assert_array_equal(
        drawn(Choice.of("identity", gain=0.5), 3, 2), [[0.5, 0, 0], [0, 0.5, 0]]
    )


def test_constant_and_zeros_are_what_they_say() -> None:
    assert (drawn(Choice.of("constant", value=-0.25, gain=2.0), 3, 2) == -0.5).all()
    assert (drawn(Choice("zeros"), 3, 2) == 0).all()


def test_sparse_gives_each_unit_its_number_of_weights() -> None:
    weights = drawn(Choice.of("sparse", nonzero=7), 50, 40)
    assert ((weights != 0).sum(axis=1) == 7).all()
    assert len({tuple(row.nonzero()[0]) for row in weights}) > 30
    assert ((drawn(Choice.of("sparse", nonzero=7), 5, 4) != 0).sum(axis=1) == 5).all()


@pytest.mark.parametrize("activation", ["tanh", "relu", "sigmoid"])
@pytest.mark.parametrize("gain", [1.0, 1.5])
def test_lsuv_makes_every_pre_activation_of_unit_variance(activation: str, gain: float) -> None:
    layer = Choice.of("lsuv", gain=gain)
    network = Network(
        12,
        tuple(
            Layer(20, Choice(activation), layer, Choice.of("normal", std=0.2), id=i)
            for i in range(1, 7)
        ),
    )
    data = np.random.default_rng(1).normal(size=(200, 12)) * 3
    parameters = initialize(network, 0, inputs=data)
    a = data
    for weights, biases in zip(parameters.weights, parameters.biases, strict=True):
        z = a @ (weights / gain).T + biases
        assert z.var() == pytest.approx(1, abs=0.02)
        a = ACTIVATIONS[activation].value(a @ weights.T + biases)


def test_lsuv_without_data_is_refused_with_its_place() -> None:
    network = Network(2, (Layer(3, weights=Choice("lsuv"), id=1),))
    with pytest.raises(Problem) as caught:
        initialize(network, 0)
    assert caught.value.place == "network.layers[0].weights"


def test_lsuv_leaves_what_has_no_variance() -> None:
    network = Network(2, (Layer(3, weights=Choice("lsuv"), id=1),))
    weights = initialize(network, 0, inputs=np.zeros((5, 2))).weights[0]
    assert np.isfinite(weights).all()


@pytest.mark.parametrize("name", RANDOM)
def test_the_gain_multiplies_the_same_draw(name: str) -> None:
    one = drawn(Choice.of(name, gain=1.0), 20, 30)
    three = drawn(Choice.of(name, gain=3.0), 20, 30)
    np.testing.assert_allclose(three, 3 * one, rtol=1e-13)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("glorot_normal", "he_normal"),
        ("glorot_normal", "lecun_normal"),
        ("glorot_normal", "normal"),
        ("glorot_uniform", "he_uniform"),
        ("glorot_uniform", "pytorch_default"),
        ("glorot_uniform", "uniform"),
    ],
)
def test_initializers_of_one_family_rescale_the_same_draw(left: str, right: str) -> None:
    ratio = drawn(Choice(left), 20, 30) / drawn(Choice(right), 20, 30)
    assert np.ptp(ratio) < 1e-12 * abs(ratio.mean())


def test_all_elementwise_families_rank_the_weights_alike() -> None:
    order = np.argsort(drawn(Choice("he_normal"), 20, 30), axis=None)
    for name in ("he_uniform", "truncated_normal"):
        np.testing.assert_array_equal(np.argsort(drawn(Choice(name), 20, 30), axis=None), order)


@pytest.mark.parametrize(
    ("name", "activation", "gain"),
    [
        ("glorot_normal", Choice("tanh"), 5 / 3),
        ("lecun_uniform", Choice("tanh"), 5 / 3),
        ("orthogonal", Choice("relu"), math.sqrt(2)),
        ("glorot_uniform", Choice.of("leaky_relu", slope=0.2), math.sqrt(2 / 1.04)),
        ("lecun_normal", Choice("selu"), 0.75),
        ("glorot_normal", Choice("sigmoid"), 1.0),
        ("glorot_normal", Choice("gelu"), 1.0),
        ("he_normal", Choice("relu"), 1.0),
        ("he_uniform", Choice("tanh"), 1.0),
        ("normal", Choice("relu"), 1.0),
    ],
)
def test_recommended_gains_are_the_field_s(name: str, activation: Choice, gain: float) -> None:
    assert recommended_gain(name, activation) == pytest.approx(gain, rel=1e-15)


@pytest.mark.parametrize(("name", "activation"), [("glorot", "tanh"), ("glorot_normal", "tanhh")])
def test_no_gain_is_recommended_for_what_is_not_there(name: str, activation: str) -> None:
    with pytest.raises(Problem, match=r"There are: .*(glorot_uniform|tanh)"):
        recommended_gain(name, Choice(activation))


@pytest.mark.parametrize("name", INITIALIZERS)
def test_everything_that_is_shown_is_there(name: str) -> None:
    entry = INITIALIZERS[name]
    assert entry.name == name
    assert entry.label
    assert entry.tex
    assert "gain" in {option.name for option in entry.options}
    assert entry.tex.count("{") == entry.tex.count("}")


def test_an_unknown_initializer_is_refused_by_name() -> None:
    with pytest.raises(Problem, match="“xavier”"):
        initializer_of(Choice("xavier"))


def test_a_variance_beyond_floats_is_infinite() -> None:
    assert INITIALIZERS["normal"].variance(4, 4, std=1e200) == math.inf

"""What remedies do to a deep profile, where theory says it exactly or nearly so."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine import Choice, Layer, Network, Problem, forward, initialize, measure
from gradsim.engine.network import validate_network
from gradsim.engine.remedies import Residual
from gradsim.engine.remedies.dropout import mask
from gradsim.engine.scaling import State
from tests.engine.remedies.remedied_networks import BATCH, LAYER, RMS, hidden, network

_RELU, _HE = Choice("relu"), Choice("he_normal")


def _stack(depth: int, width: int, **remedies: object) -> Network:
    layers = tuple(
        Layer(width, _RELU, _HE, id=number, **remedies)  # type: ignore[arg-type]
        for number in range(1, depth + 1)
    )
    return Network(width, layers, "probe")


@pytest.mark.parametrize("alpha", [0.1, 0.3])
def test_a_preactivation_residual_stack_grows_by_one_plus_alpha_squared(alpha: float) -> None:
    depth, width, seeds = 30, 128, 20
    built = _stack(depth, width, residual=Residual(alpha, "pre"))
    inputs = np.random.default_rng(1).normal(size=(4, width))
    measured = measure(forward(built, initialize(built, range(seeds)), inputs, inputs))
    first, last = measured.layers[0].delta, measured.layers[-1].delta
    mean = np.mean(first.value("l2") ** 2) / np.mean(last.value("l2") ** 2)
    growth = (1 + alpha**2) ** (depth - 1)
    assert np.log(mean) == pytest.approx(np.log(growth), rel=0.1, abs=0.05)


def test_batch_normalization_before_relu_grows_the_gradient_by_about_a_fifth_a_layer() -> None:
    depth, width = 50, 128
    built = _stack(depth, width, normalization=BATCH)
    inputs = np.random.default_rng(2).normal(size=(128, width))
    measured = measure(forward(built, initialize(built, range(3)), inputs, inputs))
    decades = measured.layers[0].delta.log10_l2 - measured.layers[-1].delta.log10_l2
    a_layer = 10 ** (decades / (depth - 1))
    assert np.all((a_layer > 1.17) & (a_layer < 1.24))


@pytest.mark.parametrize("seeds", [3, range(3)], ids=["one", "ensemble"])
@pytest.mark.parametrize("residual", [None, Residual(0.5, "post")], ids=["plain", "post"])
def test_nothing_depends_on_a_bias_whose_mean_is_taken_off_again(
    residual: Residual | None, seeds: int | range
) -> None:
    built = _stack(5, 8, normalization=BATCH, residual=residual)
    inputs = np.random.default_rng(4).normal(size=(16, 8))
    measured = measure(forward(built, initialize(built, seeds), inputs, inputs))
    for layer in measured.layers:
        assert np.all(layer.bias_gradient.log10_l2 == -np.inf)
        assert np.all(layer.bias_gradient.state == State.zero)
        assert np.all(np.isfinite(layer.weight_gradient.log10_l2))


@pytest.mark.parametrize("case", ["evaluation", "pre", "layer_norm", "rms_norm"])
def test_other_biases_keep_their_gradient(case: str) -> None:
    choice = {"layer_norm": LAYER, "rms_norm": RMS}.get(case, BATCH)
    residual = Residual(0.5, "pre") if case == "pre" else None
    built = _stack(5, 8, normalization=choice, residual=residual)
    if case == "evaluation":
        built = replace(built, mode="evaluate")
    inputs = np.random.default_rng(4).normal(size=(16, 8))
    measured = measure(forward(built, initialize(built, 3), inputs, inputs))
    assert all(float(layer.bias_gradient.log10_l2) > -6 for layer in measured.layers)


@pytest.mark.parametrize("choice", [BATCH, LAYER, RMS])
def test_a_normalization_forgets_how_large_the_weights_are(choice: Choice) -> None:
    sizes = []
    for gain in (0.1, 10.0):
        weights = Choice.of("lecun_normal", gain=gain)
        layers = tuple(
            Layer(32, Choice("tanh"), weights, id=number, normalization=choice)
            for number in range(1, 11)
        )
        built = Network(8, layers, "probe")
        inputs = np.random.default_rng(3).normal(size=(64, 8))
        passed = forward(built, initialize(built, 5), inputs, inputs)
        sizes.append(float(passed.output.activation.std()))
    assert sizes[0] == pytest.approx(sizes[1], rel=1e-3)


def test_a_skipped_gradient_reaches_the_first_layer_where_the_branch_is_silent() -> None:
    built = _stack(20, 8, residual=Residual(0.0, "post"))
    inputs = np.random.default_rng(4).normal(size=(4, 8))
    measured = measure(forward(built, initialize(built, 1), inputs, inputs))
    sizes = [layer.activation_gradient.value("l2") for layer in measured.layers]
    assert sizes == pytest.approx([sizes[-1]] * 20, rel=1e-12)


def test_a_batch_of_one_has_no_spread_to_normalize_by() -> None:
    built = network(hidden(normalization=BATCH))
    one = np.ones((1, 3)), np.ones((1, 2))
    with pytest.raises(Problem, match="one sample has no spread") as caught:
        forward(built, initialize(built, 1), *one)
    assert caught.value.place == "network.layers[0].normalization"
    evaluated = network(hidden(normalization=BATCH), mode="evaluate")
    assert np.isfinite(forward(evaluated, initialize(evaluated, 1), *one).cost)


def test_dropout_silences_its_share_and_keeps_the_mean() -> None:
    drawn = mask(np.array(3, object), 1, 0.25, 0, 1, (400, 100), np.dtype(np.float64))
    assert set(np.unique(drawn)) == {0.0, 1 / 0.75}
    assert (drawn == 0).mean() == pytest.approx(0.25, abs=0.01)
    assert drawn.mean() == pytest.approx(1.0, abs=0.01)


def test_a_sample_alone_meets_the_mask_that_it_has_in_the_batch() -> None:
    seeds, kind = np.array(3, object), np.dtype(np.float64)
    batch = mask(seeds, 1, 0.5, 0, 1, (10, 7), kind)
    alone = mask(seeds, 1, 0.5, 0, 4, (1, 7), kind)
    np.testing.assert_array_equal(alone[0], batch[3])


@pytest.mark.parametrize("rate", [1.0, -0.1, 1.5, float("nan")])
def test_a_dropout_that_leaves_nothing_is_refused(rate: float) -> None:
    with pytest.raises(Problem, match="below 1") as caught:
        validate_network(network(hidden(dropout=rate)))
    assert caught.value.place == "network.layers[0].dropout"


@pytest.mark.parametrize(
    ("layer", "place"),
    [
        (hidden(normalization=Choice("group_norm")), "network.layers[0].normalization"),
        (hidden(normalization=Choice.of("batch_norm", epsilon=-1.0)),
         "network.layers[0].normalization.epsilon"),
        (hidden(residual=Residual(1.0, "middle")),  # type: ignore[arg-type]
         "network.layers[0].residual.form"),
        (hidden(residual=Residual(float("inf"))), "network.layers[0].residual.scale"),
    ],
)  # fmt: skip
def test_a_remedy_that_cannot_be_is_refused_where_it_stands(layer: Layer, place: str) -> None:
    with pytest.raises(Problem) as caught:
        validate_network(network(layer))
    assert caught.value.place == place


def test_softmax_and_fused_outputs_take_no_residual_and_no_dropout() -> None:
    softmax = Layer(3, Choice("softmax"), id=1, dropout=0.2)
    with pytest.raises(Problem, match="softmax"):
        validate_network(Network(3, (softmax,), "cross_entropy"))
    sigmoid = Layer(3, Choice("sigmoid"), id=1, residual=Residual())
    with pytest.raises(Problem, match="neither a residual"):
        validate_network(Network(3, (sigmoid,), "binary_cross_entropy"))


@pytest.mark.parametrize(
    ("choice", "units"),
    [
        (Choice.of("batch_norm", epsilon=0.0), 4),
        (Choice.of("layer_norm", epsilon=0.0), 1),
    ],
)
def test_without_epsilon_what_is_all_alike_is_no_number_and_said_so(
    choice: Choice, units: int
) -> None:
    alike = replace(hidden(normalization=choice), units=units)
    built = network(hidden(), alike, hidden())
    inputs = np.ones((4, 3))
    with np.errstate(divide="raise", invalid="ignore"):
        passed = forward(built, initialize(built, 1), inputs, np.ones((4, 2)))
    assert passed.overflow_layer == 2
    assert np.isnan(passed.cost)
    assert np.isnan(measure(passed).layers[0].delta.log10_l2)


def test_with_epsilon_what_is_all_alike_becomes_beta() -> None:
    built = network(replace(hidden(normalization=LAYER), units=1))
    passed = forward(built, initialize(built, 1), np.ones((4, 3)), np.ones((4, 2)))
    inner = passed.layers[0].inner
    assert inner is not None
    assert np.array_equal(inner.argument, np.zeros((4, 1)))
    assert passed.overflow_layer is None


def test_what_goes_past_saturated_branches_is_not_lost_with_them() -> None:
    units = 3
    layer = Layer(units, Choice.of("sigmoid"), residual=Residual(0.5, "pre"))
    layers = tuple(replace(layer, id=number) for number in range(1, 6))
    built = Network(units, layers, "half_squared_error")
    # σ′(10⁵) is beyond all numbers, and not 0.
    inputs = np.full((4, units), 1e5)
    run = forward(built, initialize(built, 1), inputs, np.zeros((4, units)))
    measured = measure(run).layers
    output = measured[-1].activation_gradient.log10_l2
    for each in measured:
        assert each.activation_gradient.state_of() is State.ok
        assert float(each.activation_gradient.log10_l2) == pytest.approx(float(output), abs=1e-12)
        assert each.weight_gradient.state_of() is State.ok

"""A number moved in a network with remedies: in training and evaluation, alone and in a batch."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine import Choice, forward, gradients
from gradsim.engine.backward import Gradients
from gradsim.engine.forward import ForwardPass
from gradsim.engine.initialization import Parameters
from gradsim.engine.layer_stages import layer_stages
from gradsim.engine.network import Network
from gradsim.engine.nudge.lever import Lever, moved_pass, owning_layers
from gradsim.engine.nudge.ripple import Hold, ripple
from gradsim.engine.nudge.sampled_rounding import draws_of
from tests.engine.remedies.remedied_networks import (
    BATCH,
    LAYER,
    NETWORKS,
    PRE,
    data,
    hidden,
    network,
    parameters,
)

BOTH_MODES = {
    **NETWORKS,
    **{
        f"{name}, evaluated": replace(each, mode="evaluate")
        for name, each in NETWORKS.items()
        if name in ("every kind", "all, post", "all, pre")
    },
    "pre, narrower": network(
        replace(hidden(), units=6), hidden(normalization=LAYER, residual=PRE, dropout=0.2)
    ),
}
KINDS = ["w", "b", "γ", "β", "x", "y"]
ONE_SAMPLE = [name for name, each in BOTH_MODES.items() if not each.couples_samples]


def batch_of(built: Network) -> ForwardPass:
    return forward(built, parameters(built), *data())


def sample_of(built: Network) -> ForwardPass:
    """Sample 3 alone, with the masks that it has in the batch."""
    inputs, targets = data()
    return forward(built, parameters(built), inputs[2:3], targets[2:3], first_sample=3)


def lever_of(kind: str, base: ForwardPass) -> Lever | None:
    """A number of this kind; None where the network has none."""
    if kind in ("γ", "β") and not owning_layers(base.network, kind):  # type: ignore[arg-type]
        return None
    unit, sample = 2, min(base.samples, 4)
    return Lever(kind, 2, unit, 1, sample).held(base.network)  # type: ignore[arg-type]


def slope_in(found: Gradients, lever: Lever) -> float:
    """The engine's own gradient by the lever."""
    at = lever.unit - 1
    match lever.kind:
        case "w":
            return float(found.weight(lever.layer)[at, lever.source - 1])
        case "b":
            return float(found.bias(lever.layer)[at])
        case "γ":
            return float(found.scales[lever.layer].array[at])
        case _:
            return float(found.shifts[lever.layer].array[at])


def bases(name: str) -> list[ForwardPass]:
    built = BOTH_MODES[name]
    return [batch_of(built)] + ([sample_of(built)] if name in ONE_SAMPLE else [])


@pytest.mark.parametrize("name", BOTH_MODES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_prediction_is_the_gradient_and_the_central_difference(name: str, kind: str) -> None:
    for base in bases(name):
        lever = lever_of(kind, base)
        if lever is None:
            continue
        hold = Hold.of(base, lever)
        if kind not in ("x", "y"):
            expected = slope_in(gradients(base), lever)
            assert hold.slope.value == pytest.approx(expected, rel=1e-10, abs=1e-14)
        at, step = lever.read(base), 1e-5
        up, down = hold.moved_to(at + step), hold.moved_to(at - step)
        central = (float(up.moved.cost) - float(down.moved.cost)) / (2 * step)
        assert hold.slope.value == pytest.approx(central, rel=1e-5, abs=1e-9)
        for above, below, straight in zip(
            up.layers, down.layers, hold.straight.layers[lever.unmoved :], strict=True
        ):
            assert straight is not None
            for stage, changes in above.stages.items():
                other = below.stages[stage].actual.plain
                slope = (changes.actual.plain - other) / (2 * step)
                row = straight.stages[stage].plain[lever.sample - 1]
                np.testing.assert_allclose(row, slope, rtol=1e-5, atol=1e-8)


@pytest.mark.parametrize("name", BOTH_MODES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_true_pass_is_the_pass_of_the_changed_network(name: str, kind: str) -> None:
    for base in bases(name):
        lever = lever_of(kind, base)
        if lever is None:
            continue
        moved = moved_pass(base, lever, 0.375)
        assert lever.read(moved) == 0.375
        first = base.circumstances.first_sample
        again = forward(
            base.network, moved.parameters, moved.inputs, moved.targets, first_sample=first
        )
        assert float(moved.cost) == float(again.cost)
        shown = ripple(base, lever, 0.375)
        for one, other, was in zip(moved.layers, again.layers, base.layers, strict=True):
            for kind_of, values in layer_stages(one).items():
                np.testing.assert_array_equal(values.array, layer_stages(other)[kind_of].array)
            mask = None if one.inner is None else one.inner.mask
            if mask is not None:
                assert was.inner is not None
                np.testing.assert_array_equal(mask, was.inner.mask)
        row = lever.sample - 1
        for layer in shown.layers:
            old = layer_stages(base.layers[layer.layer - 1])
            new = layer_stages(again.layers[layer.layer - 1])
            for stage, changes in layer.stages.items():
                expected = new[stage].plain[row] - old[stage].plain[row]
                np.testing.assert_array_equal(changes.actual.plain, expected)


@pytest.mark.parametrize("name", BOTH_MODES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_difference_shrinks_with_the_square_of_the_amount(name: str, kind: str) -> None:
    for base in bases(name):
        lever = lever_of(kind, base)
        if lever is None:
            continue
        hold, at = Hold.of(base, lever), lever.read(base)
        moved = [hold.moved_to(at + amount) for amount in (1e-4, 5e-5)]
        gaps = [each.cost.difference for each in moved]
        if abs(gaps[1].value) > 100.0 * moved[1].cost.noise.value:
            assert gaps[0].value / gaps[1].value == pytest.approx(4.0, rel=0.1)
        else:
            assert abs(gaps[0].value) < 1e-5 * 1e-4


@pytest.mark.parametrize("name", BOTH_MODES)
def test_the_noise_covers_what_single_precision_gets_wrong(name: str) -> None:
    """The passes in float32, whose errors the same passes in float64 measure."""
    built = BOTH_MODES[name]
    inputs, targets = (part.astype(np.float32) for part in data())
    covered, tries, widest = 0, 0, 0.0
    for seed in range(8):
        numbers = parameters(built, seed)
        small, large = _as_type(numbers, np.float32), _as_type(numbers, np.float32)
        large = _as_type(large, np.float64)
        base = forward(built, small, inputs, targets)
        true = forward(built, large, inputs.astype(np.float64), targets.astype(np.float64))
        lever = Lever("w", 1, 1, 1, 2)
        value = float(np.float32(lever.read(base) + 1e-3))
        shown, exact = ripple(base, lever, value), moved_pass(true, lever, value)
        error = abs(shown.cost.actual.value - float(exact.cost - true.cost))
        tries, covered = tries + 1, covered + (error <= shown.cost.noise.value)
        widest = max(widest, shown.cost.noise.value / max(error, 1e-9))
        for layer in shown.layers:
            old = layer_stages(true.layers[layer.layer - 1])
            new = layer_stages(exact.layers[layer.layer - 1])
            for stage, changes in layer.stages.items():
                gap = changes.actual.plain - (new[stage].plain[1] - old[stage].plain[1])
                within = np.abs(gap) <= changes.noise.plain
                tries, covered = tries + within.size, covered + int(within.sum())
    assert covered >= 0.99 * tries
    assert widest < 1e4


@pytest.mark.parametrize("name", BOTH_MODES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_doubt_covers_what_single_precision_predicts_wrong(name: str, kind: str) -> None:
    built = BOTH_MODES[name]
    inputs, targets = (part.astype(np.float32) for part in data())
    covered, tries = 0, 0
    for seed in range(4):
        small = _as_type(parameters(built, seed), np.float32)
        base = forward(built, small, inputs, targets)
        exact = [part.astype(np.float64) for part in (inputs, targets)]
        true = forward(built, _as_type(small, np.float64), *exact)
        lever = lever_of(kind, base)
        if lever is None:
            pytest.skip("the network has none")
        said, right = Hold.of(base, lever), Hold.of(true, lever)
        assert said.doubt is not None
        # What the pass has rounded before moves the point at which the tangent is taken.
        around = 1e-4 * abs(right.slope.value)
        error = abs(said.slope.value - right.slope.value)
        tries, covered = tries + 1, covered + (error <= said.doubt.cost.value + around)
    assert covered >= tries - 1


def test_a_prediction_that_does_not_cancel_keeps_its_digits() -> None:
    for name in ("every kind", "layer_norm", "residual pre", "dropout"):
        base = batch_of(NETWORKS[name])
        lever = Lever("w", 1, 1, 1, 3)
        moved = ripple(base, lever, lever.read(base) + 0.1)
        assert moved.cost.doubt.value < 1e-11 * abs(moved.cost.predicted.value)


def test_no_movement_is_exactly_zero() -> None:
    base = batch_of(NETWORKS["every kind"])
    lever = Lever("w", 1, 2, 1, 3)
    still = ripple(base, lever, lever.read(base))
    assert still.cost.actual.value == still.cost.predicted.value == 0.0
    assert not any(
        changes.actual.array.any() for each in still.layers for changes in each.stages.values()
    )


def test_a_bias_before_batch_normalization_moves_nothing() -> None:
    base = batch_of(NETWORKS["batch_norm"])
    lever = Lever("b", 1, 2, 0, 3)
    moved = ripple(base, lever, lever.read(base) + 0.5)
    assert moved.layers[0].pre_activation.actual.plain[1] == pytest.approx(0.5)
    assert abs(moved.cost.actual.value) <= moved.cost.noise.value
    assert abs(moved.cost.predicted.value) <= moved.cost.doubt.value < 1e-15


def test_a_moved_input_of_one_sample_reaches_the_others_through_the_batch() -> None:
    base = batch_of(NETWORKS["batch_norm"])
    lever = Lever("x", 0, 1, 0, 3)
    value = lever.read(base) + 0.5
    seen = [ripple(base, replace(lever, sample=3), value)]
    moved = moved_pass(base, lever, value)
    others = moved.layers[0].activation - base.layers[0].activation
    assert np.abs(others).min(axis=1).all()
    assert seen[0].layers[0].pre_activation.actual.array.any()
    np.testing.assert_array_equal(moved.inputs[[0, 1, 3, 4, 5]], base.inputs[[0, 1, 3, 4, 5]])


def test_a_silent_unit_hands_nothing_on() -> None:
    base = batch_of(NETWORKS["dropout"])
    inner = base.layers[0].inner
    assert inner is not None
    assert inner.mask is not None
    sample, unit = (int(each[0]) for each in np.nonzero(inner.mask == 0.0))
    lever = Lever("b", 1, unit + 1, 0, sample + 1)
    moved = ripple(base, lever, lever.read(base) + 0.5)
    first = moved.layers[0]
    assert first.pre_activation.actual.plain[unit] == pytest.approx(0.5)
    assert not first.activation.actual.array.any()
    assert not first.activation.predicted.array.any()


def test_a_kink_is_where_f_takes_what_a_normalization_made() -> None:
    relu = replace(hidden(normalization=BATCH), activation=Choice("relu"))
    base = batch_of(network(relu))
    argument = base.layers[0].argument
    sample = 2
    lever = Lever("β", 1, 1, 0, sample)
    value = lever.read(base) - 1.001 * float(argument[sample - 1, 0])
    assert (1, 1) in ripple(base, lever, value).kinks


def test_large_passes_are_rounded_in_fewer_draws() -> None:
    built = NETWORKS["all, post"]
    few = forward(built, parameters(built), *data(6))
    many = forward(built, parameters(built), *data(8000))
    assert draws_of(few) == 32
    assert draws_of(many) < 32


@pytest.mark.parametrize("kind", ["γ", "β"])
def test_what_no_layer_has_is_held_as_a_bias(kind: str) -> None:
    lever = Lever(kind, 2, 1)  # type: ignore[arg-type]
    assert lever.held(NETWORKS["dropout"]).kind == "b"
    assert lever.held(NETWORKS["every kind"]) == Lever(kind, 1, 1)  # type: ignore[arg-type]
    assert replace(lever, unit=9).held(BOTH_MODES["pre, narrower"]).unit == 6


def _as_type(numbers: Parameters, dtype: type) -> Parameters:
    return Parameters(
        tuple(each.astype(dtype) for each in numbers.weights),
        tuple(each.astype(dtype) for each in numbers.biases),
        tuple(None if each is None else each.as_type(dtype) for each in numbers.remedies),
    )

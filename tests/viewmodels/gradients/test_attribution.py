"""Attribution: bars of every quantity add up exactly, in groups too, and say where they cannot."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gradsim.engine.chain import FactorKind
from gradsim.engine.options import Choice
from gradsim.project.edits.layers import set_weights
from gradsim.project.presets import preset
from gradsim.viewmodels.gradients.attribution import attribution_of
from gradsim.viewmodels.gradients.breakdown.running import running_of
from gradsim.viewmodels.gradients.quantities import QUANTITIES
from tests.viewmodels.gradients.desk import deep, past_zeros, result_of


@pytest.mark.parametrize("sample", [1, None])
@pytest.mark.parametrize("quantity", QUANTITIES)
def test_bars_add_up_to_the_change_from_the_last_layer_to_each(
    quantity: str, sample: int | None
) -> None:
    measurement = result_of(deep(7, 5, "sigmoid"), sample).measurement
    shown = attribution_of(measurement, quantity)
    logs = [float(getattr(each, quantity).log10_l2) for each in measurement.layers]
    start = float(measurement.output_gradient.log10_l2) if quantity == "delta" else logs[-1]
    running = np.cumsum(shown.net[::-1])[::-1]
    assert np.allclose(running, np.array(logs) - start, atol=1e-12)
    assert shown.total == pytest.approx(logs[0] - start, abs=1e-12)


def test_one_sample_cancels_nothing_and_gets_no_such_bars() -> None:
    project = deep(4)
    one = attribution_of(result_of(project, 1).measurement, "weight_gradient")
    batch = attribution_of(result_of(project).measurement, "weight_gradient")
    assert [cause.name for cause in one.causes] == ["activation", "weights", "inputs"]
    assert [cause.name for cause in batch.causes] == ["activation", "weights", "inputs", "samples"]


def test_deep_networks_are_summed_in_groups_without_losing_a_decade() -> None:
    measurement = result_of(deep(101, 3, "sigmoid")).measurement
    single = attribution_of(measurement, "delta", most_bars=1000)
    grouped = attribution_of(measurement, "delta", most_bars=25)
    assert len(single.first) == 101
    assert len(grouped.first) == 21
    assert grouped.group == 5
    assert (grouped.first[0], grouped.last[0], grouped.first[-1], grouped.last[-1]) == (
        1, 5, 101, 101,
    )  # fmt: skip
    assert grouped.total == pytest.approx(single.total, abs=1e-9)
    assert grouped.columns_of([7]) == ((grouped.first[1] - 0.5, grouped.last[1] + 0.5),)
    assert single.columns_of([102]) == ()


def test_a_sigmoid_takes_at_least_its_quarter_in_every_layer() -> None:
    shown = attribution_of(result_of(deep(6, 8, "sigmoid")).measurement, "delta")
    activation = next(cause for cause in shown.causes if cause.name == "activation")
    assert (activation.decades <= math.log10(0.25) + 1e-12).all()


def test_orthogonal_identity_layers_take_nothing() -> None:
    project = deep(6, 8, "identity", Choice.of("orthogonal"))
    shown = attribution_of(result_of(project).measurement, "delta")
    assert all(np.abs(cause.decades).max() < 1e-12 for cause in shown.causes)


def test_zero_gradients_leave_the_sum_undefined() -> None:
    project = deep(3, weights=Choice.of("zeros"))
    shown = attribution_of(result_of(project).measurement, "weight_gradient")
    assert math.isnan(shown.total)


def test_the_title_names_both_ends_of_the_sum() -> None:
    measurement = result_of(deep(12)).measurement
    assert attribution_of(measurement, "delta").title == "‖δ⁽¹⁾‖ / ‖∂C/∂a⁽¹²⁾‖"
    assert attribution_of(measurement, "weight_gradient").title == "‖∂C/∂W⁽¹⁾‖ / ‖∂C/∂W⁽¹²⁾‖"


@pytest.mark.parametrize("quantity", QUANTITIES)
@pytest.mark.parametrize("most_bars", [1, 64])
def test_a_layer_of_zeros_has_no_bar_instead_of_an_endless_one(
    quantity: str, most_bars: int
) -> None:
    project = deep(5, 3, "tanh")
    silent = set_weights(project, (project.layer_ids[2],), Choice("zeros"))
    measurement = result_of(silent).measurement
    shown = attribution_of(measurement, quantity, most_bars, rms=True)
    assert math.isnan(shown.total)
    for cause in shown.causes:
        assert not np.isinf(cause.decades).any()


@pytest.mark.parametrize("rms", [False, True])
def test_biases_of_no_effect_leave_the_sum_undefined(rms: bool) -> None:
    measurement = result_of(preset("fifty_sigmoid_batch_norm")).measurement
    assert math.isnan(attribution_of(measurement, "bias_gradient", rms=rms).total)
    assert math.isfinite(attribution_of(measurement, "weight_gradient", rms=rms).total)


def test_layers_in_one_group_share_its_column() -> None:
    shown = attribution_of(result_of(deep(101, 3, "sigmoid")).measurement, "delta", 20)
    first, last = int(shown.first[1]), int(shown.last[1])
    assert last > first
    column = (first - 0.5, last + 0.5)
    assert shown.columns_of([first]) == shown.columns_of([first, last]) == (column,)
    assert shown.columns_of([]) == ()
    assert len(shown.columns_of(range(1, 102))) == len(shown.first)


@pytest.mark.parametrize("rms", [False, True])
@pytest.mark.parametrize("quantity", QUANTITIES)
def test_what_comes_past_weights_of_zeros_counts_in_the_whole_though_no_part_has_it(
    quantity: str, rms: bool
) -> None:
    measurement = result_of(past_zeros(0.5)).measurement
    shown = attribution_of(measurement, quantity, rms=rms)
    assert shown.undivided.tolist() == [True, False, False, False]
    sizes = measurement.columns.log10(quantity, "rms" if rms else "l2")
    start = sizes[-1]
    if quantity == "delta":
        start = measurement.columns.log10("activation_gradient", "rms" if rms else "l2")[-1]
    assert shown.total == pytest.approx(sizes[0] - start, abs=1e-12)
    grouped = attribution_of(measurement, quantity, 2, rms=rms)
    assert grouped.total == pytest.approx(shown.total, abs=1e-12)
    running = running_of(shown)
    assert (running.ends_at, running.parts_end_at) == (None, 1)
    assert running.total[0] == pytest.approx(shown.total, abs=1e-12)


def test_past_weights_of_zeros_everything_that_reaches_the_layer_goes_on() -> None:
    result = result_of(past_zeros(0.5), 1)
    forward = result.forward
    delta = {f.layer: f.upstream for f in result.factors if f.kind is FactorKind.weights}
    arriving = delta[3] @ np.asarray(forward.parameters.weights[2])
    left = arriving * (1 - np.asarray(forward.layers[0].activation) ** 2)
    net = attribution_of(result.measurement, "delta").net
    wanted = np.log10(np.linalg.norm(left)) - np.log10(np.linalg.norm(delta[2]))
    assert net[0] == pytest.approx(wanted, abs=1e-12)

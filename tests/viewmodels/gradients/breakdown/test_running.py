"""Running sums: at every layer the parts add up to the gradient's own change."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.options import Choice
from gradsim.project.edits.layers import set_weights
from gradsim.viewmodels.gradients.attribution import attribution_of
from gradsim.viewmodels.gradients.breakdown.running import running_of
from gradsim.viewmodels.gradients.quantities import QUANTITIES
from tests.viewmodels.gradients.desk import deep, result_of


@pytest.mark.parametrize("sample", [1, None])
@pytest.mark.parametrize("quantity", QUANTITIES)
def test_the_sum_at_each_layer_is_its_gradients_size_over_the_start(
    quantity: str, sample: int | None
) -> None:
    measurement = result_of(deep(9, 5, "sigmoid"), sample).measurement
    running = running_of(attribution_of(measurement, quantity))
    logs = np.array([float(getattr(each, quantity).log10_l2) for each in measurement.layers])
    start = float(measurement.output_gradient.log10_l2) if quantity == "delta" else logs[-1]
    assert running.total == pytest.approx(logs - start, abs=1e-12)
    together = np.sum([part.decades for part in running.parts], axis=0)
    assert (running.total == together).all()


def test_groups_of_layers_tell_the_sums_of_single_layers() -> None:
    measurement = result_of(deep(100, 3, "sigmoid")).measurement
    single = running_of(attribution_of(measurement, "delta", 1000))
    grouped = running_of(attribution_of(measurement, "delta", 20))
    firsts = grouped.attribution.first.astype(int) - 1
    assert grouped.total == pytest.approx(single.total[firsts], abs=1e-9)


def test_the_staircase_begins_at_one_and_steps_at_the_upper_edge_of_each_layer() -> None:
    running = running_of(attribution_of(result_of(deep(3, 4, "tanh")).measurement, "delta"))
    x, y = running.steps(running.total)
    top, middle, low = running.total[::-1].tolist()
    assert x.tolist() == [3.5, 3.5, 2.5, 2.5, 1.5, 1.5, 0.5]
    assert y.tolist() == [0.0, top, top, middle, middle, low, low]


def test_below_a_layer_of_zeros_there_is_no_sum() -> None:
    project = deep(5, 3, "tanh")
    silent = set_weights(project, (project.layer_ids[2],), Choice("zeros"))
    running = running_of(attribution_of(result_of(silent).measurement, "delta"))
    assert running.ends_at == 2
    assert np.isnan(running.total[:2]).all()
    assert np.isfinite(running.total[2:]).all()
    whole = running_of(attribution_of(result_of(project).measurement, "delta"))
    assert whole.ends_at is None


def test_the_table_keeps_every_digit() -> None:
    running = running_of(attribution_of(result_of(deep(4, 3, "tanh")).measurement, "delta"))
    table = running.table()
    assert table.headings == ("layer", "activations f′(z)", "weights W", "sum")
    lines = table.csv_text().splitlines()
    assert [float(line.split(",")[-1]) for line in lines[1:]] == running.total.tolist()

"""Readings over the steps: recent or all, thinned, in columns as wide as their steps."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.instruments import BINS
from gradsim.engine.training import Plan
from gradsim.project.presets import preset
from gradsim.viewmodels.training.instruments.densities import densities
from gradsim.viewmodels.training.instruments.series import (
    first_reading,
    layer_series,
    recent_reading,
    thinned,
)
from gradsim.viewmodels.training.instruments.step_columns import StepColumns
from gradsim.viewmodels.training.moment import Moment
from gradsim.viewmodels.training.track import Track


def moment(steps: int = 40, name: str = "first_look") -> Moment:
    return Track(preset(name), Plan()).work(steps, lambda _: None, lambda: False)


def test_the_start_the_powers_of_two_and_the_end_are_always_read() -> None:
    steps = [reading.step for reading in moment(37).readings]
    assert {0, 1, 2, 4, 8, 16, 32, 37} <= set(steps)


def test_a_series_has_a_row_for_each_reading_and_a_column_for_each_layer() -> None:
    shown = moment()
    values, steps = layer_series(shown, "weights", 100)
    assert values.shape == (len(shown.readings), 5)
    assert steps[0] == 0
    assert steps[-1] == 40
    weights = shown.parameters.weights[2]
    assert values[-1, 2] == pytest.approx(np.log10(np.linalg.norm(weights)))
    saturated, _ = layer_series(shown, "saturated", 3)
    assert len(saturated) <= 3
    np.testing.assert_array_equal(saturated[-1], shown.readings[-1].saturated)
    dead, _ = layer_series(shown, "dead", 100)
    assert (dead == 0).all(), "a sigmoid is never dead"


def test_the_recent_readings_give_way_to_an_earlier_moment() -> None:
    shown = moment(4)
    reading = shown.readings[0]
    many = tuple(replace(reading, step=10 * index) for index in range(400))
    late = replace(shown, steps=3990, readings=many)
    first = recent_reading(late)
    assert many[first].step == 2990
    assert first_reading(late, whole=False) == first
    assert first_reading(late, whole=True) == 0
    assert first_reading(replace(late, steps=50), whole=False) == 0
    sparse = replace(late, readings=tuple(replace(reading, step=1000 * i) for i in range(150)))
    assert recent_reading(sparse) == 50, "a hundred at least"


def test_thinning_keeps_the_newest() -> None:
    assert list(thinned(range(10), 4)) == [0, 3, 6, 9]
    assert list(thinned(range(5), 10)) == [0, 1, 2, 3, 4]
    assert list(thinned((), 3)) == []


def test_densities_are_the_counts_of_one_layer() -> None:
    shown = moment()
    found = densities(shown, 2, "activation", 100)
    assert found is not None
    assert not found.log
    newest = shown.readings[-1].spreads["activation"]
    np.testing.assert_array_equal(found.counts[-1], newest.counts[1])
    assert found.low[-1] == newest.low[1]
    assert found.ends[0] <= found.low[-1] < found.high[-1] <= found.ends[1]
    first, last = found.bin_ends(0, 0), found.bin_ends(0, BINS - 1)
    assert first[0] == found.low[0]
    assert last[1] == pytest.approx(found.high[0])


def test_shades_are_darkest_where_most_numbers_are() -> None:
    found = densities(moment(), 1, "slope", 100)
    assert found is not None
    assert found.log
    shades = found.shades(400, *found.ends)
    assert shades.shape == (400, found.rows)
    assert shades.max() == 1.0
    for row in range(found.rows):
        low, high = found.bin_ends(row, int(np.argmax(found.counts[row])))
        whole_low, whole_high = found.ends
        place = (0.5 * (low + high) - whole_low) / (whole_high - whole_low) * 400
        assert shades[int(place), row] == 1.0


def test_softmax_has_no_slope_to_show() -> None:
    shown = moment(2, "digits_classifier")
    assert densities(shown, 3, "slope", 10) is None
    assert densities(shown, 3, "activation", 10) is not None


def test_columns_are_as_wide_as_the_steps_between() -> None:
    columns = StepColumns(np.array([0.0, 1.0, 2.0, 10.0]))
    widths = [end - begin for begin, end in map(columns.ends, range(4))]
    assert sum(widths) == pytest.approx(1.0)
    assert widths[1] < widths[2] < widths[3]
    assert [columns.row_at(share) for share in (0.0, 0.2, 1.0)] == [0, 2, 3]
    assert columns.of_step(11.0) is None
    middle = columns.of_step(9.0)
    assert middle is not None
    assert columns.row_at(middle) == 3
    assert set(columns.pixels(400)) == {0, 1, 2, 3}
    assert StepColumns(np.array([5.0])).ends(0) == (0.0, 1.0)
    assert StepColumns(np.empty(0)).of_step(1.0) is None

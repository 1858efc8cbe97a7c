"""The waterfall of the running product."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project.presets import preset
from gradsim.viewmodels.step.walk.steps import Family
from gradsim.viewmodels.step.waterfall import Waterfall, waterfall
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.diagram.diagram_desk import project_of
from tests.viewmodels.step.step_desk import StepDesk


def bars_of(desk: StepDesk, capacity: int = 13) -> Waterfall:
    stepper = desk.stepper
    return waterfall(stepper.walk, desk.result, stepper.position, capacity)


def test_each_bar_begins_where_the_one_before_ended(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.last()
    shown = bars_of(desk)
    assert shown.bars[0].start == 0.0
    for before, after in pairwise(shown.bars):
        assert after.start == before.end
    assert shown.product is not None
    assert shown.bars[-1].end == pytest.approx(shown.product.log10_abs)


def test_bars_are_labelled_and_coloured_by_kind(open_desk: OpenDesk) -> None:
    shown = bars_of(open_desk(preset("first_look")))
    assert [bar.label for bar in shown.bars] == ["∂C", "σ′₅", "w₅", "σ′₄", "w₄", "σ′₃", "a₂"]
    assert [bar.family for bar in shown.bars] == [
        Family.COST, Family.ACTIVATION, Family.LINEAR, Family.ACTIVATION, Family.LINEAR,
        Family.ACTIVATION, Family.LINEAR,
    ]  # fmt: skip


def test_what_is_to_come_has_no_numbers(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.jump(2)
    shown = bars_of(desk)
    assert [bar.state for bar in shown.bars] == ["done", "current", *["future"] * 5]
    assert all(math.isnan(bar.start) and math.isnan(bar.end) for bar in shown.bars[2:])


def test_a_zero_ends_it_and_later_bars_say_so(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("zero_initialization"))
    desk.stepper.last()
    bars = bars_of(desk).bars
    place = next(i for i, bar in enumerate(bars) if bar.ending)
    assert bars[place].ending == "0"
    assert bars[place].label == "w₄"
    assert {bar.state for bar in bars[place + 1 :]} == {"after_zero"}


def test_side_branches_are_no_part_of_the_trunk(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("mazur"))
    desk.stepper.choose_lens("layer")
    desk.stepper.jump(5)
    bars = [bar for bar in bars_of(desk).bars if bar.state != "future"]
    trunk = [bar for bar in bars if not bar.side]
    assert [bar.label for bar in bars if bar.side] == ["a₁", "1"]
    for before, after in pairwise(trunk):
        assert after.start == pytest.approx(before.end, abs=1e-12)


def test_bars_of_the_layer_lens_are_changes_of_the_log_norm(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("mazur"))
    desk.stepper.choose_lens("layer")
    desk.stepper.jump(2)
    bar = bars_of(desk).bars[1]
    layer = desk.result.measurement.layers[1]
    assert bar.end == pytest.approx(float(layer.delta.log10_l2), abs=1e-12)
    assert bar.start == pytest.approx(
        float(desk.result.measurement.output_gradient.log10_l2), abs=1e-12
    )


@pytest.mark.parametrize("position", [0, 1, 7, 60, 150, 201])
def test_a_deep_walk_folds_and_keeps_the_cursor(open_desk: OpenDesk, position: int) -> None:
    desk = open_desk(project_of(1, *([1] * 100)))
    desk.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    desk.settle()
    desk.stepper.jump(position)
    shown = bars_of(desk)
    assert len(shown.bars) <= 13
    if position:
        assert "current" in {bar.state for bar in shown.bars}
    folded = sum(bar.fold for bar in shown.bars)
    assert folded + sum(not bar.fold for bar in shown.bars) == len(desk.stepper.steps)


def test_logarithms_beyond_float_range_are_true(open_desk: OpenDesk) -> None:
    desk = open_desk(project_of(1, *([1] * 700), weights=Choice.of("constant", value=0.5)))
    desk.stepper.choose_parameter(ParameterAddress("b", 1, 1))
    desk.settle()
    desk.stepper.last()
    shown = bars_of(desk)
    assert shown.high < -400
    assert math.isfinite(shown.low)


def test_the_forward_lens_shows_how_large_the_signal_is(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.choose_lens("forward")
    desk.stepper.last()
    shown = bars_of(desk)
    assert [bar.label for bar in shown.bars][:2] == ["z₁", "a₁"]
    assert all(not bar.side for bar in shown.bars)
    measured = desk.result.forward.layers[-1].activation
    assert shown.bars[-1].end == pytest.approx(math.log10(abs(float(measured[0, 0]))))


def test_before_the_first_factor_the_axis_spans_one_decade(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    shown = waterfall(desk.stepper.walk, desk.result, 0)
    assert (shown.low, shown.high) == (-1.0, 0.0)

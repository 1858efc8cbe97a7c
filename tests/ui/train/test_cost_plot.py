"""The plot of the cost keeps what has no place on an axis of decades, and says what it was."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from msgspec import structs
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from gradsim.engine import Choice
from gradsim.project import edits
from gradsim.project.presets import preset
from gradsim.ui.plots.pictures import Picture
from gradsim.ui.theme import ThemeController
from gradsim.ui.train.cost_plot import ALL, ASIDE, BATCH, CostPlot
from gradsim.ui.train.movement_view import RatioBars, placeless_numbers
from gradsim.ui.train.workspace import TrainWorkspace
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.gradients.decades import Span
from gradsim.viewmodels.messages import Message

STEPS = np.arange(1.0, 7.0)
NONE = np.full(6, np.nan)


@pytest.fixture
def plot(qtbot: QtBot, theme: ThemeController) -> CostPlot:
    made = CostPlot(theme)
    qtbot.addWidget(made)
    made.resize(400, 220)
    made.show()
    return made


def rows(plot: CostPlot) -> list[str]:
    return list(plot.extra_labels())


def ticks(plot: CostPlot, name: str) -> list[float]:
    return plot._ticks[name].getData()[0].tolist()


def test_costs_that_the_axis_holds_need_no_row(plot: CostPlot) -> None:
    plot.show_costs(STEPS, 1.0 / STEPS, 1.0 / STEPS, NONE)
    assert rows(plot) == []


def test_a_cost_of_zero_is_a_tick_below_the_axis(plot: CostPlot) -> None:
    batch = np.array([0.5, 0.1, 0.0, 1e-9, 0.0, 1e-3])
    plot.show_costs(STEPS, batch, NONE, NONE)
    assert rows(plot) == ["0"]
    assert ticks(plot, "0") == [3.0, 5.0]
    assert ticks(plot, "∞") == []


def test_an_infinite_cost_of_the_samples_aside_is_a_tick_above_it(plot: CostPlot) -> None:
    plot.show_costs(STEPS, 1.0 / STEPS, NONE, np.where(STEPS == 4, np.inf, np.nan))
    assert rows(plot) == ["∞"]
    assert ticks(plot, "∞") == [4.0]
    plot.show_costs(STEPS, 1.0 / STEPS, NONE, NONE)
    assert rows(plot) == []


def test_a_row_stands_over_the_same_steps_as_the_plot(plot: CostPlot) -> None:
    plot.show_costs(STEPS, np.where(STEPS == 2, 0.0, 1.0), NONE, NONE)
    low, high = plot.view.viewRange()[0]
    assert plot._below.view.viewRange()[0] == pytest.approx([low, high])


def test_a_ratio_without_a_place_among_the_bars_stands_there_as_a_number(
    qtbot: QtBot, theme: ThemeController
) -> None:
    bars = RatioBars(theme)
    qtbot.addWidget(bars)
    bars.resize(300, 140)
    bars.show()
    bars.show_ratios(np.array([-3.0, -np.inf, -2.0]))
    still = bars.grab().toImage()
    bars.show_ratios(np.array([-3.0, np.inf, -2.0]))
    assert bars.grab().toImage() != still
    assert "2: ∞" in bars.accessibleDescription()


def exported_legend(train: TrainWorkspace) -> list[tuple[object, str]]:
    return [(style, name) for style, name in train.costs.caption() if style is not None]


def test_an_exported_picture_names_the_lines_that_are_drawn(train: TrainWorkspace) -> None:
    train.session.step(3)
    train.session.finish()
    assert exported_legend(train) == [(BATCH, "batch"), (ALL, "all samples")]
    assert not Picture(train.costs).image(1.0).isNull()


def test_an_exported_picture_names_the_samples_aside_where_there_are_some(
    train: TrainWorkspace, workbench: Workbench
) -> None:
    project = workbench.document.project
    plan = structs.replace(project.training, validation=0.25)
    workbench.document.edit(Message.of("Edit", "an edit"), structs.replace(project, training=plan))
    train.session.step(3)
    train.session.finish()
    shown = [label.text() for label in train.cost_panel.legend.values() if label.isVisible()]
    assert shown == ["batch", "trained on", "kept aside"]
    assert exported_legend(train) == list(zip((BATCH, ALL, ASIDE), shown, strict=True))


def test_a_line_in_an_exported_legend_has_the_pen_of_the_plot(
    plot: CostPlot, theme: ThemeController
) -> None:
    for style, line in ((BATCH, plot._batch), (ALL, plot._all), (ASIDE, plot._aside)):
        assert style.pen(theme.theme) == line._pen


def test_the_cost_after_one_step_is_a_dot(train: TrainWorkspace) -> None:
    train.session.step(1)
    train.session.finish()
    moment, plot = train.session.moment, train.costs
    assert moment is not None
    (dot,) = plot._all.dots
    assert (dot.x(), dot.y()) == pytest.approx((1.0, np.log10(moment.scores.cost)))
    (batch,) = plot._batch.dots
    assert batch.y() == pytest.approx(np.log10(moment.column("batch_cost")[0]))
    (low, high), (bottom, top) = plot.view.viewRange()
    assert low < dot.x() < high
    assert bottom < dot.y() < top
    train.session.step(1)
    train.session.finish()
    assert plot._all.dots == (), "two points are a line"


def test_a_dot_is_seen(plot: CostPlot) -> None:
    plot.show_costs(STEPS[:1], NONE[:1], NONE[:1], NONE[:1])
    without = plot.grab().toImage()
    plot.show_costs(STEPS[:1], NONE[:1], np.array([0.1]), NONE[:1])
    assert plot.grab().toImage() != without


def test_before_the_first_step_a_sentence_stands_instead_of_axes(
    train: TrainWorkspace, qtbot: QtBot
) -> None:
    panel = train.cost_panel
    assert not panel.plot.isVisible()
    assert panel.hint.isVisible()
    assert "take one step" in panel.hint.text()
    assert not any(label.isVisible() for label in panel.legend.values()), "no lines, no names"
    train.session.step(1)
    train.session.finish()
    assert panel.plot.isVisible()
    assert not panel.hint.isVisible()
    train.session.reset()
    assert panel.hint.isVisible()


def test_a_run_that_broke_at_once_says_that_it_has_no_cost(
    train: TrainWorkspace, workbench: Workbench
) -> None:
    project = preset("fifty_layers")
    project = edits.set_activation(project, project.layer_ids, Choice("identity"))
    wild = Choice("normal", (("std", 1e6),))
    workbench.document.load(edits.set_weights(project, project.layer_ids, wild))
    train.session.step(1)
    train.session.finish()
    assert train.session.moment is not None
    assert not train.session.moment.rows
    assert train.cost_panel.hint.isVisible()
    assert "broke" in train.cost_panel.hint.text()


def test_the_lines_of_the_layers_are_dots_after_one_step(train: TrainWorkspace) -> None:
    train.way.button("lines").click()
    train.session.step(1)
    train.session.finish()
    assert [len(line.dots) for line in train.lines._lines[:5]] == [1] * 5


def test_a_fall_by_a_tenth_is_seen_as_a_fall(plot: CostPlot) -> None:
    plot.show_costs(STEPS, NONE, np.linspace(0.92, 0.82, 6), NONE)
    low, high = plot.view.viewRange()[1]
    assert np.log10(0.92 / 0.82) >= 0.6 * (high - low)
    labels = [label for _, label in plot.left_axis.labelled(Span(low, high), 200.0)]
    assert 3 <= len(labels) <= 9
    assert "0.90" in labels


def test_the_axis_stays_while_the_costs_change_little(plot: CostPlot) -> None:
    plot.show_costs(STEPS, NONE, np.linspace(0.92, 0.82, 6), NONE)
    before = plot.view.viewRange()[1]
    plot.show_costs(STEPS, NONE, np.linspace(0.919, 0.8195, 6), NONE)
    assert plot.view.viewRange()[1] == before


def test_costs_of_many_decades_stand_beside_powers_of_ten(plot: CostPlot) -> None:
    plot.show_costs(STEPS, NONE, 10.0**-STEPS, NONE)
    low, high = plot.view.viewRange()[1]
    assert (low, high) == (-7.0, 0.0)


def test_a_step_that_moved_nothing_is_told_in_a_sentence_in_place_of_the_bars(
    qtbot: QtBot, theme: ThemeController
) -> None:
    bars = RatioBars(theme)
    qtbot.addWidget(bars)
    bars.show_ratios(np.full(10, -np.inf))
    assert bars.instead == bars.accessibleDescription() == "The last step moved no layer."
    bars.show_ratios(np.array([-np.inf, -3.0]))
    assert bars.instead == ""
    bars.show_ratios(None)
    assert bars.instead == bars.accessibleDescription() == "After the first step."


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("height", [40.0, 110.0, 300.0, 900.0])
@pytest.mark.parametrize("layers", [1, 3, 10, 50, 1000])
def test_numbers_without_a_place_never_touch(height: float, layers: int) -> None:
    line, area = 15.0, QRectF(20.0, 2.0, 200.0, height)
    ratios = np.full(layers, -np.inf)
    ratios[layers // 2] = -3.0
    ratios[-1:] = np.inf
    placed = placeless_numbers(ratios, area, line)
    boxes = [box for box, _ in placed]
    assert all(upper.bottom() <= low.top() + 0.26 * line for low, upper in pairwise(boxes))
    if layers >= 10 and height >= 110.0:
        assert "0" in {text for _, text in placed}


@pytest.mark.usefixtures("qapp")
def test_layers_of_one_number_share_it_where_there_is_no_line_for_each() -> None:
    ratios = np.array([-np.inf] * 4 + [-3.0])
    tall, low = (placeless_numbers(ratios, QRectF(0, 0, 99, high), 15.0) for high in (90, 40))
    assert [text for _, text in tall] == ["0"] * 4
    assert [text for _, text in low] == ["0"]
    assert low[0][0].center().y() == 40 - 2 * 8

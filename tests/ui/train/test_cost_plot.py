"""The plot of the cost keeps what has no place on an axis of decades, and says what it was."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gradsim.ui.theme import ThemeController
from gradsim.ui.train.cost_plot import CostPlot
from gradsim.ui.train.movement_view import RatioBars

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
    assert plot._gutters["0"].view.viewRange()[0] == pytest.approx([low, high])


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

"""The plots of the lenses paint what they are given: colours, dashes, bars, marks and gutters."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from gradsim.engine.scaling import State
from gradsim.engine.spectra.graded_product import Spectrum
from gradsim.ui.plots.drop_lines import Drop
from gradsim.ui.plots.formats_plot import FormatsPlot
from gradsim.ui.plots.plot import Plot
from gradsim.ui.plots.profile_plot import RunProfile
from gradsim.ui.plots.running_plot import TOTAL, RunningPlot, part_pen
from gradsim.ui.plots.spread_bars import spread_colors
from gradsim.ui.plots.spread_plot import SpreadPlot
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.gradients.attribution import CAUSES, Attribution, Cause
from gradsim.viewmodels.gradients.breakdown.running import Running, running_of
from gradsim.viewmodels.gradients.spectra.spread import Spread, spread_of
from tests.ui.plots.conftest import profile

SIZE = QSize(420, 240)


def running(depth: int, decades: float) -> Running:
    layers = np.arange(1.0, depth + 1.0)
    causes = tuple(
        Cause(name, np.full(depth, share * decades))
        for name, share in (("activation", 1.0), ("weights", -0.4))
    )
    return running_of(Attribution("delta", "l2", depth, layers, layers, causes))


def spread(*values: list[float]) -> Spread:
    return spread_of(range(1, len(values) + 1), [Spectrum(np.array(each)) for each in values])


def painted(plot: Plot, qtbot: QtBot) -> QImage:
    plot.resize(SIZE)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot.grab().toImage()


def pixels(image: QImage, color: QColor) -> int:
    """How many pixels have very nearly a colour."""
    near = 0
    for x in range(image.width()):
        for y in range(image.height()):
            found = image.pixelColor(x, y)
            apart = (
                abs(found.red() - color.red()),
                abs(found.green() - color.green()),
                abs(found.blue() - color.blue()),
            )
            near += max(apart) < 12
    return near


@pytest.fixture
def plots(theme: ThemeController, qtbot: QtBot) -> Iterator[tuple[Plot, ...]]:
    made = (RunningPlot(theme), SpreadPlot(theme), FormatsPlot(theme))
    for plot in made:
        qtbot.addWidget(plot)
    yield made
    for plot in made:
        plot.close()


def test_the_parts_wear_their_colours_and_the_total_ink(
    theme: ThemeController, qtbot: QtBot
) -> None:
    plot = RunningPlot(theme)
    qtbot.addWidget(plot)
    plot.show_running(running(6, -0.7))
    image = painted(plot, qtbot)
    for color in (theme.theme.activation, theme.theme.linear, theme.theme.text):
        assert pixels(image, color) > 60
    plot.show_running(None)
    assert pixels(plot.grab().toImage(), theme.theme.activation) == 0
    plot.close()


def test_no_two_parts_are_told_apart_by_colour_alone(theme: ThemeController) -> None:
    looks = set()
    for name in (*CAUSES, TOTAL):
        pen = part_pen(name, theme.theme)
        looks.add((tuple(round(each, 2) for each in pen.dashPattern()), pen.widthF()))
    # Inputs and samples share their dots, and never one colour.
    assert len(looks) >= len(CAUSES)
    assert part_pen("inputs", theme.theme).color() != part_pen("samples", theme.theme).color()


def test_the_running_sums_fit_into_the_range(plots: tuple[Plot, ...]) -> None:
    plot = plots[0]
    assert isinstance(plot, RunningPlot)
    plot.show_running(running(6, -2.0))
    (left, right), (low, high) = plot.view.viewRange()
    assert left == 0.5
    assert right > 6.5
    assert low <= -12.0
    assert high >= 4.8


@pytest.mark.parametrize("count", [1, 2, 30, 600])
def test_any_number_of_spreads_is_painted(count: int, theme: ThemeController, qtbot: QtBot) -> None:
    plot = SpreadPlot(theme)
    qtbot.addWidget(plot)
    plot.show_spread(spread(*[[0.5, 0.0, -1.5]] * count), count)
    assert pixels(painted(plot, qtbot), spread_colors(theme.theme)[0]) > 40
    assert plot.gutter_labels == ()
    plot.close()


def test_an_isometry_is_a_bar_of_a_few_pixels_and_not_of_none(
    theme: ThemeController, qtbot: QtBot
) -> None:
    plot = SpreadPlot(theme)
    qtbot.addWidget(plot)
    plot.show_spread(spread([0.0, 0.0], [0.0, 0.0]), 2)
    assert pixels(painted(plot, qtbot), theme.theme.text) > 20
    plot.close()


def test_zeros_and_unresolved_values_have_rows_of_their_own(plots: tuple[Plot, ...]) -> None:
    plot = plots[1]
    assert isinstance(plot, SpreadPlot)
    plot.show_spread(spread([0.0, -np.inf], [0.0, np.nan], [0.0, -1.0]), 3)
    assert plot.gutter_labels == ("some 0", "unresolved")
    plot.show_spread(spread([0.0, -1.0]), 1)
    assert plot.gutter_labels == ()
    plot.show_spread(None, 1)
    assert plot.reading.nearest(plot.rect().center()) is None


def test_losses_are_marked_beside_the_curves(plots: tuple[Plot, ...], qtbot: QtBot) -> None:
    plot = plots[2]
    assert isinstance(plot, FormatsPlot)
    runs = [
        RunProfile(0, profile([-8.0, -4.0, 0.0])),
        RunProfile(3, profile([State.underflow, -4.0, 0.0])),
    ]
    plot.show_runs(runs)
    before = painted(plot, qtbot)
    plot.mark_losses([Drop(1.0, "float16"), Drop(3.0, "float32", at_top=False)])
    assert plot.grab().toImage() != before
    assert plot.gutter_labels == ("underflow",)
    plot.mark_losses([])
    assert plot.grab().toImage() == before

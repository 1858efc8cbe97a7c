"""An axis has room for the ticks that it paints, its title and the frame, at every height."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from gradsim.ui.plots.axes import Axis, LayerAxis
from gradsim.ui.plots.plot import MAIN_ROW, Plot
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.gradients.decades import Span

TITLES = ("decades", "‖∂C/∂W‖")


@pytest.fixture
def plot(theme: ThemeController, qtbot: QtBot) -> Iterator[Plot]:
    """A bare plot of round numbers over layers."""
    made = Plot(theme, Axis("left"), LayerAxis())
    made.recolor()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.fitted.fit(Span(0.5, 3.5), Span(-1.65, 1.49))
    yield made
    made.close()


def title_box(plot: Plot) -> QRectF:
    """Where the letters of the left title stand, in the scene."""
    label = plot.left_axis.label
    margin = label.document().documentMargin()
    letters = label.boundingRect().adjusted(margin, margin, -margin, -margin)
    return QRectF(label.mapRectToScene(letters))


def test_no_tick_label_reaches_into_the_title_and_each_has_its_grid_line(
    plot: Plot, qtbot: QtBot
) -> None:
    plot.set_titles(TITLES[0], "layer")
    for height in range(120, 330, 2):
        plot.resize(520, height)
        qtbot.waitUntil(lambda height=height: plot.height() == height)
        plot.grab()
        axis = plot.left_axis
        assert axis.picture is not None
        boxes = [axis.mapRectToScene(box) for box, _ in axis.picture.labels]
        assert boxes
        assert all(box.left() >= title_box(plot).right() for box in boxes), height
        assert len(axis.picture.labels) == len(plot.backdrop.grid), height


@pytest.mark.parametrize("title", TITLES)
def test_the_title_stands_clear_of_the_frame(plot: Plot, title: str) -> None:
    plot.resize(520, 320)
    plot.set_titles(title, "layer")
    plot.grab()
    assert plot.grid.itemAt(MAIN_ROW, 0) is plot.left_axis
    assert title_box(plot).left() >= 3.0

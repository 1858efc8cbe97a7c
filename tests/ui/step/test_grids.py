"""The arrays on the factor card: the result, which stands last, is always to be seen."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QFont, QResizeEvent
from pytestqt.qtbot import QtBot

from gradsim.project.presets import preset
from gradsim.ui.main_window import MainWindow
from gradsim.ui.step.grids_layout import place_grids
from gradsim.ui.step.grids_view import GridsView
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.step.card.formula import Grid
from gradsim.viewmodels.step.walk.walk import Lens


def weighted_sum(units: int, samples: int) -> tuple[Grid, ...]:
    """``W a + b = z`` of one layer for all samples."""
    shapes = {"W": (units, units), "a": (units, samples), "b": (units, 1), "z": (units, samples)}
    signs = ("", "·", "+", "=")
    return tuple(
        Grid(label, np.linspace(-1.0, 1.0, rows * columns).reshape(rows, columns), 0, sign)
        for (label, (rows, columns)), sign in zip(shapes.items(), signs, strict=True)
    )


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("room", [130.0, 180.0, 230.0, 256.0, 300.0, 400.0, 900.0])
@pytest.mark.parametrize("shape", [(2, 1), (2, 64), (6, 6), (16, 64), (1000, 8), (3, 1000)])
@pytest.mark.parametrize("brief", [False, True])
def test_every_array_stands_within_the_room(
    room: float, shape: tuple[int, int], brief: bool
) -> None:
    grids = weighted_sum(*shape)
    layout = place_grids(grids, room, QFont("Inter", 10), brief=brief)
    assert [each.grid for each in layout.placed] == list(grids)
    for each in layout.placed:
        assert each.left >= 0
        assert each.left + each.width <= room
        assert each.body.left() >= each.left
        assert each.body.right() <= each.left + each.width
        assert each.body.bottom() <= layout.height


@pytest.mark.usefixtures("qapp")
def test_shades_are_smaller_before_they_stand_on_two_lines() -> None:
    def lines(room: float) -> tuple[float, int]:
        placed = place_grids(weighted_sum(16, 64), room, QFont("Inter", 10), brief=False).placed
        return placed[0].body.width(), len({each.top for each in placed})

    assert lines(500.0) == (92.0, 1)
    side, count = lines(300.0)
    assert side < 92.0
    assert count == 1
    assert lines(180.0) == (48.0, 2)


@pytest.mark.usefixtures("either_language")
@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
def test_the_weighted_sum_of_a_batch_ends_within_the_card(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    bench = window.workbench
    bench.document.load(preset("ten_relu_he_layers"))
    bench.scope.choose(None)
    bench.simulation.compute_now()
    bench.stepper.choose_lens(Lens.FORWARD)
    bench.stepper.finish()
    window.resize(*size)
    qtbot.waitUntil(lambda: window.size().height() == size[1])
    bench.stepper.jump(7)
    window.finish_drawing()
    card = window.workspaces.step.card
    width = card.scroll_area.viewport().width()
    qtbot.waitUntil(lambda: card.grids.width() <= width)
    *others, result = card.grids.placed
    assert len(others) == 3
    assert result.grid.label.startswith("z")
    assert result.left + result.width <= width


def test_a_scroll_bar_that_comes_or_goes_moves_no_array(
    theme: ThemeController, qtbot: QtBot
) -> None:
    told: list[int] = []

    class Told(GridsView):
        def resizeEvent(self, event: QResizeEvent) -> None:
            super().resizeEvent(event)
            told.append(event.size().width())

    view = Told(theme)
    qtbot.addWidget(view)
    view.resize(256, 100)
    view.show_grids(weighted_sum(16, 64))
    height = view.height()
    view.resize(268, height)
    qtbot.waitUntil(lambda: told[-1:] == [268])
    assert view.height() == height
    view.resize(400, height)
    qtbot.waitUntil(lambda: told[-1:] == [400])
    assert view.height() > height

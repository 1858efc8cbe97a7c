"""Bands, median, a lit draw and theory on the profile plot: what is painted, and in which greys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gradsim.engine.scaling import State
from gradsim.ui.plots.pin_spreads import RunSpread
from gradsim.ui.plots.profile_plot import ProfilePlot, RunProfile
from gradsim.ui.plots.spread import SpreadCurves, TheoryCurves, band_path
from gradsim.ui.theme import DARK, LIGHT, ThemeController
from gradsim.viewmodels.settings import Settings
from tests.ui.plots.conftest import profile

LAYERS = np.arange(1.0, 6.0)


def spread(middle: float = -2.0) -> SpreadCurves:
    flat = np.full(5, middle)
    return SpreadCurves(LAYERS, flat - 1.5, flat - 0.5, flat, flat + 0.5, flat + 1.5)


def draw(
    plot: ProfilePlot, curves: SpreadCurves | None, theory: TheoryCurves | None = None
) -> None:
    plot.show_spread(curves, {}, theory)
    plot.show_runs([RunProfile(0, profile([-2.0] * 5))])
    QApplication.processEvents()


def colour_at(plot: ProfilePlot, layer: float, height: float) -> str:
    spot = plot.mapFromScene(plot.view.mapViewToScene(QPointF(layer, height)))
    return plot.grab().toImage().pixelColor(spot).name()


def test_two_opaque_greys_lie_around_the_median(plot: ProfilePlot) -> None:
    draw(plot, spread())
    assert colour_at(plot, 3.5, -3.2) == LIGHT.band_extremes.name()
    assert colour_at(plot, 3.5, -2.3) == LIGHT.band_quartiles.name()
    assert colour_at(plot, 3.5, -0.2) == LIGHT.panel.name()
    draw(plot, None)
    assert colour_at(plot, 3.5, -2.3) == LIGHT.panel.name()


def test_the_greys_follow_the_theme_and_are_greys(
    plot: ProfilePlot, settings: Settings, theme: ThemeController
) -> None:
    draw(plot, spread())
    settings.set_theme("dark")
    QApplication.processEvents()
    assert theme.theme is DARK
    assert colour_at(plot, 3.5, -3.2) == DARK.band_extremes.name()
    for each in (LIGHT, DARK):
        for fill in (each.band_extremes, each.band_quartiles):
            assert fill.hslSaturationF() < 0.25
            assert fill.alpha() == 255
        contrast = abs(each.band_extremes.lightnessF() - each.band_quartiles.lightnessF())
        assert contrast > 0.04


def test_the_range_holds_the_extremes_and_theory(plot: ProfilePlot) -> None:
    draw(plot, spread(-6.0), TheoryCurves(np.full(5, 3.0), "theory"))
    low, high = plot.view.viewRange()[1]
    assert low <= -7.5
    assert high >= 3.0


def test_a_band_that_ends_in_zero_reaches_the_bottom(plot: ProfilePlot) -> None:
    flat = np.full(5, -2.0)
    draw(plot, SpreadCurves(LAYERS, np.full(5, -np.inf), flat - 0.2, flat, flat, flat))
    low = plot.view.viewRange()[1][0]
    assert colour_at(plot, 3.5, low + 0.1) == LIGHT.band_extremes.name()


def test_draws_without_a_logarithm_open_their_gutter(plot: ProfilePlot) -> None:
    plot.show_spread(spread(), {State.zero: np.array([1.0, 2.0]), State.nan: np.zeros(0)}, None)
    plot.show_runs([RunProfile(0, profile([-2.0] * 5))])
    assert plot.gutter_labels == ("zero",)
    plot.show_spread(None, {}, None)
    plot.show_runs([RunProfile(0, profile([-2.0] * 5))])
    assert plot.gutter_labels == ()


def test_the_lit_draw_and_the_theory_line_are_painted(plot: ProfilePlot) -> None:
    def image() -> QImage:
        QApplication.processEvents()
        return plot.grab().toImage()

    draw(plot, spread())
    plain = image()
    plot.show_member(np.linspace(-3.2, -1.0, 5))
    lit = image()
    assert lit != plain
    plot.show_member(None)
    assert image() == plain
    draw(plot, spread(), TheoryCurves(np.linspace(-3.2, -1.0, 5), "theory"))
    assert image() != plain


def test_nothing_beside_the_runs_wears_a_colour_of_a_factor(plot: ProfilePlot) -> None:
    interval = (np.full(5, -2.2), np.full(5, -3.0), np.full(5, -1.2))
    draw(plot, spread(), TheoryCurves(np.full(5, -1.7), "theory", interval))
    plot.show_member(np.linspace(-3.2, -1.0, 5))
    QApplication.processEvents()
    image = plot.grab().toImage()
    seen = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    colors = [QColor.fromRgb(each) for each in seen]
    assert max(each.hslSaturationF() for each in colors if 0.1 < each.lightnessF() < 0.9) < 0.35


def test_the_pointer_tells_its_height_before_the_readout_is_made(plot: ProfilePlot) -> None:
    told: list[tuple[int, float]] = []
    plot.pointed = lambda stop, height: told.append((stop, height))
    plot.reading.set_reader(lambda _stop: (f"{len(told)}",))
    draw(plot, spread())
    spot = QPointF(plot.mapFromScene(plot.view.mapViewToScene(QPointF(3.1, -2.6))))
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        spot,
        plot.viewport().mapToGlobal(spot),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(plot.viewport(), event)
    assert told[0][0] == 2
    assert told[0][1] == pytest.approx(-2.6, abs=0.05)
    assert plot.reading.readout.text() == "1"


def test_up_and_down_walk_through_the_draws_only_where_there_are_some(
    plot: ProfilePlot, qtbot: QtBot
) -> None:
    draw(plot, spread())
    plot.reading.set_reader(lambda stop: (f"layer {stop + 1}",))
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Up)
    assert plot.reading.stop is None
    steps: list[int] = []

    def step(by: int) -> bool:
        steps.append(by)
        return True

    plot.stepped = step
    qtbot.keyClick(plot, Qt.Key.Key_Up)
    qtbot.keyClick(plot, Qt.Key.Key_Down)
    assert steps == [1, -1]
    assert plot.reading.stop == 0
    assert plot.accessibleDescription() == "layer 1"
    with qtbot.waitSignal(plot.pointer_left):
        qtbot.keyClick(plot, Qt.Key.Key_Escape)


def test_a_pins_bar_ends_in_an_arrow_where_its_quartile_is_zero(plot: ProfilePlot) -> None:
    def bars(low: float) -> QImage:
        found = RunSpread(1, np.full(5, low), np.full(5, -1.2))
        plot.show_spread(None, {}, None, [found])
        plot.show_runs([RunProfile(0, profile([-2.0] * 5))])
        QApplication.processEvents()
        return plot.grab().toImage()

    whole, open_end = bars(-1.9), bars(-np.inf)
    plot.show_spread(None, {}, None)
    plot.show_runs([RunProfile(0, profile([-2.0] * 5))])
    QApplication.processEvents()
    none = plot.grab().toImage()
    assert whole != none
    assert open_end != none
    assert whole != open_end


def test_a_band_is_broken_where_a_layer_has_no_seeds() -> None:
    low = np.array([0.0, 0.0, np.nan, 0.0, np.nan])
    path = band_path(LAYERS, low, low + 1.0)
    assert len(path.toSubpathPolygons()) == 2
    alone = path.toSubpathPolygons()[1].boundingRect()
    assert (alone.left(), alone.right()) == (3.75, 4.25)

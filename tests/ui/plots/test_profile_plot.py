"""The profile plot by mouse and key: range, gutters, cursor, readout, theme, speed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gradsim.engine.scaling import State
from gradsim.ui.plots import fitting
from gradsim.ui.plots.profile_plot import ProfilePlot, RunProfile
from gradsim.ui.theme import LIGHT, ThemeController
from gradsim.viewmodels.settings import Settings
from tests.ui.plots.conftest import profile


def up(plot: ProfilePlot) -> tuple[float, float]:
    low, high = plot.view.viewRange()[1]
    return low, high


def place(plot: ProfilePlot, layer: float) -> QPoint:
    """The pixel in the middle of the plot's height at a layer."""
    low, high = up(plot)
    scene = plot.view.mapViewToScene(QPointF(layer, (low + high) / 2))
    return plot.mapFromScene(scene)


def hover(plot: ProfilePlot, layer: float) -> None:
    spot = QPointF(place(plot, layer))
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        spot,
        plot.viewport().mapToGlobal(spot),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(plot.viewport(), event)


def pixels(plot: ProfilePlot) -> QImage:
    return plot.grab().toImage()


def test_the_range_is_of_whole_decades_around_every_run(plot: ProfilePlot) -> None:
    plot.show_runs([RunProfile(0, profile([-3.2, -1.2])), RunProfile(2, profile([0.4, 0.2, -0.5]))])
    assert up(plot) == (-4.0, 1.0)
    assert plot.view.viewRange()[0] == [0.5, 3.5]


def test_other_labels_are_laid_out_before_the_plot_is_painted(plot: ProfilePlot) -> None:
    plot.show_runs([RunProfile(0, profile([-3.2, -1.2]))])
    QApplication.processEvents()
    before = plot.left_axis.width()
    plot.show_runs([RunProfile(0, profile([-1203.2, -1.2]))])
    assert plot.left_axis.width() != before
    room = plot.view.mapRectToScene(plot.view.rect())
    assert room.left() == plot.left_axis.mapRectToScene(plot.left_axis.rect()).right()
    QApplication.processEvents()
    assert plot.view.mapRectToScene(plot.view.rect()) == room


def test_a_drag_only_widens_the_range_and_its_end_fits_it(
    plot: ProfilePlot, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    plot.show_runs([RunProfile(0, profile([-3.5, -0.5]))])
    pressed = [True]
    monkeypatch.setattr(fitting, "button_down", lambda: pressed[0])
    plot.show_runs([RunProfile(0, profile([-1.5, 2.5]))])
    assert up(plot) == (-4.0, 3.0)
    pressed[0] = False
    qtbot.waitUntil(lambda: up(plot) == (-2.0, 3.0))


def test_a_zoom_by_hand_holds_until_a_double_click(plot: ProfilePlot, qtbot: QtBot) -> None:
    plot.show_runs([RunProfile(0, profile([-3.5, -2.0, -0.5]))])
    spot = QPointF(place(plot, 2))
    wheel = QWheelEvent(
        spot,
        plot.viewport().mapToGlobal(spot),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(plot.viewport(), wheel)
    held = up(plot)
    assert plot.fitted.held
    assert held[1] - held[0] < 4
    plot.show_runs([RunProfile(0, profile([-9.5, -2.0, -0.5]))])
    assert up(plot) == held
    qtbot.mouseDClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=place(plot, 2))
    assert not plot.fitted.held
    assert up(plot) == (-10.0, 0.0)


def test_states_without_a_logarithm_stand_in_labelled_gutters(plot: ProfilePlot) -> None:
    plot.show_runs([RunProfile(0, profile([State.zero, State.nan, -1.0, State.overflow]))])
    assert plot.gutter_labels == ("∞ overflow", "NaN", "zero")
    plot.show_runs([RunProfile(0, profile([State.underflow, -1.0]))])
    assert plot.gutter_labels == ("underflow",)
    plot.show_runs([RunProfile(0, profile([-2.0, -1.0]))])
    assert plot.gutter_labels == ()


def test_a_gutter_point_is_painted(plot: ProfilePlot) -> None:
    plot.show_runs([RunProfile(0, profile([State.zero, -1.0]))])
    without = profile([-1.5, -1.0])
    QApplication.processEvents()
    marked = pixels(plot)
    plot.show_runs([RunProfile(0, without)])
    QApplication.processEvents()
    assert marked != pixels(plot)


def test_hovering_reads_the_nearest_layer_and_leaving_ends_it(plot: ProfilePlot) -> None:
    plot.show_runs([RunProfile(0, profile([-3.0, -2.0, -1.0]))])
    plot.reading.set_reader(lambda stop: (f"layer {stop + 1}",))
    hover(plot, 1.8)
    assert plot.reading.stop == 1
    assert plot.reading.readout.isVisible()
    assert plot.reading.readout.text() == "layer 2"
    plot.reading.leave_pointer()
    assert not plot.reading.readout.isVisible()


def test_keys_walk_over_the_layers_and_tell_screen_readers(plot: ProfilePlot, qtbot: QtBot) -> None:
    plot.show_runs([RunProfile(0, profile([-float(n) for n in range(30)]))])
    plot.reading.set_reader(lambda stop: (f"layer {stop + 1}", "now 1"))
    plot.setFocus()
    walked = []
    for key in ("Right", "Right", "PageDown", "End", "Right", "Left", "PageUp", "Home", "Left"):
        qtbot.keyClick(plot, getattr(Qt.Key, f"Key_{key}"))
        walked.append(plot.reading.stop)
    assert walked == [0, 1, 11, 29, 29, 28, 18, 0, 0]
    assert plot.accessibleDescription() == "layer 1; now 1"
    with qtbot.waitSignal(plot.stop_chosen) as chosen:
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert chosen.args == [0]
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.reading.stop is None


def test_a_click_chooses_a_layer_and_a_drag_does_not(plot: ProfilePlot, qtbot: QtBot) -> None:
    plot.show_runs([RunProfile(0, profile([-3.0, -2.0, -1.0]))])
    chosen: list[int] = []
    plot.stop_chosen.connect(chosen.append)
    qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=place(plot, 3))
    assert chosen == [2]
    qtbot.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=place(plot, 1))
    qtbot.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=place(plot, 2.5))
    assert chosen == [2]


def test_fewer_layers_take_the_cursor_away(plot: ProfilePlot) -> None:
    plot.show_runs([RunProfile(0, profile([-3.0, -2.0, -1.0]))])
    plot.reading.set_reader(lambda stop: (str(stop),))
    hover(plot, 3)
    plot.show_runs([RunProfile(0, profile([-3.0, -2.0]))])
    assert plot.reading.stop is None
    plot.show_runs([])
    assert plot.reading.stop is None


def test_a_change_of_theme_recolours_everything(
    plot: ProfilePlot, settings: Settings, theme: ThemeController
) -> None:
    plot.show_runs([RunProfile(0, profile([State.zero, -2.0, -1.0]))])
    QApplication.processEvents()
    light = pixels(plot)
    settings.set_theme("dark")
    QApplication.processEvents()
    dark = pixels(plot)
    corner = (dark.width() - 6, 30)
    assert light.pixelColor(*corner) == LIGHT.panel
    assert dark.pixelColor(*corner) == theme.theme.panel
    colors = {dark.pixelColor(x, y).name() for x in range(0, 520, 2) for y in range(0, 320, 2)}
    assert LIGHT.ink[0].name() not in colors
    assert LIGHT.text_muted.name() not in colors


def test_runs_wear_no_colour_of_a_factor(plot: ProfilePlot) -> None:
    runs = [RunProfile(style, profile([-3.0 + style / 2, -1.0 + style])) for style in range(5)]
    plot.show_runs(runs)
    QApplication.processEvents()
    image = pixels(plot)
    colors = {image.pixel(x, y) for x in range(520) for y in range(320)}
    seen = [QColor.fromRgb(color) for color in colors]
    assert max(color.hslSaturationF() for color in seen if 0.1 < color.lightnessF() < 0.9) < 0.35


def test_an_axis_is_drawn_anew_only_when_something_about_it_changes(plot: ProfilePlot) -> None:
    plot.show_runs([RunProfile(0, profile([-3.2, -1.2]))])
    QApplication.processEvents()
    pixels(plot)
    drawn = plot.left_axis.picture
    assert drawn is not None
    assert [text for _, text in drawn.labels] == ["0.0001", "0.001", "0.01", "0.1"]
    plot.show_runs([RunProfile(0, profile([-3.1, -1.2]))])
    QApplication.processEvents()
    pixels(plot)
    assert plot.left_axis.picture is drawn
    plot.show_runs([RunProfile(0, profile([-3.4, 0.8]))])
    QApplication.processEvents()
    pixels(plot)
    assert plot.left_axis.picture is not drawn


def test_a_label_stands_beside_its_tick(plot: ProfilePlot) -> None:
    plot.show_runs([RunProfile(0, profile([-3.2, -1.2]))])
    QApplication.processEvents()
    pixels(plot)
    drawn = plot.left_axis.picture
    assert drawn is not None
    heights = {round(tick.y1(), 6) for tick in drawn.ticks}
    for rect, _ in drawn.labels:
        assert round(rect.center().y(), 6) in heights
        assert rect.right() < plot.left_axis.rect().width()


def test_an_activated_window_paints_no_plot_anew(plot: ProfilePlot, qtbot: QtBot) -> None:
    plot.show_runs([RunProfile(0, profile([-1.0, -2.0, -3.0]))])
    changed: list[object] = []
    plot.scene().changed.connect(changed.append)

    def quiet() -> bool:
        changed.clear()
        QApplication.processEvents()
        return not any(changed)

    qtbot.waitUntil(quiet)
    for kind in (QEvent.Type.WindowDeactivate, QEvent.Type.WindowActivate):
        QApplication.sendEvent(plot.scene(), QEvent(kind))
        QApplication.processEvents()
    assert not any(changed)
    plot.backdrop.update()
    QApplication.processEvents()
    assert any(changed), "what changes in the plot is still told"

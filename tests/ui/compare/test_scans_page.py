"""The page of scans, by mouse alone and by keyboard alone, in both languages."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from gradsim.engine.options import Choice
from gradsim.project import edits
from gradsim.project.scans import ScanAxis
from gradsim.ui.compare.scans.items import band_style
from gradsim.ui.compare.scans.page import ScansPage
from gradsim.ui.main_window import MainWindow
from gradsim.ui.plots.pictures import Picture
from gradsim.ui.translation import Translation
from gradsim.viewmodels import words
from tests.ui.test_accessibility import nameless
from tests.viewmodels.gradients.desk import deep

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> ScansPage:
    """The page in the window, on a sigmoid network and one pin, measured to 20 layers."""
    bench = window.workbench
    for key, value in (("scan_top", "20"), ("scan_seeds", "3")):
        bench.settings.set_text(key, value)
    bench.document.load(deep(5, 8, "sigmoid"))
    bench.simulation.compute_now()
    bench.runs.pin_project(deep(5, 8, "relu", Choice.of("he_normal")))
    bench.runs.finish()
    window.open_workspace("compare")
    compare = window.workspaces.compare
    assert compare is not None
    compare.open_page("scans")
    made = compare.page
    assert isinstance(made, ScansPage)
    made.finish_drawing()
    qtbot.waitUntil(lambda: not made.view.running)
    return made


def place_of(page: ScansPage, curve: int, depth: float) -> QPoint:
    """The pixel of a curve's point."""
    shown = page.view.curves()[curve]
    index = shown.index_of(depth)
    assert index is not None
    point = QPointF(float(shown.x[index]), float(shown.median[index]))
    return page.plot.mapFromScene(page.plot.view.mapViewToScene(point))


def test_the_mouse_opens_the_point_it_clicks(page: ScansPage, qtbot: QtBot) -> None:
    document = page.workbench.document
    qtbot.mouseClick(page.plot.viewport(), LEFT, pos=place_of(page, 1, 20))
    assert len(document.project.layers) == 20
    assert document.project.layers[0].activation.name == "relu"
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert len(document.project.layers) == 5


def test_keys_read_places_and_curves_and_enter_opens(page: ScansPage, qtbot: QtBot) -> None:
    plot, document = page.plot, page.workbench.document
    page.take_focus()
    qtbot.keyClick(plot, Qt.Key.Key_End)
    lines = plot.reading.readout.text().splitlines()
    assert lines[0] == "20 layers: first to last RMS δ"
    assert lines[1].startswith("▸ now")
    qtbot.keyClick(plot, Qt.Key.Key_Down)
    assert plot.reading.readout.text().splitlines()[2].startswith("▸ A")
    assert "▸ A" in plot.accessibleDescription()
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    depth = int(page.view.places()[-2])
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert len(document.project.layers) == depth
    assert document.project.layers[0].activation.name == "relu"
    assert document.undo_stack.count() == 1


def test_no_mark_runs_through_the_words_of_another(page: ScansPage) -> None:
    plot = page.plot
    (left, right), (_, top) = plot.view.viewRange()
    marks = left + 0.3 * (right - left), left + 0.34 * (right - left)
    plot.marks.show_marks([(marks[0], "words that reach beyond the next mark"), (marks[1], "")])
    corner = plot.view.mapViewToScene(QPointF(marks[1], top))
    column = plot.mapFromScene(corner)
    shown = plot.viewport().grab().toImage()
    metrics = QFontMetrics(plot.font())
    ratio = shown.devicePixelRatio()
    line = page.workbench.theme.theme.text_disabled
    high = range(3, metrics.height() - 2)
    colors = {
        shown.pixelColor(round(x * ratio), round((column.y() + y) * ratio)).name()
        for x in (column.x() - 1, column.x(), column.x() + 1)
        for y in high
    }
    assert line.name() not in colors


def test_slopes_stand_beside_the_plot_and_on_it(page: ScansPage) -> None:
    now, pinned = page.slopes.rows[:2]
    assert "decades per layer" in now.measured.text()
    assert now.theory.text().startswith("With this cost")
    assert pinned.isVisible()
    assert not page.slopes.rows[2].isVisible()
    texts = [label.text for label in page.plot.labels._labels]
    assert len(texts) == 2
    assert all(text.endswith(" per layer") for text in texts)


def test_where_theory_holds_its_slope_stands_on_the_plot_too(page: ScansPage) -> None:
    page.workbench.document.load(deep(5, 64, "tanh", Choice.of("lecun_normal", gain=0.5)))
    page.view.choice.choose_probe(True)
    page.finish_drawing()
    texts = [label.text for label in page.plot.labels._labels]
    assert texts[0].endswith(" per layer, theory −0.301")


def test_the_gain_is_scanned_by_a_click_and_its_critical_value_marked(
    page: ScansPage, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.controls.axis.button("gain"), LEFT)
    assert page.view.choice.axis is ScanAxis.gain
    assert page.controls.range_box.isVisible()
    assert not page.controls.top_box.isVisible()
    page.finish_drawing()
    (relu,) = [text for at, text in page.plot.marks.marks if abs(at) < 1e-6]
    assert relu == "A: critical 1"
    np.testing.assert_allclose(page.view.stops()[0], np.log10(0.25))


def test_keys_choose_the_range_and_the_seeds(page: ScansPage, qtbot: QtBot) -> None:
    box = page.controls.top_box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert page.view.choice.top == 50
    seeds = page.controls.seeds
    seeds.setFocus()
    qtbot.keyClick(seeds, Qt.Key.Key_Up)
    assert page.view.choice.seeds == 4
    page.controls.probe_box.setFocus()
    qtbot.keyClick(page.controls.probe_box, Qt.Key.Key_Space)
    assert page.view.configurations()[0].base.network.cost == "probe"


def test_a_scan_stopped_early_does_not_blame_the_points_for_a_missing_slope(
    page: ScansPage, qtbot: QtBot
) -> None:
    page.view.choice.choose_top(1000)
    page.view.cancel()
    assert page.view.stopped
    assert page.slopes.rows[0].measured.text() == "No slope yet: it needs three points."
    page.view.choice.choose_top(20)
    qtbot.waitUntil(lambda: not page.view.running)


def test_a_long_scan_is_cancelled_and_goes_on_by_one_button(page: ScansPage, qtbot: QtBot) -> None:
    page.view.choice.choose_top(500)
    qtbot.waitUntil(lambda: page.progress.bar.isVisible())
    assert page.progress.button.text() == "Cancel"
    qtbot.mouseClick(page.progress.button, LEFT)
    assert page.progress.button.text() == "Go on"
    assert not page.view.running
    page.view.choice.choose_top(20)
    page.finish_drawing()
    assert not page.progress.isVisible()


def test_zeros_stand_in_a_gutter_with_its_name(page: ScansPage) -> None:
    page.workbench.document.load(deep(5, 8, "tanh", Choice.of("zeros")))
    page.finish_drawing()
    assert page.plot.gutter_labels == ("zero",)


def test_a_picture_names_the_cost_that_was_measured(page: ScansPage) -> None:
    assert "cost Half squared error ½Σ(a−y)²" in page.plot.configuration()
    page.view.choice.choose_probe(True)
    page.finish_drawing()
    assert "cost Probe r·a" in page.plot.configuration()
    assert not any("squared" in line for line in Picture(page.plot).words)


def test_a_picture_says_what_lines_and_greys_are_and_what_each_run_is(page: ScansPage) -> None:
    said = {text: style for style, text in page.plot.caption()}
    assert said["grey: from quartile to quartile of 3 seeds, line: median"] is band_style
    (pinned,) = [each for each in page.plot.configuration() if each.startswith("A: ")]
    assert pinned == "A: ReLU, He normal (Kaiming), gain 1"
    page.view.choice.choose_seeds(1)
    page.finish_drawing()
    assert not any(text.startswith("grey") for _, text in page.plot.caption())


def test_a_picture_says_that_grey_down_to_the_edge_ends_at_exactly_zero(page: ScansPage) -> None:
    told = "grey down to the edge: the lower quartile is exactly 0"
    assert (None, told) not in page.plot.caption()
    page.workbench.scope.choose(1)
    relu = deep(5, 3, "relu", Choice.of("he_normal"))
    output = edits.set_activation(relu, relu.layer_ids[-1], Choice.of("sigmoid"))
    page.workbench.document.load(output)
    page.view.choice.choose_seeds(20)
    page.finish_drawing()
    assert any(curve.begins_at_zero for curve in page.view.curves())
    assert (None, told) in page.plot.caption()


def test_a_picture_says_what_the_dots_of_theory_are_only_where_there_are_some(
    page: ScansPage,
) -> None:
    told = "dotted: the slope that theory expects"
    assert told not in [text for _, text in page.plot.caption()]
    page.workbench.document.load(deep(5, 64, "tanh", Choice.of("lecun_normal", gain=0.5)))
    page.view.choice.choose_probe(True)
    page.finish_drawing()
    assert told in [text for _, text in page.plot.caption()]


def test_a_picture_says_why_a_run_has_no_curve(page: ScansPage) -> None:
    page.workbench.document.load(deep(5, 8, "tanh", Choice.of("normal", std=1e200)))
    page.finish_drawing()
    problem = page.view.curves()[0].problem
    assert problem is not None
    assert (None, f"now: {words.problem_text(problem)}") in page.plot.caption()
    assert not Picture(page.plot).image(1.0).isNull()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_control_is_named_in_both_languages(
    page: ScansPage, window: MainWindow, language: str, qtbot: QtBot
) -> None:
    translation = Translation(window.workbench.settings)
    try:
        window.workbench.settings.set_language(language)
        title = {"en": "First to last layer", "ko": "첫 층 대 마지막 층"}[language]
        qtbot.waitUntil(lambda: page.panel.title_label.text() == title)
        assert nameless(page) == []
    finally:
        window.workbench.settings.set_language("en")
        translation.remove()

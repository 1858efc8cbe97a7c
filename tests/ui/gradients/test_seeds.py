"""Seeds, bands and theory in the Gradients workspace, by mouse and by key, in both languages."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from gradsim.engine.options import Choice
from gradsim.project import edits
from gradsim.project.presets import preset
from gradsim.ui.gradients.workspace import GradientsWorkspace
from gradsim.ui.help.dialog import HelpDialog
from gradsim.ui.translation import Translation
from gradsim.ui.workbench import Workbench
from tests.ui.gradients.conftest import open_project
from tests.viewmodels.gradients.desk import deep

LEFT = Qt.MouseButton.LeftButton


def settle(workspace: GradientsWorkspace, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: not workspace.ensemble.busy and not workspace.theory._jobs.busy, timeout=60_000
    )


def pick(box: QComboBox, data: object) -> None:
    """Choose an entry as the popup does."""
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.findData(data))


def hover(workspace: GradientsWorkspace, layer: float, height: float) -> None:
    plot = workspace.profile_panel.profile.plot
    spot = QPointF(plot.mapFromScene(plot.view.mapViewToScene(QPointF(layer, height))))
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        spot,
        plot.viewport().mapToGlobal(spot),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(plot.viewport(), event)


def test_a_newcomer_sees_eight_seeds_with_their_legend(
    workspace: GradientsWorkspace, qtbot: QtBot
) -> None:
    settle(workspace, qtbot)
    bar = workspace.profile_panel.seeds
    assert bar.count_box.currentText() == "8"
    assert bar.median.words.text() == "median of 8"
    assert bar.quartiles.isVisible()
    assert bar.extremes.isVisible()
    assert not bar.line.isVisible()
    assert workspace.profile_panel.progress.status.text() == ""


def test_typed_weights_have_a_sentence_instead_of_bands_and_their_legend(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    settle(workspace, qtbot)
    bar, plot = workspace.profile_panel.seeds, workspace.profile_panel.profile.plot
    assert not bar.flat.isVisible()
    open_project(bench, preset("single_neuron"))
    settle(workspace, qtbot)
    assert bar.flat.isVisible()
    assert "every seed gives the same numbers" in bar.flat.text()
    for entry in (bar.median, bar.quartiles, bar.extremes):
        assert not entry.isVisible()
    assert not any(words.startswith("grey") for _, words in plot.caption())
    pick(bar.count_box, 1)
    assert not bar.flat.isVisible(), "none are asked for"


def test_the_number_of_seeds_is_chosen_by_key_and_remembered(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    box = workspace.profile_panel.seeds.count_box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    settle(workspace, qtbot)
    assert workspace.profile_panel.seeds.median.words.text() == "median of 20"
    assert bench.settings.text("profile_seeds") == "20"
    pick(box, 1)
    assert workspace.spread.band() is None
    assert not workspace.profile_panel.seeds.median.isVisible()


def test_the_pointer_lights_a_seed_and_leaving_ends_it(
    workspace: GradientsWorkspace, qtbot: QtBot
) -> None:
    settle(workspace, qtbot)
    band = workspace.spread.band()
    assert band is not None
    hover(workspace, 4.0, float(band.members[6, 3]))
    readout = workspace.profile_panel.profile.plot.reading.readout
    lit = workspace.spread.member
    assert lit is not None
    assert abs(band.members[lit, 3] - band.members[6, 3]) < 0.05
    assert readout.text().splitlines()[-1].startswith(f"seed {band.seeds[lit]}  ")
    plot = workspace.profile_panel.profile.plot
    plot.reading.leave_pointer()
    plot.pointer_left.emit()
    assert workspace.spread.member is None


def test_keys_walk_layers_across_and_seeds_up_and_down(
    workspace: GradientsWorkspace, qtbot: QtBot
) -> None:
    settle(workspace, qtbot)
    plot = workspace.profile_panel.profile.plot
    plot.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(plot, key)
    band = workspace.spread.band()
    assert band is not None
    assert plot.reading.stop == 1
    assert workspace.spread.member == 1
    assert f"seed {band.seeds[1]}  " in plot.accessibleDescription()
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert workspace.spread.member is None


def test_a_stop_button_keeps_the_seeds_that_are_there(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    open_project(bench, deep(40, 64, "tanh", samples=64))
    bar, progress = workspace.profile_panel.seeds, workspace.profile_panel.progress
    settle(workspace, qtbot)
    pick(bar.count_box, 200)
    qtbot.waitUntil(progress.stop_button.isVisible, timeout=60_000)
    assert progress.status.text().endswith("of 200 seeds")
    qtbot.mouseClick(progress.stop_button, LEFT)
    assert not workspace.ensemble.busy
    assert progress.status.text().endswith("of 200 seeds")
    assert progress.stop_button.text() == "go on"
    open_project(bench, deep(4, 8, "tanh", samples=4))
    assert not workspace.ensemble.stopped, "another project begins anew"
    settle(workspace, qtbot)
    assert bar.median.words.text() == "median of 200"
    assert not progress.stop_button.isVisible()


def test_a_stopped_ensemble_goes_on_by_key(workspace: GradientsWorkspace, qtbot: QtBot) -> None:
    bar, progress = workspace.profile_panel.seeds, workspace.profile_panel.progress
    settle(workspace, qtbot)
    pick(bar.count_box, 200)
    workspace.ensemble.stop()
    assert progress.stop_button.isVisible()
    progress.stop_button.setFocus()
    qtbot.keyClick(progress.stop_button, Qt.Key.Key_Space)
    settle(workspace, qtbot)
    assert bar.median.words.text() == "median of 200"
    assert progress.status.text() == ""


def test_the_cost_in_the_way_of_theory_is_changed_with_one_click(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    open_project(bench, deep(6, 32, "tanh", Choice.of("lecun_normal"), samples=8))
    panel = workspace.profile_panel
    settle(workspace, qtbot)
    assert "choose one of them" in panel.theory.sentence.text(), "theory speaks of δ alone"
    assert not panel.theory.probe_button.isVisible()
    pick(panel.quantity_box, "delta")
    assert "depends on the weights" in panel.theory.sentence.text()
    assert not panel.seeds.line.isVisible()
    qtbot.mouseClick(panel.theory.probe_button, LEFT)
    qtbot.waitUntil(lambda: workspace.spread.line() is not None, timeout=60_000)
    assert bench.document.undo_stack.count() == 1
    assert panel.seeds.line.words.text() == "theory with 1/n: RMS"
    assert panel.theory.sentence.text().startswith("χ = ")
    assert not panel.theory.probe_button.isVisible()
    bench.document.undo_stack.undo()
    assert bench.document.project.network.cost == "half_squared_error"


def test_the_plot_keeps_its_height_while_theory_is_computed_anew(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    open_project(bench, deep(6, 32, "tanh", Choice.of("lecun_normal"), samples=8))
    settle(workspace, qtbot)
    note, plot = workspace.profile_panel.theory, workspace.profile_panel.profile.plot
    qtbot.waitUntil(note.isVisible)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    height = plot.height()
    open_project(bench, edits.set_gain(bench.document.project, (1,), 1.25))
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert workspace.theory.awaited
    assert note.sentence.text() == "", "nothing is said that is no longer true"
    assert plot.height() == height
    settle(workspace, qtbot)
    assert note.sentence.text()
    assert plot.height() == height


def test_theory_is_switched_off_by_key(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    open_project(bench, edits.set_cost(deep(6, 32, "relu", Choice.of("he_normal")), "probe"))
    bench.scope.choose(1)
    panel = workspace.profile_panel
    pick(panel.quantity_box, "delta")
    qtbot.waitUntil(lambda: workspace.spread.interval() is not None, timeout=60_000)
    assert panel.seeds.interval.isVisible()
    panel.seeds.theory_box.setFocus()
    qtbot.keyClick(panel.seeds.theory_box, Qt.Key.Key_Space)
    assert not panel.seeds.line.isVisible()
    assert not panel.seeds.interval.isVisible()
    assert not panel.theory.isVisible()


def test_the_signal_is_a_view_of_its_own(workspace: GradientsWorkspace, qtbot: QtBot) -> None:
    panel = workspace.profile_panel
    qtbot.mouseClick(panel.views.button("signal"), LEFT)
    assert panel.profile.plot.left_axis._title == "E a²"
    assert not panel.quantity_box.isEnabled()
    qtbot.mouseClick(panel.views.button("plot"), LEFT)
    assert panel.profile.plot.left_axis._title == workspace.view.symbol()
    assert panel.quantity_box.isEnabled()


def test_pins_have_bars_and_words_of_their_own(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    settle(workspace, qtbot)
    bar = workspace.profile_panel.seeds
    assert not bar.pins.isVisible()
    bench.runs.pin_now()
    qtbot.waitUntil(lambda: bool(workspace.spread.pinned_bands()), timeout=60_000)
    assert bar.pins.isVisible()
    plot = workspace.profile_panel.profile.plot
    assert len(plot._bar_spreads) == 1
    plain = plot.grab().toImage()
    bench.runs.remove("A")
    assert not bar.pins.isVisible()
    assert plot._bar_spreads == ()
    assert plot.grab().toImage() != plain


def test_the_arrow_of_a_pin_whose_half_begins_at_zero_is_in_the_legend(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    settle(workspace, qtbot)
    bar, plot = workspace.profile_panel.seeds, workspace.profile_panel.profile.plot
    bench.runs.pin_now()
    qtbot.waitUntil(lambda: bool(workspace.spread.pinned_bands()), timeout=60_000)
    assert not bar.arrows.isVisible()
    bench.runs.remove("A")
    bench.runs.pin_project(deep(4, 3, "relu", Choice.of("he_normal"), samples=1))
    qtbot.waitUntil(lambda: bool(workspace.spread.pinned_bands()), timeout=60_000)
    ((_, _, band),) = workspace.spread.pinned_bands()
    assert np.isneginf(band.spread.lower_quartile).any()
    assert np.isfinite(band.spread.upper_quartile).any()
    assert bar.arrows.isVisible()
    assert bar.arrows.words.text() == "half of a pin's, from 0"
    assert (None, "arrows down: that half begins at exactly 0") in plot.caption()


def test_the_table_shows_the_five_numbers(workspace: GradientsWorkspace, qtbot: QtBot) -> None:
    settle(workspace, qtbot)
    panel = workspace.profile_panel
    qtbot.mouseClick(panel.views.button("table"), LEFT)
    headings = panel.statistics._model.table.headings
    assert "median of 8, log₁₀" in headings
    assert not any("seed 7" in heading for heading in headings)
    header = panel.statistics.horizontalHeader()
    for column in range(len(headings)):
        assert header.sectionSize(column) >= header.sectionSizeHint(column)


def test_a_picture_says_what_its_greys_are(workspace: GradientsWorkspace, qtbot: QtBot) -> None:
    settle(workspace, qtbot)
    caption = [text for _, text in workspace.profile_panel.profile.plot.caption()]
    assert "grey: median, quartiles and extremes of 8 seeds from 7" in caption


def test_every_word_is_there_in_korean(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    settle(workspace, qtbot)
    translation = Translation(bench.settings)
    bench.settings.set_language("ko")
    try:
        QApplication.processEvents()
        bar = workspace.profile_panel.seeds
        shown = [each.text() for each in bar.findChildren(QLabel) if each.isVisible()]
        assert shown
        assert all(any("가" <= letter <= "힣" for letter in text) for text in shown), shown
        hover(workspace, 4.0, -3.0)
        assert "중앙값" in workspace.profile_panel.profile.plot.reading.readout.text()
    finally:
        bench.settings.set_language("en")
        translation.remove()


def test_the_question_mark_explains_seeds_and_theory(
    workspace: GradientsWorkspace, qtbot: QtBot
) -> None:
    qtbot.mouseClick(workspace.profile_panel.seeds.help_button, LEFT)
    dialog = workspace.findChild(HelpDialog)
    assert dialog is not None
    assert "the middle half in the darker grey" in dialog._page.toPlainText()
    dialog.close()


def test_a_part_that_was_never_laid_out_goes_with_its_workspace(
    bench: Workbench, qtbot: QtBot
) -> None:
    made = GradientsWorkspace(bench, at_once=False)
    made.build_next()
    made.build_next()
    bar = made.profile_panel.seeds
    assert made.isAncestorOf(bar)
    qtbot.addWidget(made)


def test_hidden_it_rests(workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot) -> None:
    settle(workspace, qtbot)
    workspace.hide()
    open_project(bench, deep(3, 4, "relu"))
    assert not workspace.ensemble.busy
    workspace.show()
    settle(workspace, qtbot)
    band = workspace.spread.band()
    assert band is not None
    assert band.depth == 3

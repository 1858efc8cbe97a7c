"""The Gradients workspace by mouse and key, from the choice of a gradient to the healed network."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gradsim.engine.options import Choice
from gradsim.project import edits
from gradsim.ui.gradients.workspace import GradientsWorkspace
from gradsim.ui.help.dialog import HelpDialog
from gradsim.ui.plots.attribution_plot import AttributionPlot
from gradsim.ui.plots.plot_menu import write_file
from gradsim.ui.plots.profile_plot import ProfilePlot
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.gradients.decades import Span
from gradsim.viewmodels.messages import Message
from tests.ui.dressing import undressed
from tests.ui.gradients.conftest import open_project
from tests.viewmodels.gradients.desk import deep

CHANGE = Message("Undo", "Change")


def click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def choose(qtbot: QtBot, box: QComboBox, steps: int) -> None:
    """Go `steps` down in a box, by keys."""
    box.setFocus()
    for _ in range(steps):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def test_the_verdicts_buttons_heal_the_network_step_by_step(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    box = workspace.verdict
    assert box.accessibleName() == "Vanishing"
    assert box.property("box") == "danger"
    assert [button.text() for button in box.buttons if button.isVisible()] == [
        "Use ReLU",
        "Use He normal",
    ]
    for text in ("Use He normal", "Use ReLU"):
        button = next(each for each in box.buttons if each.isVisible() and each.text() == text)
        click(qtbot, button)
        qtbot.waitUntil(lambda: bench.simulation.current)
    assert bench.document.undo_stack.count() == 2
    assert {layer.activation.name for layer in bench.document.project.layers[:-1]} == {"relu"}
    assert box.accessibleName() != "Vanishing"


def test_the_quantity_is_chosen_by_key_and_renames_everything(
    workspace: GradientsWorkspace, qtbot: QtBot
) -> None:
    panel = workspace.profile_panel
    choose(qtbot, panel.quantity_box, 2)
    assert workspace.view.symbol() == "‖δ‖"
    assert "‖δ⁽¹⁾‖" in workspace.attribution_panel.note_label.text()
    choose(qtbot, panel.statistic_box, 1)
    assert workspace.view.symbol() == "RMS δ"


def test_unequal_layers_are_offered_rms(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    panel = workspace.profile_panel
    assert not panel.rms_button.isVisible()
    panel.statistic_box.activated.emit(panel.statistic_box.findData("l2"))
    open_project(bench, deep(5, 4, outputs=1))
    assert panel.rms_button.isVisible()
    assert "RMS" in panel.remark.text()
    click(qtbot, panel.rms_button)
    assert bench.runs.choice.statistic == "rms"
    assert panel.statistic_box.currentData() == "rms"
    assert not panel.rms_button.isVisible()


def test_pinning_overlays_and_says_what_differs(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    click(qtbot, workspace.pin_button)
    assert workspace.runs.row("A").name_label.text() == "the same as now"
    project = bench.document.project
    changed = edits.set_activation(project, project.layer_ids, Choice.of("relu"))
    bench.document.edit(CHANGE, changed)
    assert workspace.runs.row("A").name_label.text() == "Sigmoid · output Sigmoid"
    assert workspace.runs.row("").name_label.text() == "ReLU · output ReLU (now)"


def test_a_fifth_pin_asks_in_a_menu_which_to_replace(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    for _ in range(4):
        click(qtbot, workspace.pin_button)
    assert bench.runs.full
    menu = workspace.pin_button.menu()
    assert menu is not None
    bench.document.edit(CHANGE, edits.set_seed(bench.document.project, 99))
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions()]
    assert texts[0] == "Four runs are pinned. Replace which?"
    assert texts[2] == "B  seed 7"
    menu.actions()[2].trigger()
    assert bench.runs.pin("B").project is bench.document.project


def test_a_run_is_renamed_removed_and_swapped_from_its_menu(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    click(qtbot, workspace.pin_button)
    start = bench.document.project
    bench.document.edit(CHANGE, edits.set_seed(start, 99))
    row = workspace.runs.row("A")
    swap, rename, _, remove = row.menu_button.menu().actions()
    rename.trigger()
    qtbot.keyClicks(row.name_edit, "before")
    qtbot.keyClick(row.name_edit, Qt.Key.Key_Return)
    assert row.name_label.text() == "before"
    rename.trigger()
    qtbot.keyClicks(row.name_edit, "never")
    qtbot.keyClick(row.name_edit, Qt.Key.Key_Escape)
    assert row.name_label.text() == "before"
    swap.trigger()
    assert bench.document.project is start
    assert bench.document.undo_stack.count() == 2
    remove.trigger()
    assert bench.runs.pins == ()


def test_a_click_in_the_profile_selects_the_layer_everywhere(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    workspace.profile_panel.profile.plot.stop_chosen.emit(4)
    assert bench.selection.layer_ids == (bench.document.project.layers[4].id,)
    assert workspace.histograms.layer_label.text() == "layer 5 of 8"
    click(qtbot, workspace.histograms.next_button)
    assert workspace.histograms.layer_label.text() == "layer 6 of 8"
    assert bench.selection.layer_ids == (bench.document.project.layers[5].id,)


def test_keys_read_the_attribution_and_enter_selects(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    plot = workspace.attribution.plot
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    lines = plot.reading.readout.text().splitlines()
    assert lines[0] == "layer 1, in decades"
    assert len(lines) == 6
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert bench.selection.layer_ids == (bench.document.project.layers[1].id,)


def test_the_sum_of_the_attribution_is_written_out(workspace: GradientsWorkspace) -> None:
    shown = workspace.attribution.attribution
    assert shown is not None
    text = workspace.attribution.legend.text()
    assert f"together {shown.total:+.2f}".replace("-", "−") in text


def test_histograms_count_zeros_in_a_slot_of_their_own(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    open_project(bench, deep(4, 8, "relu", Choice.of("he_normal"), samples=32))
    plot = workspace.histograms.plots["delta"]
    assert plot.shown is not None
    assert plot.shown.log
    assert plot.shown.zeros > 0
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    assert plot.reading.readout.text().splitlines()[0] == "exactly 0"
    click(qtbot, workspace.histograms.log_box)
    assert plot.shown is not None
    assert not plot.shown.log


def test_a_lost_delta_is_called_lost_and_its_axis_names_the_slot_alone(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    open_project(bench, deep(3, 4, "sigmoid", Choice.of("normal", std=1e5)))
    plot = workspace.histograms.plots["delta"]
    assert plot.shown is not None
    assert plot.shown.vanished == plot.shown.total
    titles = [label.text() for label in workspace.histograms.findChildren(QLabel)]
    assert any("24 of 24 lost to underflow" in title for title in titles)
    assert not any("exactly 0" in title for title in titles)
    ticks = plot._value_axis.labelled(Span(-3.0, 3.0), 400.0)
    assert [label for _, label in ticks] == ["≈ 0"]
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    assert plot.reading.readout.text().splitlines()[0] == "lost to underflow"


def test_the_table_shows_every_layer_and_copies_every_digit(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    click(qtbot, workspace.profile_panel.views.button("table"))
    table = workspace.profile_panel.statistics
    assert table.isVisible()
    assert table.model().rowCount() == 8
    table.setFocus()
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 9
    column = lines[0].split("\t").index("‖∂C/∂W‖")
    result = bench.simulation.result
    assert result is not None
    exact = float(result.measurement.layers[0].weight_gradient.value("l2"))
    assert float(lines[1].split("\t")[column]) == exact


def test_the_tables_menu_copies_and_saves(
    workspace: GradientsWorkspace, qtbot: QtBot, tmp_path: Path
) -> None:
    click(qtbot, workspace.profile_panel.views.button("table"))
    table = workspace.profile_panel.statistics
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(9, 9), QPoint(9, 9))
    QApplication.sendEvent(table.viewport(), event)
    menu = table.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == [
        "Copy numbers",
        "Save numbers as CSV…",
    ]
    menu.close()
    assert write_file(table, b"1,2", str(tmp_path / "table.csv"))
    assert (tmp_path / "table.csv").read_bytes() == b"1,2"


def test_limits_of_number_formats_can_be_left_out(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    open_project(bench, deep(30, 4, "sigmoid"))
    panel = workspace.profile_panel
    assert "float16: " in panel.remark.text()
    click(qtbot, panel.limits_box)
    assert "float16" not in panel.remark.text()


def test_the_rules_of_the_verdict_open_in_the_help(
    workspace: GradientsWorkspace, qtbot: QtBot
) -> None:
    click(qtbot, workspace.verdict.rules_button)
    dialog = workspace.findChild(HelpDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()


def test_a_project_without_numbers_says_why_and_recovers(
    workspace: GradientsWorkspace, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = bench.document.project
    broken = edits.set_samples(good, [[0.0] * 16], [[0.0] * 16])
    monkeypatch.setattr(
        "gradsim.viewmodels.simulation.simulate",
        _refuse,
    )
    bench.document.edit(CHANGE, broken)
    bench.simulation.compute_now()
    assert workspace.verdict.accessibleName() == "No numbers"
    assert workspace.verdict.accessibleDescription() == "The data cannot be read."
    monkeypatch.undo()
    bench.document.undo_stack.undo()
    bench.simulation.compute_now()
    assert workspace.verdict.accessibleName() == "Vanishing"


def _refuse(*_arguments: object, **_named: object) -> None:
    from gradsim.engine.problems import Problem

    raise Problem("The data cannot be read.")


def test_nothing_computed_yet_is_said_and_not_blank(
    qtbot: QtBot, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench.simulation, "_result", None)
    with undressed():
        made = GradientsWorkspace(bench)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    assert made.profile_panel.profile.message.text() == "Computing…"
    assert made.verdict.accessibleName() == "Computing…"
    made.close()


def test_every_control_has_a_name_and_can_be_reached(workspace: GradientsWorkspace) -> None:
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QGraphicsView

    kinds = (QAbstractButton, QComboBox, QAbstractItemView, QGraphicsView)
    for kind in kinds:
        for control in workspace.findChildren(kind):
            if control.isVisibleTo(workspace) and not control.objectName().startswith("qt_"):
                name = control.accessibleName() or getattr(control, "text", str)()
                assert name, control


def test_another_language_rewords_without_choosing(workspace: GradientsWorkspace) -> None:
    QApplication.sendEvent(workspace, QEvent(QEvent.Type.LanguageChange))
    for box in workspace.findChildren(QComboBox):
        QApplication.sendEvent(box, QEvent(QEvent.Type.LanguageChange))
    assert workspace.view.choice.quantity == "weight_gradient"
    assert workspace.view.choice.statistic == "l2"


def test_the_window_fits_1280_by_720(workspace: GradientsWorkspace) -> None:
    assert workspace.minimumSizeHint().width() <= 930
    assert workspace.minimumSizeHint().height() <= 620


def test_every_selected_layer_is_marked_in_the_profile_and_in_the_attribution(
    workspace: GradientsWorkspace, bench: Workbench
) -> None:
    (profile,) = workspace.findChildren(ProfilePlot)
    (attribution,) = workspace.findChildren(AttributionPlot)
    ids = bench.document.project.layer_ids
    for chosen, bands in (
        ([2], ((2.5, 3.5),)),
        ([1, 2, 5], ((1.5, 3.5), (5.5, 6.5))),
        (range(7), ((0.5, 7.5),)),
        ([], ()),
    ):
        bench.selection.select([ids[each] for each in chosen])
        assert profile.backdrop.bands == attribution.backdrop.bands == bands

"""Nudge and Update on networks with remedies, by mouse alone and by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gradsim.engine.nudge.lever import Lever
from gradsim.engine.update import Moved
from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.ui.main_window import MainWindow
from gradsim.ui.step.study.nudge.page import NudgePage
from gradsim.ui.step.study.update.page import UpdatePage
from gradsim.viewmodels.step.nudge.nudge import Nudge
from tests.ui.step.study.test_nudge_page import drag, place_of
from tests.viewmodels.step.remedied_projects import BATCH, LAYER, every_remedy

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton

PROJECTS = {
    "sample": every_remedy(LAYER),
    "evaluation": every_remedy(BATCH, mode="evaluate"),
    "batch": every_remedy(BATCH),
}


def opened(window: MainWindow, project: Project, page: str) -> None:
    """The page on the project, its numbers known."""
    bench = window.workbench
    bench.document.load(project)
    bench.simulation.compute_now()
    bench.stepper.finish()
    window.workspaces.step.study.open_page(page)
    QApplication.processEvents()
    window.workspaces.step.study.page.finish_drawing()


def nudge_page(window: MainWindow, project: Project) -> tuple[NudgePage, Nudge]:
    opened(window, project, "nudge")
    page = window.workspaces.step.study.page
    assert isinstance(page, NudgePage)
    assert page.isVisible()
    return page, window.workbench.nudge


def update_page(window: MainWindow, project: Project) -> UpdatePage:
    opened(window, project, "update")
    page = window.workspaces.step.study.page
    assert isinstance(page, UpdatePage)
    assert page.isVisible()
    return page


@pytest.mark.parametrize("name", PROJECTS)
def test_by_mouse_alone_a_weight_is_dragged_kept_and_undone(
    window: MainWindow, qtbot: QtBot, name: str
) -> None:
    page, nudge = nudge_page(window, PROJECTS[name])
    document = window.workbench.document
    project, lever = document.project, Lever("w", 5, 1, 2)
    drag(window.workspaces.step.diagram.canvas, place_of(window, lever), 36)
    page.finish_drawing()
    assert nudge.lever == lever
    assert nudge.live
    assert window.workspaces.step.diagram.model.preview is not None
    assert [row.symbol for row in page.table.rows] == ["ΔC", "Δz₁⁽⁵⁾", "Δa₁⁽⁵⁾"]
    value = nudge.value
    qtbot.mouseClick(page.keep_button, LEFT)
    assert document.undo_stack.count() == 1
    qtbot.waitUntil(lambda: window.workbench.simulation.current and not nudge.live)
    assert nudge.start == value
    document.undo_stack.undo()
    assert document.project is project


@pytest.mark.usefixtures("either_language")
def test_by_keyboard_alone_a_scale_is_chosen_typed_and_put_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    page, nudge = nudge_page(window, PROJECTS["batch"])
    box = page.chooser.kind_box
    assert [box.itemData(row) for row in range(box.count())] == ["w", "b", "γ", "β", "x", "y"]
    box.setFocus()
    qtbot.keyClick(box, KEY.Key_Down)
    qtbot.keyClick(box, KEY.Key_Down)
    assert nudge.lever is not None
    assert nudge.lever.kind == "γ"
    page.chooser.layer_box.setFocus()
    for _ in range(4):
        qtbot.keyClick(page.chooser.layer_box, KEY.Key_Down)
    assert nudge.lever.layer == 1
    for _ in range(6):
        qtbot.keyClick(page.chooser.layer_box, KEY.Key_Up)
    assert nudge.lever.layer == 3
    assert page.chooser.layer_box.value() == 3
    field = page.value_field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "1.25")
    qtbot.keyClick(field, KEY.Key_Return)
    page.finish_drawing()
    assert nudge.value == 1.25
    assert page.table.rows[1].symbol.startswith("Δu")
    qtbot.keyClick(field, KEY.Key_Escape)
    assert not nudge.live


def test_the_keyboard_chooses_the_sample_of_a_coupled_batch(
    window: MainWindow, qtbot: QtBot
) -> None:
    page, nudge = nudge_page(window, PROJECTS["batch"])
    nudge.choose(Lever("w", 1, 1, 1))
    nudge.move_by(0.25)
    page.finish_drawing()
    field, before = page.sample_field, page.table.rows
    assert field.isVisible()
    assert field.text() == "sample 1 / 6"
    field.setFocus()
    qtbot.keyClick(field, KEY.Key_Up)
    page.finish_drawing()
    assert (nudge.sample, nudge.live) == (2, True)
    assert page.table.rows[0] == before[0]
    assert page.table.rows[1] != before[1]
    assert "ties the 6 samples" in page.notes.text()
    assert not page.sample_button.isVisible()


def test_a_sample_that_passes_alone_needs_no_field(window: MainWindow) -> None:
    page, _ = nudge_page(window, PROJECTS["sample"])
    assert not page.sample_field.isVisible()
    window.workbench.scope.choose(None)
    window.workbench.simulation.compute_now()
    assert page.sample_button.isVisible()


@pytest.mark.parametrize("name", PROJECTS)
def test_by_mouse_alone_a_step_of_all_parameters_is_taken_and_undone(
    window: MainWindow, qtbot: QtBot, name: str
) -> None:
    page = update_page(window, PROJECTS[name])
    bench, project = window.workbench, window.workbench.document.project
    qtbot.mouseClick(page.choice.button("all"), LEFT)
    page.finish_drawing()
    assert page.update_model.moved is Moved.ALL
    assert page.choice.button("all").text() == "all"
    assert page.update_model.outcome is not None
    promised = page.update_model.outcome.after
    qtbot.mouseClick(page.take_button, LEFT)
    bench.simulation.compute_now()
    assert bench.simulation.result is not None
    assert float(bench.simulation.result.forward.cost) == promised
    assert bench.document.undo_stack.count() == 1
    bench.document.undo_stack.undo()
    assert bench.document.project is project


@pytest.mark.usefixtures("either_language")
def test_by_keyboard_alone_a_step_is_taken(window: MainWindow, qtbot: QtBot) -> None:
    page = update_page(window, PROJECTS["batch"])
    page.choice.button("parameter").setFocus()
    qtbot.keyClick(page.choice.button("parameter"), KEY.Key_Right)
    page.rate_field.setFocus()
    page.rate_field.selectAll()
    qtbot.keyClicks(page.rate_field, "0.25")
    qtbot.keyClick(page.rate_field, KEY.Key_Return)
    page.finish_drawing()
    assert page.update_model.moved is Moved.WEIGHTS
    assert page.update_model.can_take
    page.take_button.setFocus()
    qtbot.keyClick(page.take_button, KEY.Key_Space)
    assert window.workbench.document.undo_stack.count() == 1


def test_the_button_says_what_all_are(window: MainWindow) -> None:
    page = update_page(window, PROJECTS["sample"])
    assert page.choice.button("all").toolTip() == "Move all weights, biases, γ and β"
    opened(window, preset("first_look"), "update")
    assert page.choice.button("all").text() == "+ biases"

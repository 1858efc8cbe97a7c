"""The step of gradient descent in the window, by mouse alone and by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gradsim.engine.options import Choice
from gradsim.engine.update import Moved
from gradsim.project import edits
from gradsim.project.presets import preset
from gradsim.ui.main_window import MainWindow
from gradsim.ui.step.study.update.page import UpdatePage
from gradsim.ui.translation import Translation

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window: MainWindow) -> UpdatePage:
    bench = window.workbench
    bench.document.load(preset("mazur"))
    bench.simulation.compute_now()
    study = window.workspaces.step.study
    study.open_page("update")
    QApplication.processEvents()
    assert isinstance(study.page, UpdatePage)
    return study.page


def weights(window: MainWindow) -> list[list[float]]:
    """W of layer 2, computed anew."""
    bench = window.workbench
    bench.simulation.compute_now()
    assert bench.simulation.result is not None
    found: list[list[float]] = bench.simulation.result.materials.parameters.weights[1].tolist()
    return found


@pytest.mark.usefixtures("either_language")
def test_by_mouse_alone_mazur_s_step_is_taken(
    window: MainWindow, page: UpdatePage, qtbot: QtBot
) -> None:
    window.workbench.stepper.last()
    qtbot.mouseClick(page.choice.button("weights"), LEFT)
    assert page.update_model.rate == 0.5
    assert page.values[4].text() == "<b>0.2910</b>"
    qtbot.mouseClick(page.take_button, LEFT)
    assert weights(window)[0][0] == pytest.approx(0.35891647971788465, rel=1e-15)
    assert window.workbench.stepper.position == 0
    assert "1" in page.notes.text()
    assert "0.2984 → 0.2910" in page.notes.text()


@pytest.mark.usefixtures("either_language")
def test_by_keyboard_alone_a_step_size_is_typed_and_the_step_taken(
    window: MainWindow, page: UpdatePage, qtbot: QtBot
) -> None:
    page.choice.button("parameter").setFocus()
    qtbot.keyClick(page.choice.button("parameter"), KEY.Key_Right)
    assert page.update_model.moved is Moved.WEIGHTS
    page.rate_field.setFocus()
    page.rate_field.selectAll()
    qtbot.keyClicks(page.rate_field, "0.25")
    qtbot.keyClick(page.rate_field, KEY.Key_Return)
    assert page.update_model.rate == 0.25
    page.take_button.setFocus()
    qtbot.keyClick(page.take_button, KEY.Key_Space)
    assert weights(window)[0][0] == pytest.approx(0.4 - 0.25 * 0.08216704056423078, rel=1e-15)
    window.workbench.document.undo_stack.undo()
    assert weights(window)[0][0] == 0.4


def test_what_is_no_step_size_is_refused_in_words(page: UpdatePage, qtbot: QtBot) -> None:
    field = page.rate_field
    for text in ("", "0", "-1", "abc", "inf", "1e308", "1e400"):
        field.setFocus()
        field.selectAll()
        qtbot.keyClick(field, KEY.Key_Delete)
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, KEY.Key_Return)
        assert page.problem.isVisible(), text
        assert page.update_model.rate == 0.5, text
        qtbot.keyClick(field, KEY.Key_Escape)
        assert not page.problem.isVisible(), text
        assert field.lineEdit().text() == "0.50", text


def test_the_slider_goes_from_tiny_to_large_steps(page: UpdatePage, qtbot: QtBot) -> None:
    page.rate_slider.setFocus()
    qtbot.keyClick(page.rate_slider, KEY.Key_Home)
    assert page.update_model.rate == 1e-4
    qtbot.keyClick(page.rate_slider, KEY.Key_End)
    assert page.update_model.rate == 100.0


def test_an_impossible_step_cannot_be_pressed(
    window: MainWindow, page: UpdatePage, qtbot: QtBot
) -> None:
    bench = window.workbench
    project = preset("scalar_chain")
    for layer_id in project.layer_ids:
        project = edits.set_activation(project, layer_id, Choice("identity"))
    bench.document.load(project)
    bench.simulation.compute_now()
    page.update_model.choose(Moved.ALL)
    page.update_model.set_rate(1e200)
    assert page.update_model.outcome is not None
    assert not page.take_button.isEnabled()
    assert "overflow" in page.notes.text()
    page.update_model.set_rate(1e-3)
    assert page.take_button.isEnabled()
    qtbot.mouseClick(page.take_button, LEFT)
    assert bench.document.undo_stack.count() == 1


def test_the_batch_is_named_and_stepped(window: MainWindow, page: UpdatePage) -> None:
    bench = window.workbench
    bench.document.load(preset("first_look"))
    bench.scope.choose(None)
    bench.simulation.compute_now()
    bench.stepper.finish()
    page.finish_drawing()
    assert "64" in page.scope_label.text()
    page.update_model.choose(Moved.ALL)
    page.finish_drawing()
    assert page.update_model.can_take


@pytest.fixture
def korean(window: MainWindow) -> Iterator[None]:
    translation = Translation(window.workbench.settings)
    window.workbench.settings.set_language("ko")
    yield
    translation.remove()


def test_the_page_speaks_korean(page: UpdatePage, korean: None) -> None:
    del korean
    assert page.take_button.text() == "한 걸음 가기"
    assert page.scope_label.text() == "샘플 1"
    assert page.panel.accessibleName() == "갱신, 샘플 1"
    assert page.names[0].text() == "지금 C"


@pytest.mark.parametrize("text", ["1e308", "abc"])
def test_no_step_is_taken_while_the_shown_step_size_is_refused(
    window: MainWindow, page: UpdatePage, qtbot: QtBot, text: str
) -> None:
    field, before = page.rate_field, window.workbench.document.project
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.mouseClick(page.take_button, LEFT)  # the press itself has the text refused first
    qtbot.keyClick(field, KEY.Key_Return)
    assert field.lineEdit().text() == text
    assert not page.take_button.isEnabled()
    assert "refused" in page.take_button.toolTip()
    qtbot.mouseClick(page.take_button, LEFT)
    assert not page.update_model.take()
    assert window.workbench.document.project is before
    field.setFocus()
    qtbot.keyClick(field, KEY.Key_Escape)
    assert "refused" not in page.take_button.toolTip()
    qtbot.mouseClick(page.take_button, LEFT)
    assert window.workbench.document.project is not before

"""The page "Zero and symmetric weights" by mouse alone and by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gradsim.project.presets import preset
from gradsim.ui.main_window import MainWindow
from gradsim.ui.step.study.symmetry.page import SymmetryPage
from gradsim.ui.translation import Translation
from gradsim.viewmodels.step.stepper import Lens
from gradsim.viewmodels.step.walk.steps import StepKind
from tests.ui.test_accessibility import nameless

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


@pytest.fixture
def page(window: MainWindow) -> SymmetryPage:
    """The page, opened in the window on the preset with constant weights."""
    window.resize(1440, 900)
    study = window.workspaces.step.study
    study.open_page("symmetry")
    shown = study.page
    assert isinstance(shown, SymmetryPage)
    load(shown, "constant_initialization")
    return shown


def load(page: SymmetryPage, name: str) -> None:
    bench = page.tools.workbench
    bench.document.load(preset(name))
    bench.simulation.compute_now()
    bench.stepper.finish()


def cells(page: SymmetryPage, column: int) -> list[str]:
    model = page.now.table.model()
    return [str(model.index(each, column).data()) for each in range(model.rowCount())]


def test_constant_weights_show_equal_rows_and_copies(page: SymmetryPage) -> None:
    assert cells(page, 2) == ["=", "=", "=", "–"]
    assert cells(page, 5) == ["=", "=", "=", "–"]
    assert cells(page, 6) == ["1–4", "1–4", "1–4", "–"]
    assert "always will" in page.now.copy_label.text()
    assert not page.now.go_button.isVisible()


@pytest.mark.usefixtures("either_language")
def test_zero_weights_by_mouse_then_to_the_factor_that_kills(
    page: SymmetryPage, qtbot: QtBot
) -> None:
    bench = page.tools.workbench
    qtbot.mouseClick(page.now.zero_button, LEFT)
    bench.simulation.compute_now()
    assert cells(page, 1) == ["0"] * 4
    assert cells(page, 4) == ["0", "0", "0", "0"]  # tanh(0) = 0 comes in everywhere
    qtbot.mouseClick(page.now.go_button, LEFT)
    step = bench.stepper.current
    assert step is not None
    assert (step.kind, step.layer) == (StepKind.PREVIOUS_ACTIVATION, 4)


@pytest.mark.usefixtures("either_language")
def test_one_layer_by_keyboard_and_undo(page: SymmetryPage, qtbot: QtBot) -> None:
    bench = page.tools.workbench
    before = bench.document.project
    table = page.now.table
    table.setFocus()
    qtbot.keyClick(table, KEY.Key_Down)
    assert table.layer == 3
    assert page.now.layer == 3
    every = page.now.scope.button("every")
    every.setFocus()
    qtbot.keyClick(every, KEY.Key_Left)
    page.now.zero_button.setFocus()
    qtbot.keyClick(page.now.zero_button, KEY.Key_Space)
    bench.simulation.compute_now()
    assert cells(page, 1) == ["0.50", "0.50", "0", "0.50"]
    assert bench.document.undo_stack.count() == 1
    bench.document.undo_stack.undo()
    assert bench.document.project == before


def test_the_button_goes_to_the_killing_factor_in_the_layer_lens(
    page: SymmetryPage, qtbot: QtBot
) -> None:
    bench = page.tools.workbench
    load(page, "zero_initialization")
    bench.stepper.choose_lens(Lens.LAYER)
    page.now.go_button.setFocus()
    qtbot.keyClick(page.now.go_button, KEY.Key_Space)
    step = bench.stepper.current
    assert step is not None
    assert (bench.stepper.lens, step.kind) == (Lens.LAYER, StepKind.PREVIOUS_ACTIVATION)


def test_noise_is_one_edit_that_parts_the_rows(page: SymmetryPage, qtbot: QtBot) -> None:
    bench = page.tools.workbench
    qtbot.mouseClick(page.now.noise_button, LEFT)
    bench.simulation.compute_now()
    assert cells(page, 2) == ["=", "≠", "=", "–"]
    assert bench.document.undo_stack.count() == 1


def test_steps_show_the_symmetric_run_at_zero_beside_the_noisy_one(
    page: SymmetryPage, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.switch.button("steps"), LEFT)
    project = page.tools.workbench.document.project
    with qtbot.waitSignal(page.model.changed):
        qtbot.mouseClick(page.steps.step_buttons[1], LEFT)
    text = page.steps.told.text()
    assert "After 10 steps" in text
    assert "this network: W⁽¹⁾ exactly 0 · W⁽²⁾ exactly 0 · W⁽³⁾ exactly 0" in text
    assert "with 0.01 added to w₂₁⁽²⁾: W⁽¹⁾ 0.000" in text
    assert page.tools.workbench.document.project is project
    qtbot.mouseClick(page.steps.over_button, LEFT)
    assert page.steps.told.text() == ""


@pytest.mark.usefixtures("either_language")
def test_steps_by_keyboard(page: SymmetryPage, qtbot: QtBot) -> None:
    now = page.switch.button("now")
    now.setFocus()
    qtbot.keyClick(now, KEY.Key_Right)
    assert page.steps.isVisible()
    button = page.steps.step_buttons[0]
    button.setFocus()
    with qtbot.waitSignal(page.model.changed):
        qtbot.keyClick(button, KEY.Key_Space)
    assert page.model.descent is not None
    assert page.model.descent.own.steps == 1
    page.steps.plot.grab()


def test_a_rate_that_cannot_be_is_refused_in_words(page: SymmetryPage, qtbot: QtBot) -> None:
    page.switch.button("steps").click()
    field = page.steps.rate_field
    for text in ("much", "", "nan", "inf", "-1", "0", "1e9"):
        field.setFocus()
        field.selectAll()
        qtbot.keyClick(field, KEY.Key_Delete)
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, KEY.Key_Return)
        assert page.model.rate == 0.1, text
        assert page.steps.problem_label.text(), text
        qtbot.keyClick(field, KEY.Key_Escape)
        assert page.steps.problem_label.isHidden(), text


def test_a_typed_rate_is_taken(page: SymmetryPage, qtbot: QtBot) -> None:
    page.switch.button("steps").click()
    field = page.steps.rate_field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "0.5")
    qtbot.keyClick(field, KEY.Key_Return)
    assert page.model.rate == 0.5


def test_a_rate_too_large_is_told_as_divergence(page: SymmetryPage, qtbot: QtBot) -> None:
    page.switch.button("steps").click()
    page.model.set_rate(1000.0)
    with qtbot.waitSignal(page.model.changed):
        page.steps.step_buttons[2].click()
    assert "η is too large" in page.steps.told.text()
    qtbot.waitUntil(lambda: not page.model.busy)
    assert not page.steps.step_buttons[0].isEnabled()
    page.steps.plot.grab()


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("view", ["now", "steps"])
def test_every_control_has_a_name(
    window: MainWindow, page: SymmetryPage, qtbot: QtBot, language: str, view: str
) -> None:
    translation = Translation(window.workbench.settings)
    window.workbench.settings.set_language(language)
    page.switch.button(view).click()
    wanted = "always will" if language == "en" else "언제나 같은 수"
    qtbot.waitUntil(lambda: wanted in page.now.copy_label.text())
    assert nameless(page) == []
    translation.remove()


def test_a_batch_is_compared_as_well(page: SymmetryPage) -> None:
    bench = page.tools.workbench
    bench.scope.choose(None)
    bench.simulation.compute_now()
    assert cells(page, 6) == ["1–4", "1–4", "1–4", "–"]
    assert cells(page, 5) == ["=", "=", "=", "–"]


def test_in_korean_zeros_and_noise_are_made_by_mouse_and_by_key(
    window: MainWindow, page: SymmetryPage, qtbot: QtBot
) -> None:
    translation = Translation(window.workbench.settings)
    window.workbench.settings.set_language("ko")
    bench = page.tools.workbench
    qtbot.waitUntil(lambda: page.now.zero_button.text() != "")
    qtbot.mouseClick(page.now.zero_button, LEFT)
    bench.simulation.compute_now()
    assert cells(page, 1) == ["0"] * 4
    assert "그리로 가기" in page.now.go_button.text()
    page.now.noise_button.setFocus()
    qtbot.keyClick(page.now.noise_button, KEY.Key_Space)
    bench.simulation.compute_now()
    assert "≠" in cells(page, 2)
    assert bench.document.undo_stack.count() == 2
    translation.remove()


def test_no_steps_are_taken_while_the_shown_rate_is_refused(
    page: SymmetryPage, qtbot: QtBot
) -> None:
    page.switch.button("steps").click()
    field, buttons = page.steps.rate_field, page.steps.step_buttons
    for shown, able in (("much", False), ("0.10", True), ("1e9", False), ("0.2", True)):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, shown)
        qtbot.keyClick(field, KEY.Key_Return)
        assert [each.isEnabled() for each in buttons] == [able] * 3, shown
        assert ("refused" in buttons[0].toolTip()) is not able, shown
        assert page.steps.problem_label.isHidden() is able, shown

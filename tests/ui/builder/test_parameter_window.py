"""Claims about the window of exact weights and biases."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gradsim.project import edits
from gradsim.ui.builder.number_grid import NumberGrid
from gradsim.ui.builder.panel import BuilderPanel
from gradsim.ui.builder.parameter_window import ParameterWindow
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.messages import Message

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, panel: BuilderPanel) -> ParameterWindow:
    panel.inspector.exact.click()
    window = panel.parameters
    assert window is not None
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


def typed_weights(workbench: Workbench, layer: int = 1) -> np.ndarray:
    typed = workbench.document.project.parameters[layer - 1]
    assert typed is not None
    assert typed.weights is not None
    return typed.weights


def type_into(qtbot: QtBot, window: ParameterWindow, row: int, column: int, text: str) -> None:
    index = window.weights.model().index(row, column)
    window.weights.setFocus()
    window.weights.setCurrentIndex(index)
    window.weights.edit(index)
    editor = window.weights.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, KEY.Key_Return)
    QCoreApplication.processEvents()


def test_numbers_that_arrive_meanwhile_leave_what_is_being_typed(
    qtbot: QtBot, window: ParameterWindow, workbench: Workbench
) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    model = window.weights.model()
    index = model.index(0, 0)
    window.weights.setFocus()
    window.weights.setCurrentIndex(index)
    window.weights.edit(index)
    editor = window.weights.findChild(QLineEdit)
    assert editor is not None
    old = editor.text()
    workbench.document.edit(
        Message.of("Undo", "New draw"), edits.set_seed(workbench.document.project, 99)
    )
    workbench.simulation.compute_now()
    assert editor.text() != old, "an editor in which nothing was typed follows the cell"
    assert editor.selectedText() == editor.text()
    qtbot.keyClicks(editor, "1.25")
    model.dataChanged.emit(index, index)
    assert editor.text() == "1.25"
    qtbot.keyClick(editor, KEY.Key_Return)
    QCoreApplication.processEvents()
    assert typed_weights(workbench)[0, 0] == 1.25


def test_it_blocks_nothing_and_opens_once(window: ParameterWindow, panel: BuilderPanel) -> None:
    assert not window.isModal()
    panel.inspector.exact.click()
    assert panel.parameters is window


def test_a_weight_typed_by_key_freezes_the_layer(
    qtbot: QtBot, window: ParameterWindow, panel: BuilderPanel, workbench: Workbench
) -> None:
    type_into(qtbot, window, 1, 0, "0.75")
    assert typed_weights(workbench)[1, 0] == 0.75
    assert window.redraw.isVisible()
    assert panel.inspector.redraw.isVisible()
    assert not panel.inspector.weights.field.isEnabled()
    window.redraw.click()
    assert not window.redraw.isVisible()
    assert workbench.document.project.parameters[0] is None


@pytest.mark.parametrize("text", ["abc", "nan", "inf"])
def test_a_wrong_entry_keeps_its_text_in_red_and_says_why(
    qtbot: QtBot, window: ParameterWindow, workbench: Workbench, text: str
) -> None:
    before = workbench.document.project
    type_into(qtbot, window, 0, 1, text)
    assert workbench.document.project is before
    assert window.weights.model().index(0, 1).data() == text
    assert "Row 1, column 2" in window.refusal.text()
    assert text in window.refusal.text()


def test_cells_are_copied_and_pasted_as_spreadsheets_do(
    qtbot: QtBot, window: ParameterWindow, workbench: Workbench
) -> None:
    QGuiApplication.clipboard().setText("1,2\r\n3,4\r\n5,6\r\n")
    window.weights.setFocus()
    window.weights.setCurrentIndex(window.weights.model().index(0, 0))
    qtbot.keyClick(window.weights, KEY.Key_V, CONTROL)
    assert typed_weights(workbench).tolist() == [[1, 2], [3, 4], [5, 6]]
    assert workbench.document.undo_stack.count() == 1
    window.weights.selectAll()
    qtbot.keyClick(window.weights, KEY.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "1.0\t2.0\n3.0\t4.0\n5.0\t6.0"


def test_enter_goes_on_to_the_cell_below_unless_the_text_is_refused(
    qtbot: QtBot, window: ParameterWindow
) -> None:
    type_into(qtbot, window, 0, 1, "0.5")
    assert (window.weights.currentIndex().row(), window.weights.currentIndex().column()) == (1, 1)
    type_into(qtbot, window, 1, 1, "x")
    assert window.weights.currentIndex().row() == 1


def test_escape_restores_a_refused_cell_and_then_closes(
    qtbot: QtBot, window: ParameterWindow
) -> None:
    index = window.weights.model().index(0, 1)
    before = index.data()
    type_into(qtbot, window, 0, 1, "abc")
    assert index.data() == "abc"
    qtbot.keyClick(window.weights, KEY.Key_Escape)
    assert window.isVisible()
    assert index.data() == before
    assert not window.refusal.isVisible()
    qtbot.keyClick(window.weights, KEY.Key_Escape)
    assert not window.isVisible()


def test_one_pasted_cell_is_not_called_cells(
    window: ParameterWindow,
) -> None:
    window.weights_model.paste(0, 0, "x")
    assert "One pasted cell holds no number" in window.refusal.text()
    window.weights_model.paste(0, 0, "x\ty")
    assert "2 pasted cells hold no number" in window.refusal.text()
    assert "Row 1, column 1 (w₁₁⁽¹⁾): “x” is not a number" in window.refusal.text()


def test_each_table_says_what_it_refused(
    qtbot: QtBot, window: ParameterWindow, workbench: Workbench
) -> None:
    type_into(qtbot, window, 0, 1, "abc")
    window.biases_model.paste(0, 0, "y")
    assert "(w₁₂⁽¹⁾): “abc”" in window.refusal.text()
    assert "(b₁⁽¹⁾): “y”" in window.refusal.text()


def test_a_refused_cell_is_red_while_it_is_current(qtbot: QtBot, window: ParameterWindow) -> None:
    grid = window.weights
    place = grid.visualRect(grid.model().index(0, 0)).topLeft() + QPoint(4, 4)
    grid.setCurrentIndex(grid.model().index(0, 0))
    before = grid.viewport().grab().toImage().pixelColor(place)
    type_into(qtbot, window, 0, 0, "abc")
    assert grid.currentIndex() == grid.model().index(0, 0)
    red = grid.viewport().grab().toImage().pixelColor(place)
    assert red != before
    assert red.red() > red.blue()


def test_it_follows_the_selected_layer(window: ParameterWindow, workbench: Workbench) -> None:
    assert window.weights.model().columnCount() == 2
    window.next.click()
    assert workbench.selection.layer_ids == (workbench.document.project.layer_ids[1],)
    assert window.weights.model().columnCount() == 3
    window.previous.click()
    assert not window.previous.isEnabled()


def test_dragging_the_slider_changes_the_cell_in_one_undo_step(
    qtbot: QtBot, window: ParameterWindow, workbench: Workbench
) -> None:
    window.weights.setCurrentIndex(window.weights.model().index(0, 0))
    slider = window.slider.slider
    assert slider.isEnabled()
    before = window.weights_model.number(0, 0)
    along = (slider.width() - 18) * slider.value() // slider.maximum()
    start = QPoint(9 + along, slider.height() // 2)
    qtbot.mousePress(slider, LEFT, pos=start)
    for step in (10, 20, 30):
        qtbot.mouseMove(slider, start + QPoint(step, 0))
    qtbot.mouseRelease(slider, LEFT, pos=start + QPoint(30, 0))
    assert workbench.document.undo_stack.count() == 1
    assert before is not None
    assert typed_weights(workbench)[0, 0] > before


def test_the_slider_drags_the_number_of_the_table_that_was_turned_to(
    qtbot: QtBot, window: ParameterWindow, workbench: Workbench
) -> None:
    def click(grid: NumberGrid) -> None:
        place = grid.visualRect(grid.model().index(0, 0)).center()
        qtbot.mouseClick(grid.viewport(), LEFT, pos=place)

    with qtbot.waitActive(window):
        window.activateWindow()
    for grid in (window.weights, window.biases, window.weights):
        click(grid)
    assert window.slider._name.text() == window.weights_model.symbol(0, 0)
    click(window.biases)
    assert window.slider._name.text() == window.biases_model.symbol(0, 0)


def test_values_follow_a_change_of_gain(
    qtbot: QtBot, window: ParameterWindow, panel: BuilderPanel, workbench: Workbench
) -> None:
    before = workbench.simulation.result.materials.parameters.weights[0][0, 0]
    panel.inspector_model.set_gain(2.0)
    workbench.simulation.compute_now()
    index = window.weights.model().index(0, 0)
    shown = float(index.data(Qt.ItemDataRole.EditRole))
    assert shown == pytest.approx(2 * before)


def test_the_two_tables_scroll_together(
    qtbot: QtBot, window: ParameterWindow, workbench: Workbench
) -> None:
    workbench.selection.select(workbench.document.project.layer_ids[:1])
    project = edits.set_units(workbench.document.project, workbench.selection.layer_ids, 200)
    workbench.document.edit(Message("Test", "wide"), project)
    workbench.simulation.compute_now()
    QCoreApplication.processEvents()
    window.weights.verticalScrollBar().setValue(600)
    assert window.biases.verticalScrollBar().value() == 600


def test_tab_leaves_the_table(qtbot: QtBot, window: ParameterWindow) -> None:
    window.weights.setFocus()
    qtbot.keyClick(window.weights, KEY.Key_Tab)
    assert not window.weights.hasFocus()


def test_a_large_matrix_opens_and_scrolls(
    qtbot: QtBot, window: ParameterWindow, workbench: Workbench
) -> None:
    project = edits.set_inputs(workbench.document.project, 1000)
    project = edits.set_units(project, project.layer_ids[:1], 1000)
    workbench.document.edit(Message("Test", "large"), project)
    workbench.simulation.compute_now()
    window.weights.grab()
    window.weights.scrollToBottom()
    window.weights.horizontalScrollBar().setValue(40_000)
    window.weights.grab()
    assert window.weights.model().rowCount() == 1000

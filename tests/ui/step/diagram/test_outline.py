"""Outline and depth ribbon: the diagram's ways for the keyboard and for depth."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gradsim.engine.options import Choice
from gradsim.engine.paths.parameter_paths import ParameterAddress
from gradsim.ui.step.diagram.diagram import DiagramPanel
from gradsim.ui.step.ribbon import tick_layers
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.step.diagram.hits import Target, TargetKind
from tests.viewmodels.step.diagram.diagram_desk import project_of


@pytest.fixture
def panel(workbench: Workbench, qtbot: QtBot) -> Iterator[DiagramPanel]:
    workbench.document.load(project_of(4, *([4] * 30)))
    workbench.simulation.compute_now()
    made = DiagramPanel(workbench)
    qtbot.addWidget(made)
    made.resize(790, 400)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def test_the_button_opens_the_outline_at_the_present_factor(
    panel: DiagramPanel, qtbot: QtBot
) -> None:
    assert not panel.outline.isVisible()
    qtbot.mouseClick(panel.outline_button, Qt.MouseButton.LeftButton)
    assert panel.outline.isVisible()
    rows = panel.outline.model()
    assert rows.data(panel.outline.currentIndex()) == "w₂₁⁽¹⁵⁾"


def test_enter_on_a_weight_unrolls_it(
    panel: DiagramPanel, workbench: Workbench, qtbot: QtBot
) -> None:
    panel.outline_button.click()
    qtbot.keyClick(panel.outline, Qt.Key.Key_Down)
    qtbot.keyClick(panel.outline, Qt.Key.Key_Return)
    assert workbench.stepper.parameter == ParameterAddress("w", 15, 2, 2)


def test_enter_on_a_bias_unrolls_it(
    panel: DiagramPanel, workbench: Workbench, qtbot: QtBot
) -> None:
    panel.outline_button.click()
    qtbot.keyClick(panel.outline, Qt.Key.Key_Up)
    qtbot.keyClick(panel.outline, Qt.Key.Key_Return)
    assert workbench.stepper.parameter == ParameterAddress("b", 15, 2, 0)


def test_the_tree_is_walked_by_keys_alone(
    panel: DiagramPanel, workbench: Workbench, qtbot: QtBot
) -> None:
    panel.outline_button.click()
    outline = panel.outline
    outline.collapseAll()
    outline.setCurrentIndex(outline.model().index(0, 0))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right,
                Qt.Key.Key_Right, Qt.Key.Key_Down):  # fmt: skip
        qtbot.keyClick(outline, key)
    assert outline.model().data(outline.currentIndex()) == "w₁₁⁽¹⁾"
    qtbot.keyClick(outline, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: workbench.stepper.parameter == ParameterAddress("w", 1, 1, 1))


def test_the_row_under_the_cursor_is_pointed_at_in_the_diagram(
    panel: DiagramPanel, qtbot: QtBot
) -> None:
    panel.outline_button.click()
    qtbot.keyClick(panel.outline, Qt.Key.Key_Down)
    assert panel.canvas.hovered == Target(TargetKind.EDGE, 15, 2, 2)
    assert panel.model.window.holds(15)
    panel.outline_button.click()
    assert panel.canvas.hovered is None


def test_the_ribbon_leads_anywhere(panel: DiagramPanel, workbench: Workbench, qtbot: QtBot) -> None:
    workbench.stepper.choose_lens("layer")
    ribbon = panel.ribbon
    assert ribbon.isVisible()
    x = next(x for x in range(ribbon.width()) if ribbon.layer_at(x) == 9)
    qtbot.mouseClick(ribbon, Qt.MouseButton.LeftButton, pos=QPoint(x + 2, 20))
    step = workbench.stepper.current
    assert step is not None
    assert step.layer == 9
    assert panel.model.window.holds(9)


def test_the_ribbon_is_a_slider_for_the_keyboard(
    panel: DiagramPanel, workbench: Workbench, qtbot: QtBot
) -> None:
    workbench.stepper.choose_lens("layer")
    panel.ribbon.setFocus()
    assert panel.ribbon.value() == 30
    qtbot.keyClick(panel.ribbon, Qt.Key.Key_Home)
    assert panel.ribbon.value() == 1
    assert panel.model.window.first == 0
    qtbot.keyClick(panel.ribbon, Qt.Key.Key_Right)
    assert panel.ribbon.value() == 2
    qtbot.keyClick(panel.ribbon, Qt.Key.Key_End)
    assert panel.model.window.last == 30


def test_the_ribbon_hides_for_a_network_that_is_shown_whole(
    panel: DiagramPanel, workbench: Workbench
) -> None:
    workbench.document.load(project_of(2, 3, 1))
    workbench.simulation.compute_now()
    assert not panel.ribbon.isVisible()


def test_zero_gradients_have_a_mark_in_the_ribbon(
    panel: DiagramPanel, workbench: Workbench
) -> None:
    before = panel.ribbon.grab().toImage()
    workbench.document.load(project_of(4, *([4] * 30), weights=Choice("zeros")))
    workbench.simulation.compute_now()
    image = panel.ribbon.grab().toImage()
    assert image != before
    gutter = [
        image.pixelColor(x, y).lightness()
        for y in range(image.height() - 30, image.height() - 17)
        for x in range(60, image.width() - 80)
    ]
    assert min(gutter) < 80


def test_the_outline_is_there_again_at_the_next_start(
    panel: DiagramPanel, workbench: Workbench, qtbot: QtBot
) -> None:
    panel.outline_button.click()
    again = DiagramPanel(workbench)
    qtbot.addWidget(again)
    assert again.outline_button.isChecked()
    assert not again.outline.isHidden()


def test_a_screen_reader_hears_the_present_factor(
    panel: DiagramPanel, workbench: Workbench
) -> None:
    workbench.stepper.jump(2)
    said = panel.canvas.accessibleDescription()
    assert said.startswith("sample 1 of 8")
    assert "Layer 30, unit" in said


def test_every_part_has_a_name_for_screen_readers(panel: DiagramPanel) -> None:
    parts = (
        panel.canvas, panel.ribbon, panel.outline, panel.zoom_in_button, panel.zoom_out_button,
        panel.fit_button, panel.outline_button,
    )  # fmt: skip
    assert all(part.accessibleName() for part in parts)


@pytest.mark.parametrize("layers", [13, 20, 50, 99, 100, 999, 1000, 9999])
def test_ticks_are_few_and_name_the_first_and_the_last_layer(layers: int) -> None:
    ticks = tick_layers(layers)
    assert ticks[0] == 1
    assert ticks[-1] == layers
    assert 3 <= len(ticks) <= 12
    assert list(ticks) == sorted(set(ticks))

"""γ and β of a normalization are chosen, walked and left again by mouse and by keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project import edits
from gradsim.project.presets import preset
from gradsim.ui.main_window import MainWindow
from gradsim.ui.step.study.pages import PAGES
from gradsim.ui.step.workspace import StepWorkspace
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.step.diagram.highlights import Phase
from gradsim.viewmodels.step.diagram.hits import Target, TargetKind
from gradsim.viewmodels.step.stepper import Lens
from tests.ui.step.remedied_workspace import load, remedied_workspace
from tests.viewmodels.step.remedied_projects import LAYER, RMS, every_remedy, layer, remedied
from tests.viewmodels.step.truth import assert_true

LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key
KINDS = ("w", "b", "γ", "β")


@pytest.fixture
def workspace(workbench: Workbench, qtbot: QtBot) -> Iterator[StepWorkspace]:
    """The workspace on a network with every remedy, shown."""
    with remedied_workspace(workbench, qtbot) as made:
        yield made


def offered(workspace: StepWorkspace) -> tuple[str, ...]:
    """The kinds of parameter whose buttons are seen."""
    switch = workspace.strip.row.lens_switch
    return tuple(kind for kind in KINDS if switch.button(kind).isVisible())


def test_they_are_offered_only_where_a_layer_has_them(
    workspace: StepWorkspace, workbench: Workbench
) -> None:
    assert offered(workspace) == KINDS
    load(workspace, workbench, preset("first_look"))
    assert offered(workspace) == ("w", "b")
    only_rms = remedied(layer(3, "tanh", normalization=RMS), layer(1, "sigmoid"))
    load(workspace, workbench, only_rms)
    assert offered(workspace) == ("w", "b", "γ")


@pytest.mark.parametrize("kind", ["γ", "β"])
def test_the_mouse_chooses_one_and_walks_it_to_the_end(
    workspace: StepWorkspace, workbench: Workbench, qtbot: QtBot, either_language: str, kind: str
) -> None:
    row, stepper = workspace.strip.row, workbench.stepper
    qtbot.mouseClick(row.lens_switch.button(kind), LEFT)
    parameter = stepper.parameter
    assert parameter is not None
    assert (parameter.kind, parameter.layer) == (kind, 2 if kind == "β" else 3)
    assert row.lens_switch.button(kind).isChecked()
    assert not row.chooser.source_box.isVisible()
    assert f"∂C/∂{kind}" in workspace.diagram.title_label.text()
    model = workspace.diagram.model
    while not stepper.at_end:
        qtbot.mouseClick(workspace.card.transport.next_button, LEFT)
        workspace.finish_drawing()
        workspace.grab()
        lit = model.highlights
        marks = (*lit.units.values(), *lit.edges.values(), *lit.ways.values(), lit.cost)
        assert any(mark is not None and mark.phase is Phase.CURRENT for mark in marks)
    assert_true(stepper, workbench.simulation)
    assert either_language


def test_keys_alone_choose_one_move_on_to_the_next_layer_and_come_back(
    workspace: StepWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    row, stepper = workspace.strip.row, workbench.stepper
    stepper.choose_parameter(ParameterAddress("b", 2, 1))
    row.lens_switch.button("b").setFocus()
    qtbot.keyClick(QApplication.focusWidget() or workspace, KEY.Key_Right)
    assert str(stepper.parameter) == "γ:2:1"
    row.chooser.layer_box.setFocus()
    qtbot.keyClick(row.chooser.layer_box, KEY.Key_Up)
    assert str(stepper.parameter) == "γ:3:1"
    # Layers 4 and 5 have none, and neither has layer 1: the field keeps showing the one there is.
    qtbot.keyClick(row.chooser.layer_box, KEY.Key_Up)
    assert str(stepper.parameter) == "γ:3:1"
    assert row.chooser.layer_box.value() == 3
    for _ in range(2):
        qtbot.keyClick(row.chooser.layer_box, KEY.Key_Down)
    assert str(stepper.parameter) == "γ:2:1"
    assert row.chooser.layer_box.value() == 2
    row.chooser.unit_box.setFocus()
    qtbot.keyClick(row.chooser.unit_box, KEY.Key_Up)
    assert str(stepper.parameter) == "γ:2:2"
    row.lens_switch.button("γ").setFocus()
    qtbot.keyClick(QApplication.focusWidget() or workspace, KEY.Key_Left)
    assert str(stepper.parameter) == "b:2:2"


def test_the_unit_field_counts_the_units_that_are_normalized(
    workspace: StepWorkspace, workbench: Workbench, either_language: str
) -> None:
    residual = every_remedy().network.layers[1].residual
    wide = remedied(
        layer(2, "tanh"), layer(5, "tanh", normalization=LAYER, residual=residual),
        layer(1, "sigmoid"),
    )  # fmt: skip
    load(workspace, workbench, wide)
    chooser = workspace.strip.row.chooser
    workbench.stepper.choose_parameter(ParameterAddress("b", 2, 5))
    assert chooser.unit_box.maximum() == 5
    leads_to = chooser.unit_box.accessibleName()
    workbench.stepper.choose_parameter_kind("γ")
    assert str(workbench.stepper.parameter) == "γ:2:2"
    assert chooser.unit_box.maximum() == 2
    assert chooser.unit_box.accessibleName() != leads_to
    assert either_language


def test_the_menu_of_a_unit_unrolls_the_gamma_and_beta_that_act_on_it(
    workspace: StepWorkspace, workbench: Workbench
) -> None:
    diagram = workspace.diagram

    def unrolling(target: Target) -> dict[str, object]:
        diagram._show_menu(target, QPoint(0, 0))
        menu = diagram.findChildren(QMenu)[-1]
        found = {each.text(): each for each in menu.actions() if each.text().startswith("Unroll")}
        menu.hide()
        return found  # type: ignore[return-value]

    # Layer 2 normalizes in front of its W, so that its γ are of the units of layer 1.
    below = unrolling(Target(TargetKind.UNIT, 1, 3))
    assert list(below) == ["Unroll ∂C/∂b₃⁽¹⁾", "Unroll ∂C/∂γ₃⁽²⁾", "Unroll ∂C/∂β₃⁽²⁾"]
    assert list(unrolling(Target(TargetKind.UNIT, 3, 1))) == [
        "Unroll ∂C/∂b₁⁽³⁾", "Unroll ∂C/∂γ₁⁽³⁾",
    ]  # fmt: skip
    assert list(unrolling(Target(TargetKind.UNIT, 2, 1))) == ["Unroll ∂C/∂b₁⁽²⁾"]
    below["Unroll ∂C/∂β₃⁽²⁾"].trigger()  # type: ignore[attr-defined]
    assert str(workbench.stepper.parameter) == "β:2:3"
    assert workbench.stepper.lens is Lens.PARAMETER


def test_enter_in_the_outline_unrolls_them(
    workspace: StepWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    diagram = workspace.diagram
    diagram.outline_button.click()
    rows = diagram.outline.model()
    unit = rows.index(2, 0, rows.index(1, 0))
    diagram.outline.setCurrentIndex(rows.index(rows.rowCount(unit) - 1, 0, unit))
    qtbot.keyClick(diagram.outline, KEY.Key_Return)
    assert str(workbench.stepper.parameter) == "β:2:3"
    diagram.outline_button.click()


@pytest.mark.usefixtures("either_language")
def test_in_the_smallest_window_letters_stand_for_words_and_nothing_is_cut_off(
    window: MainWindow, qtbot: QtBot
) -> None:
    project = preset("digits_classifier")
    project = edits.set_normalization(project, project.layer_ids[:2], Choice("layer_norm"))
    window.workbench.document.load(project)
    window.workbench.simulation.compute_now()
    stepper = window.workbench.stepper
    stepper.choose_parameter(ParameterAddress("w", 1, 10, 60))
    stepper.finish()
    window.resize(window.minimumSize())
    row = window.workspaces.step.strip.row
    qtbot.waitUntil(lambda: row.lens_switch.button("w").text() == "w")
    qtbot.waitUntil(lambda: row.minimumSizeHint().width() <= row.width())
    assert row.lens_switch.button("w").accessibleName() != "w"
    window.resize(1700, 900)
    qtbot.waitUntil(lambda: row.lens_switch.button("w").text() != "w")
    window.workbench.document.load(preset("first_look"))
    window.workbench.simulation.compute_now()
    window.resize(window.minimumSize())
    qtbot.wait(20)
    assert row.lens_switch.button("w").text() != "w"


@pytest.mark.parametrize("text", ["γ:2:3", "β:2:1", "γ:3:1"])
def test_every_page_that_takes_remedies_shows_the_walk_to_them(
    workspace: StepWorkspace, workbench: Workbench, text: str
) -> None:
    workbench.stepper.choose_parameter(ParameterAddress.parse(text))
    for entry in PAGES:
        workspace.study.open_page(entry.name)
        for position in (0, 1, len(workbench.stepper.steps)):
            workbench.stepper.jump(position)
            workspace.finish_drawing()
            workspace.grab()
        assert workspace.study.page.isVisible() != entry.plain_only

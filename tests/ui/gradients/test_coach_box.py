"""The coach's card in the Gradients workspace: by mouse, by key, in both languages."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gradsim.project import edits
from gradsim.ui.gradients.coach_box import CoachBox
from gradsim.ui.gradients.workspace import GradientsWorkspace
from gradsim.ui.translation import Translation
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.gradients.coach.coach import CoachState
from gradsim.viewmodels.messages import Message
from tests.ui.gradients.conftest import open_project
from tests.viewmodels.gradients.desk import deep


def ready(workspace: GradientsWorkspace, qtbot: QtBot) -> None:
    """Wait until the coach has spoken about the newest numbers."""
    qtbot.waitUntil(lambda: workspace.coach.state is CoachState.ready, timeout=30_000)


def settled_height(box: CoachBox) -> int:
    """The height once its wrapped words have been laid out, which takes several turns."""
    height = -1
    while height != box.height():
        height = box.height()
        QApplication.processEvents()
    return height


def test_it_speaks_by_itself_and_is_applied_by_mouse(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    box = workspace.coach_box
    assert box.isVisible()
    assert box.progress.isVisible()
    assert not box.apply_button.isVisible()
    ready(workspace, qtbot)
    assert not box.progress.isVisible()
    assert box.diagnosis_label.text().startswith("Layer 1 receives")
    assert box.change_label.text().startswith("Change: ")
    assert box.expectation_label.text().startswith("Expected on 8 draws")
    assert box.note_label.text().endswith("changes measured")
    qtbot.mouseClick(box.apply_button, Qt.MouseButton.LeftButton)
    assert bench.document.undo_stack.count() == 1
    qtbot.waitUntil(lambda: bench.simulation.current)
    ready(workspace, qtbot)
    assert re.match(r"Expected .* decades; it came to ", box.outcome_label.text())
    assert workspace.verdict.accessibleName() == "Healthy"
    assert not box.apply_button.isVisible()


def test_it_is_applied_and_taken_back_by_keys(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    ready(workspace, qtbot)
    box = workspace.coach_box
    said = box.change_label.text(), box.expectation_label.text()
    before = bench.document.project
    workspace.take_focus()
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.document.project is not before
    qtbot.waitUntil(lambda: bench.simulation.current)
    bench.document.undo_stack.undo()
    assert bench.document.project is before
    qtbot.waitUntil(lambda: bench.simulation.current)
    ready(workspace, qtbot)
    assert (box.change_label.text(), box.expectation_label.text()) == said
    assert not box.outcome_label.isVisible()


def test_measuring_is_stopped_and_begun_again(workspace: GradientsWorkspace, qtbot: QtBot) -> None:
    box = workspace.coach_box
    qtbot.mouseClick(box.stop_button, Qt.MouseButton.LeftButton)
    assert workspace.coach.state is CoachState.asking
    assert not box.progress.isVisible()
    assert box.measure_button.isVisible()
    box.measure_button.setFocus()
    qtbot.keyClick(box.measure_button, Qt.Key.Key_Space)
    ready(workspace, qtbot)
    assert box.apply_button.isVisible()


def test_a_healthy_network_gets_one_calm_sentence(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    open_project(bench, deep(4, 16, "tanh", samples=32))
    ready(workspace, qtbot)
    box = workspace.coach_box
    assert box.change_label.text() == "The gradient holds in every layer: nothing to change."
    shown = (box.diagnosis_label, box.expectation_label, box.outcome_label, box.apply_button)
    assert not any(widget.isVisible() for widget in shown)


def test_stale_words_are_never_shown(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    ready(workspace, qtbot)
    project = bench.document.project
    bench.document.edit(Message("Undo", "Change"), edits.set_seed(project, 12))
    box = workspace.coach_box
    assert not box.apply_button.isVisible()
    assert not box.expectation_label.isVisible()
    assert box.change_label.text() == "Measuring what would help…"


def test_it_speaks_korean(workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot) -> None:
    ready(workspace, qtbot)
    translation = Translation(bench.settings)
    bench.settings.set_language("ko")
    QApplication.processEvents()
    box = workspace.coach_box
    assert box.title_label.text() == "코치"
    assert "자리 작습니다" in box.diagnosis_label.text()
    assert box.change_label.text().startswith("바꿀 것: ")
    assert box.apply_button.text() == "적용"
    hangul = re.compile("[가-힣]")
    for label in (box.diagnosis_label, box.change_label, box.expectation_label, box.note_label):
        assert hangul.search(label.text())
        assert not re.search(r"\b(the|layer|decades|draws)\b", label.text())
    translation.remove()


def test_it_rests_while_step_is_shown(workspace: GradientsWorkspace, qtbot: QtBot) -> None:
    workspace.hide()
    assert workspace.coach.state is CoachState.resting
    workspace.show()
    ready(workspace, qtbot)


def test_in_a_drag_the_box_stays_as_high_as_it_is(
    workspace: GradientsWorkspace, bench: Workbench, qtbot: QtBot
) -> None:
    ready(workspace, qtbot)
    box = workspace.coach_box
    height = settled_height(box)
    project, gesture = bench.document.project, object()
    for seed in (12, 13, 14):
        bench.document.edit(Message("Undo", "Change"), edits.set_seed(project, seed), gesture)
        QApplication.processEvents()
        assert box.progress.isVisible()
        assert box.height() == height
    ready(workspace, qtbot)
    assert box.minimumHeight() == 0, "afterwards it is as high as its words"

"""What the walk stands on is taken away: a clear word, and a sensible place to stand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project.edits.data import set_samples
from gradsim.project.presets import preset
from gradsim.ui.main_window import MainWindow
from gradsim.ui.translation import Translation
from gradsim.viewmodels.messages import Message
from tests.ui.builder.test_inspector import enter, pick, select
from tests.viewmodels.step.truth import assert_true

KEY = Qt.Key
NAME = Message("Undo", "Change")


@pytest.fixture(params=["en", "ko"])
def spoken(window: MainWindow, request: pytest.FixtureRequest) -> Iterator[MainWindow]:
    """The window in both languages."""
    translation = Translation(window.workbench.settings)
    window.workbench.settings.set_language(request.param)
    QApplication.processEvents()
    yield window
    translation.remove()


def settle(window: MainWindow) -> None:
    """Compute what the last gesture asked for."""
    bench = window.workbench
    if not bench.simulation.current:
        bench.simulation.compute_now()
    if not bench.simulation.current:  # the sample that was shown is gone
        bench.simulation.compute_now()
    bench.stepper.finish()
    QApplication.processEvents()
    assert_true(bench.stepper, bench.simulation)


def told(window: MainWindow, english: str, korean: str) -> bool:
    """Whether the sentence of the present language is seen, whole: above the equation, or where
    that has no room at the foot of the window."""
    above, below = window.workspaces.step.strip.row.notice_label, window.status.notice
    wanted = english if window.workbench.settings.language == "en" else korean
    label = above if above.isVisible() else below
    room = label.fontMetrics().horizontalAdvance(wanted)
    other = "" if above.isVisible() else wanted
    return label.text() == wanted and room <= label.width() and below.text() == other


def test_the_layer_of_the_step_is_deleted_by_key(spoken: MainWindow, qtbot: QtBot) -> None:
    stepper = spoken.workbench.stepper
    stepper.jump(4)
    select(spoken.workbench, 4)
    spoken.builder.layers.setFocus()
    qtbot.keyClick(spoken.builder.layers, KEY.Key_Delete)
    settle(spoken)
    assert stepper.current is not None
    assert stepper.current.layer == 3
    assert told(
        spoken,
        "The layer of this step is gone: now at layer 3.",
        "이 단계의 층이 사라졌습니다. 지금: 3층",
    )
    spoken.actions_.undo.trigger()
    settle(spoken)
    assert stepper.current is not None


def test_the_layer_of_the_step_is_deleted_while_it_plays(spoken: MainWindow) -> None:
    stepper = spoken.workbench.stepper
    stepper.jump(4)
    stepper.play()
    spoken.builder.layer_actions.delete((spoken.workbench.document.project.layer_ids[3],))
    settle(spoken)
    assert not stepper.playing
    assert stepper.current is not None


def test_the_parameters_layer_is_deleted(spoken: MainWindow) -> None:
    stepper = spoken.workbench.stepper
    stepper.jump(5)
    spoken.builder.layer_actions.delete((spoken.workbench.document.project.layer_ids[2],))
    settle(spoken)
    assert str(stepper.parameter) == "w:2:2:1"
    parameter = "w₂₁⁽²⁾"
    assert told(
        spoken,
        f"The parameter is gone with the edit: now {parameter}.",
        f"바꾸면서 이 매개변수가 사라졌습니다. 지금: {parameter}",
    )


def test_the_output_that_the_path_goes_through_is_taken_away(
    spoken: MainWindow, qtbot: QtBot
) -> None:
    bench = spoken.workbench
    bench.document.load(preset("mazur"))
    settle(spoken)
    stepper = bench.stepper
    assert stepper.paths is not None
    through = next(i for i, path in enumerate(stepper.paths.paths) if path.units == (2,))
    stepper.choose_path(through)
    stepper.jump(3)
    bench.document.edit(NAME, set_samples(bench.document.project, [[0.05, 0.1]], [[0.01]]))
    settle(spoken)
    assert stepper.path is not None
    assert stepper.path.units == (1,)
    assert stepper.current is not None
    assert stepper.position == 3
    assert told(
        spoken,
        "Unit 2 of layer 2 is gone, and its path with it: now path 1.",
        "2층의 2번 뉴런과 함께 그 경로가 사라졌습니다. 지금: 경로 1",
    )


def test_the_target_of_the_unrolled_output_is_removed(spoken: MainWindow) -> None:
    bench = spoken.workbench
    bench.document.load(preset("mazur"))
    settle(spoken)
    stepper = bench.stepper
    stepper.choose_parameter(ParameterAddress("b", 2, 2))
    stepper.last()
    bench.document.edit(NAME, set_samples(bench.document.project, [[0.05, 0.1]], [[0.01]]))
    settle(spoken)
    assert str(stepper.parameter) == "b:2:1"
    assert told(
        spoken,
        "The parameter is gone with the edit: now b₁⁽²⁾.",
        "바꾸면서 이 매개변수가 사라졌습니다. 지금: b₁⁽²⁾",
    )


def test_units_below_the_parameter_are_taken_away_by_the_inspector(
    spoken: MainWindow, qtbot: QtBot
) -> None:
    stepper = spoken.workbench.stepper
    stepper.choose_parameter(ParameterAddress("w", 3, 3, 3))
    stepper.jump(2)
    select(spoken.workbench, 2)
    enter(qtbot, spoken.builder.inspector.units.field, "1")
    settle(spoken)
    assert str(stepper.parameter) == "w:3:3:1"
    assert told(
        spoken,
        "The parameter is gone with the edit: now w₃₁⁽³⁾.",
        "바꾸면서 이 매개변수가 사라졌습니다. 지금: w₃₁⁽³⁾",
    )


def test_the_sample_on_show_is_removed(spoken: MainWindow, qtbot: QtBot) -> None:
    bench, data = spoken.workbench, spoken.builder.data
    enter(qtbot, data.data.options.row("samples").field, "3")
    settle(spoken)
    pick(data.data.field, "inline")
    bench.scope.choose(3)
    settle(spoken)
    bench.stepper.jump(4)
    data.samples.grid.selectRow(2)
    data.samples.delete.click()
    settle(spoken)
    assert bench.scope.sample == 2
    assert bench.stepper.position == 4
    assert told(
        spoken, "Sample 3 is gone: now sample 2.", "샘플 3번이 사라졌습니다. 지금: 샘플 2번"
    )
    bench.stepper.next()
    assert not spoken.workspaces.step.strip.row.notice_label.isVisible()
    assert not spoken.status.notice.text()

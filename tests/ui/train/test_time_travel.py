"""An earlier moment in every workspace, and an edit that is decided on, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gradsim.engine import Choice
from gradsim.project import edits
from gradsim.project.encoding import encode_project
from gradsim.project.training import Run
from gradsim.ui.main_window import MainWindow
from gradsim.ui.run_banner import RunBanner
from gradsim.ui.train.workspace import TrainWorkspace
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.training.run_state import RunState

LEFT, CTRL, ALT = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
EDIT = Message.of("Edit", "an edit")
KEYS = {"branch": Qt.Key.Key_B, "discard": Qt.Key.Key_D, "cancel": Qt.Key.Key_C,
        "keep": Qt.Key.Key_K, "home": Qt.Key.Key_H}  # fmt: skip


@pytest.fixture
def train(window: MainWindow, qtbot: QtBot) -> Iterator[TrainWorkspace]:
    qtbot.keyClick(window, Qt.Key.Key_4, CTRL)
    made = window.workspaces.train
    assert made is not None
    yield made
    made.session.pause()
    made.session.finish()


@pytest.fixture
def banner(window: MainWindow, train: TrainWorkspace) -> RunBanner:
    made = window.run_place.banner
    assert made is not None
    return made


def asked(banner: RunBanner) -> list[str]:
    return [name for name, button in banner.buttons.items() if button.isVisible()]


def shows_step(workbench: Workbench, step: int) -> bool:
    """Whether the numbers of every workspace are those of the run after `step` steps."""
    result = workbench.simulation.result
    run = Run(workbench.document.open_project)
    run.advance(step)
    return result is not None and all(
        np.array_equal(one, other)
        for one, other in zip(
            result.materials.parameters.weights, run.trainer.parameters.weights, strict=True
        )
    )


def edit(workbench: Workbench) -> None:
    """Another activation, as the builder sets it."""
    project = workbench.document.project
    workbench.document.edit(
        EDIT, edits.set_activation(project, project.layer_ids[:-1], Choice("tanh"))
    )


def test_scrubbed_to_a_step_the_window_shows_it_by_mouse(
    window: MainWindow,
    train: TrainWorkspace,
    banner: RunBanner,
    workbench: Workbench,
    qtbot: QtBot,
) -> None:
    before = encode_project(workbench.document.open_project)
    for _ in range(6):
        qtbot.mouseClick(train.controls.step_button, LEFT)
        train.session.finish()
    train.scrubber.slider.setValue(4)
    train.session.finish()
    assert not banner.isVisible(), "beside the slider its own bar says so, and nothing moves"
    assert train.controls.told.text() == "Looking back at step 4"
    assert window.builder.note_label.text() == "as at step 4"
    tabs = window.top_bar.tabs
    qtbot.mouseClick(tabs, LEFT, pos=tabs.tabRect(0).center())
    assert banner.isVisible()
    assert banner.text.text() == "Step 4 of the run – looking back"
    assert asked(banner) == ["branch", "keep", "home"]
    qtbot.waitUntil(lambda: shows_step(workbench, 4), timeout=5000)
    assert encode_project(workbench.document.open_project) == before
    assert workbench.document.undo_stack.count() == 0
    assert not window.isWindowModified()
    qtbot.mouseClick(banner.buttons["home"], LEFT)
    assert not banner.isVisible()
    assert window.builder.note_label.text() == ""
    qtbot.waitUntil(lambda: shows_step(workbench, 0), timeout=5000)
    assert not train.session.looking_back


def test_scrubbed_to_a_step_the_window_shows_it_by_keys(
    window: MainWindow,
    train: TrainWorkspace,
    banner: RunBanner,
    workbench: Workbench,
    qtbot: QtBot,
) -> None:
    for _ in range(6):
        qtbot.keyClick(window, Qt.Key.Key_Period, CTRL)
        train.session.finish()
    train.scrubber.slider.setFocus()
    for _ in range(3):
        qtbot.keyClick(train.scrubber.slider, Qt.Key.Key_Left)
    train.session.finish()
    for key in (Qt.Key.Key_2, Qt.Key.Key_1):
        qtbot.keyClick(window, key, CTRL)
        assert banner.isVisible()
        qtbot.waitUntil(lambda: shows_step(workbench, 4), timeout=5000)
    qtbot.keyClick(window, KEYS["home"], ALT)
    assert not banner.isVisible()
    qtbot.waitUntil(lambda: shows_step(workbench, 0), timeout=5000)


@pytest.mark.parametrize("how", ["mouse", "keys"])
@pytest.mark.parametrize("answer", ["branch", "discard", "cancel"])
def test_an_edit_during_a_run_has_three_answers(
    window: MainWindow,
    train: TrainWorkspace,
    banner: RunBanner,
    workbench: Workbench,
    qtbot: QtBot,
    answer: str,
    how: str,
) -> None:
    document, session = workbench.document, train.session
    before = document.project
    with qtbot.waitSignal(session.progressed, timeout=5000):
        qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_1, CTRL)
    assert session.state is RunState.running
    edit(workbench)
    edited = document.project
    session.finish()
    assert session.state is RunState.paused
    assert asked(banner) == ["branch", "discard", "cancel"]
    assert "the run is paused" in banner.text.text()
    assert not train.controls.start_button.isEnabled()
    reached = session.moment
    assert reached is not None
    if how == "mouse":
        qtbot.mouseClick(banner.buttons[answer], LEFT)
    else:
        qtbot.keyClick(window, KEYS[answer], ALT)
    assert not banner.isVisible()
    assert train.controls.start_button.isEnabled()
    if answer == "branch":
        assert session.moment is None
        typed = document.project.parameters[0]
        assert typed is not None
        assert typed.weights is not None
        np.testing.assert_array_equal(typed.weights, reached.parameters.weights[0])
        assert document.project.layers[0].activation.name == "tanh"
    elif answer == "discard":
        assert session.moment is None
        assert document.project is edited
    else:
        assert session.moment is reached
        assert document.project == before


def test_an_edit_at_an_earlier_step_is_asked_about_in_its_own_words(
    train: TrainWorkspace, banner: RunBanner, workbench: Workbench, qtbot: QtBot
) -> None:
    train.session.step(6)
    train.session.finish()
    train.session.look_back_to(4)
    train.session.finish()
    edit(workbench)
    assert "as it was at step 4" in banner.text.text()
    qtbot.mouseClick(banner.buttons["branch"], LEFT)
    assert workbench.document.undo_stack.count() == 1
    assert workbench.document.project.is_typed(workbench.document.project.layer_ids[0])


def test_the_weights_of_an_earlier_step_are_kept_as_one_undo_step(
    window: MainWindow,
    train: TrainWorkspace,
    banner: RunBanner,
    workbench: Workbench,
    qtbot: QtBot,
) -> None:
    train.session.step(6)
    train.session.finish()
    train.session.look_back_to(4)
    train.session.finish()
    qtbot.keyClick(window, Qt.Key.Key_1, CTRL)
    before = workbench.document.open_project
    qtbot.keyClick(window, KEYS["keep"], ALT)
    assert not banner.isVisible()
    assert workbench.document.undo_stack.count() == 1
    assert window.isWindowModified()
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert workbench.document.open_project == before
    assert not window.isWindowModified()


def test_a_plan_typed_during_a_run_is_an_edit(
    train: TrainWorkspace, banner: RunBanner, workbench: Workbench, qtbot: QtBot
) -> None:
    train.session.step(3)
    train.session.finish()
    row = train.form.numbers["rate"]
    row.field.selectAll()
    qtbot.keyClicks(row.field, "0.03")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert workbench.document.project.training.rate == 0.03
    assert asked(banner) == ["branch", "discard", "cancel"]
    qtbot.mouseClick(banner.buttons["cancel"], LEFT)
    assert float(row.field.text()) == 0.1


def test_the_steps_of_a_spin_are_one_undo_step(
    train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    field = train.form.numbers["rate"].field
    field.setFocus()
    for _ in range(3):
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert workbench.document.project.training.rate != 0.1
    assert workbench.document.undo_stack.count() == 1


def test_the_banner_speaks_the_language_of_the_window(
    either_language: str,
    window: MainWindow,
    train: TrainWorkspace,
    banner: RunBanner,
    workbench: Workbench,
    qtbot: QtBot,
) -> None:
    train.session.step(6)
    train.session.finish()
    train.session.look_back_to(4)
    train.session.finish()
    qtbot.keyClick(window, Qt.Key.Key_1, CTRL)
    QApplication.processEvents()
    looking = banner.text.text()
    edit(workbench)
    said = [
        looking,
        banner.text.text(),
        *(each.text() for each in banner.findChildren(QPushButton)),
    ]
    assert all(said)
    assert all(each.isascii() or "–" in each for each in said) == (either_language == "en")
    assert all(label.text() for label in banner.findChildren(QLabel))


def test_undo_while_looking_back_is_asked_about_at_the_step_that_branch_takes(
    window: MainWindow, train: TrainWorkspace, banner: RunBanner, workbench: Workbench, qtbot: QtBot
) -> None:
    edit(workbench)
    for _ in range(6):
        qtbot.mouseClick(train.controls.step_button, LEFT)
        train.session.finish()
    train.scrubber.slider.setValue(4)
    train.session.finish()
    qtbot.mouseClick(window.top_bar.undo_button, LEFT)
    assert banner.text.text() == (
        "The project was edited, and step 4 of the run is chosen. Branch off with the numbers of "
        "that step, or discard the run?"
    )
    train.scrubber.slider.setValue(2)
    train.session.finish()
    assert "step 2 of the run is chosen" in banner.text.text()
    train.session.look_home()
    assert banner.text.text().startswith("The project was edited after step 6")
    train.scrubber.slider.setValue(4)
    train.session.finish()
    qtbot.mouseClick(banner.buttons["branch"], LEFT)
    name = workbench.document.undo_name()
    assert name is not None
    assert name.arguments == {"steps": 4}

"""What cannot be trained is said in clear words where it was entered, and nothing is lost."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gradsim.engine import Choice
from gradsim.project import edits
from gradsim.project.model import DataSource
from gradsim.project.presets import preset
from gradsim.ui.builder.fields import NumberField
from gradsim.ui.main_window import MainWindow
from gradsim.ui.train.workspace import TrainWorkspace
from gradsim.ui.translation import Translation
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.training.run_state import RunState

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
BATCH_NORM = Choice.of("batch_norm")


def enter(qtbot: QtBot, field: NumberField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("batch", "told"),
    [("1", "A batch of one sample has no spread"), ("21", "in batches of 21 one is left over")],
)
def test_a_batch_of_one_under_batch_normalization_is_refused_at_the_batch(
    train: TrainWorkspace, workbench: Workbench, qtbot: QtBot, batch: str, told: str
) -> None:
    project = workbench.document.project
    workbench.document.load(edits.set_normalization(project, project.layer_ids[1:2], BATCH_NORM))
    row = train.form.numbers["batch"]
    enter(qtbot, row.field, batch)
    assert told in row.problem_shown()
    assert "layer 2" in row.problem_shown()
    assert workbench.document.project.training.batch is None
    enter(qtbot, row.field, "16")
    assert row.problem_shown() == ""
    qtbot.mouseClick(train.controls.epoch_button, LEFT)
    train.session.finish()
    assert train.session.steps == 4


def test_a_batch_of_one_that_came_by_another_edit_is_said_before_the_first_step(
    train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    project = edits.set_plan_number(preset("first_look"), "batch", 21)
    project = edits.set_normalization(project, project.layer_ids[:1], BATCH_NORM)
    workbench.document.load(project)
    qtbot.mouseClick(train.controls.start_button, LEFT)
    train.session.finish()
    assert train.notice.isVisible()
    assert "one is left over" in train.notice.text.text()
    assert train.session.state is RunState.idle
    assert workbench.document.project == project
    translation = Translation(workbench.settings)
    workbench.settings.set_language("ko")
    qtbot.waitUntil(lambda: "배치" in train.notice.text.text(), timeout=3000)
    assert "left over" not in train.notice.text.text()
    translation.remove()
    enter(qtbot, train.form.numbers["batch"].field, "32")
    qtbot.mouseClick(train.controls.step_button, LEFT)
    train.session.finish()
    assert train.session.steps == 1
    assert not train.notice.isVisible()


def test_a_dropout_of_one_is_refused_in_the_builder(
    window: MainWindow, train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    before = workbench.document.project
    row = window.builder.inspector.remedies.dropout
    enter(qtbot, row.field, "1")
    assert "at least 0 and below 1" in row.problem_shown()
    assert workbench.document.project == before
    train.session.step()
    train.session.finish()
    assert train.session.steps == 1


def test_a_clip_of_zero_is_refused_at_its_field(
    train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    train.form.choices["clip"].field.setFocus()
    qtbot.keyClick(train.form.choices["clip"].field, Qt.Key.Key_Down)
    row = train.form.numbers["clip_at"]
    assert row.isVisible()
    enter(qtbot, row.field, "0")
    assert "above 0" in row.problem_shown()
    assert workbench.document.project.training.clip_at == 1.0


def test_a_label_outside_the_classes_is_named_with_its_sample(
    window: MainWindow, train: TrainWorkspace, workbench: Workbench
) -> None:
    project = edits.set_cost(preset("first_look"), "binary_cross_entropy")
    data = DataSource.inline([[0.0, 1.0], [1.0, 0.0]], [[1.0], [0.0]])
    workbench.document.load(edits.set_data(project, data))
    before = workbench.document.project
    samples = window.builder.data.samples
    model = samples.grid.model()
    model.setData(model.index(1, 2), "2")
    assert samples.refusal.isVisible()
    assert "from 0 to 1; sample 2 has 2" in samples.refusal.text()
    assert workbench.document.project == before
    train.session.step()
    train.session.finish()
    assert train.session.steps == 1


def test_a_rate_of_a_million_breaks_the_run_and_leaves_the_project(
    train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    identity = edits.set_activation(
        preset("first_look"), preset("first_look").layer_ids, Choice("identity")
    )
    workbench.document.load(identity)
    enter(qtbot, train.form.numbers["rate"].field, "1e6")
    planned = workbench.document.project
    assert planned.training.rate == 1e6
    train.session.step(500)
    train.session.finish()
    moment = train.session.moment
    assert moment is not None
    assert moment.divergence is not None
    assert f"Step {moment.divergence.step}" in train.notice.text.text()
    assert workbench.document.project == planned
    assert len(moment.rows) == moment.steps, "what was computed before the break is kept"
    assert not train.controls.start_button.isEnabled()
    assert train.controls.reset_button.isEnabled()


def test_a_second_run_waits_until_the_first_one_is_paused(
    window: MainWindow, train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    session, controls = train.session, train.controls
    with qtbot.waitSignal(session.progressed, timeout=5000):
        qtbot.mouseClick(controls.start_button, LEFT)
    track = session._track
    for button, key in ((controls.step_button, "Period"), (controls.epoch_button, "Comma")):
        assert not button.isEnabled()
        assert button.toolTip() == "A run is going on: pause it first"
        qtbot.mouseClick(button, LEFT)
        qtbot.keyClick(window, getattr(Qt.Key, f"Key_{key}"), CTRL)
    assert session.state is RunState.running
    assert session._track is track, "the run that goes on is the one that was started"
    qtbot.mouseClick(controls.start_button, LEFT)
    session.finish()
    steps = session.steps
    assert controls.step_button.toolTip() == "Take one step (Ctrl+.)"
    qtbot.mouseClick(controls.step_button, LEFT)
    session.finish()
    assert session.steps == steps + 1


@pytest.mark.parametrize(
    ("inputs", "targets"),
    [
        ([[1e17, 0.1]], [[0.01, 0.99]]),
        ([[1e308, 1e308], [-1e308, -1e308]], [[0.0, 1.0], [1.0, 0.0]]),
        ([[1e308], [-1e308]], [[1e308], [-1e308]]),
        ([[1e300]], [[1.7e308]]),
    ],
)
def test_data_of_any_size_are_drawn_without_a_warning(
    train: TrainWorkspace,
    workbench: Workbench,
    inputs: list[list[float]],
    targets: list[list[float]],
) -> None:
    project = edits.set_inputs(preset("mazur"), len(inputs[0]))
    project = edits.set_units(project, project.layer_ids[-1:], len(targets[0]))
    project = edits.set_samples(project, np.array(inputs), np.array(targets))
    workbench.document.load(project)
    train.session.step()
    train.session.finish()
    assert train.session.moment is not None
    train.finish_drawing()
    assert not train.grab().isNull()


def test_no_step_is_taken_by_a_plan_that_shows_a_refused_number(
    window: MainWindow, train: TrainWorkspace, qtbot: QtBot
) -> None:
    controls, row = train.controls, train.form.numbers["rate"]
    buttons = (
        controls.start_button, controls.step_button, controls.epoch_button, controls.race_button,
    )  # fmt: skip
    enter(qtbot, row.field, "abc")
    for button in buttons:
        assert not button.isEnabled()
        assert "refused" in button.toolTip()
        qtbot.mouseClick(button, LEFT)
    qtbot.keyClick(window, Qt.Key.Key_Period, CTRL)
    train.session.finish()
    assert train.session.steps == 0
    enter(qtbot, row.field, "0.10")
    for button in buttons:
        assert button.isEnabled()
        assert "refused" not in button.toolTip()
    qtbot.mouseClick(controls.step_button, LEFT)
    train.session.finish()
    assert train.session.steps == 1
    choice = train.form.choices["optimizer"]
    choice.field.setFocus()
    qtbot.keyClick(choice.field, Qt.Key.Key_Down)
    option = train.session.plan.options("optimizer")[0].option.name
    enter(qtbot, choice.options.row(option).field, "nan")
    assert not controls.step_button.isEnabled()


def test_a_run_that_goes_on_can_be_paused_whatever_is_typed(
    train: TrainWorkspace, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(train.session.progressed, timeout=5000):
        qtbot.mouseClick(train.controls.start_button, LEFT)
    enter(qtbot, train.form.numbers["rate"].field, "abc")
    assert train.controls.start_button.isEnabled()
    qtbot.mouseClick(train.controls.start_button, LEFT)
    train.session.finish()
    assert train.session.state is RunState.paused
    assert not train.controls.start_button.isEnabled()

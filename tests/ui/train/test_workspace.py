"""The Train workspace by mouse alone, by keyboard alone, and in both languages."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gradsim.engine import Choice
from gradsim.project import edits
from gradsim.project.presets import preset
from gradsim.ui.main_window import MainWindow
from gradsim.ui.train.workspace import TrainWorkspace
from gradsim.ui.translation import Translation
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.walk.steps import StepKind
from gradsim.viewmodels.training.run_state import RunState

LEFT, NO, CTRL = (
    Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier,
)  # fmt: skip
EDIT = Message.of("Edit", "an edit")


def shown_texts(workspace: TrainWorkspace) -> str:
    parts = [*workspace.findChildren(QLabel), *workspace.findChildren(QPushButton)]
    return "\n".join(each.text() for each in parts if each.isVisible())


def test_a_run_by_mouse_alone(train: TrainWorkspace, qtbot: QtBot) -> None:
    session, controls = train.session, train.controls
    qtbot.mouseClick(controls.step_button, LEFT)
    session.finish()
    assert session.steps == 1
    qtbot.mouseClick(controls.epoch_button, LEFT)
    session.finish()
    assert session.steps == 2, "all samples in a step: an epoch is one"
    with qtbot.waitSignal(session.progressed, timeout=5000):
        qtbot.mouseClick(controls.start_button, LEFT)
    assert controls.start_button.text() == "Pause"
    qtbot.mouseClick(controls.start_button, LEFT)
    session.finish()
    assert controls.start_button.text() == "Go on"
    qtbot.mouseClick(controls.take_button, LEFT)
    assert train._workbench.document.undo_stack.count() == 1
    taken = session.steps
    qtbot.mouseClick(controls.reset_button, LEFT)
    assert session.moment is None
    assert session.state is RunState.idle
    assert controls.reset_button.text() == "Bring back"
    qtbot.mouseClick(controls.reset_button, LEFT)
    session.finish()
    assert session.steps == taken
    assert controls.reset_button.text() == "Reset"


def test_a_button_that_cannot_be_pressed_says_why(train: TrainWorkspace, qtbot: QtBot) -> None:
    session, controls = train.session, train.controls
    assert not controls.take_button.isEnabled()
    assert "Before the first step" in controls.take_button.toolTip()
    with qtbot.waitSignal(session.progressed, timeout=5000):
        qtbot.mouseClick(controls.start_button, LEFT)
    assert not controls.take_button.isEnabled()
    assert "pause it first" in controls.take_button.toolTip()
    qtbot.mouseClick(controls.start_button, LEFT)
    session.finish()
    assert controls.take_button.isEnabled()
    assert "as one undo step" in controls.take_button.toolTip()


def test_a_run_by_keyboard_alone(window: MainWindow, train: TrainWorkspace, qtbot: QtBot) -> None:
    session = train.session
    qtbot.keyClick(window, Qt.Key.Key_Period, CTRL)
    session.finish()
    assert session.steps == 1
    qtbot.keyClick(window, Qt.Key.Key_Comma, CTRL)
    session.finish()
    assert session.steps == 2
    with qtbot.waitSignal(session.progressed, timeout=5000):
        qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    session.finish()
    assert session.state is RunState.paused
    train.controls.take_button.setFocus()
    qtbot.keyClick(train.controls.take_button, Qt.Key.Key_Space)
    assert train._workbench.document.undo_stack.count() == 1
    qtbot.keyClick(window, Qt.Key.Key_Backspace, CTRL)
    assert session.moment is None


def test_the_focus_is_where_a_run_begins(window: MainWindow, train: TrainWorkspace) -> None:
    assert window.focusWidget() is train.controls.start_button


def test_the_plan_is_typed_and_a_refusal_stands_at_its_place(
    train: TrainWorkspace, qtbot: QtBot
) -> None:
    row = train.form.numbers["rate"]
    row.field.selectAll()
    qtbot.keyClicks(row.field, "quick")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert "not a number" in row.problem_shown()
    row.field.selectAll()
    qtbot.keyClicks(row.field, "0.03")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert row.problem_shown() == ""
    assert train.session.plan.plan.rate == 0.03
    train.form.choices["optimizer"].field.setFocus()
    qtbot.keyClick(train.form.choices["optimizer"].field, Qt.Key.Key_Down)
    assert train.session.plan.plan.optimizer.name == "momentum"
    assert train.form.choices["optimizer"].options.row("momentum").isVisible()
    assert train.session.project.training.rate == 0.03


def test_the_heat_map_reads_layers_and_chooses_one(
    train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    train.session.step(10)
    train.session.finish()
    heat_map, moment = train.gradients, train.session.moment
    assert moment is not None
    heat_map.setFocus()
    qtbot.keyClick(heat_map, Qt.Key.Key_Right)
    assert "layer 5, step 10" in heat_map.accessibleDescription()
    for _ in range(4):
        qtbot.keyClick(heat_map, Qt.Key.Key_Down)
    qtbot.keyClick(heat_map, Qt.Key.Key_Left)
    assert "layer 1, step 9" in heat_map.accessibleDescription()
    qtbot.keyClick(heat_map, Qt.Key.Key_Return)
    assert workbench.selection.layer_ids == (workbench.document.project.layer_ids[0],)
    area = heat_map._area()
    qtbot.mouseClick(heat_map, LEFT, pos=QPoint(int(area.center().x()), int(area.top()) + 3))
    assert workbench.selection.layer_ids == (workbench.document.project.layer_ids[-1],)


def test_the_cost_plot_reads_the_run(train: TrainWorkspace, qtbot: QtBot) -> None:
    train.session.plan.set_number("validation", 0.25)
    train.session.step(10)
    train.session.finish()
    moment = train.session.moment
    assert moment is not None
    train.costs.setFocus()
    qtbot.keyClick(train.costs, Qt.Key.Key_End)
    told = train.costs.reading.readout.text()
    assert "step 10" in told
    assert "kept aside" in told
    assert train.costs.table is not None
    table = train.costs.table()
    assert [row[0] for row in table.rows] == list(range(1, 11))
    assert table.rows[-1][3] == float(moment.column("batch_cost")[-1])


def test_the_slider_goes_back_by_keys_and_a_click_in_the_plot_does_too(
    train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    session, slider = train.session, train.scrubber.slider
    session.step(20)
    session.finish()
    assert slider.value() == slider.maximum() == 21, "the start, twenty steps, and the newest"
    assert not train.controls.branch_button.isVisible()
    slider.setFocus()
    for _ in range(5):
        qtbot.keyClick(slider, Qt.Key.Key_Left)
    session.finish()
    assert train.scrubber.told.text() == "step 16 of 20"
    assert train.number_panel.title_label.text() == "At step 16"
    assert train.costs._moment._x == 16.0
    assert train.gradients._moment == 16.0
    assert session.moment is not None
    assert session.shown is not None
    assert train.numbers.values["cost"].text() == words.number(session.shown.scores.cost)
    assert session.shown.scores.cost != session.moment.scores.cost
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert train.number_panel.title_label.text() == "Now"
    assert train.costs._moment._x is None
    train.costs.setFocus()
    qtbot.keyClick(train.costs, Qt.Key.Key_Home)
    qtbot.keyClick(train.costs, Qt.Key.Key_Right)
    qtbot.keyClick(train.costs, Qt.Key.Key_Return)
    session.finish()
    assert train.scrubber.told.text() == "step 2 of 20"
    qtbot.mouseClick(train.controls.branch_button, LEFT)
    assert workbench.document.undo_stack.count() == 1
    assert session.moment is None
    assert train.form.numbers["rate"].field.isEnabled()


def test_the_gradients_are_lines_or_a_map(train: TrainWorkspace, qtbot: QtBot) -> None:
    train.session.step(10)
    train.session.finish()
    qtbot.mouseClick(train.way.button("lines"), LEFT)
    assert train.lines.isVisible()
    assert not train.gradients.isVisible()
    assert train.lines.layers == (1, 2, 3, 4, 5)
    train.lines.setFocus()
    qtbot.keyClick(train.lines, Qt.Key.Key_End)
    told = train.lines.reading.readout.text()
    assert told.splitlines()[0] == "step 10"
    assert "layer 1:" in told
    qtbot.keyClick(train.lines, Qt.Key.Key_Left)
    qtbot.keyClick(train.lines, Qt.Key.Key_Return)
    train.session.finish()
    assert train.scrubber.told.text() == "step 9 of 10"
    train.way.button("lines").setFocus()
    qtbot.keyClick(train.way.button("lines"), Qt.Key.Key_Left)
    assert train.gradients.isVisible()


def test_the_plots_show_the_recent_steps_or_all(train: TrainWorkspace, qtbot: QtBot) -> None:
    train.session.step(1500)
    train.session.finish()
    assert train.gradients._steps[0] >= 500
    assert train.gradients._steps[-1] == 1500
    qtbot.mouseClick(train.scrubber.extent.button("whole"), LEFT)
    assert train.gradients._steps[0] < 10
    qtbot.keyClick(train.scrubber.extent.button("whole"), Qt.Key.Key_Left)
    assert train.gradients._steps[0] >= 500
    train.session.look_back_to(100)
    train.session.finish()
    assert train.gradients._steps[0] < 10, "what is looked back at is in the picture"


def test_the_update_of_one_weight_stands_in_symbols_and_numbers(
    train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    train.session.plan.choose("optimizer", "momentum")
    train.session.step(5)
    train.session.finish()
    train.pictures.chooser.setFocus()
    qtbot.keyClick(train.pictures.chooser, Qt.Key.Key_End)
    assert not train.function.isVisible()
    view, moment = train.update_view, train.session.moment
    assert moment is not None
    assert moment.update is not None
    first = moment.update.of_weight(1, 1, 1)
    assert words.number(first.gradient, 5) in view.lines.text()
    assert "v = μ v + g" in view.lines.text()
    assert view.symbol.text() == "w₁₁⁽¹⁾"
    view.unit_field.setFocus()
    qtbot.keyClick(view.unit_field, Qt.Key.Key_Up)
    assert view.symbol.text() == "w₂₁⁽¹⁾"
    workbench.selection.select([workbench.document.project.layer_ids[2]])
    assert view.symbol.text() == "w₂₁⁽³⁾"
    told = moment.update.of_weight(3, 2, 1)
    assert words.number(told.after, 5) in view.lines.text()
    train.session.look_back_to(2)
    train.session.finish()
    assert "newest step alone" in view.lines.text()
    workbench.document.load(preset("digits_classifier"))
    assert view.isVisible()
    assert "After the first step" in view.lines.text()


def test_gamma_and_beta_of_a_layer_that_normalizes_have_an_update(
    train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    project = workbench.document.project
    workbench.document.load(
        edits.set_normalization(project, project.layer_ids[:1], Choice("batch_norm"))
    )
    train.pictures.chooser.setFocus()
    qtbot.keyClick(train.pictures.chooser, Qt.Key.Key_End)
    assert train.pictures.subject == "update"
    qtbot.mouseClick(train.controls.step_button, LEFT)
    train.session.finish()
    view, moment = train.update_view, train.session.moment
    assert moment is not None
    assert moment.update is not None
    qtbot.mouseClick(view.letters.button("γ"), LEFT)
    assert view.symbol.text() == "γ₁⁽¹⁾"
    assert not view.source_field.isVisible()
    gradient = moment.update.of_learned("γ", 1, 1).gradient
    assert words.number(gradient, 5) in view.lines.text()
    view.letters.button("γ").setFocus()
    qtbot.keyClick(view.letters.button("γ"), Qt.Key.Key_Right)
    assert view.symbol.text() == "β₁⁽¹⁾"
    workbench.selection.select([project.layer_ids[1]])
    assert view.symbol.text() == "w₁₁⁽²⁾"
    assert not view.letters.isVisible()


def test_omega_and_max_norm_are_in_the_plan_and_their_cost_is_told(
    train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    for name, text in (("omega", "0.5"), ("max_norm", "2")):
        row = train.form.numbers[name]
        row.field.setFocus()
        row.field.selectAll()
        qtbot.keyClicks(row.field, text)
        qtbot.keyClick(row.field, Qt.Key.Key_Return)
        assert row.problem_shown() == ""
        assert "0: no" in row.field.toolTip()
    plan = workbench.document.project.training
    assert (plan.omega, plan.max_norm) == (0.5, 2.0)
    assert not train.numbers.values["penalty"].isVisible()
    train.session.step(2)
    train.session.finish()
    moment = train.session.moment
    assert moment is not None
    penalty = float(moment.column("penalty")[-1])
    assert penalty > 0.0
    assert train.numbers.values["penalty"].text() == words.number(penalty)
    train.costs.setFocus()
    qtbot.keyClick(train.costs, Qt.Key.Key_End)
    assert words.number(penalty) in train.costs.reading.readout.text()
    train.session.reset()
    project = workbench.document.project
    edits_off = edits.set_plan_number(project, "omega", 0.0)
    workbench.document.load(edits.set_dropout(edits_off, project.layer_ids[:1], 0.5))
    row = train.form.numbers["omega"]
    row.field.selectAll()
    qtbot.keyClicks(row.field, "1")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert "Layer 1 has a remedy" in row.problem_shown()


def test_a_broken_run_leads_to_the_place_in_step(
    window: MainWindow, train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    project = workbench.document.project
    workbench.document.load(edits.set_activation(project, project.layer_ids, Choice("identity")))
    train.session.plan.set_number("rate", 1e6)
    train.session.step(500)
    train.session.finish()
    assert train.notice.isVisible()
    assert train.session.moment is not None
    divergence = train.session.moment.divergence
    assert divergence is not None
    assert str(divergence.step) in train.notice.text.text()
    qtbot.mouseClick(train.notice.show_button, LEFT)
    assert window.workspaces.currentWidget() is window.workspaces.step
    layer = workbench.document.project.layer_ids[divergence.layer - 1]
    assert workbench.selection.layer_ids == (layer,)
    qtbot.waitUntil(lambda: workbench.simulation.current and workbench.stepper.position > 0)
    here = workbench.stepper.current
    assert here is not None
    assert here.layer == divergence.layer
    assert workbench.scope.sample is None, "what broke was a batch"
    if divergence.kind == "cost":
        assert here.kind is StepKind.COST_VALUE


def test_the_picture_of_the_function_is_for_one_or_two_inputs(
    train: TrainWorkspace, workbench: Workbench
) -> None:
    assert train.function.isVisible()
    workbench.document.load(preset("digits_classifier"))
    assert not train.function.isVisible()
    assert train.pictures.subject == "weights", "of digits, what can be drawn"
    train.session.plan.set_number("batch", 32)
    train.session.step(3)
    train.session.finish()
    assert "%" in train.numbers.values["accuracy"].text()


def test_fifty_layers_that_do_not_move_are_named(
    train: TrainWorkspace, workbench: Workbench
) -> None:
    project = preset("fifty_layers")
    workbench.document.load(
        edits.set_activation(project, project.layer_ids[:-1], Choice("sigmoid"))
    )
    train.session.step(5)
    train.session.finish()
    assert "layers 1–" in train.movement.sentence.text()
    moment = train.session.moment
    assert moment is not None
    assert moment.gradients(5)[0][-1, 0] < -20
    assert np.isfinite(moment.moved[-1])


def test_a_run_goes_on_through_other_words_colours_and_workspaces(
    window: MainWindow, train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    session, translation = train.session, Translation(workbench.settings)
    with qtbot.waitSignal(session.progressed, timeout=5000):
        qtbot.mouseClick(train.controls.start_button, LEFT)
    workbench.settings.set_language("ko")
    workbench.settings.set_theme("dark")
    qtbot.waitUntil(lambda: train.controls.start_button.text() == "일시 정지", timeout=5000)
    qtbot.keyClick(window, Qt.Key.Key_1, CTRL)
    here = session.steps
    qtbot.waitUntil(lambda: session.steps > here, timeout=5000)
    drawn = train.costs.reading._stops.max(initial=-1)
    qtbot.keyClick(window, Qt.Key.Key_4, CTRL)
    qtbot.waitUntil(lambda: train.costs.reading._stops.max(initial=-1) > drawn, timeout=5000)
    assert session.state is RunState.running
    translation.remove()


def test_another_project_ends_a_run_that_goes_on(
    train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(train.session.progressed, timeout=5000):
        train.session.start()
    workbench.document.load(preset("mazur"))
    assert train.session.state is RunState.idle
    assert not train.notice.isVisible()
    qtbot.mouseClick(train.controls.step_button, LEFT)
    train.session.finish()
    assert train.session.steps == 1
    assert train.session.project == preset("mazur")


def test_every_word_is_korean_in_korean(
    train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    train.session.step(3)
    train.session.finish()
    translation = Translation(workbench.settings)
    workbench.settings.set_language("ko")
    qtbot.waitUntil(lambda: train.controls.step_button.text() == "한 걸음", timeout=3000)
    texts = shown_texts(train)
    assert "계획" in texts
    assert "3번째 걸음" in texts
    assert "3걸음 가운데 3번째" in texts
    assert {"최근", "전체", "지도", "선"} <= set(texts.splitlines())
    assert "Cost" not in texts
    assert "layer" not in texts
    translation.remove()


def test_what_stands_still_is_told_below_the_bars(
    window: MainWindow, train: TrainWorkspace, either_language: str, qtbot: QtBot
) -> None:
    del either_language
    window.resize(1280, 720)
    qtbot.mouseClick(train.controls.step_button, LEFT)
    train.session.finish()
    project = window.workbench.document.project
    edited = edits.set_activation(project, project.layer_ids[:-1], Choice("tanh"))
    window.workbench.document.edit(EDIT, edited)  # the question above takes room
    view = train.movement
    qtbot.waitUntil(lambda: not view.sentence.isHidden())
    needed = view.sentence.heightForWidth(view.sentence.width())
    qtbot.waitUntil(lambda: view.sentence.height() >= needed)
    assert view.bars.geometry().bottom() < view.sentence.geometry().top()
    assert view.bars.height() >= view.bars.minimumHeight()
    assert view.sentence.geometry().bottom() <= view.height()


def test_a_click_on_the_slider_goes_there_and_a_drag_goes_on(
    train: TrainWorkspace, qtbot: QtBot
) -> None:
    train.session.step(39)
    train.session.finish()
    slider = train.scrubber.slider
    middle = slider.rect().center()
    assert slider.value() == slider.maximum() == 40
    qtbot.mousePress(slider, LEFT, pos=middle)
    train.session.finish()
    assert abs(slider.value() - 20) <= 1
    assert abs(train.session.position - 20) <= 1
    assert slider.isSliderDown()
    qtbot.mouseMove(slider, middle - QPoint(slider.width() // 4, 0))
    train.session.finish()
    assert abs(slider.value() - 10) <= 1
    qtbot.mouseRelease(slider, LEFT, pos=middle - QPoint(slider.width() // 4, 0))
    assert not slider.isSliderDown()
    qtbot.mouseMove(slider, middle)
    assert abs(slider.value() - 10) <= 1, "the button is up"
    for x, value in ((0, 0), (slider.width() - 1, 40)):
        qtbot.mouseClick(slider, LEFT, pos=QPoint(x, middle.y()))
        train.session.finish()
        assert slider.value() == value
    for key, value in ((Qt.Key.Key_Left, 39), (Qt.Key.Key_PageDown, 29), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(slider, key)
        train.session.finish()
        assert slider.value() == value


def test_among_few_moments_a_click_goes_to_the_nearest(train: TrainWorkspace, qtbot: QtBot) -> None:
    train.session.step(1)
    train.session.finish()
    slider = train.scrubber.slider
    for share, value in ((0.2, 0), (0.3, 1), (0.65, 1), (0.8, 2), (0.2, 0)):
        place = QPoint(round(share * slider.width()), slider.height() // 2)
        qtbot.mouseClick(slider, LEFT, pos=place)
        train.session.finish()
        assert slider.value() == value

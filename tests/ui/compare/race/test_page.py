"""The page of the race, by mouse alone and by keyboard alone, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from gradsim.engine import Choice
from gradsim.project import edits
from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.ui.compare.grid.page import GridPage
from gradsim.ui.compare.race.page import RacePage
from gradsim.ui.compare.race.score_plot import MOST_POINTS, ScorePlot
from gradsim.ui.compare.runs.page import RunsPage
from gradsim.ui.main_window import MainWindow
from gradsim.ui.plots.cost_axis import CostAxis
from gradsim.ui.theme import ThemeController
from gradsim.ui.translation import Translation
from gradsim.viewmodels.compare.grid.axes import Place
from gradsim.viewmodels.gradients.decades import Span
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.training.plan_model import PlanModel
from gradsim.viewmodels.training.run_state import RunState
from tests.ui.test_accessibility import controls, nameless, spoken

KEY, LEFT, NO = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PROJECT = preset("first_look")
EDIT = Message.of("Edit", "an edit")
HANGUL = range(0xAC00, 0xD7A4)
RELU = edits.set_weights(
    edits.set_activation(PROJECT, PROJECT.layer_ids[:-1], Choice("relu")),
    PROJECT.layer_ids,
    Choice("he_normal"),
)


def with_activation(name: str) -> Project:
    return edits.set_activation(PROJECT, PROJECT.layer_ids[:-1], Choice(name))


def opened(window: MainWindow) -> RacePage:
    compare = window.workspaces.compare
    assert compare is not None
    page = compare.page
    assert isinstance(page, RacePage)
    return page


@pytest.fixture
def page(window: MainWindow) -> Iterator[RacePage]:
    """The page, with nobody in the race and a ReLU network pinned."""
    window.workbench.runs.pin_project(RELU)
    window.workspaces.open_compare("race")
    window.open_workspace("compare")
    made = opened(window)
    yield made
    made.session.pause()
    made.session.finish()


def enter(window: MainWindow, *names: str) -> None:
    window.workbench.race.enter(with_activation(name) for name in names)


def stepped(page: RacePage, steps: int) -> None:
    page.session.step(steps)
    page.session.finish()


def plan_is(window: MainWindow, **numbers: float) -> None:
    """Set the plan as a person does in Train."""
    model = PlanModel(window.workbench.document, window.workbench.settings)
    for name, value in numbers.items():
        model.set_number(name, value)


def test_a_race_by_mouse_alone(page: RacePage, window: MainWindow, qtbot: QtBot) -> None:
    controls, panel = page.controls, page.racers
    assert not controls.start_button.isEnabled()
    assert panel.empty.isVisible()
    qtbot.mouseClick(panel.open_button, LEFT)
    qtbot.mouseClick(panel.runs_button, LEFT)
    assert list(panel.rows) == [1, 2], "the open network and the pinned run"
    assert panel.rows[2].name.text() == "2 · ReLU · He normal (Kaiming)"
    qtbot.mouseClick(controls.step_button, LEFT)
    page.session.finish()
    assert controls.told.text() == "step 1"
    with qtbot.waitSignal(page.session.progressed, timeout=5000):
        qtbot.mouseClick(controls.start_button, LEFT)
    assert controls.start_button.text() == "Pause"
    qtbot.mouseClick(controls.start_button, LEFT)
    page.session.finish()
    assert controls.start_button.text() == "Go on"
    assert "leads" in page.standing.text.text()
    assert "Layer 1 has moved by 1 % of its size" in page.movement.text.text()
    assert "at the start" in panel.rows[1].told.text()
    qtbot.mouseClick(page.layers.shares.button("0.1"), LEFT)
    assert "by 10 % of its size" in page.movement.text.text()
    qtbot.mouseClick(panel.rows[2].load_button, LEFT)
    assert window.workbench.document.project.layers[0].activation.name == "relu"
    assert window.workbench.document.undo_stack.count() == 1
    qtbot.mouseClick(panel.rows[1].remove_button, LEFT)
    assert list(panel.rows) == [2]
    qtbot.mouseClick(controls.reset_button, LEFT)
    assert page.session.moment is None
    qtbot.mouseClick(panel.clear_button, LEFT)
    assert panel.rows == {}
    assert page.curves.hint.isVisible()


def test_a_race_by_keyboard_alone(window: MainWindow, qtbot: QtBot) -> None:
    window.workbench.runs.pin_project(RELU)
    qtbot.keyClick(window, KEY.Key_3, CTRL)
    qtbot.keyClick(window, KEY.Key_5, ALT)
    page = opened(window)
    assert window.focusWidget() is page.racers.open_button
    qtbot.keyClick(page.racers.open_button, KEY.Key_Space)
    page.racers.runs_button.setFocus()
    qtbot.keyClick(page.racers.runs_button, KEY.Key_Space)
    qtbot.keyClick(window, KEY.Key_Period, CTRL)
    page.session.finish()
    assert page.session.steps == 1
    with qtbot.waitSignal(page.session.progressed, timeout=5000):
        qtbot.keyClick(window, KEY.Key_Return, CTRL)
    qtbot.keyClick(window, KEY.Key_Return, CTRL)
    page.session.finish()
    assert page.session.state is RunState.paused
    page.controls.speed_box.setFocus()
    qtbot.keyClick(page.controls.speed_box, KEY.Key_Home)
    assert page.session.speed == 1
    share = page.layers.shares.button("0.01")
    share.setFocus()
    qtbot.keyClick(share, KEY.Key_Left)
    assert page.session.share == 0.001
    qtbot.keyClick(window, KEY.Key_Backspace, CTRL)
    assert page.session.moment is None
    page.take_focus()
    assert window.focusWidget() is page.controls.start_button


def test_keys_read_the_curves_and_the_layers(
    page: RacePage, window: MainWindow, qtbot: QtBot
) -> None:
    enter(window, "tanh", "relu")
    stepped(page, 40)
    costs = page.curves.costs
    costs.setFocus()
    qtbot.keyClick(costs, KEY.Key_End)
    lines = costs.reading.readout.text().splitlines()
    assert lines[0] == "step 40"
    assert [line.split(":")[0] for line in lines[1:]] == ["racer 1", "racer 2"]
    plot = page.layers.plot
    plot.setFocus()
    qtbot.keyClick(plot, KEY.Key_End)
    lines = plot.reading.readout.text().splitlines()
    assert lines[0] == "layer 5"
    first = int(page.session.racing[0].first_moves(0.01)[4])
    assert lines[1] == f"racer 1: step {first}"
    assert plot.table is not None
    assert plot.table().rows[4][1] == first


def test_a_layer_that_stands_still_is_marked_above(page: RacePage, window: MainWindow) -> None:
    enter(window, "sigmoid")
    stepped(page, 5)
    assert page.layers.plot.gutter_labels == ("not yet",)
    assert "racer 1 not yet" in page.movement.text.text()


def test_right_answers_are_drawn_where_there_are_some(page: RacePage, window: MainWindow) -> None:
    enter(window, "tanh")
    stepped(page, 2)
    assert not page.curves.rights.isVisible()
    assert page.curves.title_label.text() == "Cost"
    window.workbench.race.clear()
    digits = preset("digits_classifier")
    window.workbench.document.load(digits)
    window.workbench.race.enter((digits,))
    stepped(page, 2)
    assert page.curves.rights.isVisible()
    assert "% right" in page.racers.rows[1].told.text()
    assert not page.curves.samples.isVisible()


def test_samples_kept_aside_have_curves_of_their_own(
    page: RacePage, window: MainWindow, qtbot: QtBot
) -> None:
    plan_is(window, validation=0.25)
    enter(window, "tanh")
    stepped(page, 3)
    racer = page.session.racing[0]
    qtbot.mouseClick(page.curves.samples.button("aside"), LEFT)
    assert page.curves.costs.table is not None
    assert page.curves.costs.table().rows[-1] == (3, racer.now("validation_cost"))


def test_an_exported_picture_says_which_samples_its_curves_are_of(
    page: RacePage, window: MainWindow, qtbot: QtBot
) -> None:
    enter(window, "sigmoid", "tanh")
    plan_is(window, validation=0.25)
    stepped(page, 4)
    racers = [(0, "1  Sigmoid"), (1, "2  Tanh")]
    assert [*page.curves.costs.caption()] == [
        (None, "Curves of the samples trained on"),
        *racers,
    ]
    qtbot.mouseClick(page.curves.samples.button("aside"), LEFT)
    assert [*page.curves.costs.caption()] == [(None, "Curves of the samples kept aside"), *racers]


def test_who_diverges_is_named_with_its_layer_and_the_others_go_on(
    page: RacePage, window: MainWindow
) -> None:
    plan_is(window, rate=3.0)
    wild = edits.set_activation(PROJECT, PROJECT.layer_ids, Choice("identity"))
    window.workbench.race.enter((wild, with_activation("tanh")))
    stepped(page, 400)
    said = page.standing.text.text()
    broken = page.session.racing[0].divergence
    assert broken is not None
    assert f"Racer 1 is out at layer {broken.layer}. Step {broken.step}:" in said
    assert "Racer 2 has the cost" in said
    assert page.curves.costs.gutter_labels[0] == "out"
    assert page.controls.start_button.isEnabled()
    assert page.session.steps == 400


def test_nobody_left_and_another_plan_are_said_above(page: RacePage, window: MainWindow) -> None:
    plan_is(window, rate=1e6)
    window.workbench.race.enter(
        (edits.set_activation(PROJECT, PROJECT.layer_ids, Choice("identity")),)
    )
    stepped(page, 500)
    assert "Nobody can go on" in page.notice.text.text()
    assert not page.controls.start_button.isEnabled()
    plan_is(window, rate=0.1)
    window.open_workspace("train")
    window.open_workspace("compare")
    assert "have changed" in page.notice.text.text()
    assert "goes on" not in page.notice.text.text(), "it cannot"
    page.session.reset()
    assert not page.notice.isVisible()


def test_who_does_not_fit_the_data_says_so(page: RacePage, window: MainWindow) -> None:
    window.workbench.race.enter((preset("digits_classifier"), with_activation("tanh")))
    stepped(page, 2)
    assert "64 inputs and 10 outputs" in page.racers.rows[1].told.text()
    assert "Racer 1 could not start." in page.standing.text.text()
    assert page.session.racing[1].steps == 2


def test_where_no_racer_fits_the_words_do_not_send_to_reset_alone(
    page: RacePage, window: MainWindow, qtbot: QtBot
) -> None:
    window.workbench.race.enter((preset("digits_classifier"), preset("fifty_layers")))
    stepped(page, 1)
    assert page.session.state is RunState.broken
    assert "Reset alone does not help" in page.notice.text.text()
    assert "No racer could start" in page.curves.hint.text()
    page.racers.rows[1].load_button.click()
    page.refresh()
    assert page.notice.text.text().startswith("Nobody can go on. Data, seed or plan have changed")
    qtbot.mouseClick(page.controls.reset_button, LEFT)
    assert not page.notice.isVisible()
    stepped(page, 1)
    assert page.session.racing[0].steps == 1


def test_another_racer_that_fits_makes_reset_help(page: RacePage, window: MainWindow) -> None:
    window.workbench.race.enter((preset("digits_classifier"),))
    stepped(page, 1)
    assert page.session.hopeless
    enter(window, "tanh")
    assert page.notice.text.text() == "Nobody can go on. Reset begins anew."
    page.session.reset()
    stepped(page, 1)
    assert page.session.racing[1].steps == 1


def test_a_fifth_is_refused_in_words(page: RacePage, window: MainWindow) -> None:
    enter(window, "tanh", "relu", "elu", "selu", "gelu")
    assert list(page.racers.rows) == [1, 2, 3, 4]
    assert "Four networks" in page.racers.refusal.text()
    assert page.racers.refusal.isVisible()
    assert not page.racers.open_button.isEnabled()


def grid_of(window: MainWindow, qtbot: QtBot) -> GridPage:
    window.workbench.settings.set_text(
        "compare_grid",
        '{"activations": ["sigmoid", "tanh"], "initializers": ["he_normal", "orthogonal"],'
        ' "depth": 4, "width": 4, "seeds": 2}',
    )
    window.workspaces.open_compare("grid")
    window.open_workspace("compare")
    assert window.workspaces.compare is not None
    grid = window.workspaces.compare.page
    assert isinstance(grid, GridPage)
    grid.finish_drawing()
    return grid


def test_two_clicks_from_a_cell_of_the_grid(window: MainWindow, qtbot: QtBot) -> None:
    grid = grid_of(window, qtbot)
    grid.view.look_at(Place("tanh", "he_normal"))
    qtbot.mouseClick(grid.side.race_button, LEFT)
    (link,) = (
        each
        for each in grid.side.findChildren(QAbstractButton)
        if each.isVisible() and each.text() == "To the race (1)"
    )
    qtbot.mouseClick(link, LEFT)
    page = opened(window)
    assert page.isVisible()
    (racer,) = window.workbench.race.racers
    assert racer.project.layers[0].activation.name == "tanh"
    assert len(racer.project.layers) == 4
    assert window.workbench.document.undo_stack.count() == 0, "nothing was edited"


def test_r_lets_cells_race_and_a_second_time_says_why_not(window: MainWindow, qtbot: QtBot) -> None:
    grid = grid_of(window, qtbot)
    grid.take_focus()
    grid.view.look_at(Place("sigmoid", "he_normal"))
    qtbot.keyClick(grid.canvas, KEY.Key_R)
    qtbot.keyClick(grid.canvas, KEY.Key_Right)
    qtbot.keyClick(grid.canvas, KEY.Key_R)
    assert [each.number for each in window.workbench.race.racers] == [1, 2]
    assert not grid.refusal.isVisible()
    qtbot.keyClick(grid.canvas, KEY.Key_R)
    assert grid.refusal.text() == "This network is in the race already, as racer 2."
    assert grid.refusal.isVisible()


def test_the_runs_race_by_one_click(window: MainWindow, qtbot: QtBot) -> None:
    window.workbench.runs.pin_project(RELU)
    window.workspaces.open_compare("runs")
    window.open_workspace("compare")
    assert window.workspaces.compare is not None
    runs = window.workspaces.compare.page
    assert isinstance(runs, RunsPage)
    qtbot.mouseClick(runs.runs.race_button, LEFT)
    page = opened(window)
    assert list(page.racers.rows) == [1, 2]
    names = [each.project.layers[0].activation.name for each in window.workbench.race.racers]
    assert names == ["sigmoid", "relu"]


def test_the_network_of_train_races_by_one_click(window: MainWindow, qtbot: QtBot) -> None:
    window.open_workspace("train")
    train = window.workspaces.train
    assert train is not None
    train.session.plan.set_number("rate", 0.7)
    qtbot.mouseClick(train.controls.race_button, LEFT)
    page = opened(window)
    assert page.isVisible()
    document = window.workbench.document
    assert [each.project for each in window.workbench.race.racers] == [document.project]
    assert page.session.field.plan.rate == 0.7
    assert "η = 0.7" in page.racers.shared.text()
    assert list(window.workspaces.compare._made) == ["race"], "no other page was made for it"  # type: ignore[union-attr]


def test_every_control_has_a_name_and_every_word_is_korean_in_korean(
    page: RacePage, window: MainWindow, qtbot: QtBot
) -> None:
    translation = Translation(window.workbench.settings)
    enter(window, "tanh", "relu", "elu")
    stepped(page, 10)
    assert nameless(page) == []
    window.workbench.settings.set_language("ko")
    qtbot.waitUntil(lambda: page.controls.step_button.text() == "한 걸음")
    assert nameless(page) == []
    assert page.racers.title_label.text() == "주자"
    for text in (page.standing.text.text(), page.movement.text.text(), page.racers.shared.text()):
        for line in text.splitlines():
            assert any(ord(letter) in HANGUL for letter in line), line
    names = [spoken(row.remove_button) for row in page.racers.rows.values()]
    assert len(set(names)) == 3
    translation.remove()


def test_tab_reaches_every_control_of_the_page(
    page: RacePage, window: MainWindow, qtbot: QtBot
) -> None:
    enter(window, "tanh", "relu")
    stepped(page, 3)
    qtbot.waitUntil(lambda: all(row.isVisible() for row in page.racers.rows.values()))
    wanted = {
        widget
        for widget in controls(page)
        if widget.isEnabled()
        and not (isinstance(widget, QAbstractButton) and widget.group() and not widget.isChecked())
    }
    assert len(wanted) > 12
    reached: set[QWidget | None] = set()
    page.controls.start_button.setFocus()
    for _ in range(200):
        reached.add(QApplication.focusWidget())
        window.focusNextPrevChild(True)
    assert wanted <= reached


def test_no_control_of_the_page_walks_the_factors(
    page: RacePage, window: MainWindow, qtbot: QtBot
) -> None:
    enter(window, "tanh", "relu")
    stepped(page, 3)
    stepper = window.workbench.stepper
    stepper.jump(2)
    for control in list(controls(page)):
        for key in (KEY.Key_Right, KEY.Key_Left, KEY.Key_Home, KEY.Key_PageDown, KEY.Key_Space):
            if key == KEY.Key_Space and isinstance(control, QAbstractButton | QComboBox):
                continue
            control.setFocus()
            qtbot.keyClick(control, key)
            assert stepper.position == 2
            assert not stepper.playing


def test_a_long_race_is_drawn_by_few_points(page: RacePage, window: MainWindow) -> None:
    enter(window, "tanh")
    for _ in range(301):
        page.session.step()
        page.session.finish()
    assert len(page.session.racing[0].table) == 302
    assert len(page.curves.costs.stops) <= MOST_POINTS
    assert page.curves.costs.stops[-1] == 301


def test_costs_close_to_each_other_stand_beside_round_numbers() -> None:
    axis = CostAxis()
    labels = [label for _, label in axis.labelled(Span(-0.1, 0.0), 300.0)]
    assert "0.90" in labels
    assert [label for _, label in axis.labelled(Span(-3.0, 0.0), 300.0)] == [
        "0.001", "0.01", "0.1", "1",
    ]  # fmt: skip


def test_tiny_costs_are_written_as_powers() -> None:
    labels = [label for _, label in CostAxis().labelled(Span(-9.0, -8.7), 200.0)]
    assert "1.20·10⁻⁹" in labels


def test_a_cost_of_zero_stands_below_and_who_is_out_above(
    theme: ThemeController, qtbot: QtBot
) -> None:
    plot = ScorePlot(theme)
    qtbot.addWidget(plot)
    steps = np.array([0.0, 1.0, 2.0])
    plot.show_scores({0: (steps, np.array([1.0, 0.1, 0.0]))}, set())
    assert plot.gutter_labels == ("0",)
    plot.show_scores({1: (steps, np.array([1.0, 9.0, np.inf]))}, {1})
    assert plot.gutter_labels == ("out",)


def test_who_is_out_does_not_press_the_others_onto_one_line(
    theme: ThemeController, qtbot: QtBot
) -> None:
    plot = ScorePlot(theme)
    qtbot.addWidget(plot)
    steps = np.array([0.0, 1.0, 2.0])
    wild = (steps, np.array([1.0, 1e80, 1e200]))
    plot.show_scores({0: wild, 1: (steps, np.array([1.0, 0.5, 0.2]))}, {0})
    assert plot.view.viewRange()[1][1] < 2.0
    plot.show_scores({0: wild}, {0})
    assert plot.view.viewRange()[1][1] >= 200.0, "alone it is shown as far as it came"


def test_the_page_fits_the_smallest_window(
    page: RacePage, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1280, 720)
    enter(window, "tanh", "relu", "elu", "selu")
    stepped(page, 5)
    qtbot.waitUntil(lambda: page.layers.plot.height() >= 60)
    assert page.racers.mapTo(window, QPoint(page.racers.width(), 0)).x() <= window.width()
    assert page.curves.costs.height() >= 80

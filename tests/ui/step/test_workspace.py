"""The Step workspace by mouse and key: every part follows the walk."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.logging import _QtMessageCapture as LogCapture
from pytestqt.qtbot import QtBot

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project.presets import preset
from gradsim.ui.step.equation.fractions import EM
from gradsim.ui.step.workspace import StepWorkspace
from gradsim.ui.translation import Translation
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.step.equation import FoldItem
from gradsim.viewmodels.step.stepper import Lens
from gradsim.viewmodels.step.walk.steps import Family
from tests.ui.dressing import undressed
from tests.viewmodels.step.diagram.diagram_desk import project_of

KEYS = Qt.Key


@pytest.fixture
def workspace(workbench: Workbench, qtbot: QtBot) -> Iterator[StepWorkspace]:
    """The workspace on the first-look project, shown."""
    with undressed():
        made = StepWorkspace(workbench)
    made.resize(1150, 780)
    with qtbot.waitActive(made):
        made.show()
    made.finish_drawing()
    yield made
    made.shut_down()
    made.close()
    made.deleteLater()


def load(workspace: StepWorkspace, workbench: Workbench, name: str) -> None:
    """Open a preset and compute it."""
    workbench.document.load(preset(name))
    workbench.simulation.compute_now()
    while workbench.stepper.waiting:
        QApplication.processEvents()
    workspace.finish_drawing()


def press(qtbot: QtBot, widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(widget, key)


def test_the_focus_opens_on_next_factor(workspace: StepWorkspace) -> None:
    assert workspace.card.transport.next_button.hasFocus()


def test_the_transport_walks_by_mouse(
    workspace: StepWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    transport, stepper = workspace.card.transport, workbench.stepper
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(transport.next_button, left)
    qtbot.mouseClick(transport.next_button, left)
    assert stepper.position == 2
    qtbot.mouseClick(transport.back_button, left)
    assert stepper.position == 1
    qtbot.mouseClick(transport.last_button, left)
    assert stepper.at_end
    assert not transport.next_button.isEnabled()
    qtbot.mouseClick(transport.first_button, left)
    assert stepper.position == 0
    assert not transport.back_button.isEnabled()


def test_walking_to_the_end_by_key_never_loses_the_focus(
    workspace: StepWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    for _ in range(len(workbench.stepper.steps)):
        focused = QApplication.focusWidget()
        assert focused is not None
        press(qtbot, focused, KEYS.Key_Right)
    assert workbench.stepper.at_end
    focused = QApplication.focusWidget()
    assert focused is workspace.card.transport.back_button
    press(qtbot, focused, KEYS.Key_Home)
    assert workbench.stepper.position == 0
    assert QApplication.focusWidget() is workspace.card.transport.next_button


@pytest.mark.parametrize("part", ["strip", "diagram", "curve", "waterfall"])
def test_every_canvas_takes_the_keys_that_walk(
    workspace: StepWorkspace, workbench: Workbench, qtbot: QtBot, part: str
) -> None:
    page = workspace.study.page
    canvas = getattr(workspace if hasattr(workspace, part) else page, part).canvas
    stepper = workbench.stepper
    canvas.setFocus()
    press(qtbot, canvas, KEYS.Key_Right, KEYS.Key_Right, KEYS.Key_Left)
    assert stepper.position == 1
    press(qtbot, canvas, KEYS.Key_End)
    assert stepper.at_end
    press(qtbot, canvas, KEYS.Key_Home)
    assert stepper.position == 0
    press(qtbot, canvas, KEYS.Key_PageDown, KEYS.Key_PageDown)
    assert stepper.current is not None
    assert stepper.current.layer == 4
    press(qtbot, canvas, KEYS.Key_PageUp)
    assert stepper.current.layer == 5
    press(qtbot, canvas, KEYS.Key_Space)
    assert stepper.playing
    press(qtbot, canvas, KEYS.Key_Space)
    assert not stepper.playing


def test_space_on_a_button_presses_the_button(
    workspace: StepWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    button = workspace.card.transport.next_button
    press(qtbot, button, KEYS.Key_Space)
    assert workbench.stepper.position == 1
    assert not workbench.stepper.playing


def test_fields_and_lists_keep_their_keys(
    workspace: StepWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    chooser = workspace.strip.row.chooser
    for field in (chooser.layer_box, chooser.unit_box, chooser.source_box, chooser.path_box):
        field.setFocus()
        for key in (KEYS.Key_Right, KEYS.Key_Left, KEYS.Key_Home, KEYS.Key_End):
            press(qtbot, field, key)
            assert workbench.stepper.position == 0


def test_a_click_on_a_factor_goes_there(
    workspace: StepWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    strip = workspace.strip
    box = strip.canvas.box_of(2)
    assert box is not None
    qtbot.mouseClick(strip.canvas, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert workbench.stepper.position == 3


def test_a_click_on_a_bar_goes_there(
    workspace: StepWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    canvas = workspace.study.page.waterfall.canvas
    place = canvas.bar_box(4).center().toPoint()
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    assert workbench.stepper.position == 5


def test_a_fold_opens_layer_by_layer_and_folds_again(
    workspace: StepWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    workbench.document.load(project_of(1, *([1] * 40)))
    workbench.simulation.compute_now()
    workbench.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    while workbench.stepper.waiting:
        QApplication.processEvents()
    workbench.stepper.jump(40)
    canvas = workspace.strip.canvas

    def folded() -> int:
        assert workspace.strip.shown is not None
        items = workspace.strip.shown.items
        return sum(item.fold.count for item in items if isinstance(item, FoldItem))

    before = folded()
    box = canvas.fold_boxes()[0]
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    once = folded()
    assert before - 2 <= once < before
    press(qtbot, canvas, KEYS.Key_Plus)
    assert once - 4 <= folded() < once - 1
    press(qtbot, canvas, KEYS.Key_Minus)
    assert folded() == before


def test_the_current_factor_is_scrolled_into_view(
    workspace: StepWorkspace, workbench: Workbench
) -> None:
    load(workspace, workbench, "ten_sigmoid_layers")
    workspace.resize(1000, 700)
    while not workbench.stepper.at_end:
        workbench.stepper.next()
        QApplication.processEvents()
        area = workspace.strip.scroll_area
        box = workspace.strip.canvas.current_box
        assert box is not None
        left = area.horizontalScrollBar().value()
        assert left <= box.left()
        assert box.right() <= left + area.viewport().width() + 1


def test_choosing_a_parameter_in_the_fields_unrolls_it(
    workspace: StepWorkspace, workbench: Workbench
) -> None:
    chooser = workspace.strip.row.chooser
    chooser.layer_box.setValue(5)
    assert str(workbench.stepper.parameter) == "w:5:1:1"
    assert chooser.unit_box.maximum() == 1
    chooser.source_box.setValue(3)
    assert str(workbench.stepper.parameter) == "w:5:1:3"


def test_the_lens_switch_turns_the_walk(workspace: StepWorkspace, workbench: Workbench) -> None:
    switch, stepper = workspace.strip.row.lens_switch, workbench.stepper
    switch.button("layer").click()
    assert stepper.lens is Lens.LAYER
    assert not workspace.strip.row.chooser.layer_box.isVisible()
    switch.button("b").click()
    assert str(stepper.parameter) == "b:3:2"
    assert workspace.strip.row.chooser.unit_box.isVisible()
    assert not workspace.strip.row.chooser.source_box.isVisible()
    switch.button("forward").click()
    assert stepper.lens is Lens.FORWARD
    assert "value" in workspace.card.transport.next_button.accessibleName()


def test_a_path_is_chosen_from_the_list(workspace: StepWorkspace, workbench: Workbench) -> None:
    box = workspace.strip.row.chooser.path_box
    assert box.count() == 3
    assert "·" not in box.itemText(1)
    workbench.stepper.next()
    assert ":" in box.itemText(1)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert workbench.stepper.path_index == 1
    assert workbench.stepper.position == 1


def test_the_end_shows_engine_and_finite_difference(
    workspace: StepWorkspace, workbench: Workbench
) -> None:
    workbench.stepper.last()
    assert workspace.strip.canvas.current_is_result
    assert workspace.comparison.difference is not None
    assert workspace.comparison.difference.state == "agrees"


def test_a_batch_offers_no_path_and_says_why(
    workspace: StepWorkspace, workbench: Workbench
) -> None:
    workbench.scope.choose(None)
    workbench.simulation.compute_now()
    assert "sample" in workspace.card.sentences.text()
    assert not workspace.card.transport.next_button.isEnabled()
    assert not workspace.card.transport.play_button.isEnabled()
    assert workspace.strip.instead.way_button.text() == "Look at sample 1"
    workspace.strip.instead.way_button.click()
    workbench.simulation.compute_now()
    assert workbench.scope.sample == 1
    assert len(workbench.stepper.steps) == 7
    assert not workspace.strip.instead.way_button.isVisible()
    workbench.scope.choose(None)
    workbench.simulation.compute_now()
    workbench.stepper.choose_lens("layer")
    assert workspace.card.transport.next_button.isEnabled()


def test_equations_are_typeset_when_ready(workspace: StepWorkspace, workbench: Workbench) -> None:
    workbench.stepper.jump(2)
    workspace.finish_drawing()
    tex = workbench.stepper.steps[1].tex
    color = workbench.theme.theme.factor_text("activation")
    assert workspace.equations.of(tex, EM, color, 1.0) is not None


def test_plain_text_stands_in_until_then(workspace: StepWorkspace, workbench: Workbench) -> None:
    load(workspace, workbench, "mazur")
    workbench.stepper.next()
    picture = workspace.strip.canvas.grab()
    assert picture.width() > 100


@pytest.mark.parametrize("lens", list(Lens))
@pytest.mark.parametrize("name", ["scalar_chain", "digits_classifier", "zero_initialization"])
def test_every_step_paints_in_every_lens(
    workspace: StepWorkspace, workbench: Workbench, lens: Lens, name: str
) -> None:
    load(workspace, workbench, name)
    workbench.stepper.choose_lens(lens)
    while not workbench.stepper.at_end:
        workbench.stepper.next()
        assert not workspace.grab().isNull()
    workbench.settings.set_theme("dark")
    assert not workspace.grab().isNull()


def test_screen_readers_are_told_each_step(workspace: StepWorkspace, workbench: Workbench) -> None:
    canvas = workspace.strip.canvas
    assert canvas.accessibleDescription().startswith("At the start: 7 factors")
    workbench.stepper.next()
    assert canvas.accessibleDescription().startswith("Factor 1 of 7, cost")
    assert workspace.study.page.curve.canvas.accessibleDescription()
    assert workspace.study.page.waterfall.canvas.accessibleDescription()


def test_an_active_screen_reader_hears_each_step(
    workspace: StepWorkspace, workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        heard.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    workbench.stepper.next()
    assert heard == [workspace.strip.canvas.accessibleDescription()]


def test_every_control_has_a_name(workspace: StepWorkspace) -> None:
    for widget in (workspace.strip, workspace.card):
        for child in widget.findChildren(QWidget):
            if child.focusPolicy() == Qt.FocusPolicy.NoFocus or isinstance(child, QLabel):
                continue
            if child.objectName().startswith("qt_") or child.parent().inherits("QAbstractSpinBox"):
                continue
            if not child.isVisible():
                continue
            assert child.accessibleName(), child


def test_every_part_follows_the_language(workspace: StepWorkspace, workbench: Workbench) -> None:
    translation = Translation(workbench.settings)
    parts = (
        workspace.card.transport.next_button.accessibleName,
        workspace.card.sentences.text,
        workspace.strip.row.lens_switch.button("layer").text,
        workspace.strip.row.chooser.layer_box.prefix,
        workspace.strip.canvas.accessibleDescription,
        lambda: workspace.study.page.waterfall.title,
    )
    english = [part() for part in parts]
    workbench.settings.set_language("ko")
    QApplication.processEvents()
    korean = [part() for part in parts]
    assert all(one != other for one, other in zip(english, korean, strict=True))
    workbench.settings.set_language("en")
    QApplication.processEvents()
    assert [part() for part in parts] == english
    translation.remove()


def test_a_narrow_card_keeps_its_buttons_apart(workspace: StepWorkspace) -> None:
    transport = workspace.card.transport
    transport.setFixedWidth(262)
    QApplication.processEvents()
    boxes = sorted(
        (button.geometry() for button in transport.findChildren(QWidget) if button.isVisible()),
        key=lambda box: box.left(),
    )
    for before, after in pairwise(boxes):
        assert before.right() < after.left()
    assert transport.next_button.text() == "Next"


def test_the_fields_follow_a_parameter_chosen_elsewhere(
    workspace: StepWorkspace, workbench: Workbench
) -> None:
    workbench.stepper.choose_parameter(ParameterAddress("w", 2, 3, 1))
    assert workspace.strip.row.chooser.layer_box.value() == 2
    assert workspace.strip.row.chooser.unit_box.value() == 3


def test_seven_factors_fit_beside_each_other(
    workspace: StepWorkspace, workbench: Workbench
) -> None:
    workbench.stepper.jump(4)
    workspace.finish_drawing()
    QApplication.processEvents()
    assert workspace.strip.scroll_area.horizontalScrollBar().maximum() == 0


def test_a_batch_without_paths_has_no_bar_and_no_blank_pane(
    workspace: StepWorkspace, workbench: Workbench
) -> None:
    workbench.stepper.last()
    workbench.scope.choose(None)
    workbench.simulation.compute_now()
    strip = workspace.strip
    assert not strip.scroll_area.isVisible()
    assert "one sample" in strip.instead.label.text()
    assert strip.instead.way_button.isVisible()
    for canvas in (workspace.study.page.curve.canvas, workspace.study.page.waterfall.canvas):
        pixels = canvas.grab().toImage()
        ground = pixels.pixel(1, 1)
        middle = pixels.height() // 2
        rows = range(middle - 12, middle + 12)
        assert any(pixels.pixel(x, y) != ground for y in rows for x in range(pixels.width()))


def test_the_sentence_of_a_low_card_is_whole(
    workspace: StepWorkspace, workbench: Workbench
) -> None:
    workspace.resize(952, 645)
    while not workbench.stepper.at_end:
        workbench.stepper.next()
        workspace.finish_drawing()
        QApplication.processEvents()
        assert workspace.card.scroll_area.verticalScrollBar().maximum() == 0


def test_a_long_search_says_so(
    workspace: StepWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    workbench.document.load(project_of(8, *([8] * 600)))
    workbench.simulation.compute_now()
    workbench.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    if workbench.stepper.waiting:
        said = workspace.strip.row.notice_label
        qtbot.waitUntil(
            lambda: "Looking" in said.text() or not workbench.stepper.waiting, timeout=9000
        )
    qtbot.waitUntil(lambda: not workbench.stepper.waiting, timeout=20000)
    assert "Looking" not in workspace.strip.row.notice_label.text()
    assert len(workbench.stepper.steps) == 1201


def test_a_notice_asks_for_no_room_of_its_own(workspace: StepWorkspace) -> None:
    before = workspace.strip.minimumSizeHint().width()
    workspace.strip.row.notice_label.setText("Looking for the strongest paths… " * 4)
    workspace.strip.row.notice_label.show()
    assert workspace.strip.row.notice_label.isVisible()
    assert workspace.strip.minimumSizeHint().width() <= before + workspace.strip.body.spacing() + 10


def test_the_factors_of_one_whole_layer_share_one_curve(
    workspace: StepWorkspace, workbench: Workbench
) -> None:
    workbench.stepper.choose_lens(Lens.LAYER)
    curves = []
    for _ in workbench.stepper.steps:
        workbench.stepper.next()
        curves.append((workbench.stepper.current, workspace.study.page.curve.canvas.curve))
    kinds = {step.family for step, _ in curves if step is not None}
    assert len(kinds) == 3
    for (step, shown), (after, next_shown) in pairwise(curves):
        assert step is not None
        assert after is not None
        alike = step.layer == after.layer and (step.family is Family.COST) == (
            after.family is Family.COST
        )
        assert (shown is next_shown) == alike


@pytest.mark.parametrize("seed", [1, 2])
def test_hundreds_of_actions_leave_no_warning(
    workspace: StepWorkspace,
    workbench: Workbench,
    qtlog: LogCapture,
    seed: int,
) -> None:
    chance = random.Random(seed)
    translation = Translation(workbench.settings)
    names = ["first_look", "scalar_chain", "mazur", "ten_sigmoid_layers"]
    stepper = workbench.stepper
    for _ in range(100):
        match chance.randrange(12):
            case 0:
                workbench.settings.set_theme(chance.choice(("light", "dark")))
            case 1:
                workbench.settings.set_language(chance.choice(("en", "ko")))
            case 2:
                workbench.document.load(preset(chance.choice(names)))
                workbench.simulation.compute_now()
            case 3:
                workbench.scope.choose(chance.choice((None, 1, 2)))
                workbench.simulation.compute_now()
            case 4:
                stepper.choose_lens(chance.choice(list(Lens)))
            case 5:
                stepper.choose_parameter_kind(chance.choice(("w", "b")))
            case 6:
                stepper.last()
            case 7:
                workspace.resize(chance.randint(900, 1200), chance.randint(620, 850))
            case 8:
                stepper.choose_path(chance.randrange(4))
            case _:
                stepper.next()
        QApplication.processEvents()
    workbench.settings.set_language("en")
    translation.remove()
    told = [record.message for record in qtlog.records]
    assert not [each for each in told if "propagateSizeHints" not in each]

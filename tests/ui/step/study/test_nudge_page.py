"""Nudging in the window, by mouse alone and by keyboard alone, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gradsim.engine.nudge.lever import Lever
from gradsim.project.presets import preset
from gradsim.ui.main_window import MainWindow
from gradsim.ui.step.diagram.canvas import DiagramCanvas
from gradsim.ui.step.study.nudge.page import NudgePage
from gradsim.ui.translation import Translation
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.step.nudge.nudge import Nudge

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(window: MainWindow) -> NudgePage:
    study = window.workspaces.step.study
    study.open_page("nudge")
    QApplication.processEvents()
    assert isinstance(study.page, NudgePage)
    return study.page


@pytest.fixture
def nudge(workbench: Workbench) -> Nudge:
    return workbench.nudge


@pytest.fixture
def canvas(window: MainWindow) -> DiagramCanvas:
    return window.workspaces.step.diagram.canvas


def place_of(window: MainWindow, lever: Lever) -> QPoint:
    """Where the thing of a lever lies on the canvas."""
    diagram = window.workspaces.step.diagram
    layout = diagram.model.layout
    assert layout is not None
    if lever.kind == "w":
        line = layout.edge(lever.layer, lever.unit, lever.source)
        assert line is not None
        x, y = line[0] + 0.2 * (line[2] - line[0]), line[1] + 0.2 * (line[3] - line[1])
    elif lever.kind == "y":
        assert layout.cost is not None
        x, y = layout.cost.centre
    else:
        x, y = layout.places[lever.layer, lever.unit]
    view = diagram.canvas.view
    return QPointF(x * view.scale + view.x, y * view.scale + view.y).toPoint()


def drag(
    canvas: DiagramCanvas, start: QPoint, up: int, modifiers: Qt.KeyboardModifier = NONE
) -> None:
    end = start - QPoint(0, up)
    none = Qt.MouseButton.NoButton
    path = (
        (QEvent.Type.MouseButtonPress, start, LEFT, LEFT),
        (QEvent.Type.MouseMove, (start + end) / 2, none, LEFT),
        (QEvent.Type.MouseMove, end, none, LEFT),
        (QEvent.Type.MouseButtonRelease, end, LEFT, none),
    )
    for kind, place, button, held in path:
        at = QPointF(place)
        event = QMouseEvent(kind, at, canvas.mapToGlobal(at), button, held, modifiers)
        QApplication.sendEvent(canvas, event)


LEVERS = [Lever("w", 4, 1, 2), Lever("b", 2, 3), Lever("x", 0, 1), Lever("y", 5, 1)]


@pytest.mark.parametrize("lever", LEVERS)
def test_a_drag_in_the_diagram_nudges_what_it_begins_on(
    window: MainWindow, page: NudgePage, canvas: DiagramCanvas, nudge: Nudge, lever: Lever
) -> None:
    parameter, position = window.workbench.stepper.parameter, window.workbench.stepper.position
    drag(canvas, place_of(window, lever), 36)
    assert nudge.lever == lever
    assert nudge.live
    assert nudge.amount == pytest.approx(0.2 * nudge.range.reach, abs=0.01 * nudge.range.reach)
    assert window.workspaces.step.diagram.model.preview is not None
    assert page.table.rows[0].symbol == "ΔC"
    assert (window.workbench.stepper.parameter, window.workbench.stepper.position) == (
        parameter,
        position,
    )


def test_a_drag_with_alt_opens_the_page(
    window: MainWindow, canvas: DiagramCanvas, nudge: Nudge
) -> None:
    study = window.workspaces.step.study
    assert study.name == "factor"
    drag(canvas, place_of(window, LEVERS[0]), 30)
    assert not nudge.live
    drag(canvas, place_of(window, LEVERS[0]), 30, ALT)
    assert study.name == "nudge"
    assert nudge.lever == LEVERS[0]
    assert nudge.live


def test_a_click_still_chooses_and_takes_the_number_in_the_hand(
    window: MainWindow, page: NudgePage, canvas: DiagramCanvas, nudge: Nudge, qtbot: QtBot
) -> None:
    assert page.isVisible()
    qtbot.mouseClick(canvas, LEFT, pos=place_of(window, Lever("w", 4, 1, 2)))
    assert str(window.workbench.stepper.parameter) == "w:4:1:2"
    assert nudge.lever == Lever("w", 4, 1, 2)
    qtbot.mouseClick(canvas, LEFT, pos=place_of(window, Lever("x", 0, 1)))
    assert nudge.lever == Lever("x", 0, 1)
    assert not nudge.live


@pytest.mark.usefixtures("either_language")
def test_by_mouse_alone_a_nudge_is_kept_and_undone(
    window: MainWindow, page: NudgePage, canvas: DiagramCanvas, nudge: Nudge, qtbot: QtBot
) -> None:
    document = window.workbench.document
    project = document.project
    drag(canvas, place_of(window, LEVERS[0]), 40)
    value = nudge.value
    qtbot.mouseClick(page.keep_button, LEFT)
    assert document.undo_stack.count() == 1
    qtbot.waitUntil(lambda: window.workbench.simulation.current and not nudge.live)
    assert nudge.start == value
    drag(canvas, place_of(window, LEVERS[1]), -25)
    assert nudge.live
    qtbot.mouseClick(page.back_button, LEFT)
    assert not nudge.live
    document.undo_stack.undo()
    assert document.project is project


@pytest.mark.usefixtures("either_language")
def test_by_keyboard_alone_a_number_is_typed_put_back_and_kept(
    window: MainWindow, page: NudgePage, nudge: Nudge, qtbot: QtBot
) -> None:
    document = window.workbench.document
    field = page.value_field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "0.4375")
    qtbot.keyClick(field, KEY.Key_Return)
    assert nudge.value == 0.4375
    assert document.undo_stack.count() == 0
    qtbot.keyClick(field, KEY.Key_Escape)
    assert not nudge.live
    page.amount_field.setFocus()
    page.amount_field.selectAll()
    qtbot.keyClicks(page.amount_field, "-0.125")
    qtbot.keyClick(page.amount_field, KEY.Key_Return)
    assert nudge.amount == -0.125
    qtbot.keyClick(page.amount_field, KEY.Key_Return)
    assert document.undo_stack.count() == 1


def test_arrow_keys_nudge_finely_and_with_shift_ten_times(
    page: NudgePage, nudge: Nudge, qtbot: QtBot
) -> None:
    notch = nudge.range.notch
    page.slider.setFocus()
    qtbot.keyClick(page.slider, KEY.Key_Right)
    assert nudge.amount == pytest.approx(notch)
    qtbot.keyClick(page.slider, KEY.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert nudge.amount == pytest.approx(11 * notch)
    page.value_field.setFocus()
    qtbot.keyClick(page.value_field, KEY.Key_Down)
    assert nudge.amount == pytest.approx(10 * notch)
    qtbot.keyClick(page.slider, KEY.Key_Escape)
    assert not nudge.live


def test_enter_on_the_slider_keeps(
    window: MainWindow, page: NudgePage, nudge: Nudge, qtbot: QtBot
) -> None:
    page.slider.setFocus()
    qtbot.keyClick(page.slider, KEY.Key_Right)
    value = nudge.value
    qtbot.keyClick(page.slider, KEY.Key_Return)
    assert window.workbench.document.undo_stack.count() == 1
    qtbot.waitUntil(lambda: window.workbench.simulation.current and not nudge.live)
    assert nudge.start == value


def test_in_the_diagram_keys_nudge_put_back_and_keep(
    window: MainWindow, canvas: DiagramCanvas, nudge: Nudge, qtbot: QtBot
) -> None:
    canvas.setFocus()
    qtbot.keyClick(canvas, KEY.Key_Up, ALT)
    assert window.workspaces.step.study.name == "nudge"
    assert nudge.live
    qtbot.keyClick(canvas, KEY.Key_Escape)
    assert not nudge.live
    qtbot.keyClick(canvas, KEY.Key_Down, ALT)
    qtbot.keyClick(canvas, KEY.Key_Return)
    assert window.workbench.document.undo_stack.count() == 1


def test_what_is_no_number_is_refused_in_words(page: NudgePage, nudge: Nudge, qtbot: QtBot) -> None:
    field = page.value_field
    for text in ("", "abc", "inf", "nan", "1,5", "1e999"):
        field.setFocus()
        field.selectAll()
        qtbot.keyClick(field, KEY.Key_Delete)
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, KEY.Key_Return)
        assert page.problem.isVisible(), text
        assert page.problem.text(), text
        assert not nudge.live, text
        qtbot.keyClick(field, KEY.Key_Escape)
        assert not page.problem.isVisible(), text
        assert field.lineEdit().text() != text


def test_the_chooser_reaches_inputs_and_targets(
    page: NudgePage, nudge: Nudge, qtbot: QtBot
) -> None:
    box = page.chooser.kind_box
    box.setFocus()
    qtbot.keyClick(box, KEY.Key_Down)
    qtbot.keyClick(box, KEY.Key_Down)
    assert nudge.lever is not None
    assert nudge.lever.kind == "x"
    page.chooser.unit_box.setFocus()
    qtbot.keyClick(page.chooser.unit_box, KEY.Key_Up)
    assert nudge.lever == Lever("x", 0, 2)
    qtbot.keyClick(box, KEY.Key_Down)
    assert nudge.lever == Lever("y", 5, 1)


def test_closing_the_page_puts_the_number_back(
    window: MainWindow, page: NudgePage, nudge: Nudge
) -> None:
    assert page.isVisible()
    nudge.move_by(0.5)
    window.workspaces.step.study.open_page("factor")
    assert not nudge.live
    assert window.workspaces.step.diagram.model.preview is None


def test_a_batch_shows_the_way_to_a_sample(
    window: MainWindow, page: NudgePage, nudge: Nudge, qtbot: QtBot
) -> None:
    bench = window.workbench
    bench.scope.choose(None)
    bench.simulation.compute_now()
    assert page.sample_button.isVisible()
    assert not page.slider.isVisible()
    assert "sample" in page.refusal.text()
    qtbot.mouseClick(page.sample_button, LEFT)
    bench.simulation.compute_now()
    assert page.slider.isVisible()
    assert nudge.lever is not None


def test_the_picture_changes_while_a_number_is_moved(
    page: NudgePage, canvas: DiagramCanvas, nudge: Nudge
) -> None:
    assert page.isVisible()
    before = canvas.grab().toImage()
    nudge.move_by(0.8)
    moved = canvas.grab().toImage()
    assert moved != before
    nudge.put_back()
    assert canvas.grab().toImage() == before


@pytest.fixture
def korean(window: MainWindow) -> Iterator[None]:
    translation = Translation(window.workbench.settings)
    window.workbench.settings.set_language("ko")
    yield
    translation.remove()


def test_the_page_speaks_korean(page: NudgePage, korean: None) -> None:
    del korean
    assert page.keep_button.text() == "유지"
    assert "움직여 보기" in page.panel.title
    assert page.chooser.kind_box.currentText() == "가중치"
    assert "슬라이더" in page.notes.text()


@pytest.mark.parametrize("name", ["mazur", "digits_classifier", "scalar_chain", "fifty_layers"])
def test_every_network_can_be_nudged(
    window: MainWindow, page: NudgePage, nudge: Nudge, name: str
) -> None:
    bench = window.workbench
    bench.document.load(preset(name))
    bench.simulation.compute_now()
    bench.stepper.finish()
    nudge.move_by(0.5)
    page.finish_drawing()
    assert page.table.rows[0].symbol == "ΔC"
    assert nudge.preview is not None


def test_what_is_moved_cannot_be_kept_while_another_number_is_refused(
    window: MainWindow, page: NudgePage, nudge: Nudge, qtbot: QtBot
) -> None:
    before = window.workbench.document.project
    nudge.move_by(0.25)
    moved = nudge.value
    page.value_field.setFocus()
    page.value_field.selectAll()
    qtbot.keyClicks(page.value_field, "abc")
    qtbot.keyClick(page.value_field, KEY.Key_Return)
    assert not page.keep_button.isEnabled()
    assert "refused" in page.keep_button.toolTip()
    page.slider.setFocus()
    qtbot.keyClick(page.slider, KEY.Key_Return)
    assert window.workbench.document.project is before
    page.value_field.setFocus()
    page.value_field.selectAll()
    qtbot.keyClicks(page.value_field, f"{moved!r}0")
    qtbot.keyClick(page.value_field, KEY.Key_Return)
    assert not page.problem.isVisible(), "the number that stands there was typed"
    qtbot.mouseClick(page.keep_button, LEFT)
    assert window.workbench.document.project is not before

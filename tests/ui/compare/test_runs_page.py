"""The page of pinned runs, by mouse alone and by keyboard alone, in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gradsim.engine.options import Choice
from gradsim.project import edits
from gradsim.ui.compare.runs.page import RunsPage
from gradsim.ui.main_window import MainWindow
from gradsim.ui.translation import Translation
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.compare.runs.table import HERE, KIND
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.walk.walk import Lens
from tests.ui.test_accessibility import nameless
from tests.viewmodels.gradients.desk import deep

CHANGE = Message("Undo", "Change")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window: MainWindow) -> RunsPage:
    """The page in the window, on five tanh layers, with nothing pinned."""
    bench = window.workbench
    for run in bench.runs.pins:
        bench.runs.remove(run.letter)
    bench.document.load(deep(5, 4))
    bench.simulation.compute_now()
    window.open_workspace("compare")
    compare = window.workspaces.compare
    assert compare is not None
    compare.open_page("runs")
    assert isinstance(compare.page, RunsPage)
    return compare.page


def change_activation(bench: Workbench, name: str) -> None:
    project = bench.document.project
    bench.document.edit(CHANGE, edits.set_activation(project, project.layer_ids, Choice.of(name)))
    bench.simulation.compute_now()


def settle(page: RunsPage) -> None:
    page.finish_drawing()


def click_row(qtbot: QtBot, page: RunsPage, row: int) -> None:
    table = page.factors.list
    table.scrollTo(table.model().index(row, KIND))
    place = table.visualRect(table.model().index(row, KIND)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=QPoint(place))


def test_the_empty_page_says_how_to_pin_and_shows_the_open_run(page: RunsPage) -> None:
    assert page.runs.empty.isVisible()
    assert "Pin keeps the open network" in page.runs.empty.text()
    assert not page.runs.same_box.isVisible()
    assert page.factors.list.model().rowCount() == 20
    assert page.differences.text == "Pin a run to compare the open one with."


def test_the_mouse_pins_compares_walks_swaps_and_removes(page: RunsPage, qtbot: QtBot) -> None:
    bench = page.workbench
    qtbot.mouseClick(page.runs.pin_button, LEFT)
    assert not page.runs.empty.isVisible()
    change_activation(bench, "relu")
    settle(page)
    assert page.differences.text == "ReLU → Tanh\noutput ReLU → output Tanh"
    click_row(qtbot, page, 6)
    step = bench.stepper.current
    assert step is not None
    assert (step.kind, step.layer) == ("weights", 4)
    assert bench.stepper.lens is Lens.LAYER
    before = bench.document.undo_stack.count()
    swap, _, _, remove = page.runs.list.row("A").menu_button.menu().actions()
    swap.trigger()
    assert bench.document.undo_stack.count() == before + 1
    assert bench.document.project.layers[0].activation.name == "tanh"
    remove.trigger()
    assert page.runs.empty.isVisible()


def test_a_click_in_the_profile_walks_to_the_layers_delta(page: RunsPage) -> None:
    page.profile_panel.profile.plot.stop_chosen.emit(1)
    step = page.workbench.stepper.current
    assert step is not None
    assert (step.kind, step.layer) == ("activation", 2)


def test_keys_alone_pin_walk_copy_and_switch_the_conditions(page: RunsPage, qtbot: QtBot) -> None:
    bench = page.workbench
    page.runs.pin_button.setFocus()
    qtbot.keyClick(page.runs.pin_button, Qt.Key.Key_Space)
    assert [run.letter for run in bench.runs.pins] == ["A"]
    bench.document.edit(CHANGE, edits.set_seed(bench.document.project, 99))
    bench.simulation.compute_now()
    settle(page)
    assert page.runs.imposed.text().startswith("A: seed put in")
    page.runs.same_box.setFocus()
    qtbot.keyClick(page.runs.same_box, Qt.Key.Key_Space)
    assert not page.view.conditions.same
    assert not page.runs.imposed.isVisible()
    table = page.factors.list
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, KIND))
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    step = bench.stepper.current
    assert step is not None
    assert (step.kind, step.layer) == ("weights", 5)
    assert table.model().index(2, HERE).data() == "▸"
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 21
    assert float(lines[1].split("\t")[3]) == page.view.rows()[0].decades[0]


def test_the_walk_moves_the_marked_row(page: RunsPage) -> None:
    stepper = page.workbench.stepper
    stepper.choose_lens(Lens.LAYER)
    stepper.jump(6)
    assert page.factors.list.model().index(5, HERE).data() == "▸"
    assert page.factors.list.currentIndex().row() == 5


def test_tab_walks_through_the_page(page: RunsPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.runs.pin_button, LEFT)
    qtbot.waitUntil(lambda: page.runs.list.row("A").menu_button.isVisible())
    page.take_focus()
    seen: set[QWidget] = set()
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.add(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    wanted = {
        page.factors.first_box,
        page.factors.second_box,
        page.factors.branches_box,
        page.factors.list,
        page.runs.pin_button,
        page.runs.same_box,
        page.runs.list.row("A").menu_button,
    }
    assert wanted <= seen


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_control_is_named_in_both_languages(
    page: RunsPage, window: MainWindow, language: str, qtbot: QtBot
) -> None:
    translation = Translation(window.workbench.settings)
    try:
        qtbot.mouseClick(page.runs.pin_button, LEFT)
        window.workbench.settings.set_language(language)
        assert nameless(page) == []
        title = {"en": "What differs", "ko": "다른 점"}[language]
        qtbot.waitUntil(lambda: page.differences.title_label.text() == title)
        heading = page.factors.list.model().headerData(2, Qt.Orientation.Horizontal)
        assert heading == {"en": "factor, now", "ko": "인수, 지금"}[language]
    finally:
        window.workbench.settings.set_language("en")
        translation.remove()


@pytest.mark.usefixtures("either_language")
@pytest.mark.parametrize("size", [(1280, 720), (1440, 900), (1900, 1000)])
def test_every_word_of_the_factor_table_stands_whole_in_its_column(
    page: RunsPage, window: MainWindow, size: tuple[int, int], qtbot: QtBot
) -> None:
    window.resize(*size)
    qtbot.waitUntil(lambda: window.size().height() == size[1])
    page.workbench.stepper.jump(3)
    settle(page)
    table = page.factors.list
    header = table.horizontalHeader()
    qtbot.waitUntil(lambda: header.length() == table.viewport().width())
    for column in range(KIND, table.model().columnCount()):
        assert header.sectionSize(column) >= table.sizeHintForColumn(column), column
        heading = table.model().headerData(column, Qt.Orientation.Horizontal)
        words = header.fontMetrics().horizontalAdvance(heading)
        assert header.sectionSize(column) >= words + 6, heading


def test_a_factor_table_too_narrow_for_its_words_scrolls_sideways(
    page: RunsPage, qtbot: QtBot
) -> None:
    table = page.factors.list
    wide = table.horizontalHeader().sectionSize(KIND)
    table.setFixedWidth(400)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 0)
    assert table.horizontalHeader().sectionSize(KIND) >= table.sizeHintForColumn(KIND)
    table.setFixedWidth(900)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    assert table.horizontalHeader().sectionSize(KIND) > wide

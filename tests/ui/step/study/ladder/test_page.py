"""The page "From scalar to full" by mouse alone and by keyboard alone, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gradsim.project.edits import delete_layers
from gradsim.project.presets import preset
from gradsim.ui.main_window import MainWindow
from gradsim.ui.step.study.ladder.page import LadderPage
from gradsim.ui.translation import Translation
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.stepper import Lens
from tests.ui.test_accessibility import nameless
from tests.viewmodels.step.diagram.diagram_desk import project_of

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


@pytest.fixture
def page(window: MainWindow) -> LadderPage:
    """The page, opened in the window on the first-look project."""
    window.resize(1440, 900)
    study = window.workspaces.step.study
    study.open_page("ladder")
    study.finish_drawing()
    window.workspaces.step.equations.finish()
    shown = study.page
    assert isinstance(shown, LadderPage)
    return shown


@pytest.fixture
def korean(window: MainWindow) -> Iterator[None]:
    """The window in Korean."""
    translation = Translation(window.workbench.settings)
    window.workbench.settings.set_language("ko")
    QApplication.processEvents()
    yield
    translation.remove()


def column_center(page: LadderPage, index: int) -> QPoint:
    box = page.canvas.box_of(index)
    assert box is not None
    return box.center().toPoint()


def cursor_is_in_view(page: LadderPage) -> bool:
    box = page.canvas.cursor_box
    assert box is not None
    left = page.strip.horizontalScrollBar().value()
    room = page.strip.viewport().width()
    return bool(left <= box.left() and box.right() <= left + room)


@pytest.mark.usefixtures("either_language")
def test_a_click_on_a_column_walks_there(page: LadderPage, qtbot: QtBot) -> None:
    stepper = page.tools.workbench.stepper
    qtbot.mouseClick(page.canvas, LEFT, pos=column_center(page, 4))
    assert stepper.position == 5
    assert page.shown is not None
    assert page.shown.cursor == 4


@pytest.mark.usefixtures("either_language")
def test_the_keys_walk_with_the_ladder_in_focus(page: LadderPage, qtbot: QtBot) -> None:
    stepper = page.tools.workbench.stepper
    page.canvas.setFocus()
    for position in range(1, len(stepper.steps) + 1):
        qtbot.keyClick(page.canvas, KEY.Key_Right)
        assert stepper.position == position
        assert cursor_is_in_view(page)
    qtbot.keyClick(page.canvas, KEY.Key_Home)
    assert stepper.position == 0
    assert cursor_is_in_view(page)


def test_the_columns_run_from_right_to_left(page: LadderPage) -> None:
    assert page.shown is not None
    places = [column_center(page, column.index).x() for column in page.shown.columns]
    assert places == sorted(places, reverse=True)


def test_the_pointer_over_the_map_tells_the_entry(page: LadderPage) -> None:
    page.tools.workbench.stepper.jump(5)
    assert page.entry.text().startswith("w₃₂⁽⁴⁾ = 0.3679")
    page.scroll_area.ensureWidgetVisible(page.map)
    point = page.map.cell_box(2, 0).center()
    none = Qt.MouseButton.NoButton
    hover = QMouseEvent(
        QEvent.Type.MouseMove, point, page.map.mapToGlobal(point), none, none,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(page.map, hover)
    assert page.map.entry == (2, 0)
    assert page.entry.text().startswith("w₁₃⁽⁴⁾")


@pytest.mark.usefixtures("either_language")
def test_the_arrow_keys_move_over_the_map_and_home_returns(page: LadderPage, qtbot: QtBot) -> None:
    stepper = page.tools.workbench.stepper
    stepper.jump(5)
    page.map.setFocus()
    qtbot.keyClick(page.map, KEY.Key_Left)
    assert page.map.entry == (1, 1)
    assert page.entry.text().startswith("w₂₂⁽⁴⁾")
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Down):
        qtbot.keyClick(page.map, key)
    assert page.map.entry == (2, 1)
    qtbot.keyClick(page.map, KEY.Key_Home)
    assert page.map.entry == (1, 2)
    assert stepper.position == 5


def test_the_next_factor_brings_its_matrix(page: LadderPage) -> None:
    stepper = page.tools.workbench.stepper
    shapes = []
    for position in range(1, 8):
        stepper.jump(position)
        assert page.shown is not None
        assert page.shown.matrix is not None
        shapes.append((page.shown.matrix.rows, page.shown.matrix.columns))
    assert shapes == [(1, 1), (1, 1), (3, 1), (3, 3), (3, 3), (3, 3), (3, 3)]
    assert not page.map.isHidden()
    stepper.first()
    assert page.map.isHidden()


def test_a_batch_offers_a_sample(page: LadderPage, qtbot: QtBot) -> None:
    bench = page.tools.workbench
    bench.scope.choose(None)
    bench.simulation.compute_now()
    assert page.shown is None
    assert page.refusal.isVisible()
    qtbot.mouseClick(page.sample_button, LEFT)
    bench.simulation.compute_now()
    assert bench.scope.sample == 1
    assert page.shown is not None
    assert not page.refusal.isVisible()


def test_a_fold_opens_by_a_click(page: LadderPage, qtbot: QtBot) -> None:
    bench = page.tools.workbench
    bench.document.load(preset("fifty_layers"))
    bench.simulation.compute_now()
    bench.stepper.finish()
    bench.stepper.jump(25)
    page.finish_drawing()
    assert page.shown is not None
    before = len(page.shown.parts)
    (first, *_) = page.canvas.fold_boxes()
    qtbot.mouseClick(page.canvas, LEFT, pos=first.center().toPoint())
    assert len(page.shown.parts) > before
    assert cursor_is_in_view(page)


def test_it_follows_the_lens(page: LadderPage) -> None:
    stepper = page.tools.workbench.stepper
    for lens in Lens:
        stepper.choose_lens(lens)
        stepper.last()
        page.finish_drawing()
        assert page.shown is not None
        assert page.shown.cursor is not None


def test_a_matrix_of_a_million_entries_is_one_image(page: LadderPage) -> None:
    bench = page.tools.workbench
    bench.document.load(project_of(2, 1000, 1000, 1))
    bench.simulation.compute_now()
    bench.stepper.finish()
    bench.stepper.jump(5)
    page.finish_drawing()
    assert page.shown is not None
    assert page.shown.matrix is not None
    assert page.shown.matrix.rows * page.shown.matrix.columns in (1000, 2000, 10**6)
    page.scroll_area.ensureWidgetVisible(page.map)
    assert not page.map.grab().isNull()
    weights = bench.stepper.result
    assert weights is not None
    assert np.isfinite(weights.forward.parameters.weights[1]).all()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_control_has_a_name(
    window: MainWindow, page: LadderPage, qtbot: QtBot, language: str
) -> None:
    translation = Translation(window.workbench.settings)
    window.workbench.settings.set_language(language)
    page.tools.workbench.stepper.jump(5)
    wanted = "transposed" if language == "en" else "전치"
    qtbot.waitUntil(lambda: wanted in page.sentences.text())
    assert nameless(page) == []
    translation.remove()


@pytest.mark.usefixtures("korean")
def test_the_words_follow_the_language(page: LadderPage) -> None:
    page.tools.workbench.stepper.jump(5)
    assert "둘째 행" in page.entry.text()
    assert "전치" in page.sentences.text()


def test_a_deleted_layer_leaves_the_ladder_standing(page: LadderPage) -> None:
    bench = page.tools.workbench
    bench.stepper.jump(5)
    project = bench.document.project
    bench.document.edit(Message("Undo", "Change"), delete_layers(project, project.layer_ids[2]))
    bench.simulation.compute_now()
    QApplication.processEvents()
    page.finish_drawing()
    assert page.shown is not None
    assert len(page.shown.columns) == len(bench.stepper.steps)

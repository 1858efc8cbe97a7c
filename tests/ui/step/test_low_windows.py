"""In the lowest window that is promised, nothing of the Step workspace is cut off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from gradsim.project.presets import preset
from gradsim.ui.main_window import MainWindow
from gradsim.ui.step.study.pages import PAGES
from gradsim.ui.step.study.symmetry.page import SymmetryPage


@pytest.mark.usefixtures("either_language")
@pytest.mark.parametrize("name", ["first_look", "fifty_layers", "digits_classifier"])
def test_the_transport_stands_inside_the_window(
    window: MainWindow, qtbot: QtBot, name: str
) -> None:
    window.workbench.document.load(preset(name))
    window.workbench.simulation.compute_now()
    window.finish_drawing()
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: window.size().height() == 720)
    step = window.workspaces.step
    for entry in PAGES:
        step.study.open_page(entry.name)
        step.study.finish_drawing()
        QApplication.processEvents()  # the layout follows what the page came to
        for part in (step.card.transport.next_button, step.study):
            bottom = part.mapTo(step, QPoint(0, part.height())).y()
            assert bottom <= step.height(), (entry.name, bottom, step.height())


@pytest.mark.usefixtures("either_language")
@pytest.mark.parametrize("name", ["constant_initialization", "fifty_layers", "digits_classifier"])
def test_what_cannot_be_scrolled_sideways_is_no_wider_than_its_page(
    window: MainWindow, qtbot: QtBot, name: str
) -> None:
    window.workbench.document.load(preset(name))
    window.workbench.simulation.compute_now()
    window.workbench.stepper.finish()
    window.workbench.stepper.jump(3)
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: window.size().height() == 720)
    study = window.workspaces.step.study
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    for entry in PAGES:
        study.open_page(entry.name)
        study.finish_drawing()
        if isinstance(study.page, SymmetryPage):
            study.page.switch.button("steps").click()
        for area in study.page.findChildren(QScrollArea):
            inner, viewport = area.widget(), area.viewport()
            if area.isVisible() and area.horizontalScrollBarPolicy() == never:
                qtbot.waitUntil(
                    lambda inner=inner, viewport=viewport: inner.width() <= viewport.width()
                )


def test_the_result_stays_in_sight_where_the_head_takes_more_room(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1280, 720)
    window.workbench.stepper.last()
    window.finish_drawing()
    strip = window.workspaces.step.strip
    bar, viewport = strip.scroll_area.horizontalScrollBar(), strip.scroll_area.viewport()

    def result_is_seen() -> bool:
        box = strip.canvas.current_box
        seen = bar.value(), bar.value() + viewport.width()
        return box is not None and seen[0] <= box.left() and box.right() <= seen[1]

    qtbot.waitUntil(result_is_seen)
    assert strip.canvas.current_is_result
    result, widths = strip.canvas.current_box, []
    assert result is not None
    # Never narrower than the result itself, whose whole would then be nowhere to be seen.
    while (room := viewport.width()) > result.width() + 22:
        widths.append(room)
        strip.head.setMinimumWidth(strip.head.minimumWidth() + 7)
        qtbot.waitUntil(lambda room=room: viewport.width() < room)
        qtbot.waitUntil(result_is_seen)
    assert len(widths) > 9

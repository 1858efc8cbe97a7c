"""Playing and scrubbing the walk, by mouse alone and by keyboard alone, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gradsim.project.presets import preset
from gradsim.ui.main_window import MainWindow
from gradsim.ui.step.shortcut_toggle import ShortcutToggle
from gradsim.ui.step.timeline import TimelineView
from gradsim.ui.translation import Translation
from gradsim.viewmodels.step.stepper import Lens
from gradsim.viewmodels.step.walk.playback import SPEEDS
from gradsim.viewmodels.step.walk.steps import StepKind

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
LANGUAGES = pytest.mark.parametrize("language", ["en", "ko"])


@pytest.fixture
def line(window: MainWindow) -> TimelineView:
    """The timeline in the window on the first-look project."""
    window.resize(1440, 900)
    window.workbench.stepper.finish()
    return window.workspaces.step.strip.timeline


@pytest.fixture
def translated(window: MainWindow, language: str) -> Iterator[None]:
    translation = Translation(window.workbench.settings)
    window.workbench.settings.set_language(language)
    QApplication.processEvents()
    yield
    translation.remove()


def at(line: TimelineView, position: int) -> QPoint:
    return QPoint(round(line.x_of(position)), line.height() // 2)


@pytest.mark.parametrize("name", ["first_look", "scalar_chain", "fifty_layers"])
def test_a_click_jumps_and_a_drag_scrubs(
    window: MainWindow, line: TimelineView, qtbot: QtBot, name: str
) -> None:
    bench = window.workbench
    bench.document.load(preset(name))
    bench.simulation.compute_now()
    bench.stepper.finish()
    stepper = bench.stepper
    last = len(stepper.steps)
    qtbot.mouseClick(line, LEFT, pos=at(line, 3))
    assert stepper.position == 3
    qtbot.mousePress(line, LEFT, pos=at(line, 3))
    for position in (last // 2, last, 1):
        qtbot.mouseMove(line, at(line, position))
        qtbot.waitUntil(lambda position=position: stepper.position == position)
    qtbot.mouseRelease(line, LEFT, pos=at(line, 0))
    qtbot.mouseMove(line, at(line, last))
    QApplication.processEvents()
    assert stepper.position == 1
    assert bench.document.undo_stack.count() == 0


def test_the_keys_walk_on_the_timeline(
    window: MainWindow, line: TimelineView, qtbot: QtBot
) -> None:
    stepper = window.workbench.stepper
    line.setFocus()
    for key, position in (
        (KEY.Key_Right, 1), (KEY.Key_Right, 2), (KEY.Key_Left, 1), (KEY.Key_End, 7),
        (KEY.Key_Home, 0),
    ):  # fmt: skip
        qtbot.keyClick(line, key)
        assert stepper.position == position
        assert line.value() == position


@LANGUAGES
@pytest.mark.usefixtures("translated")
def test_a_screen_reader_hears_where_the_walk_stands(
    window: MainWindow, line: TimelineView, qtbot: QtBot, language: str
) -> None:
    line.setFocus()
    told = set()
    for _ in range(3):
        qtbot.keyClick(line, KEY.Key_Right)
        told.add(line.accessibleDescription())
    assert len(told) == 3
    assert all(("7" in each) and each.isascii() is False for each in told)
    assert line.accessibleName() == ("Timeline" if language == "en" else "시간 줄")


def test_play_walks_by_itself_and_stops_at_the_end(
    window: MainWindow, line: TimelineView, qtbot: QtBot
) -> None:
    stepper = window.workbench.stepper
    transport = window.workspaces.step.card.transport
    stepper.playback.set_speed(1000.0)
    qtbot.mouseClick(transport.play_button, LEFT)
    assert stepper.playing
    qtbot.waitUntil(lambda: stepper.at_end)
    qtbot.waitUntil(lambda: not stepper.playing)
    assert line.value() == len(stepper.steps)


def test_space_plays_and_a_grip_of_the_timeline_pauses(
    window: MainWindow, line: TimelineView, qtbot: QtBot
) -> None:
    stepper = window.workbench.stepper
    line.setFocus()
    qtbot.keyClick(line, KEY.Key_Space)
    assert stepper.playing
    qtbot.keyClick(line, KEY.Key_Space)
    assert not stepper.playing
    qtbot.keyClick(line, KEY.Key_Space)
    qtbot.mouseClick(line, LEFT, pos=at(line, 2))
    assert not stepper.playing
    assert stepper.position == 2


@LANGUAGES
@pytest.mark.usefixtures("translated")
def test_the_speed_is_chosen_by_key_and_by_menu(
    window: MainWindow, line: TimelineView, qtbot: QtBot, language: str
) -> None:
    playback = window.workbench.stepper.playback
    button = window.workspaces.step.card.transport.speed_button
    line.setFocus()
    for _ in SPEEDS:
        qtbot.keyClicks(line, ">")
    assert playback.speed == SPEEDS[-1]
    qtbot.keyClicks(line, "<")
    assert playback.speed == SPEEDS[-2]
    qtbot.keyClicks(line, "-")
    assert playback.speed == SPEEDS[-3]
    assert button.text() == "2×"
    menu = button.menu()
    menu.popup(window.mapToGlobal(QPoint(20, 20)))
    half = menu.actions()[0]
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(half).center())
    assert playback.speed == 0.5
    assert "0.5" in button.accessibleName()
    assert ("steps a second" in button.accessibleName()) == (language == "en")


@pytest.mark.parametrize("lens", [Lens.PARAMETER, Lens.LAYER])
def test_the_shortcut_joins_two_steps_by_mouse_and_parts_them_by_key(
    window: MainWindow, qtbot: QtBot, lens: Lens
) -> None:
    bench = window.workbench
    bench.document.load(preset("digits_classifier"))
    bench.simulation.compute_now()
    stepper = bench.stepper
    stepper.choose_lens(lens)
    stepper.finish()
    (toggle,) = (
        each
        for each in window.workspaces.step.strip.findChildren(ShortcutToggle)
        if each.isVisible()
    )
    apart = [step.kind for step in stepper.steps]
    assert apart[:2] == [StepKind.COST, StepKind.ACTIVATION]
    qtbot.mouseClick(toggle, LEFT)
    stepper.finish()
    assert len(stepper.steps) == len(apart) - 1
    toggle.setFocus()
    qtbot.keyClick(toggle, KEY.Key_Space)
    stepper.finish()
    assert [step.kind for step in stepper.steps] == apart

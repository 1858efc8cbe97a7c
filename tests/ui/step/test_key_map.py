"""The small map of the keys: opened by ?, complete, and put away by key or click."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gradsim.ui.help.keys import key_groups
from gradsim.ui.main_window import MainWindow
from gradsim.ui.step.key_map import SHOWN, KeyMap
from gradsim.ui.translation import Translation

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


@pytest.fixture(params=["en", "ko"])
def shown(window: MainWindow, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[KeyMap]:
    """The map, opened by its key over the lowest window that is promised."""
    translation = Translation(window.workbench.settings)
    window.workbench.settings.set_language(request.param)
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: window.height() == 720)
    QApplication.processEvents()  # a change of language that arrives late would close it
    canvas = window.workspaces.step.diagram.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, KEY.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    (made,) = open_maps()
    qtbot.waitUntil(made.isVisible)
    yield made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    translation.remove()


def open_maps() -> list[KeyMap]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, KeyMap)]


def test_every_key_is_told_to_eyes_and_to_screen_readers(shown: KeyMap) -> None:
    written = [label.text() for label in shown.findChildren(QLabel)]
    told = shown.accessibleDescription()
    elsewhere = {group.name for group in key_groups()} - SHOWN
    places = {"grid", "lenses", "training", "challenge", "race"}
    assert elsewhere == places, "groups of other places"
    for group in key_groups():
        if group.name in elsewhere:
            continue
        assert group.title in written
        for key, meaning in group.rows:
            assert key in written
            assert meaning in written
            assert f"{key}: {meaning}" in told
    shown.close()


def test_it_fits_into_the_lowest_window(shown: KeyMap) -> None:
    assert shown.width() <= 1280
    assert shown.height() <= 720
    shown.close()


@pytest.mark.parametrize("key", [KEY.Key_Question, KEY.Key_Escape])
def test_a_key_puts_it_away(shown: KeyMap, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyPress(shown, key)
    qtbot.waitUntil(lambda: not open_maps())


def test_a_click_puts_it_away(shown: KeyMap, qtbot: QtBot) -> None:
    qtbot.mousePress(shown, LEFT, pos=QPoint(5, 5))
    qtbot.waitUntil(lambda: not open_maps())

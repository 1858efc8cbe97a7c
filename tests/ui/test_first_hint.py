"""The hint of the first run."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from gradsim.ui.first_hint import FIRST_HINT
from gradsim.ui.main_window import MainWindow
from gradsim.viewmodels.messages import Message


def _stays_away(window: MainWindow) -> bool:
    window.first_hint.show()
    return not window.notice.isVisible() and window.workbench.settings.flag(FIRST_HINT)


def test_it_stays_away_once_dismissed(window: MainWindow, qtbot: QtBot) -> None:
    window.first_hint.show()
    assert window.notice.isVisible()
    close = window.notice.findChild(QAbstractButton)
    assert close is not None
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not window.notice.isVisible()
    assert _stays_away(window)


def test_it_stays_away_once_it_was_followed(window: MainWindow, qtbot: QtBot) -> None:
    window.first_hint.show()
    qtbot.keyClick(window.workspaces.step.strip.canvas, Qt.Key.Key_Right)
    assert window.workbench.stepper.position == 1
    assert not window.notice.isVisible()
    assert _stays_away(window)


def test_it_is_seen_in_step_alone(window: MainWindow) -> None:
    window.first_hint.show()
    window.open_workspace("gradients")
    assert not window.notice.isVisible()
    window.open_workspace("step")
    assert window.notice.isVisible()


def test_a_step_leaves_what_went_wrong_on_show(window: MainWindow, qtbot: QtBot) -> None:
    window.first_hint.show()
    window.notice.show_problem(
        Message.of("Hint", "This project cannot be computed: {reason}", reason="x")
    )
    qtbot.keyClick(window.workspaces.step.strip.canvas, Qt.Key.Key_Right)
    assert window.notice.isVisible()

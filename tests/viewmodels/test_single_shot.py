"""A timer that runs out once each time it is started."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gradsim.viewmodels.single_shot import single_shot


def test_it_runs_out_once_for_each_time_that_it_is_started(qtbot: QtBot) -> None:
    owner, rang = QObject(), []
    timer = single_shot(owner, 1, lambda: rang.append(1))
    assert not timer.isActive()
    timer.start()
    timer.start()
    qtbot.waitUntil(lambda: bool(rang))
    assert not timer.isActive()
    assert len(rang) == 1
    timer.start()
    qtbot.waitUntil(lambda: len(rang) == 2)

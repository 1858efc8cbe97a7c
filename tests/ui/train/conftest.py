"""The Train workspace in a window, its run ended afterwards."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gradsim.ui.main_window import MainWindow
from gradsim.ui.train.workspace import TrainWorkspace


@pytest.fixture
def train(window: MainWindow, qtbot: QtBot) -> Iterator[TrainWorkspace]:
    """Opened by its key."""
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    made = window.workspaces.train
    assert made is not None
    yield made
    made.session.pause()
    made.session.finish()

"""The help explains training, with the words that stand in the workspace."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from gradsim.ui.help.dialog import HelpDialog
from gradsim.ui.main_window import MainWindow
from gradsim.ui.train.pictures.panel import SUBJECTS
from gradsim.ui.train.workspace import TrainWorkspace
from gradsim.ui.translation import Translation


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_buttons_are_called_what_they_are_called_in_the_help(
    window: MainWindow, qtbot: QtBot, language: str
) -> None:
    translation = Translation(window.workbench.settings)
    window.workbench.settings.set_language(language)
    window.open_workspace("train")
    train = window.workspaces.train
    assert isinstance(train, TrainWorkspace)
    dialog = HelpDialog(window.workbench.theme, window)
    qtbot.addWidget(dialog)
    dialog.open_page("train")
    page = dialog.findChild(QTextBrowser)
    assert page is not None
    text = page.toPlainText()
    controls = train.controls
    buttons = (controls.take_button, controls.branch_button, train.notice.show_button)
    for button in buttons:
        assert f"“{button.text()}”" in text
    assert train.pictures.chooser.itemText(SUBJECTS.index("update")) in text
    translation.remove()

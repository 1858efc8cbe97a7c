"""The help explains the race with the words that stand on its page, and lists its keys."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from gradsim.ui.compare.race.page import RacePage
from gradsim.ui.help.dialog import HelpDialog
from gradsim.ui.help.keys import key_groups
from gradsim.ui.main_window import MainWindow
from gradsim.ui.translation import Translation


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_help_uses_the_words_of_the_page(
    window: MainWindow, qtbot: QtBot, language: str
) -> None:
    translation = Translation(window.workbench.settings)
    window.workbench.settings.set_language(language)
    window.workspaces.open_compare("race")
    assert window.workspaces.compare is not None
    page = window.workspaces.compare.page
    assert isinstance(page, RacePage)
    dialog = HelpDialog(window.workbench.theme, window)
    qtbot.addWidget(dialog)
    dialog.open_page("train")
    browser = dialog.findChild(QTextBrowser)
    assert browser is not None
    text = browser.toPlainText()
    assert page.movement.title_label.text() in text
    for share in ("0.1", "1", "10 %"):
        assert share in text
    chooser = window.workspaces.compare.chooser.button("race").text()
    (group,) = (each for each in key_groups() if each.name == "race")
    assert f"“{chooser}”" in group.where
    translation.remove()

"""The help explains every page beside the card, in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QListWidget, QTextBrowser
from pytestqt.qtbot import QtBot

from gradsim.ui.help.dialog import HelpDialog
from gradsim.ui.help.pages import pages
from gradsim.ui.main_window import MainWindow
from gradsim.ui.step.study.pages import PAGES
from gradsim.ui.translation import Translation


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_page_beside_the_card_is_explained(
    window: MainWindow, qtbot: QtBot, language: str
) -> None:
    translation = Translation(window.workbench.settings)
    window.workbench.settings.set_language(language)
    dialog = HelpDialog(window.workbench.theme, window)
    qtbot.addWidget(dialog)
    dialog.open_page("step")
    page = dialog.findChild(QTextBrowser)
    assert page is not None
    text = page.toPlainText()
    for entry in PAGES:
        assert QCoreApplication.translate("StudyPage", entry.label) in text
    assert "Ctrl+E" in text
    assert ("worksheet" in text.lower()) == (language == "en")
    translation.remove()


def test_the_list_turns_to_every_page(window: MainWindow, qtbot: QtBot) -> None:
    dialog = HelpDialog(window.workbench.theme, window)
    qtbot.addWidget(dialog)
    entries, page = dialog.findChild(QListWidget), dialog.findChild(QTextBrowser)
    assert entries is not None
    assert page is not None
    for row, each in enumerate(pages()):
        entries.setCurrentRow(row)
        assert page.toPlainText().startswith(each.title)

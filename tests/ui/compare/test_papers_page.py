"""The page of published set-ups, by mouse alone and by keyboard alone, in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gradsim.project.gallery import GALLERY
from gradsim.ui.compare.papers.page import PapersPage
from gradsim.ui.main_window import MainWindow
from gradsim.ui.translation import Translation
from tests.ui.test_accessibility import nameless

LEFT = Qt.MouseButton.LeftButton
SAXE = list(GALLERY).index("saxe_2013")


@pytest.fixture
def page(window: MainWindow) -> PapersPage:
    """The page in the window, on its first entry."""
    window.open_workspace("compare")
    compare = window.workspaces.compare
    assert compare is not None
    compare.open_page("papers")
    assert isinstance(compare.page, PapersPage)
    return compare.page


def test_the_mouse_reads_measures_and_opens(page: PapersPage, qtbot: QtBot) -> None:
    place = page.list.visualItemRect(page.list.item(SAXE)).center()
    qtbot.mouseClick(page.list.viewport(), LEFT, pos=place)
    detail = page.detail
    assert page.view.entry.name == "saxe_2013"
    assert detail.source.text().endswith("https://arxiv.org/abs/1312.6120")
    assert not detail.finding.isVisible()
    qtbot.mouseClick(detail.measure_button, LEFT)
    qtbot.waitUntil(lambda: detail.finding.isVisible(), timeout=60_000)
    assert detail.finding.text.text().startswith("Holds here: orthogonal weights keep the norm")
    assert detail.numbers.rowCount() == 2
    assert detail.numbers.item(0, 1).text() == "exactly 0"
    assert page.list.item(SAXE).text().startswith("Saxe et al. 2013 – holds")
    document = page.workbench.document
    before = document.project
    qtbot.mouseClick(detail.setups[0].button, LEFT)
    assert document.project.layers[0].weights.name == "orthogonal"
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.project is before


def test_keys_read_measure_cancel_copy_and_open(page: PapersPage, qtbot: QtBot) -> None:
    page.take_focus()
    for _ in range(SAXE):
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
    detail = page.detail
    assert detail.title_label.text() == "Orthogonal weights in deep linear networks"
    detail.measure_button.setFocus()
    qtbot.keyClick(detail.measure_button, Qt.Key.Key_Space)
    assert page.view.running
    assert QApplication.focusWidget() is detail.cancel_button
    qtbot.keyClick(detail.cancel_button, Qt.Key.Key_Space)
    assert not page.view.running
    assert not detail.finding.isVisible()
    assert QApplication.focusWidget() is detail.measure_button
    qtbot.keyClick(detail.measure_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: detail.finding.isVisible(), timeout=60_000)
    detail.numbers.setFocus()
    qtbot.keyClick(detail.numbers, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    finding = page.view.finding
    assert finding is not None
    assert float(lines[2].split("\t")[2]) == finding.numbers[1].value
    detail.setups[1].button.setFocus()
    qtbot.keyClick(detail.setups[1].button, Qt.Key.Key_Space)
    assert page.workbench.document.project.title == "Saxe et al. 2013"


def test_only_the_setups_of_the_entry_have_buttons(page: PapersPage) -> None:
    for name, entry in GALLERY.items():
        page.view.choose(name)
        shown = [row for row in page.detail.setups if row.isVisible()]
        assert len(shown) == len(entry.setups)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_control_is_named_in_both_languages(
    page: PapersPage, window: MainWindow, language: str, qtbot: QtBot
) -> None:
    translation = Translation(window.workbench.settings)
    try:
        window.workbench.settings.set_language(language)
        title = {"en": "Papers", "ko": "논문"}[language]
        qtbot.waitUntil(lambda: page.list_panel.title_label.text() == title)
        assert nameless(page) == []
        buttons = [row.button.accessibleName() for row in page.detail.setups if row.isVisible()]
        assert len(set(buttons)) == len(buttons) == 2
    finally:
        window.workbench.settings.set_language("en")
        translation.remove()

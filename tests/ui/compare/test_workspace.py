"""The Compare workspace: its chooser, keys, remembered page, focus and words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gradsim.ui.compare import pages, workspace
from gradsim.ui.compare.page import ComparePage
from gradsim.ui.compare.pages import PageEntry
from gradsim.ui.compare.workspace import CompareWorkspace
from gradsim.ui.main_window import MainWindow
from gradsim.ui.translation import Translation
from gradsim.ui.workbench import Workbench
from tests.ui.dressing import undressed

ALT = Qt.KeyboardModifier.AltModifier


class Plain(ComparePage):
    """A page that counts what happens to it."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self.refreshed = self.drawn = self.ended = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        QLabel("plain", self)

    def refresh(self) -> None:
        self.refreshed += 1

    def finish_drawing(self) -> None:
        self.drawn += 1

    def shut_down(self) -> None:
        self.ended += 1


@pytest.fixture
def two_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = (PageEntry("grid", "Grid", Plain), PageEntry("other", "Other", Plain))
    monkeypatch.setattr(workspace, "PAGES", entries)


@pytest.fixture
def compare(workbench: Workbench, two_pages: None, qtbot: QtBot) -> CompareWorkspace:
    with undressed():
        made = CompareWorkspace(workbench)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_every_page_has_a_name_of_its_own() -> None:
    names = [entry.name for entry in pages.PAGES]
    assert names[0] == "grid"
    assert len(set(names)) == len(names)


def test_a_page_is_made_when_it_is_opened_and_kept(compare: CompareWorkspace, qtbot: QtBot) -> None:
    first = compare.page
    assert list(compare._made) == ["grid"]
    qtbot.mouseClick(compare.chooser.button("other"), Qt.MouseButton.LeftButton)
    assert compare.name == "other"
    assert compare.page is not first
    assert compare.page.isVisible()
    compare.open_page("grid")
    assert compare.page is first


def test_alt_and_a_number_turn_to_a_page_and_make_its_keys_ready(
    compare: CompareWorkspace, qtbot: QtBot
) -> None:
    qtbot.keyClick(compare, Qt.Key.Key_2, ALT)
    assert compare.name == "other"
    assert compare.focusWidget() is compare.page
    assert compare.chooser.button("other").isChecked()
    qtbot.keyClick(compare, Qt.Key.Key_1, ALT)
    assert compare.name == "grid"
    assert compare.focusWidget() is compare.page


def test_the_chooser_is_walked_by_arrow_keys(compare: CompareWorkspace, qtbot: QtBot) -> None:
    button = compare.chooser.button("grid")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Right)
    assert compare.name == "other"


@pytest.mark.usefixtures("two_pages")
def test_the_page_is_remembered_and_an_unknown_one_is_not(
    compare: CompareWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    compare.open_page("other")
    again = CompareWorkspace(workbench)
    qtbot.addWidget(again)
    assert again.name == "other"
    workbench.settings.set_text("compare_page", "gone")
    fresh = CompareWorkspace(workbench)
    qtbot.addWidget(fresh)
    assert fresh.name == "grid"


def test_a_hidden_page_catches_up_when_it_is_shown(
    compare: CompareWorkspace, workbench: Workbench
) -> None:
    first = compare.page
    assert isinstance(first, Plain)
    compare.open_page("other")
    seen = first.refreshed
    workbench.document.project_changed.emit()
    assert first.refreshed == seen
    compare.open_page("grid")
    assert first.refreshed == seen + 1
    workbench.document.project_changed.emit()
    assert first.refreshed == seen + 2


def test_pages_are_drawn_and_ended(compare: CompareWorkspace) -> None:
    page = compare.page
    assert isinstance(page, Plain)
    compare.finish_drawing()
    assert page.drawn == 1
    compare.shut_down()
    assert page.ended == 1


def test_the_workspace_opens_by_key_and_by_tab_in_both_languages(
    window: MainWindow, qtbot: QtBot
) -> None:
    translation = Translation(window.workbench.settings)
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    compare = window.workspaces.compare
    assert compare is not None
    assert compare.isVisible()
    assert compare.isAncestorOf(window.focusWidget())
    assert compare.chooser.button("grid").text() == "Grid"
    window.workbench.settings.set_language("ko")
    qtbot.waitUntil(lambda: compare.chooser.button("grid").text() == "격자")
    assert compare.chooser.accessibleName()
    window.open_workspace("step")
    assert not compare.isVisible()
    tabs = window.top_bar.tabs
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(2).center())
    assert compare.isVisible()
    translation.remove()

"""A page refreshes while it is seen, and once when it shows again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from gradsim.ui.following_page import FollowingPage


class Page(FollowingPage):
    """Counts how often it is refreshed."""

    refreshed = 0

    def refresh(self) -> None:
        self.refreshed += 1


def change_language(page: Page) -> None:
    QCoreApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))


def test_what_happens_unseen_waits_until_the_page_shows(qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    page._follow()
    change_language(page)
    assert page.refreshed == 0
    page.show()
    assert page.refreshed == 1
    page.hide()
    page.show()
    assert page.refreshed == 1


def test_a_page_that_is_seen_follows_at_once(qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    page.show()
    page._follow()
    change_language(page)
    assert page.refreshed == 3

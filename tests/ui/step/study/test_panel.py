"""The chooser beside the card turns pages by mouse and key, and remembers the last one."""

from __future__ import annotations

from gradsim.ui.step.study.pages import PAGES


def test_the_first_page_is_shown_at_first(window):
    study = window.workspaces.step.study
    assert study.name == PAGES[0].name
    assert study.page.isVisible()


def test_every_page_has_a_name_of_its_own_and_a_label():
    assert len({entry.name for entry in PAGES}) == len(PAGES)
    assert all(entry.label for entry in PAGES)


def test_every_page_can_be_opened_and_is_remembered(window):
    study = window.workspaces.step.study
    for entry in PAGES:
        study.open_page(entry.name)
        assert study.page.isVisible()
        assert study.name == entry.name
    if len(PAGES) > 1:
        assert window.workbench.settings.text("study_page") == PAGES[-1].name

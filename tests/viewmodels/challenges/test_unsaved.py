"""Only what was made while a challenge was worked on may be replaced without a question."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from gradsim.project import edits
from gradsim.project.presets import preset
from gradsim.viewmodels.settings import Settings
from tests.project.challenges.solutions import SOLUTIONS
from tests.viewmodels.challenges.test_session import EDIT, Desk


@pytest.fixture
def desk(qapp: object, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)))
    yield made
    made.shut_down()


def edit(desk: Desk) -> None:
    """A new draw, which no rule allows."""
    desk.document.edit(EDIT, edits.new_draw(desk.document.project))


def test_what_was_made_in_challenges_is_disposable(desk: Desk) -> None:
    assert not desk.session.disposable
    desk.start("vanish")
    desk.edit(SOLUTIONS["vanish"][0].edit)
    desk.session.leave()
    assert desk.session.disposable
    desk.start("explode")
    assert desk.session.disposable
    desk.document.load(preset("mazur"))
    assert not desk.session.disposable


def test_back_at_ones_own_project_changes_are_asked_about_again(desk: Desk) -> None:
    desk.start("vanish")
    desk.start("explode")
    desk.session.leave()
    desk.document.undo_stack.setIndex(1)
    assert desk.session.disposable
    desk.document.undo_stack.setIndex(0)
    assert not desk.session.disposable


def test_what_was_saved_is_ones_own_from_then_on(desk: Desk, tmp_path: Path) -> None:
    desk.start("vanish")
    desk.document.mark_saved(tmp_path / "mine.gradsim")
    assert not desk.session.disposable
    edit(desk)
    assert not desk.session.disposable, "also while the challenge is still worked on"
    desk.start("explode")
    assert desk.session.disposable


def test_an_edit_after_leaving_is_ones_own(desk: Desk) -> None:
    desk.start("vanish")
    edit(desk)
    desk.session.leave()
    desk.document.undo_stack.undo()
    desk.document.undo_stack.redo()
    assert desk.session.disposable, "undo and redo make nothing"
    edit(desk)
    assert not desk.session.disposable
    desk.document.undo_stack.undo()
    desk.document.undo_stack.redo()
    assert not desk.session.disposable


def test_an_edit_after_undo_to_an_earlier_challenge_is_ones_own(desk: Desk) -> None:
    desk.start("vanish")
    desk.start("explode")
    desk.document.undo_stack.undo()
    assert desk.session.outside
    assert desk.session.disposable
    edit(desk)
    assert not desk.session.disposable


def test_ones_own_network_taken_in_while_a_challenge_is_worked_on_stays_ones_own(
    desk: Desk,
) -> None:
    edit(desk)
    own, origin = desk.document.open_project, desk.document.origin
    desk.start("vanish")
    desk.document.take(EDIT, own, origin)
    assert not desk.session.disposable


def test_what_was_pinned_in_a_challenge_is_taken_in_again_without_a_question(desk: Desk) -> None:
    desk.start("vanish")
    pinned, origin = desk.document.open_project, desk.document.origin
    edit(desk)
    desk.document.take(EDIT, pinned, origin)
    assert desk.session.disposable


def test_a_challenge_that_was_opened_from_ones_own_file_is_ones_own(
    desk: Desk, tmp_path: Path
) -> None:
    desk.start("vanish")
    desk.document.load(desk.document.open_project, tmp_path / "mine.gradsim")
    desk.start("vanish")
    assert desk.document.undo_stack.count() == 0
    edit(desk)
    assert not desk.session.disposable

"""The document: edits are undo steps, gestures merge, a clean document is unmodified."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.messages import Message

NAME = Message("Undo", "Change")


@pytest.fixture
def document() -> Document:
    return Document(preset("first_look"))


def with_seed(project: Project, seed: int) -> Project:
    return replace(project, seed=seed)


def test_an_edit_is_announced_once_and_can_be_taken_back(document: Document, qtbot: QtBot) -> None:
    before = document.project
    announced: list[int] = []
    document.project_changed.connect(lambda: announced.append(document.project.seed))
    document.edit(NAME, with_seed(before, 8))
    document.undo_stack.undo()
    document.undo_stack.redo()
    assert announced == [8, before.seed, 8]


def test_edits_of_one_gesture_are_one_undo_step(document: Document) -> None:
    before, drag = document.project, object()
    for seed in (8, 9, 10):
        document.edit(NAME, with_seed(before, seed), gesture=drag)
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.project.seed == before.seed


def test_two_gestures_never_merge(document: Document) -> None:
    before = document.project
    document.edit(NAME, with_seed(before, 8), gesture=object())
    document.edit(NAME, with_seed(before, 9), gesture=object())
    document.edit(NAME, with_seed(before, 10))
    document.edit(NAME, with_seed(before, 11))
    assert document.undo_stack.count() == 4


def test_a_gesture_that_returns_to_its_start_leaves_no_step(document: Document) -> None:
    before, drag = document.project, object()
    document.edit(NAME, with_seed(before, 8), gesture=drag)
    document.edit(NAME, with_seed(before, before.seed), gesture=drag)
    assert document.undo_stack.count() == 0
    assert document.project == before
    assert not document.modified


def test_an_edit_that_changes_nothing_leaves_no_step(document: Document) -> None:
    document.edit(NAME, with_seed(document.project, document.project.seed))
    assert document.undo_stack.count() == 0


def test_saving_makes_it_unmodified_until_the_next_edit(document: Document, tmp_path: Path) -> None:
    reports: list[bool] = []
    document.modified_changed.connect(reports.append)
    document.edit(NAME, with_seed(document.project, 8))
    document.mark_saved(tmp_path / "a.gradsim")
    document.edit(NAME, with_seed(document.project, 9))
    document.undo_stack.undo()
    assert reports == [True, False, True, False]
    assert document.path == tmp_path / "a.gradsim"


def test_a_saved_gesture_does_not_swallow_later_edits(document: Document, tmp_path: Path) -> None:
    drag = object()
    document.edit(NAME, with_seed(document.project, 8), gesture=drag)
    document.mark_saved(tmp_path / "a.gradsim")
    document.edit(NAME, with_seed(document.project, 9), gesture=drag)
    assert document.modified
    document.undo_stack.undo()
    assert document.project.seed == 8


def test_loading_forgets_the_history(document: Document, qtbot: QtBot) -> None:
    document.edit(NAME, with_seed(document.project, 8))
    with qtbot.waitSignal(document.loaded):
        document.load(preset("mazur"))
    assert document.undo_stack.count() == 0
    assert not document.modified
    assert document.undo_name() is None


def test_the_names_of_undo_and_redo_follow_the_position(document: Document) -> None:
    document.edit(Message("Undo", "One"), with_seed(document.project, 8))
    document.edit(Message("Undo", "Two"), with_seed(document.project, 9))
    document.undo_stack.undo()
    undo, redo = document.undo_name(), document.redo_name()
    assert undo is not None
    assert redo is not None
    assert (undo.template, redo.template) == ("One", "Two")


def test_a_replacement_stands_in_no_file_until_it_is_undone(
    document: Document, tmp_path: Path
) -> None:
    before, file = document.project, tmp_path / "mine.gradsim"
    document.mark_saved(file)
    paths: list[Path | None] = []
    document.path_changed.connect(lambda: paths.append(document.path))
    document.replace(NAME, preset("mazur"))
    assert document.project == preset("mazur")
    assert document.modified
    document.undo_stack.undo()
    assert document.project is before
    assert not document.modified
    document.undo_stack.redo()
    assert paths == [None, file, None]
    document.replace(NAME, preset("mazur"))
    assert document.undo_stack.count() == 1, "the same project leaves no step"


def test_what_was_opened_as_another_does_not_take_over_the_file(
    document: Document, tmp_path: Path
) -> None:
    file, origin = tmp_path / "mine.gradsim", document.origin
    document.mark_saved(file)
    document.edit(NAME, with_seed(document.project, 5))
    assert document.origin is origin
    document.take(NAME, with_seed(document.project, 6), origin)
    assert document.path == file
    document.take(NAME, preset("mazur"), object())
    assert (document.path, document.modified) == (None, True)
    document.undo_stack.undo()
    assert (document.path, document.origin) == (file, origin)
    document.load(preset("scalar_chain"))
    assert document.origin is not origin


def test_each_side_of_a_replacement_keeps_the_file_it_was_saved_to(
    document: Document, tmp_path: Path
) -> None:
    mine, later, other = (tmp_path / f"{name}.gradsim" for name in ("mine", "later", "other"))
    document.mark_saved(mine)
    document.edit(NAME, with_seed(document.project, 5))
    document.replace(NAME, preset("mazur"))
    document.mark_saved(other)
    assert not document.modified
    document.undo_stack.undo()
    assert (document.path, document.modified) == (mine, True)
    document.mark_saved(later)
    document.undo_stack.redo()
    assert (document.path, document.modified) == (other, False)
    document.undo_stack.undo()
    assert (document.path, document.modified) == (later, False)


def test_it_is_modified_where_it_differs_from_what_was_saved_and_nowhere_else(
    document: Document,
) -> None:
    seed = document.project.seed
    reports: list[bool] = []
    document.modified_changed.connect(reports.append)
    document.edit(NAME, with_seed(document.project, seed + 1))
    document.edit(NAME, with_seed(document.project, seed + 2))
    document.edit(NAME, with_seed(document.project, seed))
    assert not document.modified
    assert reports == [True, False]


def test_what_comes_from_elsewhere_is_no_edit_of_what_is_looked_at(document: Document) -> None:
    document.look(with_seed(document.project, 5), 1)
    document.take(NAME, with_seed(document.project, 6), document.origin)
    assert document.step_back is None
    assert not document.edited_at_look


def test_looking_shows_another_project_and_edits_nothing(document: Document) -> None:
    before, then = document.project, with_seed(document.project, 9)
    announced: list[int] = []
    document.project_changed.connect(lambda: announced.append(document.project.seed))
    document.look(then, 12)
    assert (document.project, document.open_project, document.step_back) == (then, before, 12)
    assert document.undo_stack.count() == 0
    assert not document.modified
    document.look_home()
    document.look_home()
    assert (document.project, document.step_back) == (before, None)
    assert announced == [9, before.seed]


def test_looking_at_what_is_open_is_looking_at_nothing_else(document: Document) -> None:
    document.look(with_seed(document.project, document.project.seed), 0)
    assert document.step_back is None


def test_an_edit_of_what_is_looked_at_begins_from_it_and_is_one_undo_step(
    document: Document,
) -> None:
    before = document.project
    document.look(with_seed(before, 9), 12)
    document.edit(NAME, with_seed(before, 9))
    assert document.undo_stack.count() == 0, "nothing was edited"
    document.edit(NAME, replace(document.project, title="other"))
    assert document.edited_at_look
    assert (document.open_project.seed, document.step_back) == (9, None)
    document.undo_stack.undo()
    assert document.project is before


def test_what_is_looked_at_is_kept_as_one_undo_step(document: Document) -> None:
    before, then = document.project, with_seed(document.project, 9)
    document.keep(NAME)
    assert document.undo_stack.count() == 0
    document.look(then, 12)
    document.keep(NAME)
    assert (document.open_project, document.step_back) == (then, None)
    document.undo_stack.undo()
    assert document.project is before


def test_undo_and_another_project_end_the_look(document: Document) -> None:
    before = document.project
    document.edit(NAME, with_seed(before, 8))
    document.look(with_seed(before, 9), 12)
    document.undo_stack.undo()
    assert (document.project, document.step_back) == (before, None)
    document.look(with_seed(before, 9), 12)
    document.load(before)
    assert document.step_back is None


def test_going_back_undoes_or_does_again(document: Document) -> None:
    before = document.project
    for seed in (8, 9, 10):
        document.edit(NAME, with_seed(before, seed))
    assert document.go_back(lambda project: project.seed == 8)
    assert document.project.seed == 8
    assert document.go_back(lambda project: project.seed == 10)
    assert document.project.seed == 10
    assert document.go_back(lambda project: project == before)
    assert document.project == before
    assert not document.go_back(lambda project: project.seed == 11)

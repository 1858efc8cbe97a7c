"""Files: what cannot be read or written is said at once, and nothing that is open is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from gradsim.project.file import read_project, write_project
from gradsim.project.presets import preset
from gradsim.ui.builder.data_section import DataSection
from gradsim.ui.main_window import MainWindow
from gradsim.viewmodels.messages import Message


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A project file."""
    path = tmp_path / "saved.gradsim"
    write_project(preset("mazur"), path)
    return path


def edit(window: MainWindow, seed: int = 99) -> None:
    document = window.workbench.document
    document.edit(Message("Undo", "Change"), replace(document.project, seed=seed))


def answer(window: MainWindow, which: QMessageBox.StandardButton, qtbot: QtBot) -> None:
    question = window.files.question
    assert question is not None
    qtbot.mouseClick(question.button(which), Qt.MouseButton.LeftButton)


def test_saving_writes_what_is_open_and_clears_the_mark(
    window: MainWindow, saved: Path, qtbot: QtBot
) -> None:
    window.files.open_path(saved)
    edit(window)
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not window.isWindowModified()
    assert read_project(saved).seed == 99


def test_save_as_asks_for_a_file_and_takes_it(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.files.save()
    dialog = window.files.dialog
    assert dialog is not None
    target = tmp_path / "new.gradsim"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    assert read_project(target) == window.workbench.document.project
    assert window.recent.paths == (target,)
    assert window.workbench.settings.last_project == str(target)


def test_a_folder_that_cannot_be_written_keeps_the_changes_unsaved(
    window: MainWindow, tmp_path: Path
) -> None:
    edit(window)
    window.files.save()
    dialog = window.files.dialog
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "gone" / "new.gradsim"))
    dialog.reject()
    assert window.isWindowModified()
    assert "Could not save new.gradsim" in window.notice.text


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b'{"format": "gradsim", "version": 1, "ti', id="truncated"),
        pytest.param(b"\x00\xff\xfe\x00", id="binary"),
        pytest.param(b"[" * 100_000, id="deep"),
        pytest.param(b'{"format": "gradsim", "version": 99}', id="later version"),
    ],
)
def test_a_broken_file_leaves_the_open_project_alone(
    window: MainWindow, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "broken.gradsim"
    path.write_bytes(content)
    before = window.workbench.document.project
    window.files.open_path(path)
    assert window.workbench.document.project is before
    assert "Could not open broken.gradsim" in window.notice.text
    assert "stays as it was" in window.notice.text


def test_opening_a_good_file_takes_the_complaint_away(
    window: MainWindow, tmp_path: Path, saved: Path
) -> None:
    window.files.open_path(tmp_path / "missing.gradsim")
    assert window.notice.isVisible()
    window.files.open_path(saved)
    assert not window.notice.isVisible()


def test_opening_over_changes_asks_first_and_saving_goes_on_to_open(
    window: MainWindow, saved: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.gradsim"
    write_project(preset("scalar_chain"), other)
    window.files.open_path(saved)
    edit(window)
    window.files.open_path(other)
    assert window.workbench.document.project.seed == 99
    answer(window, QMessageBox.StandardButton.Save, qtbot)
    assert read_project(saved).seed == 99
    assert window.workbench.document.project == preset("scalar_chain")


def test_the_open_file_opened_again_is_read_after_it_was_saved(
    window: MainWindow, saved: Path, qtbot: QtBot
) -> None:
    document = window.workbench.document
    window.files.open_path(saved)
    edit(window)
    window.files.open_path(saved)
    answer(window, QMessageBox.StandardButton.Save, qtbot)
    assert document.project == read_project(saved)
    assert document.project.seed == 99
    assert not document.modified


@pytest.mark.parametrize("leave", ["save", "close", "open"])
def test_what_is_still_being_typed_counts(
    window: MainWindow, saved: Path, qtbot: QtBot, leave: str
) -> None:
    window.files.open_path(saved)
    section = window.builder.findChild(DataSection)
    assert section is not None
    field = section.seed.field
    window.activateWindow()
    field.setFocus()
    field.lineEdit().selectAll()
    qtbot.keyClicks(field.lineEdit(), "31")
    document = window.workbench.document
    assert document.project.seed != 31, "not handed over yet"
    if leave == "save":
        window.files.save()
        assert read_project(saved).seed == 31
        assert field.hasFocus()
        return
    window.close() if leave == "close" else window.files.open()
    assert window.files.question is not None
    answer(window, QMessageBox.StandardButton.Save, qtbot)
    assert read_project(saved).seed == 31


def test_a_file_that_others_changed_is_not_replaced_without_a_question(
    window: MainWindow, saved: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.files.open_path(saved)
    edit(window)
    theirs = replace(preset("scalar_chain"), title="by a colleague")
    write_project(theirs, saved)
    window.files.save()
    question = window.files.question
    assert question is not None
    assert "changed by another program" in question.text()
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert read_project(saved) == theirs
    window.files.save()
    assert window.files.question is not None
    replacing = [each for each in window.files.question.buttons() if each.text() == "Replace it"]
    qtbot.mouseClick(replacing[0], Qt.MouseButton.LeftButton)
    assert read_project(saved).seed == 99
    edit(window, 100)
    window.files.save()
    assert window.files.question is None, "that was our own change"
    assert read_project(saved).seed == 100


def test_a_project_whose_file_is_gone_is_asked_about(
    window: MainWindow, saved: Path, qtbot: QtBot
) -> None:
    window.files.open_path(saved)
    saved.unlink()
    window.close()
    question = window.files.question
    assert question is not None
    assert "is gone from its folder" in question.text()
    answer(window, QMessageBox.StandardButton.Save, qtbot)
    assert saved.exists()


def test_a_copy_leaves_the_project_where_it_is_saved(
    window: MainWindow, saved: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.files.open_path(saved)
    edit(window)
    window.close()
    window.files.save_copy()
    assert window.files.dialog is not None
    window.files.dialog.fileSelected.emit(str(tmp_path / "copy.gradsim"))
    window.files.dialog.reject()
    assert read_project(tmp_path / "copy.gradsim").seed == 99
    assert window.workbench.document.path == saved
    assert window.workbench.document.modified
    answer(window, QMessageBox.StandardButton.Save, qtbot)
    assert read_project(saved).seed == 99, "the question still stands"


def test_the_question_names_the_project(window: MainWindow, saved: Path, qtbot: QtBot) -> None:
    edit(window)
    window.files.open_preset("scalar_chain")
    question = window.files.question
    assert question is not None
    assert "“First look”" in question.text()
    answer(window, QMessageBox.StandardButton.Discard, qtbot)
    window.files.open_path(saved)
    edit(window)
    window.files.open_preset("scalar_chain")
    question = window.files.question
    assert question is not None
    assert "“saved.gradsim”" in question.text()
    answer(window, QMessageBox.StandardButton.Cancel, qtbot)


def test_cancelling_the_question_opens_nothing(
    window: MainWindow, saved: Path, qtbot: QtBot
) -> None:
    edit(window)
    window.files.open_path(saved)
    answer(window, QMessageBox.StandardButton.Cancel, qtbot)
    assert window.workbench.document.project.seed == 99
    assert window.workbench.document.path is None


def test_cancelling_the_file_dialog_after_save_forgets_what_was_to_follow(
    window: MainWindow, saved: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    edit(window)
    window.files.open_path(saved)
    answer(window, QMessageBox.StandardButton.Save, qtbot)
    dialog = window.files.dialog
    assert dialog is not None
    dialog.reject()
    window.files.save_as()
    dialog = window.files.dialog
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "kept.gradsim"))
    dialog.reject()
    assert window.workbench.document.project.seed == 99


def test_recent_files_are_offered_newest_first_and_missing_ones_forgotten(
    window: MainWindow, saved: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.gradsim"
    write_project(preset("scalar_chain"), other)
    window.files.open_path(saved)
    window.files.open_path(other)
    assert window.recent.paths == (other, saved)
    saved.unlink()
    window.files.open_path(saved)
    assert window.recent.paths == (other,)
    assert window.workbench.document.path == other


def test_the_menu_opens_a_recent_file(window: MainWindow, saved: Path, tmp_path: Path) -> None:
    other = tmp_path / "R&D.gradsim"
    write_project(preset("scalar_chain"), other)
    window.files.open_path(saved)
    window.files.open_path(other)
    menu = next(
        action.menu()
        for action in window.top_bar.menu_button.menu().actions()
        if action.menu() is not None and action.text() == "Open recent"
    )
    entries = [action for action in menu.actions() if isinstance(action.data(), str)]
    assert [action.text() for action in entries] == ["R&&D.gradsim", "saved.gradsim"]
    entries[1].trigger()
    assert window.workbench.document.path == saved
    clear = next(action for action in menu.actions() if action.text() == "Clear this list")
    clear.trigger()
    assert window.recent.paths == ()
    assert not menu.isEnabled()


def test_a_preset_opens_without_a_file(window: MainWindow, saved: Path) -> None:
    window.files.open_path(saved)
    window.files.open_preset("scalar_chain")
    assert window.workbench.document.path is None
    assert window.workbench.settings.last_project == "preset:scalar_chain"


def test_a_broken_file_asks_nothing_about_unsaved_changes(
    window: MainWindow, tmp_path: Path
) -> None:
    edit(window)
    window.files.open_path(tmp_path / "missing.gradsim")
    assert window.files.question is None
    assert "Could not open missing.gradsim" in window.notice.text

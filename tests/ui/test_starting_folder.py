"""File dialogs open where a person keeps files, not where the program was started."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDir, QEvent, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from gradsim.ui.main_window import MainWindow
from gradsim.ui.plots.export.writing import ask_and_write
from gradsim.ui.starting_folder import starting_folder
from gradsim.ui.step.study.transcript_page import TranscriptPage
from gradsim.ui.worksheet.dialog import WorksheetDialog


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of documents; the program was started in another one."""
    folder, elsewhere = tmp_path / "Documents", tmp_path / "System32"
    folder.mkdir()
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(folder))
    return folder


def test_the_first_known_folder_that_is_there_is_taken(documents: Path, tmp_path: Path) -> None:
    assert starting_folder([tmp_path / "gone", tmp_path]) == str(tmp_path)
    assert starting_folder() == str(documents)
    documents.rmdir()
    assert starting_folder([tmp_path / "gone"]) == QDir.homePath()


def test_every_file_dialog_opens_in_the_documents_at_first(
    window: MainWindow, documents: Path
) -> None:
    opened: dict[str, str] = {}

    def note(name: str, dialog: QFileDialog | None) -> None:
        assert dialog is not None
        opened[name] = dialog.directory().path()
        dialog.reject()

    window.files.open()
    note("open", window.files.dialog)
    window.files.save_as()
    note("save", window.files.dialog)
    window.importer.ask()
    note("import", window.importer.file_dialog)
    note("picture", ask_and_write(window, "Save", "Picture", "plot.png", b""))
    study = window.workspaces.step.study
    study.open_page("transcript")
    page = study.page
    assert isinstance(page, TranscriptPage)
    page.save_button.click()
    note("transcript", page.findChild(QFileDialog))
    window.actions_.export.trigger()
    (sheet,) = window.findChildren(WorksheetDialog)
    sheet.save_button.setEnabled(True)
    sheet.save_button.click()
    note("worksheet", sheet.file_dialog)
    sheet.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert opened == dict.fromkeys(
        ("open", "save", "import", "picture", "transcript", "worksheet"), str(documents)
    )

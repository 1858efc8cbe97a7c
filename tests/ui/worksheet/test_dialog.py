"""The export dialog by mouse alone and by keyboard alone, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gradsim.ui.main_window import MainWindow
from gradsim.ui.translation import Translation
from gradsim.ui.worksheet.dialog import WorksheetDialog
from gradsim.viewmodels.worksheet.content import Variant
from gradsim.viewmodels.worksheet.exporting import Format
from tests.project.scripts.walks import run
from tests.ui.test_accessibility import nameless

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Iterator[WorksheetDialog]:
    """The dialog, opened by its command."""
    window.workbench.stepper.finish()
    window.actions_.export.trigger()
    (made,) = window.findChildren(WorksheetDialog)
    qtbot.waitUntil(made.isVisible)
    yield made
    if made.isVisible():
        made.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def save_by_mouse(dialog: WorksheetDialog, qtbot: QtBot, path: Path) -> None:
    qtbot.mouseClick(dialog.save_button, LEFT)
    files = dialog.file_dialog
    assert files is not None
    files.selectFile(str(path))
    files.accept()
    qtbot.waitUntil(lambda: not dialog.exporting.running, timeout=20_000)


@pytest.mark.usefixtures("either_language")
@pytest.mark.parametrize("form", list(Format))
def test_each_format_is_written_by_mouse(
    dialog: WorksheetDialog, qtbot: QtBot, tmp_path: Path, form: Format
) -> None:
    qtbot.mouseClick(dialog.formats[form], LEFT)
    assert dialog.format == form
    out = tmp_path / f"sheet{form.suffix}"
    save_by_mouse(dialog, qtbot, out)
    assert not dialog.exporting.failed
    assert dialog.message.isVisible()
    assert out.name in dialog.message.text()
    start = {Format.HTML: b"<!DOCTYPE html>", Format.PDF: b"%PDF"}.get(form, b"#")
    assert out.read_bytes().startswith(start)
    if form is Format.NUMPY:
        assert run(out.read_text(encoding="utf-8")) > 5


@pytest.mark.usefixtures("either_language")
def test_the_keyboard_alone_chooses_and_saves(
    dialog: WorksheetDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    first = dialog.formats[Format.HTML]
    first.setFocus()
    qtbot.keyClick(first, KEY.Key_Down)
    assert dialog.format == Format.PDF
    blank = dialog.variants[Variant.FILLED]
    blank.setFocus()
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Down)
    assert dialog.variant == Variant.ANSWERS_APART
    dialog.save_button.setFocus()
    qtbot.keyClick(dialog.save_button, KEY.Key_Space)
    files = dialog.file_dialog
    assert files is not None
    files.selectFile(str(tmp_path / "walk.pdf"))
    qtbot.keyClick(files, KEY.Key_Return)
    qtbot.waitUntil(lambda: not dialog.exporting.running, timeout=20_000)
    assert (tmp_path / "walk.pdf").exists()
    assert (tmp_path / "walk-answers.pdf").exists()
    qtbot.keyClick(dialog, KEY.Key_Escape)
    assert not dialog.isVisible()


def test_what_was_chosen_is_remembered(
    dialog: WorksheetDialog, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.mouseClick(dialog.formats[Format.PDF], LEFT)
    qtbot.mouseClick(dialog.variants[Variant.BLANK], LEFT)
    dialog.reject()
    again = WorksheetDialog(window.workbench, window)
    assert (again.format, again.variant) == (Format.PDF, Variant.BLANK)
    again.close()
    again.deleteLater()


def test_a_folder_that_cannot_be_written_is_told_and_the_dialog_stays(
    dialog: WorksheetDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog._export(str(tmp_path / "missing" / "sheet.html"))
    qtbot.waitUntil(lambda: not dialog.exporting.running, timeout=20_000)
    assert dialog.exporting.failed
    assert dialog.message.isVisible()
    assert dialog.isVisible()


def test_a_script_has_no_blanks_to_choose(dialog: WorksheetDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.formats[Format.NUMPY], LEFT)
    assert not any(radio.isEnabled() for radio in dialog.variants.values())
    qtbot.mouseClick(dialog.formats[Format.HTML], LEFT)
    assert all(radio.isEnabled() for radio in dialog.variants.values())


def test_a_batch_has_no_paths_to_export(dialog: WorksheetDialog, window: MainWindow) -> None:
    window.workbench.scope.choose(None)
    window.workbench.simulation.compute_now()
    assert not dialog.save_button.isEnabled()


def test_the_sheet_can_be_in_the_other_language(
    dialog: WorksheetDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.language.setCurrentIndex(dialog.language.findData("ko"))
    save_by_mouse(dialog, qtbot, tmp_path / "sheet.html")
    page = (tmp_path / "sheet.html").read_text(encoding="utf-8")
    assert 'lang="ko"' in page
    assert "손실 함수" in page
    assert dialog.save_button.text() == "Save as…"


def test_the_dialog_speaks_both_languages_and_names_its_controls(
    dialog: WorksheetDialog, window: MainWindow
) -> None:
    assert not nameless(dialog)
    english = dialog.formats[Format.NUMPY].text()
    translation = Translation(window.workbench.settings)
    window.workbench.settings.set_language("ko")
    QCoreApplication.processEvents()
    assert dialog.formats[Format.NUMPY].text() != english
    translation.remove()

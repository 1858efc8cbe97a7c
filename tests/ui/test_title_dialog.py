"""A title is one line, wherever it came from."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gradsim.project import edits
from gradsim.project.file import read_project, write_project
from gradsim.project.presets import preset
from gradsim.ui.main_window import MainWindow
from gradsim.ui.title_dialog import TitleDialog


def asked(window: MainWindow, qtbot: QtBot) -> TitleDialog:
    """The dialog, as its command opens it."""
    window.actions_.rename.trigger()
    dialog = window.findChild(TitleDialog)
    assert isinstance(dialog, TitleDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


@pytest.mark.parametrize("pasted", ["two\nlines", "two\r\n\r\n lines\n", "two\u2028lines"])
def test_a_pasted_line_break_becomes_a_blank(window: MainWindow, qtbot: QtBot, pasted: str) -> None:
    dialog = asked(window, qtbot)
    dialog.field.selectAll()
    QGuiApplication.clipboard().setText(pasted)
    dialog.field.paste()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert window.workbench.document.project.title == "two lines"
    assert window.windowTitle().startswith("two lines")


def test_a_file_whose_title_has_two_lines_opens_and_is_left_as_it_is(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "a.gradsim"
    write_project(edits.set_title(preset("mazur"), "two\nlines"), path)
    assert read_project(path).title == "two\nlines"
    window.files.open_path(path)
    assert window.windowTitle().startswith("a.gradsim (two lines)")
    dialog = asked(window, qtbot)
    assert dialog.field.text() == "two lines"
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert not window.workbench.document.modified

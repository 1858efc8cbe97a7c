"""The page "Transcript" by mouse alone and by keyboard alone, in both languages."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from gradsim.ui.main_window import MainWindow
from gradsim.ui.step.study.transcript_page import TranscriptPage
from gradsim.ui.translation import Translation
from gradsim.viewmodels.step.stepper import Lens
from tests.ui.test_accessibility import nameless

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(params=["en", "ko"])
def page(window: MainWindow, request: pytest.FixtureRequest) -> Iterator[TranscriptPage]:
    """The page, opened in the window on the first-look project."""
    translation = Translation(window.workbench.settings)
    window.workbench.settings.set_language(request.param)
    window.resize(1440, 900)
    study = window.workspaces.step.study
    study.open_page("transcript")
    QApplication.processEvents()
    shown = study.page
    assert isinstance(shown, TranscriptPage)
    yield shown
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    translation.remove()


def test_a_line_comes_with_each_factor_and_goes_with_it(page: TranscriptPage) -> None:
    stepper = page.tools.workbench.stepper
    numbers = {}
    for position in range(len(stepper.steps) + 1):
        stepper.jump(position)
        assert len(page.text.lines) == position + 1
        assert page.text.toPlainText().splitlines() == list(page.text.lines)
        numbers[position] = page.text.lines
    for position in (4, 6, 0, 7, 3):
        stepper.jump(position)
        assert page.text.lines == numbers[position]
    assert "0.3679" in numbers[7][5]
    assert "0.001566" in numbers[7][7]


def test_by_mouse_alone_it_is_put_into_words_and_copied(page: TranscriptPage, qtbot: QtBot) -> None:
    page.tools.workbench.stepper.last()
    symbols = page.text.lines
    qtbot.mouseClick(page.words_button, LEFT)
    assert page.text.lines != symbols
    assert not any("∂" in line for line in page.text.lines)
    qtbot.mouseClick(page.copy_button, LEFT)
    assert QApplication.clipboard().text() == "\n".join(page.text.lines)
    assert page.answer.text()


def test_by_keyboard_alone_it_is_copied_and_saved(
    page: TranscriptPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.tools.workbench.stepper.last()
    page.text.setFocus()
    qtbot.keyClick(page.text, KEY.Key_C, CONTROL)
    assert QApplication.clipboard().text() == page.whole
    page.save_button.setFocus()
    qtbot.keyClick(page.save_button, KEY.Key_Space)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    out = tmp_path / "walk.txt"
    dialog.selectFile(str(out))
    dialog.accept()
    assert out.read_text(encoding="utf-8") == f"{page.whole}\n"
    assert "walk.txt" in page.answer.text()


def test_a_file_that_cannot_be_written_is_told(page: TranscriptPage, tmp_path: Path) -> None:
    page.save(tmp_path / "nowhere" / "walk.txt")
    assert page.answer.text()
    assert "walk.txt" not in page.answer.text()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_taken_for_a_file_to_write(page: TranscriptPage, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    page.save(tmp_path / "pipe")
    assert "/pipe”" in page.answer.text()
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize("lens", list(Lens))
def test_it_tells_every_lens(page: TranscriptPage, lens: Lens) -> None:
    stepper = page.tools.workbench.stepper
    stepper.choose_lens(lens)
    stepper.last()
    assert len(page.text.lines) == len(stepper.steps) + 1
    assert all(line.strip() for line in page.text.lines)
    assert nameless(page) == []

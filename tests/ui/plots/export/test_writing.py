"""Files are written whole or not at all, and the reason is told."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gradsim.ui.plots.export.writing import write_file


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def full_disk() -> Iterator[None]:
    """No file can grow beyond 1,000 bytes."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    signal.signal(signal.SIGXFSZ, before)


def told(owner: QWidget) -> str:
    """What the message says, which is put away."""
    box = owner.findChild(QMessageBox)
    assert box is not None
    said = box.text()
    box.close()
    box.deleteLater()
    return said


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process")
def test_a_full_disk_is_told_and_the_old_file_stays(
    owner: QWidget, tmp_path: Path, full_disk: None
) -> None:
    path = tmp_path / "plot.png"
    path.write_bytes(b"old")
    assert not write_file(owner, b"x" * 100_000, str(path))
    said = told(owner)
    assert said.startswith("plot.png could not be written: ")
    assert len(said) > len("plot.png could not be written: ")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["plot.png"]


def test_a_folder_in_the_way_is_told(owner: QWidget, tmp_path: Path) -> None:
    assert not write_file(owner, b"1", str(tmp_path))
    assert "could not be written" in told(owner)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_left_as_it_is(owner: QWidget, tmp_path: Path) -> None:
    path = tmp_path / "plot.png"
    os.mkfifo(path)
    assert not write_file(owner, b"1", str(path))
    assert "is not an ordinary file" in told(owner)
    assert path.is_fifo()


def test_what_is_written_is_all_of_it(owner: QWidget, tmp_path: Path) -> None:
    path = tmp_path / "그림.svg"
    assert write_file(owner, b"0123" * 50_000, str(path))
    assert path.read_bytes() == b"0123" * 50_000

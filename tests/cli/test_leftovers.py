"""No command leaves a file behind in the folder for temporary files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import python, run

OPENED_AND_CLOSED = """
import sys
from PySide6.QtCore import QTimer
from gradsim.app import application
from gradsim.cli import main

running = application()
closing = QTimer()
closing.timeout.connect(running.closeAllWindows)
closing.start(20)
sys.exit(main(["preset:mazur"]))
"""


@pytest.fixture
def temporary(tmp_path: Path) -> dict[str, str]:
    """An empty folder for temporary files, and one for settings, as variables of a process."""
    folder, home = tmp_path / "temporary", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    places = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))
    return {**places, "HOME": str(home), "XDG_CONFIG_HOME": str(home)}


def test_a_screenshot_leaves_no_temporary_file(tmp_path: Path, temporary: dict[str, str]) -> None:
    out = tmp_path / "a.png"
    done = run("screenshot", "preset:mazur", "--out", str(out), **temporary)
    assert (done.returncode, done.stderr) == (0, "")
    assert out.exists()
    assert list(Path(temporary["TMPDIR"]).iterdir()) == []


def test_a_screenshot_that_cannot_be_written_leaves_no_temporary_file(
    tmp_path: Path, temporary: dict[str, str]
) -> None:
    out = tmp_path / "no" / "a.png"
    assert run("screenshot", "preset:mazur", "--out", str(out), **temporary).returncode == 1
    assert list(Path(temporary["TMPDIR"]).iterdir()) == []


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_sweep_with_pictures_leaves_no_temporary_file(
    tmp_path: Path, temporary: dict[str, str], workers: str
) -> None:
    sweep = ("sweep", "preset:mazur", "--depths", "2,3", "--seeds", "2", "--workers", workers)
    done = run(*sweep, "--out", str(tmp_path / "swept"), **temporary)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "swept" / "grid.png").exists()
    assert list(Path(temporary["TMPDIR"]).iterdir()) == []


def test_the_window_opened_and_closed_leaves_no_temporary_file(temporary: dict[str, str]) -> None:
    done = python(OPENED_AND_CLOSED, QT_QPA_PLATFORM="offscreen", **temporary)
    assert done.returncode == 0, done.stderr
    assert list(Path(temporary["TMPDIR"]).iterdir()) == []

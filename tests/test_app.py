"""The program from outside: pictures of the window, what a start opens, every scale."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gradsim import app
from gradsim.engine.problems import Problem
from gradsim.project.file import write_project
from gradsim.project.presets import preset
from gradsim.ui.theme import DARK, LIGHT, Theme
from gradsim.viewmodels import words
from gradsim.viewmodels.first_look import example
from gradsim.viewmodels.settings import Language, Settings, ThemeMode


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    settings.set_language("en")
    return settings


@pytest.fixture(autouse=True)
def no_window_left(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [each for each in qapp.topLevelWidgets() if each.isVisible()] == []


@pytest.mark.parametrize("workspace", ["step", "gradients"])
@pytest.mark.parametrize(("theme", "look"), [("light", LIGHT), ("dark", DARK)])
def test_a_screenshot_has_the_size_and_the_theme_asked_for(
    qapp: QApplication, tmp_path: Path, workspace: str, theme: ThemeMode, look: Theme
) -> None:
    out = tmp_path / "window.png"
    app.screenshot(preset("first_look"), workspace, theme, "en", (1280, 720), out)
    image = QImage(str(out))
    assert (image.width(), image.height()) == (1280, 720)
    assert image.pixelColor(3, 360) == look.window


def test_a_screenshot_differs_between_workspaces_and_languages(
    qapp: QApplication, tmp_path: Path
) -> None:
    pictures = []
    for number, (workspace, language) in enumerate(
        [("step", "en"), ("gradients", "en"), ("step", "ko")]
    ):
        out = tmp_path / f"{number}.png"
        tongue: Language = "ko" if language == "ko" else "en"
        app.screenshot(preset("first_look"), workspace, "light", tongue, (1280, 720), out)
        pictures.append(out.read_bytes())
    assert len(set(pictures)) == 3


def test_a_screenshot_that_cannot_be_written_is_a_problem(
    qapp: QApplication, tmp_path: Path
) -> None:
    with pytest.raises(Problem, match="There is no folder"):
        app.screenshot(preset("mazur"), out=tmp_path / "no" / "window.png")


def test_the_first_start_opens_the_example(settings: Settings) -> None:
    project, path, trouble = app.last_project(settings)
    assert project == example()
    assert path is None
    assert trouble is None


def test_a_later_start_reopens_the_last_project(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "mine.gradsim"
    write_project(replace(preset("mazur"), seed=3), file)
    settings.set_last_project(str(file))
    project, path, trouble = app.last_project(settings)
    assert project.seed == 3
    assert path == file
    assert trouble is None


@pytest.mark.parametrize("content", [None, b"", b"{"], ids=["gone", "empty", "broken"])
def test_a_last_project_that_cannot_be_read_gives_the_example_and_says_so(
    settings: Settings, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "mine.gradsim"
    if content is not None:
        file.write_bytes(content)
    settings.set_last_project(str(file))
    project, path, trouble = app.last_project(settings)
    assert project == example()
    assert path is None
    assert trouble is not None
    assert "mine.gradsim" in words.text(trouble)


def test_the_example_is_opened_with_its_remedy_pinned(
    qapp: QApplication, settings: Settings, qtbot: QtBot
) -> None:
    program = app.Program(qapp, settings, example())
    assert [run.letter for run in program.workbench.runs.pins] == ["A"]
    program.close()
    other = app.Program(qapp, settings, preset("mazur"))
    assert other.workbench.runs.pins == ()
    other.close()


@pytest.mark.parametrize("scale", ["1", "1.5", "2"])
def test_the_window_is_whole_at_every_scale(scale: str, tmp_path: Path) -> None:
    out = tmp_path / "scaled.png"
    environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-W", "error", "-m", "gradsim", "screenshot"]
    command += ["--size", "1280x720", "--out", str(out)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    image = QImage(str(out))
    assert (image.width(), image.height()) == (int(1280 * float(scale)), int(720 * float(scale)))


def test_importing_the_window_leaves_the_slow_parts_for_later() -> None:
    slow = ("ziamath", "ziafont", "scipy", "superqt", "sklearn", "threadpoolctl")
    code = f"import gradsim.app, sys; print([m for m in {slow!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

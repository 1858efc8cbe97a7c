"""A display is asked for an answer before Qt, which would abort, is touched."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gradsim.cli import display
from gradsim.engine.problems import Problem

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="these always have a display"
)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(display, "_check_x11_libraries", lambda: None)
    return monkeypatch


def test_a_library_that_qt_misses_is_named(
    bare: pytest.MonkeyPatch, listening: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(name: str) -> None:
        if name.endswith("libqxcb.so"):
            raise OSError("libxcb-icccm.so.4: cannot open shared object file: No such file")

    bare.undo()
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("DISPLAY", f"{listening}.0")
    monkeypatch.setattr(display.ctypes, "CDLL", load)
    with pytest.raises(Problem, match=r"system library libxcb-icccm\.so\.4 to open") as refused:
        display.check_display()
    assert "libxcb-icccm4" in str(refused.value)


@pytest.fixture
def listening(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "socket-0"
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(path))
        server.listen()
        yield path


def test_no_display_is_refused(bare: pytest.MonkeyPatch) -> None:
    with pytest.raises(Problem, match="neither DISPLAY nor WAYLAND_DISPLAY"):
        display.check_display()


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:port=5900", "xcb;offscreen"])
def test_a_platform_that_needs_none_is_let_through(bare: pytest.MonkeyPatch, platform: str) -> None:
    bare.setenv("QT_QPA_PLATFORM", platform)
    display.check_display()


@pytest.mark.parametrize("platform", ["xcb", "wayland", "wayland;xcb"])
def test_a_platform_that_needs_one_is_not(bare: pytest.MonkeyPatch, platform: str) -> None:
    bare.setenv("QT_QPA_PLATFORM", platform)
    with pytest.raises(Problem):
        display.check_display()


def test_a_wayland_display_that_answers_is_let_through(
    bare: pytest.MonkeyPatch, listening: Path
) -> None:
    bare.setenv("WAYLAND_DISPLAY", str(listening))
    display.check_display()
    bare.setenv("XDG_RUNTIME_DIR", str(listening.parent))
    bare.setenv("WAYLAND_DISPLAY", listening.name)
    display.check_display()


def test_an_x11_display_that_answers_is_let_through(
    bare: pytest.MonkeyPatch, listening: Path
) -> None:
    bare.setenv("DISPLAY", f"{listening}.0")
    display.check_display()


@pytest.mark.parametrize(
    "name", [":987", "unix:987.0", "nonsense", "/no/such/socket", ":" + "9" * 9]
)
def test_a_display_that_does_not_answer_is_refused(bare: pytest.MonkeyPatch, name: str) -> None:
    bare.setenv("DISPLAY", name)
    with pytest.raises(Problem, match="does not answer"):
        display.check_display()


def test_a_missing_library_is_one_line_and_our_own_faults_are_not() -> None:
    with pytest.raises(Problem, match="libEGL"), display.qt_loading():
        raise ImportError("libEGL.so.1: cannot open shared object file", name="PySide6.QtGui")
    with pytest.raises(ImportError), display.qt_loading():
        raise ImportError("no such name", name="gradsim.app")

"""Whether Qt can start, asked before it is touched: where it cannot, it aborts the process."""

from __future__ import annotations

import contextlib
import ctypes
import importlib.util
import os
import re
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem

_NEED_A_DISPLAY = {"xcb", "wayland", "wayland-egl"}
_PATIENCE = 2.0
_X11_PACKAGES = (
    "libegl1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 "
    "libxcb-shape0 libxcb-xinerama0 libxkbcommon-x11-0"
)
"""Debian's and Ubuntu's names of what holds those libraries."""


def check_display() -> None:
    """Refuse to open the window where no display answers.

    Raises
    ------
    Problem
        On Linux and other systems of X11 or Wayland, where neither is set or neither answers, or
        where the library that Qt needs for X11 is missing.
    """
    if sys.platform in ("win32", "darwin", "cygwin", "android"):
        return
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    platforms = {part.partition(":")[0] for part in chosen.split(";") if part}
    if platforms - _NEED_A_DISPLAY:
        return
    display, wayland = os.environ.get("DISPLAY", ""), os.environ.get("WAYLAND_DISPLAY", "")
    if not display and not wayland:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window "
                "cannot open; measure, sweep, train, trace, check, presets, schema and screenshot "
                "work without one.",
            )
        )
    if wayland and _answers(_wayland_address(wayland)):
        return
    if display and any(map(_answers, _x11_addresses(display))):
        _check_x11_libraries()
        return
    raise Problem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "The display “{display}” does not answer, so the window cannot open; measure, sweep, "
            "train, trace, check, presets, schema and screenshot work without one.",
        ),
        display=display or wayland,
    )


Address = str | tuple[str, int]


def _wayland_address(name: str) -> Address:
    return str(Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name)


def _x11_addresses(display: str) -> Iterator[Address]:
    """Where ``[host]:number[.screen]`` may listen: the abstract socket, the file, the port."""
    if display.startswith("/"):
        yield re.sub(r"\.\d+$", "", display)
        yield display
        return
    match = re.fullmatch(r"(?:[^/]*/)?(?P<host>.*):(?P<number>\d+)(?:\.\d+)?", display)
    if match is None:
        return
    number = int(match["number"])
    host = match["host"].strip("[]")
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"
        yield f"\0{path}"
        yield path
    if number <= 59_535:
        yield (host if host not in ("", "unix") else "localhost", 6000 + number)


def _answers(address: Address) -> bool:
    with contextlib.suppress(OSError, ValueError):
        if isinstance(address, tuple):
            socket.create_connection(address, timeout=_PATIENCE).close()
            return True
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(_PATIENCE)
            connection.connect(address)
            return True
    return False


def _check_x11_libraries() -> None:
    """Qt's X11 plugin needs system libraries that many installations lack.

    The first that is missing is found by loading the plugin, as Qt is going to.
    """
    for library in ("libxcb-cursor.so.0", *_x11_plugin()):
        try:
            ctypes.CDLL(library)
        except OSError as error:
            missing = re.match(r"[\w.+-]+\.so[\w.]*(?=:)", str(error))
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "Qt needs the system library {library} to open a window here. On Debian and "
                    "Ubuntu: {command}",
                ),
                library=missing[0] if missing else library,
                command=f"sudo apt install {_X11_PACKAGES}",
            ) from None


def _x11_plugin() -> tuple[str, ...]:
    found = importlib.util.find_spec("PySide6")
    folders = () if found is None else found.submodule_search_locations or ()
    plugins = [Path(folder, "Qt", "plugins", "platforms", "libqxcb.so") for folder in folders]
    return tuple(str(plugin) for plugin in plugins if plugin.is_file())


@contextlib.contextmanager
def qt_loading() -> Iterator[None]:
    """Turn a library that Qt misses into one clear line.

    Raises
    ------
    Problem
        Where PySide6 or a library below it cannot be loaded.
    """
    try:
        yield
    except ImportError as error:
        if (error.name or "").startswith("gradsim"):
            raise
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "Qt cannot be loaded here: {reason}."), reason=str(error)
        ) from None

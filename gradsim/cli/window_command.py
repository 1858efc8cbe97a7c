"""``gradsim [FILE]``: opens the window."""

from __future__ import annotations

import signal
from argparse import Namespace
from pathlib import Path

from gradsim.cli.arguments import nearest_command
from gradsim.cli.display import check_display, qt_loading
from gradsim.cli.projects import is_preset, open_project
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.model import Project


def run(arguments: Namespace) -> int:
    """Read the project first, so that a bad file is refused before any window opens."""
    file: str | None = arguments.file
    project = None if file is None else _open(file)
    check_display()
    with qt_loading():
        from gradsim.app import open_window
    # Qt's loop never returns to Python by itself, so Ctrl+C must end the process directly.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    path = None if file is None or is_preset(file) else file
    return open_window(project, path)


def _open(file: str) -> Project:
    """The project in `file`; where there is none, perhaps a command was meant."""
    try:
        return open_project(file)
    except Problem:
        meant = None if is_preset(file) or Path(file).exists() else nearest_command(file)
        if meant is None:
            raise
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "There is no file “{file}”. Did you mean the command “{command}”?"
            ),
            file=file,
            command=f"gradsim {meant}",
        ) from None

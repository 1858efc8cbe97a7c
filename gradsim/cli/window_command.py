"""``gradsim [FILE]``: opens the window."""

from __future__ import annotations

import signal
from argparse import Namespace

from gradsim.cli.display import check_display, qt_loading
from gradsim.cli.projects import is_preset, open_project


def run(arguments: Namespace) -> int:
    """Read the project first, so that a bad file is refused before any window opens."""
    file: str | None = arguments.file
    project = None if file is None else open_project(file)
    check_display()
    with qt_loading():
        from gradsim.app import open_window
    # Qt's loop never returns to Python by itself, so Ctrl+C must end the process directly.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    path = None if file is None or is_preset(file) else file
    return open_window(project, path)

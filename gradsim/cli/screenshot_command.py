"""``gradsim screenshot``: draws a workspace into a PNG file, with or without a display."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from gradsim.cli.display import qt_loading
from gradsim.cli.projects import open_project
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.presets import FIRST_LOOK


def run(arguments: Namespace) -> int:
    """Draw the workspace of FILE, or of the first look, and print where it went."""
    project = FIRST_LOOK.build() if arguments.file is None else open_project(arguments.file)
    out = Path(arguments.out)
    if not out.absolute().parent.is_dir():
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "There is no folder “{folder}”."),
            folder=str(out.absolute().parent),
        )
    if out.is_dir():
        raise Problem(QT_TRANSLATE_NOOP("Problem", "“{file}” is a folder."), file=str(out))
    # The picture is drawn in memory; no display is needed, nor used where there is one.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with qt_loading():
        from gradsim.app import screenshot
    screenshot(
        project,
        workspace=arguments.workspace,
        theme=arguments.theme,
        language=arguments.language,
        size=arguments.size,
        out=str(out),
    )
    print(out)
    return 0

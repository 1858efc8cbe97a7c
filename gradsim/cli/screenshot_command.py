"""``gradsim screenshot``: draws a workspace into a PNG file, with or without a display."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from gradsim.cli.display import qt_loading
from gradsim.cli.projects import open_project
from gradsim.cli.targets import check_targets
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.file import no_name
from gradsim.project.presets import FIRST_LOOK

SUFFIX = ".png"


def run(arguments: Namespace) -> int:
    """Draw the workspace of FILE, or of the first look, and print where it went."""
    project = FIRST_LOOK.build() if arguments.file is None else open_project(arguments.file)
    out = _png(arguments.out)
    check_targets(arguments.file, {"--out": str(out)})
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


def _png(name: str) -> Path:
    """The file to write: with the end that tells what is in it, and with no other."""
    if not name:
        raise no_name()
    out = Path(name)
    if out.is_dir():
        raise Problem(QT_TRANSLATE_NOOP("Problem", "“{file}” is a folder."), file=name)
    if out.suffix not in ("", ".") and out.suffix.lower() != SUFFIX:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "“{file}”: a picture is written as {suffix}, not as {other}."
            ),
            file=name,
            suffix=SUFFIX,
            other=out.suffix,
        )
    return out if out.suffix.lower() == SUFFIX else out.with_name(f"{out.name.rstrip('.')}{SUFFIX}")

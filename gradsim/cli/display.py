"""Whether a window can be shown, asked before Qt is touched: Qt aborts the process without one."""

from __future__ import annotations

import os
import sys

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem


def check_display() -> None:
    """Refuse to open the window where there is no display.

    Raises
    ------
    Problem
        On Linux and other X11 or Wayland systems without either.
    """
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return
    raise Problem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window "
            "cannot open; measure, trace, check, presets, schema and screenshot work without one.",
        )
    )

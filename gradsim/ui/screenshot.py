"""Draws the window into a picture, complete: every number computed, every equation set."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QEvent,
    QEventLoop,
    QIODevice,
    QMessageLogContext,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QPixmap

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.ui.main_window import MainWindow

_QUALITY = 80
"""For PNG this is how lightly it is compressed; the picture is exact at any."""
_NOTE_OF_NO_MEANING = "This plugin does not support propagateSizeHints()"


@contextmanager
def without_platform_notes() -> Iterator[None]:
    """Keep quiet what Qt's platform without a screen says of every window; pass on the rest."""

    def pass_on(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if message == _NOTE_OF_NO_MEANING:
            return
        if before is None:
            print(message, file=sys.stderr)
        else:
            before(kind, context, message)

    before = qInstallMessageHandler(pass_on)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def settled_picture(window: MainWindow, workspace: str, size: tuple[int, int]) -> QPixmap:
    """Show the window off the screen at `size` and take its picture once nothing is pending."""
    simulation = window.workbench.simulation
    if not simulation.current:
        simulation.compute_now()
    window.builder.begin_drawing()
    window.open_workspace(workspace)
    window.setMinimumSize(*size)
    window.resize(*size)
    # One painting is enough: the one into the picture.
    window.setUpdatesEnabled(False)
    window.show()
    _let_events_pass()
    window.finish_drawing()
    _let_events_pass()
    if (focused := window.focusWidget()) is not None:
        focused.clearFocus()  # nobody works in a picture
    window.setUpdatesEnabled(True)
    return window.grab()


def save_picture(picture: QPixmap, out: Path) -> None:
    """Write a PNG file, whole or not at all.

    Raises
    ------
    Problem
        Where the file cannot be written.
    """
    from gradsim.project.file import named, write_bytes

    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "PNG", _QUALITY):
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "The picture “{file}” could not be written."),
            file=out.name,
        )
    with named(out):
        write_bytes(bytes(store.data()), out)


def _let_events_pass() -> None:
    for _ in range(3):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

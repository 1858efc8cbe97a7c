"""The one rule for the folder in which a file dialog opens."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths


def starting_folder(known: Iterable[Path] = ()) -> str:
    """The first of the folders `known` that is there, else the documents, else the home.

    Never the working directory: a program that is opened by its icon has one of the system's.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    for folder in (*known, *([Path(documents)] if documents else [])):
        if folder.is_dir():
            return str(folder)
    return QDir.homePath()

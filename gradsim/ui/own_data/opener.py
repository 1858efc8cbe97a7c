"""Asks for a table and opens the dialog that imports it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from gradsim.ui.starting_folder import starting_folder
from gradsim.viewmodels.document import Document

SUFFIXES: Final = frozenset({".csv", ".tsv", ".txt", ".npy", ".npz"})


def is_table(path: Path) -> bool:
    """Whether a file looks like a table rather than a project, by its name."""
    return path.suffix.lower() in SUFFIXES


class DataImporter(QObject):
    """Knows the window whose dialogs it opens and the document that takes the data."""

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._window = window
        self._folders: list[Path] = []
        self.file_dialog: QFileDialog | None = None

    def ask(self) -> None:
        """Ask which file to import."""
        kinds = " ".join(sorted(f"*{suffix}" for suffix in SUFFIXES))
        tables = self.tr("Tables")
        folder = starting_folder(self._folders)
        dialog = QFileDialog(self._window, self.tr("Import data"), folder, f"{tables} ({kinds})")
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open)
        self.file_dialog = dialog
        dialog.open()

    def open(self, path: str) -> None:
        """Open the dialog for the table in `path`."""
        from gradsim.ui.own_data.dialog import ImportDialog

        self._folders = [Path(path).parent]
        ImportDialog(path, self._document, self._window).open()

"""Makes the bytes of an exported file, asks where to, and writes all of them or nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QFileInfo, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from gradsim.engine.problems import Problem
from gradsim.ui.plots.pictures import SHARPNESS, Picture
from gradsim.ui.starting_folder import starting_folder
from gradsim.ui.theme import Theme
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.tables import in_english

if TYPE_CHECKING:
    from gradsim.ui.plots.export.subject import Subject

FORMATS = ("png", "svg", "pdf", "csv")


def file_bytes(
    subject: Subject, suffix: str, *, theme: Theme | None = None, sharpness: float = SHARPNESS
) -> bytes:
    """The whole file of one of ``FORMATS``; `theme` None is the one on screen."""
    if suffix == "csv":
        if subject.table is None:
            return b""
        return in_english(subject.table).csv_text().encode("utf-8-sig")
    picture = Picture(subject, theme)
    if suffix == "svg":
        return picture.svg()
    return picture.pdf() if suffix == "pdf" else picture.png(sharpness)


def ask_and_write(owner: QWidget, title: str, kind: str, name: str, data: bytes) -> QFileDialog:
    """Ask for a file, called `name` unless another is chosen, and write `data` into it.

    The data are those that were on screen when it was asked for, whatever happens meanwhile.
    """
    suffix = name.rpartition(".")[2]
    dialog = QFileDialog(owner, title, starting_folder(), f"{kind} (*.{suffix})")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(name)
    dialog.fileSelected.connect(partial(write_file, owner, data))
    dialog.open()
    return dialog


def write_file(owner: QWidget, data: bytes, path: str) -> bool:
    """Write all of `data` or nothing, where a file was before it stays; a message says why."""
    from gradsim.project.file import BRIEFLY, write_bytes

    try:
        write_bytes(data, path, patience=BRIEFLY)
    except Problem as problem:
        reason = words.problem_text(problem)
    else:
        return True
    box = QMessageBox(owner)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("PlotMenu", "Not saved"))
    sentence = QCoreApplication.translate("PlotMenu", "{file} could not be written: {reason}")
    box.setText(sentence.format(file=QFileInfo(path).fileName(), reason=reason))
    box.open()
    return False

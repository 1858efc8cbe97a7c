"""The context menu of a plot: copy or save its picture and its numbers, fit its range."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDir, QFileInfo, QIODevice, QSaveFile, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from gradsim.ui.plots.pictures import Picture

if TYPE_CHECKING:
    from gradsim.ui.plots.plot import Plot


class PlotMenu(QMenu):
    """Made when asked for, gone when closed."""

    def __init__(self, plot: Plot) -> None:
        super().__init__(plot)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._plot = plot
        self.copy_picture = self.addAction(self.tr("Copy picture"), self._copy_picture)
        self.copy_numbers = self.addAction(self.tr("Copy numbers"), self._copy_numbers)
        self.addSeparator()
        self.save_png = self.addAction(self.tr("Save as PNG…"), self._save_png)
        self.save_svg = self.addAction(self.tr("Save as SVG…"), self._save_svg)
        self.save_csv = self.addAction(self.tr("Save numbers as CSV…"), self._save_csv)
        self.addSeparator()
        self.fit = self.addAction(self.tr("Fit the range"), plot.fitted.fit_again)
        self.fit.setEnabled(plot.fitted.held)
        for action in (self.copy_numbers, self.save_csv):
            action.setEnabled(plot.table is not None)

    def _picture(self) -> Picture:
        plot = self._plot
        return Picture(plot, plot.caption(), plot.controller.theme, plot.font())

    def _copy_picture(self) -> None:
        QGuiApplication.clipboard().setImage(self._picture().image())

    def _copy_numbers(self) -> None:
        if self._plot.table is not None:
            QGuiApplication.clipboard().setText(self._plot.table().clipboard_text())

    def _save_png(self) -> None:
        self._ask(self.tr("Save as PNG"), self.tr("PNG picture"), "png", self._picture().png())

    def _save_svg(self) -> None:
        content = self._picture().svg(self._plot.accessibleName())
        self._ask(self.tr("Save as SVG"), self.tr("SVG picture"), "svg", content)

    def _save_csv(self) -> None:
        if self._plot.table is not None:
            content = self._plot.table().csv_text().encode("utf-8-sig")
            self._ask(self.tr("Save numbers as CSV"), self.tr("CSV table"), "csv", content)

    def _ask(self, title: str, kind: str, suffix: str, data: bytes) -> None:
        ask_and_write(self._plot, title, kind, f"{self._plot.file_stem}.{suffix}", data)


def ask_and_write(owner: QWidget, title: str, kind: str, name: str, data: bytes) -> None:
    """Ask for a file, called `name` unless another is chosen, and write `data` into it.

    The data are those that were on screen when the menu was used, whatever happens meanwhile.
    """
    suffix = name.rpartition(".")[2]
    dialog = QFileDialog(owner, title, QDir.homePath(), f"{kind} (*.{suffix})")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(name)
    dialog.fileSelected.connect(partial(write_file, owner, data))
    dialog.open()


def write_file(owner: QWidget, data: bytes, path: str) -> bool:
    """Write all of `data` or nothing; a message says why it could not be."""
    file = QSaveFile(path)
    written = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(data) == len(data)
    if written and file.commit():
        return True
    box = QMessageBox(owner)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("PlotMenu", "Not saved"))
    sentence = QCoreApplication.translate("PlotMenu", "{file} could not be written: {reason}")
    box.setText(sentence.format(file=QFileInfo(path).fileName(), reason=file.errorString()))
    box.open()
    return False

"""The context menu of a plot: copy or save its picture and its numbers, fit its range."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from gradsim.ui.plots.export.writing import ask_and_write, file_bytes, write_file
from gradsim.ui.plots.pictures import Picture
from gradsim.viewmodels.gradients.tables import in_english

if TYPE_CHECKING:
    from gradsim.ui.plots.export.subject import Subject

__all__ = ["PlotMenu", "ask_and_write", "write_file"]


class PlotMenu(QMenu):
    """Made when asked for, gone when closed."""

    def __init__(self, subject: Subject) -> None:
        super().__init__(subject.widget)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._subject = subject
        self.copy_picture = self.addAction(self.tr("Copy picture"), self._copy_picture)
        self.copy_numbers = self.addAction(self.tr("Copy numbers"), self._copy_numbers)
        self.addSeparator()
        self.save_png = self.addAction(self.tr("Save as PNG…"), partial(self._save, "png"))
        self.save_svg = self.addAction(self.tr("Save as SVG…"), partial(self._save, "svg"))
        self.save_pdf = self.addAction(self.tr("Save as PDF…"), partial(self._save, "pdf"))
        self.save_csv = self.addAction(self.tr("Save numbers as CSV…"), partial(self._save, "csv"))
        self.export = self.addAction(self.tr("Export with choices…"), self._open_dialog)
        for action in (self.copy_numbers, self.save_csv):
            action.setEnabled(subject.table is not None)
        fitted = getattr(subject, "fitted", None)
        if fitted is not None:
            self.addSeparator()
            self.fit = self.addAction(self.tr("Fit the range"), fitted.fit_again)
            self.fit.setEnabled(fitted.held)

    def _copy_picture(self) -> None:
        QGuiApplication.clipboard().setImage(Picture(self._subject).image())

    def _copy_numbers(self) -> None:
        if self._subject.table is not None:
            QGuiApplication.clipboard().setText(in_english(self._subject.table).clipboard_text())

    def _save(self, suffix: str) -> None:
        name = f"{self._subject.file_stem}.{suffix}"
        title, kind = {
            "png": (self.tr("Save as PNG"), self.tr("PNG picture")),
            "svg": (self.tr("Save as SVG"), self.tr("SVG picture")),
            "pdf": (self.tr("Save as PDF"), self.tr("PDF picture")),
            "csv": (self.tr("Save numbers as CSV"), self.tr("CSV table")),
        }[suffix]
        ask_and_write(self._subject.widget, title, kind, name, file_bytes(self._subject, suffix))

    def _open_dialog(self) -> None:
        from gradsim.ui.plots.export.dialog import ExportDialog

        ExportDialog([self._subject], self._subject.widget.window()).open()

"""The menus of the grid: what to do with a cell, and the grid as picture and numbers."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from gradsim.ui.compare.grid.picture import GridPicture
from gradsim.ui.plots.plot_menu import ask_and_write
from gradsim.viewmodels.compare.grid.tables import grid_table
from gradsim.viewmodels.compare.grid.view import GridView
from gradsim.viewmodels.gradients.runs import LETTERS

_STEM = "grid"


class ExportMenu(QMenu):
    """Copies or saves the whole grid as it stands."""

    def __init__(self, view: GridView, picture: GridPicture, owner: QWidget) -> None:
        super().__init__(owner)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._view, self._picture, self._owner = view, picture, owner
        self.copy_picture = self.addAction(self.tr("Copy picture"), self._copy_picture)
        self.copy_numbers = self.addAction(self.tr("Copy numbers"), self._copy_numbers)
        self.addSeparator()
        self.save_png = self.addAction(self.tr("Save as PNG…"), self._save_png)
        self.save_svg = self.addAction(self.tr("Save as SVG…"), self._save_svg)
        self.save_csv = self.addAction(self.tr("Save numbers as CSV…"), self._save_csv)

    def _copy_picture(self) -> None:
        QGuiApplication.clipboard().setImage(self._picture.image())

    def _copy_numbers(self) -> None:
        QGuiApplication.clipboard().setText(grid_table(self._view).clipboard_text())

    def _save_png(self) -> None:
        self._ask(self.tr("Save as PNG"), self.tr("PNG picture"), "png", self._picture.png())

    def _save_svg(self) -> None:
        self._ask(self.tr("Save as SVG"), self.tr("SVG picture"), "svg", self._picture.svg())

    def _save_csv(self) -> None:
        content = grid_table(self._view).csv_text().encode("utf-8-sig")
        self._ask(self.tr("Save numbers as CSV"), self.tr("CSV table"), "csv", content)

    def _ask(self, title: str, kind: str, suffix: str, data: bytes) -> None:
        ask_and_write(self._owner, title, kind, f"{_STEM}.{suffix}", data)


class ReplaceMenu(QMenu):
    """With four runs pinned: which one the cell takes the place of."""

    def __init__(self, view: GridView, owner: QWidget) -> None:
        super().__init__(owner)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.letters = {}
        for letter in LETTERS:
            text = self.tr("Replace run {letter}").format(letter=letter)
            self.letters[letter] = self.addAction(text, partial(self._replace, view, letter))

    def _replace(self, view: GridView, letter: str) -> None:
        if view.current is not None:
            view.pin(view.current, letter)

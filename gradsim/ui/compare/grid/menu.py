"""With four runs pinned, which one the cell takes the place of."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from gradsim.viewmodels.compare.grid.view import GridView
from gradsim.viewmodels.gradients.runs import LETTERS


class ReplaceMenu(QMenu):
    """An entry for each pinned run."""

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

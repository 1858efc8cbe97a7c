"""Every command of the window with its words and keys; who carries it out connects to it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from gradsim.ui.key_names import sequence_name
from gradsim.viewmodels import words
from gradsim.viewmodels.document import Document

_Key = QKeySequence.StandardKey


class Actions(QObject):
    """The commands, added to `window` so that their keys work wherever the focus is."""

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._window = window
        self.new = self._action(QKeySequence(_Key.New))
        self.open = self._action(QKeySequence(_Key.Open))
        self.save = self._action(QKeySequence(_Key.Save))
        self.save_as = self._action(QKeySequence("Ctrl+Shift+S"))
        self.rename = self._action()
        self.export = self._action(QKeySequence("Ctrl+E"))
        self.import_data = self._action(QKeySequence("Ctrl+Shift+O"))
        self.export_plot = self._action(QKeySequence("Ctrl+Shift+E"))
        self.quit = self._action(QKeySequence("Ctrl+Q"))
        self.undo = self._action(QKeySequence("Ctrl+Z"))
        self.redo = self._action(QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y"))
        self.step = self._action(QKeySequence("Ctrl+1"))
        self.gradients = self._action(QKeySequence("Ctrl+2"))
        self.compare = self._action(QKeySequence("Ctrl+3"))
        self.train = self._action(QKeySequence("Ctrl+4"))
        self.challenges = self._action(QKeySequence("Ctrl+5"))
        self.reset_layout = self._action()
        self.notation = self._action()
        self.check = self._action(QKeySequence("Ctrl+K"))
        self.keys = self._action(QKeySequence("F1"))
        self.key_map = self._action()
        self.verdict_rules = self._action()
        self.conventions = self._action()
        self.about = self._action()
        self.menu = self._action(QKeySequence("F10"))
        self.next_divider = self._action(QKeySequence("F6"))
        self.previous_divider = self._action(QKeySequence("Shift+F6"))
        self.workspaces = {
            "step": self.step,
            "gradients": self.gradients,
            "compare": self.compare,
            "train": self.train,
            "challenges": self.challenges,
        }
        group = QActionGroup(self)
        for action in self.workspaces.values():
            action.setCheckable(True)
            group.addAction(action)
        self.step.setChecked(True)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

        stack = document.undo_stack
        self.undo.triggered.connect(stack.undo)
        self.redo.triggered.connect(stack.redo)
        stack.indexChanged.connect(self.render_history)
        stack.canUndoChanged.connect(self.render_history)
        self.retranslate()

    def _action(self, *keys: QKeySequence) -> QAction:
        action = QAction(self._window)
        action.setShortcuts(list(keys))
        self._window.addAction(action)
        return action

    def render_history(self) -> None:
        """Say what Undo and Redo would do, and whether they can."""
        undo, redo = self._document.undo_name(), self._document.redo_name()
        self.undo.setEnabled(undo is not None)
        self.redo.setEnabled(redo is not None)
        undo_text, redo_text = self.tr("Undo"), self.tr("Redo")
        self.undo.setText(undo_text)
        self.redo.setText(redo_text)
        self.undo.setToolTip(
            undo_text
            if undo is None
            else self.tr("Undo: {edit}").format(edit=words.text(undo)) + _keys(self.undo)
        )
        self.redo.setToolTip(
            redo_text
            if redo is None
            else self.tr("Redo: {edit}").format(edit=words.text(redo)) + _keys(self.redo)
        )

    def retranslate(self) -> None:
        """Put every command in the present language."""
        self.new.setText(self.tr("New project…"))
        self.open.setText(self.tr("Open…"))
        self.save.setText(self.tr("Save"))
        self.save_as.setText(self.tr("Save as…"))
        self.rename.setText(self.tr("Rename project…"))
        self.export.setText(self.tr("Export worksheet…"))
        self.import_data.setText(self.tr("Import data…"))
        self.export_plot.setText(self.tr("Export plot…"))
        self.quit.setText(self.tr("Quit"))
        self.step.setText(self.tr("Step"))
        self.gradients.setText(self.tr("Gradients"))
        self.compare.setText(self.tr("Compare"))
        self.train.setText(self.tr("Train"))
        self.challenges.setText(self.tr("Challenges"))
        self.reset_layout.setText(self.tr("Reset layout"))
        self.notation.setText(self.tr("Notation…"))
        self.check.setText(self.tr("Check the gradients"))
        self.keys.setText(self.tr("Keys"))
        self.key_map.setText(self.tr("Small map of the keys (?)"))
        self.verdict_rules.setText(self.tr("Rules of the verdict"))
        self.conventions.setText(self.tr("Conventions"))
        self.about.setText(self.tr("About GradSim"))
        self.menu.setText(self.tr("Menu"))
        self.next_divider.setText(self.tr("Next divider"))
        self.previous_divider.setText(self.tr("Divider before"))
        self.render_history()


def _keys(action: QAction) -> str:
    text = sequence_name(action.shortcut())
    return f" ({text})" if text else ""

"""The menu of a layer card; its entries are also the list's keyboard shortcuts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gradsim.viewmodels.builder.layer_actions import LayerActions
from gradsim.viewmodels.selection import Selection

_DELETE_KEYS = ("Delete", "Backspace")
"""The second is the key that a Mac labels “delete”."""


class LayerMenu(QMenu):
    """What can be done to the selected layers."""

    def __init__(
        self, layers: LayerActions, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._layers = layers
        self._selection = selection
        self._before = self._entry(self._insert_before, "Ctrl+Shift+I")
        self._after = self._entry(self._insert_after, "Ctrl+I")
        self._duplicate = self._entry(self._duplicate_selected, "Ctrl+D")
        self.addSeparator()
        self._up = self._entry(self._move_up, "Alt+Up")
        self._down = self._entry(self._move_down, "Alt+Down")
        self.addSeparator()
        self._redraw = self._entry(self._redraw_selected)
        self._delete = self._entry(self._delete_selected, *_DELETE_KEYS)
        self.aboutToShow.connect(self._refresh)
        self._retranslate()

    def _entry(self, do: Callable[[], None], *keys: str) -> QAction:
        action = QAction(self)
        action.setShortcuts(list(map(QKeySequence, keys)))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(do)
        self.addAction(action)
        return action

    def _refresh(self) -> None:
        ids = self._selection.layer_ids
        self._redraw.setEnabled(self._layers.any_typed(ids))
        self._delete.setEnabled(self._layers.can_delete(ids))

    def _insert_before(self) -> None:
        if self._selection.layer_ids:
            self._layers.insert_before(self._selection.layer_ids[0])

    def _insert_after(self) -> None:
        if self._selection.layer_ids:
            self._layers.insert_after(self._selection.layer_ids[-1])

    def _duplicate_selected(self) -> None:
        self._layers.duplicate(self._selection.layer_ids)

    def _move_up(self) -> None:
        self._layers.move_up(self._selection.layer_ids)

    def _move_down(self) -> None:
        self._layers.move_down(self._selection.layer_ids)

    def _redraw_selected(self) -> None:
        self._layers.redraw(self._selection.layer_ids)

    def _delete_selected(self) -> None:
        self._layers.delete(self._selection.layer_ids)

    def _retranslate(self) -> None:
        self._before.setText(self.tr("Insert before"))
        self._after.setText(self.tr("Insert after"))
        self._duplicate.setText(self.tr("Duplicate"))
        self._up.setText(self.tr("Move up"))
        self._down.setText(self.tr("Move down"))
        self._redraw.setText(self.tr("Redraw typed numbers"))
        self._delete.setText(self.tr("Delete"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

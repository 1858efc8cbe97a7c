"""Which layers are selected, by their persistent ids, kept true while the network changes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from gradsim.viewmodels.document import Document


class Selection(QObject):
    """The selected layers in network order; a deleted one hands over to its neighbour."""

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._order = self._ids()
        self._selected: tuple[int, ...] = self._order[:1]
        document.project_changed.connect(self._follow_network)
        document.loaded.connect(self._start_anew)

    @property
    def layer_ids(self) -> tuple[int, ...]:
        """Ids of the selected layers, in network order."""
        return self._selected

    def select(self, ids: Iterable[int]) -> None:
        """Select the layers `ids`; ids that the network does not have are left out."""
        wanted = set(ids)
        selected = tuple(each for each in self._ids() if each in wanted)
        if selected != self._selected:
            self._selected = selected
            self.changed.emit()

    def _ids(self) -> tuple[int, ...]:
        return tuple(layer.id for layer in self._document.project.network.layers)

    def _start_anew(self) -> None:
        """Another project was opened: its first layer, whatever was selected in the last one."""
        self.select(self._order[:1])

    def _follow_network(self) -> None:
        before, self._order = self._order, self._ids()
        if self._order == before:
            return
        surviving = set(self._selected) & set(self._order)
        if not surviving and self._selected and self._order:
            position = min(before.index(self._selected[0]), len(self._order) - 1)
            surviving = {self._order[position]}
        self.select(surviving)

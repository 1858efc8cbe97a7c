"""The unit of a plot: in the header of its card or, where that is too narrow, over the plot."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel


class UnitLine(QLabel):
    """The line over the plot; it is hidden as long as `note`, in `header`, holds the whole unit.

    Its owner calls :meth:`place` whenever the header or what stands in it has changed.
    """

    def __init__(self, header: QHBoxLayout, note: QLabel) -> None:
        super().__init__()
        self._header = header
        self._note = note
        self.setObjectName(note.objectName())
        self.setAlignment(note.alignment())

    def say(self, unit: str) -> None:
        """Write another unit."""
        self.setText(unit)
        self.place()

    def place(self) -> None:
        """Choose the place that shows all of it."""
        items = [self._header.itemAt(place) for place in range(self._header.count())]
        others = [
            item.sizeHint().width() + self._header.spacing()
            for item in items
            if item is not None and item.widget() is not self._note and not item.isEmpty()
        ]
        fits = self.sizeHint().width() <= self._header.geometry().width() - sum(others)
        # Empty, the note still holds what stands behind it at the right end.
        self._note.setText(self.text() if fits else "")
        self.setHidden(fits)

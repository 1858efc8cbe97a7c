"""The sentence above the grid that says why every cell is exactly zero, where one thing is why."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel

from gradsim.viewmodels.compare.grid.silent_output import silent_output
from gradsim.viewmodels.compare.grid.view import GridView


class OutputNote(QLabel):
    """Hidden unless the output layer that all cells share lets no gradient through."""

    def __init__(self, view: GridView) -> None:
        super().__init__()
        self._view = view
        self.setWordWrap(True)
        self.hide()
        view.progress_changed.connect(self.refresh)
        view.rearranged.connect(self.refresh)
        self._retranslate()

    def refresh(self) -> None:
        """Speak where there is a reason to."""
        self.setVisible(silent_output(self._view))

    def _retranslate(self) -> None:
        self.setText(
            self.tr(
                "Every cell keeps the output layer of the open network, whose weights are all 0: "
                "no gradient reaches the layers below. Choose other weights for it in the builder."
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

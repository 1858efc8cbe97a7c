"""How far the grid is: a bar, words, a button that stops or goes on, and the scale of colours."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from gradsim.ui.compare.grid.legend import ScaleLegend
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.compare.grid.view import GridView


class GridStatus(QWidget):
    """The line below the grid."""

    def __init__(self, view: GridView, theme: ThemeController) -> None:
        super().__init__()
        self._view = view
        self.legend = ScaleLegend(theme)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(84)
        self.words = QLabel()
        self.words.setProperty("muted", True)
        self.stop_button = QPushButton()
        self.stop_button.clicked.connect(self._stop_or_go_on)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.legend, 1)
        layout.addWidget(self.bar)
        layout.addWidget(self.words)
        layout.addWidget(self.stop_button)
        view.progress_changed.connect(self.refresh)
        self._retranslate()

    def refresh(self) -> None:
        """The present state."""
        done, whole = self._view.progress
        measuring = self._view.measuring
        self.bar.setRange(0, max(whole, 1))
        self.bar.setValue(done)
        self.bar.setVisible(measuring.busy or measuring.stopped)
        self.words.setText(self._view.progress_text())
        self.stop_button.setVisible(measuring.busy or measuring.stopped)
        self.stop_button.setText(self.tr("Go on") if measuring.stopped else self.tr("Stop"))

    def _stop_or_go_on(self) -> None:
        if self._view.measuring.stopped:
            self._view.resume()
        else:
            self._view.stop()

    def _retranslate(self) -> None:
        self.bar.setAccessibleName(self.tr("Cells measured"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

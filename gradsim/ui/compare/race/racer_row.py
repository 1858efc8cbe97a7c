"""One racer in the list: its line, number, name and numbers, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gradsim.ui.plots.run_styles import RunSample
from gradsim.ui.theme import ThemeController

_LINE = 20
_SMALL_BUTTON = "QToolButton, QToolButton:focus { min-height: 0; padding: 0; }"


class RacerRow(QWidget):
    """Emits its number when it is to be opened in the builder, or taken out."""

    load_asked = Signal(int)
    remove_asked = Signal(int)

    def __init__(self, number: int, theme: ThemeController) -> None:
        super().__init__()
        self.number = number
        self._theme = theme
        self.name, self.told = QLabel(), QLabel()
        self.name.setProperty("heading", True)
        self.told.setProperty("muted", True)
        self.load_button, self.remove_button = QToolButton(), QToolButton()
        column = QVBoxLayout()
        column.setSpacing(1)
        for label in (self.name, self.told):
            label.setWordWrap(True)
            column.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 6)
        row.setSpacing(6)
        top = Qt.AlignmentFlag.AlignTop
        sample = RunSample(number - 1, theme)
        sample.setFixedHeight(max(self.fontMetrics().height(), _LINE))
        row.addWidget(sample, 0, top)
        row.addLayout(column, 1)
        for button in (self.load_button, self.remove_button):
            button.setProperty("flat", True)
            button.setProperty("iconOnly", True)
            button.setFixedSize(_LINE + 4, _LINE + 2)
            button.setStyleSheet(_SMALL_BUTTON)
            row.addWidget(button, 0, top)
        self.load_button.clicked.connect(self._load)
        self.remove_button.clicked.connect(self._remove)
        theme.changed.connect(self._recolor)
        self._recolor()
        self._retranslate()

    def show_racer(self, name: str, told: str) -> None:
        """Its name, and how it does."""
        self.name.setText(f"{self.number} · {name}" if name else str(self.number))
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.setAccessibleName(f"{self.name.text()}. {told}")

    def _load(self) -> None:
        self.load_asked.emit(self.number)

    def _remove(self) -> None:
        self.remove_asked.emit(self.number)

    def _recolor(self) -> None:
        self.load_button.setIcon(self._theme.icons.icon("edit"))
        self.remove_button.setIcon(self._theme.icons.icon("close"))

    def _retranslate(self) -> None:
        self.load_button.setAccessibleName(
            self.tr("Open racer {racer} in the builder").format(racer=self.number)
        )
        self.remove_button.setAccessibleName(
            self.tr("Take racer {racer} out of the race").format(racer=self.number)
        )
        for button in (self.load_button, self.remove_button):
            button.setToolTip(button.accessibleName())

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

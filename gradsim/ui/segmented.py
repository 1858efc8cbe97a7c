"""A row of joined buttons of which exactly one is on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget


class Segmented(QFrame):
    """Chooses one of a few values; Tab reaches it, the arrow keys move within it."""

    chosen = Signal(str)
    """The value that a person chose."""

    def __init__(self, values: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segmented")
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        for value in values:
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("segment", True)
            self._group.addButton(button)
            self._buttons[value] = button
            layout.addWidget(button)
        self._group.buttonToggled.connect(self._report)

    def button(self, value: str) -> QPushButton:
        """The button of `value`."""
        return self._buttons[value]

    def set_text(self, value: str, text: str, name: str = "") -> None:
        """Label the button of `value`; `name` is what a screen reader says."""
        self._buttons[value].setText(text)
        self._buttons[value].setAccessibleName(name or text)

    def show_value(self, value: str) -> None:
        """Turn the button of `value` on without reporting a choice."""
        with QSignalBlocker(self._group):
            self._buttons[value].setChecked(True)
        self._aim_focus()

    def _aim_focus(self) -> None:
        """Let Tab go to the button that is on; Qt does so only after the first time."""
        for button in self._buttons.values():
            on = button.isChecked()
            policy = Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def _report(self, button: QPushButton, on: bool) -> None:
        if not on:
            return
        self._aim_focus()
        for value, each in self._buttons.items():
            if each is button:
                self.chosen.emit(value)

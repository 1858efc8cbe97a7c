"""Digits and signs to click, for whoever answers by mouse alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

KEYS = ("1", "2", "3", "4", "5", "+", "−", "(", ")", "⌫",
        "6", "7", "8", "9", "0", "×", "÷", ".", "e", "^")  # fmt: skip
_COLUMNS = 10
_SIZE = 24


class Keypad(QWidget):
    """Writes one sign for each click."""

    pressed = Signal(str)
    """The sign to write; ⌫ takes the last one away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        self._buttons: dict[str, QPushButton] = {}
        for number, key in enumerate(KEYS):
            button = QPushButton(key)
            button.setProperty("compact", True)
            button.setMinimumWidth(_SIZE)
            button.setFixedHeight(_SIZE)
            button.setAutoDefault(False)
            # Tab goes from the field on to the other controls; who has keys needs none of these.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(self._press)
            grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
            self._buttons[key] = button
        self._retranslate()

    def button(self, key: str) -> QPushButton:
        """The button of `key`."""
        return self._buttons[key]

    def _press(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self.pressed.emit(button.text())

    def _retranslate(self) -> None:
        named = {
            "÷": self.tr("divided by"),
            "×": self.tr("times"),
            "−": self.tr("minus"),
            "+": self.tr("plus"),
            "^": self.tr("to the power of"),
            "⌫": self.tr("take away the last sign"),
            "(": self.tr("bracket opens"),
            ")": self.tr("bracket closes"),
        }
        for key, button in self._buttons.items():
            button.setAccessibleName(named.get(key, key))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

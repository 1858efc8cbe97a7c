"""Digits and signs to click, for whoever answers by mouse alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gradsim.ui.gradients.flow import FlowLayout

KEYS = ("7", "8", "9", "÷", "(", ")", "4", "5", "6", "×", "^", "e", "1", "2", "3", "−", "0", ".",
        "+", "⌫")  # fmt: skip
_WIDTH = 27


class Keypad(QWidget):
    """Writes one sign for each click."""

    pressed = Signal(str)
    """The sign to write; ⌫ takes the last one away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, across=3, down=3)
        self._buttons: dict[str, QPushButton] = {}
        for key in KEYS:
            button = QPushButton(key)
            button.setProperty("compact", True)
            button.setFixedWidth(_WIDTH)
            button.setAutoDefault(False)
            # Tab goes from the field on to the other controls; who has keys needs none of these.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(self._press)
            flow.addWidget(button)
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

"""What may be used in an answer, as buttons: a click writes the name into the answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gradsim.ui.gradients.flow import FlowLayout
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.predict.question import Visible


class Quantities(QWidget):
    """One button for each visible quantity."""

    chosen = Signal(str)
    """The name to write."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Visible, ...] = ()
        self._buttons: list[QPushButton] = []
        self._flow = FlowLayout(self, across=4, down=4)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons that are shown, in order."""
        return tuple(self._buttons[: len(self._shown)])

    def show_quantities(self, shown: Sequence[Visible]) -> None:
        """Show others; buttons are kept and reused."""
        self._shown = tuple(shown)
        while len(self._buttons) < len(self._shown):
            self._buttons.append(self._button())
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(self._shown))
        self._retranslate()
        self._flow.invalidate()
        self.setVisible(bool(self._shown))
        self.updateGeometry()

    def _button(self) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("compact", True)
        button.setAutoDefault(False)
        button.clicked.connect(self._choose)
        self._flow.addWidget(button)
        return button

    def _choose(self) -> None:
        index = self._buttons.index(self.sender())  # type: ignore[arg-type]
        self.chosen.emit(self._shown[index].name)

    def _retranslate(self) -> None:
        for each, button in zip(self._shown, self._buttons, strict=False):
            symbol = words.text(each.symbol) if isinstance(each.symbol, Message) else each.symbol
            button.setText(each.text)
            name = each.text if symbol == each.name else f"{each.text} ({symbol})"
            button.setAccessibleName(name)
            button.setToolTip(self.tr("{symbol}: click to write it").format(symbol=symbol))

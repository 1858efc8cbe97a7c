"""One line between the top bar and the workspaces: a hint to dismiss, or what went wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gradsim.ui.restyle import restyle
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message


class NoticeBar(QFrame):
    """Shows the newest notice until it is dismissed."""

    dismissed = Signal(str)
    """The key of the notice that was put away by hand."""

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._message: Message | None = None
        self._key = ""
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = QPushButton()
        self._close.setProperty("flat", True)
        self._close.setProperty("compact", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 6, 4)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._close)
        self._close.clicked.connect(self._dismiss)
        theme.changed.connect(self._recolor)
        self._recolor()
        self._retranslate()
        self.hide()

    @property
    def key(self) -> str:
        """The key of the notice on show; empty when there is none."""
        return self._key

    @property
    def text(self) -> str:
        """The sentence on show."""
        return self._label.text() if self._message is not None else ""

    def show_hint(self, message: Message, key: str = "hint") -> None:
        """Show a friendly line."""
        self._show(message, key, "ok")

    def show_problem(self, message: Message, key: str = "problem") -> None:
        """Show what went wrong."""
        self._show(message, key, "danger")

    def clear(self, key: str) -> None:
        """Take the notice `key` away, if it is the one on show."""
        if key == self._key:
            self._message, self._key = None, ""
            self.hide()

    def _show(self, message: Message, key: str, box: str) -> None:
        self._message, self._key = message, key
        self.setProperty("box", box)
        restyle(self)
        self._retranslate()
        self.show()

    def _dismiss(self) -> None:
        key = self._key
        self.clear(key)
        self.dismissed.emit(key)

    def _recolor(self) -> None:
        self._close.setIcon(self._theme.icons.icon("close"))

    def _retranslate(self) -> None:
        self._close.setAccessibleName(self.tr("Dismiss"))
        self._close.setToolTip(self.tr("Dismiss"))
        self._label.setText(words.text(self._message) if self._message is not None else "")
        self.setAccessibleName(self._label.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

"""The challenges as a list: number, title, and how far a person came."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from gradsim.ui.wrapped_rows import WrappedRows
from gradsim.viewmodels.challenges.progress import State
from gradsim.viewmodels.challenges.session import ChallengeSession
from gradsim.viewmodels.challenges.wording import sentence, state_text

_NAME_ROLE = Qt.ItemDataRole.UserRole


class ChallengeList(QListWidget):
    """The arrow keys, or a click, turn to a challenge; Enter or a double click begins it."""

    turned_to = Signal(str)
    begun = Signal(str)

    def __init__(self, session: ChallengeSession) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[object, ...] = ()
        WrappedRows(self)
        self.setProperty("bare", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name in session.challenges:
            item = QListWidgetItem()
            item.setData(_NAME_ROLE, name)
            self.addItem(item)
        self.setCurrentRow(0)
        self.currentItemChanged.connect(self._turn)
        self.itemActivated.connect(self._begin)
        session.changed.connect(self.refresh)
        self._retranslate()

    @property
    def name(self) -> str:
        """The challenge that is turned to."""
        return str(self.currentItem().data(_NAME_ROLE))

    def turn_to(self, name: str) -> None:
        """Turn to the challenge `name`."""
        self.setCurrentRow(list(self._session.challenges).index(name))

    def refresh(self) -> None:
        """Titles and states; nothing is written where none changed."""
        session = self._session
        states = tuple(session.state(name) for name in session.challenges)
        if states == self._shown:
            return
        self._shown = states
        with QSignalBlocker(self):
            for row, (challenge, state) in enumerate(
                zip(session.challenges.values(), states, strict=True)
            ):
                title = f"{row + 1}. {sentence(challenge.title)}"
                known = "" if state is State.open else f" – {state_text(state)}"
                self.item(row).setText(title + known)

    def _turn(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.turned_to.emit(item.data(_NAME_ROLE))

    def _begin(self, item: QListWidgetItem) -> None:
        self.begun.emit(item.data(_NAME_ROLE))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Challenges"))
        self._shown = ()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

"""The Challenges workspace: the list on the left, the challenge that it turned to beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gradsim.ui.challenges.challenge_list import ChallengeList
from gradsim.ui.challenges.detail import ChallengeDetail
from gradsim.ui.panel import Panel
from gradsim.ui.splitter import RememberedSplitter
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels import words
from gradsim.viewmodels.challenges.session import ChallengeSession


class ChallengesWorkspace(QWidget):
    """Owns the session; whoever has the window begins what is asked for."""

    start_wanted = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = ChallengeSession(
            workbench.document, workbench.simulation, workbench.scope, workbench.settings, self
        )
        self.list = ChallengeList(self.session)
        self.detail = ChallengeDetail(self.session, self.list.name)
        self.list_panel = Panel()
        self.list_panel.body.addWidget(self.list, 1)
        across = RememberedSplitter("challenges", Qt.Orientation.Horizontal, workbench.settings)
        across.addWidget(self.list_panel)
        across.addWidget(self.detail)
        self.list_panel.keep_readable()
        across.settle([320, 760], [0, 1])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(across)
        self.list.turned_to.connect(self.detail.turn_to)
        self.list.begun.connect(self.start_wanted)
        self.detail.start_wanted.connect(self.start_wanted)
        self.session.changed.connect(self._show_count)
        self._retranslate()

    def take_focus(self) -> None:
        """The arrow keys walk the list, from the challenge that is worked on."""
        if self.session.active is not None:
            self.list.turn_to(self.session.active.name)
        self.list.setFocus()

    def finish_drawing(self) -> None:
        """Wait for the grade."""
        self.session.finish()

    def shut_down(self) -> None:
        """End the grading thread."""
        self.session.shut_down()

    def _show_count(self) -> None:
        solved = self.tr("{solved} of {all} solved").format(
            solved=words.count(self.session.solved_count()),
            all=words.count(len(self.session.challenges)),
        )
        self.list_panel.set_note(solved)

    def _retranslate(self) -> None:
        self.list_panel.set_title(self.tr("Break it, mend it"))
        self._show_count()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

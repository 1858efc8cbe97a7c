"""The one line of the first run: it stays until it is put away, or until somebody has done it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.ui.notice_bar import NoticeBar
from gradsim.ui.workspaces import Workspaces
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.step.stepper import Stepper

FIRST_HINT = "first_hint"


class FirstHint(QObject):
    """Shows in Step, where its keys act, how to take the first step."""

    def __init__(
        self, notice: NoticeBar, workspaces: Workspaces, stepper: Stepper, settings: Settings
    ) -> None:
        super().__init__(notice)
        self._notice, self._workspaces = notice, workspaces
        self._stepper, self._settings = stepper, settings
        workspaces.currentChanged.connect(self._follow_workspace)
        notice.dismissed.connect(self._note_dismissed)
        stepper.position_changed.connect(self._note_step)

    def show(self) -> None:
        """Show it, unless somebody has seen it."""
        if not self._settings.flag(FIRST_HINT):
            template = QT_TRANSLATE_NOOP("Hint", "Press → to multiply in the next factor.")
            self._notice.show_hint(Message.of("Hint", template), FIRST_HINT)

    def _follow_workspace(self) -> None:
        if self._notice.key == FIRST_HINT:
            self._notice.setVisible(self._workspaces.currentWidget() is self._workspaces.step)

    def _note_step(self) -> None:
        if self._notice.key == FIRST_HINT and self._stepper.position > 0:
            self._notice.clear(FIRST_HINT)
            self._note_dismissed(FIRST_HINT)

    def _note_dismissed(self, key: str) -> None:
        if key == FIRST_HINT:
            self._settings.set_flag(FIRST_HINT, True)

"""Begins challenges in the window, and shows the strip above whatever workspace is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gradsim.ui.actions import Actions
from gradsim.ui.file_actions import FileActions
from gradsim.ui.workspaces import Workspaces

if TYPE_CHECKING:
    from gradsim.ui.challenges.strip import ChallengeStrip

_PLACE = 1
"""Of the strip in `column`: below the notice."""


class ChallengeOpener(QObject):
    """Waits for the Challenges workspace; nothing of a challenge is made before it is opened."""

    def __init__(
        self,
        workspaces: Workspaces,
        files: FileActions,
        actions: Actions,
        column: QVBoxLayout,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspaces, self._files, self._actions = workspaces, files, actions
        self._column = column
        self.strip: ChallengeStrip | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fit)
        workspaces.challenges_made.connect(self._follow)

    def _follow(self) -> None:
        from gradsim.ui.challenges.strip import ChallengeStrip

        workspace = self._workspaces.challenges
        if workspace is not None:
            self.strip = ChallengeStrip(workspace.session)
            self._column.insertWidget(_PLACE, self.strip)
            self.strip.left.connect(self._go_back)
            workspace.start_wanted.connect(self._ask)
            workspace.session.changed.connect(self._fit)
            self._workspaces.currentChanged.connect(self._fit)
            for widget in (self._workspaces, self._workspaces.step):
                widget.installEventFilter(self)

    def _ask(self, name: str) -> None:
        """Begin a challenge, once unsaved changes are saved or given up."""
        workspace = self._workspaces.challenges
        if workspace is not None and workspace.session.disposable:
            self._begin(name)
        else:
            self._files.guard(partial(self._begin, name))

    def _begin(self, name: str) -> None:
        workspace = self._workspaces.challenges
        if workspace is None:
            return
        challenge = workspace.session.challenges[name]
        if challenge.trains:
            workspace.session.follow_training(self._workspaces.training().session)
        workspace.session.start(name)
        self._actions.workspaces[challenge.workspace].trigger()

    def _fit(self) -> None:
        """Give the strip the room that the workspace does not need."""
        strip, shown = self.strip, self._workspaces.currentWidget()
        if strip is None or shown is None:
            return
        room = self._workspaces.height() - shown.minimumSizeHint().height()
        if strip.isVisible():
            room += strip.height()
        else:
            room -= self._column.spacing()
        strip.set_room(room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the room there is and what Step needs of it, once the layout has settled."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._soon.start()
        return super().eventFilter(watched, event)

    def _go_back(self) -> None:
        """The strip is gone and its focus with it: on to the list of challenges."""
        self._actions.challenges.trigger()

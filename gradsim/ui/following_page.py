"""A page that follows what it shows while it is seen, and catches up when it shows again."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget


class FollowingPage(QWidget):
    """Refreshes on `_follow` and on another language; unseen, it waits until it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = True

    def refresh(self) -> None:
        """Show things as they stand, in the present language and theme."""

    def finish_drawing(self) -> None:
        """Compute, typeset and draw at once whatever is pending, for a picture."""

    def shut_down(self) -> None:
        """End what runs in the background."""

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened unseen."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._follow()

"""What every page of Compare is: a widget that follows the open project while it is seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from gradsim.ui.workbench import Workbench


class ComparePage(QWidget):
    """Follows document, theme and language; what happens while it is hidden waits until it shows.

    A page is made when it is opened, the one remembered also in peace before; its constructor
    takes no longer than a frame or two.
    """

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workbench = workbench
        self._stale = True
        workbench.document.project_changed.connect(self._follow)
        workbench.theme.changed.connect(self._follow)

    def refresh(self) -> None:
        """Show things as they stand, in the present language and theme."""

    def take_focus(self) -> None:
        """Give the focus to what the arrow keys act on."""
        self.setFocus()

    def finish_drawing(self) -> None:
        """Compute and draw at once whatever is pending, for a picture."""

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

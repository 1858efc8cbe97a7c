"""What every page of Compare is: a widget that follows the open project while it is seen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gradsim.ui.following_page import FollowingPage
from gradsim.ui.workbench import Workbench


class ComparePage(FollowingPage):
    """Follows document, theme and language; what happens while it is hidden waits until it shows.

    A page is made when it is opened, the one remembered also in peace before; its constructor
    takes no longer than a frame or two.
    """

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workbench = workbench
        workbench.document.project_changed.connect(self._follow)
        workbench.theme.changed.connect(self._follow)

    def take_focus(self) -> None:
        """Give the focus to what the arrow keys act on."""
        self.setFocus()

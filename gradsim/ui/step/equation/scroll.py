"""The window through which the equation is seen; it tells when it became wider or narrower."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea


class StripScroll(QScrollArea):
    """A scroll area that reports its own size.

    Its bar does not: where the equation grows as the window shrinks, the bar's range may stay as it
    was while less of the equation is seen.
    """

    room_changed = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of it once the bar has followed."""
        super().resizeEvent(event)
        self.room_changed.emit()

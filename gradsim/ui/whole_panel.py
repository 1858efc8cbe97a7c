"""A card that a divider beside it cannot squeeze until its rows are cut."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent

from gradsim.ui.panel import Panel


class WholePanel(Panel):
    """Asks at least for the height that its rows have at its width, where words break into lines.

    Parameters
    ----------
    most : int
        Pixels that it asks for at most, so that a small window still holds the card beside it.
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def minimumSizeHint(self) -> QSize:
        """The rows, each broken as it is shown."""
        least = super().minimumSizeHint()
        layout = self.layout()
        if layout is not None and self.isVisible():
            rows = layout.totalMinimumHeightForWidth(self.width())
            least.setHeight(max(least.height(), min(rows, self._most)))
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the rows elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

"""A card whose title ends in "…" where it has no room; the whole of it stands in the tip."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradsim.ui.panel import Panel


class TitledPanel(Panel):
    """For titles that carry numbers and may outgrow a narrow card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._whole_title = self._brief_title = ""
        super().__init__("", parent)
        self.title_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.header.setStretch(0, 1)
        self.header.setStretch(1, 0)

    @property
    def title(self) -> str:
        """The whole title."""
        return self._whole_title

    def set_title(self, title: str, short: str = "") -> None:
        """Show `title`, or `short` where there is no room for it, or as much as fits."""
        if (title, short) == (self._whole_title, self._brief_title):
            return
        self._whole_title, self._brief_title = title, short
        super().set_title(title)
        self.title_label.setToolTip(title)
        self._elide()

    def _beside_title(self) -> int:
        """The width of what else stands in the header, behind title and note."""
        items = (self.header.itemAt(place) for place in range(2, self.header.count()))
        return sum(
            item.sizeHint().width() + self.header.spacing() for item in items if item is not None
        )

    def _elide(self) -> None:
        room = self.contentsRect().width() - 30 - self._beside_title()
        metrics = self.title_label.fontMetrics()
        title = self._whole_title
        if self._brief_title and metrics.horizontalAdvance(title) > room:
            title = self._brief_title
        self.title_label.setText(
            metrics.elidedText(title, Qt.TextElideMode.ElideRight, max(room, 20))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide for the new width."""
        super().resizeEvent(event)
        self._elide()

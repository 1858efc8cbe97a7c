"""A column of widgets that scrolls up and down where the window is too low for them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gradsim.ui.panel import LEAST_COLUMN


class ScrolledColumn(QScrollArea):
    """Add the widgets to `rows`; the column is as wide as its place and needs no focus itself.

    It does not scroll sideways, so no divider makes it narrower than its rows and the scroll bar.
    """

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self._content = content = QWidget()
        content.setObjectName("scrolled")
        self.rows = QVBoxLayout(content)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(spacing)
        self._least_width = 0
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest row, beside the scroll bar; as low as any scrolled area."""
        least = super().minimumSizeHint()
        beside = self.verticalScrollBar().sizeHint().width()
        wide = max(self._content.minimumSizeHint().width(), LEAST_COLUMN) + beside
        return QSize(max(least.width(), wide), least.height())

    def event(self, event: QEvent) -> bool:
        """Tell the place around it when the rows need another width."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            least = self.minimumSizeHint().width()
            if least != self._least_width:
                self._least_width = least
                self.updateGeometry()
        return handled

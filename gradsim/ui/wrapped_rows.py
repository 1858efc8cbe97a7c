"""Rows of a list that are as high as their wrapped text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

# Pixels left and right, and above and below, that the style sheet keeps free in a row.
_SIDES, _ENDS = 6, 4


class WrappedRows(QStyledItemDelegate):
    """Gives each row the height of its text at the list's width.

    Qt asks the style for it without the style sheet's padding: a text that only just fits without
    would get one line, and end in ….
    """

    def __init__(self, rows: QListWidget) -> None:
        super().__init__(rows)
        self._rows = rows
        rows.setWordWrap(True)
        rows.setResizeMode(QListWidget.ResizeMode.Adjust)
        rows.setItemDelegate(self)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The list's width, and the height of the wrapped text."""
        margin = self._rows.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
        width = self._rows.viewport().width()
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        area = self._rows.fontMetrics().boundingRect(
            0, 0, width - 2 * (_SIDES + margin), 10_000, Qt.TextFlag.TextWordWrap, text
        )
        least = super().sizeHint(option, index).height()
        return QSize(width, max(least, area.height() + 2 * _ENDS))

"""Paints one row of the paths: the route as far as there is room, and the signed bar."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gradsim.ui.step.diagram.inks import mixed
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.step.paths.route import Piece, abridged
from gradsim.viewmodels.step.paths.table import BAR, CONTRIBUTION, ROUTE, ROUTE_ROLE, SHARE_ROLE

Index = QModelIndex | QPersistentModelIndex
_MARK = 14.0
_PADDING = 5.0
_THICK = 9.0
_FAINTEST = 0.35


class PathDelegate(QStyledItemDelegate):
    """Positive bars go right of a middle line, negative ones left of it and hollow."""

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.walked = -1
        """The row of the path that is walked; −1 for none."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then the cell."""
        theme = self._theme.theme
        rect = QRectF(option.rect)
        state = option.state
        walked, column = index.row() == self.walked, index.column()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if walked or state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.selection)
        font = option.font
        font.setBold(walked and column == CONTRIBUTION)
        painter.setFont(font)
        painter.setPen(theme.text)
        if column == ROUTE:
            self._paint_route(painter, rect, index, walked)
        elif column == CONTRIBUTION:
            text = str(index.data())
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rect.adjusted(0, 0, -_PADDING, 0), flags, text)
        elif column == BAR:
            self._paint_bar(painter, rect, index.data(SHARE_ROLE))
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_Active:
            self._paint_focus(painter, rect, column)
        painter.restore()

    def _paint_route(self, painter: QPainter, rect: QRectF, index: Index, walked: bool) -> None:
        theme = self._theme.theme
        if walked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.text)
            x, y = rect.left() + _PADDING, rect.center().y()
            tip = [QPointF(x, y - 4), QPointF(x, y + 4), QPointF(x + 6, y)]
            painter.drawPolygon(QPolygonF(tip))
        room = rect.adjusted(_MARK, 0, -2, 0)
        plain, bold = painter.font(), QFont(painter.font())
        bold.setBold(True)
        metrics = {False: QFontMetricsF(plain), True: QFontMetricsF(bold)}

        def width_of(pieces: Sequence[Piece]) -> float:
            return sum(metrics[piece.differs].horizontalAdvance(piece.text) for piece in pieces)

        stops = index.data(ROUTE_ROLE)
        pieces = abridged(stops, lambda tried: width_of(tried) <= room.width())
        compared = any(stop.differs for stop in stops)
        left = room.left()
        for piece in pieces:
            # What it shares with the strongest path steps back.
            muted = compared and not piece.differs
            painter.setPen(theme.text_muted if muted else theme.text)
            painter.setFont(bold if piece.differs else plain)
            box = QRectF(left, room.top(), room.right() - left, room.height())
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, flags, piece.text)
            left += metrics[piece.differs].horizontalAdvance(piece.text)

    def _paint_bar(self, painter: QPainter, rect: QRectF, share: float | None) -> None:
        theme = self._theme.theme
        middle, half = rect.center().x(), rect.width() / 2 - _PADDING
        painter.setPen(QPen(theme.field_border, 1.0))
        painter.drawLine(QPointF(middle, rect.top()), QPointF(middle, rect.bottom()))
        if share is None or math.isnan(share) or share == 0.0:
            return
        length = max(abs(share) * half, 1.5)
        left = middle if share > 0 else middle - length
        bar = QRectF(left, rect.center().y() - _THICK / 2, length, _THICK)
        ink = mixed(theme.panel, theme.ink[0], _FAINTEST + (1.0 - _FAINTEST) * abs(share))
        if share > 0:
            painter.fillRect(bar, ink)
        else:
            # Hollow as well as on the other side: the sign is seen without the place.
            painter.setPen(QPen(ink, 1.3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar.adjusted(0.6, 0.6, -0.6, -0.6))

    def _paint_focus(self, painter: QPainter, rect: QRectF, column: int) -> None:
        """A line around the whole row, of which each cell draws its part."""
        view = self.parent()
        if not isinstance(view, QWidget) or not view.hasFocus():
            return
        painter.setPen(QPen(self._theme.theme.focus, 1.4))
        inner = rect.adjusted(0.7, 0.7, -0.7, -0.7)
        painter.drawLine(QPointF(rect.left(), inner.top()), QPointF(rect.right(), inner.top()))
        painter.drawLine(
            QPointF(rect.left(), inner.bottom()), QPointF(rect.right(), inner.bottom())
        )
        if column == ROUTE:
            painter.drawLine(inner.topLeft(), inner.bottomLeft())
        elif column == BAR:
            painter.drawLine(inner.topRight(), inner.bottomRight())

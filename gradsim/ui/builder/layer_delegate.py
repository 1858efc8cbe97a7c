"""Paints a layer as a card: its number, what it is, how it is drawn, and the handle of its menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gradsim.ui.theme import Theme, ThemeController
from gradsim.viewmodels.builder.layer_list import LayerRole

Index = QModelIndex | QPersistentModelIndex

MENU_WIDTH = 28
CARD_GAP = 6
_PADDING = 12


class LayerDelegate(QStyledItemDelegate):
    """One card per row, all of one height."""

    def __init__(self, theme: ThemeController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.typed_word = ""
        self.menu_row = -1
        """Row whose menu handle is under the pointer."""

    def card_rect(self, row: QRect) -> QRect:
        """The card within its row; what is left over is the gap to the next one."""
        return row.adjusted(0, 0, 0, -CARD_GAP)

    def menu_rect(self, row: QRect) -> QRect:
        """Where the card's menu opens on a click."""
        card = self.card_rect(row)
        return QRect(card.right() - MENU_WIDTH + 1, card.top(), MENU_WIDTH, card.height())

    def number_width(self, font: QFont, rows: int) -> int:
        """The column of the numbers, as wide for every card as the longest number asks."""
        longest = "0" * len(str(rows))
        return max(QFontMetrics(font).horizontalAdvance(longest), 12) + 8

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        title = QFontMetrics(option.font).height()
        detail = QFontMetrics(_small(option.font)).height()
        return QSize(180, title + detail + _PADDING + CARD_GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme.theme
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.card_rect(option.rect))
        self._paint_frame(painter, card, theme, selected, hovered, focused)
        self._paint_menu_handle(painter, option.rect, theme, index.row() == self.menu_row)
        self._paint_words(painter, card, theme, option.font, index)
        painter.restore()

    def _paint_frame(
        self,
        painter: QPainter,
        card: QRectF,
        theme: Theme,
        selected: bool,
        hovered: bool,
        focused: bool,
    ) -> None:
        fill = theme.selection if selected else theme.hover if hovered else theme.panel
        width = 2.0 if selected else 1.0
        border = theme.accent if selected else theme.panel_border
        painter.setPen(QPen(border, width))
        painter.setBrush(fill)
        painter.drawRoundedRect(card.adjusted(width / 2, width / 2, -width / 2, -width / 2), 6, 6)
        if focused:
            painter.setPen(QPen(theme.focus, 1.0, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card.adjusted(3.5, 3.5, -3.5, -3.5), 4, 4)

    def _paint_menu_handle(
        self, painter: QPainter, row: QRect, theme: Theme, under_pointer: bool
    ) -> None:
        area = QRectF(self.menu_rect(row))
        painter.setPen(Qt.PenStyle.NoPen)
        if under_pointer:
            painter.setBrush(theme.pressed)
            painter.drawRoundedRect(area.adjusted(2.0, 6.0, -5.0, -6.0), 5.0, 5.0)
        painter.setBrush(theme.text if under_pointer else theme.text_muted)
        middle = area.center()
        for offset in (-4.5, 0.0, 4.5):
            x, y = middle.x() - 1.5, middle.y() + offset
            painter.drawEllipse(QRectF(x - 1.3, y - 1.3, 2.6, 2.6))

    def _paint_words(
        self, painter: QPainter, card: QRectF, theme: Theme, font: QFont, index: Index
    ) -> None:
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        small = _small(font)
        number = str(index.data(LayerRole.NUMBER))
        number_width = self.number_width(strong, index.model().rowCount())
        top = card.top() + _PADDING / 2
        title_height = QFontMetrics(font).height()
        left = card.left() + 11
        number_room = QRectF(left, card.top(), number_width, card.height())
        _write(painter, number_room, strong, theme.text, number)

        left += number_width
        right = name_end = card.right() - MENU_WIDTH
        badges = index.data(LayerRole.BADGES)
        if badges:
            name_end = self._paint_badges(painter, badges, right, top, title_height, small) - 6
        if index.data(LayerRole.TYPED):
            line = card.center().y()
            if badges:  # they take the first line, so the chip goes beside the second
                line = card.bottom() - 3.0 - QFontMetrics(small).height() / 2
            right = self._paint_chip(painter, line, right, small, theme) - 6
            name_end = name_end if badges else right
        units = f"{index.data(LayerRole.UNITS)} × "
        units_width = QFontMetrics(font).horizontalAdvance(units)
        _write(painter, QRectF(left, top, units_width, title_height), font, theme.text, units)
        name_room = QRectF(left + units_width, top, name_end - left - units_width, title_height)
        name = index.data(LayerRole.ACTIVATION)
        _write(painter, name_room, font, theme.activation_text, name)
        detail_height = QFontMetrics(small).height()
        detail_room = QRectF(left, top + title_height, right - left, detail_height)
        _write(painter, detail_room, small, theme.text_muted, index.data(LayerRole.DETAIL))

    def _paint_chip(
        self, painter: QPainter, line: float, right: float, font: QFont, theme: Theme
    ) -> float:
        """Paint the chip "typed" up to `right`, its middle at `line`; returns its left edge."""
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(self.typed_word) + 12
        height = metrics.height()
        chip = QRectF(right - width, line - height / 2, width, height)
        painter.setPen(QPen(theme.field_border, 1.0))
        painter.setBrush(theme.pressed)
        painter.drawRoundedRect(chip, height / 2, height / 2)
        _write(painter, chip, font, theme.text, self.typed_word, Qt.AlignmentFlag.AlignCenter)
        return chip.left()

    def _paint_badges(
        self,
        painter: QPainter,
        badges: Sequence[str],
        right: float,
        top: float,
        height: float,
        font: QFont,
    ) -> float:
        """Paint the remedies' badges in the first line, up to `right`; returns their left edge."""
        theme = self._theme.theme
        metrics = QFontMetrics(font)
        for word in reversed(badges):
            width = metrics.horizontalAdvance(word) + 8
            badge = QRectF(right - width, top - 2.0, width, height - 1.0)
            painter.setPen(QPen(theme.remedy, 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(badge, 4, 4)
            middle = Qt.AlignmentFlag.AlignCenter
            _write(painter, badge, font, theme.remedy_text, word, middle)
            right = badge.left() - 4
        return right + 4


def _small(font: QFont) -> QFont:
    small = QFont(font)
    if font.pixelSize() > 0:
        small.setPixelSize(max(round(font.pixelSize() * 0.86), 9))
    else:
        small.setPointSizeF(font.pointSizeF() * 0.86)
    return small


def _write(
    painter: QPainter,
    room: QRectF,
    font: QFont,
    color: QColor,
    text: str,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
) -> None:
    """One line of text, with … at the end where the room is too narrow."""
    painter.setFont(font)
    painter.setPen(color)
    fitted = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
    painter.drawText(room, alignment, fitted)

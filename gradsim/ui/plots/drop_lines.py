"""Vertical marks with words at their top: the layers at which something is lost."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gradsim.ui.theme import Theme

_AIR = 3.0


class Drop(Struct, frozen=True):
    """A vertical line at `x` with its words, at its upper or, where the curve runs, lower end."""

    x: float
    label: str
    at_top: bool = True


class DropLines(pg.UIGraphicsItem):  # type: ignore[misc]
    """Dotted lines; the labels of one end stand on lines of text of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-50)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._drops: tuple[Drop, ...] = ()
        self._colors = (QColor(), QColor(), QColor())
        self._font = QFont()

    def recolor(self, theme: Theme, font: QFont) -> None:
        """Colours of a theme."""
        self._colors = (theme.text_disabled, theme.text_muted, theme.panel)
        self._font = font
        self.update()

    @property
    def drops(self) -> tuple[Drop, ...]:
        """What is drawn."""
        return self._drops

    def set_drops(self, drops: Sequence[Drop]) -> None:
        """Draw these and no others."""
        if tuple(drops) != self._drops:
            self._drops = tuple(drops)
            self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """One pixel wide, whatever the zoom."""
        del option, widget
        if not self._drops:
            return
        to_pixels = painter.transform()
        area = to_pixels.mapRect(self.boundingRect())
        line, text, ground = self._colors
        metrics = QFontMetricsF(self._font)
        painter.save()
        painter.resetTransform()
        painter.setClipRect(area)
        painter.setFont(self._font)
        high = metrics.height()
        plates: list[tuple[QRectF, str]] = []
        rows = [0, 0]
        for drop in self._drops:
            row = rows[drop.at_top]
            rows[drop.at_top] += 1
            x = round(to_pixels.map(QPointF(drop.x, 0.0)).x()) + 0.5
            pen = QPen(line, 1.0)
            pen.setDashPattern([3.0, 3.0])
            painter.setPen(pen)
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
            wide = metrics.horizontalAdvance(drop.label) + 2 * _AIR
            left = x + _AIR if x + _AIR + wide <= area.right() else x - _AIR - wide
            top = area.top() + row * high if drop.at_top else area.bottom() - (row + 1) * high
            plates.append((QRectF(left, top, wide, high), drop.label))
        painter.setPen(text)
        for plate, label in plates:
            painter.fillRect(plate, ground)
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, label)
        painter.restore()

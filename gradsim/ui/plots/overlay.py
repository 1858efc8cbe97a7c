"""What lies behind and over the curves: grid, chosen layer's band, float limits, cursor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

_LABEL_GAP = 13.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A horizontal line at `height` (in the axis' units) with words at its right end.

    `strong` lines are dashed wider and written before the others where labels would collide.
    """

    height: float
    label: str
    strong: bool = False


class Backdrop(pg.UIGraphicsItem):  # type: ignore[misc]
    """Grid lines, the band of the chosen layer and the marks; drawn in pixels, behind the data."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-100)
        self._grid: Sequence[float] = ()
        self._band: tuple[float, float] | None = None
        self._marks: tuple[Mark, ...] = ()
        self._colors = (QColor(), QColor(), QColor(), QColor())
        self._font = QFont()

    def recolor(self, grid: QColor, band: QColor, mark: QColor, text: QColor, font: QFont) -> None:
        """Colours of a theme."""
        self._colors = (grid, band, mark, text)
        self._font = font
        self.update()

    def set_grid(self, heights: Sequence[float]) -> None:
        """Where the horizontal grid lines lie."""
        if tuple(heights) != tuple(self._grid):
            self._grid = tuple(heights)
            self.update()

    def set_band(self, band: tuple[float, float] | None) -> None:
        """From where to where the chosen layer reaches."""
        if band != self._band:
            self._band = band
            self.update()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """The horizontal marks."""
        if tuple(marks) != self._marks:
            self._marks = tuple(marks)
            self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Everything in device pixels, so that lines stay one pixel wide."""
        del option, widget
        to_pixels = painter.transform()
        area = to_pixels.mapRect(self.boundingRect())
        grid, band, mark, text = self._colors
        painter.save()
        painter.resetTransform()
        if self._band is not None:
            left = to_pixels.map(QPointF(self._band[0], 0.0)).x()
            right = to_pixels.map(QPointF(self._band[1], 0.0)).x()
            if right - left < 3:
                left, right = (left + right) / 2 - 1.5, (left + right) / 2 + 1.5
            painter.fillRect(QRectF(left, area.top(), right - left, area.height()), band)
        painter.setPen(QPen(grid, 1.0))
        for height in self._grid:
            y = round(to_pixels.map(QPointF(0.0, height)).y()) + 0.5
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
        self._paint_marks(painter, area, to_pixels, mark, text)
        painter.restore()

    def _paint_marks(
        self,
        painter: QPainter,
        area: QRectF,
        to_pixels: QTransform,
        line: QColor,
        text: QColor,
    ) -> None:
        painter.setFont(self._font)
        metrics = QFontMetricsF(self._font)
        written: list[float] = []
        for mark in sorted(self._marks, key=lambda each: not each.strong):
            y = to_pixels.map(QPointF(0.0, mark.height)).y()
            if not area.top() <= y <= area.bottom():
                continue
            pen = QPen(line, 1.0)
            pen.setDashPattern([6.0, 4.0] if mark.strong else [2.0, 4.0])
            painter.setPen(pen)
            painter.drawLine(QLineF(area.left(), round(y) + 0.5, area.right(), round(y) + 0.5))
            below = y - metrics.height() < area.top()
            base = y + metrics.ascent() + 2 if below else y - 3
            if any(abs(base - other) < _LABEL_GAP for other in written):
                continue
            written.append(base)
            painter.setPen(text)
            left = area.right() - metrics.horizontalAdvance(mark.label) - 5
            painter.drawText(QPointF(left, base), mark.label)


class Cursor(pg.UIGraphicsItem):  # type: ignore[misc]
    """The vertical line of the hovered or keyboard-chosen layer; nothing where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(50)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._x: float | None = None
        self._color = QColor()

    def recolor(self, color: QColor) -> None:
        """Colour of a theme."""
        self._color = color
        self.update()

    def move(self, x: float | None) -> None:
        """Stand at `x`, or vanish."""
        if x != self._x:
            self._x = x
            self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """One pixel wide, whatever the zoom."""
        del option, widget
        if self._x is None:
            return
        to_pixels = painter.transform()
        area = to_pixels.mapRect(self.boundingRect())
        painter.save()
        painter.resetTransform()
        x = round(to_pixels.map(QPointF(self._x, 0.0)).x()) + 0.5
        painter.setPen(QPen(self._color, 1.0))
        painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
        painter.restore()

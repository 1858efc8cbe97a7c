"""What lies behind and over the curves: grid, chosen layer's band, float limits, cursor."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import product

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gradsim.ui.theme import Theme

_LABEL_AIR = 4.0
_CURVE_AIR = 4.0
_CURVE_STEP = 3.0

Curve = tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]
Shade = tuple[QPainterPath, QColor]


class Mark(Struct, frozen=True):
    """A horizontal line at `height` (in the axis' units) with words at its right end.

    `strong` lines are dashed wider and written before the others where labels would collide.
    """

    height: float
    label: str
    strong: bool = False


class Backdrop(pg.UIGraphicsItem):  # type: ignore[misc]
    """The chosen layers' bands, shaded areas, grid and marks; drawn in pixels, behind the data."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-100)
        self._grid: Sequence[float] = ()
        self._bands: tuple[tuple[float, float], ...] = ()
        self._bands_shown = True
        self._marks: tuple[Mark, ...] = ()
        self._curves: tuple[Curve, ...] = ()
        self._shades: tuple[Shade, ...] = ()
        self._colors = (QColor(), QColor(), QColor(), QColor())
        self._ground = QColor()
        self._font = QFont()

    def recolor(self, theme: Theme, font: QFont) -> None:
        """Colours of a theme."""
        self._colors = (theme.grid, theme.selection, theme.text_disabled, theme.text_muted)
        self._ground = theme.panel
        self._font = font
        self.update()

    @property
    def grid(self) -> Sequence[float]:
        """Where the horizontal grid lines lie."""
        return self._grid

    def set_grid(self, heights: Sequence[float]) -> None:
        """Draw horizontal grid lines at these heights."""
        if tuple(heights) != tuple(self._grid):
            self._grid = tuple(heights)
            self.update()

    @property
    def bands(self) -> tuple[tuple[float, float], ...]:
        """From where to where each band reaches."""
        return self._bands

    def set_bands(self, bands: Sequence[tuple[float, float]]) -> None:
        """From where to where the chosen layers reach, from left to right; those that touch are
        one."""
        joined: list[tuple[float, float]] = []
        for left, right in bands:
            if joined and left <= joined[-1][1]:
                left = joined.pop()[0]
            joined.append((left, right))
        if tuple(joined) != self._bands:
            self._bands = tuple(joined)
            self.update()

    def show_bands(self, shown: bool) -> None:
        """Draw the bands, or leave them out."""
        self._bands_shown = shown
        self.update()

    def set_shades(self, shades: Sequence[Shade]) -> None:
        """Areas in the units of the axes and their colours, those behind first."""
        if shades or self._shades:
            self._shades = tuple(shades)
            self.update()

    def set_curves(self, curves: Sequence[Curve]) -> None:
        """What is drawn over the marks, in the units of the axes, for their labels to avoid."""
        self._curves = tuple(curves)
        if self._marks:
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
        for start, end in self._bands if self._bands_shown else ():
            left = to_pixels.map(QPointF(start, 0.0)).x()
            right = to_pixels.map(QPointF(end, 0.0)).x()
            if right - left < 3:
                left, right = (left + right) / 2 - 1.5, (left + right) / 2 + 1.5
            painter.fillRect(QRectF(left, area.top(), right - left, area.height()), band)
        if self._shades:
            painter.save()
            painter.setClipRect(area)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for path, fill in self._shades:
                painter.fillPath(to_pixels.map(path), fill)
            painter.restore()
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
        heights = {mark: to_pixels.map(QPointF(0.0, mark.height)).y() for mark in self._marks}
        shown = [mark for mark in self._marks if area.top() <= heights[mark] <= area.bottom()]
        for mark in shown:
            pen = QPen(line, 1.0)
            pen.setDashPattern([6.0, 4.0] if mark.strong else [2.0, 4.0])
            painter.setPen(pen)
            y = round(heights[mark]) + 0.5
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
        painter.setFont(self._font)
        painter.setPen(text)
        taken = partial(crossed, [in_pixels(line, to_pixels) for line in self._curves])
        for mark, plate in label_plates(shown, heights, area, QFontMetricsF(self._font), taken):
            # The lines of other limits end before the words.
            painter.fillRect(plate, self._ground)
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, mark.label)


def label_plates(
    marks: Sequence[Mark],
    heights: Mapping[Mark, float],
    area: QRectF,
    metrics: QFontMetricsF,
    taken: Callable[[QRectF], bool],
) -> list[tuple[Mark, QRectF]]:
    """Where labels stand: above or below their line, at its right or left end, where they touch no
    other label and no curve has `taken` the place; strong ones first, and else not at all."""
    placed: list[tuple[Mark, QRectF]] = []
    for mark in sorted(marks, key=lambda each: not each.strong):
        wide, high = metrics.horizontalAdvance(mark.label) + 2 * _LABEL_AIR, metrics.height()
        tops = (heights[mark] - 1 - high, heights[mark] + 2)
        lefts = (area.right() - wide - 1, area.left() + 1)
        for top, left in product(tops, lefts):
            plate = QRectF(left, top, wide, high)
            touched = any(plate.intersects(each) for _, each in placed)
            if area.contains(plate) and not touched and not taken(plate):
                placed.append((mark, plate))
                break
    return placed


def in_pixels(curve: Curve, to_pixels: QTransform) -> Curve:
    """A curve in device pixels."""
    x, y = curve
    return x * to_pixels.m11() + to_pixels.dx(), y * to_pixels.m22() + to_pixels.dy()


def crossed(curves: Sequence[Curve], plate: QRectF) -> bool:
    """Whether a curve, given in pixels, runs through a rectangle."""
    across = np.arange(plate.left(), plate.right(), _CURVE_STEP)
    for x, y in curves:
        height = np.interp(across, x, y, left=np.nan, right=np.nan)
        if bool(
            ((height > plate.top() - _CURVE_AIR) & (height < plate.bottom() + _CURVE_AIR)).any()
        ):
            return True
    return False


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

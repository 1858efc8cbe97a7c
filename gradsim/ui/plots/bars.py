"""Bars side by side at each stop of a plot, painted as plain rectangles in pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

_WIDE = 20.0
Floats = npt.NDArray[np.float64]


class BarStyle(Struct, frozen=True, eq=False):
    """The colour of a kind of bar; `hatched` ones are outlined and filled with strokes."""

    color: QColor
    hatched: bool = False

    def paint(self, painter: QPainter, areas: Sequence[QRectF]) -> None:
        """Bars, or a swatch of a legend."""
        if self.hatched:
            painter.setBrush(QBrush(self.color, Qt.BrushStyle.BDiagPattern))
            painter.setPen(QPen(self.color, 1.0))
            areas = [area.adjusted(0.5, 0.5, -0.5, -0.5) for area in areas]
        else:
            painter.setBrush(self.color)
            painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRects(areas)


class Bars(pg.UIGraphicsItem):  # type: ignore[misc]
    """Rows of bars from a base line, NaN leaving a gap; optional ticks mark their sum.

    Within the width of its stop each row has its own place, so that no bar hides another.
    """

    def __init__(self, fill: float = 0.8) -> None:
        super().__init__()
        self._fill = fill
        self._left: Floats = np.zeros(0)
        self._right: Floats = np.zeros(0)
        self._rows: tuple[tuple[Floats, BarStyle], ...] = ()
        self._sums: Floats = np.zeros(0)
        self._ink = QColor()

    def set_bars(
        self,
        left: Floats,
        right: Floats,
        rows: Sequence[tuple[Floats, BarStyle]],
        sums: Floats | None,
        ink: QColor,
    ) -> None:
        """Show `rows` of heights between `left` and `right` of each stop."""
        self._left, self._right = left, right
        self._rows = tuple(rows)
        self._sums = np.zeros(0) if sums is None else sums
        self._ink = ink
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Edges on whole pixels, at least one pixel wide and high."""
        del option, widget
        if not len(self._left) or not self._rows:
            return
        to_pixels = painter.transform()
        clip = to_pixels.mapRect(self.boundingRect())
        painter.save()
        painter.resetTransform()
        painter.setClipRect(clip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        left, right = _across(to_pixels, self._left), _across(to_pixels, self._right)
        room = (right - left) * self._fill
        start = (left + right - room) / 2
        each = room / len(self._rows)
        base = to_pixels.map(QPointF(0.0, 0.0)).y()
        for index, (heights, style) in enumerate(self._rows):
            tops = base + heights * to_pixels.m22()
            edges = np.round(start + index * each)
            widths = np.round(start + (index + 1) * each) - edges
            widths = np.maximum(widths - (each > 5), 1.0)
            shown = np.isfinite(heights) & (heights != 0.0)
            corners = (edges, np.minimum(base, tops), widths, np.maximum(np.abs(tops - base), 1.0))
            areas = [
                QRectF(*corner)
                for corner in zip(*(part[shown].tolist() for part in corners), strict=True)
            ]
            style.paint(painter, areas)
        self._paint_sums(painter, start, room, base + self._sums * to_pixels.m22())
        painter.setPen(QPen(self._ink, 1.0))
        line = round(base) + 0.5
        painter.drawLine(QLineF(clip.left(), line, clip.right(), line))
        painter.restore()

    def _paint_sums(self, painter: QPainter, start: Floats, room: Floats, tops: Floats) -> None:
        if len(self._rows) < 2:
            return
        wide = float(room.min()) >= _WIDE
        painter.setPen(QPen(self._ink, 2.0 if wide else 1.0))
        for x, width, top, total in zip(
            start.tolist(), room.tolist(), tops.tolist(), self._sums.tolist(), strict=False
        ):
            # A sum over a layer that lets nothing through is infinite: it has no height.
            if math.isfinite(total) and total != 0.0:
                painter.drawLine(QLineF(x - 1, round(top), x + width, round(top)))


def _across(to_pixels: QTransform, values: Floats) -> Floats:
    return np.asarray(values * to_pixels.m11() + to_pixels.dx())

"""Paints cells and headings of the grid, on the screen and into pictures."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from gradsim.ui.compare.grid.shades import readable_on, shade_color
from gradsim.ui.theme import Theme
from gradsim.viewmodels.compare.grid.faces import Face
from gradsim.viewmodels.compare.grid.labels import Heading, lines_for
from gradsim.viewmodels.compare.grid.sparks import Spark

_AIR = 4.0
_LEAST_SPARK = 8.0
_DOT = 2.0


class GridPainter:
    """Holds fonts and colours of one theme; everything is painted in logical pixels."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self.theme = theme
        self._small = QFont(font)
        size = font.pointSizeF() if font.pointSizeF() > 0 else 10.0
        self._small.setPointSizeF(max(size - 1.5, 7.0))
        self._strong = QFont(font)
        self._strong.setPointSizeF(max(size - 0.5, 7.5))
        self._strong.setWeight(QFont.Weight.DemiBold)
        self.small = QFontMetricsF(self._small)
        self.strong = QFontMetricsF(self._strong)

    def heading_height(self, headings: Sequence[Heading], wide: float) -> float:
        """Room for the columns' headings where each is `wide`, two lines at least."""
        lines = [2]
        for heading in headings:
            name = lines_for(heading, wide - 2.0, self.small.horizontalAdvance, 2)
            lines.append(len(name) + bool(heading.note))
        return max(lines) * self.small.height() + 6

    def paint_cell(self, painter: QPainter, area: QRectF, face: Face, *, running: bool) -> None:
        """The ground, the number, the small picture and the word."""
        theme = self.theme
        if face.state != "known":
            self._paint_bare(painter, area, face, running=running)
            return
        ground = shade_color(face.decades, theme, fresh=face.fresh)
        if ground == theme.panel:  # no number: lost
            ground = theme.hover
        ink = readable_on(ground) if face.fresh else theme.text_muted
        painter.fillRect(area, ground)
        inside = area.adjusted(_AIR, 2.0, -_AIR, -2.0)
        line = self.strong.height()
        self._write(painter, QRectF(inside.left(), inside.top(), inside.width(), line),
                    face.number, ink, strong=True)  # fmt: skip
        low = self.small.height()
        word = QRectF(inside.left(), inside.bottom() - low, inside.width(), low)
        fits = self.small.horizontalAdvance(face.word) <= inside.width()
        self._write(painter, word, face.word if fits else face.short, ink)
        picture = QRectF(inside.left(), inside.top() + line + 1, inside.width(),
                         inside.height() - line - low - 2)  # fmt: skip
        if face.spark is not None and picture.height() >= _LEAST_SPARK:
            paint_spark(painter, picture, face.spark, ink)

    def paint_current(self, painter: QPainter, area: QRectF, *, focused: bool) -> None:
        """The frame of the present cell: a line that stands out on any ground."""
        frame = area.adjusted(-0.5, -0.5, 0.5, 0.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.focus, 2.5 if focused else 1.5))
        painter.drawRect(frame)
        painter.setPen(QPen(self.theme.panel, 1.0))
        painter.drawRect(area.adjusted(1.5, 1.5, -1.5, -1.5))

    def paint_heading(
        self,
        painter: QPainter,
        area: QRectF,
        heading: Heading,
        *,
        upright: bool,
        sorted_by: str = "",
    ) -> None:
        """A name in one or two lines, a gain below; an arrow where it decides the order."""
        lines = lines_for(heading, area.width() - 2.0, self.small.horizontalAdvance, 2)
        high = self.small.height()
        rows = [*lines, heading.note] if heading.note else list(lines)
        top = area.bottom() - high * len(rows) - 1 if upright else (
            area.center().y() - high * len(rows) / 2
        )  # fmt: skip
        align = Qt.AlignmentFlag.AlignHCenter if upright else Qt.AlignmentFlag.AlignRight
        for index, text in enumerate(rows):
            muted = bool(heading.note) and index == len(rows) - 1
            ink = self.theme.text_muted if muted else self.theme.text
            line = QRectF(area.left(), top + index * high, area.width() - 3.0, high)
            self._write(painter, line, text, ink, align=align)
        if sorted_by:
            self._mark_sorted(painter, area, sorted_by, upright=upright)

    def paint_corner(self, painter: QPainter, area: QRectF, words: tuple[str, str]) -> None:
        """What the rows and what the columns are."""
        high = self.small.height()
        across = QRectF(area.left(), area.bottom() - 2 * high - 1, area.width() - 3, high)
        down = QRectF(area.left(), area.bottom() - high - 1, area.width() - 3, high)
        ink = self.theme.text_muted
        self._write(painter, across, words[1], ink, align=Qt.AlignmentFlag.AlignRight)
        self._write(painter, down, words[0], ink, align=Qt.AlignmentFlag.AlignRight)

    def _paint_bare(self, painter: QPainter, area: QRectF, face: Face, *, running: bool) -> None:
        theme = self.theme
        painter.fillRect(area, theme.hover)
        if face.state == "refused":
            painter.fillRect(area, QBrush(theme.grid, Qt.BrushStyle.BDiagPattern))
            inside = area.adjusted(_AIR, 2.0, -_AIR, -2.0)
            fits = self.small.horizontalAdvance(face.word) <= inside.width()
            text = face.word if fits else face.short
            wide = min(self.small.horizontalAdvance(text) + 6, inside.width())
            plate = QRectF(0, 0, wide, self.small.height())
            plate.moveCenter(inside.center())
            painter.fillRect(plate, theme.hover)
            self._write(painter, plate, text, theme.text_muted)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.text_muted if running else theme.field_border)
        for step in (-1, 0, 1) if running else (0,):
            center = area.center() + QPointF(step * 4 * _DOT, 0)
            painter.drawEllipse(center, _DOT, _DOT)

    def _mark_sorted(
        self, painter: QPainter, area: QRectF, sorted_by: str, *, upright: bool
    ) -> None:
        """A line along the heading: single for by decades, double for by their size."""
        painter.setPen(QPen(self.theme.text, 1.5))
        for index in range(2 if sorted_by == "size" else 1):
            if upright:
                y = area.bottom() - 3.0 * index
                painter.drawLine(QLineF(area.left() + 4, y, area.right() - 4, y))
            else:
                x = area.right() - 3.0 * index
                painter.drawLine(QLineF(x, area.top() + 4, x, area.bottom() - 4))

    def _write(
        self,
        painter: QPainter,
        area: QRectF,
        text: str,
        ink: QColor,
        *,
        strong: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
    ) -> None:
        metrics = self.strong if strong else self.small
        painter.setFont(self._strong if strong else self._small)
        painter.setPen(ink)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 0.5)
        painter.drawText(area, align | Qt.AlignmentFlag.AlignVCenter, shown)


def paint_spark(painter: QPainter, area: QRectF, spark: Spark, ink: QColor) -> None:
    """The quartile band under the median line; a gap where a layer is not known."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    band = QColor(ink)
    band.setAlphaF(0.28)
    x = area.left() + spark.x * area.width()
    for start, stop in _runs(np.isfinite(spark.low) & np.isfinite(spark.high)):
        upper = _points(x, spark.high, area, start, stop)
        lower = _points(x, spark.low, area, start, stop)
        path = QPainterPath()
        path.addPolygon(QPolygonF(upper + lower[::-1]))
        painter.fillPath(path, band)
    painter.setPen(QPen(ink, 1.2))
    for start, stop in _runs(np.isfinite(spark.median)):
        points = _points(x, spark.median, area, start, stop)
        if len(points) == 1:
            painter.drawPoint(points[0])
        painter.drawPolyline(points)
    painter.restore()


def _points(
    x: np.ndarray, heights: np.ndarray, area: QRectF, start: int, stop: int
) -> list[QPointF]:
    y = area.bottom() - heights[start:stop] * area.height()
    return [QPointF(*each) for each in zip(x[start:stop].tolist(), y.tolist(), strict=True)]


def _runs(known: np.ndarray) -> list[tuple[int, int]]:
    """Where entries are known without a gap: starts and ends."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], known, [False]]).astype(np.int8)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))

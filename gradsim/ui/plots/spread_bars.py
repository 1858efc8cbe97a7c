"""Bars from a smallest to a largest value with a tick at the median, painted in pixels."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gradsim.ui.plots.line_samples import line_across
from gradsim.ui.theme import Theme

Floats = npt.NDArray[np.float64]

_FILL = 0.6
_WIDEST = 26.0
_LEAST_HEIGHT = 3.0


def spread_colors(theme: Theme) -> tuple[QColor, QColor]:
    """Of bar and tick: ink, because a Jacobian holds f′ and W and so wears neither's colour."""
    return theme.ink[4], theme.text


class SpreadBars(pg.UIGraphicsItem):  # type: ignore[misc]
    """One bar at each stop; where nothing is known there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._x: Floats = np.zeros(0)
        self._low: Floats = np.zeros(0)
        self._median: Floats = np.zeros(0)
        self._high: Floats = np.zeros(0)
        self._room: Floats = np.zeros(0)
        self._colors = (QColor(), QColor())

    def recolor(self, theme: Theme) -> None:
        """Colours of a theme."""
        self._colors = spread_colors(theme)
        self.update()

    def set_bars(self, x: Floats, low: Floats, median: Floats, high: Floats) -> None:
        """From `low` to `high` around each `x`, with a tick at `median`."""
        self._x, self._low, self._median, self._high = x, low, median, high
        gaps = np.diff(x)
        self._room = np.append(gaps, gaps[-1:] if len(gaps) else np.ones(len(x)))
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Edges on whole pixels; at least one pixel wide and three high."""
        del option, widget
        if not len(self._x):
            return
        to_pixels = painter.transform()
        area = to_pixels.mapRect(self.boundingRect())
        painter.save()
        painter.resetTransform()
        painter.setClipRect(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        bar, tick = self._colors
        wide = np.clip(np.round(self._room * to_pixels.m11() * _FILL), 1.0, _WIDEST)
        left = np.round(self._x * to_pixels.m11() + to_pixels.dx() - wide / 2)
        down, shift = to_pixels.m22(), to_pixels.dy()
        top, bottom = self._high * down + shift, self._low * down + shift
        short = np.maximum(_LEAST_HEIGHT - (bottom - top), 0.0) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(bar)
        known = np.isfinite(top) & np.isfinite(bottom)
        corners = (left, top - short, wide, bottom - top + 2 * short)
        painter.drawRects(
            [
                QRectF(*corner)
                for corner in zip(*(part[known].tolist() for part in corners), strict=True)
            ]
        )
        middle = np.round(self._median * down + shift)
        seen = np.isfinite(middle)
        painter.setPen(QPen(tick, 2.0 if float(wide.min()) >= 5 else 1.0))
        painter.drawLines(
            [
                QLineF(x, y, x + width, y)
                for x, y, width in zip(
                    left[seen].tolist(), middle[seen].tolist(), wide[seen].tolist(), strict=True
                )
            ]
        )
        painter.restore()


def paint_spread_sample(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """A small bar with its tick, for a legend."""
    bar, tick = spread_colors(theme)
    middle = area.center()
    painter.fillRect(QRectF(middle.x() - 5, area.top() + 1, 10, area.height() - 2), bar)
    painter.setPen(QPen(tick, 2.0))
    painter.drawLine(QLineF(middle.x() - 5, middle.y(), middle.x() + 5, middle.y()))


def paint_isometry_sample(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """A piece of the line at 1, for a legend."""
    pen = QPen(theme.text_disabled, 1.0)
    pen.setDashPattern([6.0, 4.0])
    painter.setPen(pen)
    line_across(painter, area)

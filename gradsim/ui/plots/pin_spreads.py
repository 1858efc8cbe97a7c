"""How the draws of a pinned run scatter: here and there a bar from quartile to quartile."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gradsim.ui.plots.run_curve import marked_layers
from gradsim.ui.theme import Theme

Floats = npt.NDArray[np.float64]
_WIDTH, _ROOM, _APART = 2.5, 60.0, 3.0
_STUB, _HEAD = 18.0, 4.0
"""A bar whose lower end is an exact 0 is an arrow of this length."""


class RunSpread(Struct, frozen=True, eq=False):
    """The quartiles of one pin's draws, log₁₀ per layer, in the style of its run."""

    style: int
    low: Floats
    high: Floats


class PinSpreads(pg.UIGraphicsItem):  # type: ignore[misc]
    """Bars in the run's ink, few enough to tell the curves from one another."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(2.5)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._spreads: tuple[RunSpread, ...] = ()
        self._theme: Theme | None = None
        self._pixels = 1.0

    def recolor(self, theme: Theme) -> None:
        """The inks of a theme."""
        self._theme = theme
        self.update()

    def show(self, spreads: Sequence[RunSpread]) -> None:
        """Draw these pins' spreads and no other."""
        self._spreads = tuple(spreads)
        self.update()

    def mark(self, pixels: float) -> None:
        """Layers stand `pixels` apart."""
        self._pixels = pixels
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """In device pixels, a little beside the markers, so that pins do not hide each other."""
        del option, widget
        if not self._spreads or self._theme is None:
            return
        to_pixels = painter.transform()
        area = to_pixels.mapRect(self.boundingRect())
        painter.save()
        painter.resetTransform()
        painter.setClipRect(area)
        for each in self._spreads:
            self._paint_bars(painter, to_pixels, each, self._theme.ink[each.style])
        painter.restore()

    def _paint_bars(
        self, painter: QPainter, to_pixels: QTransform, spread: RunSpread, color: QColor
    ) -> None:
        aside = QPointF((spread.style - 2.5) * _APART, 0.0)
        bars, tops = [], []
        for index in np.flatnonzero(marked_layers(spread.high, spread.style, self._pixels, _ROOM)):
            top = to_pixels.map(QPointF(index + 1.0, float(spread.high[index]))) + aside
            low = float(spread.low[index])
            if np.isfinite(low):
                bars.append(QLineF(top, to_pixels.map(QPointF(index + 1.0, low)) + aside))
            else:
                tops.append(top)
        painter.setPen(_bar_pen(color))
        painter.drawLines(bars)
        for top in tops:
            draw_arrow(painter, top, _STUB, color)


def draw_arrow(painter: QPainter, top: QPointF, length: float, color: QColor) -> None:
    """A bar that points down, out of the axis."""
    end = top + QPointF(0.0, length)
    painter.setPen(_bar_pen(color))
    painter.drawLine(top, end)
    painter.setPen(QPen(color, 1.2))
    painter.drawPolyline([end + QPointF(-_HEAD, -_HEAD), end, end + QPointF(_HEAD, -_HEAD)])


def _bar_pen(color: QColor) -> QPen:
    pen = QPen(color, _WIDTH)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen

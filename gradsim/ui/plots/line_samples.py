"""Short pieces of lines for legends, painted with the pen that their plot uses."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from gradsim.ui.plots.run_styles import draw_sample
from gradsim.ui.theme import Theme

PaintSample = Callable[[QPainter, QRectF, Theme], None]
"""Paints a sample into an area."""


class PlainLine(Struct, frozen=True):
    """A line without markers. pen : what its plot draws it with, in a theme."""

    pen: Callable[[Theme], QPen]

    def paint(self, painter: QPainter, area: QRectF, theme: Theme) -> None:
        """A piece of it through the middle of `area`."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.pen(theme))
        line_across(painter, area)
        painter.restore()


class LegendSample(Struct, frozen=True, eq=False):
    """What a legend shows before its words. painted : how the legend on screen paints it."""

    painted: PaintSample

    def paint(self, painter: QPainter, area: QRectF, theme: Theme) -> None:
        """The same in `area`."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painted(painter, area, theme)
        painter.restore()


def line_across(painter: QPainter, area: QRectF) -> None:
    """A line with the painter's pen through the middle of `area`."""
    middle = area.center().y()
    painter.drawLine(QPointF(area.left() + 1, middle), QPointF(area.right() - 1, middle))


def run_sample(style: int, painter: QPainter, area: QRectF, theme: Theme) -> None:
    """The line of a run with its marker."""
    draw_sample(painter, area, style, theme)

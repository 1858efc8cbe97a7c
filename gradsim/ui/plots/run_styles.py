"""How runs differ on screen: ink shade, marker and dash, never a colour that means a factor."""

from __future__ import annotations

from typing import Final

import pyqtgraph as pg
from msgspec import Struct
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradsim.ui.theme import Theme, ThemeController


class RunStyle(Struct, frozen=True):
    """One run's marker (a name of pyqtgraph's symbols), its size, dash pattern and line width."""

    symbol: str
    size: float
    dash: tuple[float, ...]
    width: float


RUN_STYLES: Final = (
    RunStyle("o", 8.5, (), 2.0),
    RunStyle("s", 8.0, (6.0, 3.0), 1.5),
    RunStyle("t1", 9.0, (1.5, 2.5), 1.5),
    RunStyle("d", 10.0, (7.0, 3.0, 1.5, 3.0), 1.5),
    RunStyle("x", 8.5, (12.0, 4.0), 1.5),
)
"""The live run first, then the pins A to D."""


def run_pen(style: int, theme: Theme, *, thin: bool = False) -> QPen:
    """The pen of a run's line; `thin` for curves of so many points that wide pens are slow."""
    chosen = RUN_STYLES[style]
    pen: QPen = pg.mkPen(theme.ink[style], width=1.0 if thin else chosen.width)
    if chosen.dash:
        pen.setDashPattern(list(chosen.dash))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setCosmetic(False)
    return pen


def run_brush(style: int, theme: Theme) -> QBrush:
    """The fill of a run's markers."""
    return QBrush(theme.ink[style])


def marker_path(style: int) -> QPainterPath:
    """The marker of a run at the origin, in pixels."""
    chosen = RUN_STYLES[style]
    path: QPainterPath = Symbols[chosen.symbol]
    return QTransform.fromScale(chosen.size, chosen.size).map(path)


class RunSample(QWidget):
    """A short piece of a run's line with its marker, for legends."""

    def __init__(self, style: int, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Room for the line and its marker."""
        return QSize(34, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sample as the plot draws the run."""
        del event
        painter = QPainter(self)
        draw_sample(painter, QRectF(self.rect()), self._style, self._theme.theme)
        painter.end()


def draw_sample(painter: QPainter, area: QRectF, style: int, theme: Theme) -> None:
    """A run's line across `area` with its marker in the middle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = area.center()
    painter.setPen(run_pen(style, theme))
    painter.drawLine(QPointF(area.left() + 1, middle.y()), QPointF(area.right() - 1, middle.y()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(run_brush(style, theme))
    painter.drawPath(marker_path(style).translated(middle))
    painter.restore()

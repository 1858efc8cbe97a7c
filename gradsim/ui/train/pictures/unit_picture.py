"""What one unit answers: in a small square, or large with axes and the numbers on them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradsim.ui.step.axes import (
    Frame,
    axis_font,
    bottom_room,
    left_room,
    left_ticks,
    paint_bottom_axis,
    paint_left_axis,
)
from gradsim.ui.theme import Theme, ThemeController
from gradsim.ui.train.pictures.shading import grey_image
from gradsim.ui.train.pictures.tiles import ImagePaint
from gradsim.viewmodels.training.pictures.unit_maps import UnitMaps

_AIR = 0.06


def unit_paint(maps: UnitMaps, index: int, theme: Theme) -> Callable[[QPainter, QRectF], None]:
    """What paints unit `index` (from 0) into a square: shades over two inputs, a line over one."""
    if len(maps.up):
        values = maps.values[index][::-1]
        return ImagePaint(partial(grey_image, values, maps.low, maps.high, theme))
    return partial(_paint_small_line, maps, index, theme)


def _paint_small_line(
    maps: UnitMaps, index: int, theme: Theme, painter: QPainter, place: QRectF
) -> None:
    values = maps.values[index]
    painter.fillRect(place, theme.panel)
    low, high = _heights(maps)
    frame = Frame(place.adjusted(1, 2, -1, -2), float(maps.across[0]), float(maps.across[-1]),
                  low, high)  # fmt: skip
    _paint_line(painter, frame, maps.across, values, theme, 1.4)


class UnitPicture(QWidget):
    """One unit of UnitMaps, as large as the place; a click, Enter or Escape lets it go."""

    let_go = Signal()

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._maps: UnitMaps | None = None
        self._index = 0
        self._symbol = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(130)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def show_unit(self, maps: UnitMaps | None, index: int, symbol: str) -> None:
        """Show unit `index`, from 0, whose activation is written `symbol`."""
        self._maps, self._index, self._symbol = maps, index, symbol
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Axes and the unit."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, maps = self._theme.theme, self._maps
        painter.fillRect(self.rect(), theme.panel)
        if maps is None or self._index >= len(maps.values):
            painter.end()
            return
        planar = bool(len(maps.up))
        up = (float(maps.up[0]), float(maps.up[-1])) if planar else _heights(maps)
        font = axis_font(self.font())
        height = self.height() - bottom_room(font, title=True) - 8.0
        ticks = left_ticks(*up, height)
        left = left_room(font, ticks, title=True)
        area = QRectF(left, 6.0, self.width() - left - 8.0, height)
        frame = Frame(area, float(maps.across[0]), float(maps.across[-1]), *up)
        title = self.tr("input 2") if planar else self._symbol
        paint_left_axis(painter, frame, ticks, theme.text_muted, theme.grid, font, title)
        paint_bottom_axis(painter, frame, theme.text_muted, font, self.tr("input 1"))
        values = maps.values[self._index]
        if planar:
            painter.drawImage(area, grey_image(values[::-1], maps.low, maps.high, theme))
        else:
            _paint_line(painter, frame, maps.across, values, theme, 2.0)
        if self.hasFocus():
            painter.setPen(QPen(theme.focus, 1.0))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click lets go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.let_go.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So do Enter and Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.let_go.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """A square, if there is room."""
        return QSize(220, 200)


def _heights(maps: UnitMaps) -> tuple[float, float]:
    """The range of a curve, with some air, and with a length of its own."""
    air = _AIR * (maps.high - maps.low) or 1.0
    return maps.low - air, maps.high + air


def _paint_line(
    painter: QPainter,
    frame: Frame,
    across: npt.NDArray[np.float64],
    values: npt.NDArray[np.float64],
    theme: Theme,
    width: float,
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.ink[0], width))
    points = [
        QPointF(frame.x(float(x)), frame.y(float(y)))
        for x, y in zip(across, values, strict=True)
        if np.isfinite(y)
    ]
    painter.drawPolyline(QPolygonF(points))

"""The grid as a picture: every cell, unscrolled, and the scale of colours below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QFont, QPainter

from gradsim.ui.compare.grid.canvas import GridCanvas
from gradsim.ui.compare.grid.geometry import Geometry
from gradsim.ui.compare.grid.legend import paint_scale
from gradsim.ui.plots.export.canvas_subject import CanvasSubject
from gradsim.ui.theme import Theme, ThemeController

_AIR = 12.0
_SCALE = QSizeF(460.0, 30.0)
_CELL = QSizeF(84.0, 62.0)


class GridPicture(CanvasSubject):
    """Lets the grid be exported as the plots are, whatever of it the window has room for."""

    def __init__(self, canvas: GridCanvas, theme: ThemeController) -> None:
        super().__init__(canvas, theme, "grid")
        self._grid = canvas

    @property
    def picture_size(self) -> QSize:
        """Room for every cell and for the scale."""
        room = self._geometry().room
        return QSize(round(room.width()), round(room.height() + _AIR + _SCALE.height()))

    def paint_picture(self, painter: QPainter, target: QRectF, theme: Theme, font: QFont) -> None:
        """Paint the cells and the scale."""
        where = self._geometry()
        painter.save()
        painter.translate(target.topLeft())
        self._grid.paint_on(painter, where, theme, font)
        size = QSizeF(min(where.room.width(), _SCALE.width()), _SCALE.height())
        scale = QRectF(QPointF(0.0, where.room.height() + _AIR), size)
        paint_scale(painter, scale, theme, font)
        painter.restore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The canvas has a menu of its own, with the cell's commands."""
        del watched, event
        return False

    def _geometry(self) -> Geometry:
        now = self._grid.geometry_now
        cell = now.cell.expandedTo(_CELL)
        wide = now.head.width() + cell.width() * max(now.columns, 1)
        high = now.head.height() + cell.height() * max(now.rows, 1)
        return Geometry(now.rows, now.columns, QSizeF(wide, high), now.head, QPointF(0, 0))

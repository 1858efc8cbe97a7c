"""The grid as a picture: every cell, the scale of colours, and what was asked as a caption."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QImageWriter, QPaintDevice, QPainter
from PySide6.QtSvg import QSvgGenerator

from gradsim.ui.compare.grid.canvas import GridCanvas
from gradsim.ui.compare.grid.geometry import Geometry
from gradsim.ui.compare.grid.legend import paint_scale
from gradsim.ui.theme import ThemeController

_MARGIN = 12.0
_SCALE = 30.0
_SHARPNESS = 2.0
_CELL = QSizeF(84.0, 62.0)


class GridPicture:
    """Paints what the canvas shows, unscrolled; sizes are in logical pixels."""

    def __init__(
        self, canvas: GridCanvas, theme: ThemeController, caption: Callable[[], Sequence[str]]
    ) -> None:
        self._canvas, self._theme, self._caption = canvas, theme, caption

    def image(self) -> QImage:
        """The picture at twice the screen's resolution."""
        image = QImage(self._size() * _SHARPNESS, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(_SHARPNESS)
        self._paint_on(image)
        return image

    def png(self) -> bytes:
        """The image as a PNG file."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"PNG")).write(self.image())
        return bytes(buffer.data().data())

    def svg(self) -> bytes:
        """The picture as an SVG file."""
        store = QByteArray()
        buffer = QBuffer(store)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setResolution(96)
        generator.setSize(self._size())
        generator.setViewBox(QRectF(QPointF(), QSizeF(self._size())))
        generator.setTitle(self._canvas.accessibleName())
        self._paint_on(generator)
        buffer.close()
        return bytes(store.data())

    def _geometry(self) -> Geometry:
        now = self._canvas.geometry_now
        cell = now.cell.expandedTo(_CELL)
        wide = now.head.width() + cell.width() * max(now.columns, 1)
        high = now.head.height() + cell.height() * max(now.rows, 1)
        return Geometry(now.rows, now.columns, QSizeF(wide, high), now.head, QPointF(0, 0))

    def _line(self) -> float:
        return QFontMetricsF(self._canvas.font()).lineSpacing()

    def _size(self) -> QSize:
        room, metrics = self._geometry().room, QFontMetricsF(self._canvas.font())
        lines = self._caption()
        widest = max((metrics.horizontalAdvance(line) for line in lines), default=0.0)
        high = room.height() + _SCALE + self._line() * len(lines) + 4 * _MARGIN
        return QSize(round(max(room.width(), widest) + 2 * _MARGIN), round(high))

    def _paint_on(self, device: QPaintDevice) -> None:
        painter, size = QPainter(device), self._size()
        theme, where = self._theme.theme, self._geometry()
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), theme.panel)
        painter.translate(_MARGIN, _MARGIN)
        area = QRectF(QPointF(), where.room)
        self._canvas.paint_on(painter, where, area, pointing=False)
        top = area.bottom() + _MARGIN
        scale = QRectF(0, top, min(area.width(), 460.0), _SCALE)
        paint_scale(painter, scale, theme, self._canvas.font())
        painter.setFont(self._canvas.font())
        painter.setPen(theme.text)
        top += _SCALE + _MARGIN
        for line in self._caption():
            row = QRectF(0, top, size.width() - 2 * _MARGIN, self._line())
            painter.drawText(row, Qt.AlignmentFlag.AlignLeft, line)
            top += self._line()
        painter.end()

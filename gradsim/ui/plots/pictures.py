"""Plots as pictures: an image for clipboard and PNG, vectors for SVG, each with its caption."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

_MARGIN = 10.0
_SHARPNESS = 2.0


class Picture:
    """Paints one plot with its caption below it; sizes are in logical pixels."""

    def __init__(
        self,
        plot: pg.GraphicsView,
        caption: Sequence[str],
        background: QColor,
        text: QColor,
        font: QFont,
    ) -> None:
        self._plot = plot
        self._caption = [line for line in caption if line]
        self._background, self._text, self._font = background, text, font
        self._line = QFontMetricsF(font).lineSpacing()

    @property
    def size(self) -> QSize:
        """Width and height, the caption included."""
        lines = self._line * len(self._caption) + (_MARGIN if self._caption else 0.0)
        return QSize(
            round(self._plot.width() + 2 * _MARGIN),
            round(self._plot.height() + lines + 2 * _MARGIN),
        )

    def image(self) -> QImage:
        """The picture at twice the screen's resolution."""
        image = QImage(self.size * _SHARPNESS, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(_SHARPNESS)
        painter = QPainter(image)
        self._paint(painter)
        painter.end()
        return image

    def png(self) -> bytes:
        """The image as a PNG file."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.image().save(buffer, b"PNG")
        return bytes(buffer.data().data())

    def svg(self, title: str) -> bytes:
        """The picture as an SVG file; markers and lines stay shapes."""
        store = QByteArray()
        buffer = QBuffer(store)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setResolution(96)
        generator.setSize(self.size)
        generator.setViewBox(QRectF(0, 0, self.size.width(), self.size.height()))
        generator.setTitle(title)
        items = [item for item in self._plot.scene().items() if hasattr(item, "setExportMode")]
        for item in items:
            item.setExportMode(True, {"painter": None})
        painter = QPainter(generator)
        self._paint(painter)
        painter.end()
        for item in items:
            item.setExportMode(False)
        buffer.close()
        return bytes(store.data())

    def _paint(self, painter: QPainter) -> None:
        size = self.size
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), self._background)
        view = self._plot.viewport().rect()
        target = QRectF(_MARGIN, _MARGIN, view.width(), view.height())
        self._plot.render(painter, target, view, Qt.AspectRatioMode.IgnoreAspectRatio)
        painter.resetTransform()
        painter.setClipping(False)
        painter.setFont(self._font)
        painter.setPen(self._text)
        top = view.height() + 2 * _MARGIN
        for line in self._caption:
            area = QRectF(_MARGIN, top, size.width() - 2 * _MARGIN, self._line)
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft, line)
            top += self._line

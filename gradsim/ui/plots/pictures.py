"""Plots as pictures: an image for clipboard and PNG, vectors for SVG, each with its caption."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QImageWriter, QPaintDevice, QPainter
from PySide6.QtSvg import QSvgGenerator

from gradsim.ui.plots.run_styles import draw_sample
from gradsim.ui.theme import Theme

CaptionLine = tuple[int | None, str]
"""A run's style, whose line sample goes before the words, or None; and the words."""

_MARGIN = 10.0
_SAMPLE = 34.0
_SHARPNESS = 2.0


class Picture:
    """Paints one plot with its caption below it; sizes are in logical pixels."""

    def __init__(
        self, plot: pg.GraphicsView, caption: Sequence[CaptionLine], theme: Theme, font: QFont
    ) -> None:
        self._plot = plot
        self._caption = list(caption)
        self._theme, self._font = theme, font
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
        self._paint_on(image)
        return image

    def png(self) -> bytes:
        """The image as a PNG file."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"PNG")).write(self.image())
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
        self._paint_on(generator)
        buffer.close()
        return bytes(store.data())

    def _paint_on(self, device: QPaintDevice) -> None:
        """Paint with shapes instead of the bitmaps that markers are on screen, and without what
        only says where mouse and selection stand."""
        items = [item for item in self._plot.scene().items() if hasattr(item, "setExportMode")]
        for item in items:
            item.setExportMode(True, {"painter": None})
        self._plot.show_pointing(False)
        painter = QPainter(device)
        self._paint(painter)
        painter.end()
        self._plot.show_pointing(True)
        for item in items:
            item.setExportMode(False)

    def _paint(self, painter: QPainter) -> None:
        size = self.size
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), self._theme.panel)
        view = self._plot.viewport().rect()
        target = QRectF(_MARGIN, _MARGIN, view.width(), view.height())
        self._plot.render(painter, target, view, Qt.AspectRatioMode.IgnoreAspectRatio)
        painter.resetTransform()
        painter.setClipping(False)
        painter.setFont(self._font)
        top = view.height() + 2 * _MARGIN
        for style, words in self._caption:
            left = _MARGIN
            if style is not None:
                draw_sample(painter, QRectF(left, top, _SAMPLE, self._line), style, self._theme)
                left += _SAMPLE + 6
            painter.setPen(self._theme.text)
            area = QRectF(left, top, size.width() - left - _MARGIN, self._line)
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft, words)
            top += self._line

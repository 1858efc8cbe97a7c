"""A sheet of paper that is drawn once as pixels and once as vectors."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QImageWriter, QPaintDevice, QPainter
from PySide6.QtSvg import QSvgGenerator

from gradsim.ui.fonts import interface_font
from gradsim.ui.theme import Theme

_SHARPNESS = 2.0
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter
WRAPPED = Qt.TextFlag.TextWordWrap


class Sheet:
    """One picture of `size` logical pixels; `paint` draws it whenever asked."""

    def __init__(
        self, size: QSize, title: str, theme: Theme, paint: Callable[[QPainter], None]
    ) -> None:
        self._size, self._title, self._theme, self._paint = size, title, theme, paint

    def png(self) -> bytes:
        """The picture at twice the screen's resolution."""
        image = QImage(self._size * _SHARPNESS, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SHARPNESS)
        image.setText("Title", self._title)
        self._paint_on(image)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"PNG")).write(image)
        return bytes(buffer.data().data())

    def svg(self) -> bytes:
        """The picture as vectors; words stay words."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setResolution(96)
        generator.setSize(self._size)
        generator.setViewBox(QRectF(0, 0, self._size.width(), self._size.height()))
        generator.setTitle(self._title)
        self._paint_on(generator)
        return bytes(buffer.data().data())

    def _paint_on(self, device: QPaintDevice) -> None:
        painter = QPainter(device)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self._size.width(), self._size.height()), self._theme.panel)
        self._paint(painter)
        painter.end()


def write(
    painter: QPainter,
    area: QRectF,
    words: str,
    color: QColor,
    *,
    scale: float = 1.0,
    bold: bool = False,
    how: Qt.AlignmentFlag = LEFT,
    wrap: bool = False,
) -> None:
    """Write words into an area, wrapped or shortened to fit."""
    font = font_of(scale, bold=bold)
    painter.setFont(font)
    painter.setPen(color)
    flags = how.value | (WRAPPED.value if wrap else 0)
    if not wrap:
        words = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, int(area.width()) + 1
        )
    painter.drawText(area, flags, words)


def font_of(scale: float = 1.0, *, bold: bool = False) -> QFont:
    """The interface font."""
    return interface_font(scale, bold=bold)

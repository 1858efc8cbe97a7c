"""Plots as pictures: an image for clipboard and PNG, vectors for SVG and PDF, with a caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QImageWriter,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator

from gradsim import __version__
from gradsim.ui.fonts import keep_characters
from gradsim.ui.plots.line_samples import LegendSample, PlainLine
from gradsim.ui.plots.run_styles import draw_sample
from gradsim.ui.theme import Theme

if TYPE_CHECKING:
    from gradsim.ui.plots.export.subject import CaptionLine, CaptionStyle, Subject

SHARPNESS = 2.0
LEAST_WIDTH = 420
"""Room for the words below a plot that is narrower, in logical pixels."""
_MARGIN = 10.0
_SAMPLE, _SWATCH = 34.0, 11.0
_AIR = 4.0
_POINTS_PER_INCH = 72.0
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)


class Picture:
    """Paints one subject with its caption and its configuration below it, in `theme`.

    Sizes are in logical pixels. The words wrap at the width of the plot, or at `LEAST_WIDTH`.
    """

    def __init__(self, subject: Subject, theme: Theme | None = None) -> None:
        self._subject = subject
        self._theme = theme or subject.controller.theme
        self._font = QFont(subject.widget.font())
        self._caption = list(subject.caption())
        self._configuration = [*subject.configuration(), f"GradSim {__version__}"]

    @property
    def title(self) -> str:
        """What the plot is called."""
        return self._subject.widget.accessibleName()

    @property
    def words(self) -> tuple[str, ...]:
        """Every line of caption and configuration."""
        return (*(words for _, words in self._caption), " · ".join(self._configuration))

    @property
    def size(self) -> QSize:
        """Width and height, the caption included."""
        lines: list[CaptionLine] = [*self._caption, (None, self.words[-1])]
        heights = sum(self._height(style, words) for style, words in lines)
        return QSize(
            round(self._width + 2 * _MARGIN),
            round(self._subject.picture_size.height() + heights + _AIR + 3 * _MARGIN),
        )

    def image(self, sharpness: float = SHARPNESS) -> QImage:
        """The picture at `sharpness` times the logical resolution, the words among its texts."""
        image = QImage(self.size * sharpness, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(sharpness)
        image.setText("Title", self.title)
        image.setText("Description", "\n".join(self.words))
        image.setText("Software", f"GradSim {__version__}")
        self._paint_on(image)
        return image

    def png(self, sharpness: float = SHARPNESS) -> bytes:
        """The image as a PNG file."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"PNG")).write(self.image(sharpness))
        return bytes(buffer.data().data())

    def svg(self) -> bytes:
        """The picture as an SVG file; markers and lines stay shapes."""
        store = QByteArray()
        buffer = QBuffer(store)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setResolution(self._dots)
        generator.setSize(self.size)
        generator.setViewBox(QRectF(0, 0, self.size.width(), self.size.height()))
        generator.setTitle(self.title)
        generator.setDescription("\n".join(self.words))
        self._paint_on(generator)
        buffer.close()
        return bytes(store.data())

    def pdf(self) -> bytes:
        """The picture as a PDF of one page, as large as the picture, its fonts embedded."""
        store = QByteArray()
        buffer = QBuffer(store)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(self.title)
        writer.setCreator(f"GradSim {__version__}")
        # A unit of the page is a pixel of the screen, so that text keeps its size; nothing is
        # rounded to it, as shapes and letters stay what they are.
        writer.setResolution(self._dots)
        points = QSizeF(self.size) * (_POINTS_PER_INCH / self._dots)
        writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", _EXACT))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        keep_characters(self._font)
        self._paint_on(writer)
        buffer.close()
        return bytes(store.data())

    @property
    def _width(self) -> int:
        return max(self._subject.picture_size.width(), LEAST_WIDTH)

    @property
    def _dots(self) -> int:
        return self._subject.widget.logicalDpiX()

    def _paint_on(self, device: QPaintDevice) -> None:
        size, view = self.size, self._subject.picture_size
        painter = QPainter(device)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), self._theme.panel)
        target = QRectF(_MARGIN, _MARGIN, view.width(), view.height())
        self._subject.paint_picture(painter, target, self._theme, self._font)
        painter.resetTransform()
        painter.setClipping(False)
        self._paint_words(painter, view.height() + 2 * _MARGIN)
        painter.end()

    def _paint_words(self, painter: QPainter, top: float) -> None:
        painter.setFont(self._font)
        for style, words in self._caption:
            self._paint_sample(painter, top, style)
            painter.setPen(self._theme.text)
            top += self._paint_line(painter, top, style, words)
        painter.setPen(self._theme.text_muted)
        self._paint_line(painter, top + _AIR, None, self.words[-1])

    def _paint_sample(self, painter: QPainter, top: float, style: CaptionStyle) -> None:
        line = QFontMetricsF(self._font).lineSpacing()
        if isinstance(style, int):
            draw_sample(painter, QRectF(_MARGIN, top, _SAMPLE, line), style, self._theme)
        elif isinstance(style, (PlainLine, LegendSample)):
            style.paint(painter, QRectF(_MARGIN, top, _SAMPLE, line), self._theme)
        elif style is not None:
            square = QRectF(_MARGIN, top + (line - _SWATCH) / 2, _SWATCH, _SWATCH)
            painter.save()
            style(self._theme).paint(painter, [square])
            painter.restore()

    def _paint_line(self, painter: QPainter, top: float, style: CaptionStyle, words: str) -> float:
        """Paint the words and tell how high they are."""
        area, height = self._area(style), self._height(style, words)
        painter.drawText(QRectF(area.left(), top, area.width(), height), _WRAPPED, words)
        return height

    def _area(self, style: CaptionStyle) -> QRectF:
        """Where words of this style stand across; as high as can be."""
        sample = _SAMPLE if isinstance(style, (int, PlainLine, LegendSample)) else _SWATCH
        left = _MARGIN + (0.0 if style is None else sample + 6.0)
        return QRectF(left, 0.0, self._width + _MARGIN - left, 1e4)

    def _height(self, style: CaptionStyle, words: str) -> float:
        metrics = QFontMetricsF(self._font)
        return metrics.boundingRect(self._area(style), _WRAPPED, words).height()


_EXACT = QPageSize.SizeMatchPolicy.ExactMatch

"""What a scan draws besides its lines: quartile bands, labels at their ends, an upright mark."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gradsim.ui.compare.scans.mark_plates import mark_plates
from gradsim.ui.plots.bars import BarStyle
from gradsim.ui.theme import Theme

Floats = npt.NDArray[np.float64]

_BAND_ALPHA = 38
_AIR = 4.0


class Band(Struct, frozen=True, eq=False):
    """Where a band lies, in the units of the axes, and its colour; nan breaks it."""

    x: Floats
    low: Floats
    high: Floats
    color: QColor


class Bands(pg.UIGraphicsItem):  # type: ignore[misc]
    """From quartile to quartile, behind the lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-10)
        self._bands: tuple[Band, ...] = ()

    def show_bands(self, bands: Sequence[Band]) -> None:
        """Draw these and no other."""
        self._bands = tuple(bands)
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Filled areas, cut to what is shown."""
        del option, widget
        to_pixels = painter.transform()
        area = to_pixels.mapRect(self.boundingRect())
        painter.save()
        painter.resetTransform()
        painter.setClipRect(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for band in self._bands:
            painter.setBrush(_band_fill(band.color))
            bottom, top = self.boundingRect().top(), self.boundingRect().bottom()
            low = np.clip(band.low, min(bottom, top), max(bottom, top))
            high = np.clip(band.high, min(bottom, top), max(bottom, top))
            for part in _unbroken(band):
                up = [QPointF(band.x[index], high[index]) for index in part]
                down = [QPointF(band.x[index], low[index]) for index in reversed(part)]
                painter.drawPolygon(to_pixels.map(QPolygonF([*up, *down])))
        painter.restore()


def band_style(theme: Theme) -> BarStyle:
    """The look of a band before the words of a caption."""
    return BarStyle(_band_fill(theme.ink[0]))


def _band_fill(ink: QColor) -> QColor:
    fill = QColor(ink)
    fill.setAlpha(_BAND_ALPHA)
    return fill


def _unbroken(band: Band) -> list[list[int]]:
    """Runs of neighbouring places that have a band."""
    runs: list[list[int]] = [[]]
    for index, known in enumerate(~(np.isnan(band.low) | np.isnan(band.high))):
        if known:
            runs[-1].append(index)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if len(run) > 1]


class EndLabel(Struct, frozen=True):
    """Words beside the end of a line, in the units of the axes; `below` it where it falls."""

    x: float
    y: float
    text: str
    color: QColor
    below: bool = False


class EndLabels(pg.UIGraphicsItem):  # type: ignore[misc]
    """Labels to the left of the ends, off their lines, moved apart where they would touch."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(40)
        self._labels: tuple[EndLabel, ...] = ()
        self._font = QFont()
        self._ground = QColor()

    def recolor(self, font: QFont, ground: QColor) -> None:
        """Font and ground of a theme."""
        self._font, self._ground = font, ground
        self.update()

    def show_labels(self, labels: Sequence[EndLabel]) -> None:
        """Write these and no other."""
        self._labels = tuple(labels)
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Each on a plate of the ground's colour, within the plot."""
        del option, widget
        to_pixels = painter.transform()
        area = to_pixels.mapRect(self.boundingRect())
        metrics = QFontMetricsF(self._font)
        painter.save()
        painter.resetTransform()
        painter.setFont(self._font)
        taken: list[QRectF] = []
        for label in self._labels:
            end = to_pixels.map(QPointF(label.x, label.y))
            wide, high = metrics.horizontalAdvance(label.text) + 2 * _AIR, metrics.height()
            top = end.y() + 2 * _AIR if label.below else end.y() - high - 2 * _AIR
            plate = QRectF(end.x() - wide - 2 * _AIR, top, wide, high)
            plate.moveTop(min(max(plate.top(), area.top() + 1), area.bottom() - high))
            while any(plate.intersects(each) for each in taken) and plate.bottom() < area.bottom():
                plate.translate(0, high)
            taken.append(plate)
            ground = QColor(self._ground)
            ground.setAlpha(215)
            painter.fillRect(plate, ground)
            painter.setPen(label.color)
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, label.text)
        painter.restore()


class UprightMarks(pg.UIGraphicsItem):  # type: ignore[misc]
    """Dashed upright lines with words at their top, such as the critical gain."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-20)
        self._marks: tuple[tuple[float, str], ...] = ()
        self._line, self._text, self._ground = QColor(), QColor(), QColor()
        self._font = QFont()

    def recolor(self, line: QColor, text: QColor, ground: QColor, font: QFont) -> None:
        """Colours and font of a theme."""
        self._line, self._text, self._ground, self._font = line, text, ground, font
        self.update()

    def show_marks(self, marks: Sequence[tuple[float, str]]) -> None:
        """Draw these and no other."""
        self._marks = tuple(marks)
        self.update()

    @property
    def marks(self) -> tuple[tuple[float, str], ...]:
        """Where they stand along x, and their words."""
        return self._marks

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """One pixel wide; the words beside it, off the other lines."""
        del option, widget
        to_pixels = painter.transform()
        area = to_pixels.mapRect(self.boundingRect())
        metrics = QFontMetricsF(self._font)
        painter.save()
        painter.resetTransform()
        painter.setClipRect(area)
        painter.setFont(self._font)
        there = [(round(to_pixels.map(QPointF(at, 0.0)).x()) + 0.5, it) for at, it in self._marks]
        shown = [(x, words) for x, words in there if area.left() <= x <= area.right()]
        places = [x for x, _ in shown]
        pen = QPen(self._line, 1.0)
        pen.setDashPattern([4.0, 4.0])
        painter.setPen(pen)
        for x in places:
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
        widths = [metrics.horizontalAdvance(words) for _, words in shown]
        plates = mark_plates(places, widths, metrics.height(), area)
        for plate, (_, words) in zip(plates, shown, strict=True):
            painter.fillRect(plate, self._ground)  # another mark's line may run through
            painter.setPen(self._text)
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

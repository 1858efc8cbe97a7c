"""The axes of the plots: decades, layer numbers, round numbers; ticks come from decades.py."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gradsim.viewmodels.gradients.decades import (
    Span,
    decade_ticks,
    layer_ticks,
    minor_decade_ticks,
    number_ticks,
)
from gradsim.viewmodels.notation import current, layer_number

TICK_LENGTH = 4
_LABEL_PIXELS = 26.0
_LAYER_PIXELS = 34.0
_MINOR_PIXELS = 44.0
_OVERHANG = 30
"""How far, in pixels, a label may reach beyond the end of the axis."""
_MINOR_SHARE = 2 / 3
"""The length of a tick without label, beside one that has one."""
_LABELS_KEPT = 256


class _Drawing(NamedTuple):
    """What an axis paints while nothing about it changes."""

    line: QLineF
    ticks: list[QLineF]
    labels: list[tuple[QRectF, str]]


class Axis(pg.AxisItem):  # type: ignore[misc]
    """An axis that never rescales its numbers and takes its ticks from `labelled` and `minor`.

    It paints itself: pyqtgraph's way, made for any axis, takes five times as long, and the axes of
    a workspace are drawn anew in each frame of a drag. pyqtgraph forgets `picture` whenever
    something about the axis changes; here that is what remains to be painted.
    """

    _title = ""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation, maxTickLength=TICK_LENGTH)
        self.enableAutoSIPrefix(False)
        self.setStyle(autoExpandTextSpace=False)
        self.picture: _Drawing | None
        self._sizes: dict[str, QSizeF] = {}

    def labelled(self, span: Span, pixels: float) -> tuple[tuple[float, str], ...]:
        """The ticks with a label, for an axis of `pixels` length."""
        return number_ticks(span, max(2, int(pixels / _LABEL_PIXELS)))

    def minor(self, span: Span, pixels: float) -> tuple[float, ...]:
        """The ticks without one."""
        del span, pixels
        return ()

    def set_title(self, title: str) -> None:
        """The name of the axis, along it; empty for none."""
        if title != self._title:
            self._title = title
            self.setLabel(title)
            self.showLabel(bool(title))

    def labelString(self) -> str:
        """The title as pyqtgraph writes it, anew for each pen; nothing where there is none."""
        return str(super().labelString()) if self._title else ""

    def recolor(self, line: QColor, text: QColor, font: QFont) -> None:
        """Colours and font of a theme."""
        self.setPen(line)
        self.setTickPen(line)
        self.setTextPen(text)
        self.setTickFont(font)
        self._sizes.clear()
        self.label.setFont(font)
        self.label.setDefaultTextColor(text)

    def reserve(self, span: Span, pixels: float, extra: Sequence[str] = ()) -> float:
        """The width that the labels of `span`, and `extra` ones, take beside the axis."""
        font = self.style["tickFont"] or QFont()
        metrics = QFontMetricsF(font)
        texts = [label for _, label in self.labelled(span, pixels)] + list(extra)
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0.0)
        title = metrics.height() if self._title else 0.0
        return float(widest + title + TICK_LENGTH + self.style["tickTextOffset"][0] + 4)

    def boundingRect(self) -> QRectF:
        """The axis, and what its labels may reach beyond its ends."""
        rect: QRectF = self.rect()
        if self.orientation == "left":
            return rect.adjusted(0, -_OVERHANG, 0, _OVERHANG)
        return rect.adjusted(-_OVERHANG, 0, _OVERHANG, 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """The line, the ticks and the labels."""
        del option, widget
        painter.save()
        font = self.style["tickFont"]
        if font is not None:
            painter.setFont(font)
        if self.picture is None:
            self.picture = self._drawn(painter)
        line, ticks, labels = self.picture
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self.pen())
        painter.drawLine(line)
        painter.setPen(self.tickPen())
        painter.drawLines(ticks)
        painter.setPen(self.textPen())
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
        if self.orientation == "left":
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        flags |= Qt.TextFlag.TextDontClip
        for rect, text in labels:
            painter.drawText(rect, flags, text)
        painter.restore()

    def _drawn(self, painter: QPainter) -> _Drawing:
        """Ticks and labels of the range shown, in pixels from the axis' upper left."""
        upright = self.orientation == "left"
        across, along = self.rect().width(), self.rect().height()
        low, high = self.range
        if upright:
            line = QLineF(across - 1.0, -1.0, across - 1.0, along + 1.0)
        else:
            across, along = along, across
            line = QLineF(-1.0, 1.0, along + 1.0, 1.0)
        span = Span(low, high)
        if high == low or along <= 0.0:
            return _Drawing(line, [], [])

        def placed(value: float) -> float | None:
            away = (value - low) * along / (high - low)
            place = along - away if upright else away
            return place if 0.0 <= place <= along else None

        def tick(place: float, length: float) -> QLineF:
            if upright:
                return QLineF(across, place, across - length, place)
            return QLineF(place, 0.0, place, length)

        ticks, labels = [], []
        bounds, length = self.boundingRect(), self.style["tickLength"]
        offset = length + self.style["tickTextOffset"][0 if upright else 1]
        for value, text in self.labelled(span, along):
            place = placed(value)
            if place is None:
                continue
            ticks.append(tick(place, length))
            size = self._size(painter, text)
            if upright:
                left, top = across - offset - size.width(), place - size.height() / 2
            else:
                left, top = place - size.width() / 2, offset
            rect = QRectF(left, top, size.width(), size.height())
            # Compared so, because "contains" trips over the last digit.
            if bounds & rect == rect:
                labels.append((rect, text))
        minor = map(placed, self.minor(span, along))
        ticks += [tick(each, _MINOR_SHARE * length) for each in minor if each is not None]
        return _Drawing(line, ticks, labels)

    def _size(self, painter: QPainter, text: str) -> QSizeF:
        """How much room a label takes in the painter's font."""
        size = self._sizes.get(text)
        if size is None:
            if len(self._sizes) > _LABELS_KEPT:
                self._sizes.clear()
            box = painter.boundingRect(QRectF(0, 0, 100, 100), Qt.AlignmentFlag.AlignCenter, text)
            # The box is higher than the letters, which stand in its middle.
            size = self._sizes[text] = QSizeF(box.width(), 0.8 * box.height())
        return size


class DecadeAxis(Axis):
    """A vertical axis of log₁₀: a label at whole decades, ticks at 2, 3, … 9 between close ones."""

    def labelled(self, span: Span, pixels: float) -> tuple[tuple[float, str], ...]:
        """Whole decades."""
        return decade_ticks(span, max(2, int(pixels / _LABEL_PIXELS)))

    def minor(self, span: Span, pixels: float) -> tuple[float, ...]:
        """2, 3, … 9 times each power of ten, where there is room; else the decades left out."""
        if span.length <= 0:
            return ()
        if pixels / span.length >= _MINOR_PIXELS:
            return minor_decade_ticks(span)
        if pixels / span.length >= 5:
            return tuple(float(each) for each, _ in decade_ticks(span, int(span.length) + 1))
        return ()


class LayerAxis(Axis):
    """A horizontal axis of whole layer numbers."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.layers = 1
        self._first = 1

    def set_layers(self, layers: int) -> None:
        """How many layers there are; their numbers are those of the notation in use."""
        first = current().first_index
        if (layers, first) != (self.layers, self._first):
            self.layers, self._first = layers, first
            self.picture = None
            self.update()

    def labelled(self, span: Span, pixels: float) -> tuple[tuple[float, str], ...]:
        """Round layer numbers with the first and the last."""
        room = max(1, int(pixels / _LAYER_PIXELS))
        return tuple(
            (layer, str(layer_number(layer)))
            for layer in layer_ticks(span, self.layers, room, self._first)
        )

    def minor(self, span: Span, pixels: float) -> tuple[float, ...]:
        """Every layer, where there is room."""
        layers = min(self.layers, span.length)
        if layers <= 0 or pixels / layers < 5:
            return ()
        return tuple(float(each) for each in layer_ticks(span, self.layers, self.layers))

"""The axes of the plots: decades, layer numbers, round numbers; ticks come from decades.py."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtGui import QColor, QFont, QFontMetricsF

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


class Axis(pg.AxisItem):  # type: ignore[misc]
    """An axis that never rescales its numbers and takes its ticks from `labelled` and `minor`.

    pyqtgraph asks with its own names, hence the two camel-case methods.
    """

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation, maxTickLength=TICK_LENGTH)
        self.enableAutoSIPrefix(False)
        self.setStyle(maxTextLevel=0, autoExpandTextSpace=False, tickAlpha=255)
        # How far, in pixels, a label may reach beyond the end of the axis.
        self.setStyle(hideOverlappingLabels=_OVERHANG)
        self._title = ""
        self._labels: dict[float, str] = {}

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

    def recolor(self, line: QColor, text: QColor, font: QFont) -> None:
        """Colours and font of a theme."""
        self.setPen(line)
        self.setTickPen(line)
        self.setTextPen(text)
        self.setTickFont(font)
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

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[Any]:
        """(spacing, positions) of the labelled and the minor ticks."""
        span = Span(minVal, maxVal)
        self._labels = dict(self.labelled(span, size))
        return [(1.0, list(self._labels)), (0.1, list(self.minor(span, size)))]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """The labels of the ticks that `tickValues` gave last."""
        del scale
        return [self._labels[value] if spacing == 1.0 else "" for value in values]


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

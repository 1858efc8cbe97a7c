"""A line with its name beside it, where no other curve runs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gradsim.ui.plots.overlay import Curve, crossed, in_pixels
from gradsim.ui.plots.run_curve import RunLine

Floats = npt.NDArray[np.float64]

_AIR = 4.0
_SHARES = (0.0, 1.0, 0.1, 0.9, 0.2, 0.8, 0.3, 0.7, 0.4, 0.6, 0.5)
_AWAY = (5.0, 12.0, 22.0)


class LabelledLine(RunLine):
    """A line whose name stands at one of its ends, or further in, where no other curve runs."""

    def __init__(self) -> None:
        super().__init__()
        self._label = ""
        self._points = np.zeros((2, 0))
        self._others: tuple[Curve, ...] = ()
        self._colors = (QColor(), QColor())
        self._font = QFont()

    def recolor(self, ground: QColor, text: QColor, font: QFont) -> None:
        """Colours of a theme."""
        self._colors, self._font = (ground, text), font
        self.update()

    def set_label(self, label: str, x: Floats, y: Floats) -> None:
        """Name the line through these points."""
        finite = np.isfinite(y)
        self._label = label
        self._points = np.stack([x[finite], y[finite]])
        self.update()

    def set_others(self, curves: Sequence[Curve]) -> None:
        """The curves that the name avoids."""
        self._others = tuple(curves)
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """The line, then its name where it has room."""
        super().paint(painter, option, widget)
        if not self._label or not self._points.shape[1]:
            return
        to_pixels = painter.transform()
        plate = self._plate(to_pixels, to_pixels.mapRect(self.boundingRect()))
        if plate is None:
            return
        painter.save()
        painter.resetTransform()
        painter.fillRect(plate, self._colors[0])
        painter.setFont(self._font)
        painter.setPen(self._colors[1])
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, self._label)
        painter.restore()

    def _plate(self, to_pixels: QTransform, area: QRectF) -> QRectF | None:
        """The first free place along the line: left end, right end, then in between."""
        metrics = QFontMetricsF(self._font)
        wide, high = metrics.horizontalAdvance(self._label) + 2 * _AIR, metrics.height()
        line = self._points[0], self._points[1]
        curves = [in_pixels(each, to_pixels) for each in (line, *self._others)]
        x, y = curves[0]
        for share, away in product(_SHARES, _AWAY):
            left = area.left() + 2 + share * (area.width() - wide - 4)
            at = float(np.interp(left + wide / 2, x, y))
            for top in (at - high - away, at + away):
                plate = QRectF(left, top, wide, high)
                if area.contains(plate) and not crossed(curves, plate):
                    return plate
        return None

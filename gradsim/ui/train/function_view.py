"""The function that a network of one or two inputs is: a curve, or a map with the samples on it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradsim.ui.step.axes import (
    Frame,
    axis_font,
    bottom_room,
    left_room,
    left_ticks,
    paint_bottom_axis,
    paint_instead,
    paint_left_axis,
)
from gradsim.ui.theme import Theme, ThemeController
from gradsim.ui.train.shades import rgb
from gradsim.viewmodels.training.function_map import FunctionMap

_POINT = 3.2


class FunctionView(QWidget):
    """Paints a FunctionMap: grey from low to high outputs, samples as filled or hollow marks.

    A sample whose target lies in the upper half (or whose class is odd) is filled.
    """

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._map: FunctionMap | None = None
        self._instead = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(120)
        theme.changed.connect(self.update)
        self._retranslate()

    def show_map(self, shown: FunctionMap | None, instead: str = "") -> None:
        """Show another map; None before the first step, or for the reason that `instead` says."""
        self._map, self._instead = shown, instead
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Axes, function, samples."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.theme.panel)
        if self._map is None:
            painter.end()
            told = self._instead or self.tr("After the first step.")
            paint_instead(self, told, self._theme.theme)
            return
        if len(self._map.up):
            self._paint_plane(painter, self._map)
        else:
            self._paint_curve(painter, self._map)
        painter.end()

    def _framed(
        self, painter: QPainter, across: tuple[float, float], up: tuple[float, float], title: str
    ) -> Frame:
        theme, font = self._theme.theme, axis_font(self.font())
        height = self.height() - bottom_room(font, title=True) - 8.0
        ticks = left_ticks(*up, height)
        left = left_room(font, ticks, title=True)
        area = QRectF(left, 6.0, self.width() - left - 8.0, height)
        frame = Frame(area, *across, *up)
        paint_left_axis(painter, frame, ticks, theme.text_muted, theme.grid, font, title)
        paint_bottom_axis(painter, frame, theme.text_muted, font, self.tr("input 1"))
        return frame

    def _paint_plane(self, painter: QPainter, shown: FunctionMap) -> None:
        theme = self._theme.theme
        ends = (float(shown.across[0]), float(shown.across[-1]))
        up = (float(shown.up[0]), float(shown.up[-1]))
        frame = self._framed(painter, ends, up, self.tr("input 2"))
        painter.drawImage(frame.area, _shaded(shown, theme))
        for (x, y), filled in zip(shown.points, shown.high, strict=True):
            self._mark(painter, frame.point(float(x), float(y)), bool(filled))

    def _paint_curve(self, painter: QPainter, shown: FunctionMap) -> None:
        theme = self._theme.theme
        ends = (float(shown.across[0]), float(shown.across[-1]))
        frame = self._framed(painter, ends, shown.heights, self.tr("output 1"))
        for (x,), y in zip(shown.points, shown.labels, strict=True):
            self._mark(painter, frame.point(float(x), float(y)), False)
        painter.setPen(QPen(theme.ink[0], 2.0))
        pairs = zip(shown.across, shown.values, strict=True)
        painter.drawPolyline(
            QPolygonF([frame.point(float(x), float(y)) for x, y in pairs if np.isfinite(y)])
        )

    def _mark(self, painter: QPainter, place: QPointF, filled: bool) -> None:
        theme = self._theme.theme
        painter.setPen(QPen(theme.text, 1.0))
        painter.setBrush(theme.text if filled else theme.panel)
        painter.drawEllipse(place, _POINT, _POINT)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("The function that the network computes"))
        self.setToolTip(
            self.tr("Dark where the output is high; filled marks are samples with a high target")
        )
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def sizeHint(self) -> QSize:
        """A square, if there is room."""
        return QSize(220, 200)


def _shaded(shown: FunctionMap, theme: Theme) -> QImage:
    """The values as shades from the panel's colour to a middle ink, so that marks stay visible."""
    values = shown.values[::-1]
    if shown.classes:
        low, high = 0.0, max(1.0, shown.classes - 1.0)
    else:
        finite = np.concatenate([values[np.isfinite(values)], shown.labels])
        low, high = float(finite.min()), float(finite.max())
    # By halves: the distance between two floats need not be one.
    share = np.clip((0.5 * values - 0.5 * low) / ((0.5 * high - 0.5 * low) or 1.0), 0.0, 1.0)
    share = np.nan_to_num(share, nan=0.5)
    ends = np.array([rgb(theme.panel), rgb(theme.ink[3])])
    colors = (ends[0] + share[..., None] * (ends[1] - ends[0])).astype(np.uint32)
    packed = (0xFF << 24) | (colors[..., 0] << 16) | (colors[..., 1] << 8) | colors[..., 2]
    packed = np.ascontiguousarray(packed, np.uint32)
    height, width = packed.shape
    return QImage(packed.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()

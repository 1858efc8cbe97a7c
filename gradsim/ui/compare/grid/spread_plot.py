"""The profile of one cell over its draws: median, quartile band and the band of the extremes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gradsim.engine.ensembles import Spread
from gradsim.ui.plots.axes import DecadeAxis, LayerAxis
from gradsim.ui.plots.plot import Plot
from gradsim.ui.plots.run_curve import RunLine
from gradsim.ui.plots.run_styles import run_pen
from gradsim.ui.theme import Theme, ThemeController
from gradsim.viewmodels.gradients.decades import Span, decade_span

Floats = npt.NDArray[np.float64]

_BANDS = (0.12, 0.2)
"""How dark the band of the extremes is, and the quartiles' over it."""


class BandItem(pg.UIGraphicsItem):  # type: ignore[misc]
    """The area between two lines, broken where either is not finite."""

    def __init__(self) -> None:
        super().__init__()
        self._path = QPainterPath()
        self._color = QColor()

    def recolor(self, color: QColor) -> None:
        """Colour of a theme."""
        self._color = color
        self.update()

    def set_lines(self, x: Floats, low: Floats, high: Floats) -> None:
        """Fill between `low` and `high`, in the units of the axes."""
        self._path = QPainterPath()
        known = np.concatenate([[False], np.isfinite(low) & np.isfinite(high), [False]])
        edges = np.flatnonzero(np.diff(known.astype(np.int8)))
        for start, stop in zip(edges[::2], edges[1::2], strict=True):
            across = np.concatenate([x[start:stop], x[start:stop][::-1]])
            up = np.concatenate([high[start:stop], low[start:stop][::-1]])
            piece = pg.arrayToQPath(across, up)
            piece.closeSubpath()
            self._path.addPath(piece)
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """One filled path in pixels."""
        del option, widget
        to_pixels = painter.transform()
        area = to_pixels.mapRect(self.boundingRect())
        painter.save()
        painter.resetTransform()
        painter.setClipRect(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(to_pixels.map(self._path), self._color)
        painter.restore()


class SpreadPlot(Plot):
    """Layers across, log₁₀ up."""

    def __init__(self, theme: ThemeController) -> None:
        self._layer_axis = LayerAxis()
        super().__init__(theme, DecadeAxis("left"), self._layer_axis)
        self._extremes, self._quartiles, self._median = BandItem(), BandItem(), RunLine()
        items: tuple[BandItem | RunLine, ...] = (self._extremes, self._quartiles, self._median)
        for depth, item in enumerate(items):
            item.setZValue(depth + 1)
            self.view.addItem(item, ignoreBounds=True)
        self.file_stem = "cell-profile"
        self.setMinimumHeight(120)
        self.recolor()

    def show_spread(self, spread: Spread | None) -> None:
        """Draw this profile, or none."""
        nothing = np.zeros(0)
        if spread is None:
            self._extremes.set_lines(nothing, nothing, nothing)
            self._quartiles.set_lines(nothing, nothing, nothing)
            self._median.set_points(nothing, nothing)
            self.reading.set_stops(nothing)
            return
        depth = len(spread.median)
        layers = np.arange(1.0, depth + 1.0)
        self._layer_axis.set_layers(depth)
        self._extremes.set_lines(layers, spread.lowest, spread.highest)
        self._quartiles.set_lines(layers, spread.lower_quartile, spread.upper_quartile)
        median = np.where(np.isfinite(spread.median), spread.median, np.nan)
        self._median.set_points(layers, median)
        self.fitted.fit(
            Span(0.5, depth + 0.5), decade_span([median, spread.lowest, spread.highest])
        )
        self.reading.set_stops(layers)

    def recolor_data(self, theme: Theme) -> None:
        """Ink in three strengths."""
        for item, share in zip((self._extremes, self._quartiles), _BANDS, strict=True):
            color = QColor(theme.ink[0])
            color.setAlphaF(share)
            item.recolor(color)
        self._median.set_pen(run_pen(0, theme))

"""Many draws of one curve: two opaque grey bands, a median, one lit draw, and what theory says."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPainterPath, QPen

from gradsim.ui.plots.labelled_line import LabelledLine
from gradsim.ui.plots.overlay import Backdrop, Curve
from gradsim.ui.plots.run_curve import RunLine
from gradsim.ui.theme import Theme

Floats = npt.NDArray[np.float64]

_BEYOND = 4.0
"""So many heights of the data lie between them and where an infinite end of a band is drawn."""
THEORY_DASH = (9.0, 2.5, 2.0, 2.5, 2.0, 2.5)
INTERVAL_DASH = (1.0, 3.0)


class SpreadCurves(Struct, frozen=True, eq=False):
    """log₁₀ over layers, (L,) each, from the bottom up; ±inf ends go to the edge of the plot."""

    layers: Floats
    lowest: Floats
    lower_quartile: Floats
    median: Floats
    upper_quartile: Floats
    highest: Floats


class TheoryCurves(Struct, frozen=True, eq=False):
    """A predicted line with the words at its end; `interval` is its middle, bottom and top."""

    line: Floats
    label: str
    interval: tuple[Floats, Floats, Floats] | None = None


class SpreadItems:
    """The items of one plot, made once, then only given new numbers."""

    def __init__(self, view: pg.ViewBox, backdrop: Backdrop) -> None:
        self._backdrop = backdrop
        self._shapes: tuple[QPainterPath, ...] = ()
        self._fills = (QColor(), QColor())
        self._median, self._member = RunLine(), RunLine()
        self._theory = LabelledLine()
        self._interval = [RunLine() for _ in range(3)]
        for item, height in (
            (self._median, 3.0),
            *((each, 4.0) for each in self._interval),
            (self._theory, 12.0),
            (self._member, 14.0),
        ):
            item.setZValue(height)
            view.addItem(item, ignoreBounds=True)

    def recolor(self, theme: Theme, font: QFont) -> None:
        """Greys of a theme; no colour of a factor."""
        self._fills = (theme.band_extremes, theme.band_quartiles)
        self._median.set_pen(_pen(theme.ink[2], 1.5))
        self._member.set_pen(_pen(theme.text, 1.5))
        self._theory.set_pen(_pen(theme.text, 1.6, THEORY_DASH))
        self._theory.recolor(theme.panel, theme.text, font)
        for each in self._interval:
            each.set_pen(_pen(theme.text_muted, 1.2, INTERVAL_DASH))
        self._shade()

    def show_spread(self, curves: SpreadCurves | None) -> None:
        """Draw bands and median, or none."""
        nothing = np.zeros(0)
        if curves is None:
            self._shapes = ()
            self._median.set_points(nothing, nothing)
        else:
            low, high = _ends(curves)
            self._shapes = tuple(
                band_path(curves.layers, np.clip(bottom, low, high), np.clip(top, low, high))
                for bottom, top in (
                    (curves.lowest, curves.highest),
                    (curves.lower_quartile, curves.upper_quartile),
                )
            )
            self._median.set_points(curves.layers, _on_axis(curves.median))
        self._shade()

    def show_member(self, layers: Floats, log10: Floats | None) -> None:
        """Light one draw, or none."""
        if log10 is None:
            self._member.set_points(np.zeros(0), np.zeros(0))
        else:
            self._member.set_points(layers, _on_axis(log10))

    def show_theory(
        self, layers: Floats, theory: TheoryCurves | None, others: Sequence[Curve] = ()
    ) -> None:
        """Draw what is predicted, or nothing; its name avoids the `others`."""
        self._theory.set_others(others)
        nothing = np.zeros(0)
        if theory is None:
            self._theory.set_points(nothing, nothing)
            self._theory.set_label("", nothing, nothing)
        else:
            line = _on_axis(theory.line)
            self._theory.set_points(layers, line)
            self._theory.set_label(theory.label, layers, line)
        interval: Sequence[Floats | None] = (None, None, None)
        if theory is not None and theory.interval is not None:
            interval = theory.interval
        for item, values in zip(self._interval, interval, strict=True):
            if values is None:
                item.set_points(nothing, nothing)
            else:
                item.set_points(layers, _on_axis(values))

    def _shade(self) -> None:
        self._backdrop.set_shades(tuple(zip(self._shapes, self._fills, strict=False)))


def band_path(layers: Floats, low: Floats, high: Floats) -> QPainterPath:
    """The area between two curves, interrupted where one of them is nan.

    A layer that stands alone is given half a layer's width.
    """
    path = QPainterPath()
    known = np.isfinite(low) & np.isfinite(high)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], known.astype(np.int8), [0]])))
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        x, bottom, top = layers[start:end], low[start:end], high[start:end]
        if end - start == 1:
            x = np.array([x[0] - 0.25, x[0] + 0.25])
            bottom, top = np.repeat(bottom, 2), np.repeat(top, 2)
        across = np.concatenate([x, x[::-1]])
        up = np.concatenate([top, bottom[::-1]])
        path.addPath(pg.arrayToQPath(across, up, connect="all"))
    return path


def _ends(curves: SpreadCurves) -> tuple[float, float]:
    """Between which heights bands are drawn: far outside the finite ones, near enough for Qt."""
    every = np.concatenate([curves.lowest, curves.median, curves.highest])
    finite = every[np.isfinite(every)]
    if not finite.size:
        return -1.0, 1.0
    low, high = float(finite.min()), float(finite.max())
    beyond = _BEYOND * max(high - low, 4.0)
    return low - beyond, high + beyond


def _on_axis(log10: Floats) -> Floats:
    return np.where(np.isfinite(log10), log10, np.nan)


def _pen(color: QColor, width: float, dash: tuple[float, ...] = ()) -> QPen:
    pen: QPen = pg.mkPen(color, width=width)
    if dash:
        pen.setDashPattern(list(dash))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setCosmetic(False)
    return pen

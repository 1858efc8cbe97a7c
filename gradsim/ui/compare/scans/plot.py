"""Decades of first to last over depth or gain: medians, quartile bands, slopes, gutters."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPen

from gradsim.engine.scaling import State
from gradsim.project.scans import ScanAxis
from gradsim.ui.compare.scans.axes import ScanAcross
from gradsim.ui.compare.scans.items import Band, Bands, EndLabel, EndLabels, UprightMarks
from gradsim.ui.plots.axes import DecadeAxis
from gradsim.ui.plots.gutter import Gutter
from gradsim.ui.plots.guttered_plot import GutteredPlot
from gradsim.ui.plots.run_curve import RunCurve, RunLine
from gradsim.ui.plots.run_styles import RUN_STYLES
from gradsim.ui.theme import Theme, ThemeController
from gradsim.viewmodels.compare.scans.curves import Floats, ScanCurve
from gradsim.viewmodels.gradients.decades import Span, decade_span

ABOVE = (State.overflow, State.nan)
BELOW = (State.zero,)
_MARKER_ROOM = 20.0


def expected_pen(theme: Theme) -> QPen:
    """The dots of the slope that theory expects."""
    pen = QPen(theme.text_disabled, 1.2)
    pen.setDashPattern([1.5, 3.0])
    return pen


class ScanPlot(GutteredPlot):
    """One curve per configuration; ↑ and ↓ choose among them, ← and → among the places."""

    point_chosen = Signal(int, int)
    """The curve and the stop that were clicked, or chosen with Enter."""

    def __init__(self, theme: ThemeController) -> None:
        self._across = ScanAcross()
        super().__init__(theme, DecadeAxis("left"), self._across)
        self.bands, self.labels, self.marks = Bands(), EndLabels(), UprightMarks()
        for item in (self.bands, self.labels, self.marks):
            self.view.addItem(item, ignoreBounds=True)
        self._curves = [
            RunCurve(style, self.view, self._above.view, self._below.view)
            for style in range(len(RUN_STYLES))
        ]
        self._expected = [RunLine() for _ in RUN_STYLES]
        for line in self._expected:
            self.view.addItem(line, ignoreBounds=True)
        self._shown: tuple[ScanCurve, ...] = ()
        self._slopes: tuple[str, ...] = ()
        self._stops = np.zeros(0)
        self.chosen = 0
        self.file_stem = "scan"
        self.stop_chosen.connect(self._choose)
        self.recolor()

    def show_scan(
        self,
        curves: Sequence[ScanCurve],
        stops: Floats,
        axis: ScanAxis,
        slopes: Sequence[str],
        marks: Sequence[tuple[float, str]],
    ) -> None:
        """Draw these curves, a slope's words at the end of each, and upright marks."""
        self._shown, self._slopes = tuple(curves), tuple(slopes)
        self.chosen = min(self.chosen, max(len(curves) - 1, 0))
        self._across.show_gains(axis is ScanAxis.gain)
        self._label_gutters()
        idle = set(range(len(RUN_STYLES)))
        for curve in curves:
            style = curve.configuration.style
            idle.discard(style)
            drawn = self._curves[style]
            drawn.show(curve.x, curve.median, self.controller.theme, _MARKER_ROOM)
            drawn.show_lost(_rows(curve, ABOVE, self._above), _rows(curve, BELOW, self._below))
            self._expected[style].set_points(*_expected(curve))
        for style in idle:
            self._curves[style].clear()
            self._expected[style].set_points(np.zeros(0), np.zeros(0))
        self.marks.show_marks(marks)
        self._draw_inks(self.controller.theme)
        low, high = (float(stops[0]), float(stops[-1])) if len(stops) else (0.0, 1.0)
        air = (high - low) * 0.02
        heights = [part for each in curves for part in (each.median, each.low, each.high)]
        self.fitted.fit(Span(low - air, high + air), decade_span([*heights, np.zeros(1)]))
        self._stops = stops
        self.reading.set_stops(stops)

    def recolor_data(self, theme: Theme) -> None:
        """Ink for the curves, muted ground for the gutters."""
        super().recolor_data(theme)
        font = self.small_font()
        for curve in self._curves:
            curve.recolor(theme)
        for line in self._expected:
            line.set_pen(expected_pen(theme))
        self.labels.recolor(font, theme.panel)
        self.marks.recolor(theme.text_disabled, theme.text_muted, theme.panel, font)
        self._draw_inks(theme)

    def _draw_inks(self, theme: Theme) -> None:
        bands, labels = [], []
        for curve, slope in zip(self._shown, self._slopes, strict=True):
            ink = theme.ink[curve.configuration.style]
            bands.append(Band(curve.x, curve.low, curve.high, ink))
            finite = np.flatnonzero(np.isfinite(curve.median))
            if slope and finite.size:
                last = finite[-1]
                x, y = float(curve.x[last]), float(curve.median[last])
                falls = curve.fit is not None and curve.fit.slope < 0.0
                labels.append(EndLabel(x, y, slope, ink, below=falls))
        self.bands.show_bands(bands)
        self.labels.show_labels(labels)

    def _label_gutters(self) -> None:
        words = {
            State.zero: self.tr("zero"),
            State.overflow: self.tr("∞"),
            State.nan: self.tr("none"),
        }
        found = {state for curve in self._shown for state in curve.states}
        self.set_gutter_rows(
            {state: words[state] for state in ABOVE if state in found},
            {state: words[state] for state in BELOW if state in found},
        )

    def _choose(self, stop: int) -> None:
        self.point_chosen.emit(self.chosen, stop)

    def _aim(self, position: QPoint) -> None:
        """Choose the curve that passes nearest to a pixel, at the nearest stop."""
        stop = self.reading.nearest(position)
        if stop is None:
            return
        height = self.view.mapSceneToView(self.mapToScene(position)).y()
        x = float(self._stops[stop])
        nearest = np.inf
        for index, curve in enumerate(self._shown):
            at = np.flatnonzero(curve.x == x)
            if at.size and np.isfinite(curve.median[at[0]]):
                distance = abs(float(curve.median[at[0]]) - height)
                if distance < nearest:
                    nearest, self.chosen = distance, index

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The curve under the pointer is the one that is read and loaded."""
        if not event.buttons():
            self._aim(event.position().toPoint())
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click without a move before it aims too."""
        self._aim(event.position().toPoint())
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ and ↓ choose a curve, the rest is a plot's."""
        turn = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if not turn or not self._shown:
            super().keyPressEvent(event)
            return
        self.chosen = (self.chosen + turn) % len(self._shown)
        if self.reading.stop is None:
            self.reading.move_by_key(Qt.Key.Key_Right)
        self.reading.refresh()
        self.setAccessibleDescription(self.reading.readout.text().replace("\n", "; "))
        event.accept()


def _rows(curve: ScanCurve, states: Sequence[State], gutter: Gutter) -> tuple[Floats, Floats]:
    """(x, rows) of a curve's points in one gutter."""
    x, rows = [np.zeros(0)], [np.zeros(0)]
    for state in states:
        row = gutter.row_of(state)
        if row is not None:
            found = curve.in_gutter(state)
            x.append(found)
            rows.append(np.full(len(found), float(row)))
    return np.concatenate(x), np.concatenate(rows)


def _expected(curve: ScanCurve) -> tuple[Floats, Floats]:
    """Theory's slope through the middle of the measured line, over the range of the fit."""
    slope, fit = curve.expected, curve.fit
    if slope is None or fit is None:
        return np.zeros(0), np.zeros(0)
    x = np.array([fit.low, fit.high])
    middle = 0.5 * (fit.low + fit.high)
    return x, fit.at(middle) + slope * (x - middle)

"""A scan of a sweep: first over last layer against depth, gain or width, several lines a panel."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import groupby, product
from operator import itemgetter

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gradsim.project.scans import LineFit, swept_fit
from gradsim.project.sweeps.plan import Plan
from gradsim.project.sweeps.summaries import Place, Summary
from gradsim.ui.plots.run_styles import RUN_STYLES, draw_sample, marker_path, run_brush, run_pen
from gradsim.ui.sweep_pictures.sheet import CENTER, RIGHT, Sheet, write
from gradsim.ui.sweep_pictures.words import (
    about_slopes,
    axis_name,
    configuration,
    measured,
    part_shown,
    per_layer,
    settings,
)
from gradsim.ui.theme import Theme
from gradsim.viewmodels.ticks import round_ticks, tick_text
from gradsim.viewmodels.words import project_title

MOST_SCANNED: Place = (12, 12, 200, 200, 200)
"""So many values on each axis are looked at; of the lines the first `MOST_LINES` are drawn."""
MOST_LINES = 40
_DEPTH = 3
_ACROSS = 2
_WIDTH, _PLOT_HEIGHT, _LINE = 560.0, 300.0, 20.0
_LEFT, _BELOW = 58.0, 44.0
_MARGIN, _GAP, _HEADER = 22.0, 26.0, 84.0
_SAMPLE = 36.0
_MOST_TICKS = 7
_FLAT = 1.0
"""Decades that a panel spans at least: less is level."""


def scanned_axes(plan: Plan) -> tuple[int, ...]:
    """The axes of numbers (gain, depth, width) with more than one value."""
    values = (plan.axes.gains, plan.axes.depths, plan.axes.widths)
    return tuple(axis for axis, each in enumerate(values, 2) if len(each) > 1 and None not in each)


class ScanPicture:
    """One axis of a plan against the ratio, a line for each combination of the others."""

    def __init__(self, plan: Plan, cells: Mapping[Place, Summary], axis: int, theme: Theme) -> None:
        self._plan, self._cells, self._axis, self._theme = plan, cells, axis, theme
        axes = plan.axes
        sizes = [
            min(len(each), most)
            for each, most in zip(
                (axes.activations, axes.initializers, axes.gains, axes.depths, axes.widths),
                MOST_SCANNED, strict=True,
            )
        ]  # fmt: skip
        values = (axes.gains, axes.depths, axes.widths)[axis - 2][: sizes[axis]]
        self._values = [float(value) for value in values if value is not None]
        sizes[axis] = 1
        lines = [line for line in product(*map(range, sizes)) if self._has_numbers(line)]
        self._panels = _panels(lines[:MOST_LINES])

    def sheet(self) -> Sheet:
        """The picture."""
        self._panel_height = _PLOT_HEIGHT + _BELOW + _LINE * max(map(len, self._panels), default=0)
        across = max(1, min(_ACROSS, len(self._panels)))
        down = -(-len(self._panels) // across)
        self._width = max(across * (_WIDTH + _GAP) - _GAP, 640.0)
        self._height = _HEADER + down * (self._panel_height + _GAP) - _GAP
        size = QSize(round(self._width + 2 * _MARGIN), round(self._height + 2 * _MARGIN))
        return Sheet(size, self._plan.base.title or "GradSim", self._theme, self._paint)

    def _paint(self, painter: QPainter) -> None:
        theme, plan = self._theme, self._plan
        painter.translate(_MARGIN, _MARGIN)
        title = project_title(plan.base.title)
        write(painter, QRectF(0, 0, self._width, 24), title, theme.text, scale=1.3, bold=True)
        words = measured(plan, bands=True)
        write(painter, QRectF(0, 26, self._width, _LINE), words, theme.text_muted)
        for place, panel in enumerate(self._panels):
            row, column = divmod(place, _ACROSS)
            painter.save()
            painter.translate(column * (_WIDTH + _GAP), _HEADER + row * (self._panel_height + _GAP))
            self._paint_panel(painter, panel)
            painter.restore()
        shown = sum(map(len, self._panels)) * len(self._values)
        slopes = about_slopes(any_fitted=self._has_slope()) if self._axis == _DEPTH else ""
        words = " · ".join(
            filter(None, (configuration(plan), part_shown(shown, len(plan)), slopes))
        )
        write(painter, QRectF(0, 46, self._width, _LINE), words, theme.text_muted, scale=0.9)

    def _paint_panel(self, painter: QPainter, lines: Sequence[Place]) -> None:
        curves = [self._curve(line) for line in lines]
        frame = _Frame(QRectF(_LEFT, 4, _WIDTH - _LEFT - 8, _PLOT_HEIGHT - 8), self._values, curves)
        self._paint_axes(painter, frame)
        for style, curve in enumerate(curves):
            self._paint_curve(painter, frame, style, curve)
        top = _PLOT_HEIGHT + _BELOW
        others = tuple(axis for axis in range(5) if axis != self._axis)
        for style, line in enumerate(lines):
            draw_sample(painter, QRectF(_LEFT, top, _SAMPLE, _LINE), style, self._theme)
            words = settings(self._plan, line, others) or project_title(self._plan.base.title)
            fit = self._fit(line)
            if fit is not None:
                words = f"{words}: {per_layer(fit.slope)}"
            area = QRectF(_LEFT + _SAMPLE + 8, top, _WIDTH - _LEFT - _SAMPLE - 8, _LINE)
            write(painter, area, words, self._theme.text)
            top += _LINE

    def _cell(self, line: Place, at: int) -> Summary | None:
        place = list(line)
        place[self._axis] = at
        return self._cells.get(tuple(place))

    def _has_numbers(self, line: Place) -> bool:
        return any(cell is not None and not cell.problem for cell in self._curve(line))

    def _curve(self, line: Place) -> Sequence[Summary | None]:
        return [self._cell(line, at) for at in range(len(self._values))]

    def _has_slope(self) -> bool:
        return any(self._fit(line) is not None for panel in self._panels for line in panel)

    def _fit(self, line: Place) -> LineFit | None:
        """The slope of a line, over depth alone."""
        return swept_fit(self._values, self._curve(line)) if self._axis == _DEPTH else None

    def _paint_axes(self, painter: QPainter, frame: _Frame) -> None:
        theme, area = self._theme, frame.area
        for value in round_ticks(frame.low, frame.high, _MOST_TICKS):
            y = frame.y(value)
            painter.setPen(QPen(theme.text_disabled if value == 0 else theme.grid, 1.0))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            words = QRectF(0, y - 10, area.left() - 8, 20)
            write(painter, words, tick_text(value), theme.text_muted, scale=0.9, how=RIGHT)
        for value in round_ticks(frame.first, frame.last, _MOST_TICKS):
            x = frame.x(value)
            painter.setPen(QPen(theme.grid, 1.0))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            words = QRectF(x - 40, area.bottom() + 2, 80, 18)
            write(painter, words, tick_text(value), theme.text_muted, scale=0.9, how=CENTER)
        painter.setPen(QPen(theme.panel_border, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        below = QRectF(area.left(), area.bottom() + 20, area.width(), 20)
        write(painter, below, axis_name(self._axis), theme.text, how=CENTER)

    def _paint_curve(
        self, painter: QPainter, frame: _Frame, style: int, curve: Sequence[Summary | None]
    ) -> None:
        theme = self._theme
        known = [
            (frame.x(value), cell)
            for value, cell in zip(self._values, curve, strict=True)
            if cell is not None and not cell.problem
        ]
        finite = [(x, cell) for x, cell in known if math.isfinite(cell.median)]
        band = [pair for pair in finite if math.isfinite(pair[1].lower + pair[1].upper)]
        fill = QColor(theme.ink[style])
        fill.setAlphaF(0.16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        edge = [QPointF(x, frame.y(cell.upper)) for x, cell in band]
        edge += [QPointF(x, frame.y(cell.lower)) for x, cell in reversed(band)]
        painter.drawPolygon(QPolygonF(edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(run_pen(style, theme))
        painter.drawPolyline(QPolygonF([QPointF(x, frame.y(cell.median)) for x, cell in finite]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(run_brush(style, theme))
        if len(finite) <= 60:
            for x, cell in finite:
                painter.drawPath(marker_path(style).translated(x, frame.y(cell.median)))
        for x, cell in known:
            if not math.isfinite(cell.median):
                # An exact zero, an overflow or the unknown has no height, but its name has a place.
                name = "?" if math.isnan(cell.median) else "0" if cell.median < 0 else "∞"
                y = frame.area.top() + 4 if cell.median > 0 else frame.area.bottom() - 20
                spot = QRectF(x - 10, y, 20, 16)
                write(painter, spot, name, theme.text, scale=0.9, how=CENTER)


def _panels(lines: Sequence[Place]) -> list[Sequence[Place]]:
    """As many lines to a panel as there are styles; lines of one activation together."""
    most = len(RUN_STYLES)
    groups: list[Sequence[Place]] = [lines]
    if len({line[0] for line in lines}) < len(lines) > most:
        groups = [list(group) for _, group in groupby(lines, itemgetter(0))]
    return [group[at : at + most] for group in groups for at in range(0, len(group), most)]


class _Frame:
    """Where numbers lie in a panel."""

    def __init__(
        self, area: QRectF, values: Sequence[float], curves: Sequence[Sequence[Summary | None]]
    ) -> None:
        self.area = area
        ends = [
            end
            for curve in curves
            for cell in curve
            if cell is not None
            for end in (cell.lower, cell.median, cell.upper)
            if math.isfinite(end)
        ]
        low, high = min([0.0, *ends]), max([0.0, *ends])
        margin = max(0.05 * (high - low), (_FLAT - (high - low)) / 2)
        self.low, self.high = low - margin, high + margin
        side = 0.03 * (max(values) - min(values)) or 0.5
        self.first, self.last = min(values) - side, max(values) + side

    def x(self, value: float) -> float:
        """The place of a value of the axis."""
        share = (value - self.first) / (self.last - self.first)
        return self.area.left() + share * self.area.width()

    def y(self, value: float) -> float:
        """The place of a number of decades."""
        share = (value - self.low) / (self.high - self.low)
        return self.area.bottom() - share * self.area.height()

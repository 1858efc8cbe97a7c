"""The grid of a sweep: a panel for each gain, depth and width, with a row for each activation and
a column for each initializer."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import product

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen, QPolygonF

from gradsim.project.sweeps.plan import Plan
from gradsim.project.sweeps.summaries import Place, Summary
from gradsim.ui.compare.grid.shades import readable_on, shade_color
from gradsim.ui.sweep_pictures.sheet import CENTER, RIGHT, Sheet, write
from gradsim.ui.sweep_pictures.words import (
    cell_text,
    configuration,
    measured,
    part_shown,
    setting,
    settings,
    verdict_of,
)
from gradsim.ui.theme import Theme
from gradsim.viewmodels.compare.grid.scale import decades_at, shade
from gradsim.viewmodels.ticks import tick_text
from gradsim.viewmodels.words import project_title

MOST: Place = (40, 24, 3, 3, 2)
"""So many values on each axis fit into one picture."""
_CELL_WIDTH, _CELL_HEIGHT = 104.0, 62.0
_ROW_HEAD, _COLUMN_HEAD = 150.0, 46.0
_MARGIN, _GAP = 22.0, 28.0
_HEADER, _LEGEND, _LINE = 84.0, 46.0, 20.0
_TICKS = (-100, -10, -3, -1, 0, 1, 3, 10, 100)
_LEGEND_WIDTH = 420.0


class GridPicture:
    """The cells of a plan that fit, as they are now."""

    def __init__(self, plan: Plan, cells: Mapping[Place, Summary], theme: Theme) -> None:
        self._plan, self._cells, self._theme = plan, cells, theme
        axes = plan.axes
        sizes = (axes.activations, axes.initializers, axes.gains, axes.depths, axes.widths)
        self._rows, self._columns, *others = (
            range(min(len(axis), most)) for axis, most in zip(sizes, MOST, strict=True)
        )
        self._panels: Sequence[tuple[int, ...]] = tuple(product(*others))
        self._panel_width = _ROW_HEAD + len(self._columns) * _CELL_WIDTH
        self._panel_height = _LINE + _COLUMN_HEAD + len(self._rows) * _CELL_HEIGHT
        # Side by side as far as that makes the picture squarer.
        square = math.sqrt(len(self._panels) * self._panel_height / self._panel_width)
        self._across = max(1, min(len(self._panels), round(square)))

    def sheet(self) -> Sheet:
        """The picture."""
        down = -(-len(self._panels) // self._across)
        width = self._across * (self._panel_width + _GAP) - _GAP
        height = _HEADER + down * (self._panel_height + _GAP) + _LEGEND
        size = QSize(
            round(max(width, _LEGEND_WIDTH + 60.0) + 2 * _MARGIN), round(height + 2 * _MARGIN)
        )
        self._width = size.width() - 2 * _MARGIN
        self._height = size.height() - 2 * _MARGIN
        title = self._plan.base.title or "GradSim"
        return Sheet(size, title, self._theme, self._paint)

    def _paint(self, painter: QPainter) -> None:
        theme, plan = self._theme, self._plan
        painter.translate(_MARGIN, _MARGIN)
        title = project_title(plan.base.title)
        write(painter, QRectF(0, 0, self._width, 24), title, theme.text, scale=1.3, bold=True)
        write(painter, QRectF(0, 26, self._width, _LINE), measured(plan), theme.text_muted)
        shown = len(self._rows) * len(self._columns) * len(self._panels)
        words = " · ".join(filter(None, (configuration(plan), part_shown(shown, len(plan)))))
        write(painter, QRectF(0, 46, self._width, _LINE), words, theme.text_muted, scale=0.9)
        for number, panel in enumerate(self._panels):
            row, column = divmod(number, self._across)
            painter.save()
            painter.translate(
                column * (self._panel_width + _GAP), _HEADER + row * (self._panel_height + _GAP)
            )
            self._paint_panel(painter, panel)
            painter.restore()
        self._paint_legend(painter, self._height - _LEGEND)

    def _paint_panel(self, painter: QPainter, panel: tuple[int, ...]) -> None:
        plan, theme = self._plan, self._theme
        first = (0, 0, *panel)
        heading = settings(plan, first, (2, 3, 4))
        write(painter, QRectF(0, 0, self._panel_width, _LINE), heading, theme.text, bold=True)
        for column in self._columns:
            left = _ROW_HEAD + column * _CELL_WIDTH
            area = QRectF(left + 4, _LINE, _CELL_WIDTH - 8, _COLUMN_HEAD)
            words = setting(plan, 1, column)
            write(painter, area, words, theme.text, scale=0.9, how=CENTER, wrap=True)
        for row in self._rows:
            top = _LINE + _COLUMN_HEAD + row * _CELL_HEIGHT
            area = QRectF(0, top, _ROW_HEAD - 10, _CELL_HEIGHT)
            write(painter, area, setting(plan, 0, row), theme.text, how=RIGHT, wrap=True)
            for column in self._columns:
                left = _ROW_HEAD + column * _CELL_WIDTH
                area = QRectF(left + 1, top + 1, _CELL_WIDTH - 2, _CELL_HEIGHT - 2)
                self._paint_cell(painter, area, self._cells.get((row, column, *panel)))

    def _paint_cell(self, painter: QPainter, area: QRectF, cell: Summary | None) -> None:
        theme = self._theme
        fill = theme.panel if cell is None else shade_color(cell.median, theme)
        painter.setPen(QPen(theme.panel_border, 1.0))
        painter.setBrush(fill)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if cell is None:
            return
        ink = readable_on(fill)
        self._paint_profile(painter, area.adjusted(8, 39, -8, -6), cell.profile, ink)
        if not cell.problem:
            number = "?" if math.isnan(cell.median) else cell_text(cell.median)
            write(painter, area.adjusted(4, 2, -4, -40), number, ink, bold=True, how=CENTER)
        write(painter, area.adjusted(4, 18, -4, -26), verdict_of(cell), ink, scale=0.85, how=CENTER)

    def _paint_profile(
        self, painter: QPainter, area: QRectF, profile: Sequence[float], ink: QColor
    ) -> None:
        """The median of every layer, layer 1 on the left; what is no finite number leaves a gap."""
        known = [value for value in profile if math.isfinite(value)]
        if len(profile) < 2 or len(known) < 2:
            return
        low, high = min(known), max(known)
        if high - low < 1.0:  # less than a decade stays flat
            low, high = (low + high - 1.0) / 2, (low + high + 1.0) / 2
        pen = QPen(ink, 1.4)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        line = QPolygonF()
        for layer, value in enumerate(profile):
            if math.isfinite(value):
                line.append(
                    QPointF(
                        area.left() + area.width() * layer / (len(profile) - 1),
                        area.bottom() - area.height() * (value - low) / (high - low),
                    )
                )
            else:
                painter.drawPolyline(line)
                line = QPolygonF()
        painter.drawPolyline(line)

    def _paint_legend(self, painter: QPainter, top: float) -> None:
        theme = self._theme
        bar = QRectF(14, top + 6, _LEGEND_WIDTH, 12)
        gradient = QLinearGradient(bar.left(), 0, bar.right(), 0)
        for step in range(41):
            gradient.setColorAt(step / 40, shade_color(decades_at(step / 20 - 1), theme))
        painter.setPen(QPen(theme.panel_border, 1.0))
        painter.setBrush(gradient)
        painter.drawRect(bar)
        for tick in _TICKS:
            middle = bar.left() + (shade(tick) + 1) / 2 * bar.width()
            area = QRectF(middle - 30, bar.bottom() + 2, 60, 18)
            write(painter, area, tick_text(tick), theme.text_muted, scale=0.85, how=CENTER)

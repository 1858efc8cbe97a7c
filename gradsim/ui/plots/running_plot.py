"""What each part has taken or given by a layer, as staircases from the cost down."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gradsim.ui.plots.axes import DecadeAxis, LayerAxis
from gradsim.ui.plots.line_samples import PaintSample, line_across
from gradsim.ui.plots.plot import Plot
from gradsim.ui.plots.run_curve import DENSE, RunLine
from gradsim.ui.theme import Theme, ThemeController
from gradsim.viewmodels.gradients.breakdown.running import Running
from gradsim.viewmodels.gradients.decades import Span, decade_span

TOTAL = "total"
_DASHES: dict[str, tuple[float, ...]] = {
    "weights": (6.0, 3.0),
    "remedies": (7.0, 3.0, 1.5, 3.0),
    "inputs": (1.5, 2.5),
    "samples": (1.5, 2.5),
    "sizes": (10.0, 4.0),
}
_LINES = ("activation", "weights", "remedies", "inputs", "samples", "sizes", TOTAL)


def part_pen(name: str, theme: Theme, *, thin: bool = False) -> QPen:
    """The law of colours, and a dash of its own for each part; the total is ink and widest."""
    color: QColor = {
        "activation": theme.activation,
        "weights": theme.linear,
        "inputs": theme.linear,
        "remedies": theme.remedy,
        TOTAL: theme.text,
    }.get(name, theme.text_muted)
    width = 1.0 if thin else 2.4 if name == TOTAL else 1.6
    pen = QPen(color, width)
    if name in _DASHES:
        pen.setDashPattern([length * 1.6 / width for length in _DASHES[name]])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def part_sample(name: str) -> PaintSample:
    """A piece of a part's line, for a legend."""
    return partial(_paint_sample, name)


def _paint_sample(name: str, painter: QPainter, area: QRectF, theme: Theme) -> None:
    painter.setPen(part_pen(name, theme))
    line_across(painter, area)


class RunningPlot(Plot):
    """Layers across, factors of ten up; every staircase begins at 1 above the last layer."""

    def __init__(
        self, theme: ThemeController, *, zoomable: bool = True, parent: QWidget | None = None
    ) -> None:
        self._layer_axis = LayerAxis()
        super().__init__(
            theme, DecadeAxis("left"), self._layer_axis, zoomable=zoomable, parent=parent
        )
        self._lines = {name: RunLine() for name in _LINES}
        for height, line in enumerate(self._lines.values()):
            line.setZValue(height)
            self.view.addItem(line, ignoreBounds=True)
        self._shown: Running | None = None
        self.file_stem = "attribution-running"
        self.recolor()

    @property
    def most_steps(self) -> int:
        """How many groups of layers the width can tell apart."""
        return max(16, min(400, int(self.width() / 2)))

    def show_running(self, running: Running | None) -> None:
        """Draw these sums, or none."""
        thin = self._thin
        self._shown = running
        if self._thin != thin:
            self.recolor_data(self.controller.theme)
        drawn = {} if running is None else {part.name: part.decades for part in running.parts}
        if running is not None:
            drawn[TOTAL] = running.total
        nothing = np.zeros(0)
        for name, line in self._lines.items():
            if running is not None and name in drawn:
                line.set_points(*running.steps(drawn[name]))
            else:
                line.set_points(nothing, nothing)
        if running is None:
            self.reading.set_stops(nothing)
            return
        depth = running.attribution.depth
        self._layer_axis.set_layers(depth)
        # A little room on the right, where a first step down would fall onto the frame.
        across = Span(0.5, depth + 0.5 + depth / 60)
        self.fitted.fit(across, decade_span([*drawn.values(), np.zeros(1)]))
        self.reading.set_stops(running.attribution.centers)

    def mark_layers(self, layers: Sequence[int]) -> None:
        """Shade the chosen layers' columns, or the groups that hold them."""
        shown = self._shown
        self.backdrop.set_bands(() if shown is None else shown.attribution.columns_of(layers))

    def recolor_data(self, theme: Theme) -> None:
        """The parts' colours."""
        for name, line in self._lines.items():
            line.set_pen(part_pen(name, theme, thin=self._thin))

    @property
    def _thin(self) -> bool:
        return self._shown is not None and len(self._shown.attribution.first) >= DENSE

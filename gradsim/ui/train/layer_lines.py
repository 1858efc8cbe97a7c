"""A number of every layer as a line over the steps, beside the heat map of the same numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QWidget

from gradsim.ui.plots.overlay import Cursor
from gradsim.ui.plots.plot import Plot
from gradsim.ui.plots.run_curve import RunLine
from gradsim.ui.theme import Theme, ThemeController
from gradsim.ui.train.cost_plot import StepAxis
from gradsim.ui.train.instruments.layer_scale import DECADES, LayerScale
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.decades import Span
from gradsim.viewmodels.notation import layer_number

Floats = npt.NDArray[np.float64]
MOST_LINES = 8
"""More would not be told apart; of deeper networks these stand evenly, both ends among them."""
MOST_POINTS = 240
_DENSE = 120
"""From so many steps on, lines are one pixel wide: wide antialiased ones cost 100 ms a redraw."""
_ROOM = 0.07
"""Share of the width that stays free on the right, for the layers' numbers."""

_APART = 0.06
"""Share of the height that two numbers stand apart, at least."""


class LayerLines(Plot):
    """Up to eight lines, from pale at layer 1 to strong at the output, each with its number.

    A line breaks where a number has no place on the scale: a 0 among decades, or one lost.
    """

    step_chosen = Signal(int)
    """The step that was clicked, or chosen with Enter."""

    def __init__(
        self,
        theme: ThemeController,
        scale: LayerScale = DECADES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, scale.axis(), StepAxis(), parent=parent)
        self._scale = scale
        self._lines = [RunLine(dots=True) for _ in range(MOST_LINES)]
        self._numbers = [pg.TextItem(anchor=(0.0, 0.5)) for _ in range(MOST_LINES)]
        self._moment = Cursor()
        self._values: Floats = np.empty((0, 1))
        self._steps: Floats = np.empty(0)
        self.layers: tuple[int, ...] = ()
        """The layers that have a line, from 1."""
        for item in (*self._lines, *self._numbers, self._moment):
            self.view.addItem(item, ignoreBounds=True)
        self.reading.set_reader(self._read)
        self.stop_chosen.connect(self._choose_step)
        self.file_stem = "gradient-per-step"
        self.recolor()

    def show_values(self, values: Floats, steps: Floats) -> None:
        """Show numbers of the scale, (rows, L), at these steps, (rows,)."""
        self._values, self._steps = values, steps
        count = values.shape[1]
        places = np.linspace(1, count, min(MOST_LINES, count)).round().astype(int)
        self.layers = tuple(int(each) for each in places) if len(steps) else ()
        drawn = [np.where(np.isfinite(v), v, np.nan) for v in values.T[places - 1]]
        for index, (line, number) in enumerate(zip(self._lines, self._numbers, strict=True)):
            shown = index < len(self.layers)
            line.setVisible(shown)
            number.hide()
            if shown:
                line.set_points(steps, drawn[index])
        low = float(steps[0]) if len(steps) else 0.0
        high = max(float(steps[-1]) if len(steps) else 1.0, low + 1.0)
        span = self._scale.span(drawn)
        self._put_numbers(drawn, span)
        self.fitted.fit(Span(low, high + _ROOM * (high - low)), span)
        self.reading.set_stops(steps)
        self._ink(self.controller.theme)

    def _choose_step(self, stop: int) -> None:
        self.step_chosen.emit(int(self._steps[stop]))

    def _put_numbers(self, drawn: Sequence[Floats], span: Span) -> None:
        """Put each layer's number at the end of its line, where it covers no other: both ends
        first."""
        taken: list[float] = []
        count = len(self.layers)
        for index in sorted(range(count), key=lambda each: each not in (0, count - 1)):
            known = np.flatnonzero(np.isfinite(drawn[index]))
            if not len(known):
                continue
            height = float(drawn[index][known[-1]])
            if any(abs(height - other) < _APART * span.length for other in taken):
                continue
            taken.append(height)
            number = self._numbers[index]
            number.setText(str(layer_number(self.layers[index])))
            number.setPos(float(self._steps[known[-1]]), height)
            number.show()

    def mark(self, step: float | None) -> None:
        """Mark the moment that is looked back at."""
        self._moment.move(step)

    def recolor_data(self, theme: Theme) -> None:
        """Ink from pale to strong."""
        self._moment.recolor(theme.focus)
        self._ink(theme)

    def _ink(self, theme: Theme) -> None:
        for index, (line, number) in enumerate(zip(self._lines, self._numbers, strict=True)):
            strong = index / max(1, len(self.layers) - 1)
            color = _between(theme.ink[3], theme.ink[0], strong)
            thick = 1.0 if len(self._steps) > _DENSE else 1.2 + 0.8 * strong
            pen: QPen = pg.mkPen(color, width=thick)
            line.set_pen(pen)
            number.setFont(self.small_font())
            number.setColor(theme.text)

    def _read(self, stop: int) -> Sequence[str]:
        if stop >= len(self._steps):
            return ()
        lines = [self.tr("step {step}").format(step=words.count(int(self._steps[stop])))]
        for layer in reversed(self.layers):
            told = self._scale.told(float(self._values[stop, layer - 1]))
            lines.append(
                self.tr("layer {layer}: {value}").format(layer=layer_number(layer), value=told)
            )
        return lines


def _between(low: QColor, high: QColor, share: float) -> QColor:
    pairs = zip(_rgb(low), _rgb(high), strict=True)
    return QColor(*(round(a + share * (b - a)) for a, b in pairs))


def _rgb(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()

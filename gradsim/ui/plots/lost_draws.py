"""The draws of a spread that have no place on the axis: a tick in the gutter for each layer."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtGui import QBrush

from gradsim.engine.scaling import State
from gradsim.ui.plots.gutter import Gutter
from gradsim.ui.theme import Theme

Floats = npt.NDArray[np.float64]
_SIZE = 9.0


class LostDraws:
    """Upright ticks, unlike any marker of a run."""

    def __init__(self, above: pg.ViewBox, below: pg.ViewBox) -> None:
        self._items = []
        for box in (above, below):
            item = pg.ScatterPlotItem(symbol="|", size=_SIZE)
            item.setZValue(2)
            box.addItem(item, ignoreBounds=True)
            self._items.append(item)

    def recolor(self, theme: Theme) -> None:
        """A muted grey."""
        for item in self._items:
            item.setPen(pg.mkPen(theme.text_muted, width=1.5))
            item.setBrush(QBrush(theme.text_muted))

    def show(self, lost: Mapping[State, Floats], above: Gutter, below: Gutter) -> None:
        """Mark the layers in which draws hold each state."""
        for item, gutter in zip(self._items, (above, below), strict=True):
            layers, rows = [np.zeros(0)], [np.zeros(0)]
            for state, where in lost.items():
                row = gutter.row_of(state)
                if row is not None and len(where):
                    layers.append(where)
                    rows.append(np.full(len(where), float(row)))
            item.setData(np.concatenate(layers), np.concatenate(rows))

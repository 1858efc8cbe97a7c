"""The rows above and below a log axis for what has no place on it: NaN, ∞, underflow, 0."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtGui import QColor, QFont

from gradsim.ui.plots.axes import Axis
from gradsim.viewmodels.gradients.decades import Span

ROW_HEIGHT = 19.0


class RowAxis(Axis):
    """The names of the rows, from the bottom up, without ticks."""

    def __init__(self) -> None:
        super().__init__("left")
        self.setStyle(tickLength=0)
        self._names: tuple[str, ...] = ()

    def set_names(self, names: tuple[str, ...]) -> None:
        """Row n stands at the height n."""
        self._names = names
        self.picture = None
        self.setRange(-0.5, max(len(names), 1) - 0.5)
        self.update()

    def labelled(self, span: Span, pixels: float) -> tuple[tuple[float, str], ...]:
        """Every name."""
        del span, pixels
        return tuple((float(row), name) for row, name in enumerate(self._names))


class Gutter:
    """Rows of one plot, one per state that occurs, hidden while none does.

    A row is the strip between n − ½ and n + ½ of `view`, counted from the bottom.
    """

    def __init__(self) -> None:
        self.axis = RowAxis()
        self.view = pg.ViewBox(enableMenu=False, enableMouse=False)
        self.view.disableAutoRange()
        self._rows: tuple[str, ...] | None = None
        self._labels: tuple[str, ...] = ()
        self.set_rows((), ())

    @property
    def labels(self) -> tuple[str, ...]:
        """The words beside the rows, from the bottom up."""
        return self._labels

    def set_rows(self, rows: Sequence[str], labels: Sequence[str]) -> bool:
        """Show `rows` (keys), from the bottom up, under `labels`; True if anything changed."""
        if tuple(rows) == self._rows and tuple(labels) == self._labels:
            return False
        self._rows, self._labels = tuple(rows), tuple(labels)
        height = ROW_HEIGHT * len(rows)
        for item in (self.axis, self.view):
            item.setMinimumHeight(height)
            item.setMaximumHeight(height)
            # Not setVisible: an axis takes its width back only in a show of its own.
            if rows:
                item.show()
            else:
                item.hide()
        self.view.setYRange(-0.5, max(len(rows), 1) - 0.5, padding=0)
        self.axis.set_names(self._labels)
        return True

    def row_of(self, key: str) -> int | None:
        """The row of a state, from the bottom; None where it is not shown."""
        return self._rows.index(key) if self._rows and key in self._rows else None

    def recolor(self, background: QColor, line: QColor, text: QColor, font: QFont) -> None:
        """Colours and font of a theme."""
        self.view.setBackgroundColor(background)
        self.axis.recolor(line, text, font)

"""A plot with rows above and below its axis, which are as wide as it and there while needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from gradsim.ui.plots.axes import Axis
from gradsim.ui.plots.gutter import Gutter
from gradsim.ui.plots.plot import MAIN_ROW, Plot
from gradsim.ui.theme import Theme, ThemeController

_GAP = 7.0
"""Between a gutter and the axis, whose last label its words would touch otherwise."""


class GutteredPlot(Plot):
    """Keeps the gutters `_above` and `_below`; subclasses name their rows and draw into them."""

    def __init__(
        self,
        theme: ThemeController,
        left: Axis,
        bottom: Axis,
        *,
        zoomable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, left, bottom, zoomable=zoomable, parent=parent)
        self._above, self._below = Gutter(), Gutter()
        for gutter, row in ((self._above, MAIN_ROW - 1), (self._below, MAIN_ROW + 1)):
            self.grid.addItem(gutter.axis, row, 0)
            self.grid.addItem(gutter.view, row, 1)
        self.view.sigXRangeChanged.connect(self._align_gutters)

    @property
    def gutter_labels(self) -> tuple[str, ...]:
        """The words of the gutters that are shown: above from the bottom up, then below."""
        return tuple(each for each in (*self._above.labels, *self._below.labels) if each)

    def set_gutter_rows(self, above: Mapping[str, str], below: Mapping[str, str]) -> None:
        """Show these rows, words by keys, from the bottom up."""
        changed = False
        for gutter, rows in ((self._above, above), (self._below, below)):
            changed |= gutter.set_rows(tuple(rows), tuple(rows.values()))
        if changed:
            for row, gutter in ((MAIN_ROW - 1, self._above), (MAIN_ROW, self._below)):
                self.grid.setRowSpacing(row, _GAP if gutter.labels else 0.0)
            self.follow_range()

    def recolor_data(self, theme: Theme) -> None:
        """A muted ground for the gutters; subclasses add their ink."""
        font = self.small_font()
        for gutter in (self._above, self._below):
            gutter.recolor(theme.hover, theme.text_muted, theme.text_muted, font)

    def extra_labels(self) -> Sequence[str]:
        """The gutters' words need room beside the axis too."""
        return self.gutter_labels

    def left_axes(self) -> Sequence[Axis]:
        """The gutters' axes too."""
        return (self.left_axis, self._above.axis, self._below.axis)

    def _align_gutters(self) -> None:
        low, high = self.view.viewRange()[0]
        for gutter in (self._above, self._below):
            gutter.view.setXRange(low, high, padding=0)

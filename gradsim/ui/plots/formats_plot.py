"""A profile in several number formats, with the layers at which each loses it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gradsim.ui.plots.drop_lines import Drop, DropLines
from gradsim.ui.plots.profile_plot import ProfilePlot
from gradsim.ui.theme import Theme, ThemeController


class FormatsPlot(ProfilePlot):
    """The exact profile in the style of the present run, the formats in those after it."""

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        self._drops = DropLines()
        super().__init__(theme, parent=parent)
        self.view.addItem(self._drops, ignoreBounds=True)
        self.file_stem = "gradient-in-formats"

    @property
    def drops(self) -> tuple[Drop, ...]:
        """The marks that are drawn."""
        return self._drops.drops

    def mark_losses(self, drops: Sequence[Drop]) -> None:
        """Draw a line where a format loses the gradient."""
        self._drops.set_drops(drops)

    def recolor_data(self, theme: Theme) -> None:
        """The marks too."""
        super().recolor_data(theme)
        self._drops.recolor(theme, self.small_font())

"""The profile plot fed from its view model: runs, chosen layer, float limits, readout, words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from gradsim.ui.plots.overlay import Mark
from gradsim.ui.plots.profile_plot import ProfilePlot, RunProfile
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.decades import Span
from gradsim.viewmodels.gradients.precision import limits_within
from gradsim.viewmodels.gradients.profile_table import profile_table
from gradsim.viewmodels.gradients.tables import Table
from gradsim.viewmodels.gradients.view import GradientsView, ShownRun

if TYPE_CHECKING:
    from gradsim.ui.plots.export.subject import CaptionLine


class ProfileView(QWidget):
    """A plot; words in its place while there are no numbers."""

    def __init__(
        self, view: GradientsView, theme: ThemeController, *, zoomable: bool = True
    ) -> None:
        super().__init__()
        self._view = view
        self.plot = ProfilePlot(theme, zoomable=zoomable)
        self.plot.reading.set_reader(self._readout)
        self.plot.table = self._table
        self.plot.caption = self._caption
        self.plot.configuration = view.configuration_of_runs
        self.message = QLabel()
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self.message.setProperty("muted", True)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.plot)
        self._stack.addWidget(self.message)
        self._limits = True
        view.changed.connect(self.refresh)
        view.layer_changed.connect(self._mark_layers)
        self.plot.stop_chosen.connect(self._choose_stop)
        self.plot.view.sigYRangeChanged.connect(self._mark_limits)
        self._retranslate()

    def refresh(self) -> None:
        """Draw the newest numbers; after a failure the last good ones stay, greyed by words."""
        runs = [
            RunProfile(run.style, run.profile)
            for run in self.shown_runs()
            if run.profile is not None
        ]
        if not runs:
            self.message.setText(self._view.problem or self.tr("Computing…"))
            self._stack.setCurrentWidget(self.message)
            return
        self._stack.setCurrentWidget(self.plot)
        self.plot.set_titles(self.symbol(), self.tr("layer"))
        self.plot.show_runs(runs)

    def shown_runs(self) -> Sequence[ShownRun]:
        """What is drawn; for subclasses that draw another magnitude."""
        return self._view.shown_runs()

    def symbol(self) -> str:
        """The name of the axis."""
        return self._view.symbol()

    def show_limits(self, shown: bool) -> None:
        """Draw the limits of the number formats, or leave them out."""
        self._limits = shown
        self._mark_limits()

    def _mark_limits(self) -> None:
        low, high = self.plot.view.viewRange()[1]
        limits = limits_within(Span(low, high)) if self._limits else ()
        self.plot.mark_heights(
            [Mark(each.log10, words.text(each.message), each.strong) for each in limits]
        )

    def _mark_layers(self) -> None:
        self.plot.mark_layers(self._view.chosen_layers())

    def _choose_stop(self, stop: int) -> None:
        self._view.choose_layer(stop + 1)

    def _readout(self, stop: int) -> Sequence[str]:
        return self._view.readout(stop + 1)

    def _table(self) -> Table:
        return profile_table(self._view)

    def _caption(self) -> Sequence[CaptionLine]:
        scope = self._view.scope()
        heading = f"{self.symbol()}, {words.text(scope)}" if scope else self.symbol()
        lines: list[CaptionLine] = [(None, heading)]
        now = words.translated("Profile", "now")
        for run in self._view.shown_runs():
            name = self._view.name_of(run) or self.tr("the same as now")
            lines.append((run.style, f"{run.letter or now}: {name}"))
        return lines

    def _retranslate(self) -> None:
        self.plot.setAccessibleName(self.tr("Gradient per layer"))
        self.plot.setAccessibleDescription(
            self.tr("Arrow keys read the magnitude layer by layer, Enter selects the layer")
        )
        self.refresh()
        self._mark_limits()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

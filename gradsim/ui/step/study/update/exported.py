"""The picture of the cost along a step, as a file: its caption, what made it, and its numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gradsim.ui.plots.export.subject import CanvasSubject
from gradsim.ui.plots.pictures import CaptionLine
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.configuration import configuration_of
from gradsim.viewmodels.gradients.tables import Table
from gradsim.viewmodels.step.update.told import equation
from gradsim.viewmodels.step.update.update import Update


class ExportedStep(CanvasSubject):
    """Speaks for the plot of one Update."""

    def __init__(self, plot: QWidget, theme: ThemeController, update: Update) -> None:
        super().__init__(plot, theme, "cost-along-step")
        self._update = update
        self.caption = self._lines
        self.configuration = self._made_of
        self.table = self._numbers

    def _lines(self) -> Sequence[CaptionLine]:
        outcome, plot = self._update.outcome, self.widget
        step = "" if outcome is None else equation(self._update, outcome)
        told = plot.accessibleName(), step, plot.accessibleDescription()
        return tuple((None, each) for each in told if each)

    def _made_of(self) -> Sequence[str]:
        outcome = self._update.outcome
        return configuration_of(None if outcome is None else outcome.result)

    def _numbers(self) -> Table:
        from gradsim.viewmodels.step.picture_tables import step_table

        outcome = self._update.outcome
        return Table((), ()) if outcome is None else step_table(outcome)

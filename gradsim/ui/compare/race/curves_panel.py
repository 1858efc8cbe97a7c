"""The curves of the race, cost above right answers, each with its readout and its numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel

from gradsim.ui.compare.race.score_plot import ScorePlot
from gradsim.ui.panel import Panel
from gradsim.ui.plots.export.subject import CaptionLine
from gradsim.ui.segmented import Segmented
from gradsim.ui.splitter import RememberedSplitter
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.tables import Table
from gradsim.viewmodels.race.field_words import field_lines
from gradsim.viewmodels.race.moment import RacerMoment
from gradsim.viewmodels.race.session import RaceSession
from gradsim.viewmodels.race.wording import right_text
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.training.run_state import RunState


class CurvesPanel(Panel):
    """Draws the samples trained on, or those kept aside where there are some."""

    def __init__(self, session: RaceSession, theme: ThemeController, settings: Settings) -> None:
        super().__init__()
        self._session = session
        self.costs, self.rights = ScorePlot(theme), ScorePlot(theme, right=True)
        self.samples = Segmented(("trained", "aside"))
        self.samples.show_value("trained")
        self.hint = QLabel()
        self.hint.setProperty("muted", True)
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._aside = False
        self.header.addWidget(self.samples)
        split = self._split = RememberedSplitter(
            "compare-race-curves", Qt.Orientation.Vertical, settings
        )
        for plot in (self.costs, self.rights):
            split.addWidget(plot)
        split.settle([220, 150], [3, 2])
        self.body.addWidget(split, 1)
        self.body.addWidget(self.hint, 1)
        self.costs.reading.set_reader(self._read_cost)
        self.rights.reading.set_reader(self._read_right)
        self.costs.table = self._cost_table
        self.rights.table = self._right_table
        for plot in (self.costs, self.rights):
            plot.caption = self._caption
            plot.configuration = self._configuration
        self.samples.chosen.connect(self._choose)
        self._retranslate()

    def refresh(self) -> None:
        """Draw the newest curves."""
        racers = [each for each in self._session.racing if each.started]
        plan = self._session.field.plan
        self.samples.setVisible(plan.validation > 0)
        self._aside = self._aside and plan.validation > 0
        self._split.setVisible(bool(racers))
        self.hint.setVisible(not racers)
        self.hint.setText(self._missing())
        rights = any(not np.isnan(each.now("accuracy")) for each in racers)
        self.rights.setVisible(rights)
        self.set_title(self.tr("Cost and right answers") if rights else self.tr("Cost"))
        out = {each.number - 1 for each in racers if each.divergence is not None}
        for plot, name in ((self.costs, self._column("cost")), (self.rights, self._right)):
            if plot is self.rights and not rights:
                continue
            shown = {each.number - 1: (each.column("step"), each.column(name)) for each in racers}
            plot.show_scores(shown, out)

    def _missing(self) -> str:
        """Why there are no curves."""
        session = self._session
        if not session.entrants.racers:
            return self.tr("Let two to four networks into the race to see who learns.")
        if session.state is RunState.broken:
            return self.tr("No racer could start, so there are no curves.")
        return self.tr("Start the race, or take one step, to see the curves.")

    @property
    def _right(self) -> str:
        return self._column("accuracy")

    def _column(self, name: str) -> str:
        return f"validation_{name}" if self._aside else name

    def _choose(self, samples: str) -> None:
        self._aside = samples == "aside"
        self.refresh()

    def _read_cost(self, stop: int) -> Sequence[str]:
        return self._read(self.costs, self._column("cost"), stop)

    def _read_right(self, stop: int) -> Sequence[str]:
        return self._read(self.rights, self._right, stop)

    def _read(self, plot: ScorePlot, name: str, stop: int) -> Sequence[str]:
        """The step, and what each racer had there."""
        if stop >= len(plot.stops):
            return ()
        step = plot.stops[stop]
        lines = [self.tr("step {step}").format(step=words.count(int(step)))]
        for racer in self._session.racing:
            value = _value_at(racer, name, float(step))
            if value is not None:
                text = right_text(value) if name.endswith("accuracy") else words.number(value, 5)
                line = self.tr("racer {racer}: {value}")
                lines.append(line.format(racer=racer.number, value=text))
        return lines

    def _cost_table(self) -> Table:
        return self._table(self._column("cost"))

    def _right_table(self) -> Table:
        return self._table(self._right)

    def _table(self, name: str) -> Table:
        from gradsim.viewmodels.race.tables import score_table

        return score_table(self._session.racing, name)

    def _caption(self) -> Sequence[CaptionLine]:
        """The racers, and which samples their curves are of where there are two kinds."""
        if self._session.field.plan.validation <= 0:
            return race_caption(self._session)
        said = (
            self.tr("Curves of the samples kept aside")
            if self._aside
            else self.tr("Curves of the samples trained on")
        )
        return [(None, said), *race_caption(self._session)]

    def _configuration(self) -> Sequence[str]:
        return field_lines(self._session.field)

    def _retranslate(self) -> None:
        self.samples.set_text(
            "trained", self.tr("All samples"), self.tr("Curves of the samples trained on")
        )
        self.samples.set_text(
            "aside", self.tr("Kept aside"), self.tr("Curves of the samples kept aside")
        )
        self.costs.setAccessibleName(self.tr("Cost of every racer over the steps"))
        self.rights.setAccessibleName(self.tr("Right answers of every racer over the steps"))
        self.costs.set_titles(self.tr("cost"), self.tr("step"))
        self.rights.set_titles(self.tr("right"), self.tr("step"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def race_caption(session: RaceSession) -> Sequence[CaptionLine]:
    """A line for each racer, for an exported picture."""
    return [
        (each.number - 1, f"{each.number}  {session.name(each.number)}")
        for each in session.racing
        if each.started
    ]


def _value_at(racer: RacerMoment, name: str, step: float) -> float | None:
    at = np.flatnonzero(racer.column("step") == step)
    if not len(at):
        return None
    value = float(racer.column(name)[at[0]])
    return None if np.isnan(value) else value

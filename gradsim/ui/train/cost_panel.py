"""The card of the cost: its three lines, what they are, and the numbers behind them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel

from gradsim.project.training.history import COLUMNS
from gradsim.ui.panel import Panel
from gradsim.ui.plots.export.subject import CaptionLine
from gradsim.ui.theme import ThemeController
from gradsim.ui.train.cost_plot import ALL, ASIDE, BATCH, CostPlot, LineSample
from gradsim.viewmodels import words
from gradsim.viewmodels.configuration import configuration
from gradsim.viewmodels.gradients.tables import Table
from gradsim.viewmodels.training.moment import Moment
from gradsim.viewmodels.training.session import TrainingSession


class CostPanel(Panel):
    """The plot with its legend; `first` is the first row of the run that is drawn."""

    def __init__(self, session: TrainingSession, theme: ThemeController) -> None:
        super().__init__()
        self.session = session
        self.first = 0
        self._drawn: tuple[object, int] = ((), -1)
        self.plot = CostPlot(theme)
        self.hint = QLabel()
        """Why there is nothing to draw."""
        self.legend = {line: QLabel() for line in (BATCH, ALL, ASIDE)}
        """The names of the lines, in the order in which they stand."""
        self._samples = {line: LineSample(line, theme) for line in self.legend}
        self.header.addStretch(1)
        for line, label in self.legend.items():
            label.setProperty("muted", True)
            self.header.addWidget(self._samples[line])
            self.header.addWidget(label)
        self.hint.setProperty("muted", True)
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self.plot, 1)
        self.body.addWidget(self.hint, 1)
        self.plot.reading.set_reader(self._read_cost)
        self.plot.table = self._table
        self.plot.caption = self._caption
        self.plot.configuration = self._configuration
        self._retranslate()

    def refresh(self) -> None:
        """Name the lines that are drawn, or say why there are none."""
        self._tell_empty(self.session.shown)
        self.legend[ALL].setText(self._name_of_samples())

    def show_moment(self, moment: Moment | None, first: int) -> None:
        """Draw the rows of a moment from row `first` on, unless they stand there already; or say
        why there are none."""
        self.first = first
        rows = () if moment is None else moment.rows
        self._tell_empty(moment)
        if rows is self._drawn[0] and first == self._drawn[1]:
            return
        self._drawn = rows, first
        if moment is None or not rows:
            nothing = np.empty(0)
            self.plot.show_costs(nothing, nothing, nothing, nothing)
            return
        columns = ("step", "batch_cost", "cost", "validation_cost")
        self.plot.show_costs(*(moment.column(name, first) for name in columns))

    def _tell_empty(self, moment: Moment | None) -> None:
        empty = moment is None or not moment.rows
        self.plot.setVisible(not empty)
        self.hint.setVisible(empty)
        for line, label in self.legend.items():
            shown = not empty and (line is not ASIDE or self._aside())
            label.setVisible(shown)
            self._samples[line].setVisible(shown)
        broken = moment is not None and moment.divergence is not None
        self.hint.setText(
            self.tr("The run broke before there was a cost to draw.")
            if broken
            else self.tr("Start the run, or take one step, to see the cost.")
        )

    def _read_cost(self, stop: int) -> Sequence[str]:
        moment = self.session.shown
        if moment is None or self.first + stop >= len(moment.rows):
            return ()
        row = moment.rows[self.first + stop]
        step, batch, cost, aside = (
            float(row[COLUMNS.index(name)])
            for name in ("step", "batch_cost", "cost", "validation_cost")
        )
        penalty = float(row[COLUMNS.index("penalty")])
        lines = [self.tr("step {step}").format(step=words.count(int(step)))]
        for label, value in (
            (self.tr("batch"), batch),
            (self._name_of_samples(), cost),
            (self.tr("kept aside"), aside),
            (self.tr("penalties"), penalty if moment.penalized else np.nan),
        ):
            if not np.isnan(value):
                lines.append(f"{label}  {words.number(value)}")
        return lines

    def _name_of_samples(self) -> str:
        """What the strong line is the cost of."""
        return self.tr("trained on") if self._aside() else self.tr("all samples")

    def _aside(self) -> bool:
        return self.session.project.training.validation > 0

    def _table(self) -> Table:
        moment = self.session.moment
        names: tuple[str, ...] = (
            "step",
            "epoch",
            "rate",
            "batch_cost",
            "cost",
            "validation_cost",
            "accuracy",
        )
        if moment is not None and moment.penalized:
            names = (*names, "penalty")
        if moment is None:
            return Table(names, ())
        columns = [moment.column(name).tolist() for name in names]
        rows = tuple(
            tuple(None if x != x else int(x) if i < 2 else x for i, x in enumerate(row))
            for row in zip(*columns, strict=True)
        )
        return Table(names, rows)

    def _caption(self) -> Sequence[CaptionLine]:
        """The plan, and the legend as it stands on screen."""
        plan = self.session.project.training
        optimizer = words.translated("Optimizer", _label(plan.optimizer.name))
        return [
            (None, f"{optimizer}, η = {words.number(plan.rate)}"),
            *(
                (line, label.text())
                for line, label in self.legend.items()
                if line is not ASIDE or self._aside()
            ),
        ]

    def _configuration(self) -> Sequence[str]:
        return configuration(self.session.project)

    def _retranslate(self) -> None:
        self.set_title(self.tr("Cost"))
        self.legend[ASIDE].setText(self.tr("kept aside"))
        self.legend[BATCH].setText(self.tr("batch"))
        self.plot.setAccessibleName(self.tr("Cost over the steps"))
        self.plot.set_titles(self.tr("cost"), self.tr("step"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _label(optimizer: str) -> str:
    from gradsim.engine.training import OPTIMIZERS

    return OPTIMIZERS[optimizer].label

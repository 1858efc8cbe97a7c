"""Whose fault one cell is: the attribution of the draw in its middle, measured when asked for."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, Signal

from gradsim.engine.problems import Problem
from gradsim.engine.statistics import Statistic
from gradsim.project.sweeps import CellResult, Draw, measure_draw, middle_seed
from gradsim.viewmodels.gradients.attribution import Attribution, attribution_of
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome

Asked = tuple[CellResult, int | None, str, str]
"""The cell, the sample, quantity and statistic."""


class GridCause(QObject):
    """Measures the middle draw of one cell at a time, newest wins; bars of one draw add up."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: Asked | None = None
        self._draw: Draw | None = None
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._take)

    @property
    def draw(self) -> Draw | None:
        """The draw that is explained, once it is measured."""
        return self._draw

    def ask(self, asked: Asked | None) -> None:
        """Explain a cell; None for nothing."""
        same = asked is not None and self._asked is not None and asked[0] is self._asked[0]
        if same and asked is not None and asked[1:] == (self._asked or ())[1:]:
            return
        self._asked, self._draw = asked, None
        self._jobs.cancel()
        if asked is not None and asked[0].project is not None and asked[0].ratios is not None:
            self._submit(*asked)
        self.changed.emit()

    def attribution(self, most_bars: int) -> Attribution | None:
        """The bars of the chosen quantity; None while they are not known."""
        if self._draw is None or self._asked is None:
            return None
        _, _, quantity, statistic = self._asked
        rms = statistic == "rms"
        return attribution_of(self._draw.measurement, quantity, most_bars, rms=rms)

    def finish(self) -> None:
        """Wait for the numbers: for a picture."""
        self._jobs.finish()

    def shut_down(self) -> None:
        """End the thread."""
        self._jobs.shut_down()

    def _submit(
        self, result: CellResult, sample: int | None, quantity: str, statistic: str
    ) -> None:
        project, seeds, ratios = result.project, result.seeds, result.ratios
        assert project is not None
        assert ratios is not None
        seed = middle_seed(seeds, ratios[quantity, cast(Statistic, statistic)])

        def work(cancelled: Cancel) -> Draw:
            draw = measure_draw(project, seed, sample, cancelled)
            _ = draw.measurement.columns  # made here, off the window's thread
            return draw

        self._jobs.submit(work, replace=True)

    def _take(self, outcome: Outcome) -> None:
        if isinstance(outcome.error, Problem):
            return  # the cell itself says so
        if outcome.error is not None:
            raise outcome.error
        self._draw = outcome.value
        self.changed.emit()

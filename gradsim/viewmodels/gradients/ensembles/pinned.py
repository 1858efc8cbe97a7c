"""The ensembles of the pins: as many seeds as the open project has, measured after it, in peace."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from gradsim.engine.ensembles import EnsembleMeasurement, joined
from gradsim.engine.problems import Problem
from gradsim.project.ensembles import ensemble_seeds, measure_project
from gradsim.project.model import Project
from gradsim.viewmodels.gradients.ensembles.live import LiveEnsemble
from gradsim.viewmodels.gradients.ensembles.seed_count import COUNTS
from gradsim.viewmodels.gradients.ensembles.stages import MOST_PARAMETERS
from gradsim.viewmodels.gradients.runs import Run, Runs
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome
from gradsim.viewmodels.single_shot import single_shot


class _Pinned(Struct, frozen=True, eq=False):
    """The seeds of one pinned project in one scope; without a measurement it has none."""

    project: Project
    sample: int | None
    measurement: EnsembleMeasurement | None = None

    @property
    def count(self) -> int:
        return 0 if self.measurement is None else len(self.measurement.seeds)


class PinnedEnsembles(QObject):
    """Works only while the open project's ensemble does not; an edit stops it."""

    changed = Signal()

    def __init__(self, runs: Runs, live: LiveEnsemble, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs = runs
        self._live = live
        self._kept: dict[str, _Pinned] = {}
        self._active = False
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._receive)
        self._soon = single_shot(self, 0, self._go_on)
        for signal in (runs.changed, live.progressed, live.seeds.changed):
            signal.connect(self._soon.start)

    def measurement(self, run: Run) -> EnsembleMeasurement | None:
        """The seeds of a pin in the scope in which it is drawn; None while there are none."""
        kept = self._kept.get(run.letter)
        if kept is None or not _is_of(kept, run) or self._live.wanted == 1:
            return None
        return kept.measurement

    @property
    def busy(self) -> bool:
        """Whether seeds of a pin are missing that will come."""
        return self._jobs.busy or self._soon.isActive()

    def set_active(self, active: bool) -> None:
        """Work only while somebody looks."""
        self._active = active
        if active:
            self._soon.start()
        else:
            self._jobs.cancel()

    def finish(self) -> None:
        """Wait until every pin has its seeds: for a picture."""
        while self._missing() is not None:
            self._go_on()
            self._jobs.finish()

    def shut_down(self) -> None:
        """End the thread."""
        self._active = False
        self._soon.stop()
        self._jobs.shut_down()

    def _missing(self) -> tuple[Run, _Pinned] | None:
        """The first pin that lacks seeds, and what it has."""
        if not self._active or self._live.wanted == 1 or self._live.busy:
            return None
        for run in self._runs.pins:
            if run.measurement is None or run.problem is not None:
                continue
            if run.project.network.parameter_count > MOST_PARAMETERS:
                continue
            kept = self._kept.get(run.letter)
            if kept is None or not _is_of(kept, run):
                return run, _Pinned(run.project, run.sample)
            if kept.measurement is not None and kept.count < self._live.wanted:
                return run, kept
        return None

    def _go_on(self) -> None:
        letters = {run.letter for run in self._runs.pins}
        self._kept = {letter: kept for letter, kept in self._kept.items() if letter in letters}
        missing = self._missing()
        if missing is None:
            self._jobs.cancel()
            return
        if self._jobs.busy:
            return
        run, kept = missing
        stage = min(next(n for n in COUNTS if n > max(kept.count, 1)), self._live.wanted)
        seeds = ensemble_seeds(run.project, stage - kept.count, kept.count)

        def work(cancelled: Cancel) -> tuple[str, _Pinned]:
            try:
                found = measure_project(run.project, seeds, run.sample, cancelled=cancelled)
            except Problem:  # its single run has none, so this is rare; it stays without seeds
                return run.letter, _Pinned(run.project, run.sample)
            parts = [found] if kept.measurement is None else [kept.measurement, found]
            return run.letter, _Pinned(run.project, run.sample, joined(parts))

        self._jobs.submit(work)

    def _receive(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            raise outcome.error
        letter, found = outcome.value
        self._kept[letter] = found
        self.changed.emit()
        self._soon.start()


def _is_of(kept: _Pinned, run: Run) -> bool:
    return kept.project is run.project and kept.sample == run.sample

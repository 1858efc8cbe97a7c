"""The open project's ensemble: a few seeds while it changes, more and more while it rests."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from gradsim.engine.ensembles import EnsembleMeasurement, joined
from gradsim.engine.problems import Problem
from gradsim.project.ensembles import ensemble_seeds, measure_project
from gradsim.project.model import Project
from gradsim.viewmodels.gradients.ensembles.seed_count import COUNTS, SeedCount
from gradsim.viewmodels.gradients.ensembles.stages import (
    MOST_PARAMETERS,
    Kept,
    is_heavy,
    threads,
    too_large,
)
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome
from gradsim.viewmodels.simulation import Simulation
from gradsim.viewmodels.single_shot import single_shot

LULL_MS: Final = 120
"""After the last change of a heavy network, its first seeds are measured."""
REST_MS: Final = 300
"""So long after the last numbers an ensemble counts as resting, and grows."""
HURRY_MS: Final = 250
"""So long a stage of a project that has changed may go on, to show something in a drag."""


class LiveEnsemble(QObject):
    """Measures what the simulation has just published under the seeds that follow its own.

    Stages of 8, 20, 50, … seeds are joined, so that each is shown as soon as it is there. One job
    runs; a project that changes stops a refinement at once, and a first stage after a moment.
    """

    changed = Signal()
    """Another measurement, none any more, or fewer of its seeds are asked for."""
    progressed = Signal()
    """More seeds are done, or work began or ended."""
    _counted = Signal(int, int)

    def __init__(
        self, simulation: Simulation, seeds: SeedCount, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._simulation = simulation
        self.seeds = seeds
        self._active = False
        self._kept: Kept | None = None
        self._problem: Problem | None = None
        self._of: tuple[Project, int | None] | None = None
        self._refining = False
        self._stopped_at: tuple[Project, int | None] | None = None
        self._number = self._done = 0
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._receive)
        self._jobs.busy_changed.connect(self.progressed)
        self._counted.connect(self._count)
        self._rest = single_shot(self, REST_MS, self._refine)
        self._lull = single_shot(self, LULL_MS, self._begin)
        self._hurry = single_shot(self, HURRY_MS, self._jobs.hurry)
        simulation.published.connect(self._follow)
        simulation.failed.connect(self._follow)
        seeds.changed.connect(self._start_again)

    # state -----------------------------------------------------------------------------------

    @property
    def measurement(self) -> EnsembleMeasurement | None:
        """The seeds measured so far; of the last project until the first of a new one are in."""
        return None if self._kept is None else self._kept.measurement

    @property
    def count(self) -> int:
        """How many seeds of `measurement` are to be shown."""
        return 0 if self._kept is None else min(self._kept.count, self.seeds.count)

    @property
    def wanted(self) -> int:
        """How many seeds are asked for; 1 draws the project alone."""
        return self.seeds.count

    @property
    def done(self) -> int:
        """How many seeds of the present project are measured, those in work included."""
        return min(max(self._done, self.count if self.current else 0), self.wanted)

    @property
    def current(self) -> bool:
        """Whether the measurement is of the numbers on screen."""
        return self._kept is not None and self._kept_is_of(self._wanted_now())

    @property
    def busy(self) -> bool:
        """Whether seeds are missing that will come."""
        waits = self._rest.isActive() or self._lull.isActive()
        return self.wanted > 1 and (self._jobs.busy or waits)

    @property
    def stopped(self) -> bool:
        """Whether a person stopped the present ensemble before it was whole."""
        return self._stopped_at is not None and self._stopped_at == self._wanted_now()

    @property
    def problem(self) -> Problem | None:
        """Why there is no ensemble, where one was asked for."""
        return self._problem

    # what a person does ----------------------------------------------------------------------

    def set_active(self, active: bool) -> None:
        """Work only while somebody looks."""
        if active != self._active:
            self._active = active
            if active:
                self._follow()
            else:
                self._halt()

    def stop(self) -> None:
        """Keep the seeds that are there and measure no more of this project."""
        if self.busy:
            self._halt()
            self._stopped_at = self._wanted_now()
            self.progressed.emit()

    def resume(self) -> None:
        """Go on after a stop."""
        if self.stopped:
            self._start_again()

    def finish(self) -> None:
        """Wait until every seed is there: for a picture."""
        while self.busy:
            if self._lull.isActive():
                self._begin()
            self._rest.stop()
            self._refine(now=True)
            self._jobs.finish()

    def shut_down(self) -> None:
        """End the thread."""
        self._active = False
        self._halt()
        self._jobs.shut_down()

    # inside ----------------------------------------------------------------------------------

    def _wanted_now(self) -> tuple[Project, int | None] | None:
        result = self._simulation.result
        if result is None or self._simulation.problem is not None:
            return None
        return result.project, result.sample

    def _kept_is_of(self, wanted: tuple[Project, int | None] | None) -> bool:
        kept = self._kept
        return kept is not None and wanted is not None and (kept.project, kept.sample) == wanted

    def _start_again(self) -> None:
        self._stopped_at = None
        self.changed.emit()
        self._follow()

    def _follow(self, _error: object = None) -> None:
        """Measure the numbers on screen, unless that is done, going on, or not asked for."""
        if not self._active:
            return
        wanted = self._wanted_now()
        if wanted is None or self.wanted == 1:
            self._drop(None)
            return
        project = wanted[0]
        if project.network.parameter_count > MOST_PARAMETERS:
            self._drop(too_large(project))
            return
        self._problem = None
        if self._kept_is_of(wanted):
            if wanted != self._of:
                self._jobs.cancel()  # whatever runs is of another project
            self._of = wanted
            if self._kept is not None and self._kept.count < self.wanted and not self.stopped:
                self._rest.start()
            self.progressed.emit()
        elif not self.stopped and (self._of != wanted or not self._jobs.busy):
            other_shape = self._kept is not None and (
                self._kept.project.network.widths != project.network.widths
            )
            if other_shape:
                self._kept = None
                self.changed.emit()
            self._rest.stop()
            self._of = wanted
            if is_heavy(project, wanted[1], self._simulation.result):
                self._lull.start()  # the hand moves on, and the window needs the processor
            else:
                self._begin(replace=self._refining or other_shape)

    def _begin(self, *, replace: bool = True) -> None:
        """The first stage; with `replace` whatever runs is stopped for it."""
        self._lull.stop()
        if self._of is not None:
            self._submit(0, replace=replace)
            self._hurry.start()

    def _drop(self, problem: Problem | None) -> None:
        had, self._kept, self._problem = self._kept, None, problem
        self._halt()
        if had is not None or problem is not None:
            self.changed.emit()
        self.progressed.emit()

    def _halt(self) -> None:
        for timer in (self._rest, self._lull, self._hurry):
            timer.stop()
        self._jobs.cancel()
        self._refining = False
        self._of, self._done = None, 0

    def _refine(self, *, now: bool = False) -> None:
        """The next stage, once no button is held down any more."""
        if not now and QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._rest.start()
            return
        kept = self._kept
        if kept is None or not self._kept_is_of(self._wanted_now()) or self._jobs.busy:
            return
        if kept.count < self.wanted and not self.stopped:
            self._submit(kept.count, replace=True)

    def _submit(self, have: int, *, replace: bool) -> None:
        assert self._of is not None
        project, sample = self._of
        kept = self._kept if have else None
        stage = min(next(each for each in COUNTS if each > max(have, 1)), self.wanted)
        seeds = ensemble_seeds(project, stage - have, have)
        number = self._number + 1

        def progress(done: int) -> None:
            self._counted.emit(number, have + done)

        def work(cancelled: Cancel) -> Kept:
            found = measure_project(
                project, seeds, sample, threads=threads(), progress=progress, cancelled=cancelled
            )
            parts = [found] if kept is None else [kept.measurement, found]
            return Kept(project, sample, joined(parts))

        self._refining, self._done = bool(have), have
        self._number = self._jobs.submit(work, replace=replace)
        self.progressed.emit()

    def _count(self, number: int, done: int) -> None:
        if number == self._number and self._jobs.busy:
            self._done = done
            self.progressed.emit()

    def _receive(self, outcome: Outcome) -> None:
        newest = outcome.number == self._number
        if isinstance(outcome.error, Problem):
            if newest:
                self._drop(outcome.error)
            return
        if outcome.error is not None:
            raise outcome.error
        found, wanted = outcome.value, self._wanted_now()
        if wanted is None or found.project.network.widths != wanted[0].network.widths:
            return
        self._kept = found
        self._done = 0
        self.changed.emit()
        if newest and found.count < self.wanted:
            # What was refined already goes on at once; a first stage waits for rest.
            self._rest.start(0 if self._refining else REST_MS)
        self.progressed.emit()

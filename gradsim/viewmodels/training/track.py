"""The worker's side of a run: steps at the chosen speed, and moments left to be fetched."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from msgspec.structs import replace

from gradsim.engine.training import Plan
from gradsim.project.model import Project
from gradsim.project.training import Readings, Run
from gradsim.viewmodels.jobs import Cancel
from gradsim.viewmodels.pacing import SHOWN_EVERY, Pacing
from gradsim.viewmodels.training.moment import Moment, moment_of
from gradsim.viewmodels.training.snapshots import Snapshots

_SCORE_SHARE: Final = 16.0
"""How many times as long as the last scores took steps are taken before the next, so that
their line follows the run."""
_READ_SHARE: Final = 40.0
"""The same for a reading of the layers, which the instruments over the steps show."""
_PORTION: Final = 0.01
"""Seconds of steps between two looks at whether to go on."""


class Track(Pacing[Moment]):
    """One run with its snapshots. The worker alone steps it; the window stops it and fetches.

    A run that is given up is let go of as a whole, so that nobody waits for the step in hand.
    """

    def __init__(self, project: Project, plan: Plan) -> None:
        super().__init__()
        self.project, self.plan = project, plan
        self.run: Run | None = None
        self._snapshots: Snapshots | None = None
        self._readings: Readings | None = None
        self._scored_at = self._read_at = 0.0

    def work(self, steps: int | None, seen: Callable[[Track], None], cancelled: Cancel) -> Moment:
        """Take `steps` steps, go to the end of the epoch (0), or on until stopped (None).

        `seen` is told that a moment waits to be fetched; not again before it was.

        Raises
        ------
        Problem
            If the data cannot be loaded or do not fit, or the plan cannot be carried out.
        """
        run, snapshots, readings = self._prepared()
        last = None if steps is None else run.steps + steps
        if steps == 0:
            size = run.trainer.batches.per_epoch
            last = (run.steps // size + 1) * size

        def ended() -> bool:
            return self.stopped or cancelled() or (last is not None and run.steps >= last)

        shown, pause = time.monotonic(), SHOWN_EVERY
        while not ended():
            if not self._advance(run, snapshots, 0.0 if self.speed else _PORTION, last):
                break
            if time.monotonic() - shown >= pause and not ended():
                begun = time.monotonic()
                self._leave(_moment(run, snapshots, readings), seen)
                shown = time.monotonic()
                pause = self.pause_after(shown - begun)
            if not ended():
                self._rest()
        readings.read()
        return _moment(run, snapshots, readings)

    def _prepared(self) -> tuple[Run, Snapshots, Readings]:
        if self.run is None or self._snapshots is None or self._readings is None:
            self.run = Run(self.project, self.plan, scored=False)
            self._snapshots = Snapshots(self.run.trainer)
            self._readings = Readings(self.run.trainer)
        return self.run, self._snapshots, self._readings

    def _advance(self, run: Run, snapshots: Snapshots, seconds: float, last: int | None) -> bool:
        """Steps for so long, at least one; False where the run can go no further."""
        until = time.monotonic() + seconds
        while last is None or run.steps < last:
            if not run.advance(1):
                return False
            snapshots.offer(run.trainer)
            self._score(run)
            self._read(run.steps)
            if time.monotonic() >= until:
                break
        return True

    def _score(self, run: Run) -> None:
        """Score all samples, unless that was done a little while ago."""
        now = time.monotonic()
        if now >= self._scored_at:
            run.remember_scores(run.trainer.scores())
            done = time.monotonic()
            self._scored_at = done + _SCORE_SHARE * (done - now)

    def _read(self, steps: int) -> None:
        """Read the layers after 1, 2, 4, 8 … steps, and whenever the last reading is long ago."""
        now = time.monotonic()
        if self._readings is not None and (now >= self._read_at or not steps & (steps - 1)):
            self._readings.read()
            done = time.monotonic()
            self._read_at = done + _READ_SHARE * (done - now)


def _moment(run: Run, snapshots: Snapshots, readings: Readings) -> Moment:
    moment = moment_of(run, snapshots)
    run.remember_scores(moment.scores)
    return replace(moment, rows=run.history.rows(), readings=readings.kept())

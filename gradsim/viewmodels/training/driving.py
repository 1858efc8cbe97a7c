"""A run that is driven: started, paused, stepped at a speed, all off the window's thread."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from gradsim.engine.problems import Problem
from gradsim.viewmodels.jobs import Jobs, Outcome
from gradsim.viewmodels.training.moment import Moment
from gradsim.viewmodels.training.run_state import RunState
from gradsim.viewmodels.training.track import Track

SPEEDS: Final = (1, 5, 25, 100, 0)
"""Steps a second; 0 for as many as can be."""


class Driving(QObject):
    """Steps one track on the worker's thread and keeps its newest moment.

    Whoever inherits says which track it is, and what is forgotten with it.
    """

    changed = Signal()
    """State, problem, speed, or whether the project was edited meanwhile."""
    progressed = Signal()
    """`moment` or `shown` is another."""
    _seen = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = RunState.idle
        self.moment: Moment | None = None
        """The newest moment of the run."""
        self.problem: Problem | None = None
        self.speed = 0
        self._track: Track | None = None
        self._jobs = Jobs(self, making_way=False)
        self._jobs.finished.connect(self._end_job)
        self._seen.connect(self._show, Qt.ConnectionType.QueuedConnection)

    @property
    def steps(self) -> int:
        """How many steps were taken, as far as is known."""
        return 0 if self.moment is None else self.moment.steps

    @property
    def busy(self) -> bool:
        """Whether steps are being taken."""
        return self.state is RunState.running

    def set_speed(self, steps_a_second: int) -> None:
        """Take one of SPEEDS; it acts at once."""
        if steps_a_second != self.speed:
            self.speed = steps_a_second
            if self._track is not None:
                self._track.set_speed(steps_a_second)
            self.changed.emit()

    def start(self) -> None:
        """Go on until told otherwise."""
        self._go(None)

    def step(self, steps: int = 1) -> None:
        """Take so many steps and pause."""
        self._go(steps)

    def epoch(self) -> None:
        """Go on to the end of the epoch and pause."""
        self._go(0)

    def pause(self) -> None:
        """Stop after the step in hand."""
        if self._track is not None:
            self._track.stop()

    def toggle(self) -> None:
        """Start or pause."""
        if self.state is RunState.running:
            self.pause()
        else:
            self.start()

    def _track_to_step(self) -> Track | None:
        """The track to take steps of now; None where none may be taken."""
        raise NotImplementedError

    def _forget(self) -> None:
        """There is no run any more."""
        raise NotImplementedError

    def _go(self, steps: int | None) -> None:
        if self.state in (RunState.running, RunState.broken):
            return
        track = self._track_to_step()
        if track is None:
            return
        self.problem = None
        track.ready()
        track.set_speed(self.speed)
        self._jobs.submit(lambda cancelled: track.work(steps, self._seen.emit, cancelled))
        self._set_state(RunState.running)

    def _show(self, track: Track) -> None:
        moment = track.fetch()
        if moment is not None and track is self._track and self.state is RunState.running:
            self._take_newest(moment)

    def _take_newest(self, moment: Moment) -> None:
        self.moment = moment
        self.progressed.emit()

    def _end_job(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self._forget()
            if isinstance(outcome.error, Problem):
                self.problem = outcome.error
            self._set_state(RunState.idle)
            self.progressed.emit()
            if self.problem is None:
                raise outcome.error
            return
        self.moment = outcome.value
        self._set_state(rest_of(outcome.value))
        self._take_newest(outcome.value)

    def _set_state(self, state: RunState) -> None:
        self.state = state
        self.changed.emit()


def rest_of(moment: Moment) -> RunState:
    """What a run is that stopped at `moment`."""
    return RunState.paused if moment.divergence is None else RunState.broken

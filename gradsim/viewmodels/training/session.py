"""The training run of the open project: started, paused, stepped, taken over, all off the window.

The run itself lives on the worker's thread alone: the window asks for steps and is shown moments.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from gradsim.engine.initialization import Parameters, TypedLayer
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.model import Project
from gradsim.project.training import Run, trained_project
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.training.moment import Moment, moment_of
from gradsim.viewmodels.training.plan_model import PlanModel

_SHOWN_EVERY: Final = 0.05
"""Seconds between two moments that are shown."""
_PORTION: Final = 0.01
"""Seconds of steps between two looks at the clock."""
SPEEDS: Final = (1, 5, 25, 100, 0)
"""Steps a second; 0 for as many as can be."""
_TAKE = QT_TRANSLATE_NOOP("Undo", "Training run of {steps} steps")


class RunState(StrEnum):
    """idle: no step was taken. broken: the next step cannot be taken."""

    idle = "idle"
    running = "running"
    paused = "paused"
    broken = "broken"


class TrainingSession(QObject):
    """At most one run, of the project as it stood when its first step was taken."""

    changed = Signal()
    """State, problem, speed, or whether the project was edited meanwhile."""
    progressed = Signal()
    """`moment` is another."""
    _seen = Signal(object)

    def __init__(
        self, document: Document, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.plan = PlanModel(document, settings, self)
        self.state = RunState.idle
        self.moment: Moment | None = None
        self.problem: Problem | None = None
        self.speed = 0
        self._project: Project | None = None
        self._run: Run | None = None
        self._start: Parameters | None = None
        self._stop = threading.Event()
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._end_job)
        self._seen.connect(self._show, Qt.ConnectionType.QueuedConnection)
        document.project_changed.connect(self._follow_project)

    @property
    def edited(self) -> bool:
        """Whether the project is no longer the one that is trained."""
        return self._project is not None and self._document.project != self._project

    @property
    def steps(self) -> int:
        """How many steps were taken, as far as is shown."""
        return 0 if self.moment is None else self.moment.steps

    @property
    def project(self) -> Project:
        """The project that is trained; before the first step the open one."""
        return self._document.project if self._project is None else self._project

    @property
    def busy(self) -> bool:
        """Whether steps are being taken."""
        return self._jobs.busy

    def set_speed(self, steps_a_second: int) -> None:
        """Take one of SPEEDS; it acts at once."""
        if steps_a_second != self.speed:
            self.speed = steps_a_second
            self.changed.emit()

    def start(self) -> None:
        """Go on until told otherwise."""
        if self.state not in (RunState.running, RunState.broken) and not self.edited:
            self._go(None)

    def step(self, steps: int = 1) -> None:
        """Take so many steps and pause."""
        if self.state not in (RunState.running, RunState.broken) and not self.edited:
            self._go(steps)

    def epoch(self) -> None:
        """Go on to the end of the epoch and pause."""
        if self.state in (RunState.running, RunState.broken) or self.edited:
            return
        self._go(0)

    def pause(self) -> None:
        """Stop after the step in hand."""
        self._stop.set()

    def toggle(self) -> None:
        """Start or pause."""
        if self.state is RunState.running:
            self.pause()
        else:
            self.start()

    def reset(self) -> None:
        """Forget the run: the next one begins with the open project."""
        self._stop.set()
        self._jobs.cancel()
        self._jobs.finish()
        self._project = self._run = self._start = self.moment = self.problem = None
        self._set_state(RunState.idle)
        self.progressed.emit()

    def branch(self) -> None:
        """Begin a run of the edited project from the numbers trained so far, where they fit.

        A layer whose shape changed is drawn. The numbers are typed into the project, as one undo
        step.
        """
        moment, edited = self.moment, self._document.project
        if moment is None or not self.edited or self.busy:
            return
        trained = _with_trained(edited, moment.parameters)
        self.reset()
        self._edit(trained, moment.steps)

    def take(self) -> None:
        """Type the trained numbers into the project: one undo step for the whole run."""
        if self.moment is None or not self.moment.steps or self.busy or self.edited:
            return
        taken = trained_project(self.project, self.moment.parameters)
        # The run goes on from here; what it trains is now what is open.
        self._project = taken
        self._edit(taken, self.moment.steps)

    def finish(self) -> None:
        """Wait for the steps that were asked for, and show them: for a picture."""
        self._jobs.finish()

    def shut_down(self) -> None:
        """Stop the thread; nothing is shown afterwards."""
        self._stop.set()
        self._jobs.shut_down()

    def _edit(self, project: Project, steps: int) -> None:
        self._document.edit(Message.of("Undo", _TAKE, steps=steps), project)
        self.changed.emit()

    def _go(self, steps: int | None) -> None:
        if self.busy:
            return
        self._stop.clear()
        self.problem = None
        if self._project is None:
            self._project = self._document.project
        self._jobs.submit(self._work(self._project, steps))
        self._set_state(RunState.running)

    def _work(self, project: Project, steps: int | None) -> Callable[[Cancel], Moment]:
        """What the worker does: `steps` steps, to the end of the epoch (0), or endlessly (None)."""
        plan = self.plan.plan

        def work(cancelled: Cancel) -> Moment:
            if self._run is None:
                self._run = Run(project, plan, scored=False)
                self._start = self._run.trainer.parameters
            run = self._run
            last = None if steps is None else run.steps + steps
            if steps == 0:
                size = run.trainer.batches.per_epoch
                last = (run.steps // size + 1) * size
            shown = time.monotonic()
            if run.steps == 0 and self._advance(run, 1):
                run.history.score(run.trainer.scores())  # so that its line begins where it does
            while not (self._stop.is_set() or cancelled()) and (last is None or run.steps < last):
                if not self._advance(run, last):
                    break
                if time.monotonic() - shown >= _SHOWN_EVERY:
                    self._seen.emit(self._moment(run))
                    shown = time.monotonic()
            return self._moment(run)

        return work

    def _advance(self, run: Run, last: int | None) -> bool:
        """A few steps at the chosen speed; False where the run can go no further."""
        if self.speed:
            going = run.advance(1)
            self._stop.wait(1.0 / self.speed)
            return going
        until = time.monotonic() + _PORTION
        while time.monotonic() < until and (last is None or run.steps < last):
            if not run.advance(1):
                return False
        return True

    def _moment(self, run: Run) -> Moment:
        assert self._start is not None
        moment = moment_of(run, self._start)
        run.history.score(moment.scores)
        return replace(moment, rows=run.history.rows())

    def _show(self, moment: Moment) -> None:
        if self.state is RunState.running:
            self.moment = moment
            self.progressed.emit()

    def _end_job(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            if not isinstance(outcome.error, Problem):
                raise outcome.error
            self.problem, self._project = outcome.error, None
            self._set_state(RunState.idle)
            return
        self.moment = outcome.value
        broken = outcome.value.divergence is not None
        self._set_state(RunState.broken if broken else RunState.paused)
        self.progressed.emit()

    def _set_state(self, state: RunState) -> None:
        self.state = state
        self.plan.lock(state is not RunState.idle)
        self.changed.emit()

    def _follow_project(self) -> None:
        if self._project is None:
            self.problem = None
        elif self.edited:
            self.pause()
        self.changed.emit()


def _with_trained(project: Project, parameters: Parameters) -> Project:
    """`project` with the trained numbers typed where their shapes are those of its layers."""
    typed = list(project.parameters)
    widths = project.network.widths
    pairs = zip(parameters.weights, parameters.biases, strict=True)
    for index, (weights, biases) in enumerate(pairs):
        fits = index < project.network.depth
        if fits and weights.shape == (widths[index + 1], widths[index]):
            typed[index] = TypedLayer(weights, biases)
    return replace(project, parameters=tuple(typed))

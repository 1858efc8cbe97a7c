"""The training run of the open project: started, paused, stepped, taken over, all off the window.

The run itself lives on the worker's thread alone: the window asks for steps and is shown moments.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.model import Project
from gradsim.project.training import trained_project, with_trained
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.jobs import Jobs, Outcome
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.training.moment import Moment, moment_back
from gradsim.viewmodels.training.plan_model import PlanModel
from gradsim.viewmodels.training.run_state import RunState
from gradsim.viewmodels.training.snapshots import Snapshot
from gradsim.viewmodels.training.track import Track

SPEEDS: Final = (1, 5, 25, 100, 0)
"""Steps a second; 0 for as many as can be."""
_TAKE = QT_TRANSLATE_NOOP("Undo", "Training run of {steps} steps")


class TrainingSession(QObject):
    """At most one run, of the project as it stood when its first step was taken."""

    changed = Signal()
    """State, problem, speed, or whether the project was edited meanwhile."""
    progressed = Signal()
    """`moment` or `shown` is another."""
    _seen = Signal(object)

    def __init__(
        self, document: Document, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.plan = PlanModel(document, settings, self)
        self.state = RunState.idle
        self.moment: Moment | None = None
        """The newest moment of the run."""
        self.problem: Problem | None = None
        self.speed = 0
        self._project: Project | None = None
        self._track: Track | None = None
        self._back: Snapshot | None = None
        self._moment_back: Moment | None = None
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._end_job)
        self._back_jobs = Jobs(self)
        self._back_jobs.finished.connect(self._end_look)
        self._seen.connect(self._show, Qt.ConnectionType.QueuedConnection)
        document.project_changed.connect(self._follow_project)
        document.loaded.connect(self._follow_load)

    @property
    def edited(self) -> bool:
        """Whether the project is no longer the one that is trained."""
        return self._project is not None and self._document.project != self._project

    @property
    def steps(self) -> int:
        """How many steps were taken, as far as is known."""
        return 0 if self.moment is None else self.moment.steps

    @property
    def project(self) -> Project:
        """The project that is trained; before the first step the open one."""
        return self._document.project if self._project is None else self._project

    @property
    def busy(self) -> bool:
        """Whether steps are being taken."""
        return self.state is RunState.running

    @property
    def shown(self) -> Moment | None:
        """What is to be seen: the newest moment, or the one that is looked back at."""
        return self.moment if self._moment_back is None else self._moment_back

    @property
    def looking_back(self) -> bool:
        """Whether an earlier moment was chosen; it is `shown` as soon as it is worked out."""
        return self._back is not None

    @property
    def position(self) -> int:
        """Which moment was chosen, as an index of the newest one's snapshots; their number stands
        for the newest moment itself."""
        kept = () if self.moment is None else self.moment.snapshots
        if self._back is None:
            return len(kept)
        return max(bisect_right(kept, self._back.steps, key=lambda each: each.steps) - 1, 0)

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

    def reset(self) -> None:
        """Forget the run: the next one begins with the open project."""
        self.pause()
        self._jobs.cancel()
        self._forget()
        self.problem = None
        self._set_state(RunState.idle)
        self.progressed.emit()

    def look_back(self, position: int) -> None:
        """Show the run as it was at one of the snapshots; from their number on, the newest."""
        kept = () if self.moment is None else self.moment.snapshots
        position = max(position, 0)
        if position >= len(kept):
            self._look_at(None)
        else:
            self._look_at(kept[position])

    def look_back_to(self, step: int) -> None:
        """Show the run as it was after `step` steps, or at the snapshot nearest to that."""
        moment = self.moment
        if moment is None:
            return
        choices = [each.steps for each in moment.snapshots] + [moment.steps]
        self.look_back(min(range(len(choices)), key=lambda index: abs(choices[index] - step)))

    def branch(self) -> None:
        """Begin another run from the numbers of the moment shown, where they fit what is open.

        A layer whose shape was edited is drawn. The numbers are typed into the project, as one
        undo step; the plan can be changed, and the optimizer remembers nothing.
        """
        moment, edited = self.shown, self._document.project
        if moment is None or not (self.edited or self.looking_back) or self.busy:
            return
        if self.looking_back and self._moment_back is None:
            return
        trained = with_trained(edited, moment.parameters)
        self.reset()
        self._edit(trained, moment.steps)

    def take(self) -> None:
        """Type the numbers of the moment shown into the project: one undo step for the whole run.

        The run itself stays where it is.
        """
        moment = self.shown
        if moment is None or not moment.steps or self.busy or self.edited:
            return
        if self.looking_back and self._moment_back is None:
            return
        taken = trained_project(self.project, moment.parameters)
        # The run goes on from here; what it trains is now what is open.
        self._project = taken
        self._edit(taken, moment.steps)

    def finish(self) -> None:
        """Wait for what was asked for, and show it: for a picture."""
        self._jobs.finish()
        self._back_jobs.finish()

    def shut_down(self) -> None:
        """Stop the threads; nothing is shown afterwards."""
        self.pause()
        self._jobs.shut_down()
        self._back_jobs.shut_down()

    def _edit(self, project: Project, steps: int) -> None:
        self._document.edit(Message.of("Undo", _TAKE, steps=steps), project)
        self.changed.emit()

    def _forget(self) -> None:
        self._back_jobs.cancel()
        self._project = self._track = self.moment = self._back = self._moment_back = None

    def _go(self, steps: int | None) -> None:
        if self.state in (RunState.running, RunState.broken) or self.edited:
            return
        self.problem = None
        self._look_at(None)
        if self._project is None or self._track is None:
            self._project = self._document.project
            self._track = Track(self._project, self.plan.plan)
        track = self._track
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
        if self._moment_back is not None:
            self._moment_back = self._moment_back.in_run_of(moment)
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
        broken = outcome.value.divergence is not None
        self._set_state(RunState.broken if broken else RunState.paused)
        self._take_newest(outcome.value)

    def _look_at(self, snapshot: Snapshot | None) -> None:
        if snapshot is self._back:
            return
        self._back = snapshot
        track, newest = self._track, self.moment
        if snapshot is None or track is None or track.run is None or newest is None:
            self._back = self._moment_back = None
            self._back_jobs.cancel()
            self.changed.emit()
            self.progressed.emit()
            return
        run, wanted, seen = track.run, snapshot, newest
        self._back_jobs.submit(lambda _cancelled: moment_back(run, seen, wanted))
        self.changed.emit()

    def _end_look(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            raise outcome.error
        if self._back is None or self.moment is None:
            return
        self._moment_back = outcome.value.in_run_of(self.moment)
        self.changed.emit()
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

    def _follow_load(self) -> None:
        """Another file was opened: the run was of the one that is gone."""
        if self._project is not None:
            self.reset()

"""The training run of the open project: started, paused, looked back at, kept, all off the window.

The run itself lives on the worker's thread alone: the window asks for steps and is shown moments.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.model import Project
from gradsim.project.training import branched, trained_project, without_trained
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.jobs import Jobs, Outcome
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.training.moment import Moment, moment_back
from gradsim.viewmodels.training.plan_model import PlanModel
from gradsim.viewmodels.training.run_state import RunState
from gradsim.viewmodels.training.snapshots import Snapshot
from gradsim.viewmodels.training.track import Track

SPEEDS: Final = (1, 5, 25, 100, 0)
"""Steps a second; 0 for as many as can be."""
_TAKE = QT_TRANSLATE_NOOP("Undo", "Training run of {steps} steps")
_PUT_BACK = QT_TRANSLATE_NOOP("Undo", "Put back the numbers before the run")
_RETURN = QT_TRANSLATE_NOOP("Undo", "Take the edit back")


@dataclass(frozen=True, slots=True, eq=False)
class _Left:
    """A run that another branched off from, to come back to by undo."""

    projects: tuple[Project, ...]
    track: Track
    moment: Moment


class TrainingSession(QObject):
    """At most one run, of the project as it stood when its first step was taken."""

    changed = Signal()
    """State, problem, speed, or whether the project was edited meanwhile."""
    progressed = Signal()
    """`moment` or `shown` is another."""
    _seen = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.plan = PlanModel(document, self)
        self.state = RunState.idle
        self.moment: Moment | None = None
        """The newest moment of the run."""
        self.problem: Problem | None = None
        self.speed = 0
        self.edited = False
        """Whether the open project is no longer one of the run's: what is to be done is asked."""
        self._open = document.open_project
        self._projects: tuple[Project, ...] = ()
        """What is trained, and after it the same with numbers that were kept; none before the
        first step."""
        self._grown: Snapshot | None = None
        """The moment that was looked at when the edit was made: its numbers are in the project."""
        self._left: _Left | None = None
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
    def edited_back(self) -> bool:
        """Whether the edit was made at an earlier moment, whose numbers the project then has."""
        return self._grown is not None

    @property
    def ready(self) -> bool:
        """Whether `shown` is the moment that was chosen, and no step is being taken."""
        back, shown = self._back, self._moment_back
        worked_out = back is None or (shown is not None and shown.steps == back.steps)
        return worked_out and not self.busy

    @property
    def edited_at(self) -> int:
        """The step from which the edited project would go on."""
        return self.steps if self._grown is None else self._grown.steps

    @property
    def steps(self) -> int:
        """How many steps were taken, as far as is known."""
        return 0 if self.moment is None else self.moment.steps

    @property
    def project(self) -> Project:
        """The project that is trained; before the first step the open one."""
        return self._projects[0] if self._projects else self._document.open_project

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
        self._let_go()
        self._come_back()
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
        undo step; the optimizer remembers nothing. Undo comes back to the run that was left.
        """
        moment, track, grown = self.shown, self._track, self._grown
        if moment is None or track is None or not (self.edited or self.looking_back):
            return
        if not self.ready:
            return
        edited, projects, newest = self.edited, self._projects, self.moment
        if not edited:
            self._document.keep(_taken(moment))
        elif grown is None:
            project = branched(self._open, projects[0], moment.parameters)
            self._document.edit(_taken(moment), project)
        self._let_go()
        if newest is not None:
            self._left = _Left(projects, track, newest)
        self.progressed.emit()

    def take(self) -> None:
        """Type the numbers of the moment shown into the project: one undo step for the whole run.

        The run itself stays where it is.
        """
        moment = self.shown
        if moment is None or not moment.steps or self.edited or not self.ready:
            return
        taken = trained_project(self._open, moment.parameters)
        # The run goes on from here; what it trains may now be what is open.
        self._projects = (*self._projects, taken)
        if self._document.step_back is None:
            self._document.edit(_taken(moment), taken)
        else:
            self._document.keep(_taken(moment))

    def discard(self) -> None:
        """Forget the run and begin with the edited project, without the numbers of the run."""
        grown, began, edited = self._grown, self.project, self._open
        self.reset()
        if grown is not None:
            project = without_trained(edited, began, grown.parameters)
            self._document.edit(Message.of("Undo", _PUT_BACK), project)

    def cancel_edit(self) -> None:
        """Take back what was edited meanwhile: the run can go on."""
        if self.edited and not self._document.go_back(self._is_trained):
            self._document.edit(Message.of("Undo", _RETURN), self._projects[-1])

    def look_home(self) -> None:
        """Show the newest moment, and the open project, again."""
        self._look_at(None)

    def finish(self) -> None:
        """Wait for what was asked for, and show it: for a picture."""
        self._jobs.finish()
        self._back_jobs.finish()

    def shut_down(self) -> None:
        """Stop the threads; nothing is shown afterwards."""
        self.pause()
        self._jobs.shut_down()
        self._back_jobs.shut_down()

    def _let_go(self) -> None:
        self.pause()
        self._jobs.cancel()
        self._forget()
        self.problem = None
        self._set_state(RunState.idle)

    def _forget(self) -> None:
        self._back_jobs.cancel()
        self._projects, self.edited = (), False
        self._track = self.moment = self._back = self._moment_back = self._grown = None
        self._document.look_home()

    def _is_trained(self, project: Project) -> bool:
        """Whether `project` is one of the run's but for its title."""
        return any(replace(each, title=project.title) == project for each in self._projects)

    def _come_back(self) -> None:
        """Go back to the run that was left, where its project is open again."""
        left = self._left
        if left is None or self._projects:
            return
        self._projects = left.projects
        if not self._is_trained(self._open):
            self._projects = ()
            return
        self._left, self._track, self.moment = None, left.track, left.moment
        broken = left.moment.divergence is not None
        self._set_state(RunState.broken if broken else RunState.paused)
        self.progressed.emit()

    def _go(self, steps: int | None) -> None:
        if self.state in (RunState.running, RunState.broken) or self.edited:
            return
        self.problem = None
        self._look_at(None)
        if self._track is None:
            self._projects = (self._open,)
            self._track = Track(self._open, self._open.training)
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
            self._moment_back = replace(
                self._moment_back, rows=moment.rows, snapshots=moment.snapshots
            )
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
            self._document.look_home()
            self.changed.emit()
            self.progressed.emit()
            return
        run, wanted, seen = track.run, snapshot, newest
        self._back_jobs.submit(lambda _cancelled: moment_back(run, seen, wanted))
        self._show_everywhere(snapshot)
        self.changed.emit()

    def _show_everywhere(self, snapshot: Snapshot) -> None:
        """Let the whole window show the network as it then was; an edited one is left alone."""
        if not self.edited:
            then = trained_project(self._open, snapshot.parameters)
            self._document.look(then, snapshot.steps)

    def _end_look(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            raise outcome.error
        if self._back is None or self.moment is None:
            return
        self._moment_back = replace(
            outcome.value, rows=self.moment.rows, snapshots=self.moment.snapshots
        )
        self.changed.emit()
        self.progressed.emit()

    def _set_state(self, state: RunState) -> None:
        self.state = state
        self.changed.emit()

    def _follow_project(self) -> None:
        project = self._document.open_project
        if project is self._open:
            return  # it was only looked at
        self._open = project
        was_edited = self.edited
        self.edited = bool(self._projects) and not self._is_trained(project)
        if not self.edited:
            self._grown = None
        elif not was_edited:
            self._grown = self._back if self._document.edited_at_look else None
        if not self._projects:
            self.problem = None
            self._come_back()
        elif self.edited:
            self.pause()
        elif self._back is not None and self._document.step_back is None:
            self._show_everywhere(self._back)
        self.changed.emit()

    def _follow_load(self) -> None:
        """Another file was opened: the run was of the one that is gone."""
        self._left = None
        if self._projects:
            self.reset()


def _taken(moment: Moment) -> Message:
    return Message.of("Undo", _TAKE, steps=moment.steps)

"""The training run of the open project: what of it is shown, kept, branched off or discarded.

The run itself lives on the worker's thread alone: the window asks for steps and is shown moments.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from gradsim.project.model import Project
from gradsim.project.training import trained_project
from gradsim.viewmodels.commands import stands_in
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.training.driving import Driving, rest_of
from gradsim.viewmodels.training.edit_names import PUT_BACK, RETURN, taken
from gradsim.viewmodels.training.left_run import LeftRun
from gradsim.viewmodels.training.looking import Looking
from gradsim.viewmodels.training.moment import Moment
from gradsim.viewmodels.training.plan_model import PlanModel
from gradsim.viewmodels.training.run_state import RunState
from gradsim.viewmodels.training.snapshots import Snapshot
from gradsim.viewmodels.training.track import Track
from gradsim.viewmodels.training.trained import Trained


class TrainingSession(Driving):
    """At most one run, of the project as it stood when its first step was taken."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.plan = PlanModel(document, self)
        self._open = document.open_project
        self._trained = Trained()
        self._left: LeftRun | None = None
        self._dropped: LeftRun | None = None
        self._looking = Looking(self)
        self._looking.worked_out.connect(self._show_back)
        document.project_changed.connect(self._follow_project)
        document.loaded.connect(self._follow_load)

    @property
    def edited(self) -> bool:
        """Whether the open project is no longer that of the run: what is to be done is asked."""
        return self._trained.edited

    @property
    def edited_back(self) -> bool:
        """Whether the edit was made at an earlier moment, whose numbers the project then has."""
        return self._trained.grown is not None

    @property
    def edited_at(self) -> int:
        """The step with whose numbers the edited project would go on."""
        chosen = self._trained.grown or self._looking.snapshot
        return self.steps if chosen is None else chosen.steps

    @property
    def ready(self) -> bool:
        """Whether `shown` is the moment that was chosen, and no step is being taken."""
        return self._looking.ready and not self.busy

    @property
    def project(self) -> Project:
        """The project that is trained; before the first step the open one."""
        return self._trained.projects[0] if self._trained.projects else self._open

    @property
    def shown(self) -> Moment | None:
        """What is to be seen: the newest moment, or the one that is looked back at."""
        return self._looking.moment or self.moment

    @property
    def looking_back(self) -> bool:
        """Whether an earlier moment was chosen; it is `shown` as soon as it is worked out."""
        return self._looking.snapshot is not None

    @property
    def position(self) -> int:
        """Which moment was chosen, as an index of the newest one's snapshots; their number stands
        for the newest moment itself."""
        return self._looking.position(() if self.moment is None else self.moment.snapshots)

    @property
    def steps_dropped(self) -> int:
        """The steps of the run that was reset last and can be brought back; 0 if there is none.

        It can until another run begins, while its project is open.
        """
        left = self._dropped
        if left is None or self._trained.projects or not left.trained.is_one(self._open):
            return 0
        return left.moment.steps

    def reset(self) -> None:
        """Let go of the run: the next one begins with the open project."""
        dropped = None
        if self._track is not None and self.moment is not None and self.moment.steps:
            dropped = LeftRun(self._trained, self._track, self.moment)
            self._trained = Trained()
        self._let_go()
        self._dropped = dropped or self._dropped
        self._come_back()
        self.progressed.emit()

    def bring_back(self) -> None:
        """Take up again the run that was reset."""
        left = self._dropped
        if left is None or not self.steps_dropped:
            return
        self._dropped, self._trained = None, left.trained
        self._trained.follow(self._open, None)
        self._track, self.moment = left.track, left.moment
        self.problem = None
        # Where it was reset while it ran, it had come further than was seen.
        left.track.stop()
        self._jobs.submit(lambda cancelled: left.track.work(None, self._seen.emit, cancelled))
        self._set_state(RunState.running)
        self.progressed.emit()

    def look_back(self, position: int) -> None:
        """Show the run as it was at one of the snapshots; from their number on, the newest."""
        kept = () if self.moment is None else self.moment.snapshots
        position = max(position, 0)
        self._look_at(kept[position] if position < len(kept) else None)

    def look_at_newest(self) -> None:
        """Let the whole window show the network of the newest moment, which edits nothing."""
        newest = self.moment
        if newest is not None and not self.edited:
            self._look_at(Snapshot(newest.steps, newest.parameters, newest.update_ratios))

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
        moment, newest, track = self.shown, self.moment, self._track
        if moment is None or newest is None or track is None or not self.ready:
            return
        if not (self.edited or self.looking_back):
            return
        left = LeftRun(self._trained, track, newest)
        if self.edited:
            project = self._trained.branch_of(self._open, moment.parameters)
            self._document.edit(taken(self.edited_at), project)
        else:
            self._document.keep(taken(moment.steps))
        self._trained = Trained()
        self._let_go()
        self._left = left
        self.progressed.emit()

    def take(self) -> None:
        """Type the numbers of the moment shown into the project: one undo step for the whole run.

        The run itself stays where it is.
        """
        moment = self.shown
        if moment is None or not moment.steps or self.edited or not self.ready:
            return
        project = trained_project(self._open, moment.parameters)
        # The run goes on from here; what it trains may now be what is open.
        self._trained.keep(project, moment.parameters)
        if self._document.step_back is None:
            self._document.edit(taken(moment.steps), project)
        else:
            self._document.keep(taken(moment.steps))

    def discard(self) -> None:
        """Forget the run and begin with the edited project, without the numbers of the run."""
        project = self._trained.apart_from_run(self._open)
        self.reset()
        self._document.edit(PUT_BACK, project)

    def cancel_edit(self) -> None:
        """Take back what was edited meanwhile: the run can go on."""
        if self.edited and not self._document.go_back(self._trained.is_one):
            self._document.edit(RETURN, self._trained.projects[-1])

    def look_home(self) -> None:
        """Show the newest moment, and the open project, again."""
        self._look_at(None)

    def finish(self) -> None:
        """Wait for what was asked for, and show it: for a picture."""
        self._jobs.finish()
        self._looking.finish()

    def shut_down(self) -> None:
        """Stop the threads; nothing is shown afterwards."""
        self.pause()
        self._jobs.shut_down()
        self._looking.shut_down()

    def _let_go(self) -> None:
        self.pause()
        self._jobs.cancel()
        self._forget()
        self.problem = None
        self._set_state(RunState.idle)

    def _forget(self) -> None:
        self._trained.forget()
        self._looking.end()
        self._track = self.moment = None
        self._document.look_home()

    def _come_back(self) -> None:
        """Go back to the run that was left, where its project is open again."""
        left = self._left
        if left is None or not left.trained.is_one(self._open):
            return
        self._left, self._trained = None, left.trained
        self._trained.follow(self._open, None)
        self._track, self.moment = left.track, left.moment
        self._set_state(rest_of(left.moment))
        self.progressed.emit()

    def _track_to_step(self) -> Track | None:
        """The run goes on, or begins with the open project; not while an edit is to be decided."""
        if self.edited:
            return None
        self._look_at(None)
        if self._track is None:
            self._trained.begin(self._open)
            self._dropped = None
            self._track = Track(self._open, self._open.training)
        return self._track

    def _take_newest(self, moment: Moment) -> None:
        self._looking.follow(moment)
        super()._take_newest(moment)

    def _look_at(self, snapshot: Snapshot | None) -> None:
        if snapshot is self._looking.snapshot:
            return
        track, newest = self._track, self.moment
        if snapshot is None or track is None or track.run is None or newest is None:
            self._looking.end()
            self._document.look_home()
            self._show_back()
            return
        self._looking.begin(snapshot, track.run, newest)
        self._show_everywhere(snapshot)
        self.changed.emit()

    def _show_everywhere(self, snapshot: Snapshot) -> None:
        """Let the whole window show the network as it then was; an edited one is left alone."""
        if not self.edited:
            then = trained_project(self._open, snapshot.parameters)
            self._document.look(then, snapshot.steps)

    def _show_back(self) -> None:
        self.changed.emit()
        self.progressed.emit()

    def _follow_project(self) -> None:
        document, project = self._document, self._document.open_project
        if project is self._open:
            self._follow_look()
            return
        self._open = project
        back = self._looking.snapshot
        # Undo and redo are no edits of what is looked at now.
        edited_now = document.edited_at_look and not stands_in(document.undo_stack, project)
        self._trained.follow(project, back if edited_now else None)
        if not self._trained.projects:
            self.problem = None
            self._come_back()
        elif self.edited:
            self.pause()
        elif back is not None and document.step_back is None:
            self._show_everywhere(back)
        self.changed.emit()

    def _follow_look(self) -> None:
        """What is looked at changed; where others went home, the slider goes home with them."""
        back = self._looking.snapshot
        if back is None or self.edited or self._document.step_back is not None:
            return
        # The beginning of the run may be the open project itself.
        if trained_project(self._open, back.parameters) != self._open:
            self._looking.end()
            self._show_back()

    def _follow_load(self) -> None:
        """Another file was opened: the run was of the one that is gone."""
        self._left = None
        if self._trained.projects:
            self.reset()

"""The challenge that is worked on, graded live by what the simulation or the run measures."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.training import Plan
from gradsim.project.challenges import (
    CHALLENGES,
    CONTEXT,
    Challenge,
    Evidence,
    Grade,
    Measured,
    Stage,
    measured,
)
from gradsim.project.model import Project
from gradsim.viewmodels.challenges.progress import Progress, State
from gradsim.viewmodels.challenges.run_seen import run_seen
from gradsim.viewmodels.challenges.unsaved import Unsaved
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.simulation import Simulation
from gradsim.viewmodels.training.run_state import RunState
from gradsim.viewmodels.training.session import TrainingSession

_START: Final = QT_TRANSLATE_NOOP("Undo", "Start “{title}”")


class ChallengeSession(QObject):
    """At most one challenge is worked on; its parts follow each other as they are reached."""

    changed = Signal()
    """Challenge, part, grade, hints, or what the run can do."""

    def __init__(
        self,
        document: Document,
        simulation: Simulation,
        scope: Scope,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._simulation, self._scope = document, simulation, scope
        self.challenges = CHALLENGES
        """All there are, by name."""
        self.progress = Progress(settings)
        self.active: Challenge | None = None
        self.part = 0
        """Which of its parts is worked on, from 0."""
        self.hints_shown = 0
        """Of the present part."""
        self.grade: Grade | None = None
        """The newest grade of the present part; None before there is one."""
        self.solved = False
        """Whether the last part of the active challenge was reached."""
        self._start: tuple[Project, Plan] = (document.project, Plan())
        self._origin = document.origin
        self._was_outside = False
        self._unsaved = Unsaved(document, self._at_work, self)
        self._training: TrainingSession | None = None
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._take)
        simulation.published.connect(self._grade_network)
        simulation.failed.connect(self._forget_grade)
        document.project_changed.connect(self._follow_project)
        document.loaded.connect(self.leave)

    # what is worked on ---------------------------------------------------------------------------

    @property
    def stage(self) -> Stage | None:
        """The part that is worked on."""
        return None if self.active is None else self.active.stages[self.part]

    @property
    def hints(self) -> tuple[str, ...]:
        """Those of the present part that were asked for."""
        return () if self.stage is None else self.stage.hints[: self.hints_shown]

    @property
    def hints_left(self) -> int:
        """How many more the present part has."""
        return 0 if self.stage is None else len(self.stage.hints) - self.hints_shown

    @property
    def outside(self) -> bool:
        """Whether what is open did not come of the challenge's start: undo went back before it,
        or another network was opened over it."""
        return self.active is not None and self._document.origin is not self._origin

    @property
    def disposable(self) -> bool:
        """Whether all that is unsaved was made in challenges, so that nobody need ask about it."""
        return self._unsaved.disposable

    def state(self, name: str) -> State:
        """How far the challenge `name` ever came."""
        return self.progress.state(name)

    def solved_count(self) -> int:
        """How many challenges were solved."""
        return sum(self.state(name) is State.solved for name in self.challenges)

    # what a person does --------------------------------------------------------------------------

    def follow_training(self, training: TrainingSession) -> None:
        """Grade by the runs of this session, too."""
        if self._training is None:
            self._training = training
            training.progressed.connect(self._grade_run)
            training.changed.connect(self._grade_run)

    def start(self, name: str) -> None:
        """Begin a challenge from its first part: its project opens as one undo step."""
        challenge = self.challenges[name]
        self._jobs.cancel()
        self.active = None  # the run of an earlier attempt is graded no more
        project = challenge.start()
        self._start = (project, challenge.plan)
        self.progress.begin(name)
        title = Message.of(CONTEXT, challenge.title)
        self._unsaved.open(Message.of("Undo", _START, title=title), project)
        self._origin = self._document.origin
        self._document.look_home()  # the slider of a run of it may still stand back
        if challenge.workspace == "gradients":
            self._scope.choose(None)  # what is seen is then what is graded
        if challenge.trains and self._training is not None:
            self._training.reset()
        self.active, self.part, self.hints_shown = challenge, 0, 0
        self.grade, self.solved = None, False
        self.changed.emit()
        self._grade()

    def hint(self) -> None:
        """Show one more hint."""
        if self.hints_left and not self.solved:
            self.hints_shown += 1
            self.changed.emit()

    def leave(self) -> None:
        """Work on no challenge any more; the project stays as it is."""
        if self.active is not None:
            self._jobs.cancel()
            self.active = self.grade = None
            self.part = self.hints_shown = 0
            self.solved = False
            self.changed.emit()

    def finish(self) -> None:
        """Wait for the grade: for a picture."""
        self._jobs.finish()

    def shut_down(self) -> None:
        """End the grading thread."""
        self._jobs.shut_down()

    # the run of a part that trains ---------------------------------------------------------------

    @property
    def steps_left(self) -> int:
        """How many steps the run still takes until it can be graded at its end; 0 where none."""
        stage, training = self.stage, self._training
        if stage is None or training is None or training.state is RunState.broken:
            return 0
        return 0 if training.edited else max(stage.steps - training.steps, 0)

    @property
    def training(self) -> bool:
        """Whether steps are being taken."""
        return self._training is not None and self._training.busy

    def train(self) -> None:
        """Take the steps that are left; where none are, forget the run, so that one can begin."""
        if self._training is None or self.stage is None or self.training:
            return
        if self.steps_left:
            self._training.step(self.steps_left)
        else:
            self._training.reset()

    # grading -------------------------------------------------------------------------------------

    def _at_work(self) -> bool:
        return self.active is not None and not self.outside

    def _follow_project(self) -> None:
        """What the training session makes of another project is graded when it tells."""
        if self.outside:
            self._forget_grade()
        if self.outside != self._was_outside:
            self._was_outside = self.outside
            self.changed.emit()

    def _grade(self) -> None:
        self._grade_network()
        self._grade_run()

    def _grade_network(self) -> None:
        """Grade the open network off the window's thread, by the numbers that were published.

        An earlier moment of a run that is looked at is not what is open.
        """
        stage, simulation = self.stage, self._simulation
        result = simulation.result
        if stage is None or self.solved or stage.means != "measurement" or self.outside:
            return
        if result is None or result.project is not self._document.open_project:
            return  # its numbers are on the way
        start, plan = self._start
        project, place = result.project, (self.active, self.part)
        known = None
        if result.sample is None:
            known = Measured(result.materials.parameters, result.factors, result.measurement)

        def work(cancelled: Cancel) -> tuple[object, Evidence, Grade]:
            numbers = measured(project, cancelled) if known is None else known
            evidence = Evidence(start, plan, project, project.training, measured=numbers)
            return place, evidence, stage.grade(evidence)

        self._jobs.submit(work)

    def _grade_run(self) -> None:
        """Grade the training run as it now is.

        Only the rules are read before the first step, and of a project that is not the run's.
        """
        stage, training = self.stage, self._training
        if stage is None or self.solved or stage.means != "training" or self.outside:
            return
        if training is None:
            return
        start, plan = self._start
        run = None if training.moment is None or training.edited else run_seen(training.moment)
        trained = self._document.open_project if training.edited else training.project
        evidence = Evidence(start, plan, trained, trained.training, run=run)
        self._judge(evidence, stage.grade(evidence))

    def _take(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            raise outcome.error
        place, evidence, grade = outcome.value
        if place == (self.active, self.part) and not self.outside:
            self._judge(evidence, grade)

    def _forget_grade(self) -> None:
        """The open project cannot be computed: what was measured of another says nothing."""
        if self.grade is not None and not self.solved:
            self._jobs.cancel()
            self.grade = None
            self.changed.emit()

    def _judge(self, evidence: Evidence, grade: Grade) -> None:
        self.grade = grade
        challenge = self.active
        if challenge is not None and grade.reached:
            if self.part + 1 < len(challenge.stages):
                self._go_on(evidence)
                return
            self.solved = True
            self.progress.solve(challenge.name)
        self.changed.emit()

    def _go_on(self, evidence: Evidence) -> None:
        """Begin the next part from what reached this one."""
        self._start = (evidence.project, evidence.plan)
        self.part += 1
        self.hints_shown, self.grade = 0, None
        self.changed.emit()
        self._grade()

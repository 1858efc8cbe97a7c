"""Keeps one advice on the open project: measured off the GUI thread, applied as one undo step."""

from __future__ import annotations

from enum import StrEnum
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal

from gradsim.engine.problems import Problem
from gradsim.engine.verdict.records import Quantity, Verdict
from gradsim.engine.verdict.rules import level_log10
from gradsim.project.coaching.advising import Advice, advise, nothing_to_do, plan
from gradsim.project.coaching.draws import Question, draw_of, yardstick_of
from gradsim.project.model import Project
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.coach import wording
from gradsim.viewmodels.gradients.coach.causes import diagnosis_text
from gradsim.viewmodels.gradients.coach.memory import Memory
from gradsim.viewmodels.gradients.view import GradientsView
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import Simulation, SimulationResult

QUIET_MS = 300
"""How long the project stays as it is before changes of it are measured."""


class CoachState(StrEnum):
    """What the coach does.

    resting : nobody looks, or the project has no numbers.
    measuring : changes are being measured, or will be in a moment.
    asking : measuring would take long, or was stopped: it begins when asked.
    ready : there is an advice on the project as it stands.
    failed : measuring met a problem.
    """

    resting = "resting"
    measuring = "measuring"
    asking = "asking"
    ready = "ready"
    failed = "failed"


class Coach(QObject):
    """Follows a GradientsView; works only while it is shown."""

    changed = Signal()
    """Another state, advice or outcome."""

    def __init__(
        self,
        document: Document,
        simulation: Simulation,
        view: GradientsView,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._simulation = simulation
        self._view = view
        self._active = False
        self._state = CoachState.resting
        self._problem: Problem | None = None
        self._given: Memory[Advice] = Memory()
        self._applied: Memory[Advice] = Memory()
        self._running: tuple[int, Project, Question] | None = None
        self._declined: tuple[CoachState, Project, Question] | None = None
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._receive)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._begin)
        view.changed.connect(self._follow)
        document.project_changed.connect(self._follow)

    # state -----------------------------------------------------------------------------------

    @property
    def state(self) -> CoachState:
        """What goes on."""
        return self._state

    @property
    def problem(self) -> Problem | None:
        """Why measuring failed last."""
        return self._problem

    @property
    def advice(self) -> Advice | None:
        """The advice on the project as it stands."""
        return self._given.get(*self._here()) if self._state is CoachState.ready else None

    @property
    def applied(self) -> Advice | None:
        """The advice that made the project as it stands; None where it was made otherwise."""
        return self._applied.get(*self._here())

    @property
    def can_apply(self) -> bool:
        """Whether there is a change to apply."""
        advice = self.advice
        return advice is not None and advice.change is not None

    @property
    def came(self) -> float | None:
        """The number that the applied change came to, as the window shows it."""
        result, verdict, applied = self._result(), self._verdict(), self.applied
        if result is None or verdict is None or applied is None:
            return None
        made = result.materials
        level = level_log10(
            result.measurement, made.network, made.parameters, verdict.quantity, verdict.statistic
        )
        return draw_of(verdict, level, result.project.seed).value(applied.yardstick)

    def diagnosis(self) -> str:
        """What is wrong and what did most of it, in a sentence or two."""
        result, verdict = self._result(), self._verdict()
        if result is None or verdict is None:
            return ""
        return diagnosis_text(result, verdict)

    def change(self) -> str:
        """The change in a sentence, or why there is none."""
        advice = self.advice
        return "" if advice is None else wording.change_text(advice, self._document.project)

    def expectation(self) -> str:
        """What the change is expected to bring."""
        advice = self.advice
        return "" if advice is None else wording.expectation_text(advice)

    def outcome(self) -> str:
        """What was expected of the change that made this project, and what came of it."""
        applied, came = self.applied, self.came
        if applied is None or applied.expected is None or came is None:
            return ""
        return wording.outcome_text(applied.expected, applied.yardstick, came)

    # what can be done ------------------------------------------------------------------------

    def set_active(self, active: bool) -> None:
        """Work only while shown."""
        if active != self._active:
            self._active = active
            self._follow()

    def apply(self) -> None:
        """Make the change, as one undo step; the advice stays known for when it is undone."""
        advice = self.advice
        if advice is None or advice.change is None or advice.changed is None:
            return
        change = wording.change_message(advice.change.remedies, self._document.project)
        self._applied.put(advice.changed, self._question(), advice)
        self._document.edit(Message.of("Coach", wording.APPLY, change=change), advice.changed)

    def measure(self) -> None:
        """Begin to measure, however long it takes."""
        if self._state is CoachState.asking:
            self._declined = None
            self._begin(asked_for=True)

    def stop(self) -> None:
        """Measure no further until asked."""
        if self._state is CoachState.measuring:
            self._halt()
            self._decline(CoachState.asking)

    def finish(self) -> None:
        """Measure now what would be measured in a moment, and wait for it: for a picture."""
        if self._quiet.isActive():
            self._begin()
        self._jobs.finish()

    def shut_down(self) -> None:
        """Stop the thread; nothing is reported afterwards."""
        self._active = False
        self._quiet.stop()
        self._jobs.shut_down()

    # inside ----------------------------------------------------------------------------------

    def _question(self) -> Question:
        choice, result = self._view.choice, self._view.result
        return Question(
            None if result is None else result.sample,
            cast(Quantity, choice.quantity),
            "rms" if choice.statistic == "rms" else None,
        )

    def _here(self) -> tuple[Project, Question]:
        return self._document.project, self._question()

    def _result(self) -> SimulationResult | None:
        """The numbers of the project as it stands."""
        return self._simulation.result if self._simulation.current else None

    def _verdict(self) -> Verdict | None:
        result, asked = self._result(), self._question()
        return None if result is None else result.verdict(asked.quantity, asked.statistic)

    def _follow(self) -> None:
        verdict, here = self._verdict(), self._here()
        if self._running is not None and not _same(self._running, here):
            self._halt()
        if not self._active or self._simulation.problem is not None:
            self._halt()
            self._set_state(CoachState.resting)
        elif verdict is None:
            # The old numbers' words would not be true; the new ones come in a moment.
            self._quiet.stop()
            self._set_state(CoachState.measuring)
        elif self._given.get(*here) is not None or nothing_to_do(verdict):
            if self._given.get(*here) is None:
                self._given.put(*here, Advice(verdict, yardstick_of(verdict)))
            self._halt()
            self._set_state(CoachState.ready)
        elif self._declined is not None and _same(self._declined, here):
            self._set_state(self._declined[0])
        else:
            if self._running is None:
                self._quiet.start()
            self._set_state(CoachState.measuring)

    def _begin(self, asked_for: bool = False) -> None:
        self._quiet.stop()
        verdict = self._verdict()
        if verdict is None:
            return
        project, asked = self._here()
        if not asked_for and plan(project, asked).heavy:
            self._decline(CoachState.asking)
            return

        def work(cancelled: Cancel) -> Advice:
            return advise(project, verdict, asked, cancelled)

        self._running = self._jobs.submit(work, replace=True), project, asked
        self._set_state(CoachState.measuring)

    def _halt(self) -> None:
        self._quiet.stop()
        self._jobs.cancel()
        self._running = None

    def _receive(self, outcome: Outcome) -> None:
        running = self._running
        if running is None or outcome.number != running[0]:
            return
        self._running = None
        if isinstance(outcome.error, Problem):
            self._problem = outcome.error
            self._decline(CoachState.failed)
        elif outcome.error is not None:
            raise outcome.error
        else:
            self._given.put(*running[1:], outcome.value)
            self._set_state(CoachState.ready)

    def _decline(self, state: CoachState) -> None:
        """Leave the project as it stands alone until asked; another one is measured."""
        self._declined = (state, *self._here())
        self._set_state(state)

    def _set_state(self, state: CoachState) -> None:
        self._state = state
        self.changed.emit()


def _same(one: tuple[object, Project, Question], here: tuple[Project, Question]) -> bool:
    return one[1] is here[0] and one[2] == here[1]

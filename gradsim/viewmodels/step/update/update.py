"""The update: how large a step, of which parameters; looked at, taken, and the walk goes on."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, Signal

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.update import Moved, Step
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.parameters import symbol_of
from gradsim.viewmodels.step.stepper import Stepper
from gradsim.viewmodels.step.update.history import History, Stop
from gradsim.viewmodels.step.update.outcome import UpdateOutcome, outcome_of
from gradsim.viewmodels.step.update.taking import stepped

LEAST_RATE, LARGEST_RATE = 1e-4, 1e2
FIRST_RATE = 0.5
_MOST = 1e300
"""The curve goes to twice the step size, which must be a float still."""
_QUICK = 500
"""Below this measure of work (see `_work`) a step and its curve take a few milliseconds."""
_REMEDIED = 3
"""So many times the work, where a layer has a remedy."""
_CHOICE = "update_moves"


class Update(QObject):
    """Looks at one step of gradient descent in the scope of the walk."""

    changed = Signal()
    """The step, or what is known of it, is another."""

    def __init__(
        self,
        stepper: Stepper,
        document: Document,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stepper = stepper
        self._document = document
        self._settings = settings
        self._rate = FIRST_RATE
        known = settings.text(_CHOICE)
        self._moved = Moved(known) if known in tuple(Moved) else Moved.PARAMETER
        self._result: SimulationResult | None = None
        self._step: Step | None = None
        self._outcome: UpdateOutcome | None = None
        self._problem: Problem | None = None
        self._history = History()
        self._restart_due = False
        self._watched = False
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._receive)
        stepper.steps_changed.connect(self._follow)
        document.loaded.connect(self._history.clear)
        self._follow()

    @property
    def rate(self) -> float:
        """η."""
        return self._rate

    @property
    def moved(self) -> Moved:
        """Which parameters move."""
        return self._moved

    @property
    def result(self) -> SimulationResult | None:
        """Where the step begins."""
        return self._result

    @property
    def outcome(self) -> UpdateOutcome | None:
        """What the step does, once it is known."""
        return self._outcome

    @property
    def problem(self) -> Problem | None:
        """Why a number was refused."""
        return self._problem

    @property
    def symbol(self) -> str:
        """The parameter of the walk, as it is written."""
        if self._result is None or self._stepper.parameter is None:
            return ""
        return symbol_of(self._stepper.parameter, self._result.project.network).text

    @property
    def learns_more(self) -> bool:
        """Whether there are γ and β besides weights and biases."""
        result = self._result
        return result is not None and any(
            layer.normalization is not None for layer in result.project.network.layers
        )

    @property
    def costs(self) -> tuple[float, ...]:
        """The costs on the way of the steps taken up to here; empty before the first."""
        if self._result is None:
            return ()
        return self._history.costs(self._result.project, self._result.sample)

    @property
    def can_take(self) -> bool:
        """Whether the step is known, leads somewhere, and begins at the open project.

        Not while a number is refused: the step would be of another size than is shown.
        """
        outcome = self._outcome
        return (
            outcome is not None
            and self._problem is None
            and outcome.possible
            and outcome.step == self._step
            and outcome.result.project is self._document.project
        )

    def set_watched(self, watched: bool) -> None:
        """Compute only while somebody looks."""
        if watched != self._watched:
            self._watched = watched
            if watched:
                self._look()

    def set_rate(self, rate: float) -> None:
        """Another η.

        A number that is no step size is refused, and `problem` says why.
        """
        if not (rate > 0.0 and math.isfinite(rate)):
            self.refuse(Problem(_NO_RATE))
        elif rate > _MOST:
            self.refuse(Problem(_TOO_LARGE))
        elif rate != self._rate or self._problem is not None:
            self._rate, self._problem = rate, None
            self._look()

    def refuse(self, problem: Problem) -> None:
        """Show why a number was refused."""
        self._problem = problem
        self.changed.emit()

    def accept(self) -> None:
        """Take back what was refused."""
        if self._problem is not None:
            self._problem = None
            self.changed.emit()

    def choose(self, moved: Moved | str) -> None:
        """Move the parameter of the walk, all weights, or all parameters."""
        moved = Moved(moved)
        if moved is not self._moved:
            self._moved = moved
            self._settings.set_text(_CHOICE, moved)
            self._look()

    def take(self) -> bool:
        """Take the step as one undoable edit; the walk starts anew in the updated network."""
        outcome = self._outcome
        if outcome is None or not self.can_take:
            return False
        before = outcome.result.project
        try:
            project = stepped(before, outcome.step, outcome.result.forward, outcome.moved)
        except Problem as problem:
            self.refuse(problem)
            return False
        self._restart_due = True
        start, end = Stop(before, outcome.before), Stop(project, outcome.after)
        self._history.taken(start, end, outcome.result.sample)
        self._document.edit(self._name(), project)
        return True

    def finish(self) -> None:
        """Wait for the outcome: for a picture."""
        self._jobs.finish()

    def shut_down(self) -> None:
        """End the thread."""
        self._jobs.shut_down()

    def _name(self) -> Message:
        if self._moved is Moved.PARAMETER:
            return Message.of("StepEdit", _ONE, symbol=self.symbol)
        if self._moved is Moved.WEIGHTS:
            return Message.of("StepEdit", _WEIGHTS)
        return Message.of("StepEdit", _LEARNED if self.learns_more else _ALL)

    # Following the walk

    def _follow(self) -> None:
        result = self._stepper.result
        if result is None:
            return
        self._result = result
        self._look()
        if self._restart_due and result.project is self._document.project:
            self._restart_due = False
            self._stepper.first()

    def _look(self) -> None:
        """Compute the step, at once or off the GUI thread; not while nobody looks."""
        result, address = self._result, self._stepper.parameter
        if result is None or address is None:
            return
        one = self._moved is Moved.PARAMETER
        step = Step(self._rate, self._moved, address if one else None)
        known = self._outcome
        if known is not None and known.result is result and known.step == step:
            self._step = step
            self.changed.emit()
            return
        self._step = step
        if not self._watched:
            return
        self._jobs.cancel()

        def work(cancelled: Cancel) -> UpdateOutcome:
            return outcome_of(result, step, cancelled)

        if _work(result) <= _QUICK:
            self._outcome = outcome_of(result, step)
        else:
            self._jobs.submit(work)
        self.changed.emit()

    def _receive(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            raise outcome.error
        self._outcome = outcome.value
        self.changed.emit()


def _work(result: SimulationResult) -> int:
    network = result.project.network
    work = 40 * network.depth + network.parameter_count * result.forward.samples // 50
    return work if network.plain else _REMEDIED * work


_NO_RATE = QT_TRANSLATE_NOOP("Problem", "The step size η must be a number above 0.")
_TOO_LARGE = QT_TRANSLATE_NOOP("Problem", "The step size η is too large to compute with.")
_ONE = QT_TRANSLATE_NOOP("StepEdit", "Update {symbol}")
_WEIGHTS = QT_TRANSLATE_NOOP("StepEdit", "Update all weights")
_LEARNED = QT_TRANSLATE_NOOP("StepEdit", "Update all parameters")
_ALL = QT_TRANSLATE_NOOP("StepEdit", "Update all weights and biases")

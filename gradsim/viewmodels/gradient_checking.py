"""The gradient check of the project on screen: not run, running, done, or why it failed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gradsim.engine.problems import Problem
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.simulation import Simulation

if TYPE_CHECKING:
    from gradsim.engine.checks.gradient_check import GradientCheck


class CheckState(StrEnum):
    """Where the check stands."""

    NOT_RUN = "not_run"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class GradientChecking(QObject):
    """Runs the check on demand, off the GUI thread; an edit makes its answer void."""

    changed = Signal()
    _progressed = Signal(int, float)

    def __init__(
        self,
        document: Document,
        scope: Scope,
        simulation: Simulation,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._simulation = simulation
        self._state = CheckState.NOT_RUN
        self._fraction = 0.0
        self._outcome: GradientCheck | None = None
        self._problem: Exception | None = None
        self._number = 0
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._receive)
        self._progressed.connect(self._follow_progress)
        document.project_changed.connect(self.reset)
        scope.changed.connect(self.reset)

    @property
    def state(self) -> CheckState:
        """Where the check stands."""
        return self._state

    @property
    def fraction(self) -> float:
        """How much of a running check is done, 0 to 1."""
        return self._fraction

    @property
    def outcome(self) -> GradientCheck | None:
        """The answer of a finished check."""
        return self._outcome

    @property
    def problem(self) -> Exception | None:
        """Why a check failed."""
        return self._problem

    def run(self) -> None:
        """Check the numbers on screen."""
        result = self._simulation.result
        if result is None:
            return
        self._fraction = 0.0
        forward = result.forward
        number = self._number + 1

        def progress(done: int, total: int) -> None:
            self._progressed.emit(number, done / max(total, 1))

        def work(cancelled: Cancel) -> GradientCheck:
            from gradsim.engine.checks.gradient_check import check

            return check(
                forward.network,
                forward.parameters,
                forward.inputs,
                forward.targets,
                probe_seed=result.materials.probe_seed,
                first_sample=result.sample or 1,
                progress=progress,
                cancelled=cancelled,
            )

        self._number = self._jobs.submit(work, replace=True)
        self._set_state(CheckState.RUNNING)

    def reset(self) -> None:
        """Stop a running check and forget the answer."""
        self._jobs.cancel()
        self._outcome = None
        self._problem = None
        self._set_state(CheckState.NOT_RUN)

    def shut_down(self) -> None:
        """End the thread."""
        self._jobs.shut_down()

    def _follow_progress(self, number: int, fraction: float) -> None:
        if number == self._number and self._state is CheckState.RUNNING:
            self._fraction = fraction
            self.changed.emit()

    def _receive(self, outcome: Outcome) -> None:
        if outcome.number != self._number or self._state is not CheckState.RUNNING:
            return
        if outcome.error is not None:
            self._problem = outcome.error
            self._set_state(CheckState.FAILED)
            if not isinstance(outcome.error, Problem):
                raise outcome.error
            return
        self._outcome = outcome.value
        self._set_state(CheckState.DONE)

    def _set_state(self, state: CheckState) -> None:
        if state != self._state or state is CheckState.RUNNING:
            self._state = state
            self.changed.emit()

"""The formats' profiles of the numbers on screen, computed while somebody looks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gradsim.viewmodels.gradients.choice import ProfileChoice
from gradsim.viewmodels.gradients.formats.lines import (
    FormatLine,
    FormatsOutcome,
    compute_formats,
    exact_profile,
    format_lines,
    measured_of,
)
from gradsim.viewmodels.gradients.profile import Profile
from gradsim.viewmodels.gradients.watched_job import Progress, Task, WatchedJob
from gradsim.viewmodels.jobs import Cancel
from gradsim.viewmodels.simulation import Simulation, SimulationResult


class FormatsModel(QObject):
    """Follows the numbers on screen and the chosen gradient."""

    changed = Signal()

    def __init__(
        self, simulation: Simulation, choice: ProfileChoice, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._simulation, self._choice = simulation, choice
        self._lines: tuple[object, tuple[FormatLine, ...]] | None = None
        self._job = WatchedJob(self)
        self._job.changed.connect(self.changed)
        simulation.published.connect(self._follow)
        choice.changed.connect(self.changed)
        self._follow()

    @property
    def job(self) -> WatchedJob:
        """How far the work has come."""
        return self._job

    @property
    def problem(self) -> Exception | None:
        """Why it could not be computed."""
        return self._job.problem

    @property
    def outcome(self) -> FormatsOutcome | None:
        """The last answer; None while there is none."""
        answer: FormatsOutcome | None = self._job.answer
        return answer

    @property
    def quantity(self) -> str:
        """The gradient that is shown."""
        return measured_of(self._choice.quantity)

    @property
    def stands_in(self) -> bool:
        """Whether δ is shown for the gradient that was chosen."""
        return self.quantity != self._choice.quantity

    @property
    def statistic(self) -> str:
        """``rms`` where that is chosen, else ``l2``."""
        return "rms" if self._choice.statistic == "rms" else "l2"

    def exact(self) -> Profile | None:
        """The profile of unlimited range."""
        outcome = self.outcome
        return None if outcome is None else exact_profile(outcome, self.quantity, self.statistic)

    def lines(self) -> tuple[FormatLine, ...]:
        """The formats' profiles, float16 first."""
        outcome = self.outcome
        if outcome is None:
            return ()
        key = (outcome, self.quantity, self.statistic)
        if self._lines is None or self._lines[0] != key:
            self._lines = key, format_lines(*key)
        return self._lines[1]

    def set_watched(self, watched: bool) -> None:
        """Compute only while somebody looks."""
        self._job.set_watched(watched)

    def finish(self) -> None:
        """Wait for the answer: for a picture."""
        self._job.finish()

    def shut_down(self) -> None:
        """End the thread."""
        self._job.shut_down()

    def _follow(self) -> None:
        result = self._simulation.result
        if result is not None:
            self._job.want((result,), _task(result))


def _task(result: SimulationResult) -> Task:
    def compute(cancelled: Cancel, progress: Progress) -> FormatsOutcome:
        return compute_formats(result, cancelled, progress)

    return compute

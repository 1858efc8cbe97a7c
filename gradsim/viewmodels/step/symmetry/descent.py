"""Gradient steps in memory, of the network and of its twin, computed off the GUI thread."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from gradsim.engine.symmetry.drift import Drift, descend
from gradsim.project.evaluation import Materials, materialize
from gradsim.project.model import Project
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.stepper import Stepper
from gradsim.viewmodels.step.symmetry.tries import Tries

MOST_STEPS = 5_000
LOWEST_RATE, HIGHEST_RATE = 1e-6, 1e3


class Descent(Struct, frozen=True, eq=False):
    """How far network and twin have come on all samples; `twin_name` says what the twin is."""

    own: Drift
    twin: Drift | None
    twin_name: Message
    rate: float


class DescentModel(QObject):
    """Keeps the descent of the present result and forgets it with the result."""

    changed = Signal()
    busy_changed = Signal()

    def __init__(self, stepper: Stepper, tries: Tries, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stepper = stepper
        self._tries = tries
        self._rate = 0.1
        self._descent: Descent | None = None
        self._of: SimulationResult | None = None
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._receive)
        self._jobs.busy_changed.connect(self.busy_changed)
        stepper.steps_changed.connect(self._follow)

    @property
    def rate(self) -> float:
        """η, the length of a step."""
        return self._rate

    @property
    def descent(self) -> Descent | None:
        """What the steps came to so far; None before the first."""
        return self._descent

    @property
    def busy(self) -> bool:
        """Whether steps are being taken."""
        return self._jobs.busy

    @property
    def can_step(self) -> bool:
        """Whether there is a step to take."""
        found = self._descent
        ended = found is not None and (
            found.own.diverged is not None or found.own.steps >= MOST_STEPS
        )
        result = self._stepper.result
        return result is not None and result.forward.overflow_layer is None and not ended

    def set_rate(self, rate: float) -> None:
        """Step anew with another η (held within its range)."""
        rate = min(max(rate, LOWEST_RATE), HIGHEST_RATE)
        if rate != self._rate:
            self._rate = rate
            self.start_over()

    def start_over(self) -> None:
        """Forget the steps."""
        self._jobs.cancel()
        self._descent = None
        self.changed.emit()

    def take(self, steps: int) -> None:
        """Take `steps` more steps, of network and twin."""
        result, before, rate = self._stepper.result, self._descent, self._rate
        if result is None or not self.can_step or self.busy:
            return
        steps = min(steps, MOST_STEPS - (0 if before is None else before.own.steps))
        twin, name = self._tries.twin(result.project)
        self._of = result

        def work(cancelled: Cancel) -> Descent:
            return _descended(result, twin, name, before, rate, steps, cancelled)

        self._jobs.submit(work)

    def finish(self) -> None:
        """Wait for the steps: for a picture."""
        self._jobs.finish()

    def shut_down(self) -> None:
        """End the thread."""
        self._jobs.shut_down()

    def _follow(self) -> None:
        if self._stepper.result is not self._of:
            self._of = self._stepper.result
            self.start_over()

    def _receive(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            raise outcome.error
        if self._of is self._stepper.result:
            self._descent = outcome.value
            self.changed.emit()


def _descended(
    result: SimulationResult,
    twin: Project | None,
    name: Message,
    before: Descent | None,
    rate: float,
    steps: int,
    cancelled: Cancel,
) -> Descent:
    own = _continued(
        result.materials, None if before is None else before.own, rate, steps, cancelled,
    )  # fmt: skip
    other: Drift | None = None
    if before is not None:
        name = before.twin_name
    if twin is not None and (before is None or before.twin is not None):
        other = _continued(
            materialize(twin, cancelled=cancelled),
            None if before is None else before.twin, rate, steps, cancelled,
        )  # fmt: skip
    return Descent(own, other, name, rate)


def _continued(
    materials: Materials,
    before: Drift | None,
    rate: float,
    steps: int,
    cancelled: Cancel,
) -> Drift:
    """`before` and `steps` more steps; one that has diverged stays as it is."""
    if before is not None and before.diverged is not None:
        return before
    drift = descend(
        materials.network,
        materials.parameters if before is None else before.parameters,
        materials.inputs,
        materials.targets,
        rate,
        steps,
        probe_seed=materials.probe_seed,
        cancelled=cancelled,
    )
    if before is None:
        return drift
    diverged = None if drift.diverged is None else before.steps + drift.diverged
    return Drift(
        np.concatenate((before.spreads, drift.spreads[1:])),
        np.concatenate((before.costs, drift.costs[1:])),
        drift.parameters,
        diverged,
    )

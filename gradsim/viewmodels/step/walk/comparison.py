"""The finite difference that the end of a walk is compared with, computed when it gets there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
from PySide6.QtCore import QObject, Signal

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.stepper import Stepper
from gradsim.viewmodels.step.walk.steps import StepKind
from gradsim.viewmodels.step.walk.walk import Lens, Walk

if TYPE_CHECKING:
    from gradsim.engine.checks.finite_differences import FiniteDifference

_QUICK = 2_000
"""Below this many parameters times samples the difference takes a few milliseconds at most."""


def end_of(walk: Walk, result: SimulationResult) -> ParameterAddress | None:
    """The parameter to compare at the end of `walk`; with whole layers the steepest of the last.

    None in the forward lens, which ends in the cost itself.
    """
    if not walk.steps or walk.lens == Lens.FORWARD:
        return None
    if walk.paths is not None:
        return walk.paths.address
    gradient = np.abs(np.asarray(result.factors[-1].product, dtype=np.float64))
    steepest = int(np.nanargmax(gradient)) if np.isfinite(gradient).any() else 0
    kind = _KINDS[walk.steps[-1].kind]
    return ParameterAddress(kind, walk.steps[-1].layer, steepest + 1)


_KINDS: dict[StepKind, Literal["b", "γ", "β"]] = {
    StepKind.BIAS: "b",
    StepKind.NORMALIZATION_SCALE: "γ",
    StepKind.NORMALIZATION_SHIFT: "β",
}
"""With what the chain of whole layers can end: the last thing that the first layer learns."""


class Comparison(QObject):
    """Follows the stepper; at the end of a walk it has the difference, at once or soon."""

    changed = Signal()

    def __init__(self, stepper: Stepper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stepper = stepper
        self._asked: tuple[SimulationResult, ParameterAddress] | None = None
        self._answer: FiniteDifference | None = None
        self._number = 0
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._receive)
        stepper.position_changed.connect(self._follow)
        stepper.steps_changed.connect(self._follow)

    @property
    def difference(self) -> FiniteDifference | None:
        """The difference for the end of the present walk, once it is known."""
        return self._answer if self._asked is not None and self._asked == self._end() else None

    def compute_now(self) -> None:
        """Compute at once what is pending, for a picture."""
        end = self._end()
        if end is not None and self._stepper.at_end and self.difference is None:
            self._number = 0
            from gradsim.engine.checks.finite_differences import finite_difference

            self._keep(end, finite_difference(end[0].forward, end[1]))

    def shut_down(self) -> None:
        """End the thread."""
        self._number = 0
        self._jobs.shut_down()

    def _end(self) -> tuple[SimulationResult, ParameterAddress] | None:
        result = self._stepper.result
        address = None if result is None else end_of(self._stepper.walk, result)
        return None if result is None or address is None else (result, address)

    def _follow(self) -> None:
        if not self._stepper.at_end:
            return
        end = self._end()
        if end is None or end == self._asked:
            return
        from gradsim.engine.checks.finite_differences import finite_difference

        result, address = end
        self._asked, self._answer = end, None
        if result.project.network.parameter_count * result.forward.samples <= _QUICK:
            self._keep(end, finite_difference(result.forward, address))
            return

        def work(cancelled: Cancel) -> FiniteDifference:
            return finite_difference(result.forward, address, cancelled=cancelled)

        self._number = self._jobs.submit(work, replace=True)

    def _receive(self, outcome: Outcome) -> None:
        if outcome.number != self._number or self._asked is None:
            return
        if outcome.error is not None:
            raise outcome.error
        self._keep(self._asked, outcome.value)

    def _keep(
        self, asked: tuple[SimulationResult, ParameterAddress], answer: FiniteDifference
    ) -> None:
        self._asked, self._answer = asked, answer
        self.changed.emit()

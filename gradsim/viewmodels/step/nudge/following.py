"""Follows the ripple of the number in the hand, at once or off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from gradsim.engine.nudge.lever import Lever
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.nudge.carrying import hold_of, is_quick

if TYPE_CHECKING:
    from gradsim.engine.nudge.ripple import Hold, Ripple


class Following(QObject):
    """The newest ripple, and the hold that is taken once for each number."""

    arrived = Signal()
    """A ripple came from the other thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hold: Hold | None = None
        self.ripple: Ripple | None = None
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._receive)

    def follow(self, result: SimulationResult, lever: Lever, value: float) -> None:
        """Move `lever` to `value`; large networks answer later, by `arrived`."""
        held = self.hold

        def work(cancelled: Cancel) -> tuple[Hold, Ripple]:
            hold = held or hold_of(result.forward, lever, cancelled)
            return hold, hold.moved_to(value)

        if is_quick(result, lever):
            self.hold, self.ripple = work(bool)
        else:
            self._jobs.submit(work)

    def look_at(self, sample: int) -> None:
        """Keep the hold of a number of the network, and look at another sample of its batch."""
        self._jobs.cancel()
        if self.hold is not None:
            self.hold = replace(self.hold, lever=replace(self.hold.lever, sample=sample))

    def let_go(self) -> None:
        """Forget the number."""
        self._jobs.cancel()
        self.hold = self.ripple = None

    def cancel(self) -> None:
        """Stop what is computed; what is known stays."""
        self._jobs.cancel()

    def finish(self) -> None:
        """Wait for the ripple: for a picture."""
        self._jobs.finish()

    def shut_down(self) -> None:
        """End the thread."""
        self._jobs.shut_down()

    def _receive(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            raise outcome.error
        self.hold, self.ripple = outcome.value
        self.arrived.emit()

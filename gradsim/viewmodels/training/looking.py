"""The earlier moment of a run that is looked back at: chosen at once, worked out off the window."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QObject, Signal

from gradsim.project.training import Run
from gradsim.viewmodels.jobs import Jobs, Outcome
from gradsim.viewmodels.training.moment import Moment, moment_back
from gradsim.viewmodels.training.snapshots import Snapshot


class Looking(QObject):
    """At most one snapshot, and its moment; the history in it is that of the newest moment."""

    worked_out = Signal()
    """`moment` is that of the snapshot."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.snapshot: Snapshot | None = None
        """What was chosen; None for the newest moment."""
        self.moment: Moment | None = None
        """What was worked out last; None before the first is, and at the newest moment."""
        self._newest: Moment | None = None
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._end_job)

    @property
    def ready(self) -> bool:
        """Whether the moment is that of the snapshot, or none was chosen."""
        chosen, shown = self.snapshot, self.moment
        return chosen is None or (shown is not None and shown.steps == chosen.steps)

    def position(self, kept: tuple[Snapshot, ...]) -> int:
        """Which of `kept` was chosen, or the one before it; their number for the newest moment."""
        if self.snapshot is None:
            return len(kept)
        steps = self.snapshot.steps
        place = bisect_right(kept, steps, key=lambda each: each.steps) - 1
        newest = self._newest
        if newest is not None and steps == newest.steps and kept and kept[place].steps < steps:
            return len(kept)
        return max(place, 0)

    def begin(self, snapshot: Snapshot, run: Run, newest: Moment) -> None:
        """Choose `snapshot` and have its moment worked out; the run may go on meanwhile."""
        self.snapshot, self._newest = snapshot, newest
        self._jobs.submit(lambda _cancelled: moment_back(run, newest, snapshot))

    def end(self) -> None:
        """Choose the newest moment."""
        self._jobs.cancel()
        self.snapshot = self.moment = self._newest = None

    def follow(self, newest: Moment) -> None:
        """Let the history go on."""
        self._newest = newest
        if self.moment is not None:
            self.moment = self.moment.in_run_of(newest)

    def finish(self) -> None:
        """Wait for what was asked for."""
        self._jobs.finish()

    def shut_down(self) -> None:
        """Stop the thread."""
        self._jobs.shut_down()

    def _end_job(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            raise outcome.error
        if self._newest is not None:
            self.moment = outcome.value
            self.follow(self._newest)
            self.worked_out.emit()

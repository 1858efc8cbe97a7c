"""Work off the GUI thread: numbered jobs, one running and one waiting, the newest wins."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from gradsim.engine.cancellation import Cancelled

Cancel = Callable[[], bool]
Work = Callable[[Cancel], Any]


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """How a job ended: its number, its value, or the exception it raised."""

    number: int
    value: Any = None
    error: Exception | None = None


class _Job:
    """One piece of work with its number, its own stop flag and its own thread.

    A plain thread, because destroying a QThreadPool waits for its work while it holds the
    interpreter's lock, and work that needs the lock would never end.
    """

    def __init__(self, number: int, work: Work, report: Callable[[Outcome], None]) -> None:
        self.number = number
        self.stop = threading.Event()
        self.thread = threading.Thread(target=self._run, name=f"job {number}", daemon=True)
        self._work = work
        self._report = report

    def _run(self) -> None:
        """Do the work; whatever goes wrong comes back as a value."""
        try:
            outcome = Outcome(self.number, self._work(self.stop.is_set))
        except Exception as error:  # the job runner: errors are values
            outcome = Outcome(self.number, error=error)
        # The receiver may be gone by now, with everyone who wanted to know.
        with contextlib.suppress(RuntimeError):
            self._report(outcome)


class Jobs(QObject):
    """Runs at most one job on a thread of its own and keeps at most one waiting."""

    finished = Signal(object)
    """An Outcome, on the thread of this object; cancelled jobs are not reported."""
    busy_changed = Signal(bool)
    _returned = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = self._last_cancelled = 0
        self._running: _Job | None = None
        self._waiting: _Job | None = None
        self._returned.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a job runs."""
        return self._running is not None

    def submit(self, work: Work, *, replace: bool = False) -> int:
        """Run `work(cancelled)` as soon as the running job ends; return its number.

        A job that already waits is dropped. With `replace` the running one is cancelled too;
        without it, it may finish, so that a drag shows something while it lasts.
        """
        self._count += 1
        self._waiting = _Job(self._count, work, self._returned.emit)
        if self._running is None:
            self._start()
        elif replace:
            self._running.stop.set()
        return self._count

    def hurry(self) -> None:
        """Cancel the running job if a newer one waits for it."""
        if self._running is not None and self._waiting is not None:
            self._running.stop.set()

    def cancel(self) -> None:
        """Stop the running job and forget the waiting one; neither is reported any more, not
        even if it had ended already and its answer was on the way."""
        self._waiting = None
        self._last_cancelled = self._count
        if self._running is not None:
            self._running.stop.set()

    def shut_down(self) -> None:
        """Cancel everything and wait until the thread has ended."""
        self.cancel()
        if self._running is not None:
            self._running.thread.join()

    def _start(self) -> None:
        job, self._waiting = self._waiting, None
        if job is not None:
            job.thread.start()
        was_busy, self._running = self.busy, job
        if was_busy != self.busy:
            self.busy_changed.emit(self.busy)

    def _finish(self, outcome: Outcome) -> None:
        self._start()
        stale = outcome.number <= self._last_cancelled
        if not stale and not isinstance(outcome.error, Cancelled):
            self.finished.emit(outcome)

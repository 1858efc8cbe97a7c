"""Work off the GUI thread: numbered jobs, one running and one waiting, the newest wins."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any

from msgspec import Struct, field
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from gradsim.engine.cancellation import Cancelled
from gradsim.viewmodels.making_way import MakingWay, hand_over_soon

Cancel = Callable[[], bool]
Work = Callable[[Cancel], Any]


class Outcome(Struct, frozen=True, eq=False):
    """How a job ended: its number, its value, or the exception it raised."""

    number: int
    value: Any = None
    error: Exception | None = None


class _Job(Struct, eq=False):
    """One piece of work with its number and its own stop flag."""

    number: int
    work: Work
    stop: threading.Event = field(default_factory=threading.Event)
    done: threading.Event = field(default_factory=threading.Event)


class _Worker:
    """A thread that does one job after the other until it is ended.

    A plain thread, because destroying a QThreadPool waits for its work while it holds the
    interpreter's lock, and work that needs the lock would never end; and a lasting one, because
    starting a thread waits until it runs.
    """

    def __init__(self, report: Callable[[Outcome], None], making_way: bool) -> None:
        hand_over_soon()
        self._report, self._making_way = report, making_way
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="jobs", daemon=True)
        self._thread.start()

    def give(self, job: _Job) -> None:
        """Do `job` after those given before."""
        self._jobs.put(job)

    def end(self) -> None:
        """Wait until the job in hand is done, and end the thread."""
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                stopped = job.stop.is_set
                cancelled = MakingWay(stopped) if self._making_way else stopped
                outcome = Outcome(job.number, job.work(cancelled))
            except Exception as error:  # the job runner: errors are values
                outcome = Outcome(job.number, error=error)
            try:
                self._report(outcome)
            except RuntimeError:  # the receiver is gone, with everyone who wanted to know
                return
            job.done.set()
            del job, outcome


class Jobs(QObject):
    """Runs at most one job on a thread of its own and keeps at most one waiting.

    A job lets the window pass whenever it asks whether it is cancelled, unless `making_way` is off:
    work without an end that nobody waits for goes at its full speed.
    """

    finished = Signal(object)
    """An Outcome, on the thread of this object; cancelled jobs are not reported."""
    busy_changed = Signal(bool)
    _returned = Signal(object)

    def __init__(self, parent: QObject | None = None, *, making_way: bool = True) -> None:
        super().__init__(parent)
        self._count = self._last_cancelled = 0
        self._making_way = making_way
        self._worker: _Worker | None = None
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
        self._waiting = _Job(self._count, work)
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

    def finish(self) -> None:
        """Wait for every job that was submitted, and report it now: for a picture."""
        while self._running is not None:
            self._running.done.wait()
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def shut_down(self) -> None:
        """Cancel everything and wait until the thread has ended."""
        self.cancel()
        if self._worker is not None:
            self._worker.end()
            self._worker = None

    def _start(self) -> None:
        job, self._waiting = self._waiting, None
        if job is not None:
            if self._worker is None:
                self._worker = _Worker(self._returned.emit, self._making_way)
            self._worker.give(job)
        was_busy, self._running = self.busy, job
        if was_busy != self.busy:
            self.busy_changed.emit(self.busy)

    def _finish(self, outcome: Outcome) -> None:
        self._start()
        stale = outcome.number <= self._last_cancelled
        if not stale and not isinstance(outcome.error, Cancelled):
            self.finished.emit(outcome)

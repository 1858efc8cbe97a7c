"""Work that is worth its time only while somebody looks: off the GUI thread, the newest wins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from gradsim.engine.problems import Problem
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome
from gradsim.viewmodels.simulation import BUSY_AFTER_MS
from gradsim.viewmodels.single_shot import single_shot

Progress = Callable[[int, int], None]
Task = Callable[[Cancel, Progress], Any]

_HURRY_MS = 250


class WatchedJob(QObject):
    """Keeps the answer to the newest question; while unwatched nothing is computed.

    The last answer stays until the next one, so that a picture does not vanish during a drag.
    """

    changed = Signal()
    """Another answer or problem, or how far the work has come."""
    _progressed = Signal(int, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watched = False
        self._key: tuple[object, ...] | None = None
        self._task: Task | None = None
        self._number = 0
        self._current = False
        self._answer: Any = None
        self._problem: Exception | None = None
        self._waiting = False
        self._fraction = 0.0
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._receive)
        self._progressed.connect(self._follow_progress)
        self._hurry = single_shot(self, _HURRY_MS, self._jobs.hurry)
        self._patience = single_shot(self, BUSY_AFTER_MS, self._admit_waiting)

    @property
    def answer(self) -> Any:
        """The last answer; None before the first, and after a question without one."""
        return self._answer

    @property
    def problem(self) -> Exception | None:
        """Why the newest question has no answer."""
        return self._problem

    @property
    def current(self) -> bool:
        """Whether the answer, or the problem, is that of the newest question."""
        return self._current

    @property
    def waiting(self) -> bool:
        """Whether an answer is awaited for longer than a reader would not notice."""
        return self._waiting

    @property
    def fraction(self) -> float:
        """How much of the work is done, 0 to 1."""
        return self._fraction

    @property
    def watched(self) -> bool:
        """Whether somebody looks."""
        return self._watched

    def set_watched(self, watched: bool) -> None:
        """Work from now on, or rest."""
        if watched == self._watched:
            return
        self._watched = watched
        if not watched:
            self._stop()
        elif not self._current and self._task is not None:
            self._start(self._task)

    def want(self, key: tuple[object, ...], task: Task) -> None:
        """Ask for what `task` computes, which works on captured values alone.

        The same `key` (by identity and equality of its parts) asks for nothing new.
        """
        if self._key is not None and _same(key, self._key):
            return
        self._key, self._task, self._current = key, task, False
        if self._watched:
            self._start(task)

    def forget(self) -> None:
        """There is nothing to compute."""
        self._stop()
        self._key = self._task = self._answer = self._problem = None
        self._current = False

    def finish(self) -> None:
        """Wait for the answer: for a picture."""
        self._jobs.finish()

    def shut_down(self) -> None:
        """End the thread."""
        self._watched = False
        self._stop()
        self._jobs.shut_down()

    def _start(self, task: Task) -> None:
        number = self._number + 1
        told = 0

        def progress(done: int, total: int) -> None:
            nonlocal told
            percent = 100 * done // max(total, 1)
            if percent > told:
                told = percent
                self._progressed.emit(number, percent / 100)

        def work(cancelled: Cancel) -> Any:
            return task(cancelled, progress)

        self._fraction = 0.0
        self._number = self._jobs.submit(work)
        if not self._hurry.isActive():
            self._hurry.start()
        if not self._waiting and not self._patience.isActive():
            self._patience.start()

    def _stop(self) -> None:
        for timer in (self._hurry, self._patience):
            timer.stop()
        self._jobs.cancel()
        self._waiting = False

    def _admit_waiting(self) -> None:
        if not self._current:
            self._waiting = True
            self.changed.emit()

    def _follow_progress(self, number: int, fraction: float) -> None:
        if number == self._number and not self._current:
            self._fraction = fraction
            if self._waiting:
                self.changed.emit()

    def _receive(self, outcome: Outcome) -> None:
        newest = outcome.number == self._number
        if newest:
            self._current, self._waiting = True, False
            self._patience.stop()
            self._problem = outcome.error
            if outcome.error is not None:
                self._answer = None
        if outcome.error is None:
            self._answer = outcome.value
        if newest or outcome.error is None:
            self.changed.emit()
        if outcome.error is not None and not isinstance(outcome.error, Problem):
            raise outcome.error


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether two keys have the same parts: records by identity, plain values by value."""
    return len(one) == len(other) and all(
        a is b or (isinstance(a, str | int) and a == b) for a, b in zip(one, other, strict=True)
    )

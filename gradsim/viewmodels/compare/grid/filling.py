"""Many pieces of work at once, as many as there are cores, their answers fetched by a timer."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any, Final

from msgspec import Struct, field
from PySide6.QtCore import QObject, QTimer, Signal

from gradsim.engine.cancellation import Cancelled
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.aside import Call, Cancel, Gone, SideProcess, Stop, possible
from gradsim.viewmodels.making_way import hand_over_soon

FETCH_MS: Final = 33
MOST_THREADS: Final = 8
"""Each may hold a hundred megabytes while it computes."""
_ENDED: Final = QT_TRANSLATE_NOOP(
    "Problem", "The process that computed this ended before it was done."
)


class Task(Struct, frozen=True, eq=False):
    """A piece of work and the key by which its answer is known; `aside` in another process."""

    key: Any
    work: Callable[[Cancel], Any]
    aside: bool = False


class Answer(Struct, frozen=True, eq=False):
    """What a task returned, or the exception that it raised."""

    key: Any
    value: Any = None
    error: Exception | None = None


class _Running(Struct, eq=False):
    key: Any
    stop: Stop = field(default_factory=Stop)


class Filling(QObject):
    """Does tasks in their order; asked for others, it goes on with those that both want.

    Each task runs on a thread. Several that compute would take turns with the window for the
    interpreter and make it stutter, so what lasts is done `aside`: the thread only waits for a
    process of its own. The answers wait until this object's thread fetches them, a few times a
    second: a signal for each would crowd its queue.
    """

    arrived = Signal(list)
    """The answers that came since, as Answer."""
    ended = Signal()
    """Nothing is left to do."""

    def __init__(self, parent: QObject | None = None, threads: int | None = None) -> None:
        super().__init__(parent)
        self._count = threads or min(os.cpu_count() or 1, MOST_THREADS)
        self._threads: list[threading.Thread] = []
        self._sides: list[SideProcess] = []
        self._gate = threading.Condition()
        self._waiting: deque[Task] = deque()
        self._running: list[_Running] = []
        self._answers: deque[Answer] = deque()
        self._closed = False
        self._timer = QTimer(self)
        self._timer.setInterval(FETCH_MS)
        self._timer.timeout.connect(self._fetch)

    @property
    def busy(self) -> bool:
        """Whether answers are still to come."""
        return self._timer.isActive()

    @property
    def running(self) -> tuple[Any, ...]:
        """The keys that are being worked on."""
        with self._gate:
            return tuple(each.key for each in self._running if not each.stop.is_set())

    def fill(self, tasks: Sequence[Task]) -> None:
        """Do these tasks and no others; what runs already and is among them goes on."""
        wanted = {task.key for task in tasks}
        with self._gate:
            going_on = set()
            for running in self._running:
                if running.key in wanted and not running.stop.is_set():
                    going_on.add(running.key)
                else:
                    running.stop.set()
            done = {answer.key for answer in self._answers}
            self._waiting = deque(
                task for task in tasks if task.key not in going_on and task.key not in done
            )
            self._gate.notify_all()
        if tasks:
            self._start()
            self._timer.start()
        elif self.busy:
            self._fetch()

    def hurry(self, key: Any) -> None:
        """Do the task `key` next, if it still waits."""
        with self._gate:
            for task in self._waiting:
                if task.key == key:
                    self._waiting.remove(task)
                    self._waiting.appendleft(task)
                    return

    def cancel(self) -> None:
        """Stop; what is finished already still arrives."""
        self.fill(())

    def finish(self) -> None:
        """Wait for everything that was asked for, and report it now: for a picture."""
        with self._gate:
            while self._waiting or self._running:
                self._gate.wait()
        self._fetch()

    def shut_down(self) -> None:
        """Cancel everything and wait until the threads have ended; nothing is reported."""
        self._timer.stop()
        with self._gate:
            self._closed = True
            self._waiting.clear()
            for running in self._running:
                running.stop.set()
            self._gate.notify_all()
        for side in self._sides:
            side.end()
        for thread in self._threads:
            thread.join()
        self._threads.clear()

    def _start(self) -> None:
        if self._threads or self._closed:
            return
        hand_over_soon()
        for _ in range(self._count):
            side = SideProcess()
            self._sides.append(side)
            thread = threading.Thread(target=self._work, args=(side,), name="cells", daemon=True)
            self._threads.append(thread)
            thread.start()

    def _work(self, side: SideProcess) -> None:
        while True:
            with self._gate:
                while not self._waiting and not self._closed:
                    self._gate.wait()
                if self._closed:
                    side.close()
                    return
                task = self._waiting.popleft()
                running = _Running(task.key)
                self._running.append(running)
            answer = _answer(task, running.stop, side)
            with self._gate:
                self._running.remove(running)
                if answer is not None:
                    self._answers.append(answer)
                self._gate.notify_all()
            del task, running, answer

    def _fetch(self) -> None:
        with self._gate:
            answers, self._answers = list(self._answers), deque()
            left = bool(self._waiting) or any(not each.stop.is_set() for each in self._running)
        was_busy = self.busy
        if not left:
            self._timer.stop()
        if answers:
            self.arrived.emit(answers)
        if was_busy and not left and not self.busy:
            self.ended.emit()


def _answer(task: Task, stop: Stop, side: SideProcess) -> Answer | None:
    """What a task comes to; None where it was cancelled."""
    try:
        return Answer(task.key, _value(task, stop, side))
    except Cancelled:
        return None
    except Gone:
        return None if stop.is_set() else Answer(task.key, error=Problem(_ENDED))
    except Exception as error:  # the job runner: errors are values
        return Answer(task.key, error=error)


def _value(task: Task, stop: Stop, side: SideProcess) -> Any:
    if task.aside and isinstance(task.work, Call) and possible():
        try:
            return side.run(task.work, stop)
        except Gone as gone:
            if gone.begun or stop.is_set():
                raise
    return task.work(stop.is_set)

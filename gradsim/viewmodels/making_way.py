"""A computing thread lets the window pass between two layers.

A product of small matrices gives the interpreter's lock back and takes it again within
microseconds, sooner than a thread that waits for it has woken up; and every return begins the
waiting thread's time anew after which it might insist. So a computation of a thousand small layers
could keep the window from its turn for as long as it lasts.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QObject

_COMPUTES_SECONDS = 0.001
# A thread that waits for the lock has woken up in this time.
_WAKING_SECONDS = 60e-6
# A turn of the window mostly ends within this time; a longer one goes on in the next pause.
_TURN_SECONDS = 0.004


class WindowTurns(QObject):
    """Knows whether the window's thread is at work or waits for events; one in an application."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._resting = threading.Event()
        self._resting.set()
        self._waiting = 0
        dispatcher = QAbstractEventDispatcher.instance(application.thread())
        dispatcher.awake.connect(self._resting.clear)
        dispatcher.aboutToBlock.connect(self._resting.set)

    @contextmanager
    def waiting_for_work(self) -> Iterator[None]:
        """The window's thread does nothing but wait for a computation."""
        self._waiting += 1
        try:
            yield
        finally:
            self._waiting -= 1

    def let_pass(self) -> None:
        """Pause the calling thread, and while the window is at work a little longer."""
        if not self._waiting:
            time.sleep(_WAKING_SECONDS)
            self._resting.wait(_TURN_SECONDS)


def window_turns() -> WindowTurns | None:
    """The turns of the running application; None without one."""
    application = QCoreApplication.instance()
    if application is None:
        return None
    found: WindowTurns | None = application.findChild(WindowTurns)
    return found or WindowTurns(application)


class MakingWay:
    """Says whether to stop, as `stopped` does, and lets the window pass once in a while."""

    def __init__(self, stopped: Callable[[], bool], turns: WindowTurns | None) -> None:
        self._stopped, self._turns = stopped, turns
        self._next = time.perf_counter() + _COMPUTES_SECONDS

    def __call__(self) -> bool:
        if self._turns is not None and time.perf_counter() > self._next:
            self._turns.let_pass()
            self._next = time.perf_counter() + _COMPUTES_SECONDS
        return self._stopped()

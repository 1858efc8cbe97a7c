"""What a long worker shares with the window: when to stop, how fast to go, and what is new."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from statistics import median
from typing import Final, Generic, Self, TypeVar

M = TypeVar("M")

SHOWN_EVERY: Final = 0.1
"""Seconds between two moments that are shown, at least."""
FORM_SHARE: Final = 8.0
"""How many times as long as the last moment took to form the work goes on before the next."""
WINDOW_SHARE: Final = 7.0
"""How many times as long as the window's turn takes: worker and window hold one interpreter in
turns, and the work is to have most of it."""
_LONGEST: Final = 0.6
"""Seconds that the window's cost holds a moment back at most: nothing is to seem to stand still."""
_TURNS: Final = 3


class Pacing(Generic[M]):
    """The window stops it, sets its speed and fetches moments; the worker asks and leaves them.

    Never more than one moment waits: a newer one takes its place.
    """

    def __init__(self) -> None:
        self.speed = 0
        """Steps a second; 0 for as many as can be."""
        self._stop, self._awake = threading.Event(), threading.Event()
        self._lock = threading.Lock()
        self._newest: M | None = None
        self._fetched_at: float | None = None
        self._turns: deque[float] = deque(maxlen=_TURNS)

    @property
    def stopped(self) -> bool:
        """Whether the worker should end after the step in hand."""
        return self._stop.is_set()

    def ready(self) -> None:
        """Take back an earlier `stop`."""
        self._stop.clear()
        self._awake.clear()
        self._fetched_at = None

    def stop(self) -> None:
        """End after the step in hand."""
        self._stop.set()
        self._awake.set()

    def set_speed(self, steps_a_second: int) -> None:
        """Change the speed at once, also within the pause between two steps."""
        self.speed = steps_a_second
        self._awake.set()

    def fetch(self) -> M | None:
        """The newest moment that was left, once.

        The window's thread alone fetches. What of the processor that thread took since the last
        time is what a moment costs it: showing, painting, and whatever the user did besides.
        """
        now, before = time.thread_time(), self._fetched_at
        self._fetched_at = now
        if before is not None:
            self._turns.append(now - before)
        with self._lock:
            moment, self._newest = self._newest, None
            return moment

    def pause_after(self, formed: float) -> float:
        """Seconds until the next moment is due, where the last one took `formed` seconds to form.

        Of the window's last turns the middle one counts: a menu that was opened is no reason.
        """
        turns = tuple(self._turns)
        window = median(turns) if turns else 0.0
        return max(SHOWN_EVERY, FORM_SHARE * formed, min(WINDOW_SHARE * window, _LONGEST))

    def _rest(self) -> None:
        """Wait as long as the speed asks for, or until it changes."""
        if self.speed:
            self._awake.wait(1.0 / self.speed)
            self._awake.clear()

    def _leave(self, moment: M, seen: Callable[[Self], None]) -> None:
        """Leave a moment; `seen` is told, but not again before it was fetched."""
        with self._lock:
            fetched = self._newest is None
            self._newest = moment
        if fetched:
            seen(self)

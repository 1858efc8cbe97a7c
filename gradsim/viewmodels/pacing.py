"""What a long worker shares with the window: when to stop, how fast to go, and what is new."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, Self, TypeVar

M = TypeVar("M")


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

    @property
    def stopped(self) -> bool:
        """Whether the worker should end after the step in hand."""
        return self._stop.is_set()

    def ready(self) -> None:
        """Take back an earlier `stop`."""
        self._stop.clear()
        self._awake.clear()

    def stop(self) -> None:
        """End after the step in hand."""
        self._stop.set()
        self._awake.set()

    def set_speed(self, steps_a_second: int) -> None:
        """Change the speed at once, also within the pause between two steps."""
        self.speed = steps_a_second
        self._awake.set()

    def fetch(self) -> M | None:
        """The newest moment that was left, once."""
        with self._lock:
            moment, self._newest = self._newest, None
            return moment

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

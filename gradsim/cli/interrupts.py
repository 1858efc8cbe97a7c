"""Ctrl+C that waits where something must be finished first."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interrupts:
    """Ctrl+C raises KeyboardInterrupt as ever, but not within :meth:`held`."""

    def __init__(self) -> None:
        self._holding = self._pending = False
        signal.signal(signal.SIGINT, self._answer)

    @contextmanager
    def held(self) -> Iterator[None]:
        """A block that is finished whatever comes; then comes the KeyboardInterrupt."""
        self._holding = True
        try:
            yield
        finally:
            self._holding = False
        if self._pending:
            self._pending = False
            raise KeyboardInterrupt

    def _answer(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        if not self._holding:
            raise KeyboardInterrupt
        self._pending = True

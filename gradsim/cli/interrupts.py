"""Ctrl+C, and the signal that ends a process, wait where something must be finished first."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Any


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


class Stop:
    """Within the block Ctrl+C and SIGTERM are noted, and whoever computes asks for them.

    The second one ends the process at once, whatever it is doing. A signal that the process was
    started to ignore stays ignored.

    number : the signal that came; None while there was none.
    """

    def __init__(self) -> None:
        self.number: int | None = None
        self._before: dict[int, Any] = {}

    @property
    def code(self) -> int:
        """What a shell calls the end by this signal: 130 after Ctrl+C, 143 after SIGTERM."""
        return 128 + (self.number or 0)

    def asked(self) -> bool:
        """Whether one came."""
        return self.number is not None

    def __enter__(self) -> Stop:
        for each in (signal.SIGINT, signal.SIGTERM):
            if signal.getsignal(each) != signal.SIG_IGN:
                self._before[each] = signal.signal(each, self._note)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for each, before in self._before.items():
            signal.signal(each, before)

    def _note(self, number: int, frame: FrameType | None) -> None:
        del frame
        self.number = number
        # The system itself ends the process then: a step of a large network may take long.
        for each in self._before:
            signal.signal(each, signal.SIG_DFL)

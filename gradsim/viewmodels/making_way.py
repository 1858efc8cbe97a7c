"""A computing thread lets the window pass between two layers.

A product of small matrices gives the interpreter's lock back and takes it again within
microseconds, sooner than a thread that waits for it has woken up; and every return begins the
waiting thread's time anew after which it might insist. So a computation of a thousand small layers
could keep the window from its turn for as long as it lasts.
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable

# What ends sooner is soon on the screen, and the window has little else to do.
_BEGINS_SECONDS = 0.02
_COMPUTES_SECONDS = 0.001
# A thread that waits for the lock has woken up in this time.
_WAKING_SECONDS = 60e-6
# Who sleeps so much longer than was asked did not get the lock back: another thread is at work.
_LATE_SECONDS = 0.0003
_LONGEST_SECONDS = 0.004
# Where the system's shortest sleep is long, pauses come less often: they cost a tenth at most.
_SHARE = 10
_SWITCH_SECONDS = 0.0005


def hand_over_soon() -> None:
    """Let computing threads hand the interpreter to the window well within a frame."""
    sys.setswitchinterval(_SWITCH_SECONDS)


class MakingWay:
    """Says whether to stop, as `stopped` does, and pauses once in a while for other threads.

    A pause that nobody uses is as short as can be; one in which another thread takes the
    interpreter goes on until that has given it back, but not for long: a window that never rests
    must not hold up what it waits for.
    """

    def __init__(self, stopped: Callable[[], bool]) -> None:
        self._stopped = stopped
        self._quickest = math.inf
        self._next = time.perf_counter() + _BEGINS_SECONDS

    def __call__(self) -> bool:
        now = time.perf_counter()
        if now > self._next:
            now = self._pause(now)
            self._next = now + max(_COMPUTES_SECONDS, _SHARE * self._quickest)
        return self._stopped()

    def _pause(self, now: float) -> float:
        """Let others pass from `now` on; the time when that is done."""
        end = now + _LONGEST_SECONDS
        while now < end:
            begun = now
            time.sleep(_WAKING_SECONDS)
            now = time.perf_counter()
            self._quickest = min(self._quickest, now - begun)
            if now - begun < self._quickest + _LATE_SECONDS:
                break
        return now

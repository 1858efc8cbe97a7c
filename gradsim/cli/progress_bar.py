"""One line on a terminal that says how far a computation is; nothing where nobody looks."""

from __future__ import annotations

import shutil
import sys
import time

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_WIDTH = 30
_PAUSE = 0.1


class ProgressBar:
    """Counts up to `total`, `done` of which were there before; drawn on stderr, if a terminal."""

    def __init__(self, total: int, done: int = 0) -> None:
        self._total = total
        self._done = self._before = done
        self._start = time.monotonic()
        self._drawn_at = 0.0
        self._shown = sys.stderr is not None and sys.stderr.isatty()
        self.advance(0, "")

    def advance(self, count: int, words: str) -> None:
        """`count` more are done; `words` say which was the last."""
        self._done += count
        now = time.monotonic()
        if self._shown and (now - self._drawn_at >= _PAUSE or self._done == self._total):
            self._drawn_at = now
            self._draw(self._line(now, words))

    def say(self, line: str) -> None:
        """Write a line of its own on stderr, above the bar."""
        self.clear()
        print(line, file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the bar off the terminal."""
        if self._shown:
            self._draw("")

    def _line(self, now: float, words: str) -> str:
        filled = round(8 * _WIDTH * self._done / max(1, self._total))
        bar = _EIGHTHS[8] * (filled // 8)
        if filled % 8:
            bar += _EIGHTHS[filled % 8]
        parts = [f"{bar:{_WIDTH}}▏{self._done}/{self._total}"]
        computed = self._done - self._before
        if computed and self._done < self._total:
            seconds = (now - self._start) / computed * (self._total - self._done)
            parts.append(f"{clock(seconds)} left")
        return "  ".join([*parts, words])

    def _draw(self, line: str) -> None:
        room = max(10, shutil.get_terminal_size().columns - 1)
        sys.stderr.write(f"\r\x1b[2K{line[:room]}")
        sys.stderr.flush()


def clock(seconds: float) -> str:
    """Hours where there are any, minutes and seconds."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"

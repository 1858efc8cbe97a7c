"""The other end: reads calls from its input, does them one by one, writes what they come to.

Started by :class:`gradsim.project.aside.process.SideProcess`; it ends with its input.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from queue import SimpleQueue
from typing import IO, Any

from gradsim.project.aside.calls import Call


class _Inbox:
    """Calls in the order of their arrival, and the numbers of those that are to stop."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self._stopped = 0
        self.calls: SimpleQueue[tuple[int, Call]] = SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()

    def stopped(self, number: int) -> bool:
        """Whether this call, or a later one, is to stop."""
        return self._stopped >= number

    def _read(self) -> None:
        while True:
            try:
                number, call = pickle.load(self._source)  # noqa: S301 - who started us wrote it
            except (EOFError, OSError, pickle.UnpicklingError):
                os._exit(0)  # nobody is there any more who wants to know
            if call is None:
                self._stopped = number
            else:
                self.calls.put((number, call))


def serve(source: IO[bytes], target: IO[bytes]) -> None:
    """Answer every call of `source` in `target`, until the source ends."""
    inbox = _Inbox(source)
    while True:
        number, call = inbox.calls.get()
        answer: tuple[Any, Exception | None]
        try:
            answer = call(lambda number=number: inbox.stopped(number)), None  # type: ignore[misc]
        except Exception as error:  # the job runner: errors are values
            answer = None, error
        try:
            data = pickle.dumps(answer)
        except Exception as error:  # an error that cannot be sent is told in words
            data = pickle.dumps((None, RuntimeError(str(error))))
        target.write(data)
        target.flush()


def main() -> None:
    """Serve over the standard streams; what the work prints goes to the error stream."""
    target = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, target)


if __name__ == "__main__":
    main()

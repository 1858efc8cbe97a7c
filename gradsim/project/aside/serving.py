"""The other end: takes calls from a line, does them one by one, answers with what they come to.

Started by :class:`gradsim.project.aside.process.SideProcess`; it ends with its line.
"""

from __future__ import annotations

import os
import sys
import threading
from multiprocessing import connection
from queue import SimpleQueue
from typing import Any, TypeAlias

from gradsim.project.aside.calls import Call

Line: TypeAlias = "connection.Connection[Any, Any]"


class _Inbox:
    """Calls in the order of their arrival, and the numbers of those that are to stop."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._stopped = 0
        self.calls: SimpleQueue[tuple[int, Call]] = SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()

    def stopped(self, number: int) -> bool:
        """Whether this call, or a later one, is to stop."""
        return self._stopped >= number

    def _read(self) -> None:
        while True:
            try:
                number, call = self._line.recv()
            except (EOFError, OSError):
                os._exit(0)  # nobody is there any more who wants to know
            if call is None:
                self._stopped = number
            else:
                self.calls.put((number, call))


def serve(line: Line) -> None:
    """Say that it is ready, and answer every call that comes, until the line ends."""
    line.send(os.getpid())
    inbox = _Inbox(line)
    while True:
        number, call = inbox.calls.get()
        answer: tuple[Any, Exception | None]
        try:
            answer = call(lambda number=number: inbox.stopped(number)), None  # type: ignore[misc]
        except Exception as error:  # the job runner: errors are values
            answer = None, error
        try:
            line.send(answer)
        except OSError:
            return
        except Exception as error:  # an error that cannot be sent is told in words
            line.send((None, RuntimeError(str(error))))


def main() -> None:
    """Serve the line whose handle the first argument names."""
    kind = "PipeConnection" if sys.platform == "win32" else "Connection"
    serve(getattr(connection, kind)(int(sys.argv[1])))


if __name__ == "__main__":
    main()

"""The window's end of a process beside it: started when first needed, gone when it is ended."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final, NamedTuple

from gradsim.engine.cancellation import Cancelled
from gradsim.project.aside.calls import Call, Stop

_ONE_THREAD: Final = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
_ROOT: Final = str(Path(__file__).resolve().parents[3])
_HANDING_OVER: Final = threading.Lock()
"""Held while a line's far end stands open here: a process that is started in that time inherits it
on Windows, and the line of one that dies does not end before its sibling does."""


class Gone(Exception):
    """The process could not be started, or (`begun`) ended before it answered."""

    def __init__(self, *, begun: bool = False) -> None:
        super().__init__()
        self.begun = begun


class _Running(NamedTuple):
    process: subprocess.Popen[bytes]
    line: Connection[Any, Any]


def possible() -> bool:
    """Whether there is an interpreter to start: a frozen program has none."""
    return bool(sys.executable) and not getattr(sys, "frozen", False)


class SideProcess:
    """Does one call after the other in a process of its own; only one thread may ask.

    It is started by :meth:`run`, which takes a third of a second or so, and it ends with
    :meth:`end` or with the program that started it. Unlike the processes of ``multiprocessing``,
    it does not run the program's main script again.
    """

    def __init__(self) -> None:
        self._running: _Running | None = None
        self._gate = threading.Lock()
        self._count = 0
        self._ended = False

    @property
    def alive(self) -> bool:
        """Whether the process is there."""
        return self._running is not None and self._running.process.poll() is None

    def run(self, call: Call, stop: Stop) -> Any:
        """What the call returns there, or the exception that it raises.

        Raises
        ------
        Cancelled
            Where `stop` was set.
        Gone
            Where the process is not there any more; the next call starts another one.
        """
        running = self._started()
        self._count += 1
        number = self._count
        try:
            self._send(running.line, (number, call))
            stop.listen(lambda: self._forget(running.line, number))
            value, error = running.line.recv()
        except (EOFError, OSError) as gone:
            self._drop(running)
            if stop.is_set():
                raise Cancelled from gone
            raise Gone(begun=True) from gone
        finally:
            stop.listen(None)
        if error is not None:
            raise error
        return value

    def end(self) -> None:
        """End the process; what it was doing is lost, and nothing more is done."""
        self._ended = True
        if self._running is not None:
            with suppress(OSError):
                self._running.process.kill()

    def close(self) -> None:
        """Let go of the line to it; by the thread that asked, after :meth:`end`."""
        if self._running is not None:
            self._drop(self._running)

    def _started(self) -> _Running:
        if self._running is None:
            if self._ended:
                raise Gone
            with _HANDING_OVER:
                here, there = Pipe()
                try:
                    self._running = _Running(_start(there.fileno()), here)
                except OSError as error:
                    here.close()
                    raise Gone from error
                finally:
                    there.close()
            if self._ended:
                self._running.process.kill()
            self._greet(self._running)
        return self._running

    def _greet(self, running: _Running) -> None:
        """Wait until it is ready, which one that cannot work never is."""
        try:
            running.line.recv()
        except (EOFError, OSError) as gone:
            self._drop(running)
            raise Gone from gone

    def _send(self, line: Connection[Any, Any], message: object) -> None:
        with self._gate:
            line.send(message)

    def _forget(self, line: Connection[Any, Any], number: int) -> None:
        with suppress(OSError):
            self._send(line, (number, None))

    def _drop(self, running: _Running) -> None:
        with suppress(OSError):
            running.process.kill()
        running.process.wait()
        running.line.close()
        self._running = None


def _start(line: int) -> subprocess.Popen[bytes]:
    """The other process, which is given the handle `line`."""
    paths = [_ROOT, *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = os.environ | dict.fromkeys(_ONE_THREAD, "1")
    windows = sys.platform == "win32"
    if sys.platform == "win32":
        os.set_handle_inheritable(line, True)
    return subprocess.Popen(
        [sys.executable, "-m", "gradsim.project.aside.serving", str(line)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment | {"PYTHONPATH": os.pathsep.join(paths)},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        close_fds=not windows,
        pass_fds=() if windows else (line,),
    )

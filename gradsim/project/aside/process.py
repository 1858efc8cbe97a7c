"""The window's end of a process beside it: started when first needed, gone when it is ended."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from gradsim.engine.cancellation import Cancelled
from gradsim.project.aside.calls import Call, Stop

_ONE_THREAD: Final = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
_ROOT: Final = str(Path(__file__).resolve().parents[3])


class Gone(Exception):
    """The process could not be started, or (`begun`) ended before it answered."""

    def __init__(self, *, begun: bool = False) -> None:
        super().__init__()
        self.begun = begun


def possible() -> bool:
    """Whether there is an interpreter to start: a frozen program has none."""
    return bool(sys.executable) and not getattr(sys, "frozen", False)


class SideProcess:
    """Does one call after the other in a process of its own; only one thread may ask.

    It is started by :meth:`run`, which takes a third of a second or so, and it ends with
    :meth:`end` or with the program that started it. Unlike ``multiprocessing``, it does not run
    the program's main script again.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._gate = threading.Lock()
        self._count = 0
        self._ended = False

    def run(self, call: Call, stop: Stop) -> Any:
        """What the call returns there, or the exception that it raises.

        Raises
        ------
        Cancelled
            Where `stop` was set.
        Gone
            Where the process is not there any more; the next call starts another one.
        """
        process = self._started()
        self._count += 1
        number = self._count
        try:
            self._send(process, (number, call))
            stop.listen(lambda: self._forget(process, number))
            assert process.stdout is not None
            value, error = pickle.load(process.stdout)  # noqa: S301 - our own process wrote it
        except (EOFError, OSError, pickle.UnpicklingError) as gone:
            self._drop(process)
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
        if self._process is not None:
            with suppress(OSError):
                self._process.kill()

    def close(self) -> None:
        """Let go of the pipes; by the thread that asked, after :meth:`end`."""
        if self._process is not None:
            self._drop(self._process)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            if self._ended:
                raise Gone
            paths = [_ROOT, *filter(None, [os.environ.get("PYTHONPATH")])]
            environment = os.environ | dict.fromkeys(_ONE_THREAD, "1")
            try:
                self._process = subprocess.Popen(
                    [sys.executable, "-m", "gradsim.project.aside.serving"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=environment | {"PYTHONPATH": os.pathsep.join(paths)},
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            except OSError as error:
                raise Gone from error
            if self._ended:
                self._process.kill()
        return self._process

    def _send(self, process: subprocess.Popen[bytes], message: object) -> None:
        assert process.stdin is not None
        data = pickle.dumps(message)
        with self._gate:
            process.stdin.write(data)
            process.stdin.flush()

    def _forget(self, process: subprocess.Popen[bytes], number: int) -> None:
        with suppress(OSError, ValueError):
            self._send(process, (number, None))

    def _drop(self, process: subprocess.Popen[bytes]) -> None:
        with suppress(OSError):
            process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        self._process = None

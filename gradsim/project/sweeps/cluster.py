"""A Dask cluster that the user started, as the crew of a sweep."""

from __future__ import annotations

import contextlib
import logging
import socket
import time
from concurrent.futures import Future
from urllib.parse import urlsplit

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.sweeps.computing import Computed, Order, compute

_PATIENCE = 10.0
"""Seconds in which a scheduler must answer."""
_COUNT_AGAIN = 2.0
"""Seconds after which workers are counted again."""
_GLANCE = 0.1
_PORT = 8786
"""Where a Dask scheduler listens unless told otherwise."""
_SOCKETS = ("tcp", "tls", "ws", "wss")
"""The protocols whose listener can be knocked at."""
_LENGTH, _LONGEST = 8, 2**24
"""A scheduler's first bytes are the length of its greeting, little end first; it is short."""


class Cluster:
    """The workers of the Dask scheduler at `address`, through ``Client.get_executor()``.

    Raises
    ------
    Problem
        Where Dask is not installed, or no scheduler answers.
    """

    def __init__(self, address: str, patience: float = _PATIENCE) -> None:
        try:
            from distributed import Client
        except ImportError:
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem", "A cluster needs Dask: python -m pip install {package}"
                ),
                package='"gradsim[cluster]"',
            ) from None
        # What Dask has to say about lost connections is said here, in one line.
        for name in list(logging.root.manager.loggerDict):
            if name.partition(".")[0] == "distributed":
                logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        self.address = address
        self._patience = patience
        self._silent_since: float | None = None
        self._counted_at = -_COUNT_AGAIN
        self._threads: dict[str, int] = {}
        try:
            _knock(address, patience)
            self._client = Client(address, timeout=patience, set_as_default=False)
        except (OSError, ValueError):  # also no answer in time, and an address that is none
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "No Dask scheduler answers at “{address}”; one is started with the command "
                    "dask scheduler.",
                ),
                address=address,
            ) from None
        self._executor = self._client.get_executor(pure=False)

    def submit(self, order: Order) -> Future[Computed]:
        """Begin with one order."""
        self.check()
        submitted: Future[Computed] = self._executor.submit(compute, order)
        return submitted

    def size(self) -> int:
        """The threads of all workers, 1 where none has come yet."""
        return max(1, sum(self._workers().values()))

    def workers(self) -> int:
        """How many workers there are."""
        return len(self._workers())

    def _workers(self) -> dict[str, int]:
        now = time.monotonic()
        if self._running() and now - self._counted_at >= _COUNT_AGAIN:
            self._counted_at = now
            with contextlib.suppress(OSError):  # it was lost a moment ago: check() says so
                self._threads = dict(self._client.nthreads())
        return self._threads

    def check(self) -> None:
        """Raise a Problem once the scheduler has been gone for a while."""
        if self._running():
            self._silent_since = None
            return
        now = time.monotonic()
        if self._silent_since is None:
            self._silent_since = now
        if self._client.status == "connecting" and now - self._silent_since < self._patience:
            return
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "The Dask scheduler at “{address}” is gone."),
            address=self.address,
        )

    def renew(self) -> bool:
        """Wait for the scheduler while there is hope; Dask replaces lost workers by itself."""
        while not self._running():
            self.check()
            time.sleep(_GLANCE)
        return False

    def stop(self) -> None:
        """Give up what is under way and leave; the cluster stays the user's."""
        with contextlib.suppress(Exception):  # nobody may be there to hear it
            if self._running():
                self._executor.shutdown(wait=False)
            self._client.close(timeout=2)

    def _running(self) -> bool:
        return bool(self._client.status == "running")


def _knock(address: str, patience: float) -> None:
    """Fail at once where no scheduler listens: Dask itself would go on trying, or wait for ever.

    Raises
    ------
    OSError, ValueError
        Where nobody does, somebody else does, or the address is none.
    """
    from distributed.comm.registry import get_backend

    parts = urlsplit(address if "//" in address else f"tcp://{address}")
    get_backend(parts.scheme)
    if parts.scheme not in _SOCKETS:
        return
    place = parts.hostname or "", parts.port or _PORT
    with socket.create_connection(place, patience) as line:
        if parts.scheme == "tcp":
            _hear_greeting(line, time.monotonic() + patience)


def _hear_greeting(line: socket.socket, until: float) -> None:
    """Fail where whoever answered does not greet as a scheduler does, which speaks first."""
    heard = b""
    while len(heard) < _LENGTH:
        line.settimeout(max(until - time.monotonic(), _GLANCE))
        more = line.recv(_LENGTH - len(heard))
        if not more:
            raise ConnectionError
        heard += more
    if not 0 < int.from_bytes(heard, "little") <= _LONGEST:
        raise ConnectionError

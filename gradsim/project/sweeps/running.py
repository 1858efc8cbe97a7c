"""Runs the cells of a plan: here, in processes of this machine, or on a Dask cluster.

All three send the same orders through :func:`gradsim.project.sweeps.computing.compute`, so results
do not depend on who computed them. A bounded number of cells is under way at any time, and each is
handed over as soon as it is finished.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Future,
    wait,
)
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from gradsim.engine.blas import limit_blas_threads
from gradsim.project.sweeps.computing import Computed, Order, compute, order_of
from gradsim.project.sweeps.plan import Plan

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

_AHEAD = 2
"""Cells under way for each worker: one that is computed, one that waits for it."""
_TRIES = 3
"""How often a cell is begun whose worker process is ended from outside."""
_MOST_ON_WINDOWS = 61
"""Windows waits for 63 things at once, and the executor needs two of them itself."""
_LOOK_AGAIN = 0.5
"""Seconds after which a silent executor is asked whether it is still there."""


class Failure(NamedTuple):
    """A cell that could not be computed where it was sent, and may be tried again."""

    cell: int
    reason: str


class Crew(Protocol):
    """Who computes: how many at a time, whether they are still there, and how they go."""

    def submit(self, order: Order) -> Future[Computed]:
        """Begin with one order."""

    def size(self) -> int:
        """How many orders are computed at once, 1 at least."""

    def check(self) -> None:
        """Raise a Problem where nobody computes any more."""

    def renew(self) -> bool:
        """Start again after a worker was lost; whether all that is under way was lost with it.

        Raises a Problem where nobody is left to start with.
        """

    def stop(self) -> None:
        """Give up what is under way and let everybody go."""


def run_here(plan: Plan, cells: Iterable[int]) -> Iterator[Computed]:
    """The cells, one after the other in this process."""
    for index in cells:
        yield compute(order_of(plan, index))


def run_with(crew: Crew, plan: Plan, cells: Iterable[int]) -> Iterator[Computed | Failure]:
    """The cells as they are finished by `crew`, which is let go at the end.

    Raises
    ------
    Problem
        Where the whole crew is lost. What was handed over before stays valid.
    """
    fresh, again = iter(cells), deque[int]()
    tries: Counter[int] = Counter()
    under_way: dict[Future[Computed], int] = {}
    try:
        while True:
            while len(under_way) < _AHEAD * crew.size():
                index = again.popleft() if again else next(fresh, None)
                if index is None:
                    break
                tries[index] += 1
                under_way[crew.submit(order_of(plan, index))] = index
            if not under_way:
                return
            done, _ = wait(under_way, timeout=_LOOK_AGAIN, return_when=FIRST_COMPLETED)
            if not done:
                crew.check()
            broken = False
            for future in done:
                index = under_way.pop(future)
                outcome = _outcome(crew, future, index)
                if outcome is not None:
                    del tries[index]
                    yield outcome
                    continue
                broken = True
                if tries[index] < _TRIES:
                    again.append(index)
                else:
                    yield Failure(index, "its worker was ended from outside")
            if broken and crew.renew():
                again.extend(under_way.values())
                under_way.clear()
    finally:
        for future in under_way:
            future.cancel()
        crew.stop()


def _outcome(crew: Crew, future: Future[Computed], index: int) -> Computed | Failure | None:
    """What became of a cell that is done; None where its worker was lost."""
    try:
        return future.result()
    except (BrokenExecutor, CancelledError):
        return None
    except Exception as error:  # whatever a worker met: the other cells go on
        crew.check()
        lines = str(error).strip().splitlines() or [""]
        return Failure(index, f"{type(error).__name__}: {lines[0]}")


class Processes:
    """`count` processes of this machine, or as many as it allows; BLAS has one thread in each."""

    def __init__(self, count: int) -> None:
        import multiprocessing

        self._count = min(count, _MOST_ON_WINDOWS) if sys.platform == "win32" else count
        self._context = multiprocessing.get_context("spawn")
        self._given_up = self._context.Event()
        self._pool = self._new_pool()

    def _new_pool(self) -> ProcessPoolExecutor:
        from concurrent.futures import ProcessPoolExecutor

        return ProcessPoolExecutor(
            self._count, self._context, initializer=_start_worker, initargs=(self._given_up,)
        )

    def submit(self, order: Order) -> Future[Computed]:
        """Begin with one order."""
        try:
            return self._pool.submit(_compute_in_worker, order)
        except BrokenExecutor as error:
            failed: Future[Computed] = Future()
            failed.set_exception(error)
            return failed

    def size(self) -> int:
        """The number of processes."""
        return self._count

    def check(self) -> None:
        """Nothing to ask: a process that ends breaks every future."""

    def renew(self) -> bool:
        """New processes in the place of those that are left."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = self._new_pool()
        return True

    def stop(self) -> None:
        """Ask every process to stop between two layers, and wait until they have."""
        self._given_up.set()
        self._pool.shutdown(wait=True, cancel_futures=True)


_given_up: Any = None


def _start_worker(given_up: Any) -> None:
    """In a new process: leave Ctrl+C to the one that started it, and end where that is killed."""
    global _given_up
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _given_up = given_up
    limit_blas_threads()


def _end_with_parent() -> None:
    """Workers hold both ends of the line of their orders: they would wait on it for ever."""
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _compute_in_worker(order: Order) -> Computed:
    return compute(order, _given_up.is_set)

"""How many threads BLAS may use: one controller for the process, set to what the sizes deserve.

On small matrices a second thread costs up to ten times what it brings, because threads wait for
each other by spinning. The number is the whole process's, so whoever starts a computation says
what it is about to multiply, and no other code touches the setting.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from itertools import pairwise

from gradsim.engine.network import Network

THREADED_FROM = 16_000_000
"""Multiplications in one matrix product from which a second thread earns its keep."""
ALONE_BELOW = 9_000
"""Below so many OpenBLAS and its kin use one thread of their own accord, as Goto's BLAS did (in
products of a matrix and a vector below 9,216, in dot products up to 10,000)."""


class BlasThreads:
    """The libraries that NumPy multiplies with, and the threads that they now may use."""

    def __init__(self) -> None:
        from threadpoolctl import ThreadpoolController

        controller = ThreadpoolController().select(user_api="blas")
        self._libraries = controller.lib_controllers
        # What the system or OPENBLAS_NUM_THREADS allowed at the start is never exceeded.
        self.most = max((library.num_threads for library in self._libraries), default=1)
        self.now: int | None = None
        self.names = tuple(
            " ".join(
                str(part)
                for part in (
                    library.internal_api,
                    library.version,
                    getattr(library, "architecture", None),
                )
                if part
            )
            for library in self._libraries
        )

    def set(self, threads: int) -> None:
        """Let every library use `threads` threads."""
        if threads != self.now:
            for library in self._libraries:
                library.set_num_threads(threads)
            self.now = threads


_lock = threading.Lock()
_process: list[BlasThreads] = []


def threads_for(products: Iterable[int], most: int) -> int:
    """The threads that matrix products of so many multiplications each deserve."""
    return most if max(products, default=0) >= THREADED_FROM else 1


def limit_blas_threads(network: Network | None = None, samples: int = 1) -> int:
    """Hold BLAS to one thread, or to all where the network's largest product is worth it.

    Returns the number of threads that BLAS may use from now on.
    """
    widths = network.widths if network is not None else ()
    products = [samples * fan_in * fan_out for fan_in, fan_out in pairwise(widths)]
    with _lock:
        if not _process:
            if network is not None and max(products, default=0) < ALONE_BELOW:
                # Finding the libraries takes longer than computing such a network.
                return 1
            _process.append(BlasThreads())
        threads = threads_for(products, _process[0].most)
        _process[0].set(threads)
        return threads


def blas_name() -> str:
    """The libraries that NumPy multiplies with: name, version and the kernels chosen here."""
    with _lock:
        if not _process:
            _process.append(BlasThreads())
        return ", ".join(_process[0].names)

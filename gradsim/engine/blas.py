"""How many threads BLAS may use: one controller for the process, set to what the sizes deserve."""

from __future__ import annotations

import itertools
import os
import threading
from collections.abc import Iterable
from typing import Any

from gradsim.engine.network import Network

THREADED_FROM = 16_000_000
"""Multiplications in one matrix product from which a second thread earns its keep."""

UNTHREADED_BELOW = 9_000
"""Multiplications in one product below which OpenBLAS uses one thread by itself."""

_lock = threading.Lock()
_controller: Any = None
_threads: int | None = None


def threads_for(products: Iterable[int]) -> int:
    """The threads that matrix products of so many multiplications each deserve."""
    largest = max(products, default=0)
    available = os.cpu_count() or 1
    return available if largest >= THREADED_FROM else 1


def limit_blas_threads(network: Network | None = None, samples: int = 1) -> int:
    """Hold BLAS to one thread, or to all where the network's largest product is worth it.

    On small matrices threads cost up to ten times what they bring. Returns the number set. While
    every product is so small that BLAS takes one thread anyway, it is not even looked for.
    """
    global _controller, _threads
    widths = network.widths if network is not None else ()
    products = [samples * fan_in * fan_out for fan_in, fan_out in itertools.pairwise(widths)]
    wanted = threads_for(products)
    with _lock:
        if wanted == _threads:
            return wanted
        if _threads is None and max(products, default=0) < UNTHREADED_BELOW:
            return wanted
        if _controller is None:
            from threadpoolctl import ThreadpoolController

            _controller = ThreadpoolController().select(user_api="blas")
        for library in _controller.lib_controllers:
            library.set_num_threads(wanted)
        _threads = wanted
        return wanted

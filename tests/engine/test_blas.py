"""Claims about BLAS threads: one for small matrices, the machine's for large ones."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from gradsim.engine.blas import limit_blas_threads, threads_for
from tests.engine.networks import network_of


@pytest.mark.parametrize(
    ("samples", "width", "threads"), [(8, 4, 1), (128, 64, 1), (256, 128, 1), (128, 1000, 4)]
)
def test_only_large_products_get_more_than_one_thread(
    samples: int, width: int, threads: int
) -> None:
    assert threads_for([samples * width * width], most=4) == threads


def test_no_network_means_one_thread() -> None:
    assert limit_blas_threads() == 1


def test_the_environment_s_limit_is_never_exceeded() -> None:
    code = (
        "import numpy; from gradsim.engine import *\n"
        "from threadpoolctl import threadpool_info\n"
        "large = Network(1000, (Layer(1000, id=1),))\n"
        "print(limit_blas_threads(large, 128), limit_blas_threads(large, 1))\n"
        "print([pool['num_threads'] for pool in threadpool_info() if pool['user_api'] == 'blas'])\n"
    )
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    printed = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    ).stdout
    assert printed.splitlines()[0] == "1 1"
    assert printed.splitlines()[1] == "[1]"


def test_a_small_network_after_a_large_one_is_back_at_one_thread() -> None:
    limit_blas_threads(network_of(1000, [1000]), 128)
    assert limit_blas_threads(network_of(4, [4]), 8) == 1


def test_a_tiny_network_needs_no_search_for_the_libraries() -> None:
    code = (
        "import sys; from gradsim.engine import *\n"
        "tiny, small = (Network(n, (Layer(n, id=1),)) for n in (4, 100))\n"
        "for network in (tiny, small):\n"
        "    print(limit_blas_threads(network, 1), 'threadpoolctl' in sys.modules)\n"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    assert printed.splitlines() == ["1 False", "1 True"]


def test_importing_the_engine_loads_neither_scipy_nor_qt_nor_threadpoolctl() -> None:
    code = "import gradsim.engine, sys; print(*sorted(name.split('.')[0] for name in sys.modules))"
    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "numpy" in printed
    for heavy in ("scipy", "PySide6", "threadpoolctl"):
        assert heavy not in printed

"""What a result may depend on in its last digits: libraries and processor."""

from __future__ import annotations

import platform
from functools import lru_cache
from pathlib import Path

import msgspec
import numpy as np

from gradsim import __version__
from gradsim.engine.blas import blas_name


class Machine(msgspec.Struct, frozen=True):
    """One machine with its libraries; cells computed by equal ones are equal to the bit."""

    program: str
    python: str
    numpy: str
    blas: str
    processor: str
    system: str


@lru_cache(maxsize=1)
def this_machine() -> Machine:
    """The machine that this process runs on."""
    return Machine(
        program=__version__,
        python=platform.python_version(),
        numpy=np.__version__,
        blas=blas_name(),
        processor=_processor(),
        system=f"{platform.system()} {platform.machine()}",
    )


def _processor() -> str:
    """The processor's name, as well as the system tells it."""
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()

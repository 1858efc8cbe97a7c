"""Runs commands as a shell would, in a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """``gradsim`` with these arguments; variables set to "" are taken away."""
    return subprocess.run(
        [sys.executable, "-m", "gradsim", *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        env=environment_with(**environment),
        check=False,
    )


def environment_with(**changes: str) -> dict[str, str]:
    """This process's environment with changes; "" takes a variable away."""
    merged = {**os.environ, "OPENBLAS_NUM_THREADS": "1", **changes}
    return {name: value for name, value in merged.items() if value != ""}


def python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A Python program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        env=environment_with(**environment),
        check=False,
    )

"""A scheduler and a worker of the test's own, in a process that ends with them.

    python -m tests.project.sweeps.dask_cluster FOLDER

Computes the plan of the tests on them into FOLDER, a file for each cell; then takes the scheduler
away in the middle of a sweep and writes what was said about it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from gradsim.engine.problems import Problem
from gradsim.project.sweeps.cluster import Cluster
from gradsim.project.sweeps.computing import Computed
from gradsim.project.sweeps.records import encode
from gradsim.project.sweeps.running import run_with
from tests.project.sweeps.test_running import PLAN, ROOT


def main(folder: Path) -> None:
    """Run both sweeps."""
    file = folder / "scheduler.json"
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "error",
    }
    scheduler = start(
        environment, "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0",
        "--dashboard-address", ":0", "--scheduler-file", str(file),
    )  # fmt: skip
    worker = start(
        environment, "distributed.cli.dask_worker", "--scheduler-file", str(file), "--nthreads",
        "1", "--no-dashboard", "--no-nanny", "--death-timeout", "20",
        "--local-directory", str(folder),
    )  # fmt: skip
    try:
        compute_all(folder, address_in(file))
        lose_scheduler(folder, address_in(file), scheduler)
    finally:
        for process in (worker, scheduler):
            process.kill()
            process.wait()


def start(environment: dict[str, str], module: str, *arguments: str) -> subprocess.Popen[bytes]:
    """One of Dask's commands."""
    return subprocess.Popen([sys.executable, "-m", module, *arguments], env=environment)


def address_in(file: Path) -> str:
    """Where the scheduler listens, once it has written that down."""
    from distributed import Client

    with Client(scheduler_file=str(file), timeout=60, set_as_default=False) as client:
        client.wait_for_workers(1, timeout=60)
        return str(client.scheduler.address)


def compute_all(folder: Path, address: str) -> None:
    """The plan of the tests."""
    for outcome in run_with(Cluster(address), PLAN, range(len(PLAN))):
        assert isinstance(outcome, Computed), outcome
        (folder / f"{outcome.record.cell}.json").write_bytes(encode(outcome.record))


def lose_scheduler(folder: Path, address: str, scheduler: subprocess.Popen[bytes]) -> None:
    """A sweep whose scheduler dies after the first cell."""
    try:
        for _ in run_with(Cluster(address, patience=2.0), PLAN, [0] * 1000):
            scheduler.kill()
    except Problem as problem:
        (folder / "end").write_text(str(problem), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

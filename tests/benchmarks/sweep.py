"""A sweep of 12 activations × 10 initializers × 20 seeds on two cores, beside PyTorch.

    OPENBLAS_NUM_THREADS=1 python -m tests.benchmarks.sweep [--every K] [--turns N]

30 layers × 64 units, batch 128. Cell by cell the engine, an eager autograd loop and the fastest
PyTorch that we could write (``sweep_torch``) take turns, so that whatever else the machine does
falls on all; each has the number of threads, one or two, that suits it better. Of several turns
the fastest counts; CPU time on one thread stands beside it. Then a scan that shows what the cost
grows with, in CPU time, and the most memory that a sweep held.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import product
from pathlib import Path

import torch
from msgspec.structs import replace

from gradsim.engine import Choice, limit_blas_threads
from gradsim.project.datasets.loading import load_data
from gradsim.project.model import DataSource, Project
from gradsim.project.presets import preset
from gradsim.project.sweeps import Cell, cell_project, measure_cell
from gradsim.project.sweeps.computing import compute, order_of
from gradsim.project.sweeps.plan import Axes, Plan
from gradsim.project.sweeps.results_file import ResultsFile
from tests.benchmarks.sweep_torch import ACTIVATIONS, INITIALIZERS, Batched, eager

LAYERS, UNITS, SAMPLES, SEEDS = 30, 64, 128, 20
EAGER, BATCHED = 3.0, 1.3
INFINITY = float("inf")


def base() -> Project:
    """The network and its data."""
    project = preset("fifty_layers")
    data = DataSource.of("gaussian", samples=SAMPLES)
    return cell_project(replace(project, data=data), Cell(depth=LAYERS, width=UNITS))


def compare(every: int, turns: int) -> None:
    """Print how much faster than PyTorch the sweep's cells are."""
    project = base()
    x, y = (torch.tensor(array) for array in load_data(project))
    batched = Batched(SEEDS, LAYERS, x, y)
    pairs = list(product(ACTIVATIONS, INITIALIZERS))[::every]
    wall = dict.fromkeys(("engine", "eager", "batched"), 0.0)
    cpu = dict(wall)
    for activation, initializer in pairs:
        cell = Cell(Choice(activation), Choice(initializer))
        sides: dict[str, Callable[[int], object]] = {
            "engine": partial(_engine, project, cell),
            "batched": with_threads(partial(batched.cell, activation, initializer)),
            "eager": with_threads(partial(eager, activation, initializer, SEEDS, LAYERS, x, y)),
        }
        batched.weights(initializer)
        taken = {(name, threads): [INFINITY, INFINITY] for name in sides for threads in (1, 2)}
        for _ in range(turns):
            for (name, threads), best in taken.items():
                began, worked = time.perf_counter(), time.process_time()
                sides[name](threads)
                best[0] = min(best[0], time.perf_counter() - began)
                best[1] = min(best[1], time.process_time() - worked)
        for name in sides:
            wall[name] += min(taken[name, 1][0], taken[name, 2][0])
            cpu[name] += taken[name, 1][1]
    print(f"{len(pairs)} of {len(ACTIVATIONS) * len(INITIALIZERS)} cells, {SEEDS} seeds each:")
    print(f"engine {wall['engine']:.2f} s; on one thread {cpu['engine']:.2f} s of CPU")
    for name, target in (("eager", EAGER), ("batched", BATCHED)):
        ratio = wall[name] / wall["engine"]
        verdict = "ok" if ratio >= target else "TOO SLOW"
        print(
            f"PyTorch, {name}: {wall[name]:.2f} s, {ratio:.2f} times as long "
            f"(at least {target}) {verdict}; on one thread {cpu[name] / cpu['engine']:.2f} times "
            "the CPU",
            flush=True,
        )


def _engine(project: Project, cell: Cell, threads: int) -> object:
    return measure_cell(project, cell, SEEDS, threads=threads)


def with_threads(run: Callable[[], object]) -> Callable[[int], object]:
    """The same with so many threads for PyTorch."""

    def limited(threads: int) -> object:
        torch.set_num_threads(threads)
        return run()

    return limited


def scan() -> None:
    """Print what a cell costs along depth and seeds, and a sweep along its cells."""
    project = base()
    tanh = Cell(Choice("tanh"), Choice("glorot_normal"))
    grown(
        "depth", (25, 50, 100, 200, 400), lambda d: measure_cell(project, replace(tanh, depth=d), 8)
    )
    grown(
        "seeds", (10, 20, 40, 80, 160), lambda s: measure_cell(project, replace(tanh, depth=20), s)
    )
    gains = tuple(1.0 + number / 100 for number in range(80))
    grown("cells", (5, 10, 20, 40, 80), lambda n: swept(project, gains[:n]))
    print(f"most memory of this process: {most_memory():.0f} MB")


def grown(name: str, sizes: tuple[int, ...], run: Callable[[int], object]) -> None:
    """Print the CPU milliseconds for one more of what is counted, at each size."""
    run(sizes[0])
    costs = []
    for size in sizes:
        best = float("inf")
        for _ in range(3):
            began = time.process_time()
            run(size)
            best = min(best, time.process_time() - began)
        costs.append(best / size)
    rows = ", ".join(f"{size}: {cost * 1e3:.2f}" for size, cost in zip(sizes, costs, strict=True))
    print(f"CPU ms for each of {name} at {rows}", flush=True)


def swept(project: Project, gains: tuple[float, ...]) -> None:
    """A whole sweep into a results file."""
    plan = Plan(project, Axes((Choice("tanh"),), gains=gains, depths=(10,)), seeds=5)
    with (
        tempfile.TemporaryDirectory() as folder,
        ResultsFile(Path(folder) / "results.jsonl", plan) as results,
    ):
        for index in range(len(plan)):
            done = compute(order_of(plan, index))
            results.append(done.record, done.machine)


def most_memory() -> float:
    """Megabytes that this process held at most; nan where the system does not tell."""
    if sys.platform == "win32":
        return float("nan")
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20


def main() -> None:
    """Both parts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    parser.add_argument("--every", type=int, default=1, help="only every K-th cell")
    parser.add_argument("--turns", type=int, default=3)
    given = parser.parse_args()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    limit_blas_threads()
    compare(given.every, given.turns)
    scan()


if __name__ == "__main__":
    main()

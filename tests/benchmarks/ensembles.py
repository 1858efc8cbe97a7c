"""An ensemble of 20 seeds on two threads against 20 single runs on one.

    OPENBLAS_NUM_THREADS=1 python -m tests.benchmarks.ensembles

30 layers × 64 units, batch 128, drawing the parameters and all statistics included. Each turn has
seeds that nobody has drawn before; once more with seeds whose unit draws are kept. The fastest of
many turns counts, each side in turn, because other work on the machine only ever adds time; CPU
time stands beside it, for what threads gain is no saving of work.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import count

import numpy as np

from gradsim.engine import Choice, Layer, Network, forward, initialize, limit_blas_threads, measure
from gradsim.engine.ensembles import measure_ensemble

LAYERS, UNITS, SAMPLES, SEEDS, THREADS = 30, 64, 128, 20, 2
TARGET = 1.7
TURNS = 30


def main() -> None:
    """Print one line a case."""
    limit_blas_threads()
    generator = np.random.default_rng(1)
    inputs = generator.standard_normal((SAMPLES, UNITS))
    targets = generator.standard_normal((SAMPLES, UNITS))
    for activation in ("tanh", "relu"):
        layers = tuple(
            Layer(UNITS, Choice(activation), Choice.of("glorot_normal", gain=1.4), id=number)
            for number in range(1, LAYERS + 1)
        )
        network = Network(UNITS, layers, "mean_squared_error")

        def singly(seeds: range, network: Network = network) -> None:
            for seed in seeds:
                parameters = initialize(network, seed, inputs=inputs)
                measure(forward(network, parameters, inputs, targets))

        def together(seeds: range, network: Network = network) -> None:
            measure_ensemble(network, seeds, inputs, targets, threads=THREADS)

        def together_on_one(seeds: range, network: Network = network) -> None:
            measure_ensemble(network, seeds, inputs, targets)

        sides = {"single": singly, "ensemble": together, "on one thread": together_on_one}
        for case, fresh in (("new seeds", True), ("kept draws", False)):
            wall, cpu = fastest(sides, fresh)
            ratio = wall["single"] / wall["ensemble"]
            verdict = "" if not fresh else " ok" if ratio >= TARGET else " TOO SLOW"
            print(
                f"{activation:5} {case:10}: 20 single runs {wall['single'] * 1e3:6.1f} ms,"
                f" ensemble on {THREADS} threads {wall['ensemble'] * 1e3:6.1f} ms,"
                f" on one {wall['on one thread'] * 1e3:6.1f} ms; {ratio:4.2f} times as fast"
                f"{f' (at least {TARGET})' if fresh else ''};"
                f" CPU {cpu['single'] / cpu['ensemble']:4.2f} times less{verdict}",
                flush=True,
            )


def fastest(
    sides: dict[str, Callable[[range], None]], fresh: bool
) -> tuple[dict[str, float], dict[str, float]]:
    """The least wall and CPU seconds of each side over turns that alternate."""
    wall = dict.fromkeys(sides, float("inf"))
    cpu = dict(wall)
    numbers = count(1)
    for _ in range(TURNS):
        for name, side in sides.items():
            start = SEEDS * next(numbers) if fresh else 0
            seeds = range(start, start + SEEDS)
            began, worked = time.perf_counter(), time.process_time()
            side(seeds)
            wall[name] = min(wall[name], time.perf_counter() - began)
            cpu[name] = min(cpu[name], time.process_time() - worked)
    return wall, cpu


if __name__ == "__main__":
    main()

"""Forward, backward and every statistic against the bare matrix products of the same shapes.

    OPENBLAS_NUM_THREADS=1 python -m tests.benchmarks.engine_floor

The floor writes into arrays that are already there: per layer a W^T, f(z), δ^T a and δ W, and
nothing else. As in any pass, the activations of all layers are kept for the products going back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gradsim.engine import Choice, Layer, Network, forward, initialize, limit_blas_threads, measure
from tests.benchmarks.interleaved import medians


@dataclass(frozen=True)
class Case:
    """One shape and what it may cost, as a multiple of the floor."""

    layers: int
    units: int
    samples: int
    activation: str
    dtype: str
    target: float


CASES = (
    Case(50, 64, 128, "tanh", "float64", 1.5),
    Case(50, 64, 128, "tanh", "float32", 2.0),
    Case(50, 64, 128, "relu", "float64", 2.0),
    Case(50, 64, 128, "relu", "float32", 2.0),
    Case(10, 1000, 128, "tanh", "float64", 1.3),
    Case(10, 1000, 128, "relu", "float64", 1.3),
    Case(10, 1000, 128, "relu", "float32", 1.3),
)
GAINS = {"tanh": 5 / 3, "relu": 1.0}
WEIGHTS = {"tanh": "glorot_normal", "relu": "he_normal"}


def engine(case: Case) -> Callable[[], object]:
    """Forward pass and measurement of the case."""
    activation = Choice(case.activation)
    weights = Choice.of(WEIGHTS[case.activation], gain=GAINS[case.activation])
    network = Network(
        case.units,
        tuple(Layer(case.units, activation, weights, id=i + 1) for i in range(case.layers)),
        "mean_squared_error",
    )
    parameters = initialize(network, 7, dtype=case.dtype)
    generator = np.random.default_rng(1)
    inputs = generator.standard_normal((case.samples, case.units)).astype(case.dtype)
    targets = generator.standard_normal((case.samples, case.units)).astype(case.dtype)
    return lambda: measure(forward(network, parameters, inputs, targets))


def floor(case: Case) -> Callable[[], object]:
    """The bare products and one bare evaluation of the activation per layer."""
    generator = np.random.default_rng(1)
    weights = [
        (generator.standard_normal((case.units, case.units)) / case.units**0.5).astype(case.dtype)
        for _ in range(case.layers)
    ]
    a = generator.standard_normal((case.samples, case.units)).astype(case.dtype)
    z, back = np.empty_like(a), np.empty_like(a)
    activations = [a, *(np.empty_like(a) for _ in weights)]
    gradient = np.empty_like(weights[0])

    def run() -> None:
        for layer, matrix in enumerate(weights, 1):
            np.matmul(activations[layer - 1], matrix.T, out=z)
            if case.activation == "tanh":
                np.tanh(z, out=activations[layer])
            else:
                np.maximum(z, 0, out=activations[layer])
        for layer in range(case.layers, 0, -1):
            np.matmul(a.T, activations[layer - 1], out=gradient)
            if layer > 1:
                np.matmul(a, weights[layer - 1], out=back)

    return run


def main() -> None:
    """Print one line a case."""
    limit_blas_threads()
    for case in CASES:
        times = medians({"engine": engine(case), "floor": floor(case)})
        ratio = times["engine"] / times["floor"]
        verdict = "ok" if ratio <= case.target else "TOO SLOW"
        print(
            f"{case.layers:4} x {case.units:4} x {case.samples:4} {case.activation:5}"
            f" {case.dtype}: {times['engine'] * 1e3:8.2f} ms, floor {times['floor'] * 1e3:8.2f} ms,"
            f" ratio {ratio:5.2f} (at most {case.target}) {verdict}",
            flush=True,
        )


if __name__ == "__main__":
    main()

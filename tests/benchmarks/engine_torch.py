"""Forward, backward and every statistic against PyTorch eager collecting the same statistics.

    OPENBLAS_NUM_THREADS=1 python -m tests.benchmarks.engine_torch

One thread each. PyTorch runs as its users would write it: Linear weights, autograd, retained
gradients of z and a, and one tensor operation per statistic, gathered once at the end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch

from gradsim.engine import Choice, Layer, Network, forward, initialize, limit_blas_threads, measure
from tests.benchmarks.interleaved import medians


@dataclass(frozen=True)
class Case:
    """One shape and how many times faster than PyTorch it must be."""

    layers: int
    units: int
    samples: int
    target: float


CASES = (
    Case(3, 4, 8, 6.0),
    Case(10, 16, 32, 2.5),
    Case(50, 64, 128, 1.6),
    Case(100, 128, 256, 1.2),
)


def both(case: Case) -> dict[str, Callable[[], object]]:
    """The engine's pass and PyTorch's, on the same numbers."""
    layers = tuple(
        Layer(case.units, Choice("tanh"), Choice.of("glorot_normal", gain=5 / 3), id=i + 1)
        for i in range(case.layers)
    )
    network = Network(case.units, layers, "mean_squared_error")
    parameters = initialize(network, 7)
    generator = np.random.default_rng(1)
    inputs = generator.standard_normal((case.samples, case.units))
    targets = generator.standard_normal((case.samples, case.units))
    weights = [torch.tensor(w, requires_grad=True) for w in parameters.weights]
    biases = [torch.tensor(b, requires_grad=True) for b in parameters.biases]
    x, y = torch.tensor(inputs), torch.tensor(targets)
    return {
        "engine": lambda: measure(forward(network, parameters, inputs, targets)),
        "torch": lambda: torch_statistics(weights, biases, x, y),
    }


def torch_statistics(
    weights: list[torch.Tensor], biases: list[torch.Tensor], x: torch.Tensor, y: torch.Tensor
) -> torch.Tensor:
    """Every statistic of measure() for a tanh network, through autograd."""
    for parameter in (*weights, *biases):
        parameter.grad = None
    pre_activations, activations = [], [x]
    for weight, bias in zip(weights, biases, strict=True):
        z = torch.nn.functional.linear(activations[-1], weight, bias)
        z.retain_grad()
        a = torch.tanh(z)
        a.retain_grad()
        pre_activations.append(z)
        activations.append(a)
    cost = torch.nn.functional.mse_loss(activations[-1], y)
    cost.backward()
    found = [cost.detach()]
    with torch.no_grad():
        for index, (weight, bias) in enumerate(zip(weights, biases, strict=True)):
            z, a = pre_activations[index], activations[index + 1]
            for gradient in (weight.grad, bias.grad, z.grad, a.grad):
                assert gradient is not None
                l2, absolute = gradient.norm(), gradient.abs()
                found += [l2, l2 / gradient.numel() ** 0.5, absolute.mean(), absolute.max()]
            slope = 1 - a * a
            found += [
                a.mean(),
                a.std(correction=0),
                (slope < 0.01).double().mean(),
                (slope == 0).all(dim=0).double().mean(),
                activations[index].norm(),
            ]
        return torch.stack(found)


def main() -> None:
    """Print one line a case."""
    torch.set_num_threads(1)
    limit_blas_threads()
    for case in CASES:
        times = medians(both(case))
        ratio = times["torch"] / times["engine"]
        verdict = "ok" if ratio >= case.target else "TOO SLOW"
        print(
            f"{case.layers:4} x {case.units:4} x {case.samples:4}:"
            f" {times['engine'] * 1e3:8.3f} ms, PyTorch {times['torch'] * 1e3:8.3f} ms,"
            f" {ratio:5.2f} times as fast (at least {case.target}) {verdict}",
            flush=True,
        )


if __name__ == "__main__":
    main()

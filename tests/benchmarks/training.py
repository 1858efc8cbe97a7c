"""Training steps against PyTorch eager with the same batches and the norm of every layer.

    OPENBLAS_NUM_THREADS=1 python -m tests.benchmarks.training

One thread each; the norms are gathered in one tensor and read once a step, as a plot needs them.
Printed besides is the floor: the bare matrix products of a step, one bare activation of every
hidden layer and w − η g, into arrays that are already there. Nothing that NumPy computes in
float64 is quicker.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch

from gradsim.engine import Choice, Layer, Network, initialize, limit_blas_threads
from gradsim.engine.training import Plan, Trainer
from tests.benchmarks.interleaved import medians


@dataclass(frozen=True)
class Case:
    """A network, its batch, and how many times PyTorch's steps per second it must reach."""

    name: str
    activation: str
    widths: tuple[int, ...]
    samples: int
    batch: int
    classes: bool
    target: float


CASES = (
    Case("2-8-8-1 tanh, 200 points", "tanh", (2, 8, 8, 1), 200, 10, False, 4.5),
    Case("64-128-128-10 tanh, digits' size", "tanh", (64, 128, 128, 10), 1797, 32, True, 2.5),
    Case("64-128-128-10 ReLU, digits' size", "relu", (64, 128, 128, 10), 1797, 32, True, 2.5),
)


def both(case: Case) -> dict[str, Callable[[], object]]:
    """One training step of each, on the same numbers."""
    *hidden, outputs = case.widths[1:]
    names = [case.activation] * len(hidden) + ["softmax" if case.classes else "identity"]
    network = Network(
        case.widths[0],
        tuple(
            Layer(width, Choice(name), Choice("glorot_normal"), id=index + 1)
            for index, (width, name) in enumerate(zip((*hidden, outputs), names, strict=True))
        ),
        "cross_entropy" if case.classes else "mean_squared_error",
    )
    chance = np.random.default_rng(1)
    inputs = chance.standard_normal((case.samples, case.widths[0]))
    labels = chance.integers(outputs, size=case.samples)
    targets = np.eye(outputs)[labels] if case.classes else chance.standard_normal((case.samples, 1))
    drawn = initialize(network, 7)
    trainer = Trainer(network, drawn, inputs, targets, Plan(rate=1e-4, batch=case.batch))

    pairs = zip(drawn.weights, drawn.biases, strict=True)
    parameters = [
        torch.tensor(array.copy(), requires_grad=True) for pair in pairs for array in pair
    ]
    optimizer = torch.optim.SGD(parameters, lr=1e-4)
    x = torch.tensor(inputs)
    y = torch.tensor(labels) if case.classes else torch.tensor(targets)
    curve = torch.tanh if case.activation == "tanh" else torch.relu
    state = {"order": torch.randperm(case.samples), "at": 0}

    def step() -> list[float]:
        if state["at"] >= case.samples:
            state["order"], state["at"] = torch.randperm(case.samples), 0
        chosen = state["order"][state["at"] : state["at"] + case.batch]
        state["at"] += case.batch
        a = x[chosen]
        for index, (weight, bias) in enumerate(zip(parameters[::2], parameters[1::2], strict=True)):
            a = torch.nn.functional.linear(a, weight, bias)
            if index < len(hidden):
                a = curve(a)
        loss = torch.nn.functional.cross_entropy if case.classes else torch.nn.functional.mse_loss
        cost = loss(a, y[chosen])
        optimizer.zero_grad()
        cost.backward()
        with torch.no_grad():
            norms = torch.stack([weight.grad.norm() for weight in parameters[::2]])
        optimizer.step()
        return [float(cost.detach()), *norms.tolist()]

    return {"engine": trainer.step, "torch": step, "floor": floor(case)}


def floor(case: Case) -> Callable[[], object]:
    """What of a step no code around it can save."""
    chance = np.random.default_rng(1)
    shapes = list(zip(case.widths[1:], case.widths, strict=False))
    weights = [0.1 * chance.standard_normal(shape) for shape in shapes]
    gradients = [np.empty(shape) for shape in shapes]
    activations = [chance.standard_normal((case.batch, width)) for width in case.widths]
    arriving = [chance.standard_normal((case.batch, width)) for width in case.widths]
    vector = chance.standard_normal(sum(rows * columns + rows for rows, columns in shapes))
    slopes, change = 1e-4 * vector, np.empty_like(vector)

    def run() -> None:
        for layer, matrix in enumerate(weights, 1):
            np.dot(activations[layer - 1], matrix.T, out=activations[layer])
            if layer < len(weights):
                if case.activation == "tanh":
                    np.tanh(activations[layer], out=activations[layer])
                else:
                    np.maximum(activations[layer], 0.0, out=activations[layer])
        for layer in range(len(weights), 0, -1):
            np.dot(arriving[layer].T, activations[layer - 1], out=gradients[layer - 1])
            if layer > 1:
                np.dot(arriving[layer], weights[layer - 1], out=arriving[layer - 1])
        np.multiply(slopes, 1e-4, out=change)
        np.subtract(vector, change, out=vector)

    return run


def main() -> None:
    """Print one line for each case."""
    torch.set_num_threads(1)
    limit_blas_threads()
    for case in CASES:
        found = medians(both(case))
        ratio = found["torch"] / found["engine"]
        verdict = "ok" if ratio >= case.target else "TOO SLOW"
        print(
            f"{case.name:<32} {1 / found['engine']:8.0f} steps/s, "
            f"PyTorch {1 / found['torch']:8.0f}, "
            f"{ratio:5.2f} times as fast (at least {case.target}) {verdict}; "
            f"the floor {found['torch'] / found['floor']:.2f} times"
        )


if __name__ == "__main__":
    main()

"""A step of gradient descent against torch.optim.SGD, and the forward mode against autograd."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from gradsim.engine.backward import gradients
from gradsim.engine.nudge.lever import Lever
from gradsim.engine.nudge.ripple import ripple
from gradsim.engine.update import Moved, Step, after
from tests.engine.networks import network_of, pass_of

torch = pytest.importorskip("torch")

pytestmark = pytest.mark.oracle


def their_cost(weights: list[Any], biases: list[Any], inputs: Any, targets: Any) -> Any:
    """The mean over the samples of ½Σ(a − y)² of a tanh network."""
    a = inputs
    for matrix, bias in zip(weights, biases, strict=True):
        a = torch.tanh(a @ matrix.T + bias)
    return ((a - targets) ** 2).sum(-1).mean() / 2


@pytest.mark.parametrize("moved", [Moved.WEIGHTS, Moved.ALL])
@pytest.mark.parametrize("samples", [1, 6])
def test_three_steps_are_those_of_sgd(moved: Moved, samples: int) -> None:
    base = pass_of(network_of(3, [5, 4, 2], "tanh"), samples)
    weights = [torch.tensor(w, requires_grad=True) for w in base.parameters.weights]
    biases = [torch.tensor(b, requires_grad=True) for b in base.parameters.biases]
    inputs, targets = torch.tensor(base.inputs), torch.tensor(base.targets)
    trained = [*weights, *biases] if moved is Moved.ALL else weights
    optimizer = torch.optim.SGD(trained, lr=0.7)
    for _ in range(3):
        optimizer.zero_grad()
        their_cost(weights, biases, inputs, targets).backward()
        optimizer.step()
        base = after(base, gradients(base), Step(0.7, moved))
    for ours, theirs in zip(base.parameters.weights, weights, strict=True):
        assert ours == pytest.approx(theirs.detach().numpy(), rel=1e-12, abs=1e-15)
    for ours, theirs in zip(base.parameters.biases, biases, strict=True):
        assert ours == pytest.approx(theirs.detach().numpy(), rel=1e-12, abs=1e-15)


def test_a_nudge_predicts_what_forward_mode_autodiff_does() -> None:
    base = pass_of(network_of(3, [5, 4, 2], "tanh"), 1)
    weights = [torch.tensor(w) for w in base.parameters.weights]
    biases = [torch.tensor(b) for b in base.parameters.biases]
    inputs, targets = torch.tensor(base.inputs), torch.tensor(base.targets)
    change = torch.zeros_like(weights[0])
    change[1, 2] = 0.05

    def cost(first: Any) -> Any:
        return their_cost([first, *weights[1:]], biases, inputs, targets)

    _, theirs = torch.autograd.functional.jvp(cost, weights[0], change)
    lever = Lever("w", 1, 2, 3)
    ours = ripple(base, lever, lever.read(base) + 0.05)
    assert ours.cost.predicted.value == pytest.approx(theirs.item(), rel=1e-12)
    real = (cost(weights[0] + change) - cost(weights[0])).item()
    assert ours.cost.actual.value == pytest.approx(real, abs=2 * ours.cost.noise.value)
    assert np.isfinite(real)

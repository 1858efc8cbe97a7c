"""Ten steps of every optimizer against torch.optim, in float64."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine import Choice, initialize
from gradsim.engine.training import Plan, Trainer
from tests.engine.networks import network_of

torch = pytest.importorskip("torch")
pytestmark = pytest.mark.oracle

NETWORK = network_of(3, (5, 4, 2), "tanh", "squared_error")
X = np.random.default_rng(1).normal(size=(17, 3))
Y = np.random.default_rng(2).normal(size=(17, 2))
STEPS = 10


def torch_parameters() -> list[object]:
    drawn = initialize(NETWORK, 4)
    return [
        torch.tensor(array.copy(), dtype=torch.float64, requires_grad=True)
        for pair in zip(drawn.weights, drawn.biases, strict=True)
        for array in pair
    ]


def torch_cost(parameters: list[object]) -> object:
    a = torch.tensor(X)
    for weights, bias in zip(parameters[::2], parameters[1::2], strict=True):
        a = torch.tanh(a @ weights.T + bias)  # type: ignore[attr-defined]
    return ((a - torch.tensor(Y)) ** 2).sum(dim=1).mean()


OPTIMIZERS = {
    "sgd": (Choice("sgd"), lambda p: torch.optim.SGD(p, lr=0.05)),
    "momentum": (
        Choice.of("momentum", momentum=0.8),
        lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.8),
    ),
    "nesterov": (
        Choice.of("nesterov", momentum=0.8),
        lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.8, nesterov=True),
    ),
    "rmsprop": (
        Choice.of("rmsprop", alpha=0.95),
        lambda p: torch.optim.RMSprop(p, lr=0.05, alpha=0.95),
    ),
    "adam": (Choice("adam"), lambda p: torch.optim.Adam(p, lr=0.05)),
    "adamw": (
        Choice.of("adamw", decay=0.1),
        lambda p: torch.optim.AdamW(p, lr=0.05, weight_decay=0.1),
    ),
}


def compare(plan: Plan, optimizer: object, parameters: list[object], **extra: object) -> None:
    made = Trainer(NETWORK, initialize(NETWORK, 4), X, Y, plan)
    for _ in range(STEPS):
        record = made.step()
        assert record is not None
        optimizer.zero_grad()  # type: ignore[attr-defined]
        cost = torch_cost(parameters)
        assert record.cost == pytest.approx(float(cost.detach()), rel=1e-10)  # type: ignore[attr-defined]
        penalty = extra.get("penalty")
        total = cost if penalty is None else cost + penalty(parameters)  # type: ignore[operator]
        total.backward()  # type: ignore[attr-defined]
        clip = extra.get("clip")
        if clip is not None:
            clip(parameters)  # type: ignore[operator]
        optimizer.step()  # type: ignore[attr-defined]
    arrays = [array for pair in zip(made.parameters.weights, made.parameters.biases, strict=True)
              for array in pair]  # fmt: skip
    for array, expected in zip(arrays, parameters, strict=True):
        np.testing.assert_allclose(array, expected.detach().numpy(), rtol=1e-10, atol=1e-13)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", list(OPTIMIZERS))
def test_every_optimizer_steps_as_pytorch_does(name: str) -> None:
    choice, make = OPTIMIZERS[name]
    parameters = torch_parameters()
    compare(Plan(choice, rate=0.05), make(parameters), parameters)


@pytest.mark.parametrize("clip_at", [0.01, 1.0, 100.0])
def test_clipping_by_norm_is_pytorchs(clip_at: float) -> None:
    parameters = torch_parameters()
    compare(
        Plan(rate=0.05, clip="norm", clip_at=clip_at),
        torch.optim.SGD(parameters, lr=0.05),
        parameters,
        clip=lambda p: torch.nn.utils.clip_grad_norm_(p, clip_at),
    )


def test_clipping_by_value_is_pytorchs() -> None:
    parameters = torch_parameters()
    compare(
        Plan(rate=0.05, clip="value", clip_at=0.02),
        torch.optim.SGD(parameters, lr=0.05),
        parameters,
        clip=lambda p: torch.nn.utils.clip_grad_value_(p, 0.02),
    )


def test_penalties_are_terms_of_the_cost() -> None:
    parameters = torch_parameters()
    compare(
        Plan(Choice("adam"), rate=0.01, l1=0.003, l2=0.02),
        torch.optim.Adam(parameters, lr=0.01),
        parameters,
        penalty=lambda p: sum(0.003 * w.abs().sum() + 0.01 * (w**2).sum() for w in p[::2]),
    )

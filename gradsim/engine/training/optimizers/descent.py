"""Gradient descent, with momentum and with Nesterov's look ahead; order as in torch.optim.SGD."""

from __future__ import annotations

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.training.optimizers.rule import MOMENTUM, Array, Optimizer


def _descend(w: Array, g: Array, _memory: list[Array], _step: int, rate: float) -> None:
    """w ← w − η g."""
    g *= rate
    w -= g


def _roll(
    w: Array, g: Array, memory: list[Array], _step: int, rate: float, *, momentum: float
) -> None:
    """v ← μ v + g; w ← w − η v. The first v is g, because v starts at 0."""
    (velocity,) = memory
    velocity *= momentum
    velocity += g
    w -= rate * velocity


def _look_ahead(
    w: Array, g: Array, memory: list[Array], _step: int, rate: float, *, momentum: float
) -> None:
    """v ← μ v + g; w ← w − η (g + μ v)."""
    (velocity,) = memory
    velocity *= momentum
    velocity += g
    g += momentum * velocity
    g *= rate
    w -= g


SGD = Optimizer(
    name="sgd",
    label=QT_TRANSLATE_NOOP("Optimizer", "Gradient descent"),
    tex=r"w \leftarrow w - \eta\, g",
    source="Robbins & Monro 1951",
    memory=0,
    move=_descend,
)

MOMENTUM_SGD = Optimizer(
    name="momentum",
    label=QT_TRANSLATE_NOOP("Optimizer", "Momentum"),
    tex=r"v \leftarrow \mu v + g,\quad w \leftarrow w - \eta\, v",
    source="Polyak 1964",
    memory=1,
    move=_roll,
    options=(MOMENTUM,),
)

NESTEROV = Optimizer(
    name="nesterov",
    label=QT_TRANSLATE_NOOP("Optimizer", "Nesterov momentum"),
    tex=r"v \leftarrow \mu v + g,\quad w \leftarrow w - \eta\,(g + \mu v)",
    source="Nesterov 1983; Sutskever, Martens, Dahl & Hinton 2013",
    memory=1,
    move=_look_ahead,
    options=(MOMENTUM,),
)

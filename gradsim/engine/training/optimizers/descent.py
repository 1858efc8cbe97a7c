"""Gradient descent, with momentum and with Nesterov's look ahead; order as in torch.optim.SGD."""

from __future__ import annotations

from collections.abc import Sequence

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.training.optimizers.rule import MOMENTUM, Array, Optimizer, Term


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


def _descent_terms(
    _w: float, g: float, _memory: Sequence[float], _step: int, rate: float
) -> tuple[Term, ...]:
    return (Term("Δw", "−η g", "−{0} · {1}", (rate, g), -rate * g),)


def _velocity(g: float, memory: Sequence[float], momentum: float) -> Term:
    old = memory[0]
    return Term("v", "μ v + g", "{0} · {1} + {2}", (momentum, old, g), momentum * old + g)


def _rolling_terms(
    _w: float, g: float, memory: Sequence[float], _step: int, rate: float, *, momentum: float
) -> tuple[Term, ...]:
    v = _velocity(g, memory, momentum)
    return v, Term("Δw", "−η v", "−{0} · {1}", (rate, v.value), -rate * v.value)


def _looking_terms(
    _w: float, g: float, memory: Sequence[float], _step: int, rate: float, *, momentum: float
) -> tuple[Term, ...]:
    v = _velocity(g, memory, momentum)
    change = -rate * (g + momentum * v.value)
    numbers = (rate, g, momentum, v.value)
    return v, Term("Δw", "−η (g + μ v)", "−{0} · ({1} + {2} · {3})", numbers, change)


SGD = Optimizer(
    name="sgd",
    label=QT_TRANSLATE_NOOP("Optimizer", "SGD"),
    tex=r"w \leftarrow w - \eta\, g",
    source="Robbins & Monro 1951",
    memory=0,
    move=_descend,
    terms=_descent_terms,
)

MOMENTUM_SGD = Optimizer(
    name="momentum",
    label=QT_TRANSLATE_NOOP("Optimizer", "Momentum"),
    tex=r"v \leftarrow \mu v + g,\quad w \leftarrow w - \eta\, v",
    source="Polyak 1964",
    memory=1,
    move=_roll,
    terms=_rolling_terms,
    options=(MOMENTUM,),
)

NESTEROV = Optimizer(
    name="nesterov",
    label=QT_TRANSLATE_NOOP("Optimizer", "Nesterov momentum"),
    tex=r"v \leftarrow \mu v + g,\quad w \leftarrow w - \eta\,(g + \mu v)",
    source="Nesterov 1983; Sutskever, Martens, Dahl & Hinton 2013",
    memory=1,
    move=_look_ahead,
    terms=_looking_terms,
    options=(MOMENTUM,),
)

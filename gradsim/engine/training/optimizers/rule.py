"""What an optimizer is: one update rule with its memory, as one immutable entry."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.options import Option
from gradsim.engine.problems import QT_TRANSLATE_NOOP

Array = npt.NDArray[Any]

MOMENTUM = Option(
    "momentum", 0.9, 0.0, 0.9999, step=0.01, label=QT_TRANSLATE_NOOP("Option", "Momentum")
)
EPSILON = Option("epsilon", 1e-8, 0.0, 1.0, step=1e-8, label=QT_TRANSLATE_NOOP("Option", "ε"))


class Term(Struct, frozen=True):
    """One line of an update of one parameter: symbol = formula = numbers = value.

    `formula` is in plain symbols; `pattern` is the same with places for `numbers`, as str.format
    fills them. The last term of an update is Δw.
    """

    symbol: str
    formula: str
    pattern: str
    numbers: tuple[float, ...]
    value: float


class Optimizer(Struct, frozen=True, eq=False):
    """One way to turn a gradient g into a step of the parameters w.

    Parameters
    ----------
    name, label, tex, source : str
        As in Activation; the label's context is "Optimizer"; tex is the recurrence.
    memory : int
        How many arrays of the shape of w it remembers; they start at 0.
    move : callable
        ``move(w, g, memory, step, rate, **options)`` changes w and the arrays of `memory` in
        place; step counts from 1. g may be overwritten.
    terms : callable
        ``terms(w, g, memory, step, rate, **options)``: the same for one parameter, as Terms;
        everything is a number from before the step.
    options : tuple of Option
    """

    name: str
    label: str
    tex: str
    source: str
    memory: int
    move: Callable[..., None]
    terms: Callable[..., tuple[Term, ...]]
    options: tuple[Option, ...] = ()

    def fresh_memory(self, w: Array) -> list[Array]:
        """What it remembers before the first step."""
        return [np.zeros_like(w) for _ in range(self.memory)]

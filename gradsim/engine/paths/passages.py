"""The ways from the cost down to a parameter: local derivatives in order, and forks between them.

Where a residual connection leads past a layer, a path takes one of two ways from a^(l) to a^(l−1):
through the branch, or along the way past it. Everywhere else there is one way, factor by factor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from msgspec import Struct

from gradsim.engine.chain import FactorKind, Variable
from gradsim.engine.scaled_numbers import Exponents, Mantissas

ScaledArray = tuple[Mantissas, Exponents]
_State = TypeVar("_State")


class Passage(Struct, frozen=True, eq=False):
    """One local derivative that a path multiplies.

    kind, layer : which factor of which layer.
    local : (units,) where each unit goes to itself alone, else (units above, units below).
    of : in a layer with remedies, what it is the derivative of, and by what.
    first : the unit (from 0) of the first column. Below the last matrix only the parameter's unit
        counts, so that all later arrays hold that one column.
    """

    kind: FactorKind
    layer: int
    local: ScaledArray
    of: tuple[Variable, Variable] | None = None
    first: int = 0

    @property
    def mixes(self) -> bool:
        """Whether every unit above reaches every unit below."""
        return self.local[0].ndim == 2


class Fork(Struct, frozen=True, eq=False):
    """Two ways from a^(l) to a^(l−1): through the layer, and past it by 1 or P."""

    branch: tuple[Passage, ...]
    past: Passage


Way = tuple[Passage | Fork, ...]


def carried(
    way: Iterable[Passage | Fork],
    state: _State,
    passed: Callable[[_State, Passage], _State],
    merged: Callable[[_State, _State], _State],
) -> _State:
    """Carry `state` down the way: `passed` takes it through a passage, `merged` joins two ways."""
    for part in way:
        if isinstance(part, Passage):
            state = passed(state, part)
            continue
        through = state
        for passage in part.branch:
            through = passed(through, passage)
        state = merged(through, passed(state, part.past))
    return state


def narrowed(way: Way, unit: int) -> tuple[Way, int]:
    """The way with only what reaches `unit` (from 0), and that unit's place in what is left.

    All arrays from the last matrix on keep its column alone. Where that matrix lies in a fork,
    or there is none, nothing is cut.
    """
    mixing = [index for index, part in enumerate(way) if isinstance(part, Fork) or part.mixes]
    if not mixing or isinstance(way[mixing[-1]], Fork):
        return way, unit
    last = mixing[-1]
    kept = tuple(part for part in way[last:] if isinstance(part, Passage))
    return (*way[:last], *(_column(part, unit) for part in kept)), 0


def _column(passage: Passage, unit: int) -> Passage:
    mantissas, exponents = passage.local
    local = mantissas[..., unit : unit + 1], exponents[..., unit : unit + 1]
    return Passage(passage.kind, passage.layer, local, passage.of, unit)

"""The numbers around a question, from which the table of mistakes computes its wrong answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct, field

from gradsim.viewmodels.step.predict.topics import Topic


class Part(Struct, frozen=True):
    """One addend of a sum or factor of a product, with the symbol that names it."""

    symbol: str
    value: float


class Situation(Struct, frozen=True, eq=False):
    """What a question is about, as plain floats.

    numbers : by letter: z, a, y, n of the place asked about; u = ∂C/∂a and d = ∂C/∂z there; w, b,
        x (what comes in); p the product so far and f the factor that joins it.
    rule : the name of the activation or cost.
    parts : the addends of a sum (paths, terms).
    factors : those that a product holds already.
    neighbours : what the right formula gives with the numbers of a neighbour.
    value_at, slope_at : f and f′ of the layer, where there is one.
    """

    topic: Topic
    right: float
    numbers: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    rule: str = ""
    symbol: str = ""
    parts: tuple[Part, ...] = ()
    factors: tuple[Part, ...] = ()
    neighbours: tuple[Part, ...] = ()
    value_at: Callable[[float], float] | None = None
    slope_at: Callable[[float], float] | None = None

    def __getitem__(self, name: str) -> float:
        return self.numbers[name]

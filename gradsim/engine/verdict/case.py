"""What the rules of the verdict are asked about, and what one of them finds."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec import Struct

from gradsim.engine.verdict.records import Quantity, Remedy, Statistic, VerdictKind

if TYPE_CHECKING:
    from gradsim.engine.initialization import Parameters
    from gradsim.engine.measurement import Measurement
    from gradsim.engine.network import Network


class Case(Struct, frozen=True, eq=False):
    """What the rules look at: the profile in log₁₀ and what made it."""

    measurement: Measurement
    network: Network
    parameters: Parameters
    quantity: Quantity
    statistic: Statistic
    sizes: list[float]

    @property
    def depth(self) -> int:
        return len(self.network.layers)

    @property
    def decades(self) -> float | None:
        return difference(self.sizes[0], self.sizes[-1])


class Finding(Struct, frozen=True):
    """What a rule found: the kind, the wording's variant, where, and what would help."""

    kind: VerdictKind
    variant: str = ""
    first: int = 1
    last: int | None = None
    worst: int | None = None
    worst_decades: float | None = None
    dead_fraction: float | None = None
    distance: float | None = None
    layers: tuple[int, ...] = ()
    remedies: tuple[Remedy, ...] = ()


def difference(left: float, right: float) -> float | None:
    return left - right if math.isfinite(left) and math.isfinite(right) else None

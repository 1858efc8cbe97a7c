"""What every kept product came through, so that a path can be followed back up to the cost."""

from __future__ import annotations

from msgspec import Struct

from gradsim.engine.chain import FactorKind
from gradsim.engine.paths.passages import Passage
from gradsim.engine.paths.search import Origins
from gradsim.engine.scaled_numbers import ScaledNumber


class Trail(Struct, frozen=True, eq=False):
    """One stage of the search, and what is above it.

    passage : what was multiplied; None where two ways met, `above` and `past`.
    origins : of a passage that mixes the units, or of two ways; None where nothing was chosen.
    """

    passage: Passage | None
    above: Trail | None = None
    origins: Origins | None = None
    past: Trail | None = None


class Met(Struct, frozen=True, eq=False):
    """One factor of a path: its passage, the units (from 0) at both ends, and its number."""

    passage: Passage
    above: int
    below: int
    number: ScaledNumber

    @property
    def counts(self) -> bool:
        """Whether the unit above tells the path from others."""
        return self.passage.mixes or self.passage.kind is FactorKind.skip


def trace_back(trail: Trail, node: int, place: int) -> list[Met]:
    """The passages of the `place`-th product at column `node`, from the cost down."""
    found: list[Met] = []
    stage: Trail | None = trail
    while stage is not None:
        passage, origins = stage.passage, stage.origins
        if passage is None:
            assert origins is not None
            side = int(origins.nodes[node, place])
            place = int(origins.places[node, place])
            stage = stage.past if side else stage.above
            continue
        column = node
        if origins is not None:
            node, place = int(origins.nodes[node, place]), int(origins.places[node, place])
        where = (node, column) if passage.mixes else (column,)
        mantissas, exponents = passage.local
        number = ScaledNumber(float(mantissas[where]), int(exponents[where]))
        below = passage.first + column
        found.append(Met(passage, node if passage.mixes else below, below, number))
        stage = stage.above
    found.reverse()
    return found

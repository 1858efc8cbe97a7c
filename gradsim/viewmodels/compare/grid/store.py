"""What was measured and is kept: cells by everything that they depend on, in bounded memory."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final, NamedTuple

from gradsim.engine.ensembles import Spread
from gradsim.engine.options import Choice
from gradsim.engine.verdict.judging import Verdict
from gradsim.project.model import Project
from gradsim.project.sweeps import CellResult

MOST_BYTES: Final = 256 * 2**20
_LAYER_BYTES: Final = 300
"""About what one layer of a cell's project takes."""
_MOST_BASES: Final = 64


class CellKey(NamedTuple):
    """Everything that a cell's numbers depend on; `base` counts the projects that were met."""

    base: int
    sample: int | None
    seeds: int
    activation: Choice
    weights: Choice


Asked = tuple[str, str]
"""Quantity and statistic."""


class Store:
    """Results, the least recently used leaving first, with the verdicts reached on them."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._held = 0
        self._results: OrderedDict[CellKey, tuple[CellResult, int]] = OrderedDict()
        self._verdicts: dict[CellKey, dict[Asked, Verdict]] = {}
        self._bases: OrderedDict[Project, int] = OrderedDict()
        self._met = 0

    def __len__(self) -> int:
        return len(self._results)

    @property
    def held_bytes(self) -> int:
        """About how much memory the results take."""
        return self._held

    def number_of(self, base: Project) -> int:
        """The number of a project that cells vary; an equal one has the same."""
        if base not in self._bases:
            self._met += 1
            self._bases[base] = self._met
            if len(self._bases) > _MOST_BASES:
                self._bases.popitem(last=False)
        self._bases.move_to_end(base)
        return self._bases[base]

    def result(self, key: CellKey) -> CellResult | None:
        """What was measured, if it is still there."""
        if key not in self._results:
            return None
        self._results.move_to_end(key)
        return self._results[key][0]

    def verdict(self, key: CellKey, asked: Asked) -> Verdict | None:
        """The verdict on one profile of a kept result, if it was reached."""
        return self._verdicts.get(key, {}).get(asked)

    def put(self, key: CellKey, result: CellResult) -> None:
        """Keep a result; the oldest ones make room."""
        self.drop(key)
        size = bytes_of(result)
        self._results[key] = result, size
        self._held += size
        while self._held > self._most and len(self._results) > 1:
            self.drop(next(iter(self._results)))

    def put_verdict(self, key: CellKey, asked: Asked, verdict: Verdict) -> None:
        """Keep a verdict as long as its result."""
        if key in self._results:
            self._verdicts.setdefault(key, {})[asked] = verdict

    def drop(self, key: CellKey) -> None:
        """Forget a cell."""
        if key in self._results:
            self._held -= self._results.pop(key)[1]
            self._verdicts.pop(key, None)


def bytes_of(result: CellResult) -> int:
    """About how much memory a result takes."""
    spreads: list[Spread | None] = [
        result.activation_decades,
        result.weights_decades,
        result.remedies_decades,
    ]
    spreads += (result.profiles or {}).values()
    size = sum(8 * 6 * len(each.median) for each in spreads if each is not None)
    size += sum(each.nbytes for each in (result.ratios or {}).values())
    return size + (_LAYER_BYTES * len(result.project.layers) if result.project else 0)

"""Unit draws kept for the next pass: a gain, or another scale, asks for the same ones again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Any

import numpy.typing as npt

from gradsim.engine.initializers import Initializer
from gradsim.engine.initializers.families import Source

Array = npt.NDArray[Any]

CACHE_BYTES = 128 * 2**20


class UnitDraws:
    """Unit draws by what they depend on, the least recently used dropped beyond a byte limit."""

    def __init__(self, limit: int = CACHE_BYTES) -> None:
        self._limit = limit
        self._held = 0
        self._entries: OrderedDict[tuple[object, ...], Array] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def held_bytes(self) -> int:
        """Bytes of the draws now held."""
        return self._held

    def unit(
        self,
        initializer: Initializer,
        source: Source,
        fan_out: int,
        fan_in: int,
        options: dict[str, float],
    ) -> Array:
        """The unit draw, (fan_out, fan_in) float64, read-only."""
        family = initializer.family
        chosen = family.options_of(options)
        key = (family.name, source, fan_out, fan_in, tuple(chosen.items()))
        with self._lock:
            if key in self._entries:
                self._entries.move_to_end(key)
                return self._entries[key]
        draws = family.draw(source, fan_out, fan_in, **chosen)
        draws.setflags(write=False)
        if family.random and draws.nbytes <= self._limit:
            self._keep(key, draws)
        return draws

    def _keep(self, key: tuple[object, ...], draws: Array) -> None:
        with self._lock:
            if key not in self._entries:
                self._entries[key] = draws
                self._held += draws.nbytes
            while self._held > self._limit:
                _, dropped = self._entries.popitem(last=False)
                self._held -= dropped.nbytes

"""Unit draws kept for the next pass: a gain, or another scale, asks for the same ones again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
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
        found = self._found(key)
        if found is None:
            found = family.draw(source, fan_out, fan_in, **chosen)
            self._keep(key, found, family.random)
        return found

    def units(
        self,
        initializer: Initializer,
        seeds: Sequence[int],
        source: Callable[[int], Source],
        fan_out: int,
        fan_in: int,
        options: dict[str, float],
    ) -> Array:
        """The unit draws of many seeds, (S, fan_out, fan_in) float64, read-only.

        They are kept as one: whoever asks for the same seeds again finds them at once.
        source : what a seed's draw comes from; the same layer and role for all.
        """
        family = initializer.family
        chosen = family.options_of(options)
        first = source(seeds[0])
        key = (family.name, tuple(seeds), first, fan_out, fan_in, tuple(chosen.items()))
        found = self._found(key)
        if found is None:
            found = np.empty((len(seeds), fan_out, fan_in))
            for member, seed in zip(found, seeds, strict=True):
                member[...] = family.draw(source(seed), fan_out, fan_in, **chosen)
            self._keep(key, found, family.random)
        return found

    def _found(self, key: tuple[object, ...]) -> Array | None:
        with self._lock:
            found = self._entries.get(key)
            if found is not None:
                self._entries.move_to_end(key)
            return found

    def _keep(self, key: tuple[object, ...], draws: Array, random: bool) -> None:
        draws.setflags(write=False)
        if not random or draws.nbytes > self._limit:
            return
        with self._lock:
            if key not in self._entries:
                self._entries[key] = draws
                self._held += draws.nbytes
            while self._held > self._limit:
                _, dropped = self._entries.popitem(last=False)
                self._held -= dropped.nbytes

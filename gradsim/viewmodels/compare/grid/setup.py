"""What a person asks of the grid: its rows, columns and gains, depth, width and seeds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QObject, Signal

from gradsim.engine.ensembles.measuring import MAXIMUM_SEEDS
from gradsim.viewmodels.compare.grid.axes import (
    ACTIVATION_NAMES,
    FIRST_ACTIVATIONS,
    FIRST_INITIALIZERS,
    INITIALIZER_NAMES,
    gain_allowed,
)
from gradsim.viewmodels.settings import Settings

MOST_DEPTH: Final = 1000
MOST_WIDTH: Final = 1000
MOST_SEEDS: Final = min(200, MAXIMUM_SEEDS)
_KEY: Final = "compare_grid"
_RANGES: Final = {"depth": MOST_DEPTH, "width": MOST_WIDTH, "seeds": MOST_SEEDS}
_FIRST: Final = {"depth": 20, "width": 64, "seeds": 20}


class GridSetup(QObject):
    """Holds the choices in the order of their tables, and remembers them between starts.

    A gain of None is the one recommended for each cell's activation; without a word it is 1.
    """

    changed = Signal()

    def __init__(self, settings: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._activations: tuple[str, ...] = FIRST_ACTIVATIONS
        self._initializers: tuple[str, ...] = FIRST_INITIALIZERS
        self._gains: dict[str, float | None] = {}
        self._numbers = dict(_FIRST)
        self._recall()

    @property
    def activations(self) -> tuple[str, ...]:
        """The rows."""
        return self._activations

    @property
    def initializers(self) -> tuple[str, ...]:
        """The columns."""
        return self._initializers

    @property
    def depth(self) -> int:
        """Layers, the output included."""
        return self._numbers["depth"]

    @property
    def width(self) -> int:
        """Units of every hidden layer."""
        return self._numbers["width"]

    @property
    def seeds(self) -> int:
        """How many draws each cell is measured over."""
        return self._numbers["seeds"]

    def gain(self, initializer: str) -> float | None:
        """The gain of a column; None for the recommended one."""
        return self._gains.get(initializer, 1.0)

    def choose_activations(self, names: Iterable[str]) -> None:
        """Show these rows."""
        chosen = _in_order(names, ACTIVATION_NAMES)
        if chosen != self._activations:
            self._activations = chosen
            self._report()

    def choose_initializers(self, names: Iterable[str]) -> None:
        """Show these columns."""
        chosen = _in_order(names, INITIALIZER_NAMES)
        if chosen != self._initializers:
            self._initializers = chosen
            self._report()

    def set_gain(self, initializer: str, gain: float | None) -> None:
        """Give a column a gain, or for None the recommended one."""
        self.set_gains({initializer: gain})

    def set_gains(self, gains: Mapping[str, float | None]) -> None:
        """Give several columns their gains at once."""
        changed = {name: gain for name, gain in gains.items() if gain != self.gain(name)}
        if changed:
            self._gains |= changed
            self._report()

    def set_number(self, name: str, value: int) -> None:
        """Set ``depth``, ``width`` or ``seeds``, held within its range."""
        value = min(max(value, 1), _RANGES[name])
        if value != self._numbers[name]:
            self._numbers[name] = value
            self._report()

    def _report(self) -> None:
        if self._settings is not None:
            record = {
                "activations": self._activations,
                "initializers": self._initializers,
                "gains": self._gains,
                **self._numbers,
            }
            self._settings.set_text(_KEY, json.dumps(record))
        self.changed.emit()

    def _recall(self) -> None:
        """Take what was remembered, as far as it makes sense."""
        try:
            record = json.loads(self._settings.text(_KEY) if self._settings is not None else "")
        except ValueError:
            return
        if not isinstance(record, dict):
            return
        activations, initializers = record.get("activations"), record.get("initializers")
        if isinstance(activations, list):
            self._activations = _in_order(activations, ACTIVATION_NAMES)
        if isinstance(initializers, list):
            self._initializers = _in_order(initializers, INITIALIZER_NAMES)
        for name, most in _RANGES.items():
            value = record.get(name)
            if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= most:
                self._numbers[name] = value
        gains = record.get("gains")
        for name, gain in gains.items() if isinstance(gains, dict) else ():
            known = name in INITIALIZER_NAMES
            number = isinstance(gain, int | float) and not isinstance(gain, bool)
            if known and (gain is None or (number and gain_allowed(gain))):
                self._gains[name] = gain


def _in_order(names: Iterable[object], table: tuple[str, ...]) -> tuple[str, ...]:
    wanted = set(names)
    return tuple(name for name in table if name in wanted)

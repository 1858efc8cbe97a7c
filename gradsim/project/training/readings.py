"""The readings of a run that are kept: bounded in bytes, the older ones thinned as it grows."""

from __future__ import annotations

from typing import Final

from gradsim.engine.instruments import KINDS, Reading, read_layers
from gradsim.engine.training import Trainer

MAXIMUM_BYTES: Final = 24 * 2**20
MOST, LEAST = 480, 32
MOST_SAMPLES: Final = 128
"""Of the samples trained on, evenly spaced and always the same ones: what is read costs a run
little, and differs from step to step by the network alone."""


class Readings:
    """Readings in the order of their steps; where there are too many, every second is let go.

    For one thread alone; what `kept` gives out never changes.
    """

    def __init__(self, trainer: Trainer) -> None:
        self._trainer = trainer
        self._kept: list[Reading] = []
        self.most = MOST
        first = self.read()
        size = sum(
            array.nbytes
            for kind in KINDS
            for array in (
                first.spreads[kind].counts, first.spreads[kind].low, first.spreads[kind].high,
                first.spreads[kind].zeros, first.spreads[kind].lost, first.spreads[kind].entries,
            )
        )  # fmt: skip
        self.most = max(LEAST, min(MOST, MAXIMUM_BYTES // size))

    def read(self) -> Reading:
        """Read the run as it now is, once for each of its steps."""
        steps = self._trainer.steps
        if self._kept and self._kept[-1].step >= steps:
            return self._kept[-1]
        reading = read_layers(self._trainer.passed_over(MOST_SAMPLES), steps)
        self._kept.append(reading)
        if len(self._kept) > self.most:
            self._kept = [*self._kept[:-1:2], self._kept[-1]]
        return reading

    def kept(self) -> tuple[Reading, ...]:
        """What is kept, the start first."""
        return tuple(self._kept)

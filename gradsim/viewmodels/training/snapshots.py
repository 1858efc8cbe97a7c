"""The parameters of a run at moments of its way: bounded in bytes, thinned as the run grows."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.initialization import Parameters
from gradsim.engine.training import Trainer

Floats = npt.NDArray[np.float64]

MAXIMUM_BYTES: Final = 96 * 2**20
MOST, LEAST = 240, 4
"""How many are kept at most; and at least, however large the network is."""


class Snapshot(Struct, frozen=True, eq=False):
    """The run after `steps` steps: its parameters, and what the step before did.

    update_ratios : log₁₀(‖ΔW^(l)‖/‖W^(l)‖) of the step that led here, (L,); None at the start.
    """

    steps: int
    parameters: Parameters
    update_ratios: Floats | None


class Snapshots:
    """Keeps the start and every `every`-th step; where there are too many, every second is let go.

    For the worker's thread alone; what `kept` gives out never changes.
    """

    def __init__(self, trainer: Trainer) -> None:
        size = sum(array.nbytes for group in _groups(trainer.parameters) for array in group)
        self.most = max(LEAST, min(MOST, MAXIMUM_BYTES // max(size, 1)))
        self.every = 1
        self._kept = [Snapshot(0, trainer.parameters, None)]

    @property
    def start(self) -> Parameters:
        """Where the run began."""
        return self._kept[0].parameters

    def offer(self, trainer: Trainer) -> None:
        """Keep the run as it now is, if its step is one of those that are kept."""
        steps = trainer.steps
        if steps % self.every or steps <= self._kept[-1].steps:
            return
        self._kept.append(Snapshot(steps, trainer.parameters, trainer.update_ratios()))
        if len(self._kept) > self.most:
            self.every *= 2
            self._kept = [each for each in self._kept if each.steps % self.every == 0]

    def kept(self) -> tuple[Snapshot, ...]:
        """What is kept, in the order of the steps."""
        return tuple(self._kept)


def _groups(parameters: Parameters) -> tuple[tuple[Floats, ...], tuple[Floats, ...]]:
    return parameters.weights, parameters.biases

"""What a run remembers of its way: rows of numbers, thinned as it grows longer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from gradsim.engine.training import StepRecord
from gradsim.engine.training.scores import Scores

Floats = npt.NDArray[np.float64]

COLUMNS: Final = (
    "step", "epoch", "rate", "batch_cost", "penalty", "clipped",
    "cost", "accuracy", "validation_cost", "validation_accuracy",
)  # fmt: skip
"""The first columns; log₁₀‖∂C/∂W‖ of layers 1..L and then log₁₀(‖ΔW‖/‖W‖) of them follow."""
MAXIMUM_ROWS: Final = 4096


class History:
    """Rows at every `every`-th step; where there are too many, every second one is let go.

    A step's row holds what it was computed from (cost and gradient of its batch, before the
    update) and what it led to (the scores over all samples, after it). What does not apply is nan.
    """

    def __init__(self, layers: int, every: int = 1) -> None:
        self.layers = layers
        self.every = max(1, every)
        self._rows: list[Floats] = []

    def __len__(self) -> int:
        return len(self._rows)

    def wants(self, step: int) -> bool:
        """Whether step `step` (from 1) is remembered; the first one always is."""
        return step == 1 or step % self.every == 0

    def remember(self, record: StepRecord, ratios: Floats, scores: Scores) -> None:
        """Add the row of one step."""
        told = (
            record.step, record.epoch, record.rate, record.cost, record.penalty, record.clipped,
            scores.cost, scores.accuracy, scores.validation_cost, scores.validation_accuracy,
        )  # fmt: skip
        head = [np.nan if each is None else float(each) for each in told]
        self._rows.append(np.concatenate([head, record.log10_weight_gradient, ratios]))
        if len(self._rows) > MAXIMUM_ROWS:
            self.every *= 2
            self._rows = [row for row in self._rows if self.wants(int(row[0]))]

    @property
    def table(self) -> Floats:
        """(rows, 10 + 2 L): COLUMNS, then the two groups of layers."""
        if not self._rows:
            return np.empty((0, len(COLUMNS) + 2 * self.layers))
        return np.stack(self._rows)

    def column(self, name: str) -> Floats:
        """One of COLUMNS, (rows,)."""
        return self.table[:, COLUMNS.index(name)]

    @property
    def gradients(self) -> Floats:
        """log₁₀‖∂C/∂W^(l)‖ of each row's batch, (rows, L)."""
        return self.table[:, len(COLUMNS) : len(COLUMNS) + self.layers]

    @property
    def update_ratios(self) -> Floats:
        """log₁₀(‖ΔW^(l)‖/‖W^(l)‖) of each row's step, (rows, L)."""
        return self.table[:, len(COLUMNS) + self.layers :]

    def restore(self, table: Floats, every: int) -> None:
        """Take the rows of an earlier part of the run."""
        self.every = every
        self._rows = [np.array(row, np.float64) for row in table]

    def names(self) -> Sequence[str]:
        """The names of all columns, as a file heads them."""
        layers = range(1, self.layers + 1)
        return (
            *COLUMNS,
            *(f"log10_weight_gradient_{layer}" for layer in layers),
            *(f"log10_update_ratio_{layer}" for layer in layers),
        )

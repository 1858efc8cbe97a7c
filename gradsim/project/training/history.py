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
_UNSCORED: Final = 6
"""How many of them come before the scores."""
_SCORED_EVERY: Final = 4
"""Of every so many places of a row at most one is kept for its scores alone."""
MAXIMUM_ROWS: Final = 4096
MAXIMUM_NUMBERS: Final = 4_000_000
"""Of a history altogether: networks of many layers keep fewer rows."""


class History:
    """Rows at every `every`-th step; where there are too many, every second one is let go.

    Between them stand rows that were scored, as far as they are no closer than four such steps.

    A step's row holds what it was computed from (cost and gradient of its batch, before the
    update) and what it led to (the scores over all samples, after it). What does not apply is nan.
    """

    def __init__(self, layers: int, every: int = 1) -> None:
        self.layers = layers
        self.every = max(1, every)
        self.most = max(64, min(MAXIMUM_ROWS, MAXIMUM_NUMBERS // (len(COLUMNS) + 2 * layers)))
        self._rows: list[Floats] = []

    def __len__(self) -> int:
        return len(self._rows)

    def wants(self, step: int) -> bool:
        """Whether step `step` (from 1) is remembered; the first one always is."""
        return step == 1 or step % self.every == 0

    def remember(self, record: StepRecord, ratios: Floats, scores: Scores | None = None) -> None:
        """Add the row of one step; without `scores` their columns are nan."""
        told = (
            record.step, record.epoch, record.rate, record.cost, record.penalty, record.clipped,
            *_scored(scores),
        )  # fmt: skip
        self._rows.append(np.concatenate([told, record.log10_weight_gradient, ratios]))
        if len(self._rows) > self.most:
            self.every *= 2
            self._rows = self._thinned()

    def score(self, step: int, scores: Scores) -> bool:
        """Put `scores` on the last row; False where that is of another step than `step`."""
        if not self._rows or self._rows[-1][0] != step:
            return False
        row = self._rows[-1].copy()  # whoever was given the row keeps it as it was
        row[_UNSCORED : len(COLUMNS)] = _scored(scores)
        self._rows[-1] = row
        return True

    def _thinned(self) -> list[Floats]:
        kept, place = [], -1
        for row in self._rows:
            step = int(row[0])
            here = step // (_SCORED_EVERY * self.every)
            scored = not np.isnan(row[_UNSCORED])
            if self.wants(step) or (scored and here != place):
                kept.append(row)
                place = here if scored else place
        return kept

    def rows(self) -> tuple[Floats, ...]:
        """The rows as they now are; they never change afterwards."""
        return tuple(self._rows)

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


def _scored(scores: Scores | None) -> list[float]:
    if scores is None:
        return [np.nan] * (len(COLUMNS) - _UNSCORED)
    told = (scores.cost, scores.accuracy, scores.validation_cost, scores.validation_accuracy)
    return [np.nan if each is None else float(each) for each in told]

"""The scores of one racer over the steps, thinned as the race grows longer."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from gradsim.engine.training.scores import Scores

Floats = npt.NDArray[np.float64]

COLUMNS: Final = ("step", "cost", "accuracy", "validation_cost", "validation_accuracy")
MOST: Final = 1000
"""Rows that are kept at most."""


class ScoreLine:
    """Rows of COLUMNS in the order of the steps; the first and the newest are always among them.

    Racers that are scored at the same steps keep the same ones.
    """

    def __init__(self) -> None:
        self.every = 1
        self._rows: list[Floats] = []

    @property
    def last_step(self) -> int:
        """The step scored last; −1 before the first."""
        return int(self._rows[-1][0]) if self._rows else -1

    def put(self, step: int, scores: Scores) -> None:
        """Add the scores after `step` steps; nothing where they stand there already."""
        if step <= self.last_step:
            return
        told = (
            scores.cost, scores.accuracy, scores.validation_cost, scores.validation_accuracy,
        )  # fmt: skip
        row = np.array([step, *(np.nan if each is None else each for each in told)], np.float64)
        self._rows.append(row)
        while len(self._rows) > MOST:
            self.every *= 2
            self._rows = self._thinned()

    @property
    def table(self) -> Floats:
        """(rows, 5), a copy; nan for what does not apply."""
        return np.stack(self._rows) if self._rows else np.empty((0, len(COLUMNS)))

    def _thinned(self) -> list[Floats]:
        """One row of every `every` steps."""
        kept, place = [], -1
        for row in self._rows[:-1]:
            here = int(row[0]) // self.every
            if here != place:
                kept.append(row)
                place = here
        return [*kept, self._rows[-1]]

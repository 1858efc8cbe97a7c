"""Where readings at uneven steps stand side by side: each reaches halfway to its neighbours."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


class StepColumns:
    """The columns of readings at rising `steps`, (rows,), as shares of the width from 0 to 1."""

    def __init__(self, steps: Floats) -> None:
        self._steps = steps
        self._low, self._high = 0.0, 1.0
        self._edges = np.empty(0)
        if len(steps):
            middles = 0.5 * (steps[:-1] + steps[1:])
            one = len(steps) == 1
            self._low = float(steps[0]) - 0.5 if one else float(2 * steps[0] - middles[0])
            self._high = float(steps[-1]) + 0.5 if one else float(2 * steps[-1] - middles[-1])
            edges = np.concatenate([[self._low], middles, [self._high]])
            self._edges = (edges - self._low) / (self._high - self._low)

    def ends(self, row: int) -> tuple[float, float]:
        """Where the column of a row begins and ends."""
        return float(self._edges[row]), float(self._edges[row + 1])

    def row_at(self, share: float) -> int:
        """The row whose column is at a share of the width."""
        found = int(np.searchsorted(self._edges, share, side="right")) - 1
        return min(max(found, 0), len(self._steps) - 1)

    def of_step(self, step: float) -> float | None:
        """Where step `step` is; None beyond the first and the last one."""
        steps = self._steps
        if not len(steps) or not steps[0] <= step <= steps[-1]:
            return None
        return (step - self._low) / (self._high - self._low)

    def pixels(self, count: int) -> npt.NDArray[np.int64]:
        """The rows of so many pixels side by side."""
        places = (np.arange(count) + 0.5) / count
        rows = np.searchsorted(self._edges, places, side="right") - 1
        return np.clip(rows, 0, max(len(self._steps) - 1, 0))

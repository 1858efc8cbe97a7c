"""Where readings at uneven steps stand side by side: each reaches halfway to its neighbours."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


class StepColumns:
    """The columns of readings at rising `steps`, (rows,), as shares of the width from 0 to 1."""

    def __init__(self, steps: Floats) -> None:
        self._steps = steps
        if len(steps):
            middles = 0.5 * (steps[:-1] + steps[1:])
            before = 1.5 * steps[0] - 0.5 * steps[1] if len(steps) > 1 else steps[0] - 0.5
            after = 1.5 * steps[-1] - 0.5 * steps[-2] if len(steps) > 1 else steps[0] + 0.5
            edges = np.concatenate([[before], middles, [after]])
            self._edges = (edges - before) / (after - before)
        else:
            self._edges = np.empty(0)

    def ends(self, row: int) -> tuple[float, float]:
        """Where the column of a row begins and ends."""
        return float(self._edges[row]), float(self._edges[row + 1])

    def row_at(self, share: float) -> int:
        """The row whose column is at a share of the width."""
        found = int(np.searchsorted(self._edges, share, side="right")) - 1
        return min(max(found, 0), len(self._steps) - 1)

    def of_step(self, step: float) -> float | None:
        """The middle of the column that step `step` is in; None beyond them."""
        steps = self._steps
        if not len(steps) or not steps[0] <= step <= steps[-1]:
            return None
        nearest = int(np.argmin(np.abs(steps - step)))
        return 0.5 * sum(self.ends(nearest))

    def pixels(self, count: int) -> npt.NDArray[np.int64]:
        """The rows of so many pixels side by side."""
        places = (np.arange(count) + 0.5) / count
        rows = np.searchsorted(self._edges, places, side="right") - 1
        return np.clip(rows, 0, max(len(self._steps) - 1, 0))

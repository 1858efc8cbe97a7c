"""What is seen of a run at one moment: immutable, so that the run may go on meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gradsim.engine.initialization import Parameters
from gradsim.engine.training.divergence import Divergence
from gradsim.engine.training.scores import Scores
from gradsim.project.training import Run
from gradsim.project.training.history import COLUMNS
from gradsim.viewmodels.training.function_map import FunctionMap, function_map

Floats = npt.NDArray[np.float64]

STILL = -3.0
"""log₁₀ of the share of its size by which a layer must have moved to count as moving."""


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """The run after `steps` steps.

    rows : the remembered steps, see History. update_ratios : of the last step, (L,); None before
        the first. moved : log₁₀(‖W − W₀‖/‖W₀‖) of each layer since the start, (L,): −inf for not
        at all. function : what the network computes, for one or two inputs.
    """

    steps: int
    epoch: int
    rate: float
    scores: Scores
    rows: tuple[Floats, ...]
    layers: int
    update_ratios: Floats | None
    moved: Floats
    parameters: Parameters
    divergence: Divergence | None
    function: FunctionMap | None

    def column(self, name: str) -> Floats:
        """One of the history's columns, (rows,)."""
        place = COLUMNS.index(name)
        return np.array([row[place] for row in self.rows], np.float64)

    def gradients(self, most: int) -> tuple[Floats, Floats]:
        """log₁₀‖∂C/∂W^(l)‖ of at most `most` evenly spaced rows, (rows, L), and their steps."""
        count = len(self.rows)
        if not count:
            return np.empty((0, self.layers)), np.empty(0)
        stride = -(-count // most)
        chosen = self.rows[::-1][::stride][::-1]  # the newest is always among them
        table = np.stack(chosen)
        return table[:, len(COLUMNS) : len(COLUMNS) + self.layers], table[:, 0]

    def still_layers(self) -> tuple[int, ...]:
        """The layers (from 1) that have moved by less than a thousandth of their size."""
        return tuple(int(index) + 1 for index in np.flatnonzero(self.moved < STILL))


def moment_of(run: Run, start: Parameters) -> Moment:
    """What is seen of `run`, which began at `start`."""
    trainer = run.trainer
    parameters = trainer.parameters
    steps = trainer.steps
    with np.errstate(divide="ignore", invalid="ignore"):
        moved = np.array(
            [
                np.log10(np.linalg.norm(now - before) / np.linalg.norm(before))
                for now, before in zip(parameters.weights, start.weights, strict=True)
            ]
        )
    return Moment(
        steps,
        trainer.batches.epoch_of(max(steps, 1)),
        run.plan.rate_at(max(steps, 1)),
        trainer.scores(),
        run.history.rows(),
        run.project.network.depth,
        trainer.update_ratios() if steps else None,
        moved,
        parameters,
        trainer.divergence,
        function_map(run.project, parameters),
    )

"""What is seen of a run at one moment: immutable, so that the run may go on meanwhile."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.initialization import Parameters
from gradsim.engine.instruments import Reading
from gradsim.engine.training.divergence import Divergence
from gradsim.engine.training.last_update import LastUpdate
from gradsim.engine.training.movement import log10_movement
from gradsim.engine.training.scores import Scores
from gradsim.project.training import Run
from gradsim.project.training.history import COLUMNS
from gradsim.viewmodels.training.function_map import FunctionMap, function_map
from gradsim.viewmodels.training.snapshots import Snapshot, Snapshots

Floats = npt.NDArray[np.float64]

RECENT_STEPS: Final = 1000
RECENT_ROWS: Final = 100
STILL: Final = -3.0
"""log₁₀ of the share of its size by which a layer must have moved to count as moving."""


class Moment(Struct, frozen=True, eq=False):
    """The run after `steps` steps.

    rows : the remembered steps, see History. update_ratios : of the last step, (L,); None before
        the first. moved : log₁₀(‖W − W₀‖/‖W₀‖) of each layer since the start, (L,): −inf for not
        at all, +inf where it began at 0. function : what the network computes, for one or two
        inputs. snapshots : the moments that can be gone back to, the start first. update : the
        step that led here; None where its numbers are not kept. readings : what the
    instruments over the steps show, of some of the `trained_samples`. penalized : whether the plan
    has penalties. share_aside : how many of all samples are kept aside, from 0 to below 1.
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
    snapshots: tuple[Snapshot, ...]
    update: LastUpdate | None
    trained_samples: int = 0
    readings: tuple[Reading, ...] = ()
    penalized: bool = False
    share_aside: float = 0.0

    def in_run_of(self, newest: Moment) -> Moment:
        """The same moment with all that `newest` knows of the way since."""
        return replace(self, rows=newest.rows, snapshots=newest.snapshots, readings=newest.readings)

    def column(self, name: str, first: int = 0) -> Floats:
        """One of the history's columns, (rows,), from row `first` on."""
        place = COLUMNS.index(name)
        return np.array([row[place] for row in self.rows[first:]], np.float64)

    @property
    def penalty(self) -> float | None:
        """λ₁Σ|w| + ½λ₂Σw² + λΩ in the step that led here; None without penalties, and where that
        step is not among the remembered ones."""
        index = bisect_left(self.rows, self.steps, key=lambda row: row[0])
        if not self.penalized or index >= len(self.rows) or self.rows[index][0] != self.steps:
            return None
        return float(self.rows[index][COLUMNS.index("penalty")])

    def recent(self) -> int:
        """The index of the first of the recent rows: of the last 1,000 steps, or 100 rows."""
        first = bisect_left(self.rows, self.steps_taken - RECENT_STEPS, key=lambda row: row[0])
        return max(0, min(first, len(self.rows) - RECENT_ROWS))

    @property
    def steps_taken(self) -> int:
        """The step of the last row; 0 where there is none."""
        return int(self.rows[-1][0]) if self.rows else 0

    def gradients(self, most: int, first: int = 0) -> tuple[Floats, Floats]:
        """log₁₀‖∂C/∂W^(l)‖ of at most `most` evenly spaced rows from row `first` on, (rows, L),
        and their steps."""
        rows = self.rows[first:]
        if not rows:
            return np.empty((0, self.layers)), np.empty(0)
        stride = -(-len(rows) // most)
        chosen = rows[::-1][::stride][::-1]  # the newest is always among them
        table = np.stack(chosen)
        return table[:, len(COLUMNS) : len(COLUMNS) + self.layers], table[:, 0]

    def still_layers(self) -> tuple[int, ...]:
        """The layers (from 1) that have moved by less than a thousandth of their size."""
        return tuple(int(index) + 1 for index in np.flatnonzero(self.moved < STILL))


def moment_of(run: Run, snapshots: Snapshots) -> Moment:
    """What is seen of `run` as it now is."""
    trainer = run.trainer
    parameters, steps = trainer.parameters, trainer.steps
    return Moment(
        steps,
        trainer.batches.epoch_of(max(steps, 1)),
        run.plan.rate_at(max(steps, 1)),
        trainer.scores(),
        run.history.rows(),
        run.project.network.depth,
        trainer.update_ratios() if steps else None,
        log10_movement(parameters, snapshots.start),
        parameters,
        trainer.divergence,
        function_map(run.project, parameters),
        snapshots.kept(),
        trainer.last_update(),
        trainer.trained_samples,
        penalized=not run.plan.penalty.nothing,
        share_aside=trainer.share_aside,
    )


def moment_back(run: Run, newest: Moment, snapshot: Snapshot) -> Moment:
    """What was seen at `snapshot`, with the rows of the whole run; the run itself is not touched,
    so that it may go on meanwhile."""
    steps = snapshot.steps
    return replace(
        newest,
        steps=steps,
        epoch=run.trainer.batches.epoch_of(max(steps, 1)),
        rate=run.plan.rate_at(max(steps, 1)),
        scores=run.trainer.scores_at(snapshot.parameters),
        update_ratios=snapshot.update_ratios,
        moved=log10_movement(snapshot.parameters, newest.snapshots[0].parameters),
        parameters=snapshot.parameters,
        divergence=None,
        function=function_map(run.project, snapshot.parameters),
        update=None,
    )

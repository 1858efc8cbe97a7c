"""What is seen of a race at one moment: immutable, so that the racers may go on meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.problems import Problem
from gradsim.engine.training.divergence import Divergence
from gradsim.project.race import SHARES, Lane, Race
from gradsim.project.race.score_line import COLUMNS

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


class RacerMoment(Struct, frozen=True, eq=False):
    """One racer after `steps` steps.

    cost : the name of its cost. table : (rows, 5), see ScoreLine. firsts : (shares, L), the first
    steps after which its layers had moved so far, 0 for not yet. divergence : why it is out.
    problem : why it could not start; then everything else is empty.
    """

    number: int
    cost: str
    steps: int
    table: Floats
    firsts: Integers
    divergence: Divergence | None = None
    problem: Problem | None = None

    @property
    def layers(self) -> int:
        """How many layers it has."""
        return int(self.firsts.shape[1])

    @property
    def started(self) -> bool:
        """Whether it could start."""
        return self.problem is None

    def column(self, name: str) -> Floats:
        """One of the columns of scores, (rows,)."""
        return np.asarray(self.table[:, COLUMNS.index(name)])

    def now(self, name: str) -> float:
        """The newest of a column; nan where there is none."""
        return float(self.column(name)[-1]) if len(self.table) else np.nan

    def first_moves(self, share: float) -> Integers:
        """The first steps after which the layers had moved by `share`, (L,); 0 for not yet."""
        return np.asarray(self.firsts[SHARES.index(share)])


class RaceMoment(Struct, frozen=True, eq=False):
    """All racers after `steps` steps of those that are still on their way."""

    steps: int
    racers: tuple[RacerMoment, ...]

    @property
    def over(self) -> bool:
        """Whether nobody can go on."""
        return all(not each.started or each.divergence is not None for each in self.racers)


def race_moment(race: Race, numbers: Sequence[int], costs: Sequence[str]) -> RaceMoment:
    """What is seen of `race` as it now is, each racer under its number."""
    race.score()
    racers = []
    for number, cost, lane in zip(numbers, costs, race.lanes, strict=True):
        if isinstance(lane, Lane):
            racers.append(
                RacerMoment(
                    number,
                    cost,
                    lane.steps,
                    lane.line.table,
                    lane.firsts.steps.copy(),
                    lane.divergence,
                )
            )
        else:
            empty = np.zeros((len(SHARES), 0), np.int64)
            nothing = np.empty((0, len(COLUMNS)))
            racers.append(RacerMoment(number, cost, 0, nothing, empty, problem=lane))
    return RaceMoment(race.steps, tuple(racers))

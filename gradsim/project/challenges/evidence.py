"""What a part of a challenge is graded by: the project, what was measured of it, and its run."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.backward import traverse
from gradsim.engine.chain import ChainFactor
from gradsim.engine.initialization import Parameters
from gradsim.engine.measurement import Measurement, measure
from gradsim.engine.training import Plan
from gradsim.project.evaluation import materialize, scoped_forward
from gradsim.project.model import Project

Floats = npt.NDArray[np.float64]


class Measured(Struct, frozen=True, eq=False):
    """One forward and backward pass over the batch: the drawn numbers, the factors, statistics."""

    parameters: Parameters
    factors: tuple[ChainFactor, ...]
    measurement: Measurement


class RunSeen(Struct, frozen=True, eq=False):
    """What was seen of a training run.

    steps : how many it took. costs : (step, mean cost over all samples after it), in order.
    diverged : whether its next step cannot be taken, as a number left float64.
    """

    steps: int
    costs: Sequence[tuple[int, float]]
    diverged: bool

    def lowest_cost(self, most: int) -> tuple[int, float]:
        """Step and cost of the lowest cost within `most` steps; (0, nan) where none is known."""
        known = [(cost, step) for step, cost in self.costs if step <= most and cost == cost]
        cost, step = min(known, default=(math.nan, 0))
        return step, cost

    @property
    def last_cost(self) -> float:
        """The cost after the last step that was scored; nan where none was."""
        return self.costs[-1][1] if self.costs else math.nan


def cost_over_all(trained: Floats, aside: Floats, share: float) -> Floats:
    """The mean cost over all samples, from that of the samples trained on and that of those kept
    aside, which are `share` of them all; without any, `aside` is not read."""
    if not share:
        return trained
    with np.errstate(over="ignore", invalid="ignore"):
        return np.asarray((1.0 - share) * trained + share * aside)


class Evidence(Struct, frozen=True, eq=False):
    """All that rules and goals read.

    start, start_plan : what the present part began with.
    project, plan : what is graded: the open project, or the one that is trained.
    """

    start: Project
    start_plan: Plan
    project: Project
    plan: Plan
    measured: Measured | None = None
    run: RunSeen | None = None


def measured(project: Project, cancelled: Callable[[], bool] | None = None) -> Measured:
    """Draw, run forward over the batch, walk the chain and measure.

    Raises
    ------
    Problem
        If the project cannot be computed.
    Cancelled
        Where `cancelled` says so.
    """
    materials = materialize(project, cancelled=cancelled)
    forward = scoped_forward(materials, None, cancelled=cancelled)
    factors: list[ChainFactor] = []

    def kept() -> Iterator[ChainFactor]:
        for factor in traverse(forward, True, cancelled):
            factors.append(factor)
            yield factor

    measurement = measure(forward, factors=kept(), cancelled=cancelled)
    return Measured(materials.parameters, tuple(factors), measurement)

"""The lanes of a race, stepped in turn: all that can go have taken as many steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.problems import Problem
from gradsim.engine.training import Plan
from gradsim.project.model import Project
from gradsim.project.race.lane import Lane


class Race:
    """Up to as many racers as are given; one that cannot start stands aside with its reason.

    projects : each as it races, see racer_project; a Problem in the place of one that does not fit.

    Attributes
    ----------
    lanes : a Lane for each racer, or the Problem that keeps it from starting.
    steps : how many steps the racers have taken that are still on their way.
    """

    def __init__(
        self,
        projects: Sequence[Project | Problem],
        plan: Plan,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self.plan = plan
        self.steps = 0
        lanes: list[Lane | Problem] = []
        for project in projects:
            check_cancelled(cancelled)
            lanes.append(_lane(project, plan))
        self.lanes = tuple(lanes)

    @property
    def running(self) -> tuple[Lane, ...]:
        """The lanes that can take a further step."""
        return tuple(lane for lane in self.lanes if isinstance(lane, Lane) and lane.going)

    def advance(self) -> bool:
        """One step of every racer that can; False where none could."""
        moved = [lane.step() for lane in self.running]
        if any(moved):
            self.steps += 1
        return any(moved)

    def score(self) -> None:
        """Note how good every racer is now."""
        for lane in self.running:
            lane.score()


def _lane(project: Project | Problem, plan: Plan) -> Lane | Problem:
    if isinstance(project, Problem):
        return project
    try:
        return Lane(project, plan)
    except Problem as problem:
        return problem

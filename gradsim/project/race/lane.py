"""One racer on its way: a run of its own, what it scored, and when its layers began to move."""

from __future__ import annotations

from typing import Final

from gradsim.engine.training import Plan
from gradsim.engine.training.divergence import Divergence
from gradsim.engine.training.movement import FirstMoves
from gradsim.project.model import Project
from gradsim.project.race.score_line import ScoreLine
from gradsim.project.training.run import Run

SHARES: Final = (0.001, 0.01, 0.1)
"""The shares of its size by which a layer can be said to have moved."""
_NEVER: Final = 2**62
"""A race keeps scores of its own, so that a run need not remember rows."""


class Lane:
    """Steps the run of one project, the same to the bit as that run alone.

    Raises
    ------
    Problem
        If the data cannot be loaded or do not fit, or the plan cannot be carried out.
    """

    def __init__(self, project: Project, plan: Plan) -> None:
        self.run = Run(project, plan, every=_NEVER, scored=False)
        self.firsts = FirstMoves(self.run.trainer.parameters, SHARES)
        self.line = ScoreLine()
        self.retired = False
        """Whether it was told to take no more steps."""
        self.score()

    @property
    def steps(self) -> int:
        """How many steps were taken."""
        return self.run.steps

    @property
    def divergence(self) -> Divergence | None:
        """Why no further step can be taken."""
        return self.run.trainer.divergence

    @property
    def going(self) -> bool:
        """Whether it takes steps."""
        return self.divergence is None and not self.retired

    def step(self) -> bool:
        """Take the next step; False where none can be taken, its last scores noted."""
        if not self.going:
            return False
        if not self.run.advance(1):
            self.score()
            return False
        self.firsts.look(self.run.steps, self.run.trainer.parameters)
        return True

    def score(self) -> None:
        """Note cost and accuracy over all samples, unless that was done at this step."""
        if self.line.last_step < self.run.steps:
            self.line.put(self.run.steps, self.run.trainer.scores())

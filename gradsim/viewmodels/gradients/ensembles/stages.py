"""What a live ensemble keeps, how many processors it takes, and what is too much for it."""

from __future__ import annotations

import os
from typing import Final

from msgspec import Struct

from gradsim.engine.ensembles import EnsembleMeasurement
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.model import Project
from gradsim.viewmodels.simulation import SimulationResult

MOST_PARAMETERS: Final = 30_000_000
"""Beyond, one more network at a time would not fit beside the one on screen."""
HEAVY: Final = 4_000_000
"""Parameters times samples from which even the first seeds wait until the hand rests."""


class Kept(Struct, frozen=True, eq=False):
    """A measurement, and of what it is."""

    project: Project
    sample: int | None
    measurement: EnsembleMeasurement

    @property
    def count(self) -> int:
        return len(self.measurement.seeds)


def is_heavy(project: Project, sample: int | None, result: SimulationResult | None) -> bool:
    """Whether a few seeds of the project would take the processor from the window."""
    samples = 1 if result is None or sample is not None else result.materials.samples
    return project.network.parameter_count * samples > HEAVY


def threads() -> int:
    """One processor stays with the window."""
    return max(1, min(4, (os.cpu_count() or 1) - 1))


def too_large(project: Project) -> Problem:
    return Problem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "With {count} parameters one seed is drawn; several ask for at most {maximum}.",
        ),
        place="seeds",
        count=project.network.parameter_count,
        maximum=MOST_PARAMETERS,
    )

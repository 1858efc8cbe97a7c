"""A pinned run, and how it is measured off the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from gradsim.engine.measurement import Measurement, measure
from gradsim.engine.problems import Problem
from gradsim.project.evaluation import materialize, scoped_forward
from gradsim.project.model import Project


class Run(Struct, frozen=True, eq=False):
    """One pinned project with its measurement in the present scope.

    `sample` is the one measured (None: the batch) and `samples` the N of its data; before the
    first measurement is in, `measurement` is None, and after a failed one `problem` says why.
    `origin` is that of the document it was pinned from, or a further object.
    """

    letter: str
    project: Project
    given_name: str = ""
    sample: int | None = None
    samples: int = 0
    measurement: Measurement | None = None
    problem: Problem | None = None
    origin: object = None


class Measured(Struct, frozen=True, eq=False):
    """What the job brings back for one run."""

    run: Run
    sample: int | None
    samples: int = 0
    measurement: Measurement | None = None
    problem: Problem | None = None


def is_measured(run: Run, sample: int | None) -> bool:
    """Whether the numbers of a run, or what refused them, are of the scope `sample`."""
    if run.problem is not None:
        return run.sample == sample
    if run.measurement is None:
        return False
    if sample is None:
        return run.sample is None
    return run.sample == min(sample, run.samples)


def measured_runs(
    runs: list[Run], sample: int | None, cancelled: Callable[[], bool]
) -> list[Measured]:
    """Measure the projects of `runs`; a sample beyond one's data is its last one."""
    measured = []
    for run in runs:
        samples = 0
        try:
            materials = materialize(run.project, cancelled)
            samples = materials.samples
            chosen = None if sample is None else min(sample, samples)
            forward = scoped_forward(materials, chosen, cancelled)
            result = measure(forward, cancelled=cancelled)
            _ = result.columns  # made here, off the window's thread
            measured.append(Measured(run, chosen, samples, result))
        except Problem as problem:
            measured.append(Measured(run, sample, samples, problem=problem))
    return measured

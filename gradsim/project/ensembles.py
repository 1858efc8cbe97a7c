"""A project under many seeds: its own first, then the numbers that follow it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gradsim.engine.ensembles import EnsembleMeasurement, measure_ensemble
from gradsim.project.datasets.loading import load_data
from gradsim.project.evaluation import check_sample
from gradsim.project.limits import MAXIMUM_SEED
from gradsim.project.model import Project


def ensemble_seeds(project: Project, count: int, start: int = 0) -> tuple[int, ...]:
    """`count` seeds from number `start` (from 0) of the project's row: seed, seed + 1, …

    Past the largest seed the row goes on at 0, so that no seed comes twice.
    """
    return tuple(
        (project.seed + index) % (MAXIMUM_SEED + 1) for index in range(start, start + count)
    )


def measure_project(
    project: Project,
    seeds: Sequence[int],
    sample: int | None = None,
    *,
    threads: int = 1,
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> EnsembleMeasurement:
    """The project's network for every one of `seeds`, over one sample (from 1) or the batch (None).

    Data, typed numbers and the directions of the cost `probe` are those of the project; only what
    is drawn changes with the seed. Member 0 of ``ensemble_seeds(project, n)`` is what the
    project itself shows.

    Raises
    ------
    Problem
        Where the data cannot be loaded or do not fit, or there is no such sample.
    Cancelled
        Where `cancelled` says so.
    """
    inputs, targets = load_data(project)
    chosen = slice(None)
    if sample is not None:
        check_sample(sample, inputs.shape[0])
        chosen = slice(sample - 1, sample)
    return measure_ensemble(
        project.network,
        seeds,
        inputs[chosen],
        targets[chosen],
        typed=project.parameters,
        drawn_on=inputs,
        probe_seed=project.seed,
        first_sample=sample or 1,
        batch_mean=sample is None,
        threads=threads,
        progress=progress,
        cancelled=cancelled,
    )

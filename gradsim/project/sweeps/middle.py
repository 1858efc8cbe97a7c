"""The draw in the middle of a cell: which it is, measured by itself, and the verdict on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.forward import forward
from gradsim.engine.initialization import Parameters, initialize
from gradsim.engine.measurement import Measurement, measure
from gradsim.engine.statistics import Statistic
from gradsim.engine.verdict.judging import Verdict, judge
from gradsim.engine.verdict.records import Quantity
from gradsim.project.datasets.loading import load_data
from gradsim.project.model import Project

Floats = npt.NDArray[np.float64]


class Draw(Struct, frozen=True, eq=False):
    """One draw of a cell's project: its parameters and what was measured of them."""

    seed: int
    parameters: Parameters
    measurement: Measurement


def middle_seed(seeds: Sequence[int], ratios: Floats) -> int:
    """The seed whose ratio, (seeds,), is the median; the lower one of two, nan counting last."""
    order = np.argsort(ratios, kind="stable")
    known = int(np.count_nonzero(~np.isnan(ratios)))
    return seeds[int(order[max(known - 1, 0) // 2])]


def measure_draw(
    project: Project,
    seed: int,
    sample: int | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Draw:
    """Measure one member of the project's ensemble by itself, over a sample (from 1) or the batch.

    Raises
    ------
    Problem
        Where the data cannot be loaded or do not fit.
    Cancelled
        Where `cancelled` says so.
    """
    inputs, targets = load_data(project)
    chosen = slice(None) if sample is None else slice(sample - 1, sample)
    parameters = initialize(
        project.network, seed, typed=project.parameters, inputs=inputs, cancelled=cancelled
    )
    passed = forward(
        project.network,
        parameters,
        inputs[chosen],
        targets[chosen],
        probe_seed=project.seed,
        first_sample=sample or 1,
        cancelled=cancelled,
    )
    return Draw(seed, parameters, measure(passed, batch_mean=sample is None, cancelled=cancelled))


def middle_verdict(
    project: Project,
    seeds: Sequence[int],
    ratios: Floats,
    sample: int | None = None,
    quantity: Quantity = "delta",
    statistic: Statistic = "l2",
    cancelled: Callable[[], bool] | None = None,
) -> Verdict:
    """The verdict on the draw in the middle, run once more by itself.

    `ratios`, (seeds,), are those of `quantity` by `statistic`. Mean and max |·|, which no rule
    knows, are judged as the norm or the RMS, whichever is fair.
    """
    draw = measure_draw(project, middle_seed(seeds, ratios), sample, cancelled)
    kind = statistic if statistic in ("l2", "rms") else None
    return judge(draw.measurement, project.network, draw.parameters, quantity, kind)

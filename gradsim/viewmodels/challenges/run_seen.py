"""What a challenge reads of a training run, taken from its newest moment."""

from __future__ import annotations

import numpy as np

from gradsim.project.challenges import RunSeen, cost_over_all
from gradsim.viewmodels.training.moment import Moment


def run_seen(moment: Moment) -> RunSeen:
    """The steps, whether the run broke, and every cost over all samples that is known."""
    costs: list[tuple[int, float]] = []
    if moment.rows:
        steps = moment.column("step")
        scored = cost_over_all(
            moment.column("cost"), moment.column("validation_cost"), moment.share_aside
        )
        known = np.isfinite(scored)
        costs = list(zip(steps[known].astype(int).tolist(), scored[known].tolist(), strict=True))
    if not costs or costs[-1][0] != moment.steps:
        aside = moment.scores.validation_cost
        last = cost_over_all(
            np.array(moment.scores.cost), np.array(aside, np.float64), moment.share_aside
        )
        costs.append((moment.steps, float(last)))
    return RunSeen(moment.steps, tuple(costs), moment.divergence is not None)
